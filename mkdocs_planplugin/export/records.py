# The objects of `plans.json`: each is a class, with its fields in the order of the file. A test makes the schema of
# these classes (`plans.schema.json`), so the two cannot disagree. A new field is one line here. If the value in the
# model has no attribute of that name, `plans_json.py` computes it.
"""The objects of `plans.json`."""

# No `from __future__ import annotations` here: the schema is made from the annotations, which takes three times as long
# where they are strings.
import datetime as dt
from typing import Annotated, Literal, Self

from msgspec import Meta, Struct

from mkdocs_planplugin.catalog import Verdict
from mkdocs_planplugin.model import Level, RiskState, Severity, State, Status


def _doc(text: str) -> Meta:
    """The description of a field in the schema."""
    return Meta(description=text)


Day = Annotated[dt.date, Meta(extra_json_schema={"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]
Number = Annotated[int, Meta(ge=0)]
Hours = Annotated[float, Meta(ge=0)]
Percent = Annotated[float, Meta(ge=0, le=100)]
Score = Annotated[int, Meta(ge=1, le=16)]
Line = Annotated[int, Meta(ge=1, description="The line in the file, from 1.")]
Anchor = Annotated[str, _doc("The id of its element on the page.")]


class Record(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    """An object of the file. No field has a default: every key is always written."""

    @classmethod
    def of(cls, source: object, **computed: object) -> Self:
        """The record of a value of the model. Each field is taken from `computed`, or else from the attribute of the
        same name."""
        for name in cls.__struct_fields__:
            if name not in computed:
                computed[name] = getattr(source, name)
        return cls(**computed)


class EstimateRecord(Record):
    """Working hours, as written: a single value has min_hours equal to max_hours, a range keeps both ends, only three
    points have likely_hours. A text without hours is no length of time."""

    text: Annotated[str | None, _doc("The author's words.")]
    min_hours: Annotated[Hours | None, _doc("The shortest time, or the optimistic one.")]
    likely_hours: Annotated[Hours | None, _doc("The most likely time, where three points are given.")]
    max_hours: Annotated[Hours | None, _doc("The longest time, or the pessimistic one.")]


class ItemRecord(Record):
    """A line of prose that can be linked to."""

    text: Annotated[str, _doc("The words as a reader sees them.")]
    line: Line
    anchor: Anchor


class BoxRecord(Record):
    """A box that is no task."""

    text: Annotated[str, _doc("The words behind the box.")]
    state: Annotated[State | None, _doc("Null where nobody tracks it.")]
    line: Line


class CriterionRecord(BoxRecord):
    """A completion criterion."""

    task: Annotated[str | None, _doc("The id of its task; null where it is a criterion of the phase or the plan.")]


class ChecklistRecord(Record):
    """A group of the Definition of Done."""

    group: Annotated[str, _doc("The label of the group, empty where there is none.")]
    items: Annotated[tuple[BoxRecord, ...], _doc("Its boxes.")]


class TaskRecord(Record):
    """A task or sub-task."""

    id: Annotated[str, _doc("As written, without the word; L and the line where none is written.")]
    title: Annotated[str, _doc("The words behind the id.")]
    state: Annotated[State | None, _doc("Null where nobody tracks it.")]
    line: Line
    anchor: Anchor
    estimate: Annotated[EstimateRecord, _doc("How long it takes.")]
    risk: Annotated[Level | None, _doc("How risky it is, in the author's judgement.")]
    depends_on: Annotated[tuple[str, ...], _doc("Ids of tasks and phase:N, as stated.")]
    depends_on_unresolved: Annotated[tuple[str, ...], _doc("What is named and is not in the plan.")]
    dependencies: Annotated[str | None, _doc("The author's words; null where nothing is said.")]
    files: Annotated[str | None, _doc("The files it changes, in the author's words.")]
    validation: Annotated[str | None, _doc("How its result is checked, in the author's words.")]
    owner: Annotated[str | None, _doc("Who does it, in the author's words.")]
    start: Annotated[Day | None, _doc("The day before which it does not start, as it says.")]
    due: Annotated[Day | None, _doc("The day by which it has to be done, as it says.")]
    blocked_until: Annotated[Day | None, _doc("The day until which it is blocked, as it says.")]
    ready: Annotated[
        bool,
        _doc(
            "It can be started: it is open, and nothing is left that it waits for, be it tasks and phases, another "
            "plan, the promise of a team, or, if it names nothing itself, a blocked task before it. False in drafts, "
            "and in plans that are on hold or over."
        ),
    ]
    waits_for: Annotated[
        tuple[str, ...],
        _doc("Ids of tasks and phase:N that are not done; other plans and teams are not listed."),
    ]
    attributes: Annotated[dict[str, str], _doc("All other attributes, by label.")]
    subtasks: Annotated[tuple["TaskRecord", ...], _doc("The tasks below it.")]


class PhaseRecord(Record):
    """A phase."""

    number: Annotated[str | None, _doc("As written; null where it has none.")]
    name: Annotated[str, _doc("Without its word, number, estimate and state signs.")]
    label: Annotated[str | None, _doc("What its author calls it, as `Sprint 1`; null: `Phase` and its number.")]
    line: Line
    anchor: Anchor
    state: Annotated[State | None, _doc("What its heading or its Status says; null where neither says how far it is.")]
    estimate: Annotated[EstimateRecord, _doc("As its heading says.")]
    due: Annotated[Day | None, _doc("The day by which all of it has to be done, as it says.")]
    rationale: Annotated[str | None, _doc("Why it is done, and done then.")]
    depends_on: Annotated[tuple[str, ...], _doc("Ids of tasks and phase:N, as stated.")]
    tasks: Annotated[tuple[TaskRecord, ...], _doc("Its tasks.")]
    criteria: Annotated[tuple[CriterionRecord, ...], _doc("Its completion criteria, those of its tasks included.")]


class RiskRecord(Record):
    """A risk."""

    id: Annotated[str, _doc("As written; L and the line where none is written.")]
    title: Annotated[str, _doc("What may happen.")]
    line: Line
    anchor: Anchor
    priority: Annotated[Level | None, _doc("As stated, or that of the section it stands in.")]
    state: Annotated[RiskState, _doc("Whether it can still happen; only open risks count for exposure and open_high.")]
    owner: Annotated[str | None, _doc("Who looks after it.")]
    probability: Annotated[Level | None, _doc("How likely it is.")]
    impact: Annotated[Level | None, _doc("How bad it would be.")]
    score: Annotated[
        Score | None, _doc("Probability x impact, low 1 to critical 4; null where one of the two is missing.")
    ]
    mitigation: Annotated[str | None, _doc("What is done so that it does not happen.")]
    contingency: Annotated[str | None, _doc("What is done if it happens.")]
    trigger: Annotated[str | None, _doc("What would show that it happens.")]


class BasedOnRecord(Record):
    """The page the plan is based on."""

    text: Annotated[str, _doc("The words of the link.")]
    href: Annotated[str | None, _doc("Its target as written.")]
    path: Annotated[str | None, _doc("The source file of the target, where it is a page of the site.")]


class CountRecord(Record):
    """Boxes of one kind."""

    done: Annotated[Number, _doc("How many are done.")]
    total: Annotated[Number, _doc("How many are counted: the cancelled and the untracked are not.")]


class TaskCountRecord(CountRecord):
    """Tasks; a task with counted sub-tasks is counted by them."""

    cancelled: Annotated[Number, _doc("How many are cancelled.")]
    untracked: Annotated[Number, _doc("How many have neither a box nor a state.")]


class ProgressRecord(Record):
    """How much of the plan is done."""

    tasks: Annotated[TaskCountRecord, _doc("The tasks of the plan.")]
    criteria: Annotated[CountRecord, _doc("The completion criteria.")]
    definition_of_done: Annotated[CountRecord, _doc("The boxes of the Definition of Done.")]
    percent: Annotated[Percent | None, _doc("Share of tasks that are done; null when there are none.")]


class TimelineRowRecord(Record):
    """A row of the Timeline Summary."""

    phase: Annotated[str, _doc("The phase, as the row names it.")]
    estimate: Annotated[EstimateRecord, _doc("How long the phase takes.")]
    dependencies: Annotated[str | None, _doc("What it waits for, in the author's words.")]
    risk: Annotated[Level | None, _doc("How risky the phase is.")]


class ScheduledItemRecord(Record):
    """A piece of work in the schedule. Hours are working hours from the start of the plan."""

    id: Annotated[str, _doc("The id of the task; P and the number of the phase where a phase is one block.")]
    kind: Annotated[Literal["task", "phase"], _doc("What it is.")]
    phase: Annotated[str | None, _doc("The number of its phase.")]
    line: Line
    duration_hours: Annotated[Hours, _doc("How long it takes.")]
    early_start_hours: Annotated[Hours, _doc("When it can start at the earliest.")]
    early_finish_hours: Annotated[Hours, _doc("When it can be finished at the earliest.")]
    late_start_hours: Annotated[Hours | None, _doc("When it has to start at the latest to keep the planned finish.")]
    late_finish_hours: Annotated[Hours | None, _doc("When it has to be finished at the latest.")]
    slack_hours: Annotated[Hours | None, _doc("How late it can be without moving the finish of the plan.")]
    free_slack_hours: Annotated[Hours | None, _doc("How late it can be without moving anything that waits for it.")]
    critical: Annotated[bool | None, _doc("Whether it has no slack.")]
    start: Annotated[Day | None, _doc("The day of its early start; null where the plan has no start date.")]
    finish: Annotated[Day | None, _doc("The day of its early finish; null where the plan has no start date.")]
    expected_start: Annotated[
        Day | None, _doc("When what is left of it is expected to start; null where nothing is left or nobody knows.")
    ]
    expected_finish: Annotated[Day | None, _doc("When it is expected to be finished.")]
    depends_on: Annotated[tuple[str, ...], _doc("Ids of the items it waits for, implied ones included.")]


class ScheduleRecord(Record):
    """When everything happens, as estimated; dates are null without a start date of the plan."""

    start: Annotated[Day | None, _doc("The first day of work.")]
    finish: Annotated[Day | None, _doc("The last day of work, as planned.")]
    finish_p80: Annotated[
        Day | None,
        _doc(
            "The finish that is kept with a probability of 80% if the critical path alone is uncertain: a lower bound."
        ),
    ]
    finish_p80_merged: Annotated[
        Day | None, _doc("The same, with paths that merge counted in; never before finish_p80.")
    ]
    forecast_finish: Annotated[Day | None, _doc("When what is left will be done, if work goes on today.")]
    forecast_p80: Annotated[Day | None, _doc("As finish_p80, of the forecast.")]
    forecast_p80_merged: Annotated[Day | None, _doc("As finish_p80_merged, of the forecast.")]
    expected_finish: Annotated[
        Day | None,
        _doc(
            "The forecast with what the plan waits for: days until which tasks are blocked, promises of other teams, "
            "other plans. The finish that pages show; null also where nobody tracks what is done."
        ),
    ]
    expected_p80: Annotated[
        Day | None, _doc("As finish_p80, of the expected finish; null where that is only the earliest one.")
    ]
    expected_is_earliest: Annotated[
        bool,
        _doc(
            "Whether the expected finish is only the earliest one: something is blocked, and no day is named or that "
            "day is over, or waits for another plan of which nobody knows the finish."
        ),
    ]
    not_counted: Annotated[
        tuple[str, ...], _doc("What the expected finish leaves out, in words, the most harmful first.")
    ]
    slip_days: Annotated[int | None, _doc("Forecast finish less planned finish, in working days; positive is late.")]
    duration_hours: Annotated[Hours, _doc("Working hours from the start to the planned finish.")]
    critical_path: Annotated[tuple[str, ...], _doc("Ids of the items that set the planned finish.")]
    items: Annotated[tuple[ScheduledItemRecord, ...], _doc("Everything that is scheduled.")]
    planned_percent: Annotated[
        Percent | None, _doc("Share of the estimated hours whose planned finish is not after today.")
    ]
    actual_percent: Annotated[Percent | None, _doc("Share of the estimated hours that are done.")]
    assumptions: Annotated[tuple[str, ...], _doc("What was assumed where the plan is silent, in sentences.")]


class TeamMemberRecord(Record):
    """A role that the work needs."""

    role: Annotated[str, _doc("What it is called.")]
    hours: Annotated[Hours | None, _doc("For how long it is needed.")]


class ResourcesRecord(Record):
    """What the work needs."""

    team: Annotated[tuple[TeamMemberRecord, ...], _doc("The people, by role.")]
    tools: Annotated[tuple[str, ...], _doc("The tools.")]
    infrastructure: Annotated[tuple[str, ...], _doc("The infrastructure.")]


class CommunicationRecord(Record):
    """Who hears what, and when."""

    updates: Annotated[dict[str, str], _doc("How the state of the work is reported, by label (Frequency, Format).")]
    decision_points: Annotated[tuple[str, ...], _doc("When somebody has to decide something.")]


class RollbackStepRecord(Record):
    """A step of the rollback plan."""

    label: Annotated[str | None, _doc("What the step is called.")]
    text: Annotated[str | None, _doc("What is done; null where it is not filled in.")]


class SuccessMetricsRecord(Record):
    """How success is measured."""

    metrics: Annotated[tuple[str, ...], _doc("What is measured.")]
    review: Annotated[str | None, _doc("When it is looked at.")]


class ExternalDependencyRecord(Record):
    """What others have to deliver."""

    team: Annotated[str | None, _doc("Who delivers it.")]
    what: Annotated[str, _doc("What they deliver.")]
    when: Annotated[str | None, _doc("By when, in the author's words.")]
    line: Line


class RevisionRecord(Record):
    """A row of the version history."""

    date: Annotated[Day | None, _doc("The day of the change.")]
    version: Annotated[str | None, _doc("The version it made.")]
    changes: Annotated[str | None, _doc("What was changed.")]
    author: Annotated[str | None, _doc("Who changed it.")]
    line: Line


class FindingRecord(Record):
    """Something that the reader of the plan's text should know."""

    code: Annotated[str, Meta(pattern="^PLAN[0-9]{3}$", description="The kind of finding.")]
    level: Annotated[Severity, _doc("Errors and warnings are about the text itself, info is a judgement.")]
    line: Line
    message: Annotated[str, _doc("What was found.")]


class PointRecord(Record):
    """A plan at the end of a day on which it changed. Its total is that of the point before, plus what was added, less
    what was removed."""

    day: Annotated[Day, _doc("The day.")]
    done: Annotated[Number, _doc("How many tasks are done.")]
    total: Annotated[Number, _doc("How many are counted.")]
    added: Annotated[Number, _doc("How many tasks came into the total since the point before.")]
    removed: Annotated[Number, _doc("How many left it.")]
    done_hours: Annotated[
        Hours | None, _doc("Working hours that are done; null where nobody says how long work takes.")
    ]
    total_hours: Annotated[Hours | None, _doc("Working hours of all that is scheduled.")]
    added_hours: Annotated[Hours, _doc("Working hours that came in: new work, and longer estimates.")]
    removed_hours: Annotated[Hours, _doc("Working hours that left.")]
    committed: Annotated[bool, _doc("False for what is not committed yet.")]


class BoxDayRecord(Record):
    """When a box came to stand as it does."""

    line: Line
    day: Annotated[Day, _doc("The day on which it was ticked or changed last, or written.")]


class TaskNameRecord(Record):
    """A task of this version, or of an earlier one."""

    id: Annotated[str | None, _doc("As written, without the word; null where none is written.")]
    title: Annotated[str, _doc("The words behind the id.")]


class StateMoveRecord(TaskNameRecord):
    """A task that stands otherwise than before."""

    before: Annotated[State | None, _doc("Where it stood; null where nobody tracked it.")]
    after: Annotated[State | None, _doc("Where it stands.")]


class StatusMoveRecord(Record):
    """A status that changed."""

    before: Annotated[Status | None, _doc("The one before.")]
    after: Annotated[Status | None, _doc("The one now.")]


class DayMoveRecord(Record):
    """A day that moved."""

    name: Annotated[str, _doc("What it is: start, due, planned finish, or a task or a phase with due behind it.")]
    before: Annotated[Day | None, _doc("The day before.")]
    after: Annotated[Day | None, _doc("The day now.")]


class ScoreMoveRecord(Record):
    """A risk whose score changed. A risk that nobody rated scores 1."""

    title: Annotated[str, _doc("What may happen.")]
    before: Annotated[Score | None, _doc("Its score before; null where it was not there, or not open.")]
    after: Annotated[Score | None, _doc("Its score now; null where it is not there, or not open.")]


class ChangesRecord(Record):
    """What changed from an earlier version of the plan to the present one."""

    is_new: Annotated[bool, _doc("There was no plan before; then there is nothing else to tell.")]
    status: Annotated[StatusMoveRecord | None, _doc("The status, where it changed.")]
    states: Annotated[tuple[StateMoveRecord, ...], _doc("The tasks that stand otherwise.")]
    added: Annotated[tuple[TaskNameRecord, ...], _doc("The tasks that are new.")]
    removed: Annotated[tuple[TaskNameRecord, ...], _doc("The tasks that are gone.")]
    days: Annotated[tuple[DayMoveRecord, ...], _doc("The days that moved.")]
    raised: Annotated[tuple[ScoreMoveRecord, ...], _doc("The open risks that are new, or score more.")]
    lowered: Annotated[tuple[ScoreMoveRecord, ...], _doc("The risks that are over, or score less.")]


class BaselineRecord(Record):
    """The version that the plan is measured against."""

    kind: Annotated[
        Literal["tag", "date", "status"],
        _doc("What names it; status: nobody does, it is that in which the plan came to be in progress."),
    ]
    name: Annotated[str | None, _doc("The tag, or the day as it was asked for.")]
    commit: Annotated[str, _doc("The id of the commit.")]
    day: Annotated[Day, _doc("The day on which the plan came to be so.")]
    changes: Annotated[ChangesRecord, _doc("What changed since.")]


class HistoryRecord(Record):
    """What git knows of the past of the plan."""

    points: Annotated[tuple[PointRecord, ...], _doc("The days on which it changed, the oldest first.")]
    is_complete: Annotated[bool, _doc("Whether the first of them is the day on which the plan came to be.")]
    changed: Annotated[Day | None, _doc("The day of the last real change; null where it is not known.")]
    boxes: Annotated[tuple[BoxDayRecord, ...], _doc("When each task and box came to stand as it does, by line.")]
    week: Annotated[ChangesRecord | None, _doc("What changed in the last seven days; null where it is not known.")]
    baseline: Annotated[BaselineRecord | None, _doc("Null where there is none.")]


class PlanRecord(Record):
    """A plan."""

    path: Annotated[str, _doc("The source file, relative to the documentation directory.")]
    url: Annotated[str, _doc("The page, relative to the site.")]
    title: Annotated[str, _doc("Without the words Implementation Plan.")]
    is_template: Annotated[bool, _doc("A page that waits to be filled in.")]
    dialect: Annotated[str, _doc("The way of writing plans that the page follows.")]
    tags: Annotated[tuple[str, ...], _doc("The tags of the front matter.")]
    status: Annotated[Status | None, _doc("What the plan declares.")]
    declared_status: Annotated[str | None, _doc("The author's word for it.")]
    derived_status: Annotated[Status | None, _doc("What the boxes say.")]
    created: Annotated[Day | None, _doc("The day the plan was written.")]
    last_updated: Annotated[Day | None, _doc("The day of its last change, as stated.")]
    due: Annotated[Day | None, _doc("The day it has to be finished.")]
    based_on: Annotated[BasedOnRecord | None, _doc("The page the plan is based on.")]
    summary: Annotated[str | None, _doc("What the plan is about.")]
    key_findings: Annotated[tuple[ItemRecord, ...], _doc("What was found out before planning.")]
    decisions: Annotated[tuple[ItemRecord, ...], _doc("What was decided.")]
    progress: Annotated[ProgressRecord, _doc("How much of the plan is done.")]
    estimate: Annotated[EstimateRecord, _doc("The sum over the phases, each by its heading, else by its tasks.")]
    exposure: Annotated[Score | None, _doc("The highest score of an open risk.")]
    open_high: Annotated[Number, _doc("The number of open risks with a score of 6 and above.")]
    health: Annotated[Verdict | None, _doc("The verdict on the plan, as all pages have it; null for a template.")]
    health_reason: Annotated[str | None, _doc("Why, in sentences; null for a template.")]
    late: Annotated[bool, _doc("Work is left after the day it was due or planned to be finished.")]
    stale: Annotated[bool, _doc("In progress, and not changed for long.")]
    next: Annotated[tuple[str, ...], _doc("Ids of the tasks that are ready.")]
    owner: Annotated[str | None, _doc("Who answers for the plan, as its header says.")]
    author: Annotated[str | None, _doc("Who wrote it, as its header says.")]
    phases: Annotated[tuple[PhaseRecord, ...], _doc("The phases.")]
    tasks: Annotated[tuple[TaskRecord, ...], _doc("Those outside any phase.")]
    criteria: Annotated[tuple[CriterionRecord, ...], _doc("Those outside any phase.")]
    risks: Annotated[tuple[RiskRecord, ...], _doc("The risks.")]
    definition_of_done: Annotated[tuple[ChecklistRecord, ...], _doc("What has to be true before the plan is done.")]
    timeline: Annotated[tuple[TimelineRowRecord, ...], _doc("The rows of the Timeline Summary, without its total.")]
    timeline_total: Annotated[EstimateRecord | None, _doc("The total of the Timeline Summary.")]
    schedule: Annotated[ScheduleRecord | None, _doc("Null where there is nothing to place.")]
    resources: Annotated[ResourcesRecord, _doc("What the work needs.")]
    communication: Annotated[CommunicationRecord, _doc("Who hears what, and when.")]
    rollback: Annotated[tuple[RollbackStepRecord, ...], _doc("How the work is undone.")]
    success_metrics: Annotated[SuccessMetricsRecord, _doc("How success is measured.")]
    assumptions: Annotated[tuple[ItemRecord, ...], _doc("What is taken for granted.")]
    open_questions: Annotated[tuple[ItemRecord, ...], _doc("What nobody has answered yet.")]
    external_dependencies: Annotated[tuple[ExternalDependencyRecord, ...], _doc("What others have to deliver.")]
    revisions: Annotated[tuple[RevisionRecord, ...], _doc("The version history.")]
    template_version: Annotated[str | None, _doc("The version of the template that was filled in.")]
    placeholders: Annotated[Number, _doc("How many places are still to be filled in.")]
    history: Annotated[
        HistoryRecord | None, _doc("Null where nothing is known: the option is off, or the file is in no commit.")
    ]
    findings: Annotated[tuple[FindingRecord, ...], _doc("What is worth knowing about the text, by line.")]


class PlansFile(Record):
    """All plans of a site, as mkdocs-planplugin reads them. Every key is always there: what is not set is null, an
    empty list []. Hours are working hours, rounded to 2 decimals; percents are rounded to 1. Lines count from 1 in the
    file on disk."""

    schema_version: Annotated[Literal[1], _doc("Grows when a field changes its meaning or goes.")]
    as_of: Annotated[Day, _doc("The day that counts as today.")]
    plans: Annotated[tuple[PlanRecord, ...], _doc("Sorted by path, templates included.")]

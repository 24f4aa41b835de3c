# What a plan is: frozen values that every other room reads and none changes. No Markdown, no MkDocs, no "today".
"""The plan as data: phases, tasks, criteria, risks, estimates and everything else the format has a place for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec import Struct

from .findings import Finding
from .ids import PhaseRef, Reference, RiskId, TaskId
from .states import (
    BEGUN,
    OUT_OF_TOTALS,
    OVER,
    RiskState,
    State,
    Status,
    outcome_of,
    outcome_of_all,
    outcome_within,
    state_within,
)
from .values import NO_ESTIMATE, Estimate, Level, Position


class Item(Struct, frozen=True, gc=False):
    """A line of prose that can be linked to: a finding of the discovery, a decision, a question, an assumption.

    `source` is its inline Markdown where that says more than the words (code, emphasis, links), else empty.
    """

    text: str
    line: int
    anchor: str
    source: str = ""


class ChecklistItem(Struct, frozen=True, gc=False):
    """A box that is not a task: a completion criterion or a part of the Definition of Done.

    `task` is the id of the task that a criterion belongs to, None for those of a phase or plan.
    """

    text: str
    state: State | None
    line: int
    task: TaskId | None = None
    has_parts: bool = False  # it has boxes below it: these are counted instead of it


class ChecklistGroup(Struct, frozen=True):
    """A named group of the Definition of Done; `group` is empty for boxes that stand under no label."""

    group: str
    items: tuple[ChecklistItem, ...]


class Task(Struct, frozen=True, gc=False):
    """One piece of work. `depends_on` holds the tasks and phases that it states and that this plan has,
    `depends_on_unresolved` those that it has not; `dependencies` the author's words, `None` where nothing is said."""

    id: TaskId
    title: str
    state: State | None
    line: int
    anchor: str
    estimate: Estimate = NO_ESTIMATE
    risk: Level | None = None
    depends_on: tuple[Reference, ...] = ()
    depends_on_unresolved: tuple[Reference, ...] = ()
    dependencies: str | None = None
    depends_on_nothing: bool = False  # the author wrote "None": it waits only for its phase
    lags: Mapping[Reference, float] = {}  # working hours after the finish of what it waits for; negative: before it
    files: str | None = None
    validation: str | None = None
    owner: str | None = None
    owners: tuple[str, ...] = ()  # the people and teams that the words in `owner` name
    start: dt.date | None = None
    from_hours: float | None = None  # working hours from the plan's start, where it says a week of the plan instead
    due: dt.date | None = None
    blocked_until: dt.date | None = None
    parallel: bool = False
    remaining: Estimate = NO_ESTIMATE  # how much of it the author says is left
    attributes: Mapping[str, str] = {}
    causes: tuple[str, ...] = ()  # its attributes that say why it is blocked, the most certain first
    notes: tuple[str, ...] = ()  # its notes: they may say why it is blocked, or something else
    subtasks: tuple[Task, ...] = ()
    title_column: int = 0  # if it is a row of a table: the column with its title, from 0

    def leaves(self) -> Iterator[Task]:
        """The tasks below it that have no sub-tasks themselves; itself when it has none."""
        if not self.subtasks:
            yield self
        for task in self.subtasks:
            yield from task.leaves()

    def walk(self) -> Iterator[Task]:
        """Itself and every task below it, in the order of the text."""
        yield self
        for task in self.subtasks:
            yield from task.walk()

    def counted(self, whole: State | None = None) -> Iterator[tuple[Task, State | None]]:
        """The tasks that are counted for it, each with its state: its leaves, or the task itself if it has a box and no
        leaf has one. `whole` is the outcome of the task that it is a part of, `None` if that is still open."""
        own = state_within(self.state, whole)
        if not self.subtasks:  # as most
            yield self, own
            return
        ended = own if own in OVER else None
        below = [part for task in self.subtasks for part in task.counted(ended)]
        if not below or (own is not None and all(state is None for _, state in below)):
            yield self, own
        else:
            yield from below

    @property
    def outcome(self) -> State | None:
        """Its outcome without its phase: `DONE` if it is ticked, or if everything counted in it is done; `CANCELLED` if
        it was cancelled; `None` while something is open. `Plan.outcomes` takes the phase into account."""
        if self.state in OVER or not self.subtasks:
            return self.state if self.state in OVER else None
        return outcome_of(state for _, state in self.counted())

    def outcomes(self, whole: State | None = None) -> Iterator[tuple[Task, State | None]]:
        """Itself and every task below it, in the order of the text, each with its outcome. `whole` is the outcome of
        what it is a part of."""
        ended = outcome_within(self.outcome, whole)
        yield self, ended
        for task in self.subtasks:
            yield from task.outcomes(ended)

    @property
    def begun(self) -> bool:
        """Whether somebody works on it, or has done a part of it."""
        return any(task.state in BEGUN for task in self.walk())

    @property
    def hindrances(self) -> tuple[str, ...]:
        """Why it is blocked, in the author's words: its causes, and what it depends on where that is no task."""
        outside = self.dependencies if not (self.depends_on or self.depends_on_nothing) else None
        return (*self.causes, outside) if outside else self.causes

    @property
    def in_progress(self) -> bool:
        """Whether an open task is in progress: by its own state, or, if that says nothing, because a part is begun."""
        return self.state is State.IN_PROGRESS or (self.state in (State.OPEN, None) and self.begun)


class Phase(Struct, frozen=True, gc=False):
    """A stage of the plan. `key` is how references name it; `depends_on` holds tasks and phases, as stated by the phase
    itself or by its row of the Timeline Summary; `dependencies` the words, `None` where neither says anything.
    `state` is what its heading or its Status says, whatever its tasks do: it counts where they have no boxes, and where
    it says that the phase was cancelled. `due` is the day by which all of it has to be done."""

    key: PhaseRef
    number: str | None
    name: str
    line: int
    anchor: str
    estimate: Estimate = NO_ESTIMATE
    position: Position | None = None
    due: dt.date | None = None
    state: State | None = None
    rationale: str | None = None
    depends_on: tuple[Reference, ...] = ()
    depends_on_unresolved: tuple[Reference, ...] = ()
    dependencies: str | None = None
    lags: Mapping[Reference, float] = {}  # as those of a task
    depends_on_itself: bool = False  # it says so; what holds nobody back is not in `depends_on`
    tasks: tuple[Task, ...] = ()
    criteria: tuple[ChecklistItem, ...] = ()
    label: str | None = None  # what its author calls it, `Sprint 1`; None: `Phase` and its number
    has_lists: bool = False  # lists, tables or code stand in it, whatever was read from them

    def walk(self) -> Iterator[Task]:
        """Every task and sub-task of the phase, in the order of the text."""
        for task in self.tasks:
            yield from task.walk()

    def counted(self) -> Iterator[tuple[Task, State | None]]:
        """The tasks that are counted for it, each with its state. In a cancelled phase all are cancelled."""
        cancelled = self.state is State.CANCELLED
        for top in self.tasks:
            for task, state in top.counted():
                yield task, State.CANCELLED if cancelled else state

    @property
    def tracked(self) -> bool:
        """Whether its tasks show progress by boxes or states."""
        return any(state not in OUT_OF_TOTALS for _, state in self.counted())

    @property
    def outcome(self) -> State | None:
        """How it has ended: `DONE` or `CANCELLED`, `None` while something of it is left. Its tasks say so where they
        are tracked, else the phase itself; a phase of criteria only is done when these are."""
        if self.state is State.CANCELLED or (self.state is State.DONE and not self.tracked):
            return self.state
        if self.tasks:
            return outcome_of_all(task.outcome or self._said_of(task) for task in self.tasks)
        met = self.state is None and all(item.state in OVER for item in self.criteria)
        return State.DONE if met and self.criteria else None

    def _said_of(self, task: Task) -> State | None:
        """What the phase says of a task that says nothing itself, if it says that it is done."""
        is_done = self.state is State.DONE and all(state is None for _, state in task.counted())
        return State.DONE if is_done else None

    @property
    def current_state(self) -> State | None:
        """Where it stands now: how it has ended, else what its tasks say, else what it says itself; `None` where
        nothing does."""
        if self.outcome or not self.tracked:
            return self.outcome or self.state
        return State.IN_PROGRESS if self.begun else State.OPEN

    @property
    def begun(self) -> bool:
        """Whether somebody works on it, or has done a part of it."""
        return any(task.begun for task in self.tasks) if self.tracked else self.current_state in BEGUN


class Risk(Struct, frozen=True, gc=False):
    """Something that may go wrong, and what is done about it. `trigger` is what would show that it happens. `sources`
    holds the inline Markdown of `title`, `mitigation` and `contingency`, of those that have more than words.
    `title_column`: of a row of a table, the column that its title stands in, counted from 0. `says_more`: beside it
    stand words whose meaning is not known, which may say what is done about it."""

    id: RiskId
    title: str
    line: int
    anchor: str
    priority: Level | None = None
    probability: Level | None = None
    impact: Level | None = None
    mitigation: str | None = None
    contingency: str | None = None
    sources: Mapping[str, str] = {}
    title_column: int = 0
    state: RiskState = RiskState.OPEN
    owner: str | None = None
    trigger: str | None = None
    says_more: bool = False

    @property
    def name(self) -> str:
        """The title, to be shown beside the id: empty if it only says the id again."""
        return "" if self.title == self.id.written else self.title

    @property
    def is_open(self) -> bool:
        """Whether it can still happen: only such risks count."""
        return self.state is RiskState.OPEN

    @property
    def score(self) -> int | None:
        """Probability x impact, 1 to 16 (the usual risk matrix, ISO 31010 B.10.3); `None` where one is missing."""
        if self.probability is None or self.impact is None:
            return None
        return self.probability.score * self.impact.score


class TimelineRow(Struct, frozen=True):
    """A row of the Timeline Summary table, as written, and what its words refer to.

    `phase_key` is the phase of this plan that the row is about, `phases_unresolved` those that it is about and that
    this plan has not. What the phase waits for stands in the phase; `depends_on_unresolved` is what of it this plan
    has not.
    """

    phase: str
    estimate: Estimate
    dependencies: str | None
    risk: Level | None
    line: int
    phase_key: PhaseRef | None = None
    phases_unresolved: tuple[PhaseRef, ...] = ()
    depends_on_unresolved: tuple[Reference, ...] = ()


class TeamMember(Struct, frozen=True):
    """A role and the hours it is needed for."""

    role: str
    hours: float | None


class Resources(Struct, frozen=True):
    """What the work needs."""

    team: tuple[TeamMember, ...] = ()
    tools: tuple[str, ...] = ()
    infrastructure: tuple[str, ...] = ()


class Communication(Struct, frozen=True):
    """Who hears what, when; `updates` by label (Frequency, Format, Audience)."""

    updates: Mapping[str, str] = {}
    decision_points: tuple[str, ...] = ()


class RollbackStep(Struct, frozen=True):
    """One numbered step of the rollback plan; `label` is `None` where it has none, `text` where it is not filled in."""

    label: str | None
    text: str | None


class SuccessMetrics(Struct, frozen=True):
    """How success is measured, and when that is looked at."""

    metrics: tuple[str, ...] = ()
    review: str | None = None


class ExternalDependency(Struct, frozen=True):
    """What another team or service has to deliver; `when` as written or read, `None` where no time is named, and the
    `date` that it says, where it says one."""

    team: str | None
    what: str
    when: str | None
    line: int
    date: dt.date | None = None  # the day in `when`, or in `what`


class Revision(Struct, frozen=True):
    """A row of the version history."""

    date: dt.date | None
    version: str | None
    changes: str | None
    author: str | None
    line: int


class Link(Struct, frozen=True):
    """A link as written: its words and its target, either may be missing; `line` is None where nobody asks for it."""

    text: str
    href: str | None
    line: int | None = None


class Written(Struct, frozen=True):
    """A value as it is written, and the line that it begins on."""

    text: str
    line: int


class PlanLink(Struct, frozen=True):
    """A link to another page where it is said what has to be there first, so maybe to another plan.

    `href` as written, a relative path to a `.md` file; `by` is the task or the phase that waits,
    None where the whole plan does.
    """

    href: str
    text: str
    line: int
    by: Reference | None


class Plan(Struct, frozen=True):
    """All that was read from one document, in the order of the text.

    Lines count from 1 in the file, front matter included.
    """

    title: str
    line: int
    is_template: bool = False
    dialect: str = "template"
    tags: tuple[str, ...] = ()
    declared_status: str | None = None
    status: Status | None = None
    status_source: Written | None = None  # where it stands, even where it is not yet filled in
    created: dt.date | None = None
    last_updated: dt.date | None = None
    start: dt.date | None = None
    due: dt.date | None = None
    baseline: dt.date | str | None = None  # the day, or the tag, that it is to be compared with
    owner: str | None = None
    author: str | None = None
    based_on: Link | None = None
    summary: str | None = None
    key_findings: tuple[Item, ...] = ()
    decisions: tuple[Item, ...] = ()
    phases: tuple[Phase, ...] = ()
    tasks: tuple[Task, ...] = ()
    criteria: tuple[ChecklistItem, ...] = ()
    risks: tuple[Risk, ...] = ()
    risks_anchor: str = "plan-risks"  # of their matrix
    definition_of_done: tuple[ChecklistGroup, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    timeline_total: Estimate | None = None
    resources: Resources = Resources()
    communication: Communication = Communication()
    rollback: tuple[RollbackStep, ...] = ()
    success_metrics: SuccessMetrics = SuccessMetrics()
    assumptions: tuple[Item, ...] = ()
    open_questions: tuple[Item, ...] = ()
    external_dependencies: tuple[ExternalDependency, ...] = ()
    links: tuple[PlanLink, ...] = ()
    link_targets: Mapping[str, str] = {}  # of `[words][label]`, by label
    revisions: tuple[Revision, ...] = ()
    template_version: str | None = None
    placeholders: int = 0
    sections: Mapping[str, int] = {}  # lines that views stand at: headings, a table of risks
    findings: tuple[Finding, ...] = ()

    @property
    def open_risks(self) -> tuple[Risk, ...]:
        """The risks that can still happen; closed, accepted and the like are left out."""
        return tuple(risk for risk in self.risks if risk.is_open)

    def tops(self) -> Iterator[Task]:
        """The tasks of the phases and those outside any, without their sub-tasks."""
        for phase in self.phases:
            yield from phase.tasks
        yield from self.tasks

    def walk(self) -> Iterator[Task]:
        """Every task and sub-task, those of the phases first."""
        for phase in self.phases:
            yield from phase.walk()
        for task in self.tasks:
            yield from task.walk()

    def part(self, reference: Reference | None) -> Task | Phase | None:
        """The task or phase that a reference names."""
        phase = next((phase for phase in self.phases if phase.key == reference), None)
        return phase or next((task for task in self.walk() if task.id == reference), None)

    def checklist(self) -> Iterator[ChecklistItem]:
        """Every box that is no task: criteria, those of the phases first, then the Definition of Done."""
        for phase in self.phases:
            yield from phase.criteria
        yield from self.criteria
        for group in self.definition_of_done:
            yield from group.items

    @property
    def starts_on(self) -> dt.date | None:
        """The day from which it is scheduled: its start, else the day on which it was created."""
        return self.start or self.created

    def outcomes(self) -> dict[TaskId, State]:
        """The tasks and sub-tasks that have ended, `DONE` or `CANCELLED`, each by itself or with its task or phase."""
        groups = [(phase.tasks, phase.outcome) for phase in self.phases]
        groups.append((self.tasks, None))
        parts = (part for tasks, whole in groups for task in tasks for part in task.outcomes(whole))
        return {task.id: outcome for task, outcome in parts if outcome}

    @property
    def derived_status(self) -> Status | None:
        """The status that follows from the boxes, and from phases without boxes; `None` where nothing is tracked.

        Where phases say how far they are and no task does, a phase that says nothing is not begun. A plan is complete
        only if each of its tasks has ended: one that says nothing may still be open, and the schedule counts on that.
        """
        states = [state for task in self.tasks for _, state in task.counted()]
        for phase in self.phases:
            own = None if phase.tracked else phase.current_state
            states += [own] if own else [state for _, state in phase.counted()]
        if any(phase.current_state for phase in self.phases) and not any(phase.tracked for phase in self.phases):
            states += [State.OPEN for phase in self.phases if phase.current_state is None]
        live = [state for state in states if state not in OUT_OF_TOTALS]
        if not live:
            return Status.CANCELLED if State.CANCELLED in states and None not in states else None
        if all(state is State.DONE for state in live) and self._ended:
            return Status.COMPLETE
        return Status.IN_PROGRESS if self.begun else Status.NOT_STARTED

    @property
    def _ended(self) -> bool:
        """Whether each task has ended, by itself or with its phase."""
        outcomes = self.outcomes()
        return all(task.id in outcomes for task in self.tops())

    @property
    def shown_status(self) -> Status | None:
        """What the plan declares, else what its boxes and phases say."""
        return self.status or self.derived_status

    @property
    def begun(self) -> bool:
        """Whether somebody works on it, or has done a part of it."""
        return any(phase.begun for phase in self.phases) or any(task.begun for task in self.tasks)

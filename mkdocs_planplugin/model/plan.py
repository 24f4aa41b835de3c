# What a plan is: frozen values that every other room reads and none changes. No Markdown, no MkDocs, no "today".
"""The plan as data: phases, tasks, criteria, risks, estimates and everything else the format has a place for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .findings import Finding
from .ids import PhaseRef, Reference, RiskId, TaskId
from .states import State, Status
from .values import NO_ESTIMATE, Estimate, Level, Position


@dataclass(frozen=True, slots=True)
class Item:
    """A line of prose that can be linked to: a finding of the discovery, a decision, a question, an assumption.

    `source` is its inline Markdown where that says more than the words (code, emphasis, links), else empty.
    """

    text: str
    line: int
    anchor: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A box that is not a task: a completion criterion or a part of the Definition of Done.

    `task` is the id of the task that a criterion belongs to, None for those of a phase or plan.
    """

    text: str
    state: State | None
    line: int
    task: TaskId | None = None
    has_parts: bool = False  # boxes below it say how far it is; they are counted, it is not


@dataclass(frozen=True, slots=True)
class ChecklistGroup:
    """A named group of the Definition of Done; `group` is empty for boxes that stand under no label."""

    group: str
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class Task:
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
    depends_on_nothing: bool = False  # the author wrote "None": it waits for its phase only
    files: str | None = None
    validation: str | None = None
    owner: str | None = None
    start: dt.date | None = None
    due: dt.date | None = None
    parallel: bool = False
    remaining: Estimate = NO_ESTIMATE  # how much of it the author says is left
    attributes: Mapping[str, str] = field(default_factory=dict)
    subtasks: tuple[Task, ...] = ()

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

    @property
    def done(self) -> bool:
        """Whether nothing of it is left: ticked, or every leaf settled and at least one of them done."""
        if self.state is State.DONE or not self.subtasks:
            return self.state is State.DONE
        states = {leaf.state for leaf in self.leaves()}
        return State.DONE in states and states <= {State.DONE, State.CANCELLED}

    @property
    def cancelled(self) -> bool:
        """Whether it was given up: marked so, or every leaf is."""
        if self.state is State.CANCELLED or not self.subtasks:
            return self.state is State.CANCELLED
        return all(leaf.state is State.CANCELLED for leaf in self.leaves())

    @property
    def settled(self) -> bool:
        """Whether nobody has to wait for it any more: done or cancelled."""
        return self.done or self.cancelled


@dataclass(frozen=True, slots=True)
class Phase:
    """A stage of the plan. `key` is how references name it; `depends_on` holds tasks and phases, as stated by the phase
    itself or by its row of the Timeline Summary; `dependencies` the words, `None` where neither says anything.
    `state` is what its heading or its Status says, whatever its tasks do."""

    key: PhaseRef
    number: str | None
    name: str
    line: int
    anchor: str
    estimate: Estimate = NO_ESTIMATE
    position: Position | None = None
    state: State | None = None
    rationale: str | None = None
    depends_on: tuple[Reference, ...] = ()
    depends_on_unresolved: tuple[Reference, ...] = ()
    dependencies: str | None = None
    tasks: tuple[Task, ...] = ()
    criteria: tuple[ChecklistItem, ...] = ()

    def walk(self) -> Iterator[Task]:
        """Every task and sub-task of the phase, in the order of the text."""
        for task in self.tasks:
            yield from task.walk()

    def leaves(self) -> Iterator[Task]:
        """The tasks that are counted: those without sub-tasks."""
        for task in self.tasks:
            yield from task.leaves()

    @property
    def settled(self) -> bool:
        """Whether nobody has to wait for it any more: every task is settled; without tasks, it says so itself, or
        every criterion is."""
        if self.tasks:
            return all(task.settled for task in self.tasks)
        if self.state is not None or not self.criteria:
            return self.state in (State.DONE, State.CANCELLED)
        return all(item.state in (State.DONE, State.CANCELLED) for item in self.criteria)


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that may go wrong, and what is done about it. `sources` holds the inline Markdown of `title`,
    `mitigation` and `contingency`, of those that have more than words. `title_column`: of a row of a table, the column
    that its title stands in, counted from 0."""

    id: RiskId
    title: str
    line: int
    anchor: str
    priority: Level | None = None
    probability: Level | None = None
    impact: Level | None = None
    mitigation: str | None = None
    contingency: str | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    title_column: int = 0

    @property
    def score(self) -> int | None:
        """Probability x impact, 1 to 16 (the usual risk matrix, ISO 31010 B.10.3); `None` where one is missing."""
        if self.probability is None or self.impact is None:
            return None
        return self.probability.score * self.impact.score


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A row of the Timeline Summary table, as written."""

    phase: str
    estimate: Estimate
    dependencies: str | None
    risk: Level | None
    line: int


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A role and the hours it is needed for."""

    role: str
    hours: float | None


@dataclass(frozen=True, slots=True)
class Resources:
    """What the work needs."""

    team: tuple[TeamMember, ...] = ()
    tools: tuple[str, ...] = ()
    infrastructure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Communication:
    """Who hears what, when; `updates` by label (Frequency, Format, Audience)."""

    updates: Mapping[str, str] = field(default_factory=dict)
    decision_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RollbackStep:
    """One numbered step of the rollback plan; `label` is `None` where it has none, `text` where it is not filled in."""

    label: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class SuccessMetrics:
    """How success is measured, and when that is looked at."""

    metrics: tuple[str, ...] = ()
    review: str | None = None


@dataclass(frozen=True, slots=True)
class ExternalDependency:
    """What another team or service has to deliver; `when` as written or read, `None` where no time is named, and the
    `date` that it says, where it says one."""

    team: str | None
    what: str
    when: str | None
    line: int
    date: dt.date | None = None  # the day in `when`, or in `what`


@dataclass(frozen=True, slots=True)
class Revision:
    """A row of the version history."""

    date: dt.date | None
    version: str | None
    changes: str | None
    author: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written: its words and its target, either may be missing; `line` is None where nobody asks for it."""

    text: str
    href: str | None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A link to another page where it is said what has to be there first, so maybe to another plan.

    `href` as written, a relative path to a `.md` file; `by` is the task or the phase that waits,
    None where the whole plan does.
    """

    href: str
    text: str
    line: int
    by: Reference | None


@dataclass(frozen=True, slots=True)
class Plan:
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
    created: dt.date | None = None
    last_updated: dt.date | None = None
    start: dt.date | None = None
    due: dt.date | None = None
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
    resources: Resources = field(default_factory=Resources)
    communication: Communication = field(default_factory=Communication)
    rollback: tuple[RollbackStep, ...] = ()
    success_metrics: SuccessMetrics = field(default_factory=SuccessMetrics)
    assumptions: tuple[Item, ...] = ()
    open_questions: tuple[Item, ...] = ()
    external_dependencies: tuple[ExternalDependency, ...] = ()
    links: tuple[PlanLink, ...] = ()
    link_targets: Mapping[str, str] = field(default_factory=dict)  # of `[words][label]`, by label
    revisions: tuple[Revision, ...] = ()
    template_version: str | None = None
    placeholders: int = 0
    sections: Mapping[str, int] = field(default_factory=dict)  # lines that views stand at: headings, a table of risks
    findings: tuple[Finding, ...] = ()

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

    def leaves(self) -> Iterator[Task]:
        """The tasks that are counted: those without sub-tasks."""
        for phase in self.phases:
            yield from phase.leaves()
        for task in self.tasks:
            yield from task.leaves()

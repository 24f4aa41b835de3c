# The last step of reading the work: all ids are known, so references can be resolved and anchors given.
"""From drafts to phases and tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from sys import intern
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.model import (
    Calendar,
    ChecklistItem,
    Estimate,
    Phase,
    PhaseRef,
    PlanLink,
    Position,
    Reference,
    State,
    Task,
    TaskId,
)

from ..context import ReadingContext
from ..findings import UNREAD_VALUE
from ..labels import label_key
from ..patterns import when_used
from ..profiles import BLOCKING_LABELS, phrase_set
from ..remembered import remembered
from ..values import ReferenceIndex, References, read_length, read_people, without_lags
from .dependencies import StatedDependency, added_up, dependency_in_title, without_dependency
from .drafts import PhaseDraft, TaskDraft
from .plan_work import WorkDrafts
from .remarks import Hindrance

_DAYS_OF_WEEK = 7
_HOW_LAGS_ARE_WRITTEN = "write a lag as in `1.1 + 2 days`, or add a task that takes the time between them"
_HOW_DAYS_FOLLOW = "correct one of them: `**Start:** 2026-03-01`, `**End:** 2026-03-10`"
_NEXT_ITEM = when_used("[,;]")
_NUMBER = when_used(r"\d+")
_NUMBERS = when_used(r"\s*\d{1,3}(?:\s*[,&+]\s*\d{1,3}){0,20}\s*")
_BEHIND_NAME = when_used(r"\s(?:\(|[–—-]{1,3}\s)", needs="(–—-")
_ALL_BEFORE = phrase_set(lambda profile: profile.references.all_before)
_NO_REFERENCES = References((), (), nothing=False)
# What most tasks have in common is one object for all of them, in all plans of a site.
_NO_LAGS: Mapping[Reference, float] = {}
_NO_ATTRIBUTES: Mapping[str, str] = {}
_plain_id = remembered(1024)(TaskId)


class Work(Struct, frozen=True):
    """The work of a plan: its phases, the tasks and criteria outside them, and the links to other pages that something
    waits for. `references` resolves further references to these phases and tasks."""

    phases: tuple[Phase, ...]
    tasks: tuple[Task, ...]
    criteria: tuple[ChecklistItem, ...]
    links: tuple[PlanLink, ...]
    references: ReferenceIndex


def finish_work(drafts: WorkDrafts, rows: Mapping[str, StatedDependency], context: ReadingContext) -> Work:
    """Give ids and anchors, and resolve references. `rows` are the dependencies of phases in the Timeline Summary, by
    the number of the phase."""
    finisher = _Finisher(drafts, context)
    phases = tuple(finisher.phase(draft, key, rows) for draft, key in zip(drafts.phases, finisher.keys, strict=True))
    tasks = tuple(map(finisher.task, drafts.outside.tasks))
    return Work(phases, tasks, finisher.criteria(drafts.outside), tuple(finisher.links), finisher.index)


class _Finisher:
    """Knows the ids of all tasks and phases of one plan, and collects links."""

    def __init__(self, drafts: WorkDrafts, context: ReadingContext) -> None:
        self.keys = _phase_keys(drafts.phases)
        self.links: list[PlanLink] = []
        self._anchors = context.anchors
        self._findings = context.findings
        self._calendar = context.calendar
        # By the identity of drafts. If several ids have the same text, the first task has the plain one.
        texts: set[str] = set()
        ids: dict[int, TaskId] = {}
        self._stated: dict[int, StatedDependency] = {}
        for task in drafts.walk():
            plain = _plain_id(task.written) if task.written else TaskId(None, task.line)
            text = str(plain)
            if text in texts:
                plain = TaskId(task.written, task.line, repeated=True)
                text = str(plain)
            ids[id(task)] = plain
            texts.add(text)
            if stated := _stated_by(task):
                self._stated[id(task)] = stated
        self._ids = ids
        self._before = _waits_for_all_before(drafts, ids, self._stated)
        self._has_signs = any(task.signed for task in drafts.walk())
        self.index = ReferenceIndex(list(self._ids.values()), self.keys)
        self._drafts = drafts

    def phase(self, draft: PhaseDraft, key: PhaseRef, rows: Mapping[str, StatedDependency]) -> Phase:
        """The phase of a draft. Its owner is that of each of its tasks that names none."""
        row = rows.get(key.name) if key.number else None
        estimate, beside = _split_estimate(draft)
        dependency, references = self._of_phase(
            [draft.dependency, dependency_in_title(draft.name, draft.line), beside, row], key
        )
        for task in draft.tasks if "owner" in draft.values else ():
            if "owner" not in task.title_values:
                task.values.setdefault("owner", draft.values["owner"])
        self._note_wrong_order(draft)
        tasks = tuple(map(self.task, draft.tasks))
        own = {part.id for task in tasks for part in task.walk()}
        if references.ids and references.ids[0] in own:  # `A4 holds up all of phase C`: what others wait for
            dependency, references = None, _NO_REFERENCES
        # A phase that is an item of a list is the element of its own task, and an element has one anchor.
        itself = tasks[0] if tasks and tasks[0].line == draft.line else None
        return Phase(
            key=key,
            number=draft.number,
            name=draft.name,
            label=draft.label,
            line=draft.line,
            anchor=itself.anchor if itself else self._anchors.anchor(f"plan-phase-{key.name}"),
            estimate=estimate,
            position=draft.position or _position(draft.values),
            due=draft.values.get("due") or (None if "start" in draft.values else draft.values.get("end")),
            state=draft.state,
            rationale=draft.rationale,
            # A phase does not wait for itself, nor for its own work.
            depends_on=tuple(reference for reference in references.ids if reference != key and reference not in own),
            depends_on_unresolved=references.unresolved,
            dependencies=dependency.words if dependency else None,
            lags=self._lags(dependency, references, of_phase=True) if dependency else _NO_LAGS,
            depends_on_itself=key in references.ids,
            tasks=tasks,
            criteria=self.criteria(draft),
            has_lists=draft.has_lists,
        )

    def _note_wrong_order(self, draft: PhaseDraft) -> None:
        """Add a finding about a phase that ends before it starts: none of the two days counts."""
        if _ends_before_start(draft.values):
            start, end = draft.values["start"], draft.values["end"]
            message = f"the phase starts {start}, and ends {end}, before that: neither of the two days is read"
            self._findings.note(UNREAD_VALUE, draft.line, message, _HOW_DAYS_FOLLOW)

    def task(self, draft: TaskDraft) -> Task:
        dependency = self._stated.get(id(draft))
        references = self._references(dependency) if dependency else _NO_REFERENCES
        lags = self._lags(dependency, references) if dependency else _NO_LAGS
        number = self._ids[id(draft)]
        if references == _NO_REFERENCES and (before := self._before.get(id(draft))):
            references = References(before, (), nothing=False)
        if references == _NO_REFERENCES and draft.dependency is None and draft.hindrance is None:
            dependency = None  # behind a name: `Dig (after lunch)`, `Backups (nach Bedarf)`
        if dependency:
            self.links += dependency.plan_links(number)
        # What holds it up is none of the tasks: nobody knows when it goes on.
        hindrance = draft.hindrance if not self._names_tasks(draft.hindrance, draft.line) else None
        is_blocked = hindrance is not None and draft.state is State.OPEN
        said = _said_of_blocking(draft)
        return Task(
            id=number,
            title=draft.title if hindrance else _whole_title(draft),
            state=State.BLOCKED if is_blocked else draft.state,
            line=draft.line,
            anchor=self._anchors.anchor(f"plan-task-{number}"),
            depends_on=references.ids,
            depends_on_unresolved=references.unresolved,
            dependencies=intern(dependency.words) if dependency else None,
            depends_on_nothing=references.nothing,
            lags=lags,
            parallel=draft.parallel,
            title_column=draft.column,
            attributes=draft.attributes or _NO_ATTRIBUTES,
            causes=said.get("causes")
            or (
                (hindrance.reason,)
                if hindrance and is_blocked and hindrance.reason and (references.ids or not dependency)
                else ()
            ),
            notes=said.get("notes", ()),
            subtasks=tuple(map(self.task, draft.subtasks)),
            **_values(draft, self._calendar),
        )

    def _names_tasks(self, hindrance: Hindrance | None, line: int) -> bool:
        """Whether what holds a task up is told as a reference, to tasks that the plan has or has not."""
        stated = dependency_in_title(f"x{hindrance.text}", line) if hindrance else None
        return stated is not None and self._references(stated) != _NO_REFERENCES

    def criteria(self, phase: PhaseDraft) -> tuple[ChecklistItem, ...]:
        """The criteria of a phase and of its tasks, in the order of the text."""
        of_tasks = (replace(item, task=self._ids[id(task)]) for task in phase.walk() for item in task.criteria)
        return tuple(sorted((*phase.criteria, *of_tasks), key=lambda item: item.line))

    @cached_property
    def _names(self) -> dict[str, Reference | None]:
        """The tasks and phases by their names; `None` for a name that several have. Most plans refer by numbers."""
        names: dict[str, Reference | None] = {}
        references: list[tuple[str, Reference]] = [
            (phase.name, key) for phase, key in zip(self._drafts.phases, self.keys, strict=True)
        ]
        references += (
            (name, self._ids[id(task)]) for task in self._drafts.walk() for name in (task.title, task.signed) if name
        )
        for name, reference in references:
            key = label_key(without_dependency(name))
            names[key] = None if key in names else reference
        for name, reference in references:  # elsewhere they are called without what stands behind them
            short = label_key(_BEHIND_NAME.split(name, maxsplit=1)[0])
            names.setdefault(short, reference)
        return names

    def _references(self, dependency: StatedDependency) -> References:
        """The references of a dependency."""
        references = self.index.read(dependency.own_words)
        if references != _NO_REFERENCES and not self._has_signs:  # as most
            return references
        names = {item: self._names.get(label_key(item)) for item in _NEXT_ITEM.split(dependency.own_words)}
        if references == _NO_REFERENCES:
            # The list may name tasks and phases word for word.
            return References(tuple(dict.fromkeys(filter(None, names.values()))), (), nothing=False)
        if any(names.values()):  # some by the ids of their signs, some by their own
            ids: dict[Reference, None] = dict.fromkeys(references.ids)
            ids |= {name: None for name in names.values() if name}
            named = {item.strip() for item, name in names.items() if name}
            unresolved = tuple(one for one in references.unresolved if str(one) not in named)
            return References(tuple(ids), unresolved, nothing=False)
        return references

    def _lags(
        self, dependency: StatedDependency, references: References, *, of_phase: bool = False
    ) -> Mapping[Reference, float]:
        """The lags of a dependency in working hours, by what they are behind. A finding tells of those that are not
        read, and of other kinds of links."""
        lags: dict[Reference, float] = {}
        for lag in without_lags(dependency.own_words)[1] if references.ids else ():
            length = None if lag.is_other_kind else read_length(lag.length, self._calendar)
            of = (of_phase and self._phases_by_number(lag.of)) or self.index.read(lag.of).ids
            if length and of:
                hours = sum(length.hours) / len(length.hours)
                lags |= dict.fromkeys(of, -hours if lag.is_lead else hours)
                continue
            kind = "kind of link" if lag.is_other_kind else "lag"
            message = f"the {kind} `{lag.words}` is not read: what is waited for has to be finished, and no more"
            self._findings.note(UNREAD_VALUE, dependency.line, message, _HOW_LAGS_ARE_WRITTEN)
        return lags or _NO_LAGS

    def _phases_by_number(self, words: str) -> tuple[Reference, ...]:
        """The phases in words of nothing but numbers, as a phase says what it waits for: `(3 days, after 1)`."""
        numbers = _NUMBER.findall(words) if _NUMBERS.fullmatch(words) else ()
        return tuple(filter(None, map(self.index.phase, numbers)))

    def _of_phase(
        self, stated: Iterable[StatedDependency | None], key: PhaseRef
    ) -> tuple[StatedDependency | None, References]:
        """The first dependency of a phase that has references or says "None", and these references. Words without a
        reference say nothing about the order."""
        dependencies = [dependency for dependency in stated if dependency]
        self.links += (link for dependency in dependencies for link in dependency.plan_links(key))
        for dependency in dependencies:
            numbered = self._phases_by_number(without_lags(dependency.own_words)[0])
            references = References(numbered, (), nothing=False) if numbered else self._references(dependency)
            if references.ids or references.unresolved or references.nothing:
                return dependency, references
        return None, _NO_REFERENCES


def _split_estimate(draft: PhaseDraft) -> tuple[Estimate, StatedDependency | None]:
    """How long a phase takes, and what it waits for by the words beside that: `Roof (3 days, after Phase 1)`."""
    length, *beside = _NEXT_ITEM.split(draft.estimate.text or "")
    stated = [dependency_in_title(f"{length} ({piece.strip()})", draft.line) for piece in beside]
    first = next(filter(None, stated), None)
    if first is None:
        return draft.estimate, None
    others = [piece for piece, dependency in zip(beside, stated, strict=True) if dependency is None]
    return replace(draft.estimate, text=",".join((length, *others))), first


def _whole_title(draft: TaskDraft) -> str:
    """The title of a task with the remark behind it that it is blocked."""
    return f"{draft.title}{draft.hindrance.text}" if draft.hindrance else draft.title


def _stated_by(draft: TaskDraft) -> StatedDependency | None:
    """What a task waits for by its attributes and by what stands behind its name."""
    return added_up(draft.dependency, dependency_in_title(_whole_title(draft), draft.line))


def _waits_for_all_before(
    drafts: WorkDrafts, ids: Mapping[int, TaskId], stated: Mapping[int, StatedDependency]
) -> dict[int, tuple[Reference, ...]]:
    """What those tasks wait for that wait for all tasks before them: the tasks back to the last one that does so, too,
    and that one, for the others are before it. Before them is what stands above them in the text. `ids`, what they have
    `stated` and the result are by the identity of the drafts."""
    before: dict[int, tuple[Reference, ...]] = {}
    since: list[TaskId] = []
    tops = (task for phase in (*drafts.phases, drafts.outside) for task in phase.tasks)
    for top in sorted(tops, key=lambda task: task.line):
        dependency = stated.get(id(top))
        if dependency and _ALL_BEFORE.fits(label_key(dependency.own_words)):
            before[id(top)] = tuple(since)
            since = []
        since.append(ids[id(top)])
    return before


def _values(draft: TaskDraft, calendar: Calendar) -> dict[str, Any]:
    """The fields of a task. An end with a start is its length, unless there is an estimate; an end alone is its due
    day. `Until` is the end of a task with a start; of one without, the day until which it is blocked."""
    values = {"estimate": draft.title_estimate} | draft.title_values | draft.values
    first, last = values.pop("from", None), values.pop("to", None)
    if first:
        values.setdefault("start", first)
    if last:
        is_end = values.get("start") and draft.state is not State.BLOCKED
        values.setdefault("end" if is_end else "blocked_until", last)
    if "owner" in values:
        values["owner"] = intern(values["owner"])
        values["owners"] = read_people(values["owner"])
    _add_remaining(values, values.pop("progress", None))
    start, end = values.get("start"), values.pop("end", None)
    if start and end and start <= end and not values["estimate"].known:
        # Working hours from the first day to the last, both included.
        days = (end - start).days + 1
        weeks, rest = divmod(days, _DAYS_OF_WEEK)
        rest_days = sum((start.weekday() + day) % _DAYS_OF_WEEK in calendar.working_days for day in range(rest))
        free = sum(start <= day <= end and day.weekday() in calendar.working_days for day in calendar.holidays)
        hours = (weeks * len(calendar.working_days) + rest_days - free) * calendar.hours_per_day
        values["estimate"] = Estimate(f"{start.isoformat()} – {end.isoformat()}", hours, None, hours)
    elif end:
        values.setdefault("due", end)
    return values


def _position(values: Mapping[str, Any]) -> Position | None:
    """When a phase is, from the days on which it says that it starts and ends; `None` if it does not say the first."""
    start, end = values.get("start"), values.get("end")
    if start is None or _ends_before_start(values):
        return None
    return Position(f"{start} – {end}" if end else str(start), start=start, finish=end)


def _ends_before_start(values: Mapping[str, Any]) -> bool:
    start, end = values.get("start"), values.get("end")
    return bool(start and end and end < start)


def _add_remaining(values: dict[str, Any], share: float | None) -> None:
    """What is left of a task that says which share is done (`Progress: 60%`), unless it says what is left."""
    estimate: Estimate = values["estimate"]
    if share is None or "remaining" in values or not estimate.known:
        return
    ends = (estimate.min_hours, estimate.likely_hours, estimate.max_hours)
    low, likely, high = (None if end is None else end * (1 - share) for end in ends)
    values["remaining"] = Estimate(f"{1 - share:.0%}", low, likely, high)


def _said_of_blocking(draft: TaskDraft) -> Mapping[str, tuple[str, ...]]:
    """The attributes of a task that are its causes or its notes, in the order of the labels in the profiles."""
    values = {key: value for label, value in draft.attributes.items() if (key := label_key(label)) in BLOCKING_LABELS}
    said: dict[str, tuple[str, ...]] = {}
    for label in sorted(values, key=list(BLOCKING_LABELS).index) if len(values) > 1 else values:
        meaning = BLOCKING_LABELS[label]
        said[meaning] = (*said.get(meaning, ()), values[label])
    return said


def _phase_keys(phases: Sequence[PhaseDraft]) -> list[PhaseRef]:
    """The references to the phases; no two are equal."""
    keys: dict[PhaseRef, None] = {}
    for phase in phases:
        key = PhaseRef(phase.number) if phase.number else PhaseRef(None, phase.line)
        keys[PhaseRef(phase.number, phase.line) if key in keys else key] = None
    return list(keys)

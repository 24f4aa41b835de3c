# What changed in a plan, in words: the same on its page, on the index and in `planplugin diff`. They are sentences of
# the catalog: a page makes links of their names, the command makes Markdown of them.
"""Changes as sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from textwrap import shorten

from msgspec import Struct

from mkdocs_planplugin.catalog import STATE_LABELS, STATUS_LABELS, Name, Sentence, phase_number, say, say_number
from mkdocs_planplugin.model import Plan, State

from .changes import DayKind, DayMoved, PlanChanges
from .versions import PhaseVersion, PlanVersion, RiskVersion, TaskVersion

# Tasks by how they stand now, what is done first.
_STATES = (State.DONE, State.IN_PROGRESS, State.BLOCKED, State.OPEN, State.DEFERRED, State.CANCELLED)
_TITLE_LENGTH = 60

# How a part of a plan is called.
Part = TaskVersion | PhaseVersion | RiskVersion
NameOf = Callable[[Part], Name]


class ChangeLine(Struct, frozen=True):
    """One kind of change: what it is called (`done`, `Added`), and what it is true of, a sentence each."""

    kind: Sentence
    details: tuple[Sentence, ...]

    @property
    def label(self) -> str:
        """What it is called in the active language, as the first word of a line."""
        words = self.kind.template
        return words[:1].upper() + words[1:]


def full_name(part: Part) -> Name:
    """A task by its id and title, a phase by its number and name, a risk by its title; no page has a place for
    them."""
    match part:
        case TaskVersion():
            return Name(part.id or "", part.title)
        case PhaseVersion():
            return Name(phase_number(part), part.title)
        case _:
            return Name("", part.title)


def names_on_page(plan: Plan, version: PlanVersion, path: str = "") -> NameOf:
    """The names of what is in the present version of a plan, with their places on its page, which is at the source
    path `path` where another page names them. What is only in earlier versions has no place."""
    anchors: dict[Part, str] = {}
    for task_version, task in zip(version.tasks, plan.walk(), strict=False):
        anchors.setdefault(task_version, task.anchor)
    for phase_version, phase in zip(version.phases, (phase for phase in plan.phases if phase.due), strict=False):
        anchors.setdefault(phase_version, phase.anchor)
    for risk_version, risk in zip(version.risks, plan.risks, strict=False):
        anchors.setdefault(risk_version, risk.anchor)

    def name_of(part: Part) -> Name:
        name, anchor = full_name(part), anchors.get(part, "")
        title = shorten(name.title, _TITLE_LENGTH, placeholder=" …")
        return Name(name.number, title, anchor, f"{path}#{anchor}" if path and anchor else "")

    return name_of


def progress_now(changed: PlanChanges) -> Sentence:
    """How much is done, and how much was, where that differs; of a plan that is gone, that it is."""
    before, after = changed.before, changed.after
    if after is None:
        return say("no longer a plan, or deleted")
    done = say_number(after.total, "{done} of {n} task done", "{done} of {n} tasks done", done=after.done)
    if before is None:
        return say("new. {progress}", progress=done)
    if (before.done, before.total) == (after.done, after.total):
        return done
    return say("{progress}, {done} of {total} before", progress=done, done=before.done, total=before.total)


def change_lines(changed: PlanChanges, name_of: NameOf = full_name) -> Iterator[ChangeLine]:
    """All that changed in a plan that was there before and still is, by kind."""
    if changed.status:
        before, after = (STATUS_LABELS[status] for status in (changed.status.before, changed.status.after))
        yield ChangeLine(say("Status"), (_plain("{before} → {after}", before=before.english, after=after.english),))
    for state in _STATES:
        if moved := [task for task, states in changed.states if states.after is state]:
            yield ChangeLine(Sentence(STATE_LABELS[state].english), tuple(_named(name_of(task)) for task in moved))
    for kind, tasks in ((say("Added"), changed.added), (say("Removed"), changed.removed)):
        if tasks:
            yield ChangeLine(kind, tuple(_named(name_of(task)) for task in tasks))
    if changed.days:
        yield ChangeLine(say("Dates moved"), tuple(day_moved(day, name_of) for day in changed.days))
    for kind, risks in ((say("Risks raised"), changed.raised), (say("Risks lowered"), changed.lowered)):
        if risks:
            scored = (_scored(name_of(risk), moved.before, moved.after) for risk, moved in risks)
            yield ChangeLine(kind, tuple(scored))


def brief_changes(changed: PlanChanges) -> tuple[Sentence, ...]:
    """The same in a few words: how many tasks were done, added and removed, as the counters count them, the days of the
    plan that moved, and how many risks rose. Where that is nothing, how much else changed."""
    brief = tuple(_brief(changed))
    others = 0 if brief else sum(len(line.details) for line in change_lines(changed))
    return (say_number(others, "{n} other change", "{n} other changes"),) if others else brief


def _brief(changed: PlanChanges) -> Iterator[Sentence]:
    done = sum(task.counted for task, states in changed.states if states.after is State.DONE)
    added, removed = (sum(task.counted for task in tasks) for tasks in (changed.added, changed.removed))
    if done:
        yield say_number(done, "{n} task done", "{n} tasks done")
    if added:
        yield say_number(added, "{n} task added", "{n} tasks added")
    if removed:
        yield say_number(removed, "{n} task removed", "{n} tasks removed")
    yield from (day_moved(day) for day in changed.days if day.work is None)
    moved = [day for day in changed.days if day.moved.before and day.moved.after]  # a new phase moves none
    if phases := sum(isinstance(day.work, PhaseVersion) for day in moved):
        yield say_number(phases, "{n} phase due on another day", "{n} phases due on another day")
    new_or_gone = (*changed.added, *changed.removed)
    if tasks := sum(isinstance(day.work, TaskVersion) and day.work not in new_or_gone for day in changed.days):
        yield say_number(tasks, "{n} task due on another day", "{n} tasks due on another day")
    if changed.raised:
        yield say_number(len(changed.raised), "{n} risk raised", "{n} risks raised")


def day_moved(day: DayMoved, name_of: NameOf = full_name) -> Sentence:
    """`due 3 Feb → 20 Feb`; a task or a phase is called by its number, and by its title where it has none."""
    before, after = _day(day.moved.before), _day(day.moved.after)
    if day.work is not None:
        name = name_of(day.work)
        short = Name(name.number, "" if name.number else name.title, name.anchor, name.page)
        return say("{task} due {before} → {after}", task=short, before=before, after=after)
    match day.kind:
        case DayKind.START:
            return say("start {before} → {after}", before=before, after=after)
        case DayKind.DUE:
            return say("due {before} → {after}", before=before, after=after)
        case _:
            return say("planned finish {before} → {after}", before=before, after=after)


def _day(day: dt.date | None) -> dt.date | Sentence:
    return day or say("none")


def _scored(risk: Name, before: int | None, after: int | None) -> Sentence:
    """`Double posting (score 2 → 6)`; a risk that nobody rated scores 1."""
    scores = (score or say("none") for score in (before, after))
    return say("{risk} (score {before} → {after})", risk=risk, before=next(scores), after=next(scores))


def _named(name: Name) -> Sentence:
    return Sentence("{name}", {"name": name})


def _plain(text: str, **words: str) -> Sentence:
    """A text of signs alone around English words of the catalog, which are translated when they are shown."""
    return Sentence(text, {name: Sentence(word) for name, word in words.items()})

# A plan in the timeline over all plans is one bar: what lies behind today is filled, what is left is a frame, cut where
# its phases end. What goes on outside the picture is said by an arrow with its day. Each scale is drawn once.
"""The bars of plans in several scales of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from mkdocs_planplugin.catalog import IN_TROUBLE, Verdict, plain
from mkdocs_planplugin.language import _, mark
from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import phase_link, tasks_done_meter

from .dated_plans import DatedPlan, DaySpan

# By its name in the style sheet: what a scale is called, how many days it shows, and how many weeks of them are behind
# the week of today.
_SCALES = {"6w": (mark("6 weeks"), 42, 1), "3m": (mark("3 months"), 91, 1), "1y": (mark("1 year"), 364, 4)}
_ALL = mark("All")
USUAL_SCALE = "3m"
# In percent of the axis: the least that can be seen, the narrowest piece with its number in it, and how much room words
# need behind a bar.
_THINNEST, _NUMBERED, _WORDS = 0.3, 3.0, 35
_WEEK = 7

DateWriter = Callable[[dt.date], str]  # a date as it is written on this page


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that one drawing of all plans shows: its name in the style sheet, and what it is called."""

    name: str
    words: str
    days: DaySpan


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar, in percent of the axis; `kind` is the end of its class name."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A plan in one scale. `words` answer when it ends, at the `place` (a class name); `planned` is said below, at its
    own place; `outside` is what lies behind the right edge. `before` and `after`: its bar goes on at that side."""

    scale: str
    pieces: tuple[Piece, ...]
    numbers: tuple[tuple[str, str], ...]
    due: str
    before: bool
    after: bool
    words: str
    place: str
    planned: str
    planned_place: str
    outside: str


def scales(plans: Sequence[DatedPlan], today: dt.date, *, only_usual: bool) -> list[Scale]:
    """The scales in which plans are drawn: those that show less than all there is, and all of it."""
    everything = DaySpan.of(today, today).joined(_spans(plans))
    monday = today.toordinal() - today.weekday()
    made = []
    for name, (words, length, behind) in _SCALES.items():
        first = monday - behind * _WEEK
        days = DaySpan(first, first + length)
        made.append(Scale(name, _(words), days))
        if days.first <= everything.first and everything.last <= days.last:
            break
    else:
        made.append(Scale("all", _(_ALL), everything))
    usual = [scale for scale in made if scale.name == USUAL_SCALE] or made[-1:]
    return usual if only_usual else made


def _spans(plans: Sequence[DatedPlan]) -> Iterator[DaySpan]:
    for plan in plans:
        yield plan.days
        if plan.remaining:
            yield plan.remaining
        if due := plan.entry.plan.due:
            yield DaySpan.of(due, due)


class LaneMaker:
    """Draws plans on the axis of one scale."""

    def __init__(self, scale: Scale, today: dt.date, write_date: DateWriter) -> None:
        self._scale = scale
        self._days = scale.days
        self._today = today
        self._write = write_date

    def lane(self, plan: DatedPlan) -> Lane:
        """A plan with its bar and its words."""
        bar = _bar(plan, self._today)
        start, finish = (bar.first, bar.last) if bar else (self._today.toordinal(),) * 2
        pieces = tuple(self._pieces(plan, bar)) if bar else ()
        planned, planned_place = self._planned(plan)
        return Lane(
            scale=self._scale.name,
            pieces=(*pieces, *self._piece("planned", plan.days.first, plan.days.last)),
            numbers=tuple(self._numbers(plan)) if bar else (),
            due=self._due(plan),
            before=bool(bar) and start < self._days.first < finish,
            after=bool(bar) and start < self._days.last < finish,
            words=self._words(plan, bar),
            place=self._place(start, finish),
            planned=planned,
            planned_place=planned_place,
            outside=self._outside(plan, bar),
        )

    def _percent(self, day: float) -> float:
        return min(100.0, max(0.0, self._days.percent(day)))

    def _piece(self, kind: str, first: float, last: float) -> Iterator[Piece]:
        """A part of a bar, where any of it is in the picture."""
        if last > self._days.first and first < self._days.last:
            x, end = self._percent(first), self._percent(last)
            yield Piece(kind, f"{x:.4g}%", f"{max(end - x, _THINNEST):.4g}%")

    def _pieces(self, plan: DatedPlan, bar: DaySpan) -> Iterator[Piece]:
        today, due = self._today.toordinal(), plan.entry.plan.due
        if plan.entry.plan.begun and bar.first < today:
            yield from self._piece("gone", bar.first, min(today, bar.last))
        left = max(bar.first, today) if plan.entry.plan.begun else bar.first
        yield from self._piece(_kind(plan), left, bar.last)
        for border in _borders(plan)[:-1]:
            if left < border[0] < bar.last and self._days.first < border[0] < self._days.last:
                yield Piece("cut", f"{self._percent(border[0]):.4g}%", "")
        if due and due.toordinal() + 1 < bar.last:
            yield from self._piece("over", max(due.toordinal() + 1, left), bar.last)

    def _numbers(self, plan: DatedPlan) -> Iterator[tuple[str, str]]:
        """The numbers of phases, each in the middle of what is left of it, where it has room."""
        at = max(self._today.toordinal(), plan.remaining.first if plan.remaining else 0)
        for end, number in _borders(plan):
            x, last = self._percent(at), self._percent(end)
            if last - x >= _NUMBERED and number:
                yield f"{(x + last) / 2:.4g}%", number
            at = max(at, end)

    def _due(self, plan: DatedPlan) -> str:
        """Where the flag of the day due stands; empty where it is not in the picture."""
        due = plan.entry.plan.due
        if due is None or not self._days.overlaps(DaySpan.of(due, due)):
            return ""
        return f"{self._percent(due.toordinal() + 1):.4g}%"

    def _words(self, plan: DatedPlan, bar: DaySpan | None) -> str:
        """When it will be done, and what is wrong with that."""
        entry = plan.entry
        if bar is None:
            done = tasks_done_meter(entry.measures.progress)
            return f"{entry.health.label.inline}, {done.label}" if done else entry.health.label.inline
        words = self._write(bar.finish)
        if not entry.plan.begun and bar.start != bar.finish:
            words = f"{self._write(bar.start)} → {words}"
        if entry.health.verdict in IN_TROUBLE:
            words = f"{words}, {self._why(entry)}"
        return words

    def _why(self, entry: Entry) -> str:
        """`4 working days after it is due`, `blocked (until 18 Feb)`."""
        brief = plain(entry.health.brief, self._today)
        return f"{entry.health.label.inline} ({brief})" if entry.health.verdict is Verdict.BLOCKED else brief

    def _place(self, start: float, finish: float) -> str:
        """Behind the bar where there is room for words, else before it, else on a line of its own."""
        behind, before = self._percent(finish), self._percent(start)
        if 100 - behind >= _WORDS:
            return f"plan-from-{ceil(behind)}"
        if before >= _WORDS:
            return f"plan-to-{floor(before)}"
        return "plan-lane-own-line"

    def _planned(self, plan: DatedPlan) -> tuple[str, str]:
        """From when to when it was planned, where that is not what is expected, and where that is said."""
        if not plan.moved:
            return "", ""
        start, finish = plan.days.start, plan.days.finish
        days = " → ".join(dict.fromkeys((self._write(start), self._write(finish))))
        words = _("planned {when}").format(when=days)
        if plan.days.first < self._days.first:
            words = f"◂ {words}"
        end = self._percent(plan.days.last)
        return (
            words,
            f"plan-from-{ceil(end)}" if 100 - end >= _WORDS else f"plan-to-{floor(self._percent(plan.days.first))}",
        )

    def _outside(self, plan: DatedPlan, bar: DaySpan | None) -> str:
        """What lies behind the right edge: the finish, or the day due."""
        due = plan.entry.plan.due
        if bar and bar.last > self._days.last:
            return _("to {date}").format(date=self._write(bar.finish))
        if due and due.toordinal() >= self._days.last:
            return _("due {date}").format(date=self._write(due))
        return ""


def _bar(plan: DatedPlan, today: dt.date) -> DaySpan | None:
    """The days of the bar: from the planned start, or, where nobody has begun, the expected one, to the finish; a plan
    that rests has none."""
    if plan.entry.measures.shown_status is Status.ON_HOLD:
        return None
    if plan.remaining is None:
        return plan.days
    if not plan.entry.plan.begun:
        return plan.remaining
    return DaySpan(min(plan.days.first, today.toordinal()), plan.remaining.last)


def _borders(plan: DatedPlan) -> list[tuple[int, str]]:
    """The ends of the phases that are left, with their numbers, in the order of these ends."""
    ends = []
    for span in plan.schedule.phases:
        finish = span.tracking.expected_finish
        if finish and span.phase.outcome is None and span.duration_hours:
            ends.append((finish.toordinal() + 1, span.phase.number or phase_link(span.phase).short[:1]))
    return sorted(ends)


def _kind(plan: DatedPlan) -> str:
    """What is left: of a plan that has begun, that is blocked, or that nobody has begun."""
    if plan.entry.health.verdict is Verdict.BLOCKED:
        return "stuck"
    return "left" if plan.entry.plan.begun else "later"

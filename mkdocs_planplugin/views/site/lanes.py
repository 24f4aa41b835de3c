# In the timeline over all plans, each plan has one bar. The time before today is filled; the rest is a frame, with a
# cut at the end of each phase. If a bar goes on outside the picture, an arrow says until which day. Each bar is drawn
# once for each scale, such as `3 months`, and the reader chooses a scale.
"""The bars of plans in several scales of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from math import ceil, floor

from msgspec import Struct

from mkdocs_planplugin.catalog import IN_TROUBLE, Glyph, Verdict, sentence_text
from mkdocs_planplugin.language import _, mark
from mkdocs_planplugin.model import Phase, Status
from mkdocs_planplugin.portfolio import PlanPart
from mkdocs_planplugin.views.kit import Context, begins_at, ends_at, phase_link, tasks_done_meter

from .dated_plans import DatedPlan, DaySpan

# The scales, by their names in the style sheet: label, number of days, and how many full weeks before this one they
# show.
_SCALES = {"6w": (mark("6 weeks"), 42, 1), "3m": (mark("3 months"), 91, 1), "1y": (mark("1 year"), 364, 4)}
_ALL = mark("All")
USUAL_SCALE = "3m"
# In percent of the axis: the narrowest piece that can be seen, the narrowest phase that shows its number, the room that
# the words of a bar need, and the usual width of a letter and of a flag. Where there is little room a letter is wider.
_THINNEST, _NUMBERED, _WORDS, _LETTER, _FLAG = 0.3, 3.0, 35, 1.0, 1.5
_BOLD_LETTER = 1.2  # behind a bar, in a wide font
_WIDE_LETTER = 2.3
_END = 100.0
_WEEK = 7

DateWriter = Callable[[dt.date], str]  # a date as it is written on this page


class LaneScale(Struct, frozen=True):
    """A scale of the drawing: its name in the style sheet, its label in `words`, and the `days` that it shows."""

    name: str
    words: str
    days: DaySpan


class Piece(Struct, frozen=True):
    """A part of a bar. `x` and `width` are in percent of the axis, `kind` is the end of its class name."""

    kind: str
    x: str
    width: str


class PhaseNumber(Struct, frozen=True):
    """The number of a phase in a bar, in the middle of its remaining time, with the address of the phase. `over` says
    that this is after the day the plan is due, where the bar is dark."""

    number: str
    x: str
    href: str | None
    over: bool


class Flag(Struct, frozen=True):
    """The flag of a due day: its place, and its words, which are empty where the bar has words or there is no room. If
    `is_wide`, there is room for them only on a wide page. If it is `missed`, the bar ends later. If it `is_last`, there
    is no room for the cloth on its right."""

    x: str
    words: str
    is_wide: bool
    missed: bool
    is_last: bool


class Lane(Struct, frozen=True):
    """A plan in one scale.

    `words` say when it ends; `place` is the class name that positions them. `planned`, the words below, say when it was
    planned; `planned_place` positions those. `outside` says what lies beyond the right edge. `phases` are those whose
    numbers have room. `before` and `after` say that the bar goes on beyond the left and the right edge.
    """

    scale: str
    pieces: tuple[Piece, ...]
    phases: tuple[PhaseNumber, ...]
    due: Flag | None
    before: bool
    after: bool
    words: str
    place: str
    planned: str
    planned_place: str
    outside: str


def scales(plans: Sequence[DatedPlan], today: dt.date, *, only_usual: bool) -> list[LaneScale]:
    """The scales in which plans are drawn, the shortest first: up to the first that shows all days of the plans. If
    none of the usual ones does, the last scale shows exactly these days."""
    all_days = DaySpan.of(today, today).joined(list(_spans(plans)))
    monday = today.toordinal() - today.weekday()
    chosen = []
    for name, (words, length, weeks_before) in _SCALES.items():
        first = max(monday - weeks_before * _WEEK, dt.date.min.toordinal())
        days = DaySpan(first, first + length)
        chosen.append(LaneScale(name, _(words), days))
        if days.first <= all_days.first and all_days.last <= days.last:
            break
    else:
        chosen.append(LaneScale("all", _(_ALL), all_days))
    usual = [scale for scale in chosen if scale.name == USUAL_SCALE] or chosen[-1:]
    return usual if only_usual else chosen


def _spans(plans: Sequence[DatedPlan]) -> Iterator[DaySpan]:
    """All days that the drawing of these plans may show."""
    for plan in plans:
        yield plan.days
        if plan.remaining:
            yield plan.remaining
        if due := plan.entry.plan.due:
            yield DaySpan.of(due, due)


class LaneMaker:
    """Draws plans on the axis of one scale."""

    def __init__(self, scale: LaneScale, context: Context, write_date: DateWriter) -> None:
        self._scale = scale
        self._days = scale.days
        self._context = context
        self._today = context.today
        self._write = write_date

    def lane(self, plan: DatedPlan) -> Lane:
        """The lane of a plan: its bar and its words."""
        bar = _bar(plan, self._today)
        start, finish = (bar.first, bar.last) if bar else (self._today.toordinal(),) * 2
        pieces = tuple(self._pieces(plan, bar)) if bar else ()
        planned, planned_place = self._planned(plan)
        words = self._words(plan, bar)
        behind = len(words) if _END - self._percent(finish) >= _WORDS else 0  # letters
        return Lane(
            scale=self._scale.name,
            pieces=(*pieces, *self._piece("planned", plan.days.first, plan.days.last)),
            phases=tuple(self._phases(plan)) if bar else (),
            due=self._flag(plan, finish, behind),
            before=bool(bar) and start < self._days.first < finish,
            after=bool(bar) and start < self._days.last < finish,
            words=words,
            place=self._place_beside(start, self._end_of_flag(plan, finish, behind)),
            planned=planned,
            planned_place=planned_place,
            outside=self._outside(plan, bar),
        )

    def _percent(self, day: float) -> float:
        return min(100.0, max(0.0, self._days.percent(day)))

    def _piece(self, kind: str, first: float, last: float) -> Iterator[Piece]:
        """The visible part of a piece, or nothing."""
        if last > self._days.first and first < self._days.last:
            x, end = self._percent(first), self._percent(last)
            yield Piece(kind, f"{x:.4g}%", f"{max(end - x, _THINNEST):.4g}%")

    def _pieces(self, plan: DatedPlan, bar: DaySpan) -> Iterator[Piece]:
        today, due, begun = self._today.toordinal(), plan.entry.plan.due, plan.entry.plan.begun
        if begun and bar.first < today:
            yield from self._piece("gone", bar.first, min(today, bar.last))
        ahead = max(bar.first, today) if begun else bar.first
        kind = "stuck" if plan.entry.health.verdict is Verdict.BLOCKED else "left" if begun else "later"
        yield from self._piece(kind, ahead, bar.last)
        for end, _phase in _phase_ends(plan)[:-1]:
            if ahead < end < bar.last and self._days.first < end < self._days.last:
                yield Piece("cut", f"{self._percent(end):.4g}%", "")
        if due and due.toordinal() + 1 < bar.last:
            yield from self._piece("over", max(due.toordinal() + 1, ahead), bar.last)

    def _phases(self, plan: DatedPlan) -> Iterator[PhaseNumber]:
        """The numbers of phases that have room, each in the middle of the remaining time of its phase."""
        start, due = max(self._today.toordinal(), plan.remaining.first if plan.remaining else 0), plan.entry.plan.due
        for end, phase in _phase_ends(plan):
            x, last = self._percent(start), self._percent(end)
            number = phase.number or phase_link(phase).short[:1]
            if last - x >= _NUMBERED and number:
                href = self._context.href(PlanPart(plan.entry, phase).path)
                over = due is not None and self._days.percent(due.toordinal() + 1) < (x + last) / 2
                yield PhaseNumber(number, f"{(x + last) / 2:.4g}%", href, over)
            start = max(start, end)

    def _flag(self, plan: DatedPlan, finish: float, letters: int) -> Flag | None:
        """The flag of the due day of a plan that ends at `finish`, with words of so many letters behind its bar; `None`
        if the day is outside the picture."""
        due = plan.entry.plan.due
        if due is None or not self._days.overlaps(DaySpan.of(due, due)):
            return None
        at = due.toordinal() + 1
        x, words = self._percent(at), _("due {date}").format(date=self._write(due))
        has_room, has_room_if_narrow = (
            self._is_free(finish, at, letters, bold) and x + _FLAG + len(words) * width < _END
            for bold, width in ((_BOLD_LETTER, _LETTER), (_WIDE_LETTER, _WIDE_LETTER))
        )
        return Flag(f"{x:.4g}%", words if has_room else "", not has_room_if_narrow, at < finish, x + _FLAG > _END)

    def _is_free(self, finish: float, flag: float, letters: int, width: float = _BOLD_LETTER) -> bool:
        """Whether a flag stands behind a bar and its words, which have so many letters of a `width`."""
        return flag >= finish + letters * width * self._days.length / 100

    def _words(self, plan: DatedPlan, bar: DaySpan | None) -> str:
        """When the plan will be finished, and what is wrong with that."""
        entry = plan.entry
        if bar is None:
            done = tasks_done_meter(entry.measures.progress)
            return f"{entry.health.label.inline}, {done.label}" if done else entry.health.label.inline
        words = self._write(bar.finish)
        if not entry.plan.begun and bar.start != bar.finish:
            words = f"{self._write(bar.start)} → {words}"
        if plan.remaining and plan.schedule.expected_is_earliest:
            words = _("{date} at the earliest").format(date=words)
        if entry.health.verdict in IN_TROUBLE:
            brief = sentence_text(entry.health.brief, self._today)
            is_blocked = entry.health.verdict is Verdict.BLOCKED  # else the reason says what is wrong
            words = f"{words}, {entry.health.label.inline} ({brief})" if is_blocked else f"{words}, {brief}"
        return words

    def _end_of_flag(self, plan: DatedPlan, finish: float, letters: int) -> float:
        """The end of a bar, together with the flag of its due day if that would stand in so many letters behind it."""
        due = plan.entry.plan.due
        flag = due.toordinal() + 1 if due else finish
        is_near = finish <= flag and not self._is_free(finish, flag, letters)
        return flag + _FLAG * self._days.length / 100 if due and is_near else finish

    def _place_beside(self, start: float, finish: float) -> str:
        """The classes that put words behind a bar if there is room, else before it, else on a line of their own."""
        behind, before = self._percent(finish), self._percent(start)
        if 100 - behind >= _WORDS:
            return begins_at(ceil(behind))
        if before >= _WORDS:
            return ends_at(floor(before))
        return "plan-lane-own-line"

    def _planned(self, plan: DatedPlan) -> tuple[str, str]:
        """The planned days, and the classes that position these words; both empty for a plan that goes as planned."""
        if not plan.moved:
            return "", ""
        start, finish = plan.days.start, plan.days.finish
        days = " → ".join(dict.fromkeys((self._write(start), self._write(finish))))
        words = _("planned {when}").format(when=days)
        if plan.days.first < self._days.first:
            words = Glyph.GOES_ON_BEFORE.before(words)
        first, last = self._percent(plan.days.first), self._percent(plan.days.last)
        if 100 - last >= _WORDS:
            return words, begins_at(ceil(last))
        return words, ends_at(floor(first)) if first >= _WORDS else "plan-lane-own-line"

    def _outside(self, plan: DatedPlan, bar: DaySpan | None) -> str:
        """What lies beyond the right edge: the finish, or the due day; empty if neither does."""
        due = plan.entry.plan.due
        if bar and bar.last > self._days.last:
            return _("to {date}").format(date=self._write(bar.finish))
        if due and due.toordinal() >= self._days.last:
            return _("due {date}").format(date=self._write(due))
        return ""


def _bar(plan: DatedPlan, today: dt.date) -> DaySpan | None:
    """The days of the bar of a plan: from its planned start to its finish. If it has a forecast and has not begun, from
    the expected start. A plan on hold has no bar."""
    if plan.entry.measures.shown_status is Status.ON_HOLD:
        return None
    if plan.remaining is None:
        return plan.days
    if not plan.entry.plan.begun:
        return plan.remaining
    return DaySpan(min(plan.days.first, today.toordinal()), plan.remaining.last)


def _phase_ends(plan: DatedPlan) -> list[tuple[int, Phase]]:
    """The ends of the open phases, with the phases, the earliest first."""
    ends = []
    for span in plan.schedule.phases:
        finish = span.tracking.expected_finish
        if finish and span.phase.outcome is None and span.duration_hours:
            ends.append((finish.toordinal() + 1, span.phase))
    return sorted(ends, key=lambda end: (end[0], end[1].number or ""))

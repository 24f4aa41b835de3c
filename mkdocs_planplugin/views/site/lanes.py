# The drawing of plans below each other, row by row. The rows of a table are as high as their words, which nobody here
# knows: so each row has a drawing of its own, and what connects two of them is drawn in pieces, one in each row it
# crosses.
"""Bars, forecasts, marks and connections of plans on one axis of days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS, Label
from mkdocs_planplugin.language import _
from mkdocs_planplugin.measure import Progress, phase_progress
from mkdocs_planplugin.model import Phase, PhaseRef, State
from mkdocs_planplugin.portfolio import Entry, Place, Wait, window
from mkdocs_planplugin.schedule import Schedule
from mkdocs_planplugin.views.kit import Context, DayRange, day_range, phase_link, task_meter

from .spans import Days

# In the text's own size: from one bar of a row to the one below it, above the first, and below the last; how high bars
# are, those of phases and that of what is left.
_LANE, _ABOVE, _BELOW, _BAR, _LEFT = 1.05, 0.42, 0.43, 0.8, 0.4
# In percent of the axis: the least that can be seen.
_THINNEST = 0.4

Written = Callable[[dt.date], str]  # a date as the readers of this drawing know it


@dataclass(frozen=True, slots=True)
class Dated:
    """A plan of which it is known when it starts and how long it takes: `days` as planned, `left` by the forecast,
    which only differs from the plan where it is `moved`."""

    entry: Entry
    schedule: Schedule
    days: Days
    left: Days | None
    moved: bool

    @classmethod
    def of(cls, entry: Entry) -> Dated | None:
        """A plan with its days; `None` where it has no dates, or nothing takes time."""
        schedule = entry.schedule
        if schedule is None or not schedule.duration_hours or schedule.start is None or schedule.finish is None:
            return None
        forecast, rest = schedule.forecast, window(Place(entry))
        left = Days.of(rest.first, rest.last) if forecast and rest else None
        days = Days.of(schedule.start, schedule.finish)
        return cls(entry, schedule, days, left, bool(forecast and forecast.slip_days))

    def meets(self, days: Days) -> bool:
        """Whether anything of it lies on these days."""
        return days.meets(self.days) or (self.left is not None and days.meets(self.left))

    @property
    def finish(self) -> dt.date:
        """The day on which it will be finished, by the forecast where there is one."""
        return (self.left or self.days).finish


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase: from `x` on and `width` wide, in percent, `y` in the text's size; the first `done` of it filled."""

    href: str | None
    says: str
    state: Label
    x: str
    width: str
    y: str
    done: str


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a plan, by the forecast, as a bar of its own below the others."""

    x: str
    width: str
    end: str
    y: str


@dataclass(frozen=True, slots=True)
class Leg:
    """A straight piece of a connection; `early` where one begins before what it waits for is finished."""

    x1: str
    y1: str
    x2: str
    y2: str
    early: bool


@dataclass(frozen=True, slots=True)
class Tip:
    """An end of a connection: where it begins ("from"), or the point of its arrow ("right" or "left")."""

    x: str
    y: str
    kind: str
    early: bool


@dataclass(frozen=True, slots=True)
class Lanes:
    """The drawing of one row. `through` are the connections that only pass, as the path of an SVG that is 100 wide and
    1 high, first those that hold, then those that do not."""

    height: str = ""
    bars: tuple[Bar, ...] = ()
    left: Left | None = None
    due: str = ""
    cut: bool = False
    legs: tuple[Leg, ...] = ()
    tips: tuple[Tip, ...] = ()
    through: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A phase, or the tasks outside any: what it is called, how far it is, and from when to when it lasts."""

    key: PhaseRef
    name: str
    anchor: str
    state: Label
    share: float
    counted: str
    days: DayRange


@dataclass(slots=True)
class _Ties:
    """The pieces of connections in one row, as far as they are drawn."""

    legs: list[Leg] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    through: tuple[list[float], list[float]] = field(default_factory=lambda: ([], []))

    @property
    def paths(self) -> tuple[str, str]:
        """What passes, each place once."""
        holding, early = ("".join(f"M{x:.2f} 0V1" for x in sorted(set(places))) for places in self.through)
        return holding, early


def lanes(
    rows: Sequence[Dated | None], days: Days, waits: Iterable[Wait], written: Written, context: Context
) -> list[Lanes]:
    """The drawing of each row, on an axis of these `days`; `None` is a row of words, through which connections pass."""
    drawing = _Drawing(days, written, context)
    laid = [_Laid.out(plan) if plan else None for plan in rows]
    ties = _ties(laid, waits, days)
    return [drawing.row(each, ties[place]) for place, each in enumerate(laid)]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A plan with its pieces, each with its lane, and the number of lanes."""

    plan: Dated
    pieces: tuple[tuple[_Piece, int], ...]
    number: int

    @classmethod
    def out(cls, plan: Dated) -> _Laid:
        """Each piece in the first lane that is free when it begins."""
        free_from: list[float] = []
        found = []
        for piece in sorted(_pieces(plan), key=lambda piece: piece.days):
            start, finish = piece.days
            lane = next((lane for lane, at in enumerate(free_from) if at <= start), len(free_from))
            free_from[lane : lane + 1] = [finish]
            found.append((piece, lane))
        return cls(plan, tuple(found), max(1, len(free_from)))

    @property
    def left_at(self) -> float:
        """How far down the bar of what is left lies: below the others."""
        return _ABOVE + self.number * _LANE

    @property
    def height(self) -> float:
        return self.left_at + (_LEFT if self.plan.moved else 0) + _BELOW

    def tied_at(self, place: Place, *, end: bool) -> float:
        """How far down a connection begins or ends: at what is left, where that is drawn, else at the bar of its phase,
        or of the first or the last one."""
        if self.plan.moved:
            return self.left_at + _LEFT / 2
        keys = _keys(place)
        lanes = [lane for piece, lane in self.pieces if piece.key in keys]
        if not lanes:
            pick = max if end else min
            lanes = [pick(self.pieces, key=lambda each: each[0].days[1 if end else 0])[1]]
        return _ABOVE + lanes[0] * _LANE + _BAR / 2


def _keys(place: Place) -> tuple[PhaseRef, ...]:
    """The key of the phase that a place is, or is in; empty for a plan as a whole."""
    part = place.part
    if isinstance(part, Phase):
        return (part.key,)
    phases = place.entry.plan.phases
    return tuple(phase.key for phase in phases if part and any(each is part for each in phase.walk()))


class _Drawing:
    """Rows on one axis: what all of them share."""

    def __init__(self, axis: Days, written: Written, context: Context) -> None:
        self._axis = axis
        self._written = written
        self._context = context

    def row(self, laid: _Laid | None, ties: _Ties) -> Lanes:
        if laid is None:
            return Lanes(through=ties.paths)
        plan, due = laid.plan, laid.plan.entry.plan.due
        return Lanes(
            height=_em(laid.height),
            bars=tuple(self._bar(plan.entry, piece, lane) for piece, lane in laid.pieces if self._seen(piece)),
            left=self._left(laid),
            due=self._at(due.toordinal() + 1) if due and self._axis.meets(Days.of(due, due)) else "",
            cut=plan.days.first < self._axis.first,
            legs=tuple(ties.legs),
            tips=tuple(ties.tips),
            through=ties.paths,
        )

    def _seen(self, piece: _Piece) -> bool:
        return piece.days[1] > self._axis.first and piece.days[0] < self._axis.last

    def _bar(self, entry: Entry, piece: _Piece, lane: int) -> Bar:
        x, width = self._span(*piece.days)
        return Bar(
            href=self._context.href(entry.path + piece.anchor),
            says=self._says(piece),
            state=piece.state,
            x=_percent(x),
            width=_percent(width),
            y=_em(_ABOVE + lane * _LANE),
            done=f"{100 * piece.share:.0f}%" if piece.share else "",
        )

    def _left(self, laid: _Laid) -> Left | None:
        left = laid.plan.left
        if not laid.plan.moved or left is None:
            return None
        x, width = self._span(left.first, left.last)
        return Left(_percent(x), _percent(width), _percent(x + width), _em(laid.left_at))

    def _span(self, start: float, finish: float) -> tuple[float, float]:
        """Where on the axis something begins, and how wide it is, in percent; cut off where the axis is."""
        first, last = (min(max(at, self._axis.first), self._axis.last) for at in (start, finish))
        width = max(100 * (last - first) / self._axis.length, _THINNEST)
        return min(place(first, self._axis), 100 - width), width

    def _at(self, moment: float) -> str:
        return _percent(place(moment, self._axis))

    def _says(self, piece: _Piece) -> str:
        first, last = int(piece.days[0]), max(int(piece.days[0]), ceil(piece.days[1]) - 1)
        days = " → ".join(dict.fromkeys(self._written(dt.date.fromordinal(each)) for each in (first, last)))
        return ", ".join(filter(None, (f"{piece.name}: {days}", piece.state.text, piece.counted)))


def place(moment: float, axis: Days) -> float:
    """Where on the axis a moment lies, in percent."""
    return 100 * (moment - axis.first) / axis.length


def _percent(number: float) -> str:
    return f"{number:.2f}%"


def _em(number: float) -> str:
    return f"{number:.2f}em"


# Connections: down or up from the finish of what is waited for, then along to what waits


def _ties(laid: Sequence[_Laid | None], waits: Iterable[Wait], axis: Days) -> Mapping[int, _Ties]:
    """The pieces of the connections between plans that are drawn, by row."""
    rows = {each.plan.entry.path: (place, each) for place, each in enumerate(laid) if each}
    found: dict[int, _Ties] = defaultdict(_Ties)
    for wait in waits:
        one, other = rows.get(wait.named.entry.path), rows.get(wait.waiting.entry.path)
        if one and other and wait.start and wait.finish:
            moments = (wait.finish.toordinal() + 1, wait.start.toordinal())
            if all(axis.first <= moment <= axis.last for moment in moments):
                _tie(wait, one, other, (place(moments[0], axis), place(moments[1], axis)), found)
    return found


def _tie(
    wait: Wait, one: tuple[int, _Laid], other: tuple[int, _Laid], at: tuple[float, float], found: dict[int, _Ties]
) -> None:
    """Put the pieces of a connection, from the row of the one to that of the other, into `found`."""
    (row, named), (last_row, waiting), early = one, other, wait.days_too_early > 0
    leaves, arrives = _em(named.tied_at(wait.named, end=True)), _em(waiting.tied_at(wait.waiting, end=False))
    down = last_row > row
    x, end = _percent(at[0]), _percent(at[1])
    found[row].tips.append(Tip(x, leaves, "from", early))
    found[row].legs.append(Leg(x, leaves, x, "100%" if down else "0", early))
    for between in range(min(row, last_row) + 1, max(row, last_row)):
        found[between].through[early].append(at[0])
    found[last_row].legs.append(Leg(x, "0" if down else "100%", x, arrives, early))
    found[last_row].legs.append(Leg(x, arrives, end, arrives, early))
    found[last_row].tips.append(Tip(end, arrives, "left" if at[1] < at[0] else "right", early))


# Pieces


def _pieces(plan: Dated) -> Iterator[_Piece]:
    """The phases that take time, and what stands outside them as if it were one."""
    axis = plan.schedule.axis
    for span, progress in zip(plan.schedule.phases, plan.entry.measures.phases, strict=True):
        if span.duration_hours:
            yield _piece(span.phase, progress, day_range(span, axis))
    if spans := [day_range(item, axis) for item in plan.schedule.loose_items if item.duration_hours]:
        rest = Phase(PhaseRef(None), None, _("Tasks"), plan.entry.plan.line, "", tasks=plan.entry.plan.tasks)
        yield _piece(rest, phase_progress(rest), (min(first for first, _ in spans), max(last for _, last in spans)))


def _piece(phase: Phase, progress: Progress, lasts: DayRange) -> _Piece:
    ref, tasks, state = phase_link(phase), task_meter(progress), phase.current_state
    return _Piece(
        key=phase.key,
        name=f"{ref.id} {ref.title}".strip(),
        anchor=f"#{phase.anchor}" if phase.anchor else "",
        state=PHASE_STATE_LABELS[state],
        share=1 if state is State.DONE else (progress.tasks.percent or 0) / 100,
        counted=tasks.label if tasks else "",
        days=lasts,
    )

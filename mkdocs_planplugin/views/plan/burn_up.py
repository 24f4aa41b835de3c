# The burn-up chart: a filled area for what is done, and a line above it for all the work. Both are steps from one day
# with a change to the next; nothing is interpolated.
"""The burn-up of a plan, as geometry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from mkdocs_planplugin.catalog import date_words
from mkdocs_planplugin.language import _, counted, n_
from mkdocs_planplugin.views.kit import hours_text

if TYPE_CHECKING:
    from mkdocs_planplugin.history import PlanHistory, Point

# The number of columns is fixed, so the size of the drawing does not depend on how often a plan changed.
_COLUMNS = 400
_HEIGHT = 100
# In pixels: the top of the chart, its height, and the least distance of two labels at its end.
_TOP, _PIXELS, _LINE = 28, 80, 16
_FOOT, _ALL = _TOP + _PIXELS + 16, _TOP + _PIXELS + 20
_HEAD = 11  # the height of the label of the baseline, above the others
# In percent of the width: the least distance of two labels, and the space for those at the start and at the end.
_APART, _START, _END = 11, 8, 72


class Amount(Struct, frozen=True):
    """The amounts at a point: hours of work if all versions of the plan have them, else tasks."""

    done: float
    total: float
    added: float
    removed: float


class ChartLabel(Struct, frozen=True):
    """A text in the drawing: `x` in percent, `y` in pixels."""

    x: str
    y: int
    text: str
    anchor: Literal["start", "middle", "end"] = "middle"


class BurnUp(Struct, frozen=True):
    """The drawing. `total` and `done` are its lines, as paths in a box of 400 by 100. `top`, `pixels` and `all_pixels`
    are the top of this box, its height, and the height of the whole drawing. `baseline` is its place in percent. `end`
    is the height of the last point in pixels; a point that is not committed is drawn hollow."""

    total: str
    done: str
    top: int
    pixels: int
    all_pixels: int
    labels: tuple[ChartLabel, ...]
    baseline: str
    end: int
    is_committed: bool
    words: str


def counts_hours(points: Sequence[Point]) -> bool:
    """Whether all versions of a plan have hours."""
    return all(point.total_hours for point in points)


def burn_up(history: PlanHistory, today: dt.date) -> BurnUp | None:
    """The burn-up chart up to today; `None` if there is only one day."""
    drawing = _Drawing(history, today)
    if not drawing.days or not drawing.most:
        return None
    return BurnUp(
        total=drawing.total.path,
        done=drawing.done.path,
        top=_TOP,
        pixels=_PIXELS,
        all_pixels=_ALL,
        labels=tuple(drawing.labels()),
        baseline=_percent(drawing.baseline) if drawing.baseline is not None else "",
        end=_pixel(drawing.done.heights[-1]),
        is_committed=history.points[-1].committed,
        words=_("Done against all there is to do, from {first} to {last}").format(
            first=date_words(drawing.first, today), last=date_words(drawing.last, today)
        ),
    )


class _Drawing:
    """The places of everything in one burn-up chart. `most` is the amount at the top, `baseline` the column of the
    baseline, `None` if it is outside."""

    def __init__(self, history: PlanHistory, today: dt.date) -> None:
        points = history.points
        self._today = today
        self._day_of_baseline = history.baseline.day if history.baseline else None
        self._hours = counts_hours(points)
        self._amounts = list(map(_hours if self._hours else _tasks, points))
        self.first, self.last = points[0].day, max(today, points[-1].day)
        self.days = (self.last - self.first).days
        self.most = max(amount.total for amount in self._amounts)
        self._columns = [self._column(point.day) for point in points]
        self.baseline = self._column(self._day_of_baseline) if self._day_of_baseline else None
        self.total = self._line(amount.total for amount in self._amounts)
        self.done = self._line(amount.done for amount in self._amounts)

    def _column(self, day: dt.date) -> int:
        return round(_COLUMNS * (day - self.first).days / self.days) if self.days else 0

    def _line(self, values: Iterable[float]) -> _Line:
        heights = [round(_HEIGHT - _HEIGHT * value / self.most) if self.most else _HEIGHT for value in values]
        return _Line(self._columns, heights)

    def labels(self) -> Iterator[ChartLabel]:
        """All words of the drawing."""
        yield from self._scope_labels()
        yield from _end_labels(self.total.at_end, self.done.at_end, self._amounts[-1], hours=self._hours)
        yield ChartLabel("0%", _FOOT, date_words(self.first, self._today), "start")
        # The label of the baseline stands on the side with more room.
        if self.baseline is not None and self._day_of_baseline:
            words = _("baseline, {day}").format(day=date_words(self._day_of_baseline, self._today))
            anchor: Literal["start", "end"] = "start" if self.baseline <= _COLUMNS / 2 else "end"
            yield ChartLabel(_percent(self.baseline), _HEAD, words, anchor)
        yield ChartLabel("100%", _FOOT, _("today, {date}").format(date=date_words(self.last, self._today)), "end")

    def _scope_labels(self) -> Iterator[ChartLabel]:
        """The change at each step of the scope, where there is room for the label."""
        before: float = -_APART
        steps = list(zip(self._columns, self.total.heights, self._amounts, strict=True))
        for column, height, amount in steps[1:]:
            x = 100 * column / _COLUMNS
            if (amount.added or amount.removed) and _START <= x <= _END and x - before >= _APART:
                before = x
                written = hours_text if self._hours else "{:.0f}".format
                more = [f"+{written(amount.added)}"] if amount.added else []
                less = [f"−{written(amount.removed)}"] if amount.removed else []
                yield ChartLabel(_percent(column), _pixel(height) - 5, " ".join(more + less))


class _Line(Struct, frozen=True):
    """A line of steps: at each column a height, which lasts until the next column, up to today."""

    columns: Sequence[int]
    heights: Sequence[int]

    @property
    def path(self) -> str:
        """The line as an SVG path. Of several changes in one column the last counts."""
        last = dict(zip(self.columns, self.heights, strict=True))
        (_first, height), *others = last.items()
        path = [f"M0 {height}"]
        for x, y in others:
            if y != height:
                path.append(f"H{x}V{y}")
                height = y
        return "".join(path) + f"H{_COLUMNS}"

    @property
    def at_end(self) -> range:
        """The vertical range, in pixels, of the line below the labels at its end."""
        edge = _COLUMNS * _END / 100
        later = sum(column >= edge for column in self.columns)
        heights = self.heights[-later - 1 :]
        return range(_pixel(min(heights)), _pixel(max(heights)))


def _tasks(point: Point) -> Amount:
    return Amount(point.done, point.total, point.added, point.removed)


def _hours(point: Point) -> Amount:
    return Amount(point.done_hours or 0, point.total_hours or 0, point.added_hours, point.removed_hours)


def _pixel(height: int) -> int:
    return _TOP + round(height * _PIXELS / _HEIGHT)


def _percent(column: float) -> str:
    return f"{100 * column / _COLUMNS:.4g}%"


def _end_labels(total: range, done: range, amount: Amount, *, hours: bool) -> Iterator[ChartLabel]:
    """The labels at the end: the total above its line, and what is done below its line, or above it if there is no room
    below. If the lines are close to each other, one label has both. `total` and `done` are the vertical ranges of the
    lines."""
    above, below = total.start - 5, done.stop + 14
    if done.start - above < _LINE + 5:
        yield ChartLabel("100%", above, _share(amount, hours=hours), "end")
        return
    whole = hours_text(amount.total) if hours else counted(round(amount.total), "{n} task", "{n} tasks")
    finished = hours_text(amount.done) if hours else str(round(amount.done))
    at = below if below < _TOP + _PIXELS else done.start - 5
    yield ChartLabel("100%", above, whole, "end")
    yield ChartLabel("100%", at, _("{amount} done").format(amount=finished), "end")


def _share(amount: Amount, *, hours: bool) -> str:
    """`152 h of 340 h`, `5 of 15 tasks`."""
    if hours:
        return _("{done} of {total}").format(done=hours_text(amount.done), total=hours_text(amount.total))
    words = n_("{done} of {n} task", "{done} of {n} tasks", round(amount.total))
    return words.format(done=round(amount.done), n=round(amount.total))

# The drawings of a timeline as SVG. All of it is made of numbers and of names that stand in this file, and the few
# words in it are escaped: so it is put together as text here, where a template would escape a thousand numbers.
#
# A row is a drawing of its own, as wide as the chart; heights come from the style sheet. What runs through all rows
# (weeks, today, the day all is due) is one drawing behind the table.
"""The drawings of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from mkdocs_planplugin.language import _, mark
from mkdocs_planplugin.views.kit import escaped

from .axis import ChartAxis, DayLabel
from .marks import Marks
from .names import CHART_WIDTH, LETTER_WIDTH

# The signs of what takes no time and of due days, as paths around their place; and of what lies beyond the edges.
_SIGNS = {
    "milestone": "M-6 0 0-6 6 0 0 6z",
    "outside": "M-6-5H6L0 6z",
    "due": "M0 8V-8L8-4 0 0",
    "before": "M2-4-4 0 2 4z",
    "after": "M-2-4 4 0-2 4z",
}
# In percent: where the signs of what lies beyond the edges stand.
BEFORE_EDGE, AFTER_EDGE = 1.0, 99.0
_END = 100.0
# In pixels: a sign at the end of a wait, with a gap.
_WAIT_SIGN = 12


def is_within(x: float) -> bool:
    """Whether a place is in the window."""
    return 0 <= x <= _END


def drawings(shapes: Iterable[str]) -> str:
    """Shapes of a row as a drawing, or, where there are several scales, as one for each."""
    return "".join(map(_drawing, shapes, _NAMES))


_NAMES = ("plan-draw", "plan-draw plan-scaled")  # of the drawing of each scale


def _drawing(shapes: str, names: str) -> str:
    return f'<svg class="{names}" aria-hidden="true">{shapes}</svg>'


def row_drawings(scales: Iterable[Marks]) -> str:
    """The drawing of a phase, a task or a promise in each scale."""
    return drawings("".join(_shapes(marks)) for marks in scales)


def _shapes(marks: Marks) -> Iterator[str]:
    if marks.plan:
        yield rect("plan", *marks.plan)
    if marks.wait:
        yield from _wait(marks.wait_for, *marks.wait)
    if marks.bar:
        yield from _bar(marks, *marks.bar)
    if marks.wait and is_within(marks.wait[1]):
        yield sign("outside", "outside", marks.wait[1])
    if marks.due is not None and is_within(marks.due):
        if marks.missed and marks.bar and marks.bar[0] > marks.due:
            yield _line("late", marks.due, min(marks.bar[0], _END))
        yield sign("due", "due plan-draw-missed" if marks.missed else "due", marks.due)


def _bar(marks: Marks, start: float, end: float) -> Iterator[str]:
    """The bar with its slack and its edge, or its sign; one beyond the edges is an arrow."""
    if start > _END or end < 0:
        yield _beyond(marks, "after" if start > _END else "before")
        return
    if marks.tail is not None:
        yield rect("slack", end, marks.tail)
        yield _tick("slack-end", marks.tail)
    if marks.sign:
        yield sign(marks.sign, marks.sign, start)
        return
    yield rect("work", start, end)
    if marks.done:
        yield rect("done", start, start + (end - start) * marks.done)
    if marks.sets_finish:
        yield rect("edge", start, end)
    if end > _END:
        yield _beyond(marks, "after")


def _wait(name: str, start: float, end: float) -> Iterator[str]:
    """The box of a wait, with who is waited for where there is room for a name."""
    yield rect("wait", start, end)
    if len(name) * LETTER_WIDTH + _WAIT_SIGN < (end - max(start, 0.0)) * CHART_WIDTH / _END:
        yield words(name, "wait-for", end - _WAIT_SIGN * _END / CHART_WIDTH, "1.1em", "end")


def _beyond(marks: Marks, side: str) -> str:
    """The arrow to what lies beyond an edge; that of a phase is as far down as its bar."""
    return sign(side, "beyond", AFTER_EDGE if side == "after" else BEFORE_EDGE, "100%" if marks.is_phase else "1.1em")


def rect(name: str, start: float, end: float) -> str:
    """A bar from one place to another, as much of it as is in the window."""
    x, end = max(start, 0.0), min(end, _END)
    return f'<rect class="plan-draw-{name}" x="{x:.1f}%" width="{end - x:.1f}%"/>' if end > x else ""


def _tick(name: str, x: float) -> str:
    return f'<rect class="plan-draw-{name}" x="{x:.1f}%"/>' if is_within(x) else ""


def _line(name: str, start: float, end: float) -> str:
    return f'<line class="plan-draw-{name}" x1="{start:.1f}%" x2="{end:.1f}%" y1="1.1em" y2="1.1em"/>'


def sign(shape: str, names: str, x: float, y: str = "1.1em") -> str:
    """A sign that keeps its size, at a place."""
    return f'<svg class="plan-draw-sign plan-draw-{names}" x="{x:.1f}%" y="{y}"><path d="{_SIGNS[shape]}"/></svg>'


def words(text: str, name: str, x: float, y: str, anchor: str = "start") -> str:
    """Words in a drawing, on one side of a place."""
    side = ' text-anchor="end"' if anchor == "end" else ""
    return f'<text class="plan-draw-{name}" x="{x:.1f}%" y="{y}"{side}>{escaped(text)}</text>'


# The head, and the lines behind the table


def head_drawing(axes: Iterable[ChartAxis]) -> Markup:
    """The labels of the axis in each scale. They are plain texts: drawings inside it would lie at its start where a
    browser repeats the head on another page of paper."""
    return Markup(drawings("".join(_labels(axis)) for axis in axes))  # noqa: S704 (escaped below)


def _labels(axis: ChartAxis) -> Iterator[str]:
    for tick in axis.ticks:
        if tick.label:
            yield words(tick.label, "tick" if tick.everywhere else "tick plan-draw-seldom", tick.x, ".4em")
    if axis.today:
        yield _day(axis.today, "now")
    if axis.due:
        yield _day(axis.due, "then", flag=" ⚑")


def _day(label: DayLabel, name: str, flag: str = "") -> str:
    return words(f"{label.words}{flag}", name, label.x, f"{0.4 + 1.4 * label.line:.1f}em", label.anchor)


def lines_drawing(axes: Iterable[ChartAxis]) -> Markup:
    """What runs through all rows in each scale: the time that is over, the ticks, today and the day that all is due."""
    return Markup("".join(map(_lines, axes, ("plan-lines", "plan-lines plan-scaled"))))  # noqa: S704 (numbers)


def _lines(axis: ChartAxis, names: str) -> str:
    grid = "".join(f"M{tick.x:.2f} 0V1" for tick in axis.ticks)
    past = f'<rect class="plan-draw-past" width="{axis.today.x:.2f}" height="1"/>' if axis.today else ""
    today = _upright("today", axis.today.x) if axis.today else ""
    due = _upright("due-line", axis.due.x) if axis.due else ""
    return (
        f'<svg class="{names}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'{past}<path class="plan-draw-grid" d="{grid}"/>{due}{today}</svg>'
    )


def _upright(name: str, x: float) -> str:
    return f'<path class="plan-draw-{name}" d="M{x:.2f} 0V1"/>'


# The key

_KEY = {
    "work": ("plan-state-ready", rect("work", 4, 96), mark("expected")),
    "planned-work": ("plan-state-open", rect("work", 4, 96), mark("planned")),
    "begun": ("plan-state-in-progress", rect("work", 4, 96) + rect("done", 4, 50), mark("begun")),
    "edge": ("plan-state-waiting", rect("work", 4, 96) + rect("edge", 4, 96), mark("sets the finish")),
    "slack": ("plan-state-waiting", rect("slack", 40, 96) + rect("work", 4, 44), mark("may slip so far")),
    "plan": ("", rect("plan", 4, 96), mark("planned")),
}


def key(names: Iterator[str]) -> Markup:
    """What the bars mean, as far as they occur."""
    occurring = set(names)
    return Markup(  # noqa: S704 (escaped here)
        "".join(
            f'<li><svg class="plan-swatch {state}" aria-hidden="true">{drawing}</svg>{escaped(_(text))}</li>'
            for name, (state, drawing, text) in _KEY.items()
            if name in occurring
        )
    )

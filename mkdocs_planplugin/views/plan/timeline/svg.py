# The drawings of a timeline as SVG. They consist of numbers and of names from this file; the few words are escaped. So
# they are put together as text: a template would escape a thousand numbers.
#
# Each row has its own drawing, as wide as the chart. Heights come from the style sheet. Lines through all rows (weeks,
# today, the due day) are one drawing behind the table.
"""The drawings of a timeline."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from markupsafe import Markup

from mkdocs_planplugin.catalog import Glyph
from mkdocs_planplugin.language import _, mark
from mkdocs_planplugin.views.kit import escaped

from .axis import ChartAxis, DayLabel
from .marks import Marks
from .names import CHART_WIDTH, LETTER_WIDTH

# The signs, as paths around their place: for work that takes no time, for due days, and for bars outside the window.
# The flag of a due day flies above the bar: the day may lie within it.
_SIGNS = {
    "milestone": "M-6 0 0-6 6 0 0 6z",
    "outside": "M-6-5H6L0 6z",
    "due": "M0 8V-14L7-10.5 0-7",
    "before": "M2-4-4 0 2 4z",
    "after": "M-2-4 4 0-2 4z",
}
# In percent: where the arrows to bars outside the window stand.
BEFORE_EDGE, AFTER_EDGE = 1.0, 99.0
_END = 100.0
# In pixels: a sign at the end of a wait, with a gap.
_WAIT_SIGN = 12


def is_within(x: float) -> bool:
    """Whether a place is in the window."""
    return 0 <= x <= _END


def drawings(shapes: Iterable[str]) -> str:
    """The drawing of a row for each scale; `shapes` has the contents of these drawings."""
    classes = ("plan-draw", "plan-draw plan-scaled")  # of the drawing in each scale
    return "".join(
        f'<svg class="{names}" aria-hidden="true">{contents}</svg>'
        for contents, names in zip(shapes, classes, strict=False)
    )


def row_drawings(scales: Iterable[Marks]) -> str:
    """The drawing of a row in each scale."""
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
            x, end = marks.due, min(marks.bar[0], _END)
            yield f'<line class="plan-draw-late" x1="{x:.1f}%" x2="{end:.1f}%" y1="1.1em" y2="1.1em"/>'
        yield sign("due", "due plan-draw-missed" if marks.missed else "due", marks.due)


def _bar(marks: Marks, start: float, end: float) -> Iterator[str]:
    """The bar with its slack and the edge of critical work, or its sign. A bar outside the window is an arrow."""
    if start > _END or end < 0:
        yield _beyond(marks, "after" if start > _END else "before")
        return
    if marks.tail is not None:
        yield rect("slack", end, marks.tail)
        yield f'<rect class="plan-draw-slack-end" x="{marks.tail:.1f}%"/>' if is_within(marks.tail) else ""
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
    """The box of a wait, with the name of who is waited for, if there is room."""
    yield rect("wait", start, end)
    if len(name) * LETTER_WIDTH + _WAIT_SIGN < (end - max(start, 0.0)) * CHART_WIDTH / _END:
        yield words(name, "wait-for", end - _WAIT_SIGN * _END / CHART_WIDTH, "1.1em", "end")


def _beyond(marks: Marks, side: str) -> str:
    """The arrow to a bar beyond an edge of the window. The arrow of a phase stands lower, at the height of its bar."""
    return sign(side, "beyond", AFTER_EDGE if side == "after" else BEFORE_EDGE, "100%" if marks.is_phase else "1.1em")


def rect(name: str, start: float, end: float) -> str:
    """The part of a bar that lies in the window; empty if none of it does."""
    x, end = max(start, 0.0), min(end, _END)
    return f'<rect class="plan-draw-{name}" x="{x:.1f}%" width="{end - x:.1f}%"/>' if end > x else ""


def sign(shape: str, names: str, x: float, y: str = "1.1em") -> str:
    """A sign that keeps its size, at a place."""
    return f'<svg class="plan-draw-sign plan-draw-{names}" x="{x:.1f}%" y="{y}"><path d="{_SIGNS[shape]}"/></svg>'


def words(text: str, name: str, x: float, y: str, anchor: str = "start") -> str:
    """Words in a drawing that begin at a place, or, with the anchor `end`, end there."""
    side = ' text-anchor="end"' if anchor == "end" else ""
    return f'<text class="plan-draw-{name}" x="{x:.1f}%" y="{y}"{side}>{escaped(text)}</text>'


# The head, and the lines behind the table


def head_drawing(axes: Iterable[ChartAxis]) -> Markup:
    """The labels of the axis in each scale. The flag in it is a letter and no drawing: browsers repeat the head on each
    printed page, and would put drawings inside it at its start."""
    return Markup(drawings("".join(_labels(axis)) for axis in axes))  # noqa: S704 (escaped below)


def _labels(axis: ChartAxis) -> Iterator[str]:
    for tick in axis.ticks:
        if tick.label:
            yield words(tick.label, "tick" if tick.everywhere else "tick plan-draw-seldom", tick.x, ".4em")
    if axis.today:
        yield _day(axis.today, "now")
    if axis.due:
        yield _day(axis.due, "then", flag=f" {Glyph.DUE}")


def _day(label: DayLabel, name: str, flag: str = "") -> str:
    return words(f"{label.words}{flag}", name, label.x, f"{0.4 + 1.4 * label.line:.1f}em", label.anchor)


def lines_drawing(axes: Iterable[ChartAxis]) -> Markup:
    """The drawing behind all rows in each scale: the past, the ticks, today and the due day."""
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
    "slack": ("plan-state-waiting", rect("slack", 40, 96) + rect("work", 4, 44), mark("may slip this far")),
    "plan": ("", rect("plan", 4, 96), mark("planned")),
}


def key(names: Collection[str]) -> Markup:
    """The key to the bars: the entries with these names, in the order of the table above."""
    return Markup(  # noqa: S704 (escaped here)
        "".join(
            f'<li><svg class="plan-swatch {state}" aria-hidden="true">{drawing}</svg>{escaped(_(text))}</li>'
            for name, (state, drawing, text) in _KEY.items()
            if name in names
        )
    )

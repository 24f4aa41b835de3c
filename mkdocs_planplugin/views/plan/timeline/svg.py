# The bars of a timeline as SVG. All of it is made of numbers and of names that stand in this file: so it is put
# together as text here, once, where a template would escape a thousand numbers one by one.
#
# A row is a drawing of its own, 100 wide and 1 high, whatever its size on the page: lines from row to row are cut at
# the borders of the rows. So they meet at every zoom, on paper over the edge of a page, and beside a title that takes
# two lines.
"""The drawings of the rows of a timeline, and their legend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_planplugin.language import _, mark
from mkdocs_planplugin.views.kit import DateText, TimeAxis

from .rows import ChartBar, ChartRow

# The signs of what takes no time and of due days, as paths around their place.
_SIGNS = {
    "milestone": "M-5 0 0-5 5 0 0 5z",
    "cancelled": "M-4-4 4 4M-4 4 4-4",
    "outside": "M-5-4H5L0 5z",
    "due": "M0-9V9M0-9 6-6.5 0-4",
}
# In letters: longer titles may be cut by the column, so a tooltip says them.
_ALWAYS_WHOLE = 20
# Lines of dependencies are left out where, on average, more pieces of them than this cross each row: nobody could tell
# them apart.
_MOST_LINES_PER_ROW = 40


class SvgRow(NamedTuple):
    """A row as the template writes it: its name, which is its author's, and in `opening` and `cells` what stands before
    and after it, which has no word of an author."""

    opening: Markup
    href: str | None
    title: str  # where the name may be cut
    id: str
    name: str
    cells: Markup


def svg_rows(groups: Sequence[Sequence[ChartRow]], axis: TimeAxis) -> list[list[SvgRow]]:
    """The rows with their drawings."""
    grid = f'<svg viewBox="0 0 100 1" preserveAspectRatio="none"><path class="plan-draw-grid" d="{axis.grid}"/>'
    over = _day_lines(axis)
    rows = [row for group in groups for row in group]
    lines = dependency_lines(rows)
    drawn = iter(_svg_row(row, f"{grid}{lines.get(number, '')}</svg>", over) for number, row in enumerate(rows))
    return [[next(drawn) for _row in group] for group in groups]


def _svg_row(row: ChartRow, under: str, over: str) -> SvgRow:
    """A row with its bar between what is drawn `under` and `over` all bars."""
    link, bar, title = row.link, row.bar, row.title if len(row.title) > _ALWAYS_WHOLE else ""
    critical = " plan-critical" if bar and bar.critical else ""
    after = f' data-after="{" ".join(map(str, row.predecessors))}"' if row.predecessors else ""
    scope = "rowgroup" if row.kind == "phase" else "row"
    names = f"plan-row-{row.kind} plan-state-{row.state.name}{critical}"
    opening = f'<tr class="{names}"{after}><th scope="{scope}">{_sign_and_word(row.state.sign, row.state.text)}'
    start = _time(row.start) if row.start else ""
    on_path = f'<span class="plan-hidden">, {_escaped(_("critical path"))}</span>' if critical else ""
    tooltip = escape(bar.tooltip if bar else _("later or earlier than what is drawn"))
    cells = (
        f"<td>{start}</td><td>{_time(row.finish)}{on_path}</td>"
        f'<td class="plan-chart"><svg class="plan-draw" role="img"><title>{tooltip}</title>'
        f"{under}{_bar_with_lines(bar, over)}</svg></td></tr>"
    )
    return SvgRow(Markup(opening), link.href, title, link.id, link.title, Markup(cells))  # noqa: S704 (numbers and escaped words)


@lru_cache(maxsize=1024)  # days and states come again and again
def _escaped(text: str) -> str:
    return str(escape(text))


@cache
def _sign_and_word(sign: str, word: str) -> str:
    """The sign of a state, and its word for those who do not see the sign."""
    return f'<span class="plan-sign" aria-hidden="true">{sign}</span><span class="plan-hidden">{escape(word)}: </span>'


def _time(date: DateText) -> str:
    text = _escaped(date.text)
    return f'<time datetime="{date.iso}">{text}</time>' if date.iso else text


def _day_lines(axis: TimeAxis) -> str:
    """The lines of today and of the day the plan is due, which run over all rows."""
    due = f'<path class="plan-draw-due-line" d="{_vertical(axis.due.x)}"/>' if axis.due else ""
    today = f'<path class="plan-draw-today" d="{_vertical(axis.today.x)}"/>' if axis.today else ""
    return due + today


def _vertical(x: str) -> str:
    return f"M{x.removesuffix('%')} 0V1"


def _bar_with_lines(bar: ChartBar | None, over: str) -> str:
    """The bar of a row with all that belongs to it, and the lines `over` it."""
    if bar is None:
        return _stretched(over)
    if bar.spread:
        best, worst = bar.spread
        over = f'<path class="plan-draw-tail" d="M{best:.2f} .5H{worst:.2f}M{worst:.2f} .32V.68"/>{over}'
    return f"{''.join(_shapes(bar))}{_stretched(over)}"


def _stretched(paths: str) -> str:
    """Paths that are as wide and as high as the row."""
    return f'<svg viewBox="0 0 100 1" preserveAspectRatio="none">{paths}</svg>' if paths else ""


def _shapes(bar: ChartBar) -> Iterator[str]:
    if bar.end == bar.start:
        yield _sign(bar.kind, f"plan-draw-sign plan-draw-{bar.kind}", bar.start)
    else:
        yield _rect(bar.kind, bar.start, bar.end)
        if bar.done:
            name = "phase-done" if bar.kind == "phase" else "done"
            yield _rect(name, bar.start, bar.start + (bar.end - bar.start) * bar.done)
    if bar.forecast:
        yield _rect("forecast plan-draw-sets" if bar.forecast_critical else "forecast", *bar.forecast)
    if bar.due is not None:
        yield _sign("due", "plan-draw-due plan-draw-overdue" if bar.overdue else "plan-draw-due", bar.due)


def _rect(name: str, start: float, end: float) -> str:
    return f'<rect class="plan-draw-{name}" x="{start:.2f}%" width="{end - start:.2f}%"/>'


def _sign(shape: str, names: str, x: float) -> str:
    """A sign that keeps its size, at `x`."""
    return f'<svg class="{names}" x="{x:.2f}%" y="50%"><path d="{_SIGNS[shape]}"/></svg>'


# Lines of dependencies, from what is waited for to what waits


def dependency_lines(rows: Sequence[ChartRow]) -> Mapping[int, str]:
    """For each row that lines run through their paths: those of the critical path apart from the others."""
    # By the number of a row those that wait for it.
    usual: dict[int, list[int]] = defaultdict(list)
    critical: dict[int, list[int]] = defaultdict(list)
    pieces = 0
    for number, row in enumerate(rows):
        for before in row.predecessors:
            (critical if before in row.critical_predecessors else usual)[before].append(number)
            pieces += abs(number - before)
    if pieces > _MOST_LINES_PER_ROW * len(rows):
        return {}
    lines: dict[int, str] = defaultdict(str)
    for names, successors in (("plan-draw-link", usual), ("plan-draw-link plan-draw-sets", critical)):
        for number, paths in _paths(rows, successors).items():
            lines[number] += f'<path class="{names}" d="{"".join(paths)}"/>'
    return lines


def _paths(rows: Sequence[ChartRow], successors: Mapping[int, Sequence[int]]) -> Mapping[int, list[str]]:
    """For each row the pieces of the lines that go down (or up) from the ends of bars to the rows that wait."""
    paths: dict[int, list[str]] = defaultdict(list)
    for before, numbers in successors.items():
        bar = rows[before].bar
        if bar is None:
            continue
        x = f"M{bar.end:.2f} "
        first, last = min(before, *numbers), max(before, *numbers)
        if first < before:
            paths[before].append(f"{x}.5V0")
        if last > before:
            paths[before].append(f"{x}.5V1")
        for number in range(first, last + 1):
            if number != before:
                paths[number].append(x + (".5V1" if number == first else "0V.5" if number == last else "0V1"))
        for number in numbers:
            other = rows[number].bar
            if other and other.start > bar.end:
                paths[number].append(f"{x}.5H{other.start:.2f}")
    return paths


# The legend


def _sample(drawing: str, state: str = "") -> str:
    """A drawing for the legend, of what has this state."""
    names = f"plan-swatch {state}".rstrip()
    return f'<svg class="{names}" aria-hidden="true">{drawing}</svg>'


def _sample_sign(shape: str) -> str:
    return _sample(_sign(shape, f"plan-draw-sign plan-draw-{shape}", 50))


_BOX = _rect("task", 4, 96)

# What the legend explains, by the names that `_legend_entries` gives.
_LEGEND = {
    "done": (_sample(_rect("done", 4, 96)), mark("done")),
    "task": (_sample(_BOX), mark("planned")),
    "blocked": (_sample(_BOX, "plan-state-blocked"), mark("blocked ■")),
    "deferred": (_sample(_BOX, "plan-state-deferred"), mark("deferred »")),
    "critical": (_sample(_BOX, "plan-critical"), mark("critical path ⇥")),
    "spread": (_sample(_stretched('<path class="plan-draw-tail" d="M4 .5H90M90 .25V.75"/>')), mark("best to worst")),
    "forecast": (_sample(_rect("forecast", 4, 96)), mark("forecast of what is left")),
    "phase": (_sample(_rect("phase", 4, 96)), mark("phase")),
    "milestone": (_sample_sign("milestone"), mark("takes no time")),
    "cancelled": (_sample_sign("cancelled"), mark("cancelled")),
    "outside": (_sample_sign("outside"), mark("promised from outside")),
    "due": (_sample_sign("due"), mark("due")),
    "dependency": (_sample(_stretched('<path class="plan-draw-link" d="M20 0V.6H90"/>')), mark("waits for")),
}
_TODAY = _sample(_stretched('<path class="plan-draw-today" d="M50 0V1"/>'))
_DUE = _sample(_stretched('<path class="plan-draw-due-line" d="M50 0V1"/>'))


def legend(groups: Sequence[Sequence[ChartRow]], today: DateText | None, due: DateText | None) -> Markup:
    """What the drawing means, as far as it occurs; the lines of today and of the day all is due with their dates."""
    names = {name for group in groups for row in group for name in _legend_entries(row)}
    entries = [(sample, _(words)) for name, (sample, words) in _LEGEND.items() if name in names]
    if today:
        entries.append((_TODAY, _("today, {date}").format(date=today.text)))
    if due:
        entries.append((_DUE, _("due, {date}").format(date=due.text)))
    return Markup("".join(f"<li>{sample}{escape(words)}</li>" for sample, words in entries))  # noqa: S704 (escaped here)


def _legend_entries(row: ChartRow) -> Iterator[str]:
    """What the legend has to explain of a row."""
    bar = row.bar
    if bar is None:
        return
    yield bar.kind
    if bar.kind == "task":
        yield row.state.name
    occurs = {
        "done": bar.done,
        "dependency": row.predecessors,
        "critical": bar.critical,
        "spread": bar.spread,
        "forecast": bar.forecast,
        "due": bar.due is not None,
    }
    yield from (name for name, it_does in occurs.items() if it_does)

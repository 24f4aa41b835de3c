# The bars of a timeline as SVG. All of it is made of numbers and of names that stand in this file: so it is put
# together as text here, once, where a template would escape a thousand numbers one by one.
#
# A row is a drawing of its own, 100 wide and 1 high, whatever its size on the page: lines from row to row are cut at
# the borders of the rows. So they meet at every zoom, on paper over the edge of a page, and beside a title that takes
# two lines.
"""The drawings of the rows of a timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_planplugin.language import _, mark
from mkdocs_planplugin.views.kit import DateText, TimeAxis

from .rows import Bar, Row, set_by

_SIGNS = {
    "milestone": "M-5 0 0-5 5 0 0 5z",
    "cancelled": "M-4-4 4 4M-4 4 4-4",
    "outside": "M-5-4H5L0 5z",
    "due": "M0-9V9M0-9 6-6.5 0-4",
}
# In letters: titles that every column shows whole.
_LONG = 20
# Where a plan has more dependencies than can be told apart, their lines are left out: pieces of lines for each row.
_MOST_PIECES = 40


class Drawn(NamedTuple):
    """A row as the template writes it: its name, which is its author's, and in `opening` and `cells` what stands before
    and after it, which has no word of an author."""

    opening: Markup
    href: str | None
    title: str  # where the name may be cut
    id: str
    name: str
    cells: Markup


def drawn_rows(rows: Sequence[Row], scale: TimeAxis) -> Iterator[Drawn]:
    """The rows with their drawings."""
    grid = f'<svg viewBox="0 0 100 1" preserveAspectRatio="none"><path class="plan-draw-grid" d="{scale.grid}"/>'
    over = _over(scale)
    lines = link_lines(rows)
    for number, row in enumerate(rows):
        drawing = f"{grid}{lines.get(number, '')}</svg>{_marks(row.bar, over)}"
        ref, title = row.ref, row.title if len(row.title) > _LONG else ""
        yield Drawn(Markup(_opening(row)), ref.href, title, ref.id, ref.title, Markup(_cells(row, drawing)))  # noqa: S704 (see there)


def _opening(row: Row) -> str:
    critical = " plan-critical" if row.bar and row.bar.critical else ""
    after = f' data-after="{" ".join(map(str, row.after))}"' if row.after else ""
    scope = "rowgroup" if row.kind == "phase" else "row"
    names = f"plan-row-{row.kind} plan-state-{row.state.name}{critical}"
    return f'<tr class="{names}"{after}><th scope="{scope}">{_sign_word(row.state.sign, row.state.text)}'


@lru_cache(maxsize=1024)  # days and states come again and again
def _escaped(text: str) -> str:
    return str(escape(text))


@cache
def _sign_word(sign: str, word: str) -> str:
    """The sign of a state, and its word for those who do not see the sign."""
    return f'<span class="plan-sign" aria-hidden="true">{sign}</span><span class="plan-hidden">{escape(word)}: </span>'


def _cells(row: Row, drawing: str) -> str:
    """The days of a row, and its drawing."""
    bar, start = row.bar, _time(row.start) if row.start else ""
    critical = f'<span class="plan-hidden">, {_escaped(_("critical path"))}</span>' if bar and bar.critical else ""
    says = escape(bar.says if bar else _("later or earlier than what is drawn"))
    return (
        f"<td>{start}</td><td>{_time(row.finish)}{critical}</td>"
        f'<td class="plan-chart"><svg class="plan-draw" role="img"><title>{says}</title>{drawing}</svg></td></tr>'
    )


def _time(day: DateText) -> str:
    text = _escaped(day.text)
    return f'<time datetime="{day.iso}">{text}</time>' if day.iso else text


def _over(scale: TimeAxis) -> str:
    """What runs over all rows."""
    due = f'<path class="plan-draw-due-line" d="{_down(scale.due.x)}"/>' if scale.due else ""
    today = f'<path class="plan-draw-today" d="{_down(scale.today.x)}"/>' if scale.today else ""
    return due + today


def _down(x: str) -> str:
    return f"M{x.removesuffix('%')} 0V1"


def _marks(bar: Bar | None, over: str) -> str:
    """The bar of a row with all that belongs to it, and `over` above it."""
    if bar is None:
        return _front(over)
    tail = over
    if bar.tail:
        best, worst = bar.tail
        tail = f'<path class="plan-draw-tail" d="M{best:.2f} .5H{worst:.2f}M{worst:.2f} .32V.68"/>{over}'
    return f"{''.join(_pieces(bar))}{_front(tail)}"


def _front(paths: str) -> str:
    return f'<svg viewBox="0 0 100 1" preserveAspectRatio="none">{paths}</svg>' if paths else ""


def _pieces(bar: Bar) -> Iterator[str]:
    if bar.end == bar.x:
        yield _sign(bar.kind, f"plan-draw-sign plan-draw-{bar.kind}", bar.x)
    else:
        yield _rect(bar.kind, bar.x, bar.end)
        if bar.done:
            name = "phase-done" if bar.kind == "phase" else "done"
            yield _rect(name, bar.x, bar.x + (bar.end - bar.x) * bar.done)
    if bar.forecast:
        yield _rect("forecast plan-draw-sets" if bar.forecast_critical else "forecast", *bar.forecast)
    if bar.due is not None:
        yield _sign("due", "plan-draw-due plan-draw-overdue" if bar.overdue else "plan-draw-due", bar.due)


def _rect(name: str, x: float, end: float) -> str:
    return f'<rect class="plan-draw-{name}" x="{x:.2f}%" width="{end - x:.2f}%"/>'


def _sign(shape: str, names: str, x: float) -> str:
    """A sign that keeps its size, at `x`."""
    return f'<svg class="{names}" x="{x:.2f}%" y="50%"><path d="{_SIGNS[shape]}"/></svg>'


# Lines from what is waited for to what waits


def link_lines(rows: Sequence[Row]) -> Mapping[int, str]:
    """For each row that lines run through their paths: those of the critical path apart from the others."""
    waiting: tuple[dict[int, list[int]], dict[int, list[int]]] = defaultdict(list), defaultdict(list)
    pieces = 0
    for number, row in enumerate(rows):
        for before in row.after:
            waiting[set_by(row, rows[before])][before].append(number)
            pieces += abs(number - before)
    if pieces > _MOST_PIECES * len(rows):
        return {}
    lines: dict[int, str] = defaultdict(str)
    for name, found in zip(("plan-draw-link", "plan-draw-link plan-draw-sets"), waiting, strict=True):
        for number, paths in _paths(rows, found).items():
            lines[number] += f'<path class="{name}" d="{"".join(paths)}"/>'
    return lines


def _paths(rows: Sequence[Row], waiting: Mapping[int, Sequence[int]]) -> Mapping[int, list[str]]:
    """For each row the pieces of the lines that go down (or up) from the ends of bars to the rows that wait."""
    paths: dict[int, list[str]] = defaultdict(list)
    for before, found in waiting.items():
        bar = rows[before].bar
        if bar is None:
            continue
        x = f"M{bar.end:.2f} "
        first, last = min(before, *found), max(before, *found)
        if first < before:
            paths[before].append(f"{x}.5V0")
        if last > before:
            paths[before].append(f"{x}.5V1")
        for number in range(first, last + 1):
            if number != before:
                paths[number].append(x + _through(number, first, last))
        for number in found:
            other = rows[number].bar
            if other and other.x > bar.end:
                paths[number].append(f"{x}.5H{other.x:.2f}")
    return paths


def _through(number: int, first: int, last: int) -> str:
    """The piece of a line in a row that it passes, or ends in."""
    return ".5V1" if number == first else "0V.5" if number == last else "0V1"


# The key


def _swatch(drawn: str, words: str) -> str:
    """A drawing of a few letters' width, and what it stands for."""
    return f"<li>{drawn}{escape(words)}</li>"


def _sample(drawn: str, state: str = "") -> str:
    """A drawing for the key, of what has this state."""
    names = f"plan-swatch {state}".rstrip()
    return f'<svg class="{names}" aria-hidden="true">{drawn}</svg>'


def _signed(shape: str) -> str:
    return _sample(_sign(shape, f"plan-draw-sign plan-draw-{shape}", 50))


_BOX = _rect("task", 4, 96)

# What the key explains, by the names that `_explained` gives.
_KEY = {
    "done": (_sample(_rect("done", 4, 96)), mark("done")),
    "task": (_sample(_BOX), mark("planned")),
    "blocked": (_sample(_BOX, "plan-state-blocked"), mark("blocked ■")),
    "deferred": (_sample(_BOX, "plan-state-deferred"), mark("deferred »")),
    "critical": (_sample(_BOX, "plan-critical"), mark("critical path ⇥")),
    "tail": (_sample(_front('<path class="plan-draw-tail" d="M4 .5H90M90 .25V.75"/>')), mark("best to worst")),
    "forecast": (_sample(_rect("forecast", 4, 96)), mark("forecast of what is left")),
    "phase": (_sample(_rect("phase", 4, 96)), mark("phase")),
    "milestone": (_signed("milestone"), mark("takes no time")),
    "cancelled": (_signed("cancelled"), mark("cancelled")),
    "outside": (_signed("outside"), mark("promised from outside")),
    "due": (_signed("due"), mark("due")),
    "link": (_sample(_front('<path class="plan-draw-link" d="M20 0V.6H90"/>')), mark("waits for")),
}
_TODAY = _sample(_front('<path class="plan-draw-today" d="M50 0V1"/>'))
_DUE = _sample(_front('<path class="plan-draw-due-line" d="M50 0V1"/>'))


def key(rows: Sequence[Row], today: DateText | None, due: DateText | None) -> Markup:
    """What the drawing means, as far as it occurs; the lines of today and of the day all is due with their dates."""
    found = {name for row in rows for name in _explained(row)}
    parts = [_swatch(drawn, _(words)) for name, (drawn, words) in _KEY.items() if name in found]
    if today:
        parts.append(_swatch(_TODAY, _("today, {date}").format(date=today.text)))
    if due:
        parts.append(_swatch(_DUE, _("due, {date}").format(date=due.text)))
    return Markup("".join(parts))  # noqa: S704 (what stands above, and words, escaped)


def _explained(row: Row) -> Iterator[str]:
    """What the key has to explain of a row."""
    bar = row.bar
    if bar is None:
        return
    yield bar.kind
    if bar.kind == "task":
        yield row.state.name
    if bar.done:
        yield "done"
    if row.after:
        yield "link"
    if bar.critical:
        yield "critical"
    if bar.tail:
        yield "tail"
    if bar.forecast:
        yield "forecast"
    if bar.due is not None:
        yield "due"

# The timeline as a Plotly figure. It is a plain dict: importing `plotly.graph_objects` would slow each build down, so
# only the tests validate the dict with it. Colours are names of variables of our style sheet; the script replaces them
# by their values on the page.
"""A Plotly figure of a schedule, as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from gettext import NullTranslations
from textwrap import wrap
from typing import NamedTuple

from mkdocs_planplugin.catalog import Tone, month_name
from mkdocs_planplugin.language import _, active_language
from mkdocs_planplugin.model import ExternalDependency
from mkdocs_planplugin.schedule import PhaseSpan, Schedule, ScheduledItem
from mkdocs_planplugin.views.kit import DayRange, short_date, within_reach

from .figure_axes import DateAxis, Figure, FigureAxis, WorkingDayAxis
from .rows import ChartBar, ChartRow, work_left
from .window import worst_finish

# In pixels: the height of a row, of what stands above the rows (buttons and dates) and below them (today).
# Rows are higher on narrow pages, where names take two lines.
_ROW_HEIGHT, _NARROW_ROW_HEIGHT, _HEIGHT_ABOVE, _HEIGHT_BELOW = 38, 62, 58, 26
# In rows: how thick bars are, and the line of the plan; and how far below the middle of a row they are drawn. The name
# stands above it.
_PHASE_WIDTH, _TASK_WIDTH, _PLAN_WIDTH = 0.16, 0.4, 0.08
_BAR_OFFSET, _PLAN_OFFSET = 0.16, 0.42
# The room at both ends of the axis, as a share of its length.
_MARGIN = 0.02
# With more lines between rows than this, only those of the critical path are drawn.
_MOST_LINES = 3000
# In letters: the longest names of rows, and the longest of their two lines on narrow pages. The tooltip has the whole
# title.
_NAME_LENGTH, _NARROW_LENGTH = 100, 46


def _color(tone: str) -> str:
    return f"var(--plan-{tone})"


_FG, _MUTED, _ACCENT, _ALARM = map(_color, (Tone.NEUTRAL, Tone.MUTED, Tone.ACCENT, Tone.ALARM))
_BG, _LINE, _PLANNED, _SPAN, _THREAD = map(_color, ("bg", "line", "planned", "span", "thread"))
_CLEAR = "rgba(0,0,0,0)"


class _Style(NamedTuple):
    """How a bar looks."""

    fill: str
    outline: str
    width: int


_TASK = _Style(_PLANNED, _ACCENT, 1)
_TASK_DONE = _Style(_ACCENT, _ACCENT, 0)
_CRITICAL_TASK_DONE = _Style(_ACCENT, _FG, 2)
_PHASE = _Style(_SPAN, _CLEAR, 0)
_PHASE_DONE = _Style(_FG, _FG, 0)
_PLAN = _Style(_THREAD, _THREAD, 0)

# The signs of rows that take no time, with their colours; the style of the ends of ranges.
_SIGNS = {"milestone": ("diamond", _ACCENT), "cancelled": ("x", _MUTED), "outside": ("triangle-down-open", _FG)}
_THIN_LINE = {"width": 1, "color": _FG}
# The lines of today and of the day the plan is due: colour and dash.
_DAY_LINES = {"today": (_ALARM, "dash"), "due": (_FG, "dot")}

_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)


def figure_json(
    groups: Iterable[Iterable[ChartRow]], schedule: Schedule, today: dt.date, due: dt.date | None = None
) -> str:
    """The figure as JSON that can stand in a `<script>` element: nothing in it ends one."""
    return _JSON.encode(timeline_figure(groups, schedule, today, due)).replace("<", "\\u003c")


def timeline_figure(
    groups: Iterable[Iterable[ChartRow]], schedule: Schedule, today: dt.date, due: dt.date | None = None
) -> Figure:
    """The rows of a timeline as a Plotly figure (`data` and `layout`): horizontal bars along the calendar, each below
    its name. As in the table, a bar is what is expected, with the plan as a thin line below it, and work that is over
    has only that line. Without a forecast the bar is the plan.

    The links of the rows are custom data. `layout.meta` is for our script: `names` has those of the rows, `narrow` the
    names and the height for narrow pages, `words` the texts of the buttons. `due` is the day on which the whole plan is
    due.
    """
    dated = schedule.start is not None and schedule.finish is not None
    axis = DateAxis(schedule.axis) if dated else WorkingDayAxis(schedule.axis)
    rows = [row for group in groups for row in group]
    planned = [_PlacedBar(number, row, row.bar, *axis.of(row.item)) for number, row in enumerate(rows) if row.bar]
    placed = list(_expected(planned, axis)) if schedule.expected else planned
    bars = [place for place in placed if place.end > place.start]
    lines = [place for place in planned if place.end > place.start] if schedule.expected else []
    done = [place._replace(end=place.start + place.bar.done * (place.end - place.start)) for place in bars]
    done = [place for place in done if place.bar.done]
    traces = [
        *_dependencies(placed, axis),
        _bars("planned", lines, axis, [_PLAN] * len(lines), _PLAN_OFFSET),
        _bars("expected" if lines else "planned", bars, axis, [_style_ahead(place) for place in bars]),
        _bars("done", done, axis, [_done_style(place) for place in done]),
        _ranges(lines or bars, axis, _PLAN_OFFSET if lines else _BAR_OFFSET),
        _signs([place for place in placed if place.end == place.start], axis),
        _due_days(placed, axis),
    ]
    first, last = view = _view(planned, placed)
    days = {"today": today.toordinal(), "due": due.toordinal() + 1 if due else None} if dated else {}
    shown = {word: day for word, day in days.items() if day and within_reach(day, first, last)}
    earliest = min((place.start for place in planned), default=first)
    return {"data": [trace for trace in traces if trace], "layout": _layout(rows, axis, view, earliest, shown)}


def _view(planned: Sequence[_PlacedBar], placed: Sequence[_PlacedBar]) -> DayRange:
    """The days that are shown at first: those of the bars, with what lies near of the plan."""
    bars = [place for place in placed if place.bar.kind not in ("cancelled", "outside")] or planned
    first, last = min((place.start for place in bars), default=0.0), max((place.end for place in bars), default=1.0)
    near = [place for place in planned if last == first or within_reach(place.start, first, last)]
    return min([first, *(place.start for place in near)]), max([last, *(place.end for place in near)])


class _PlacedBar(NamedTuple):
    """A bar at its place on the figure: the number of its row, and days from `start` to `end`."""

    number: int
    row: ChartRow
    bar: ChartBar
    start: float
    end: float


def _expected(planned: Iterable[_PlacedBar], axis: FigureAxis) -> Iterator[_PlacedBar]:
    """The bars of what is left, where it is expected; what takes no time, and has no such day, where it is planned."""
    for place in planned:
        item = place.row.item
        left = None if isinstance(item, ExternalDependency) else work_left(item)
        if left:
            yield place._replace(start=axis.of(left[0])[0], end=axis.of(left[1])[1])
        elif place.end == place.start:
            yield place


def _style_ahead(place: _PlacedBar) -> _Style:
    if place.bar.kind == "phase":
        return _PHASE
    outline = place.row.state.outline
    style = _Style(_CLEAR, _color(outline), 1) if outline else _TASK
    if place.bar.critical:
        return style._replace(outline=_ALARM if outline is Tone.ALARM else _FG, width=2)
    return style


def _done_style(place: _PlacedBar) -> _Style:
    if place.bar.kind == "phase":
        return _PHASE_DONE
    return _CRITICAL_TASK_DONE if place.bar.critical else _TASK_DONE


def _bars(
    name: str, placed: Sequence[_PlacedBar], axis: FigureAxis, styles: list[_Style], offset: float = _BAR_OFFSET
) -> Figure | None:
    if not placed:
        return None
    fills, outlines, widths = zip(*styles, strict=True)
    width = _PLAN_WIDTH if offset == _PLAN_OFFSET else _TASK_WIDTH
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [axis.at(place.start) for place in placed],
        "x": [axis.length(place.end - place.start) for place in placed],
        "width": [min(width, _PHASE_WIDTH) if place.bar.kind == "phase" else width for place in placed],
        "marker": {"color": _one(fills), "line": {"color": _one(outlines), "width": _one(widths)}},
        **(_described(placed, offset) if name != "done" else {"y": _heights(placed), "hoverinfo": "skip"}),
    }


def _heights(placed: Iterable[_PlacedBar], offset: float = _BAR_OFFSET) -> list[float]:
    """Where bars stand on the axis of rows."""
    return [round(place.number + offset, 2) for place in placed]


def _one(values: Sequence[object]) -> object:
    """The values, or a single value if all are equal."""
    return values[0] if len(set(values)) == 1 else values


def _signs(placed: Sequence[_PlacedBar], axis: FigureAxis) -> Figure | None:
    """The signs of rows that take no time: milestones, cancelled work, external dependencies, and work of which no time
    is left, which is drawn as a milestone."""
    if not placed:
        return None
    signs = [_SIGNS.get(place.bar.kind, _SIGNS["milestone"]) for place in placed]
    return {
        "type": "scatter",
        "name": "no time",
        "mode": "markers",
        "x": [axis.at(place.start) for place in placed],
        "marker": {"symbol": [symbol for symbol, _ in signs], "color": [color for _, color in signs], "size": 8},
        "cliponaxis": False,
        **_described(placed),
    }


def _due_days(placed: Iterable[_PlacedBar], axis: FigureAxis) -> Figure | None:
    """The days on which tasks are due."""
    due = [(place, date) for place in placed if place.bar.due and (date := _due_date(place.row))]
    if not due:
        return None
    return {
        "type": "scatter",
        "name": "due",
        "mode": "markers",
        "x": [axis.at(date.toordinal() + 1) for _, date in due],
        "marker": {
            "symbol": "triangle-left",
            "color": [_ALARM if place.bar.overdue else _FG for place, _ in due],
            "size": 9,
        },
        **_described([place for place, _ in due]),
    }


def _due_date(row: ChartRow) -> dt.date | None:
    if isinstance(row.item, PhaseSpan):
        return row.item.phase.due
    return row.item.source.due if isinstance(row.item, ScheduledItem) else None


def _ranges(placed: Iterable[_PlacedBar], axis: FigureAxis, offset: float) -> Figure | None:
    """Lines from the best finish of each planned bar to the worst."""
    x: list[str | float | None] = []
    y: list[float | None] = []
    for place in placed:
        item = place.row.item
        item = item.items[0] if isinstance(item, PhaseSpan) and item.items else item
        if place.bar.spread and isinstance(item, ScheduledItem):
            ends = item.early_start_hours + item.best_hours, worst_finish(item)
            x += [*(axis.at(axis.finished(hour)) for hour in ends), None]
            y += [*_heights((place, place), offset), None]
    marker = {"symbol": "line-ns", "size": 6, "line": _THIN_LINE}
    return _line("range", x, y, _FG, mode="lines+markers", marker=marker) if x else None


def _dependencies(placed: Sequence[_PlacedBar], axis: FigureAxis) -> Iterator[Figure]:
    """Lines from each bar to the bars that wait for it, those of the critical path apart from the others. The others
    are left out if there are too many to tell apart."""
    too_many = sum(len(place.row.predecessors) for place in placed) > _MOST_LINES
    by_number = {place.number: place for place in placed}
    lines: dict[bool, tuple[list[str | float | None], list[float | None]]] = {False: ([], []), True: ([], [])}
    for place in placed:
        for number in place.row.critical_predecessors if too_many else place.row.predecessors:
            before = by_number.get(number)
            if before and place.bar.kind != "cancelled":
                x, y = lines[number in place.row.critical_predecessors]
                end, (upper, lower) = axis.at(before.end), _heights((before, place))
                x += [end, end, axis.at(place.start), None]
                y += [upper, lower, lower, None]
    for critical, (x, y) in lines.items():
        if x:
            yield _line("sets the finish", x, y, _FG, width=2) if critical else _line("waits for", x, y, _MUTED)


def _line(name: str, x: Sequence[object], y: Sequence[object], color: str, *, width: int = 1, **rest: object) -> Figure:
    line = {"color": color, "width": width}
    return {"type": "scatter", "name": name, "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", **rest}


def _described(placed: Sequence[_PlacedBar], offset: float = _BAR_OFFSET) -> Figure:
    """What all traces with tooltips share: the rows, the tooltips, and the links that a click follows."""
    return {
        "y": _heights(placed, offset),
        "hovertext": [_tooltip(place.row, place.bar) for place in placed],
        "hoverinfo": "text",
        "customdata": [place.row.link.href for place in placed],
    }


def _tooltip(row: ChartRow, bar: ChartBar) -> str:
    start, finish = row.start, row.finish
    days = f"{start.text} → {finish.text}" if start and start != finish else finish.text
    return f"{_plain(_name(row))}<br>{days}<br>{bar.tooltip}"


def _name(row: ChartRow) -> str:
    return f"{row.link.id} {row.title}".strip()


def _plain(words: str) -> str:
    """Escape a text for Plotly, whose labels read `<b>` as bold, `&lt;` as an entity and `$x$` as a formula."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("$", "&#36;")


def _lines(words: str, length: int, most: int) -> str:
    """A name in so many lines at most, each with so many letters; what has no room is cut off."""
    if len(words) <= length and words.isprintable():  # no white space but spaces, which `wrap` would keep
        return _plain(words)
    return "<br>".join(map(_plain, wrap(words, length, max_lines=most, placeholder=" …")))


def _layout(rows: list[ChartRow], axis: FigureAxis, view: DayRange, earliest: float, days: Mapping[str, int]) -> Figure:
    """The layout of the figure. `view` is the range of days that are shown at first, `earliest` the first day with a
    bar; `days` are the days with a line, by name (`today`, `due`)."""
    margin = _MARGIN * (view[1] - view[0])
    ends = (*view, *days.values())
    start, end = axis.at(min(ends) - margin), axis.at(max(ends) + margin)
    height, narrow_height = (
        _HEIGHT_ABOVE + row_height * len(rows) + _HEIGHT_BELOW for row_height in (_ROW_HEIGHT, _NARROW_ROW_HEIGHT)
    )
    return {
        "height": height,
        "margin": {"l": 4, "r": 4, "t": _HEIGHT_ABOVE, "b": _HEIGHT_BELOW},
        "barmode": "overlay",
        "dragmode": "zoom",
        "hovermode": "closest",
        "showlegend": False,
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "font": {"color": _FG},
        "hoverlabel": {"align": "left", "bgcolor": _BG, "bordercolor": _MUTED, "font": {"color": _FG}},
        "modebar": {"bgcolor": _CLEAR, "color": _MUTED, "activecolor": _FG},
        "xaxis": {
            **axis.layout,
            "range": [start, end],
            "minallowed": axis.at(min(*ends, earliest) - margin),
            "maxallowed": end,
            "side": "top",
            "gridcolor": _LINE,
            "zeroline": False,
            "tickangle": 0,
            "tickfont": {"color": _MUTED},
        },
        "yaxis": {
            "range": [len(rows) - 0.5, -0.5],
            "showticklabels": False,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
        "shapes": [_day_line(axis.at(day), *_DAY_LINES[word]) for word, day in days.items()],
        "annotations": [_day_label(word, day, axis) for word, day in days.items()],
        "meta": {
            "names": [_lines(_name(row), _NAME_LENGTH, 1) for row in rows],
            "narrow": {"height": narrow_height, "names": [_lines(_name(row), _NARROW_LENGTH, 2) for row in rows]},
            "words": _script_words(active_language()),
        },
    }


@lru_cache(maxsize=8)
def _script_words(_language: NullTranslations) -> Figure:
    """The texts of our script around the figure, and of Plotly's buttons and axis. They are the same on all pages."""
    return {
        "explore": _("Explore"),
        "hint": _("the same as a chart to zoom, with lines between tasks that wait for each other"),
        "label": _("The timeline as a chart; the table above says the same"),
        "loading": _("Loading the chart …"),
        "failed": _("The chart could not be loaded. The table above says the same."),
        "buttons": {
            "Zoom": _("Zoom"),
            "Pan": _("Pan"),
            "Zoom in": _("Zoom in"),
            "Zoom out": _("Zoom out"),
            "Reset axes": _("Reset axes"),
        },
        "months": [month_name(number) for number in range(1, 13)],
    }


def _day_line(x: str | float, color: str, dash: str) -> Figure:
    line = {"color": color, "width": 1, "dash": dash}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": line}


def _day_label(word: str, day: int, axis: FigureAxis) -> Figure:
    """The words below the line of a day. The line of the due day stands at the end of that day, hence the - 1."""
    date = short_date(dt.date.fromordinal(day - (word == "due"))).text
    return {
        "xref": "x",
        "yref": "paper",
        "x": axis.at(day),
        "y": 0,
        "xanchor": "right" if word == "due" else "center",
        "yanchor": "top",
        "showarrow": False,
        "text": (_("due, {date}") if word == "due" else _("today, {date}")).format(date=date),
        "font": {"color": _DAY_LINES[word][0]},
    }

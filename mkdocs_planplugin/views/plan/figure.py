# The timeline as Plotly draws it: a plain dict, for no figure is worth the import of `plotly.graph_objects` in a build;
# the tests hold it against that. Colours are names of our style sheet's variables: the script puts in what they are on
# the page.
"""A Plotly figure of a schedule, as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from gettext import NullTranslations
from itertools import chain
from typing import NamedTuple

from mkdocs_planplugin.language import _, active_language
from mkdocs_planplugin.model import ExternalDependency, Task
from mkdocs_planplugin.schedule import PhaseSpan, Schedule, ScheduledItem
from mkdocs_planplugin.views.kit import DayRange, NamedLink, month_name, short_date, within_reach

from .places import Dates, Days, Figure, Places
from .rows import Bar, Row, set_by
from .stretch import worst_finish

# In pixels: a row, and what stands above (buttons and dates) and below (today).
_ROW, _ABOVE, _BELOW = 24, 58, 26
# In rows: how thick bars are, and how far below those of the plan the forecast is drawn.
_PHASE, _TASK, _FORECAST, _BELOW_BAR = 0.22, 0.56, 0.1, 0.42
# In shares of the axis: the room at its ends.
_MARGIN = 0.02
# In letters: labels at the rows; the whole title is said on hover. Short ones are for narrow pages.
_LABEL, _SHORT_LABEL = 34, 12

_FG, _MUTED, _ACCENT, _ALARM = "var(--plan-fg)", "var(--plan-muted)", "var(--plan-accent)", "var(--plan-alarm)"
_BG, _LINE, _PLANNED, _SPAN = "var(--plan-bg)", "var(--plan-line)", "var(--plan-planned)", "var(--plan-span)"
_CLEAR = "rgba(0,0,0,0)"

# How a bar looks: its fill, its outline, and how wide that is. What is planned looks as its state demands.
_Look = tuple[str, str, int]
_OUTLINES: dict[str, _Look] = {
    "blocked": (_CLEAR, _ALARM, 1),
    "deferred": (_CLEAR, _MUTED, 1),
    "untracked": (_CLEAR, _MUTED, 1),
}
_OUTLINE: _Look = (_PLANNED, _ACCENT, 1)
_DONE: _Look = (_ACCENT, _ACCENT, 0)
_PHASE_OUTLINE: _Look = (_SPAN, _CLEAR, 0)
_PHASE_DONE: _Look = (_FG, _FG, 0)
_AHEAD: _Look = (_MUTED, _MUTED, 0)
_AHEAD_SETS: _Look = (_FG, _FG, 1)
_CRITICAL_DONE: _Look = (_ACCENT, _FG, 2)

# The signs of what takes no time, and the width of the ends of ranges.
_SYMBOLS = {"milestone": "diamond", "cancelled": "x", "outside": "triangle-down-open"}
_THIN = {"width": 1, "color": _FG}

_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)


def figure_json(groups: Iterable[Iterable[Row]], schedule: Schedule, today: dt.date, due: dt.date | None = None) -> str:
    """The figure as JSON that can stand in a `<script>` element: nothing in it ends one."""
    return _JSON.encode(timeline_figure(groups, schedule, today, due)).replace("<", "\\u003c")


def timeline_figure(
    groups: Iterable[Iterable[Row]], schedule: Schedule, today: dt.date, due: dt.date | None = None
) -> Figure:
    """The rows of a timeline as a figure: horizontal bars along the calendar, the links of the rows as custom data.

    The figure that Plotly draws from has `data` and `layout`; `layout.meta` is for our script: in `short` labels for a
    narrow page, in `words` what it says. `due`
    is the day on which the whole plan is due.
    """
    dated = schedule.start is not None and schedule.finish is not None
    axis = Dates(schedule.axis) if dated else Days(schedule.axis)
    rows = list(chain.from_iterable(groups))
    placed = [_Drawn(y, row, row.bar, *axis.of(row.piece)) for y, row in enumerate(rows) if row.bar]
    bars = [each for each in placed if each.end > each.start]
    done = [each._replace(end=each.start + each.bar.done * (each.end - each.start)) for each in bars if each.bar.done]
    ahead = list(_forecasts(placed, axis))
    traces = [
        *_links(placed, axis),
        _bars("planned", bars, axis, [_outline(each) for each in bars]),
        _bars("done", done, axis, [_filling(each) for each in done]),
        _bars("forecast", ahead, axis, [_AHEAD_SETS if each.bar.forecast_critical else _AHEAD for each in ahead]),
        _ranges(bars, axis),
        _signs([each for each in placed if each.end == each.start], axis),
        _dues(placed, axis),
    ]
    first = min((each.start for each in placed), default=0.0)
    last = max((each.end for each in (*placed, *ahead)), default=1.0)
    days = {"today": today.toordinal(), "due": due.toordinal() + 1 if due else None} if dated else {}
    shown = {word: day for word, day in days.items() if day and within_reach(day, first, last)}
    return {"data": [trace for trace in traces if trace], "layout": _layout(rows, axis, (first, last), shown)}


class _Drawn(NamedTuple):
    """A row by its number, with its bar, from when to when."""

    y: float
    row: Row
    bar: Bar
    start: float
    end: float


def _forecasts(placed: Iterable[_Drawn], axis: Places) -> Iterator[_Drawn]:
    """What is left of a row, below it, where it moves."""
    for each in placed:
        piece = each.row.piece
        if each.bar.forecast and not isinstance(piece, ExternalDependency):
            items = piece.items if isinstance(piece, PhaseSpan) else (piece,)
            spans = [axis.of(item.left) for item in items if item.left]
            start, end = min(start for start, _ in spans), max(end for _, end in spans)
            if end > start:
                yield _Drawn(each.y + _BELOW_BAR, each.row, each.bar, start, end)


def _outline(each: _Drawn) -> _Look:
    if each.bar.kind == "phase":
        return _PHASE_OUTLINE
    fill, line, width = _OUTLINES.get(each.row.state.name, _OUTLINE)
    return (fill, _ALARM if line == _ALARM else _FG, 2) if each.bar.critical else (fill, line, width)


def _filling(each: _Drawn) -> _Look:
    if each.bar.kind == "phase":
        return _PHASE_DONE
    return _CRITICAL_DONE if each.bar.critical else _DONE


def _bars(name: str, drawn: Sequence[_Drawn], axis: Places, looks: list[_Look]) -> Figure | None:
    if not drawn:
        return None
    fills, lines, widths = zip(*looks, strict=True)
    thick = _FORECAST if name == "forecast" else _TASK
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [axis.at(each.start) for each in drawn],
        "x": [axis.length(each.end - each.start) for each in drawn],
        "width": [min(thick, _PHASE) if each.bar.kind == "phase" else thick for each in drawn],
        "marker": {"color": _one(fills), "line": {"color": _one(lines), "width": _one(widths)}},
        **(_described(drawn) if name != "done" else {"y": [each.y for each in drawn], "hoverinfo": "skip"}),
    }


def _one(values: Sequence[object]) -> object:
    """Values, or the one that all of them are."""
    return values[0] if len(set(values)) == 1 else values


def _signs(drawn: Sequence[_Drawn], axis: Places) -> Figure | None:
    """What takes no time: milestones, what was given up, and what others have promised."""
    if not drawn:
        return None
    kinds = [each.bar.kind for each in drawn]
    return {
        "type": "scatter",
        "name": "no time",
        "mode": "markers",
        "x": [axis.at(each.start) for each in drawn],
        "marker": {
            "symbol": [_SYMBOLS[kind] for kind in kinds],
            "color": [_MUTED if kind == "cancelled" else _FG if kind == "outside" else _ACCENT for kind in kinds],
            "size": 8,
        },
        "cliponaxis": False,
        **_described(drawn),
    }


def _dues(drawn: Iterable[_Drawn], axis: Places) -> Figure | None:
    """The days on which tasks are due."""
    found = [(each, day) for each in drawn if each.bar.due is not None and (day := _due(each.row))]
    if not found:
        return None
    return {
        "type": "scatter",
        "name": "due",
        "mode": "markers",
        "x": [axis.at(day.toordinal() + 1) for _, day in found],
        "marker": {
            "symbol": "triangle-left",
            "color": [_ALARM if each.bar.overdue else _FG for each, _ in found],
            "size": 9,
        },
        **_described([each for each, _ in found]),
    }


def _due(row: Row) -> dt.date | None:
    source = row.piece.source if isinstance(row.piece, ScheduledItem) else None
    return source.due if isinstance(source, Task) else None


def _ranges(drawn: Iterable[_Drawn], axis: Places) -> Figure | None:
    """From the best finish to the worst."""
    x: list[str | float | None] = []
    y: list[float | None] = []
    for each in drawn:
        piece = each.row.piece
        item = piece.items[0] if isinstance(piece, PhaseSpan) and piece.items else piece
        if each.bar.tail and isinstance(item, ScheduledItem):
            ends = item.early_start_hours + item.best_hours, worst_finish(item)
            x += [*(axis.at(axis.finished(at)) for at in ends), None]
            y += [each.y, each.y, None]
    return (
        _line("range", x, y, _FG, mode="lines+markers", marker={"symbol": "line-ns", "size": 6, "line": _THIN})
        if x
        else None
    )


def _links(drawn: Sequence[_Drawn], axis: Places) -> Iterator[Figure]:
    """From what is waited for to what waits: those of the critical path apart from the others."""
    by_number = {each.y: each for each in drawn}
    found: dict[bool, tuple[list[str | float | None], list[float | None]]] = {False: ([], []), True: ([], [])}
    for each in drawn:
        for number in each.row.after:
            before = by_number[number]
            x, y = found[set_by(each.row, before.row)]
            end = axis.at(before.end)
            x += [end, end, axis.at(each.start), None]
            y += [before.y, each.y, each.y, None]
    for critical, (x, y) in found.items():
        if x:
            yield _line("sets the finish", x, y, _FG, width=2) if critical else _line("waits for", x, y, _MUTED)


def _line(name: str, x: Sequence[object], y: Sequence[object], color: str, *, width: int = 1, **rest: object) -> Figure:
    line = {"color": color, "width": width}
    return {"type": "scatter", "name": name, "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", **rest}


def _described(drawn: Sequence[_Drawn]) -> Figure:
    """Where the rows are, what is said on hover, and where a click leads."""
    return {
        "y": [each.y for each in drawn],
        "hovertext": [_hover(each.row, each.bar) for each in drawn],
        "hoverinfo": "text",
        "customdata": [each.row.ref.href for each in drawn],
    }


def _hover(row: Row, bar: Bar) -> str:
    start, finish = row.start, row.finish
    days = f"{start.text} → {finish.text}" if start and start != finish else finish.text
    return f"{_text(_words(row.ref))}<br>{days}<br>{bar.says}"


def _words(ref: NamedLink) -> str:
    return f"{ref.id} {ref.title}".strip()


def _text(words: str) -> str:
    """Words as Plotly shows them unchanged: in its labels `<b>` is bold, `&lt;` an entity and `$x$` a formula."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("$", "&#36;")


def _cut(words: str, length: int) -> str:
    return _text(words if len(words) <= length else f"{words[: length - 1].rstrip()}…")


def _layout(rows: list[Row], axis: Places, drawn: DayRange, days: Mapping[str, int]) -> Figure:
    """How it is arranged; `days` are those that a line marks, by the word for it."""
    margin = _MARGIN * (drawn[1] - drawn[0])
    places = (*drawn, *days.values())
    start, end = axis.at(min(places) - margin), axis.at(max(places) + margin)
    return {
        "height": _ABOVE + _ROW * len(rows) + _BELOW,
        "margin": {"l": 4, "r": 4, "t": _ABOVE, "b": _BELOW},
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
            "minallowed": start,
            "maxallowed": end,
            "side": "top",
            "gridcolor": _LINE,
            "zeroline": False,
            "tickangle": 0,
            "tickfont": {"color": _MUTED},
        },
        "yaxis": {
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": [_cut(_words(row.ref), _LABEL) for row in rows],
            "fixedrange": True,
            "automargin": True,
            "showgrid": False,
            "zeroline": False,
        },
        "shapes": [_shape(axis.at(day), *_DAY_LINES[word]) for word, day in days.items()],
        "annotations": [_note(word, day, axis) for word, day in days.items()],
        "meta": {"short": [_cut(row.ref.short, _SHORT_LABEL) for row in rows], "words": _said(active_language())},
    }


@lru_cache(maxsize=8)
def _said(_language: NullTranslations) -> Figure:
    """What our script says around the figure, and Plotly on its buttons and its axis: the same on all pages."""
    return {
        "explore": _("Explore"),
        "hint": _("The timeline as a chart to zoom, move and point at"),
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


# The lines of today and of the day the plan is due: colour and dash.
_DAY_LINES = {"today": (_ALARM, "dash"), "due": (_FG, "dot")}


def _shape(x: str | float, color: str, dash: str) -> Figure:
    line = {"color": color, "width": 1, "dash": dash}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": line}


def _note(word: str, day: int, axis: Places) -> Figure:
    """What a line means, below it; a day that is due ends where its line stands."""
    date = dt.date.fromordinal(day - (word == "due"))
    return {
        "xref": "x",
        "yref": "paper",
        "x": axis.at(day),
        "y": 0,
        "yanchor": "top",
        "showarrow": False,
        "text": (_("due, {date}") if word == "due" else _("today, {date}")).format(date=short_date(date).text),
        "font": {"color": _DAY_LINES[word][0]},
    }

# The timeline as Plotly draws it: a plain dict, for no figure is worth the import of `plotly.graph_objects` in a build;
# the tests hold it against that. Colours are names of our style sheet's variables: the script puts in what they are on
# the page.
"""A Plotly figure of a schedule, as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from mkdocs_planplugin.schedule import Schedule

from .formats import short_day
from .links import Ref
from .moments import Moments, moments
from .rows import Row
from .scale import within_reach

Figure = dict[str, Any]

_MINUTES_PER_DAY, _MILLISECONDS_PER_DAY = 24 * 60, 24 * 60 * 60 * 1000
# In pixels: a row, and what stands above (buttons and dates) and below (today).
_ROW, _ABOVE, _BELOW = 24, 58, 26
# In rows: how thick bars are.
_PHASE, _TASK = 0.22, 0.62
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
    "blocked": (_CLEAR, _ALARM, 2),
    "deferred": (_CLEAR, _MUTED, 1),
    "untracked": (_CLEAR, _MUTED, 1),
}
_OUTLINE: _Look = (_PLANNED, _ACCENT, 1)
_DONE: _Look = (_ACCENT, _ACCENT, 0)
_PHASE_OUTLINE: _Look = (_SPAN, _CLEAR, 0)
_PHASE_DONE: _Look = (_FG, _FG, 0)

_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)


def figure_json(groups: Iterable[Iterable[Row]], schedule: Schedule, today: dt.date) -> str:
    """The figure as JSON that can stand in a `<script>` element: nothing in it ends one."""
    return _JSON.encode(timeline_figure(groups, schedule, today)).replace("<", "\\u003c")


def timeline_figure(groups: Iterable[Iterable[Row]], schedule: Schedule, today: dt.date) -> Figure:
    """The rows of a timeline as a figure: horizontal bars along the calendar, the links of the rows as custom data.

    The figure that Plotly draws from has `data` and `layout`; `layout.meta.short` are labels for a narrow page.
    """
    dated = schedule.start is not None and schedule.finish is not None
    placed = [(row, moments(row.piece, schedule.axis, dated=dated)) for row in chain.from_iterable(groups)]
    axis = _Dates() if dated else _Days()
    bars = [(y, row, span) for y, (row, span) in enumerate(placed) if span[1] > span[0]]
    signs = [(y, row, span) for y, (row, span) in enumerate(placed) if span[1] == span[0]]
    done = [(y, row, (start, start + row.bar.share * (end - start))) for y, row, (start, end) in bars if row.bar.share]
    traces = [
        _bars("planned", bars, axis, [_outline(row) for _, row, _ in bars]) if bars else None,
        _bars("done", done, axis, [_filling(row) for _, row, _ in done]) if done else None,
        _signs(signs, axis) if signs else None,
    ]
    first = min((start for _, (start, _) in placed), default=0.0)
    last = max((end for _, (_, end) in placed), default=1.0)
    at = today.toordinal()
    shown = at if dated and within_reach(at, first, last) else None
    return {
        "data": [trace for trace in traces if trace],
        "layout": _layout([row for row, _ in placed], axis, (first, last), shown),
    }


_Placed = Sequence[tuple[int, Row, Moments]]  # the number of the row, the row, from when to when


class _Dates:
    """An axis of dates: places are texts, lengths are milliseconds."""

    layout: Figure = {  # noqa: RUF012 (nobody changes it)
        "type": "date",
        "tickformatstops": [
            {"dtickrange": [None, "M1"], "value": "%-d %b"},
            {"dtickrange": ["M1", None], "value": "%b %Y"},
        ],
    }

    @staticmethod
    def at(moment: float) -> str:
        days, minutes = divmod(round(moment * _MINUTES_PER_DAY), _MINUTES_PER_DAY)
        if not dt.date.min.toordinal() <= days <= dt.date.max.toordinal():
            return "9999-12-31" if days > 0 else "0001-01-01"
        date = dt.date.fromordinal(days).isoformat()
        return f"{date} {minutes // 60:02}:{minutes % 60:02}" if minutes else date

    @staticmethod
    def length(days: float) -> int:
        return round(days * _MILLISECONDS_PER_DAY)


class _Days:
    """An axis of working days, counted from 1."""

    layout: Figure = {"type": "linear", "tickprefix": "day ", "tickformat": "~g"}  # noqa: RUF012 (nobody changes it)

    @staticmethod
    def at(moment: float) -> float:
        return round(moment, 4)

    @staticmethod
    def length(days: float) -> float:
        return round(days, 4)


def _outline(row: Row) -> _Look:
    return _PHASE_OUTLINE if row.bar.kind == "phase" else _OUTLINES.get(row.state.name, _OUTLINE)


def _filling(row: Row) -> _Look:
    return _PHASE_DONE if row.bar.kind == "phase" else _DONE


def _bars(name: str, rows: _Placed, axis: _Dates | _Days, looks: list[_Look]) -> Figure:
    fills, lines, widths = zip(*looks, strict=True)
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [axis.at(start) for _, _, (start, _) in rows],
        "x": [axis.length(end - start) for _, _, (start, end) in rows],
        "width": [_PHASE if row.bar.kind == "phase" else _TASK for _, row, _ in rows],
        "marker": {"color": fills, "line": {"color": lines, "width": widths}},
        **_described(rows),
    }


def _signs(rows: _Placed, axis: _Dates | _Days) -> Figure:
    cancelled = [row.bar.kind == "cancelled" for _, row, _ in rows]
    return {
        "type": "scatter",
        "name": "no time",
        "mode": "markers",
        "x": [axis.at(start) for _, _, (start, _) in rows],
        "marker": {
            "symbol": ["x" if each else "diamond" for each in cancelled],
            "color": [_MUTED if each else _ACCENT for each in cancelled],
            "size": 8,
        },
        "cliponaxis": False,
        **_described(rows),
    }


def _described(rows: _Placed) -> Figure:
    """Where the rows are, what is said on hover, and where a click leads."""
    return {
        "y": [y for y, _, _ in rows],
        "hovertext": [_hover(row) for _, row, _ in rows],
        "hoverinfo": "text",
        "customdata": [row.ref.href for _, row, _ in rows],
    }


def _hover(row: Row) -> str:
    days = row.start.text if row.start == row.finish else f"{row.start.text} → {row.finish.text}"
    return f"{_text(_words(row.ref))}<br>{days}<br>{row.bar.says}"


def _words(ref: Ref) -> str:
    return f"{ref.id} {ref.title}".strip()


def _text(words: str) -> str:
    """Words as Plotly shows them unchanged: in its labels `<b>` is bold, `&lt;` an entity and `$x$` a formula."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("$", "&#36;")


def _cut(words: str, length: int) -> str:
    return _text(words if len(words) <= length else f"{words[: length - 1].rstrip()}…")


def _layout(rows: list[Row], axis: _Dates | _Days, drawn: Moments, today: int | None) -> Figure:
    first, last = drawn
    margin = _MARGIN * (last - first)
    ends = first - margin, last + margin
    if today is not None:
        ends = min(ends[0], today - margin), max(ends[1], today + margin)
    start, end = axis.at(ends[0]), axis.at(ends[1])
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
        "shapes": [] if today is None else [{
            "type": "line", "xref": "x", "yref": "paper", "x0": axis.at(today), "x1": axis.at(today), "y0": 0, "y1": 1,
            "line": {"color": _ALARM, "width": 1, "dash": "dash"},
        }],
        "annotations": [] if today is None else [{
            "xref": "x", "yref": "paper", "x": axis.at(today), "y": 0, "yanchor": "top", "showarrow": False,
            "text": f"today, {short_day(dt.date.fromordinal(today)).text}", "font": {"color": _ALARM},
        }],
        "meta": {"short": [_cut(row.ref.short, _SHORT_LABEL) for row in rows]},
    }  # fmt: skip

# Style sheets of many files: one for all that we show, and two for pages that show only some of it. What the catalog
# and the columns of the index say of signs, colours and words is not said in them a second time: the rules that need it
# are made here.
"""The style sheets of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from mkdocs_planplugin.catalog import (
    LEVEL_LABELS,
    OUTSIDE_LABEL,
    READY_LABEL,
    STATE_LABELS,
    VERDICT_LABELS,
    WAITING_LABEL,
    Label,
    Tone,
)
from mkdocs_planplugin.compiled_patterns import compiled

from .site import COLUMNS, SORT_BY

FOLDER = Path(__file__).parent / "assets" / "style"
_COMMENT = compiled(r"/\*.*?\*/", re.DOTALL)  # no text in our rules has such signs
# White space beside these signs is only for a reader of the file.
_SIGNS = "{};,"
# In the order of the style sheet: of two rules of the same weight the later one holds.
FILES = (
    "colours",
    "base",
    "labels",
    "summary",
    "progress",
    "drawing",
    "timeline",
    "history",
    "chart",
    "portfolio",
    "index",
    "text",
    "risks",
    "registers",
    "built_on",
)
EDITING_FILE = "editing"
# What only pages of plans need, and only those over all plans. The rest, they share.
_OF_PLANS = ("summary", "progress", "timeline", "history", "chart", "text")
_OVER_ALL = ("portfolio", "index", "registers")
# Pages that show no plan have only the signs of the plans in the navigation.
NAVIGATION_FILES = ("colours", "navigation")
# These tones are for words in text and set no sign and no border apart.
_QUIET = (Tone.NEUTRAL, Tone.MUTED)
# In the navigation of a site only what is wrong and what is over has a colour.
_NAVIGATION_TONES = (Tone.ALARM, Tone.GOOD)


@cache
def style_sheet(*, of_plans: bool = True, over_all: bool = True, editing: bool = False) -> str:
    """The text of the style sheet of plans: `FILES`, with the generated rules in the place of "labels". For pages that
    show only plans, or only views over all plans, without what they do not need; with `editing`, for pages on
    which plans can be changed."""
    of_others = (*(() if of_plans else _OF_PLANS), *(() if over_all else _OVER_ALL))
    names = (name for name in (*FILES, *((EDITING_FILE,) if editing else ())) if name not in of_others)
    return "\n".join("".join(_labels(over_all=over_all)) if name == "labels" else _text(name) for name in names)


@cache
def navigation_style_sheet() -> str:
    """The text of the style sheet for Material's navigation, which has signs of its own colours."""
    rules = []
    for label in VERDICT_LABELS.values():
        tone = {"tone": _var(label.tone)} if label.tone in _NAVIGATION_TONES else {}
        rules.append(_rule(f".md-status--plan-{label.name}", _sign(label) | tone))
    return "\n".join((*map(_text, NAVIGATION_FILES), "".join(rules)))


@cache  # several style sheets are made of a file
def _text(name: str) -> str:
    """The rules of a file without comments and white space: a quarter smaller."""
    text = _COMMENT.sub("", (FOLDER / f"{name}.css").read_text("utf-8"))
    for sign in _SIGNS:
        text = sign.join(map(str.strip, text.split(sign)))
    return text.replace(": ", ":").replace(";}", "}").strip()  # a colon with a space behind it is none of a selector


def _labels(*, over_all: bool) -> Iterator[str]:
    """The custom properties of everything that has a sign or a colour, and the words of columns."""
    # Pills, groups of plans and cells of the index.
    for label in VERDICT_LABELS.values():
        cell = f', [data-is^="{label.name}"] > .plan-col-health' if over_all else ""
        colours = _colours(label, bordered=label.tone not in _QUIET)
        yield _rule(f".plan-status-{label.name}{cell}", _sign(label) | colours)
    # Tasks, phases and their bars.
    for label in (*STATE_LABELS.values(), READY_LABEL, WAITING_LABEL, OUTSIDE_LABEL):
        bar = {"outline": _var(label.outline), "inside": _var("bg")} if label.outline else {}
        colours = _colours(label, bordered=label.tone not in _QUIET)
        yield _rule(f".plan-state-{label.name}", _sign(label) | colours | bar)
    # The words of levels. Low ones are not bold.
    for label in LEVEL_LABELS.values():
        selector = f":is(.plan-level, .plan-word-level, .plan-word-score).plan-level-{label.name}"
        weight = {"weight": "400"} if label.tone in _QUIET else {}
        yield _rule(selector, _sign(label) | _colours(label, bordered=label.tone is Tone.ALARM) | weight)
    yield from _words() if over_all else ()
    # The places of names in a timeline are rules, since a page may not have styles of its own.
    for percent in range(101):
        yield _rule(f".plan-room-{percent}", {"room": f"{percent}%"})


def _words() -> Iterator[str]:
    """What stands before the values of a card, in English; the row says it itself in another language."""
    for column in COLUMNS:
        if column.before:
            yield _rule(f".plan-col-{column.name}", {"before": f'"{column.before}"'})
    yield _rule(".plan-plans thead tr", {"before": f'"{SORT_BY}"'})


def _sign(label: Label) -> dict[str, str]:
    return {"sign": f'"{label.sign}"'}


def _colours(label: Label, *, bordered: bool) -> dict[str, str]:
    """The colours of sign, words and border. What is under way has a sign and a border of its colour, but the words of
    all that is no cause for alarm."""
    tone = {} if label.tone in _QUIET else {"tone": _var(label.tone)}
    ink = {} if label.tone is Tone.NEUTRAL else {"ink": _var(Tone.NEUTRAL if label.tone is Tone.ACCENT else label.tone)}
    return tone | ink | ({"border": _var(label.tone)} if bordered else {})


def _var(name: str) -> str:
    return f"var(--plan-{name})"


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    declarations = " ".join(f"--plan-{name}: {value};" for name, value in properties.items())
    return f"{selector} {{ {declarations} }}\n" if declarations else ""

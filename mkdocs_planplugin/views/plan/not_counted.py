# An expected finish is never shown without what it leaves out.
"""What an expected finish does not count, in words."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import Name, Sentence, date_words, not_counted_sentence, pieces
from mkdocs_planplugin.language import counted
from mkdocs_planplugin.schedule import Schedule

from .page import PlanPage

# So many things are said; the first are the most harmful.
_MOST = 3


def not_counted(page: PlanPage, schedule: Schedule) -> Markup:
    """What the expected finish leaves out, with links to the work that it is about; empty where that is nothing."""
    left_out = schedule.not_counted
    parts = [_with_links(not_counted_sentence(each), page) for each in left_out[:_MOST]]
    if len(left_out) > _MOST:
        parts.append(escape(counted(len(left_out) - _MOST, "{n} more", "{n} more")))
    return Markup("; ").join(parts)


def _with_links(sentence: Sentence, page: PlanPage) -> Markup:
    return Markup("").join(_piece(piece, page) for piece in pieces(sentence))


def _piece(piece: str | dt.date | Name, page: PlanPage) -> str:
    if isinstance(piece, Name):
        return _link(piece, page)
    return date_words(piece, page.context.today) if isinstance(piece, dt.date) else piece


def _link(name: Name, page: PlanPage) -> str:
    """A name as a link, where it is known where it stands."""
    anchor = f"#{name.anchor}" if name.anchor else ""
    href = page.context.href(f"{name.page}{anchor}") if name.page else anchor
    text = name.number or name.title
    return Markup('<a href="{}">{}</a>').format(href, text) if href else text

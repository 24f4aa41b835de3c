# Sentences of the catalog as HTML: names become links, days are set apart. All words are escaped here.
"""Sentences with links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import Name, Sentence, date_words, pieces

# Where a name of a sentence is, as the page links to it; `None` where there is nothing to link to.
HrefOf = Callable[[Name], str | None]


def sentence_html(sentence: Sentence, today: dt.date, href_of: HrefOf, *, bold: bool = False) -> Markup:
    """A sentence in the active language; its days `bold` where they are what it says first. Days of the year of `today`
    have no year."""
    return Markup("").join(_piece_html(piece, today, href_of, bold=bold) for piece in pieces(sentence))


def _piece_html(piece: str | dt.date | Name, today: dt.date, href_of: HrefOf, *, bold: bool) -> Markup:
    if isinstance(piece, dt.date):
        day = Markup('<time datetime="{}">{}</time>').format(piece.isoformat(), date_words(piece, today))
        return Markup("<strong>{}</strong>").format(day) if bold else day
    if isinstance(piece, Name):
        return _name_html(piece, href_of(piece))
    return escape(piece)


def _name_html(name: Name, href: str | None) -> Markup:
    number = (
        Markup('<span class="plan-id">{}</span> ').format(name.number) if name.number and name.title else name.number
    )
    title = Markup("<bdi>{}</bdi>").format(name.title) if name.title else ""
    words = Markup("{}{}").format(number, title)
    return words if href is None else Markup('<a href="{}">{}</a>').format(href, words)

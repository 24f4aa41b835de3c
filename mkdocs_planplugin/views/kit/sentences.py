# Sentences of the catalog as HTML: names become links, days are set apart. All words are escaped here.
"""Sentences with links."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import Name, Sentence, date_words, pieces

from .links import Context


def sentence_html(sentence: Sentence, context: Context, *, bold: bool = False) -> Markup:
    """A sentence in the active language, on the page of its plan: with links to tasks and risks of this page and to
    other plans. Its days are `bold` if they are the main thing that it says; days of this year have no year."""
    return Markup("").join(_piece_html(piece, context, bold=bold) for piece in pieces(sentence))


def _piece_html(piece: str | dt.date | Name, context: Context, *, bold: bool) -> Markup:
    if isinstance(piece, dt.date):
        day = Markup('<time datetime="{}">{}</time>').format(piece.isoformat(), date_words(piece, context.today))
        return Markup("<strong>{}</strong>").format(day) if bold else day
    return _name_html(piece, context) if isinstance(piece, Name) else escape(piece)


def _name_html(name: Name, context: Context) -> Markup:
    href = context.href(name.page) if name.page else f"#{name.anchor}" if name.anchor else None
    number = (
        Markup('<span class="plan-id">{}</span> ').format(name.number) if name.number and name.title else name.number
    )
    title = Markup("<bdi>{}</bdi>").format(name.title) if name.title else ""
    words = Markup("{}{}").format(number, title)
    return words if href is None else Markup('<a href="{}">{}</a>').format(href, words)

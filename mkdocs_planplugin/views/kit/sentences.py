# Sentences of the catalog as HTML: names become links, days are set apart. All words are escaped here.
"""Sentences with links."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import Name, Sentence, date_words, pieces

from .links import Context


def sentence_html(sentence: Sentence, context: Context, *, bold: bool = False, own_page: bool = True) -> Markup:
    """A sentence about a plan in the active language, with links to tasks, risks and other plans.

    A name that says no page is a link only on the plan's own page (`own_page`). Days are `bold` if they are the main
    thing that the sentence says; days of this year have no year.
    """
    parts = []
    for piece in pieces(sentence):
        if isinstance(piece, dt.date):
            html = Markup('<time datetime="{}">{}</time>').format(piece.isoformat(), date_words(piece, context.today))
            parts.append(Markup("<strong>{}</strong>").format(html) if bold else html)
        elif isinstance(piece, Name):
            in_page = f"#{piece.anchor}" if piece.anchor and own_page else None
            parts.append(_name_html(piece, context.href(piece.page) if piece.page else in_page))
        else:
            parts.append(escape(piece))
    return Markup("").join(parts)


def _name_html(name: Name, href: str | None) -> Markup:
    number = (
        Markup('<span class="plan-id">{}</span> ').format(name.number) if name.number and name.title else name.number
    )
    title = Markup("<bdi>{}</bdi>").format(name.title) if name.title else ""
    words = Markup("{}{}").format(number, title)
    return words if href is None else Markup('<a href="{}">{}</a>').format(href, words)

# An expected finish is never shown without what it leaves out.
"""What an expected finish does not count, in words."""

from __future__ import annotations

from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import not_counted_sentence
from mkdocs_planplugin.language import counted
from mkdocs_planplugin.views.kit import expected_of

from .page import PlanPage

# So many things are said; the first are the most harmful.
_MOST = 3


def not_counted(page: PlanPage) -> Markup:
    """What the expected finish leaves out, with links to the work that it is about; empty where that is nothing, or
    nothing is expected."""
    schedule = page.entry.schedule
    left_out = schedule.not_counted if schedule and expected_of(page.entry) and page.entry.under_way else ()
    parts = [page.html(not_counted_sentence(gap)) for gap in left_out[:_MOST]]
    if len(left_out) > _MOST:
        parts.append(escape(counted(len(left_out) - _MOST, "{n} more", "{n} more")))
    return Markup("; ").join(parts)

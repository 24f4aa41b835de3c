# Wherever a page shows an expected finish, it also says what that date leaves out.
"""What an expected finish does not count, in words."""

from __future__ import annotations

from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import MOST_OMISSIONS, not_counted_sentence
from mkdocs_planplugin.language import counted
from mkdocs_planplugin.views.kit import expected_of

from .page import PlanPage


def not_counted_note(page: PlanPage) -> Markup:
    """What the expected finish of a plan leaves out, with links to the tasks; empty if it leaves nothing out, or if the
    plan has no expected finish."""
    schedule = page.entry.schedule
    omissions = schedule.not_counted if schedule and expected_of(page.entry) and page.entry.under_way else ()
    parts = [page.html(not_counted_sentence(omission)) for omission in omissions[:MOST_OMISSIONS]]
    if len(omissions) > MOST_OMISSIONS:
        parts.append(escape(counted(len(omissions) - MOST_OMISSIONS, "{n} more", "{n} more")))
    return Markup("; ").join(parts)

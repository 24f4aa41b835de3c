# What a lead wants to see first: the index, the registers and the lists of plans on other pages agree about it.
"""When plans end, and the order in which pages list them."""

from __future__ import annotations

from mkdocs_planplugin.catalog import VERDICT_LABELS
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import DateText, expected_of, long_date, planned_dates

_RANKS = {verdict: rank for rank, verdict in enumerate(VERDICT_LABELS)}


def rank(entry: Entry) -> tuple[int, str, str]:
    """What plans are sorted by: the worst verdict first, then what is next to finish."""
    finish, _word = finish_date(entry)
    day = (finish.iso if finish else "") or "~"  # behind all dates
    return _RANKS[entry.health.verdict], day, entry.path


def finish_date(entry: Entry) -> tuple[DateText | None, str]:
    """The day a plan is expected to be finished on, else the one it is due, else the one it is planned to be finished
    on; and the word for it."""
    expected = expected_of(entry)
    if expected and expected.finish:
        return long_date(expected.finish), _("expected")
    if entry.plan.due:
        return long_date(entry.plan.due), _("due")
    planned = planned_dates(entry.schedule)
    return (planned.finish, _("planned")) if planned else (None, "")

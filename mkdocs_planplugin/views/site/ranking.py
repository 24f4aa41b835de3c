# The order of plans on the index, on the registers and in lists on other pages: what needs attention comes first.
"""When plans end, and the order in which pages list them."""

from __future__ import annotations

from mkdocs_planplugin.catalog import VERDICT_LABELS
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import DateText, expected_of, long_date, planned_dates

_RANKS = {verdict: rank for rank, verdict in enumerate(VERDICT_LABELS)}


def rank(entry: Entry) -> tuple[int, str, str]:
    """The sort key of a plan: the worst verdict comes first, then the earliest finish."""
    finish, _word = finish_date(entry)
    day = (finish.iso if finish else "") or "~"  # sorts after all dates
    return _RANKS[entry.health.verdict], day, entry.path


def finish_date(entry: Entry) -> tuple[DateText | None, str]:
    """The finish of a plan and the word for it: the expected one, else the due day, else the planned one."""
    expected = expected_of(entry)
    if expected and expected.finish:
        return long_date(expected.finish), _("expected")
    if entry.plan.due:
        return long_date(entry.plan.due), _("due")
    planned = planned_dates(entry.schedule)
    return (planned.finish, _("planned")) if planned else (None, "")

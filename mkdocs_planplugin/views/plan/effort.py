# The hours of each role, and whether they match the estimates of the phases.
"""The effort by role."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_planplugin.language import _, shortened_list
from mkdocs_planplugin.model import Estimate
from mkdocs_planplugin.views.kit import estimate_hours, hours_text, render

from .page import PlanPage

# In hours. Smaller differences do not show: hours have one digit after the point.
_SAME = 0.05
_MOST_NAMES = 4


class Share(Struct, frozen=True):
    """The share of one role."""

    role: str
    hours: str
    value: float
    share: str


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The hours of each role with its share, and how they compare with the estimate of the plan; nothing if the plan
    names none."""
    team = page.entry.plan.resources.team
    total = sum(member.hours or 0 for member in team)
    if not total:
        return {}
    shares = [_share(member.role, member.hours, total) for member in team if member.hours is not None]
    unsaid = [member.role for member in team if member.hours is None]
    html = render(
        "effort",
        shares=shares if len(shares) > 1 else (),
        whole=total,
        total=hours_text(total),
        roles=len(shares),
        comparison=_comparison(total, page.entry.measures.estimate),
        unsaid=shortened_list(unsaid, _MOST_NAMES),
    )
    return {"effort": html}


def _share(role: str, length: float, total: float) -> Share:
    percent = 100 * length / total
    words = _("under 1\N{NO-BREAK SPACE}%") if 0 < percent < 1 else _("{number}\N{NO-BREAK SPACE}%")
    return Share(role, hours_text(length), length, words.format(number=f"{percent:.0f}"))


def _comparison(total: float, estimate: Estimate) -> str:
    """The total compared with the estimate of the phases, as a sentence."""
    low, high, words = estimate.min_hours, estimate.max_hours, estimate_hours(estimate)
    if low is None or high is None:
        return _("the plan gives no estimate to compare with")
    if total < low - _SAME:
        less = hours_text(low - total)
        return _("{hours} less than the plan's estimate of {estimate}").format(hours=less, estimate=words)
    if total > high + _SAME:
        more = hours_text(total - high)
        return _("{hours} more than the plan's estimate of {estimate}").format(hours=more, estimate=words)
    if high - low > _SAME:
        return _("within the plan's estimate of {estimate}").format(estimate=words)
    return _("as the plan estimates")

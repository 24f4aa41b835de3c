# Who works how long, as the plan says it, and whether that is what its phases add up to.
"""The effort by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_planplugin.model import Estimate, TeamMember

from .environment import render
from .formats import NBSP, counted, estimate_hours, hours, listed

# Hours are shown with one digit after the point: what is less apart looks the same.
_SAME = 0.05
_NAMES = 4


@dataclass(frozen=True, slots=True)
class Share:
    """What one role does of the whole."""

    role: str
    hours: str
    value: float
    share: str


def effort_view(team: Sequence[TeamMember], estimate: Estimate) -> str | None:
    """The hours of each role with its share, and how they compare with the plan's estimate; `None` without hours."""
    total = sum(member.hours or 0 for member in team)
    if not total:
        return None
    shares = [_share(member.role, member.hours, total) for member in team if member.hours is not None]
    unsaid = [member.role for member in team if member.hours is None]
    return render(
        "effort",
        shares=shares if len(shares) > 1 else (),
        whole=total,
        total=hours(total),
        roles=counted(len(shares), "role"),
        comparison=_comparison(total, estimate),
        unsaid=listed(unsaid, _NAMES),
    )


def _share(role: str, length: float, total: float) -> Share:
    percent = 100 * length / total
    words = f"{percent:.0f}{NBSP}%" if percent >= 1 or not length else f"under 1{NBSP}%"
    return Share(role, hours(length), length, words)


def _comparison(total: float, estimate: Estimate) -> str:
    """The total against the estimate of the phases, in words."""
    low, high, words = estimate.min_hours, estimate.max_hours, estimate_hours(estimate)
    if low is None or high is None:
        return "the plan gives no estimate to compare with"
    if total < low - _SAME:
        return f"{hours(low - total)} less than the plan's estimate of {words}"
    if total > high + _SAME:
        return f"{hours(total - high)} more than the plan's estimate of {words}"
    return f"within the plan's estimate of {words}" if high - low > _SAME else "as the plan estimates"

# Is this page a plan? `signs` finds signs for and against it, `profiles.weights` has the points of each sign, and the
# sum of the points decides. The points are kept, so that users can see why a page is a plan or is none.
"""Telling plans from other pages."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

from .profiles import BASE, NEARLY, SURE, WEIGHTS, Sign
from .remembered import remembered
from .signs import Candidate, SeenSign, placeholders_of, signs_against, signs_of


class Reason(Struct, frozen=True, gc=False):
    """Something that speaks for or against a plan, in words.

    A reason from a `sign` has its `strength` (from 0 to 1) and its `points`. A reason without a sign decides alone:
    the author or the options say what the page is, or there is no work on it at all.
    """

    words: str
    sign: Sign | None = None
    strength: float = 1.0
    points: float = 0.0

    def __str__(self) -> str:
        """The points, where there are any, and the words."""
        return f"{self.points:+.1f} {self.words}" if self.sign else self.words


class PageVerdict(Struct, frozen=True):
    """Whether a page is a plan, and why: the reasons with the most points come first.

    `score` is the sum of the points, above zero for a plan; `None` if no signs were weighed. `boxes` is the number of
    boxes that are work.
    """

    is_plan: bool
    reasons: tuple[Reason, ...]
    score: float | None = None
    boxes: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether the page stays a plan where a line that is no work comes or goes."""
        return self.is_plan and (self.score is None or self.score > SURE)

    @property
    def is_nearly(self) -> bool:
        """Whether the page is no plan, but its score came close to one."""
        return not self.is_plan and self.score is not None and self.score > NEARLY


def decided(words: str, *, is_plan: bool) -> PageVerdict:
    """The verdict on a page whose signs need not be weighed; `words` are the reason."""
    return PageVerdict(is_plan, (Reason(words),))


# The most that the signs in the text itself take away.
_AGAINST = -(WEIGHTS["address"].points + WEIGHTS["labels_report"].points)


def weigh(page: Candidate, *, all_reasons: bool = False) -> PageVerdict:
    """Weigh the signs of a page.

    Some signs take another pass over the page. They are left out where they cannot change the verdict, nor whether it
    is sure; of plans only as long as nobody wants `all_reasons`.
    """
    reasons = [_reason(sign) for sign in signs_of(page) if sign.amount]
    if _score(reasons) > -WEIGHTS["placeholders"].points and (placeholders := placeholders_of(page)).amount:
        reasons.append(_reason(placeholders))
    if 0 < _score(reasons) <= (math.inf if all_reasons else SURE + _AGAINST):
        reasons += [_reason(sign) for sign in signs_against(page) if sign.amount]
    reasons.sort(key=lambda reason: -abs(reason.points))
    score = _score(reasons)
    return PageVerdict(score > 0, tuple(reasons), score, page.boxes_of_work)


def _score(reasons: Iterable[Reason]) -> float:
    return BASE + sum(reason.points for reason in reasons)


@remembered(1024)  # the pages of a site have much the same
def _reason(seen: SeenSign) -> Reason:
    words = WEIGHTS[seen.sign].words
    return Reason(
        f"{words} ({seen.detail})" if seen.detail else words,
        seen.sign,
        seen.strength,
        WEIGHTS[seen.sign].points * seen.strength,
    )

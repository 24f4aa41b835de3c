# Is this page a plan? Signs for and against are weighed together (`signs` says what is seen, `profiles.weights` what it
# weighs). They are kept with their points, so that each page can say why it was taken for a plan, or was not.
"""Telling plans from other pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .profiles import BASE, NEARLY, WEIGHTS, Sign
from .signs import Candidate, SeenSign, placeholders_of, signs_of


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for or against a plan, in words.

    For a `sign` it is known how far it is there (`strength`, from 0 to 1) and what that gives in points. There is none
    where somebody said what the page is, or where nothing had to be weighed.
    """

    words: str
    sign: Sign | None = None
    strength: float = 1.0
    points: float = 0.0

    def __str__(self) -> str:
        """The points, where there are any, and the words."""
        return f"{self.points:+.1f} {self.words}" if self.sign else self.words


@dataclass(frozen=True, slots=True)
class PageVerdict:
    """Whether a page is a plan, and why: the reasons that weigh most come first.

    `score` is above zero for a plan; None where nothing had to be weighed. `boxes` counts those that are work.
    """

    is_plan: bool
    reasons: tuple[Reason, ...]
    score: float | None = None
    boxes: int = 0

    @property
    def is_nearly(self) -> bool:
        """Whether the page is taken for none, but came close."""
        return not self.is_plan and self.score is not None and self.score > NEARLY


def decided(words: str, *, is_plan: bool) -> PageVerdict:
    """The verdict where nothing has to be weighed, for the reason that `words` say."""
    return PageVerdict(is_plan, (Reason(words),))


def weigh(page: Candidate) -> PageVerdict:
    """Weigh the signs of a page."""
    reasons = [_reason(seen) for seen in signs_of(page) if seen.amount]
    if _score(reasons) > -WEIGHTS["placeholders"].points and (seen := placeholders_of(page)).amount:
        reasons.append(_reason(seen))
    reasons.sort(key=lambda reason: -abs(reason.points))
    score = _score(reasons)
    return PageVerdict(score > 0, tuple(reasons), score, page.boxes_of_work)


def _score(reasons: Iterable[Reason]) -> float:
    return BASE + sum(reason.points for reason in reasons)


def _reason(seen: SeenSign) -> Reason:
    return Reason(_words(seen), seen.sign, seen.strength, WEIGHTS[seen.sign].points * seen.strength)


def _words(seen: SeenSign) -> str:
    words = WEIGHTS[seen.sign].words
    return f"{words} ({seen.detail})" if seen.detail else words

# How urgent a risk is, by its score. The limits are those of the usual 4 x 4 matrix. They stand only here.
"""The levels of risks by their scores."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.model import Level, Risk

# The least score (probability x impact, 1 to 16) of each level: high is high x medium, or critical x medium and more;
# critical is critical x high and more. The highest comes first.
LEAST_SCORES: Mapping[Level, int] = {Level.CRITICAL: 12, Level.HIGH: 6, Level.MEDIUM: 3, Level.LOW: 1}
HIGH_SCORE = LEAST_SCORES[Level.HIGH]


def is_high(risk: Risk) -> bool:
    """Whether a risk is high, or more, by its score; one without a score is not."""
    return risk.score is not None and risk.score >= HIGH_SCORE


def score_level(score: int) -> Level:
    """The level of a risk's score, which is 1 to 16."""
    return next((level for level, least in LEAST_SCORES.items() if score >= least), Level.LOW)


def risk_level(risk: Risk) -> Level | None:
    """How urgent a risk is: as its author ranks it, else by its score; `None` where nobody has rated it."""
    if risk.priority is None and risk.score is not None:
        return score_level(risk.score)
    return risk.priority

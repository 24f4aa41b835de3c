# How a risk is rated, in words, and where it stands in the matrix of probability and impact.
"""Ratings of risks, and the risk matrix."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from mkdocs_planplugin.catalog import LEVEL_LABELS, Label, score_level
from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import Level, Risk

# The format's own levels: always on both axes, so that matrices look alike; critical joins them where it is used.
_USUAL_LEVELS = (Level.LOW, Level.MEDIUM, Level.HIGH)


class MatrixRisk(Struct, frozen=True):
    """A link to a risk in the matrix: its `text`, and its full name as `tooltip`. `in_words` says that it has no id."""

    text: str
    tooltip: str
    href: str
    in_words: bool


class MatrixCell(Struct, frozen=True):
    """A pair of levels: its score, its urgency, and the risks with this pair."""

    score: int
    level: Label
    risks: tuple[MatrixRisk, ...]

    @property
    def in_words(self) -> bool:
        """Whether a risk in this cell is named by its title and needs a line of its own."""
        return any(risk.in_words for risk in self.risks)


class MatrixRow(Struct, frozen=True):
    """A level of probability, with the cells from low to high impact."""

    level: Label
    cells: tuple[MatrixCell, ...]


class Matrix(Struct, frozen=True):
    """Risks by probability (rows) and impact (columns). It has no rows if no risk has both."""

    impacts: tuple[Label, ...]
    rows: tuple[MatrixRow, ...]


def risk_words(risk: Risk) -> tuple[Level | None, str]:
    """How high a risk is: its score, else one of its factors, else the priority that its author gave."""
    if risk.score is not None:
        urgency = score_level(risk.score)
        return urgency, _("{level}, score {score}").format(level=LEVEL_LABELS[urgency].text, score=risk.score)
    rated = (
        (risk.impact, _("{level} impact")),
        (risk.probability, _("{level} probability")),
        (risk.priority, _("{level} priority")),
    )
    for level, words in rated:
        if level is not None:
            return level, words.format(level=LEVEL_LABELS[level].text)
    return None, _("not rated")


def risk_factors(risk: Risk) -> str:
    """The factors of a score: `high × medium`; empty if one is missing."""
    if risk.probability is None or risk.impact is None:
        return ""
    return f"{LEVEL_LABELS[risk.probability].text} × {LEVEL_LABELS[risk.impact].text}"


def risk_matrix(risks: Sequence[tuple[Risk, MatrixRisk]]) -> Matrix:
    """The matrix of these risks, the most probable first. Risks without both factors are not in it."""
    by_levels: dict[tuple[Level, Level], list[MatrixRisk]] = {}
    for risk, entry in risks:
        if risk.probability is not None and risk.impact is not None:
            by_levels.setdefault((risk.probability, risk.impact), []).append(entry)
    if not by_levels:
        return Matrix((), ())
    impacts = _axis_levels({impact for _probability, impact in by_levels})
    probabilities = reversed(_axis_levels({probability for probability, _impact in by_levels}))
    rows = (
        MatrixRow(
            LEVEL_LABELS[probability],
            tuple(_cell(probability, impact, by_levels.get((probability, impact), ())) for impact in impacts),
        )
        for probability in probabilities
    )
    return Matrix(tuple(LEVEL_LABELS[level] for level in impacts), tuple(rows))


def _cell(probability: Level, impact: Level, risks: Iterable[MatrixRisk]) -> MatrixCell:
    score = probability.score * impact.score
    return MatrixCell(score, LEVEL_LABELS[score_level(score)], tuple(risks))


def _axis_levels(used: Collection[Level]) -> tuple[Level, ...]:
    """The levels of an axis. "Critical" is among them only if a risk has it."""
    return (*_USUAL_LEVELS, Level.CRITICAL) if Level.CRITICAL in used else _USUAL_LEVELS

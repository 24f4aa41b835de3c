# Risks, both ways: a matrix that leads to each of them, and behind the title of each the way back to the matrix.
"""The risk matrix, and the words behind the titles of risks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from mkdocs_planplugin.catalog import HIGH_SCORE, LEVEL_LABELS, Label, score_level
from mkdocs_planplugin.language import _, capitalized, counted, n_
from mkdocs_planplugin.model import Level, Plan, Risk
from mkdocs_planplugin.views.kit import brief, render, render_each, risk_ref

# A cell is narrower than a line; what has no id is called by the beginning of its title.
_CELL_TITLE = 28
# More names than these are counted: all the risks stand below.
_NAMES = 4

# The format's own levels: always on both axes, so that matrices look alike; critical joins them where it is used.
_USUAL = (Level.LOW, Level.MEDIUM, Level.HIGH)


@dataclass(frozen=True, slots=True)
class Spot:
    """A risk as a link: `text` to see, `name` for whoever wants to know more; `in_words` where it has no id."""

    text: str
    name: str
    href: str
    in_words: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair of levels: its score, how urgent that is, and the risks that have it."""

    score: int
    level: Label
    spots: tuple[Spot, ...]

    @property
    def in_words(self) -> bool:
        """Whether a risk in it is called by its title and needs a line."""
        return any(spot.in_words for spot in self.spots)


@dataclass(frozen=True, slots=True)
class Row:
    """One level of probability, from low to high impact."""

    level: Label
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Risks by probability (rows) and impact (columns); without rows where no risk has both."""

    impacts: tuple[Label, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Some risks by name, and how many more there are."""

    spots: tuple[Spot, ...]
    more: int

    @classmethod
    def of(cls, risks: Iterable[Risk]) -> Named:
        """The first of these risks, and the number of the others."""
        spots = tuple(map(_spot, risks))
        return cls(spots[:_NAMES], len(spots[_NAMES:]))


@dataclass(frozen=True, slots=True)
class Exposure:
    """The highest score of a plan, how urgent that is, and the risks that have it."""

    score: int
    level: Label
    factors: str
    risks: Named


def risks_view(plan: Plan) -> str:
    """The matrix of a plan's risks; words alone where none of them has both levels."""
    rated = [risk for risk in plan.risks if risk.score is not None]
    return render(
        "risks",
        anchor=plan.risks_anchor,
        matrix=matrix((risk, _spot(risk)) for risk in rated),
        exposure=_exposure(rated),
        high=_high(plan.risks, rated),
        unrated=Named.of(risk for risk in plan.risks if risk.score is None),
    )


def risk_views(plan: Plan) -> Iterator[tuple[str, str]]:
    """For each risk the name of the place behind its title and the HTML that goes there."""
    said = [(*risk_words(risk), _title(risk)) for risk in plan.risks]
    made = render_each("risk", risks=said, levels=LEVEL_LABELS, to=plan.risks_anchor)
    return zip((f"risks:{risk.anchor}" for risk in plan.risks), made, strict=True)


def risk_words(risk: Risk) -> tuple[Level | None, str]:
    """How high a risk is, by all that is known of it: its score, else one factor, else its author's rank."""
    if risk.score is not None:
        level = score_level(risk.score)
        return level, _("{level}, score {score}").format(level=LEVEL_LABELS[level].text, score=risk.score)
    rated = (
        (risk.impact, _("{level} impact")),
        (risk.probability, _("{level} probability")),
        (risk.priority, _("{level} priority")),
    )
    for known, words in rated:
        if known is not None:
            return known, words.format(level=LEVEL_LABELS[known].text)
    return None, _("not rated")


def factors(risk: Risk) -> str:
    """What a score is made of: `high × medium`; empty where one is missing."""
    if risk.probability is None or risk.impact is None:
        return ""
    return f"{LEVEL_LABELS[risk.probability].text} × {LEVEL_LABELS[risk.impact].text}"


def _title(risk: Risk) -> str:
    """What the link back to the matrix says of how it is rated."""
    if risk.probability is None or risk.impact is None:
        return _("Not rated by both probability and impact: to the risk matrix")
    words = _("{probability} probability × {impact} impact: to the risk matrix")
    return capitalized(
        words.format(probability=LEVEL_LABELS[risk.probability].text, impact=LEVEL_LABELS[risk.impact].text)
    )


def matrix(risks: Iterable[tuple[Risk, Spot]]) -> Matrix:
    """The matrix of these risks, the most probable first; those without both levels have no place in it."""
    spots: dict[tuple[Level, Level], list[Spot]] = {}
    for risk, spot in risks:
        if risk.probability is not None and risk.impact is not None:
            spots.setdefault((risk.probability, risk.impact), []).append(spot)
    if not spots:
        return Matrix((), ())
    impacts = _scale({impact for _probability, impact in spots})
    rows = (
        Row(LEVEL_LABELS[probability], tuple(_cell(probability, impact, spots) for impact in impacts))
        for probability in reversed(_scale({probability for probability, _impact in spots}))
    )
    return Matrix(tuple(LEVEL_LABELS[level] for level in impacts), tuple(rows))


def _cell(probability: Level, impact: Level, spots: dict[tuple[Level, Level], list[Spot]]) -> Cell:
    score = probability.score * impact.score
    return Cell(score, LEVEL_LABELS[score_level(score)], tuple(spots.get((probability, impact), ())))


def _scale(used: Collection[Level]) -> tuple[Level, ...]:
    """The levels of an axis: critical only where a risk has it."""
    return (*_USUAL, Level.CRITICAL) if Level.CRITICAL in used else _USUAL


def _exposure(rated: list[Risk]) -> Exposure | None:
    highest = max((risk.score or 0 for risk in rated), default=0)
    if not highest:
        return None
    top = [risk for risk in rated if risk.score == highest]
    alike = len({risk.impact for risk in top}) == 1
    return Exposure(highest, LEVEL_LABELS[score_level(highest)], factors(top[0]) if alike else "", Named.of(top))


def _high(risks: tuple[Risk, ...], rated: list[Risk]) -> str:
    """How many of the risks are high, as a sentence."""
    high = sum((risk.score or 0) >= HIGH_SCORE for risk in rated)
    if not rated:
        return counted(
            len(risks),
            "{n} risk without both a probability and an impact: no matrix can be drawn.",
            "{n} risks without both a probability and an impact: no matrix can be drawn.",
        )
    of = counted(len(rated), "{n} rated risk", "{n} rated risks")
    if not high:
        return _("None of {risks} scores {score} or more.").format(risks=of, score=HIGH_SCORE)
    said = n_("{n} of {risks} scores {score} or more.", "{n} of {risks} score {score} or more.", high)
    return said.format(n=high, risks=of, score=HIGH_SCORE)


def _spot(risk: Risk) -> Spot:
    ref = risk_ref(risk)
    name = ": ".join(filter(None, (ref.id, risk.title))) or ref.title
    return Spot(ref.id or brief(ref.title, _CELL_TITLE), name, f"#{risk.anchor}", not ref.id)

# A matrix with links to the risks, and behind the title of each risk a link back to the matrix.
"""The risk matrix, and the words behind the titles of risks."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from mkdocs_planplugin.catalog import HIGH_SCORE, LEVEL_LABELS, RISK_STATE_LABELS, Label, is_high, place_of, score_level
from mkdocs_planplugin.language import _, capitalized, counted, n_
from mkdocs_planplugin.model import Plan, Risk, RiskState
from mkdocs_planplugin.views.kit import (
    MatrixRisk,
    render,
    render_each,
    risk_factors,
    risk_link,
    risk_matrix,
    risk_words,
    shortened,
)

from .page import PlanPage

# A risk without an id is called by the beginning of its title, because cells are narrow.
_CELL_TITLE_LENGTH = 28
# If there are more, only their number is shown: all risks are listed below.
_MOST_NAMES = 4


class RiskNames(Struct, frozen=True):
    """Some risks by name, and how many more there are."""

    first: tuple[MatrixRisk, ...]
    more: int

    @classmethod
    def of(cls, risks: Iterable[Risk]) -> RiskNames:
        """The first of these risks, and the number of the others."""
        links = tuple(map(_matrix_risk, risks))
        return cls(links[:_MOST_NAMES], len(links[_MOST_NAMES:]))


class Exposure(Struct, frozen=True):
    """The highest score of a plan, its level, and the risks with this score."""

    score: int
    level: Label
    factors: str
    risks: RiskNames


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The matrix, and for each risk the words behind its title, where the plan has risks."""
    plan = page.entry.plan
    return {"risks": _matrix_view(plan), **_behind_titles(plan)} if plan.risks else {}


def _matrix_view(plan: Plan) -> str:
    """The matrix of a plan's risks; only a sentence if none of them has both levels."""
    open_risks = plan.open_risks
    rated = [risk for risk in open_risks if risk.score is not None]
    return render(
        "risks",
        anchor=plan.risks_anchor,
        matrix=risk_matrix([(risk, _matrix_risk(risk)) for risk in rated]),
        exposure=_exposure(rated),
        high=_high(open_risks, rated),
        unrated=RiskNames.of(risk for risk in open_risks if risk.score is None),
        settled=RiskNames.of(risk for risk in plan.risks if not risk.is_open),
    )


def _behind_titles(plan: Plan) -> dict[str, str]:
    """The level of each risk as a link back to the matrix, by the place behind its title."""
    ratings = [(RISK_STATE_LABELS[risk.state], *risk_words(risk), _tooltip(risk)) for risk in plan.risks]
    html = render_each(
        "risks_title",
        ratings=ratings,
        levels=LEVEL_LABELS,
        is_open=RISK_STATE_LABELS[RiskState.OPEN],
        matrix=plan.risks_anchor,
    )
    return dict(zip((place_of("risks", risk.anchor) for risk in plan.risks), html, strict=True))


def _tooltip(risk: Risk) -> str:
    """The tooltip of the link back to the matrix: how the risk is rated."""
    if risk.probability is None or risk.impact is None:
        return _("Not rated by both probability and impact: to the risk matrix")
    words = _("{probability} probability × {impact} impact: to the risk matrix")
    return capitalized(
        words.format(probability=LEVEL_LABELS[risk.probability].text, impact=LEVEL_LABELS[risk.impact].text)
    )


def _exposure(rated: list[Risk]) -> Exposure | None:
    highest = max((risk.score or 0 for risk in rated), default=0)
    if not highest:
        return None
    top = [risk for risk in rated if risk.score == highest]
    factors = risk_factors(top[0]) if len({risk.impact for risk in top}) == 1 else ""
    return Exposure(highest, LEVEL_LABELS[score_level(highest)], factors, RiskNames.of(top))


def _high(risks: tuple[Risk, ...], rated: list[Risk]) -> str:
    """How many of the open risks are high, as a sentence."""
    high = sum(map(is_high, rated))
    if not risks:
        return _("No risk is open.")
    if not rated:
        return counted(
            len(risks),
            "{n} risk without both a probability and an impact: no matrix can be drawn.",
            "{n} risks without both a probability and an impact: no matrix can be drawn.",
        )
    if not high:
        return _("No high risks.")
    all_rated = counted(len(rated), "{n} rated risk", "{n} rated risks")
    words = n_("{n} of {risks} scores {score} or more.", "{n} of {risks} score {score} or more.", high)
    return words.format(n=high, risks=all_rated, score=HIGH_SCORE)


def _matrix_risk(risk: Risk) -> MatrixRisk:
    link = risk_link(risk)
    name = ": ".join(filter(None, (link.id, risk.name))) or link.title
    return MatrixRisk(link.id or shortened(link.title, _CELL_TITLE_LENGTH), name, f"#{risk.anchor}", not link.id)

# What may go wrong, over all plans: the matrix to see how much, the table to see what is done about it.
"""The risk register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from mkdocs_planplugin.catalog import HIGH_SCORE, LEVEL_LABELS, RISK_STATE_LABELS, Label, is_high, score_level
from mkdocs_planplugin.language import _, counted, mark, n_
from mkdocs_planplugin.model import Risk
from mkdocs_planplugin.portfolio import PlanRisk, Portfolio, risks
from mkdocs_planplugin.views.kit import (
    Context,
    MatrixRisk,
    NamedLink,
    risk_factors,
    risk_link,
    risk_matrix,
    risk_words,
    shortened,
)
from mkdocs_planplugin.views.site.data_links import data_links

from .shared import Gap, LinkedPlan, author_words, in_plans, plan_link

# So many risks of the highest score are named beside the matrix, so many characters of each.
_TOP_RISKS, _TOP_TITLE = 3, 80


class RiskFilter(Struct, frozen=True):
    """A filter of the register: its name in links and the style sheet, its words, and the number of risks that it
    shows."""

    name: str
    words: str
    number: int

    @property
    def anchor(self) -> str:
        """The end of a link to the filtered register."""
        return f"plan-risks-{self.name}"


class RiskRow(Struct, frozen=True):
    """A risk in the table. `number` is its place among all risks, by which the matrix refers to it. `score` says what
    is known if it has no score. `state` says why it is not open. `measures` are what is done about it, each with its
    label. `true_of` are the names of the filters that show it."""

    number: int
    level: Label | None
    score: str
    factors: str
    link: NamedLink
    title: Markup | str
    plan: LinkedPlan
    priority: Label | None
    state: Label | None
    owner: str | None
    measures: tuple[tuple[str, Markup | str], ...]
    has_mitigation: bool
    true_of: tuple[str, ...]


# The questions of an audit, by their names: what is shown, and of which risks it is true.
_FILTERS: Mapping[str, tuple[str, Callable[[Risk], bool]]] = {
    "high": (mark("High"), is_high),
    "no-mitigation": (mark("No mitigation written"), lambda risk: not risk.mitigation),
    "high-no-mitigation": (
        mark("High, no mitigation written"),
        lambda risk: is_high(risk) and not risk.mitigation,
    ),
    "no-owner": (mark("No owner"), lambda risk: not risk.owner),
}


def _filters(open_risks: Sequence[PlanRisk]) -> list[RiskFilter]:
    """The filters, each with the number of risks that it shows."""
    numbers = {name: sum(holds(risk.risk) for risk in open_risks) for name, (_words, holds) in _FILTERS.items()}
    every = RiskFilter("all", _("All"), len(open_risks))
    return [every, *(RiskFilter(name, _(words), numbers[name]) for name, (words, _holds) in _FILTERS.items())]


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The open risks of the plans under way, their other risks, and the risks of finished plans."""
    open_risks = risks(portfolio.under_way, are_open=True)
    settled = risks(portfolio.under_way, are_open=False)
    past = risks(portfolio.finished)
    exposure = max((plan_risk.risk.score or 0 for plan_risk in open_risks), default=0)
    numbered = [(plan_risk, _matrix_risk(number, plan_risk)) for number, plan_risk in enumerate(open_risks, 1)]
    top = [(spot, plan_risk.risk.title) for plan_risk, spot in numbered if plan_risk.risk.score == exposure]
    return {
        "matrix": risk_matrix([(plan_risk.risk, spot) for plan_risk, spot in numbered]),
        "filters": _filters(open_risks),
        "summary": _summary(open_risks),
        "exposure": exposure,
        "top": [(spot, shortened(title, _TOP_TITLE)) for spot, title in top[:_TOP_RISKS]],
        "rows": list(_rows(open_risks, context, 1)),
        "settled": list(_rows(settled, context, len(open_risks) + 1)),
        "settled_words": _counted(settled),
        "past": list(_rows(past, context, len(open_risks) + len(settled) + 1)),
        "past_words": _counted(past),
        "data": data_links(("risks.csv",), context),
    }


def count(portfolio: Portfolio) -> str:
    """How many risks are open."""
    return str(sum(len(entry.plan.open_risks) for entry in portfolio.under_way))


def gaps(portfolio: Portfolio) -> Iterator[Gap]:
    """The high risks that nobody does anything about, and the risks that nobody has, where others have an owner."""
    open_risks = risks(portfolio.under_way, are_open=True)
    filters = {risk_filter.name: risk_filter for risk_filter in _filters(open_risks)}
    untreated, ownerless = filters["high-no-mitigation"], filters["no-owner"]
    if untreated.number:
        words = n_("high risk without a mitigation", "high risks without a mitigation", untreated.number)
        yield Gap(untreated.number, words, untreated.anchor)
    if 0 < ownerless.number < len(open_risks):
        words = n_("risk without an owner", "risks without an owner", ownerless.number)
        yield Gap(ownerless.number, words, ownerless.anchor)


def _matrix_risk(number: int, plan_risk: PlanRisk) -> MatrixRisk:
    """A risk in the matrix: its number, which leads to its row."""
    entry, risk = plan_risk.entry, plan_risk.risk
    name = ": ".join(filter(None, (entry.name, risk_link(risk).id, risk.name)))
    return MatrixRisk(str(number), f"{number}. {name}", f"#plan-register-{number}", in_words=False)


def _summary(open_risks: Sequence[PlanRisk]) -> str:
    """The number of risks, and how many of them are high."""
    high = sum(is_high(plan_risk.risk) for plan_risk in open_risks)
    unrated = sum(plan_risk.risk.score is None for plan_risk in open_risks)
    words = n_("{n} high (score {score} or more)", "{n} high (score {score} or more)", high)
    if not high:
        words = _("no high risks (score {score} or more)")
    parts = [_counted(open_risks), words.format(n=high, score=HIGH_SCORE)]
    if unrated:
        words = n_(
            "{n} not rated by both probability and impact", "{n} not rated by both probability and impact", unrated
        )
        parts.append(words.format(n=unrated))
    return f"{'; '.join(parts)}."


def _counted(plan_risks: Sequence[PlanRisk]) -> str:
    return in_plans(counted(len(plan_risks), "{n} risk", "{n} risks"), len({risk.entry.path for risk in plan_risks}))


def _rows(plan_risks: Sequence[PlanRisk], context: Context, first: int) -> Iterator[RiskRow]:
    """The rows of these risks; `first` is the number of the first one."""
    for number, plan_risk in enumerate(plan_risks, first):
        entry, risk = plan_risk.entry, plan_risk.risk
        level, known = risk_words(risk)
        link = risk_link(risk)
        yield RiskRow(
            number,
            LEVEL_LABELS[level] if level else None,
            _score_words(risk, known),
            risk_factors(risk),
            NamedLink(link.id, link.title, context.href(f"{entry.path}#{risk.anchor}")),
            author_words(entry, risk.name or link.title, risk.sources.get("title", "") if risk.name else "", context),
            plan_link(entry, context),
            LEVEL_LABELS[risk.priority] if risk.priority else None,
            None if risk.is_open else RISK_STATE_LABELS[risk.state],
            risk.owner,
            tuple(_measures(plan_risk, context)),
            bool(risk.mitigation),
            tuple(name for name, (_words, holds) in _FILTERS.items() if holds(risk)),
        )


def _score_words(risk: Risk, known: str) -> str:
    """`score 6, high`; for a risk without a score what is `known`."""
    if risk.score is None:
        return known
    return _("score {score}, {level}").format(score=risk.score, level=LEVEL_LABELS[score_level(risk.score)].text)


def _measures(plan_risk: PlanRisk, context: Context) -> Iterator[tuple[str, Markup | str]]:
    """What is done about a risk, in the words of its author."""
    risk = plan_risk.risk
    fields = (("mitigation", _("Mitigation"), risk.mitigation), ("contingency", _("Contingency"), risk.contingency))
    for name, label, text in fields:
        if text:
            yield label, author_words(plan_risk.entry, text, risk.sources.get(name, ""), context)

# What may go wrong, over all plans: the matrix to see how much, the table to see what is done about it.
"""The risk register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_planplugin.catalog import HIGH_SCORE, LEVEL_LABELS, Label
from mkdocs_planplugin.language import _, counted, n_
from mkdocs_planplugin.portfolio import Portfolio, RegisteredRisk, risks
from mkdocs_planplugin.views.kit import (
    Context,
    Matrix,
    MatrixRisk,
    NamedLink,
    render,
    risk_factors,
    risk_link,
    risk_matrix,
    risk_words,
    shortened,
)
from mkdocs_planplugin.views.site import ways

from .shared import PlanName, in_plans, plan_name, words

_TOP, _GLANCE = 3, 80  # so many, so many characters of each


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk in the table. Its `number` is the place it takes among all of them, by which the matrix calls it."""

    number: int
    level: Label | None
    height: str  # how high it is: a score, or what is known in place of one
    factors: str
    ref: NamedLink
    title: Markup | str
    plan: PlanName
    priority: Label | None
    answers: tuple[tuple[str, Markup | str], ...]  # what is done about it, each with its label


def risk_register_view(portfolio: Portfolio, context: Context) -> str:
    """The risks of all plans that are under way, and those of finished plans, which are past."""
    open_risks, past = risks(portfolio.under_way), risks(portfolio.finished)
    exposure = max((each.risk.score or 0 for each in open_risks), default=0)
    return render(
        "register_risks",
        ways=ways(portfolio, context),
        matrix=_matrix(open_risks),
        summary=_summary(open_risks),
        exposure=exposure,
        top=_top(open_risks, exposure),
        rows=list(_rows(open_risks, context, 1)),
        past=list(_rows(past, context, len(open_risks) + 1)),
        past_words=_in_plans(past),
    )


def _matrix(found: Sequence[RegisteredRisk]) -> Matrix:
    return risk_matrix((each.risk, _spot(number, each)) for number, each in enumerate(found, 1))


def _top(found: Sequence[RegisteredRisk], exposure: int) -> list[tuple[MatrixRisk, str]]:
    """The risks of the highest score, as many as one reads at a glance."""
    top = [(number, each) for number, each in enumerate(found, 1) if each.risk.score == exposure]
    return [(_spot(number, each), shortened(each.risk.title, _GLANCE)) for number, each in top[:_TOP]]


def _spot(number: int, each: RegisteredRisk) -> MatrixRisk:
    ref = risk_link(each.risk)
    name = ": ".join(filter(None, (each.entry.plan.title or each.entry.path, ref.id, each.risk.title)))
    return MatrixRisk(str(number), f"{number}. {name}", f"#{_anchor(number)}", in_words=False)


def _anchor(number: int) -> str:
    return f"plan-register-{number}"


def _summary(found: Sequence[RegisteredRisk]) -> str:
    """How many there are, and how many of them are high."""
    scores = [each.risk.score for each in found]
    high, unrated = sum((score or 0) >= HIGH_SCORE for score in scores), scores.count(None)
    said = _("none scores {score} or more")
    if high:
        said = n_("{n} scores {score} or more", "{n} score {score} or more", high)
    parts = [_in_plans(found), said.format(n=high, score=HIGH_SCORE)]
    if unrated:
        words = n_(
            "{n} not rated by both probability and impact", "{n} not rated by both probability and impact", unrated
        )
        parts.append(words.format(n=unrated))
    return f"{'; '.join(parts)}."


def _in_plans(found: Sequence[RegisteredRisk]) -> str:
    return in_plans(counted(len(found), "{n} risk", "{n} risks"), len({each.entry.path for each in found}))


def _rows(found: Sequence[RegisteredRisk], context: Context, first: int) -> Iterator[RiskRow]:
    for number, each in enumerate(found, first):
        entry, risk = each.entry, each.risk
        level, height = risk_words(risk)
        ref = risk_link(risk)
        yield RiskRow(
            number,
            LEVEL_LABELS[level] if level else None,
            str(risk.score or height),
            risk_factors(risk),
            NamedLink(ref.id, ref.title, context.href(f"{entry.path}#{risk.anchor}")),
            words(entry, risk.title or ref.title, risk.sources.get("title", ""), context),
            plan_name(entry, context),
            LEVEL_LABELS[risk.priority] if risk.priority else None,
            tuple(_answers(each, context)),
        )


def _answers(each: RegisteredRisk, context: Context) -> Iterator[tuple[str, Markup | str]]:
    risk = each.risk
    answers = (
        ("mitigation", _("Mitigation"), risk.mitigation),
        ("contingency", _("Contingency"), risk.contingency),
    )
    for name, label, text in answers:
        if text:
            yield label, words(each.entry, text, risk.sources.get(name, ""), context)

"""The verdict on a plan."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from mkdocs_planplugin.catalog import VERDICT_LABELS, Label, Sentence, Verdict, sentence_text
from mkdocs_planplugin.measure.measures import Measures
from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.schedule import Schedule

from .facts import Facts
from .rules import RULES


class Health(Struct, frozen=True):
    """The verdict on a plan on the day `today`. Its reason is a `sentence`, and the same in a few words (`brief`).
    `causes` are one or two sentences that name what to look at."""

    verdict: Verdict
    sentence: Sentence
    brief: Sentence
    causes: tuple[Sentence, ...]
    today: dt.date

    @property
    def label(self) -> Label:
        """The words and the sign of the verdict."""
        return VERDICT_LABELS[self.verdict]

    @property
    def reason(self) -> str:
        """Sentence and causes as text, in the active language."""
        return " ".join(sentence_text(sentence, self.today) for sentence in (self.sentence, *self.causes))


def health(plan: Plan, schedule: Schedule | None, measures: Measures) -> Health:
    """The verdict on a plan with this schedule and these counters, on the day of the counters."""
    facts = Facts(plan, schedule, measures)
    judged = next(judgement for rule in RULES if (judgement := rule(facts)))
    return Health(judged.verdict, judged.sentence, judged.brief, judged.causes, measures.today)

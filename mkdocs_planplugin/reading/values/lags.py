# Schedulers know four kinds of links between tasks, with lags: `1.1 SS+2d`. Here a task simply waits until another one
# is finished. Anything more is removed from the reference, and a finding tells the author.
"""Kinds of links and lags behind a reference: `FS+2d`, `SS`, `+ 2 days`, `start-to-start`."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import when_used
from ..profiles import any_of, phrases, table

_UNITS = any_of(unit for units in table(lambda profile: profile.lengths.units).values() for unit in units)
_FINISH_TO_START = ("FS", "FINISH-TO-START")
_KIND = r"(?P<kind>FS|SS|FF|SF|(?:finish|start)[- ]to[- ](?:start|finish))"
_AMOUNT = rf"\d+(?:[.,]\d+)?\s?(?:%|(?:{_UNITS})(?!\w))"
# A unit that is misspelt is one all the same behind a plus: `1.1 + 2 dyas`, but not `1.1 + 2 tasks`.
_PARTS = any_of({*phrases(lambda profile: profile.headings.phase_words), *phrases(lambda p: p.headings.task_words)})
_ANY_AMOUNT = rf"\d+(?:[.,]\d+)?\s?(?!(?:{_PARTS})s?\b)[^\W\d_]{{1,12}}(?!\w)"
_LAG = (
    rf"(?P<lag>[+−-]\s?{_AMOUNT}(?:\s+(?:of\s+)?(?:lag|lead))?|\+\s?{_ANY_AMOUNT}"
    rf"|(?:lag|lead)(?:\s+of)?\s*:?\s*[+−-]?\s?{_AMOUNT})"
)
_IN_WORDS = r"(?P<in_words>[+−-]\s?[^\W\d_]+\s[^\W\d_]+)"  # `FS+two days`
# Behind the number of a task or phase, glued to it or not, also in brackets.
_BEHIND = when_used(
    rf"(?<=[0-9])\s*[(\[]?\s*(?:{_KIND}(?:\s*(?:{_LAG}|{_IN_WORDS}))?|{_LAG.replace('<lag>', '<lag_alone>')})"
    r"(?![\w-])\s*[)\]]?",
    re.IGNORECASE,
)
# The same without the units of all languages, which take long to compile and are seldom there.
_MAY_BE_BEHIND = re.compile(r"[0-9]\s*+[(\[]?\s*+(?:[+−-]\s?\d|[fs][fs]|finish|start|lag|lead)", re.IGNORECASE)


class Lag(NamedTuple):
    """What a reference says beyond "is finished first", as written, and whether it is another kind of link."""

    words: str
    is_other_kind: bool


def without_lags(text: str) -> tuple[str, list[Lag]]:
    """A text without kinds of links and lags, and those among them that change the meaning."""
    lags: list[Lag] = []
    if not _MAY_BE_BEHIND.search(text):
        return text, lags

    def take(match: re.Match[str]) -> str:
        kind = (match["kind"] or "FS").upper().replace(" ", "-")
        is_other = kind not in _FINISH_TO_START
        if is_other or match["lag"] or match["lag_alone"] or match["in_words"]:
            lags.append(Lag(match[0].strip(" ()[]"), is_other))
        return " "

    return _BEHIND.sub(take, text), lags

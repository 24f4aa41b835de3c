"""Estimates: how long something takes, in the author's words and in working hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, Estimate

from ..patterns import when_used
from ..profiles import alternatives, phrase_finder, phrases
from ..remembered import remembered
from .lengths import read_length
from .placeholders import is_placeholder
from .statuses import read_state
from .vocabulary import Vocabulary, core, without_lookalikes

_THREE_POINTS = 3

# After a label of the first kind anything is an estimate (`Effort: M`), after the second only a length of time.
_SAYS_ESTIMATE, _SAYS_TIME = "estimate", "time"
_LABELS = Vocabulary(
    {
        _SAYS_ESTIMATE: phrases(lambda profile: profile.lengths.estimate_labels),
        _SAYS_TIME: phrases(lambda profile: profile.lengths.time_labels),
    }
)
_BEFORE_LABEL = when_used(r"[^\w~≈<>$(\[]*+")
_AFTER_LABEL = when_used(r"(?: ?\.? ?[:=] ?|\.(?!\d) ?|(?= [~≈<>≤\[\d½])|(?=[~≈<])) ?")
_WORD = when_used(r"\w")
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,4})?)"
_PLAIN_NUMBERS = when_used(rf"[~≈ ]*{_NUMBER}(?: ?(?:-|–|—|to) ?{_NUMBER})?\+?\.?(?= ?\(|$)", re.IGNORECASE)

# What may follow a length without a label in a heading: `(30 days retention)` is no estimate.
_AFTER_IN_HEADING = when_used(
    rf"$| ?[^\w\s]| (?:{alternatives(lambda profile: profile.lengths.after_in_heading)})\b", re.IGNORECASE
)
_TIME_IN_SPOT = phrase_finder(lambda profile: profile.lengths.in_placeholders)
_MONEY = when_used(r"[~≈]? ?[$€£¥]? ?\d[\d.,]*(?: ?[kKmM])?(?: ?(?:[-–] ?[$€£¥]?\d[\d.,]* ?[kKmM]?))? ?[$€£¥]?")
_DASH = when_used(r"\s[-–—]{1,3}\s+", needs="-–—")
_ASIDE = when_used(r"\([^()]*+\)|\{[^{}]*+\}")
_NAME_END = when_used(r"(?<![\s:,;|–—-])[\s:,;|–—-]++$")
# A bound against hostile headings: nobody writes more groups or dashes at the end of a heading.
_MOST_PARTS = 4
_PARENTHESIS = compiled(r"[()]")


@remembered(1024)  # the same few values stand at every task
def read_estimate(text: str, calendar: Calendar) -> Estimate:
    """How long something takes, as written: hours of the length, of both ends of a range, or of three points.

    Days and weeks are working time of the calendar, a month is four weeks (the format's rule); nothing is rounded.
    `text` keeps the author's words without a label such as `Est:`; hours are None where they are no length of time.
    Nothing and placeholders are `NO_ESTIMATE`.
    """
    words = _after_label(text)[1]
    if not _WORD.search(words) or is_placeholder(words):
        return NO_ESTIMATE
    length = read_length(words, calendar)
    if length is None:
        return Estimate(words)
    likely = length.hours[1] if len(length.hours) == _THREE_POINTS else None
    return Estimate(words, length.hours[0], likely, length.hours[-1])


def read_hours(text: str, calendar: Calendar) -> float | None:
    """Hours where hours are meant: any length of time, or a number without a unit; None for anything else.

    Of a range it is the middle, of three points the likely one.
    """
    estimate = read_estimate(text, calendar)
    if estimate.min_hours is not None and estimate.max_hours is not None:
        return (estimate.min_hours + estimate.max_hours) / 2 if estimate.likely_hours is None else estimate.likely_hours
    numbers = _PLAIN_NUMBERS.match(without_lookalikes(_after_label(text)[1]))
    if numbers is None:
        return None
    ends = [float(end.replace(",", ".")) for end in numbers.groups() if end]
    return sum(ends) / len(ends)


def split_heading_estimate(heading: str, calendar: Calendar) -> tuple[str, str | None]:
    """A heading without its estimate, and the estimate's words: `Phase 1: Setup (Est: 3 days)`, `Setup — 3 days`.

    The estimate stands at the end, in parentheses or after a dash; only words of state, signs and asides may follow.
    Without one the heading comes back as it is. An unfilled `(Est: [X hours/days])` is taken out, too.
    """
    for before, spot, after in heading_spots(heading):
        if (words := estimate_words(spot, calendar)) and (name := without_spot(before, after)):
            return name, words
    return heading, None


def heading_spots(heading: str) -> Iterator[tuple[str, str, str]]:
    """The parts of a heading that may hold an estimate or a position: in parentheses and after dashes at its end, the
    last ones first.

    Each with what stands before and after it.
    """
    tidy = without_lookalikes(heading)
    parentheses = _parentheses(tidy)[-_MOST_PARTS:]
    for start, end in reversed(parentheses):
        rest = core(_ASIDE.sub("", tidy[end:]))  # signs, asides and words of state may follow an estimate
        if not rest or read_state(rest) is not None or _MONEY.fullmatch(rest) is not None:
            yield heading[:start], heading[start + 1 : end - 1], heading[end:]
    for dash in list(_DASH.finditer(tidy))[-_MOST_PARTS:]:
        if any(start < dash.start() < end for start, end in parentheses):  # `(March – April 2026) → later`
            continue
        yield heading[: dash.start()], heading[dash.end() :], ""


def _after_label(text: str) -> tuple[str | None, str]:
    """What the labels say that a text begins with (`Est. time:`), and the words after them."""
    words = " ".join(text.replace("*", "").replace("`", "").split())
    tidy = without_lookalikes(words)
    meaning, place = None, 0
    while label := _label_at(tidy, place):
        meaning, place = label
    return meaning, words[place:]


def _label_at(text: str, place: int) -> tuple[str, int] | None:
    start = _BEFORE_LABEL.match(text, place)
    label = _LABELS.at(text, start.end()) if start else None
    after = _AFTER_LABEL.match(text, label[1]) if label else None
    return (label[0], after.end()) if label and after else None


def _parentheses(text: str) -> list[tuple[int, int]]:
    """The start and end of the outermost pairs of parentheses. Unpaired ones do not count."""
    pairs: list[tuple[int, int]] = []
    if "(" not in text:
        return pairs
    opened: list[int] = []
    for match in _PARENTHESIS.finditer(text):
        place = match.start()
        if text[place] == "(":
            opened.append(place)
        elif opened:
            start = opened.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, place + 1))
    return pairs


@remembered(1024)  # the same few values stand at the phases of every plan
def estimate_words(part: str, calendar: Calendar) -> str | None:
    """The words of the estimate that a part of a heading or a title is; None where it is something else."""
    label, words = _after_label(part)
    if is_placeholder(words):
        return words if label or _TIME_IN_SPOT.is_in(words.lower()) else None
    length = read_length(words, calendar)
    if length is None:
        return words if words and label == _SAYS_ESTIMATE else None
    return words if label or _AFTER_IN_HEADING.match(words, length.end) else None


def without_spot(before: str, after: str) -> str:
    """The rest of a heading without one of these parts; empty if no word is left."""
    before, after = _NAME_END.sub("", before), after.strip()
    name = f"{before}{'' if after.startswith((',', ';')) else ' '}{after}".strip()
    return name if _WORD.search(name) else ""

# Where a status stands is known from reading: a line of the front matter, a labelled value, a cell, a line of its own.
# There the words are replaced, where the text, read again, then says the new status and all else as before.
"""Changing the status of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from mkdocs_planplugin.catalog import STATUS_LABELS, Refusal
from mkdocs_planplugin.model import Plan, Status, Written
from mkdocs_planplugin.reading import is_status_sign, sign_of_status, status_like

from .change import Change, ReadPage, changed
from .lines import decoded, find, fingerprints, split, text_of
from .refusal import RefusedError

_EMPHASIS = "*_`~ "
# What stands before the words of a status (signs, brackets, emphasis), and the words with what stands behind them.
_PARTS = re.compile(r"(?P<lead>[\W_]*)(?P<words>.*)", re.DOTALL)
# The marks of emphasis and of code.
_MARKS = re.compile(r"\*+|_{2,}|~~|`+")
_BRACKETS = {"(": ")", "[": "]", "【": "】", "（": "）"}
# `[x] Draft [ ] Done`, `Draft | Done`: a choice, not the words of one status.
_CHOICE = re.compile(r"\[[ xX]?\]|[|]")
# A status as programs write it: `in_progress`, `on-hold`.
_JOINED_WORDS = re.compile(r"[^\W_]+([_-])[^\W_]+")


def status_words(status: Status, before: str = "") -> str:
    """A status as it is written in a plan: `In Progress`, or in the language and in the way of what was there before,
    such as `in_progress`, `EN COURS`, `🚧 [In Arbeit]`. What was said beside the status that was there goes with it."""
    parts = _PARTS.fullmatch(before)
    if parts is None or _CHOICE.search(before):
        return _written(status, "")
    lead, words = _lead(parts["lead"], status), parts["words"]
    if not words:
        return lead if any(map(is_status_sign, lead)) else lead + _written(status, "")
    return lead + _written(status, words) + "".join(_closing(parts["lead"], words))


def _lead(lead: str, status: Status) -> str:
    """What stands before the words, with the sign of the new status in place of the old one. Signs that belong to no
    status are left out, because they may have been said of the old one."""
    signs = {character: sign_of_status(status) for character in lead if is_status_sign(character)}
    kept = (character for character in lead if character.isascii() or character in _BRACKETS or character in signs)
    return "".join(signs.get(character, character) for character in kept).lstrip()


def _closing(lead: str, words: str) -> Iterator[str]:
    """The ends of emphasis and brackets that begin before the words, and end behind them."""
    marks = _MARKS.findall(words)
    if len(marks) % 2:
        yield marks[0]
    yield from (end for start, end in _BRACKETS.items() if start in lead and words.count(end) > words.count(start))


def _written(status: Status, like: str) -> str:
    """The words for a status, in the language, with the capitals and the joining character of the words `like`."""
    english = STATUS_LABELS[status].english.lower()
    words = status_like(status, like) or english
    joined = _JOINED_WORDS.fullmatch(like)
    cased = [character for character in like if character.lower() != character.upper()]
    if joined:
        words = words.replace(" ", joined[1])
    if cased and all(map(str.islower, cased)):
        return words.lower()
    # A letter that is not the same in capitals (`ı`) stays small, for the word to be read again.
    if len(cased) > 1 and all(map(str.isupper, cased)) and words.upper().casefold() == words.casefold():
        return words.upper()
    second = like.split(" ")[1:2]
    is_sentence = words != english or (bool(second) and second[0].islower())
    return words[:1].upper() + words[1:] if is_sentence else words.title()


def status_fingerprint(text: str, plan: Plan) -> str:
    """The fingerprint of the line on which a plan says its status. Refuses where there is none, or it does not stand
    there as it is read."""
    source, lines = plan.status_source, split(text)
    if source is None:
        raise RefusedError(Refusal.NO_STATUS)
    if _words(source) not in lines[source.line - 1].text:
        raise RefusedError(Refusal.SCATTERED_STATUS)
    return list(fingerprints(lines))[source.line - 1]


def set_status(data: bytes, fingerprint: str, status: Status, read: ReadPage) -> Change:
    """Put another status in the place of the one on the line that a fingerprint names, in the bytes of a file, and
    change nothing else.

    Refuses with a reason where that line is not there any more or is not where the status stands, and where the file
    would not be read as it was asked for.
    """
    lines = split(decoded(data))
    place = find(lines, fingerprint)
    plan = read(text_of(lines)).plan
    if plan is None or plan.status_source is None or plan.status_source.line != place + 1:
        raise RefusedError(Refusal.STALE)
    value = _words(plan.status_source)
    for text in _texts(lines[place].text, value, status):
        change = changed(lines, place, text)
        if _says(read(change.data.decode("utf-8")).plan, status, plan):
            return change
    raise RefusedError(Refusal.READS_OTHERWISE)


def _words(source: Written) -> str:
    """A status as it is written, without the signs of emphasis around it."""
    return source.text.strip(_EMPHASIS)


def _texts(line: str, value: str, status: Status) -> Iterator[str]:
    """What a line may be with another status, the likeliest first."""
    yield from _replaced(line, value, status_words(status, value))
    yield from _replaced(line, value, status_words(status))


def _replaced(line: str, value: str, words: str) -> Iterator[str]:
    """A line with the new words in each place where the old ones stand."""
    start = line.find(value) if value else -1
    while start != -1:
        yield line[:start] + words + line[start + len(value) :]
        start = line.find(value, start + 1)


def _says(plan: Plan | None, status: Status, before: Plan) -> bool:
    """Whether a plan says a status, and nothing else than before."""
    return plan is not None and plan.status is status and _without_status(plan) == _without_status(before)


def _without_status(plan: Plan) -> Plan:
    """A plan without what says, or follows from, how its status is written."""
    return replace(
        plan, status=None, declared_status=None, status_source=None, findings=(), placeholders=0, is_template=False
    )

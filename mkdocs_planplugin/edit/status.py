# Where a status stands is known from reading: a line of the front matter, a labelled value, a cell, a line of its own.
# There the words are replaced, where the text, read again, then says the new status and all else as before.
"""Changing the status of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from mkdocs_planplugin.catalog import STATUS_LABELS, Refusal
from mkdocs_planplugin.model import Plan, Status, Written

from .change import Change, ReadPage, changed
from .lines import decoded, find, fingerprints, joined, split
from .refusal import RefusedError

_EMPHASIS = "*_`~ "
# A status as programs write it: `in_progress`, `on-hold`.
_JOINED_WORDS = re.compile(r"[^\W_]+([_-])[^\W_]+")


def status_words(status: Status, before: str = "") -> str:
    """A status as it is written in a plan: `In Progress`, or in the way of the words that were there before, such as
    `in_progress`."""
    words = STATUS_LABELS[status].english.title()
    sign = _JOINED_WORDS.fullmatch(before)
    if before and before == before.lower() and before.isascii():
        words = words.lower()
    return words.replace(" ", sign[1]) if sign else words


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
    plan = read(joined(lines)).plan
    if plan is None or plan.status_source is None or plan.status_source.line != place + 1:
        raise RefusedError(Refusal.STALE)
    value = _words(plan.status_source)
    for text in _replaced(lines[place].text, value, status_words(status, value)):
        change = changed(lines, place, text)
        if _says(read(change.data.decode("utf-8")).plan, status, plan):
            return change
    raise RefusedError(Refusal.READS_OTHERWISE)


def _words(source: Written) -> str:
    """A status as it is written, without the signs of emphasis around it."""
    return source.text.strip(_EMPHASIS)


def _replaced(line: str, value: str, words: str) -> Iterator[str]:
    """A line with the new words in each place where the old ones stand."""
    start = line.find(value) if value else -1
    while start != -1:
        yield line[:start] + words + line[start + len(value) :]
        start = line.find(value, start + 1)


def _says(plan: Plan | None, status: Status, before: Plan) -> bool:
    """Whether a plan says a status, and nothing else than before."""
    return plan is not None and plan.status is status and _but_status(plan) == _but_status(before)


def _but_status(plan: Plan) -> Plan:
    """A plan without what says, or follows from, how its status is written."""
    return replace(
        plan, status=None, declared_status=None, status_source=None, findings=(), placeholders=0, is_template=False
    )

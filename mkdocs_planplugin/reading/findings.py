# What is wrong in the text itself is found while it is read, in every step of it. What a plan says against itself,
# taken together, is the business of `checks`.
"""Findings about the text of one document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from mkdocs_planplugin.catalog import FindingKind, number_of
from mkdocs_planplugin.model import Finding, Severity, State

from .labels import label_key
from .values import Vocabulary, is_nothing, is_rating, near_label, read_days

UNCLEAR_DATE = FindingKind(
    "PLAN102",
    Severity.WARNING,
    "A date that is none, or two",
    "The date is impossible (30 February), or it can be read in two ways (03/04/2026). It does not count.",
    "Write it as year, month and day: `2026-01-31`.",
)

UNKNOWN_BOX = FindingKind(
    "PLAN103",
    Severity.WARNING,
    "A box with an unknown mark",
    "The sign in the box stands for no state. The box counts as open.",
    "Write `[ ]` open, `[x]` done, `[/]` in progress, `[-]` cancelled, `[>]` deferred or `[!]` blocked.",
)

CONTRADICTION = FindingKind(
    "PLAN106",
    Severity.INFO,
    "Box and status disagree",
    "The box of a task says one thing, its Status, or the heading above it, another. The box counts.",
    "Tick the box, or change the Status.",
    for_readers=True,
)

UNREAD_VALUE = FindingKind(
    "PLAN111",
    Severity.INFO,
    "A value that is not read",
    "A label asks for a date, a length, a level or a status, and what stands behind it is none that is known.",
    "Write it in one of the ways that the message shows.",
)

MISSPELT_WORD = FindingKind(
    "PLAN112",
    Severity.WARNING,
    "A word that is nearly right",
    "The word is like one that is known, but is not it, so it does not count.",
    "Write the word that the message shows.",
)

EMPTY_BOX = FindingKind(
    "PLAN115",
    Severity.INFO,
    "A box without words",
    "A task list has a box with nothing behind it. It counts as no task.",
    "Say what is to be done, or take it out.",
)

PLACEHOLDERS = FindingKind(
    "PLAN116",
    Severity.INFO,
    "Placeholders left to fill in",
    "Words of the template, such as `[Date]` or `Low | Medium | High`, stand where a value belongs. They count as"
    " not written.",
    "Write what is meant, or take the line out.",
)

KINDS = (UNCLEAR_DATE, UNKNOWN_BOX, CONTRADICTION, UNREAD_VALUE, MISSPELT_WORD, EMPTY_BOX, PLACEHOLDERS)

# What is longer is prose: it need not hold a value.
_FEW_WORDS = 4
_MOST_UNREAD = 3  # values of a kind; of more the first stands for all
_MOST_LINES = 6  # that a message names
_LONGEST = 100  # of a value in a message
_LEAST_LETTERS = 5  # shorter labels are like too many words
_DATE, _HOW_DATE = "date", "write it as in `2026-03-31`"
# The kinds of values that say how far something is.
_STANDINGS = frozenset(("status", "state", "state of a risk"))


class FindingLog:
    """Collects the findings of one reading."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._unread: dict[str, dict[Finding, None]] = {}  # by the kind of value that is asked for
        self._empty_boxes: list[int] = []  # the lines

    def note(self, kind: FindingKind, line: int, message: str, hint: str | None = None) -> None:
        """Add a finding of a kind."""
        self.findings.append(kind.at(line, message, hint))

    def date(self, text: str, line: int, *, last: bool = False) -> dt.date | None:
        """The date of a value. If the value is ambiguous, a finding says how to write it.

        Of a month or a range it is the first day, or the `last`.
        """
        reading = read_days(text)
        if reading.problem:
            self.note(UNCLEAR_DATE, line, reading.problem, "")
        elif reading.date is None:
            self.unread(text, line, _DATE, _HOW_DATE)
        return reading.end if last else reading.date

    def unread(self, text: str, line: int, kind: str, remedy: str) -> None:
        """Add a finding about a value that is not read, unless it is prose, says that there is none, or is a value of
        another kind. `kind` is the expected kind of value; the finding says what to write.

        Whoever uses a label for something else does so everywhere: of many the first is said, the others are counted.
        """
        if not 0 < len(text.split()) <= _FEW_WORDS or is_nothing(text) or _is_of_other_kind(text, kind):
            return
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        finding = UNREAD_VALUE.at(line, f"no {kind} can be read from `{shown}`", remedy)
        self._unread.setdefault(kind, {})[finding] = None

    def all(self) -> list[Finding]:
        """All findings, each once, for a line may be read for several things. Of values of one kind that are not read
        all are there if they are few, else the first, which says where the others stand."""
        unread = (_few(sorted(findings, key=lambda finding: finding.line)) for findings in self._unread.values())
        empty = self._with_lines(EMPTY_BOX, self._empty_boxes, "this box has no words, and counts as no task")
        return list(dict.fromkeys([*self.findings, *empty, *chain.from_iterable(unread)]))

    def misspelt(self, text: str, word: str | None, line: int) -> bool:
        """Add a finding about an unknown word that is similar to a known one. Returns `False` if none is similar."""
        if word is None:
            return False
        self.findings.append(misspelling(text, word, line))
        return True

    def misspelt_label(self, label: str, known: Vocabulary[str], line: int) -> None:
        """Add a finding about an unknown label, if one of the `known` labels is similar."""
        key = label_key(label) if line else ""  # a heading that stands for a label has no line
        self.misspelt(label, near_label(key, known) if len(key) >= _LEAST_LETTERS else None, line)

    def placeholders(self, lines: Sequence[int], text: str) -> None:
        """Add a finding about placeholders that are left in these lines, with the text of the first."""
        words = " ".join(text.split())
        shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        self.findings += self._with_lines(PLACEHOLDERS, lines, f"a placeholder is left to fill in: “{shown}”")

    @staticmethod
    def _with_lines(kind: FindingKind, lines: Sequence[int], message: str) -> Iterator[Finding]:
        """One finding about several lines: at the first, and it names the others."""
        if lines:
            first, *others = lines
            yield kind.at(first, f"{message}, and {len(others)} more in {_named(others)}" if others else message)

    def empty_box(self, line: int) -> None:
        """Note a box without words. A finding tells of all of them."""
        self._empty_boxes.append(line)

    def unknown_box(self, mark: str, line: int) -> None:
        """Add a finding about a box with an unknown mark."""
        hint = "write [ ] open, [x] done, [/] in progress, [-] cancelled, [>] deferred or [!] blocked"
        if mark.isalpha():
            hint += f"; a mark of your own stands behind the box: `- [ ] [{mark}] ...`"
        self.note(UNKNOWN_BOX, line, f"the box [{mark}] is no state; it counts as open", hint)

    def contradiction(self, number: str | None, title: str, box: State | None, stated: State, line: int) -> None:
        """Add a finding about a task whose box and Status contradict each other. The task is named by its number, else
        by its title."""
        task = _task_name(number, title)
        message = f"{task} says {stated.replace('_', ' ')}, its box {(box or 'nothing').replace('_', ' ')}"
        hint = "tick the box, or change the Status"
        self.note(CONTRADICTION, line, message, hint)

    def open_below_done(self, number: str | None, title: str, line: int) -> None:
        """Add a finding about a task with an open box in a list that is called `Done`."""
        message = f"{_task_name(number, title)} stands below a heading that says done, its box is open"
        self.note(CONTRADICTION, line, message, "tick the box, or move the task")


def _task_name(number: str | None, title: str) -> str:
    return f"task {number}" if number else f"the task “{title}”"


def _is_of_other_kind(text: str, kind: str) -> bool:
    """Whether a value that is no status is a day (`as of 2026-01-31`), or says how it goes or went (`Green`,
    `PASS`)."""
    return kind in _STANDINGS and (is_rating(text) or any(read_days(word).date for word in text.split()))


def misspelling(text: str, word: str, line: int) -> Finding:
    """A finding about an unknown word that is similar to the known `word`."""
    return MISSPELT_WORD.at(line, f"`{text}` is not known here, so it does not count", f"did you mean `{word}`?")


def _few(findings: list[Finding]) -> list[Finding]:
    """Some findings, or if they are many the first, which says where the others stand."""
    if len(findings) <= _MOST_UNREAD:
        return findings
    first, *others = findings
    places = _named([finding.line for finding in others])
    return [replace(first, message=f"{first.message}, nor from {number_of(len(others), 'value')} in {places}")]


def _named(lines: Sequence[int]) -> str:
    """`line 9`, `lines 9, 11, 13`; of many the first."""
    places = f"{', '.join(map(str, lines[:_MOST_LINES]))}{', ...' if lines[_MOST_LINES:] else ''}"
    return f"{'line' if len(lines) == 1 else 'lines'} {places}"

# Sentences that name dates, tasks, risks and other plans. What is said is data until it is shown: a page makes links of
# the names and sets dates apart, a data file writes all of it as text.
"""Sentences as data, and as plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from typing import Protocol

from msgspec import Struct

from mkdocs_planplugin.language import _, joined, n_, split_at_fields, translated
from mkdocs_planplugin.model import ExternalDependency, OtherPlan, Phase, Risk, Task

from .dates import date_words

_TITLE_LENGTH = 60


class Name(Struct, frozen=True):
    """What a sentence calls a part of a plan: its number, its title, or both. It stands at `anchor` on the page of its
    plan, or on that at the source path `page`, where it is of another plan."""

    number: str
    title: str
    anchor: str = ""
    page: str = ""

    @property
    def text(self) -> str:
        """The number and the title."""
        return f"{self.number} {self.title}".strip()


class Names(Struct, frozen=True):
    """Several names. A sentence shows `most` of them: `1.1, 1.2 and 3 more`."""

    names: tuple[Name | Sentence | str, ...]
    most: int = 4


class Sentence(Struct, frozen=True):
    """A sentence: its English text with a field for each of the `values`. If the words depend on a `number`, `many` is
    the text for numbers other than one, and `{n}` is the field of the number."""

    english: str
    values: Mapping[str, str | int | dt.date | Name | Names | Sentence] = {}
    many: str = ""
    number: int = 1

    @property
    def template(self) -> str:
        """The text in the active language, with its fields not filled in."""
        return translated(self.english, self.many, self.number)


def say(english: str, **values: str | int | dt.date | Name | Names | Sentence) -> Sentence:
    """A sentence; its text is marked for the catalogues of translations."""
    return Sentence(english, values)


def say_number(
    number: int, english: str, many: str, **values: str | int | dt.date | Name | Names | Sentence
) -> Sentence:
    """A sentence whose words depend on a number."""
    return Sentence(english, {"n": number, **values}, many, number)


def is_done(count: Sentence, done: int, total: int) -> Sentence:
    """`2 of 3 tasks are done`, of that `count` in words. The verb follows what is done: one of three *is*."""
    return say_number(1 if total == 1 else done, "{count} is done", "{count} are done", count=count)


def was_done(count: Sentence, done: int, total: int) -> Sentence:
    """The same of the past."""
    return say_number(1 if total == 1 else done, "{count} was done", "{count} were done", count=count)


def pieces(sentence: Sentence) -> Iterator[str | dt.date | Name]:
    """The parts of a sentence in the active language: texts, and between them dates and names."""
    for before, name in split_at_fields(sentence.template):
        if before:
            yield before
        if name is not None:
            yield from _pieces_of(sentence.values[name])


def _pieces_of(value: str | int | dt.date | Name | Names | Sentence) -> Iterator[str | dt.date | Name]:
    match value:
        case Sentence():
            yield from pieces(value)
        case Names():
            yield from _several(value)
        case int():
            yield str(value)
        case _:
            yield value


def _several(names: Names) -> Iterator[str | dt.date | Name]:
    """The names with commas and a last "and" between them. If there are more than `most`, the last part says how many
    more."""
    shown = names.names if len(names.names) <= names.most else names.names[: names.most - 1]
    more = len(names.names) - len(shown)
    slots = [f"\0{place}\0" for place in range(len(shown))]
    words = joined([*slots, n_("{n} more", "{n} more", more).format(n=more)] if more else slots)
    for place, part in enumerate(words.split("\0")):
        if not place % 2:
            yield from ([part] if part else [])
        else:
            yield from _pieces_of(shown[int(part)])


def sentence_text(sentence: Sentence, today: dt.date) -> str:
    """A sentence as text in the active language. Dates in the year of `today` are written without the year."""
    return "".join(_plain(piece, today) for piece in pieces(sentence))


def _plain(piece: str | dt.date | Name, today: dt.date) -> str:
    match piece:
        case dt.date():
            return date_words(piece, today)
        case Name():
            return piece.text
        case _:
            return piece


def work_name(work: Task | Phase, *, titled: bool = False) -> Name:
    """A task by its number, a phase as its author calls it. By its title if it has no number, or if `titled`."""
    if isinstance(work, Phase):
        number, title = phase_number(work), work.name
    else:
        number, title = work.id.written or "", work.title
    shown = title if titled or not number else ""
    return Name(number, shown or ("" if number else _("untitled")), work.anchor)


class Numbered(Protocol):
    """A phase, or what is kept of one."""

    @property
    def number(self) -> str | None:
        """Its number as written."""

    @property
    def label(self) -> str | None:
        """What its author calls it by that number, `Sprint 1`."""


def phase_number(phase: Numbered) -> str:
    """The words for a phase without its name, as its author writes them: `Sprint 1`; empty for a phase without a
    number."""
    return phase.label or (_("Phase {name}").format(name=phase.number) if phase.number else "")


def risk_name(risk: Risk) -> Name:
    """A risk by its number, as the register calls it, and its title."""
    number = risk.id.written or ""
    if number[:1].isdigit():
        number = _("Risk {name}").format(name=number)
    return Name(number, risk.name, risk.anchor)


def plan_name(plan: OtherPlan) -> Name:
    """Another plan by its title."""
    return Name("", plan.title, page=plan.path)


def names_of(works: Iterable[Task | Phase]) -> Names:
    """Several tasks and phases by their numbers."""
    return Names(tuple(map(work_name, works)))


def team_of(promise: ExternalDependency) -> str:
    """Who has promised something. If nobody is named, what was promised."""
    return promise.team or shorten(promise.what, _TITLE_LENGTH, placeholder=" …")


def promised_words(promise: ExternalDependency) -> str:
    """What is promised, without the day at its end, which is shown by itself: `keys, by 13 Feb` promises `keys`."""
    head, day, behind = promise.what.partition(promise.when) if promise.when else (promise.what, "", "")
    if not day or behind.strip(" .)"):
        return promise.what
    return (head.rpartition(",")[0] or head.rpartition("(")[0]).strip() or promise.what

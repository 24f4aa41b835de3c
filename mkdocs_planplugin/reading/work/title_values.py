# Many write on the line of a task how long it takes, when it is due and whose it is: `Dig (due 2026-11-05)`,
# `Dig — 2d`, `Dig [2d]`, `Dig @due(2026-11-05)`, `Dig 📅 2026-11-05`. Only what can hardly be anything
# else is read; it is then no part of the name.
"""Values behind the titles of tasks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.model import State

from ..context import ReadingContext
from ..findings import UNREAD_VALUE
from ..handles import HANDLES, HANDLES_LAST, handles_in
from ..labels import label_key
from ..patterns import when_used
from ..profiles import TASK_LABELS, phrases, signs
from ..remembered import remembered
from ..signed_ids import ID, IDS, OWN_SIGN, SIGN_OF_OTHERS, ids_in
from ..values import (
    MOST_WORDS_OF_DAY,
    ends_like_length,
    estimate_words,
    is_day,
    read_heading_state,
    read_length,
    read_remark_state,
    read_span,
    split_heading_estimate,
)
from .attributes import DEPENDENCIES, HOW_LENGTHS_ARE_WRITTEN, OWN_ID, read_attribute
from .box_groups import OF_OPEN_BOXES
from .dependencies import says_dependency, split_dependency
from .remarks import says_hindrance, split_end

# A quick check for each title: whether it may hold any of this.
# Both begin with a set of characters: a search skips what is not in it at once.
_MAY_HOLD_VALUES = compiled(r"[\d(@:\[–—⛔🆔\U0001f300-\U0001f6ff\u23e9-\u23f3-](?:(?<!-)|(?<=\s-)(?=\s))")
# What values behind signs have.
_MAY_BE_SIGNED = compiled(r"@|:[\w.:-]|[^\x00-\x7f]")
# What all other values have: brackets, a dash or a comma before them, or a number at the end.
_MAY_BE_BEHIND = compiled(
    r"[(~≈⏱⏲.,;|·\])}）\d!>^@–—-](?:(?<=[(~≈⏱⏲])|(?<=[\])}])(?= [@#])|(?<=[.,;|·])(?=\s)"
    r"|(?<=[\])}）\d])(?=[ .,;]*$)|(?<=[!>^@])(?=\d)"
    r"|(?<=[–—-])(?=\s)(?:(?<=\s.)|(?<=\s[–—-].)|(?<=\s[–—-][–—-].)))"
)
# What stands before all of these but days behind a word (`by 12 March 2026`).
_MAY_BE_APART = compiled(r"[(\[{（~≈⏱⏲.,;|·–—\u2010-\u2012\u2212\uff0d-](?:(?<=[(\[{（~≈⏱⏲])|(?=\s))")
_CLOSING = {")": "(", "]": "[", "}": "{", "）": "（"}
_DAYS = frozenset(("due", "start", "end", "till", "until"))
_LENGTHS = frozenset(("estimate", "hours", "remaining"))
_MEANINGS = frozenset((*_DAYS, *_LENGTHS, "owner", "risk"))
_OF_FIELDS = frozenset((*_MEANINGS, OWN_ID, DEPENDENCIES))  # what the labels of inline fields may mean
_PARTS = {"span": ("start", "end")}
# After these words a day is the one on which something is due: `by 12 March 2026`.
_BY = frozenset(phrases(lambda profile: profile.dates.due_by))
_SIGNS, _NO_FIELD = signs(lambda profile: profile.dates.signs_before), "nothing"
_MOST_WORDS_OF_LABEL = 3
_DASH, _COMMA = when_used(r"\s[–—-]{1,3}\s+", needs="–—-"), when_used(r"[,;|·]\s+", needs=",;|·")
_SENTENCE = when_used(r"\.\s+(?=[^\W\d_][^:：.]{0,30}[:：])", needs=":：")  # `Dig. Owner: Ana. Status: done`
_LABELLED = when_used(r"(?P<label>[^\W\d_][^:：]{0,30}?)\s*[:：]{1,2}\s*(?P<value>\S.*)")
_ABOUT = when_used(r"\s[~≈⏱⏲]\ufe0f?(?=\s?\d[^~≈⏱⏲]*$)", needs="~≈⏱⏲")
# `Dig (2d) - the north side`, `Dig (2d) #garden`: words behind the values. Longer words for a length (`Trial (14 days):
# send mail`) may be what the task is about.
_SHORT_LENGTH = when_used(r"~?\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?\s?[hdwHDW]")
_BRACKET_INSIDE = when_used(
    r"\s[(\[{](?P<words>[^()\[\]{}\n]{1,60})[)\]}]"
    r"(?P<behind>(?:\s*[:：,]|\s[–—-]{1,3})\s[^()\[\]{}]+|(?:\s[@#]\w[\w/-]*)+)$",
    needs="([{",
)
# Between the values of one pair of brackets; not inside of `Nov 2, 2026`.
_BETWEEN = when_used(r"\s*[,;|·]\s+(?=[^\W\d]|@|~?\d+(?:\.\d+)?\s?[^\W\d_]|\d{1,2}\s?[–-]\s?\d)")
_TALKED_OF = frozenset(phrases(lambda profile: profile.people.talked_of))
_LONGEST_SPAN = 35  # days; longer ones are what a task is about: `Import data (2024-01-01 – 2024-12-31)`
_MOST_VALUES = 10  # against hostile titles: nobody writes more
# `due:2026-11-05`, `@due(2026-11-05)`, as todo.txt and TaskPaper have them.
_KEYED = when_used(
    r"(?<!\S)@?(?P<label>[^\W\d_]{2,12})(?::(?P<glued>[\w.-]+)|(?<=[^\W\d_])\((?P<inside>[^()\n]{1,40})\))(?!\S)"
)
# `[due:: 2026-11-05]`, as Dataview has it. Two colons and a space are no code.
_INLINE_FIELD = when_used(
    r"\s*(?:\[(?P<label>[^\W\d_][\w -]{0,29})::\s+(?P<value>[^\[\]\n]{1,60})\]"
    r"|\((?P<other>[^\W\d_][\w -]{0,29})::\s+(?P<words>[^()\n]{1,60})\))"
)
_GLUED_LABEL = compiled(r":[\w.-]")
# `📅 2026-11-05` or `@{2026-11-05}`, as plugins of Obsidian have them: signs with a day, of urgency, how often a task
# comes again, the id of a task, and the ids of those that it waits for.
_URGENCY = "🔺⏫🔼🔽⏬"
_OF_SIGNS = when_used(
    r"\s*(?:@\{(?P<kanban>\d{4}-\d{2}-\d{2})\}|@@\{[\d:]+\}"
    rf"|(?P<sign>[{''.join(_SIGNS)}])\ufe0f?\s*(?P<day>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)"
    rf"|[{_URGENCY}]\ufe0f?|🔁\s*every [\w ]+"
    r"|👤\s*(?P<owner>[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*)?)(?=[ ]*$|[ ]*[^\w .])"
    rf"|{OWN_SIGN}\s*(?P<own_id>{ID})(?=[ ]*$|[ ]*[^\w .])|{SIGN_OF_OTHERS}\ufe0f?\s*(?P<dependencies>{IDS}))",
    needs=("@{", *_SIGNS, *_URGENCY, *"🔁👤", OWN_SIGN, SIGN_OF_OTHERS),
)
_SIGNED = ("owner", OWN_ID, DEPENDENCIES)  # what the groups of that name mean
_DAY_BEHIND_SIGN = when_used(r"(?<!\S)[!>^@]\d{4}-\d{2}-\d{2}(?!\S)", needs="!>^@")
_LAST_BRACKET = when_used(r"\((?P<words>[^()\n]*\d[^()\n]*)\)$")
_AMOUNT = when_used(r"~?\d.{1,20}$")
_LENGTH_BEHIND_COMMA = when_used(r",\s+(?P<length>[~\d][\w .–-]{0,20})$")


class _Field(Struct, frozen=True):
    """A value by the meaning of its label, and its words."""

    meaning: str
    words: str


class _Spot(NamedTuple):
    """A part at the end of a title that may be values: what stands before it, its pieces, whether they need a label,
    whether the name of who does it may stand among them, and the signs around and between them."""

    before: str
    pieces: list[str]
    needs_label: bool = False
    may_name_people: bool = False
    opening: str = ", "
    between: str = ", "
    closing: str = ""
    behind: str = ""  # what goes on behind it, and stays in the name

    def without(self, values: Collection[str]) -> str:
        """The title without these of the pieces."""
        rest = self.between.join(piece for piece in self.pieces if piece not in values)
        left = f"{self.before}{self.opening}{rest}{self.closing}" if rest else self.before
        return f"{left}{self.behind}"


def split_title_values(
    title: str, line: int, context: ReadingContext, *, has_box: bool = True, markdown: str = ""
) -> tuple[str, dict[str, Any]]:
    """The title of a task without the values behind it, and these by the fields of a task. What looks like a value and
    is none stays in the title, and a finding says so. Beside a box only those states count that no box has. By
    its `markdown` code is told: `@cache` at its end is nobody then."""
    states = OF_OPEN_BOXES if has_box else tuple(State)
    has_code, bare_people = "`" in markdown, "`@" not in markdown
    title, values = values_behind(title, line, context, states, bare_people=bare_people, has_code=has_code)
    if _MAY_BE_BEHIND.search(title):
        _note_unread(title, line, context)
    return title, values


def values_behind(
    title: str,
    line: int,
    context: ReadingContext,
    states: Collection[State] = OF_OPEN_BOXES,
    *,
    bare_people: bool = True,
    has_code: bool = False,
) -> tuple[str, dict[str, Any]]:
    """The title of a task or a phase without the values behind it, of states only these, and they by the fields of a
    task. With `bare_people`, the handles of people count that stand behind it and nothing else (`Dig @ana`), if the
    rest of the plan knows them."""
    values: dict[str, Any] = {}
    if _MAY_HOLD_VALUES.search(title) is None or not (_MAY_BE_BEHIND.search(title) or _MAY_BE_SIGNED.search(title)):
        return title, values
    before, end = split_end(_without_signs(title, values, line, context, has_code=has_code))
    end = _without_values(end, values, line, context, states, bare_people=bare_people)
    name, dependency = split_dependency(end)
    if dependency:
        end = f"{_without_values(name, values, line, context, states, bare_people=bare_people)}{dependency}"
    return f"{before}{end}", values


def _without_values(
    end: str,
    values: dict[str, Any],
    line: int,
    context: ReadingContext,
    states: Collection[State],
    *,
    bare_people: bool,
) -> str:
    """The end of a title without the values behind it, which are added to the others."""
    for _ in range(_MOST_VALUES):
        shorter = None
        people = HANDLES_LAST.search(end)
        word = end[: people.start()].rpartition(" ")[2] if people else ""
        if people and not word.startswith("@"):  # not the second of two behind a dash: `Dig — @ana @ben`
            is_read = bare_people and word.casefold() not in _TALKED_OF and _are_known(people["people"], context)
            taken = is_read and _take([_people(people["people"])], values, line, context)
            shorter = end[: people.start()] if taken else None
        is_behind = not people or bool(word.startswith("@")) or end[: people.start()].endswith(tuple(_CLOSING))
        if shorter is None and is_behind and _MAY_BE_BEHIND.search(end):
            shorter = _without_last(end, values, line, context, states)
        if shorter is None:
            break
        end = shorter
    return end


def _without_signs(title: str, values: dict[str, Any], line: int, context: ReadingContext, *, has_code: bool) -> str:
    """A title without the values that a sign or a glued label tells, wherever they stand. In one that has code, what
    looks like a field may be code."""
    told: set[str | None] = set()

    def of_field(match: re.Match[str]) -> str:
        label, words = match["label"] or match["other"], match["value"] or match["words"]
        meaning = OWN_ID if label_key(label) == "id" else TASK_LABELS.get(label_key(label))
        is_new = (meaning if meaning in _OF_FIELDS else label) not in told
        told.add(meaning if meaning in _OF_FIELDS else label)
        if not is_new and meaning == "owner":
            words = ", ".join(filter(None, (values.pop("owner", ""), words)))
        elif not is_new:  # the second of two of another kind stays in the name
            return match[0]
        if meaning in _OF_FIELDS:
            names_task = meaning != DEPENDENCIES or any(map(str.isdecimal, words)) or _are_signed(words, context)
            return "" if names_task and _take([_Field(meaning, words)], values, line, context) else match[0]
        values.setdefault("attributes", {})[label] = words
        return ""

    def of_sign(match: re.Match[str]) -> str:
        said = next((_Field(name, words) for name in _SIGNED if (words := match[name])), None)
        if said:
            is_sure = _SURE[said.meaning](said.words, context)
            return "" if is_sure and _take([said], values, line, context) else match[0]
        meaning = "due" if match["kanban"] else _SIGNS.get(match["sign"] or "", _NO_FIELD)
        fields = [] if meaning == _NO_FIELD else [_Field(meaning, match["day"] or match["kanban"])]
        return "" if _take(fields, values, line, context) else match[0]

    def of_label(match: re.Match[str]) -> str:
        words = match["glued"] or match["inside"]
        is_field = match["glued"] or match[0].startswith("@")
        field = _labelled_field(match["label"], words, context, ()) if is_field else None
        return "" if field and _take([field], values, line, context) else match[0]

    if "::" in title and not has_code:
        title = _INLINE_FIELD.sub(of_field, title)
    title = _OF_SIGNS.sub(of_sign, title)
    if "@" in title or _GLUED_LABEL.search(title):
        title = _KEYED.sub(of_label, title)
    return title.strip()


def _are_signed(ids: str, context: ReadingContext) -> bool:
    """Whether the page has a task for each of these ids: `⛔` may as well be a sign."""
    return context.document.signed_ids.issuperset(ids_in(ids))


def _is_id(word: str, context: ReadingContext) -> bool:
    """Whether a word behind `🆔` is an id, as it has figures or something waits for it: `Add 🆔 column`."""
    return any(map(str.isdecimal, word)) or word in context.document.awaited_ids


def _is_name(words: str, _context: ReadingContext) -> bool:
    """Whether words behind `👤` are the name of somebody, in no small letters: `Add icon 👤 user`."""
    return not any(word[0].islower() for word in words.split())


_SURE = {DEPENDENCIES: _are_signed, OWN_ID: _is_id, "owner": _is_name}


def _without_last(
    title: str, values: dict[str, Any], line: int, context: ReadingContext, states: Collection[State]
) -> str | None:
    """A title without the last value behind it; `None` if there is none that can be read."""
    for spot in _spots(title):
        fields = {piece: _field(piece, context, states, needs_label=spot.needs_label) for piece in spot.pieces}
        known = {piece: field for piece, field in fields.items() if field and _counts_at(spot, piece, field)}
        rest = fields.keys() - known.keys()
        if spot.before and known and (not rest or _may_be_beside(rest, known.values(), spot)):
            return spot.without(known) if _take(known.values(), values, line, context) else None
    may_say_length = "estimate" not in values and _MAY_BE_APART.search(title)
    name, estimate = split_heading_estimate(title, context.calendar) if may_say_length else (title, None)
    if estimate is None:
        return None
    return name if _take([_Field("estimate", estimate)], values, line, context) else None


def _counts_at(spot: _Spot, piece: str, field: _Field) -> bool:
    """Whether a value counts at its spot: where the name goes on behind it, only what can hardly be anything else."""
    is_said = field.meaning in {"due", "owner"} or (field.meaning == "estimate" and field.words != piece)
    return not spot.behind or is_said or _SHORT_LENGTH.fullmatch(piece) is not None


def _may_be_beside(words: Iterable[str], values: Iterable[_Field], spot: _Spot) -> bool:
    """Whether these words may stand beside values of the task: what it waits for or what holds it up, or, in brackets
    and between dashes, who does it: `(Ana, 3 weeks)`. Beside a state they go on counting: `(done, in progress)`."""
    others = [piece for piece in words if not says_hindrance(piece) and not says_dependency(piece)]
    if not others:
        return True
    few = all(len(piece.split()) <= _MOST_WORDS_OF_LABEL for piece in others)
    return spot.may_name_people and few and all(value.meaning != "state" for value in values)


def _spots(title: str) -> Iterator[_Spot]:
    """The last parts of a title that may be values: what is in brackets, else what stands behind a dash, behind a
    comma, or behind a word such as `by`; then all that stands between dashes: `Dig — 2 weeks — Ben`."""
    tidy = title.rstrip(" .,;")
    if _MAY_BE_APART.search(title) is None:
        yield from _days_behind(tidy)
        return
    start = tidy.rfind(_CLOSING[tidy[-1]]) if tidy[-1:] in _CLOSING else -1
    if start <= 0 and (bracket := _BRACKET_INSIDE.search(tidy)):
        yield _Spot(tidy[: bracket.start()], _pieces(bracket["words"]), behind=bracket["behind"])
    if start > 0:
        words = tidy[start + 1 : -1].strip()
        yield _Spot(tidy[:start].rstrip(" ,;–—-"), _pieces(words), may_name_people=True, opening=" (", closing=")")
    else:
        yield from _spots_without_brackets(tidy)
    name, *pieces = _DASH.split(title)
    if len(pieces) > 1:
        yield _Spot(name, pieces, may_name_people=True, opening=" — ", between=" — ")


def _spots_without_brackets(tidy: str) -> Iterator[_Spot]:
    for separator, needs_label in ((_DASH, False), (_COMMA, True), (_SENTENCE, True)):
        ends = list(separator.finditer(tidy))
        if ends:
            yield _Spot(tidy[: ends[-1].start()], _pieces(tidy[ends[-1].end() :]), needs_label)
    if about := _ABOUT.search(tidy):
        yield _Spot(tidy[: about.start()], _pieces(tidy[about.start() :].strip(" ⏱⏲\ufe0f")))
    yield from _days_behind(tidy)


def _days_behind(tidy: str) -> Iterator[_Spot]:
    words = tidy.split(" ") if tidy[-1:].isdecimal() else []
    for place in range(len(words) - 2, max(0, len(words) - 2 - MOST_WORDS_OF_DAY), -1):
        if _says_when_due(words[place].casefold()):
            yield _Spot(" ".join(words[:place]), _pieces(" ".join(words[place:])), needs_label=True)


def _pieces(words: str) -> list[str]:
    return [words] if HANDLES.fullmatch(words) else _BETWEEN.split(words)


def _meaning(label: str) -> str | None:
    meaning = TASK_LABELS.get(label_key(label))
    return meaning if meaning in _MEANINGS else None


@remembered(1024)  # asked of the last words of each title that ends with a number
def _says_when_due(word: str) -> bool:
    return word in _BY or _meaning(word) == "due"


def _labelled_field(label: str, words: str, context: ReadingContext, states: Collection[State]) -> _Field | None:
    """The value behind a label. `start:1` and `time:5` are code as a rule; only `due` says that a day comes."""
    meaning = _meaning(label)
    if TASK_LABELS.get(label_key(label)) == "status" and read_heading_state(words) in states:
        return _Field("stated", words)
    if meaning in _DAYS and meaning != "due" and not is_day(words):
        return None
    if meaning in _LENGTHS and read_length(words, context.calendar) is None:
        return None
    return _Field(meaning, words) if meaning else None


def _people(words: str) -> _Field:
    return _Field("owner", ", ".join(handles_in(words)))


def _are_known(people: str, context: ReadingContext) -> bool:
    return context.document.known_handles.issuperset(handles_in(people.casefold()))


def _field(piece: str, context: ReadingContext, states: Collection[State], *, needs_label: bool) -> _Field | None:
    """The value that a piece of a title is; `None` if it may be something else."""
    labelled = _LABELLED.fullmatch(piece)
    if labelled:
        if labelled["label"].casefold() in _BY and is_day(labelled["value"]):
            return _Field("due", labelled["value"])
        return _labelled_field(labelled["label"], labelled["value"], context, states)
    span = None if needs_label else read_span(piece)
    is_span = span and span.date and span.last and (span.last - span.date).days <= _LONGEST_SPAN
    if is_span or HANDLES.fullmatch(piece):
        return _Field("span", piece) if is_span else _people(piece)
    words = piece.split()
    for count in range(min(_MOST_WORDS_OF_LABEL, len(words) - 1), 0, -1):
        label, rest = " ".join(words[:count]), " ".join(words[count:])
        # `assigned to Ana`, not `assigned to me`
        is_owner = count > 1 and not needs_label and _meaning(label) == "owner" and rest[:1].isupper()
        if is_owner or ((label.casefold() in _BY or _meaning(label) in _DAYS) and is_day(rest)):
            return _Field(_meaning(label) or "due", rest)
    estimate = None if needs_label and not words[0][:1].isalpha() else estimate_words(piece, context.calendar)
    if estimate:
        return _Field("due" if is_day(estimate) else "estimate", estimate)  # `ETA 2026-11-05`
    return _Field("state", piece) if not needs_label and read_remark_state(piece) in states else None


def _take(fields: Iterable[_Field], values: dict[str, Any], line: int, context: ReadingContext) -> bool:
    """Read the values and keep them; `False` if one of them cannot be read, which a finding says."""
    parts = ((meaning, field.words) for field in fields for meaning in _PARTS.get(field.meaning, (field.meaning,)))
    read = [read_attribute(meaning, words, line, context) for meaning, words in parts]
    if any(value is None for _, value in read):
        return False
    for name, value in read:
        values.setdefault(name, value)
    return True


def _note_unread(title: str, line: int, context: ReadingContext) -> None:
    """Add a finding if the title has a day or ends with a length of time that nothing names."""
    if day := _DAY_BEHIND_SIGN.search(title):
        message = f"`{day[0]}` does not say what happens on that day"
        context.findings.note(UNREAD_VALUE, line, message, f"write `(due {day[0][1:]})` if it has to be done then")
    bracket = _LAST_BRACKET.search(split_end(title)[1])
    words = bracket["words"] if bracket else ""
    if _AMOUNT.match(words) and ends_like_length(words):
        context.findings.unread(words, line, "length of time", HOW_LENGTHS_ARE_WRITTEN)
    for piece in _BETWEEN.split(words):
        if not is_day(piece) or _says_when_due(piece.split()[0].casefold()):  # `(2 days; due 24 Dec)` was told above
            continue
        message = f"`{piece}` does not say what happens then"
        context.findings.note(UNREAD_VALUE, line, message, "write `(due 2026-03-31)` if it has to be done then")
    length = _LENGTH_BEHIND_COMMA.search(title)
    words = length["length"] if length else ""
    read = read_length(words, context.calendar) if words else None
    if read and read.end == len(words):
        message = f"`{words}` at the end is read as a part of the name"
        context.findings.note(UNREAD_VALUE, line, message, f"write `({words})` if it is how long the task takes")

# Dependencies are written as a list, as a range, or in prose. Numbers in prose are mostly something else (`Python
# 3.11`), so the text before a number decides whether it is a reference: after "Task" any number is one; in a list a
# number that looks like an id of this plan; after "from" an id that the plan has; and elsewhere in prose only an id
# that cannot be mistaken for a number (`T001`).
"""References to tasks and phases in an author's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.model import PhaseRef, Reference, TaskId

from ..patterns import when_used
from ..profiles import NUMBERS_IN_WORDS, ReferenceMeaning, alternatives, any_of, phrases, table
from .lags import without_lags
from .placeholders import is_placeholder
from .vocabulary import Vocabulary, core, normalized


def is_nothing(text: str) -> bool:
    """Whether a value says that there is none: `N/A`, `None`, `keine`."""
    return core(normalized(text)) in _NOTHING


class References(Struct, frozen=True):
    """The references in a text, in its order and each once.

    `ids` are the tasks and the whole phases of the plan; `unresolved` are clear references to what the plan does not
    have; `nothing` says that the author wrote "None".
    """

    ids: tuple[Reference, ...]
    unresolved: tuple[Reference, ...]
    nothing: bool


_NO_REFERENCES = References((), (), nothing=False)


_VOCABULARY = Vocabulary(table(lambda profile: profile.references.words))
_NAMING = ("task", "phase", "stage")
# `Phase Two`, `Phase B`
_NUMBER = when_used(r"[0-9]+(?:\.[0-9]+)*")
_LETTER_ALONE = when_used(r"[A-Z]|[IVX]{1,4}")
# `NA-12` is an id.
_GOES_ON = when_used(r"-\d")
# Phrases for "nothing", and whether another word may follow: not in `no access before Task 1.1`.
_NOTHING = Vocabulary(
    {
        True: phrases(lambda profile: profile.references.nothing),
        False: phrases(lambda profile: profile.references.nothing_alone),
    }
)
# `None except Task 1.1`, `None until Phase 2 is done`
_BUT = when_used(rf"\b(?:{alternatives(lambda profile: profile.references.but)})\b", re.IGNORECASE)
_WORD = when_used(r"[^\W_]")
_WORD_NEXT = when_used(r" ?[^\W_]")
_ONLY_DASHES = when_used(r"[-–—∅⌀]+\.?")
# Words that may follow a bare number in a list, besides signs: they are said of tasks, never of amounts.
_SAID_OF_TASKS = Vocabulary({True: phrases(lambda profile: profile.references.said_of_tasks)})

_TOKEN = when_used(
    r"(?P<id>(?:[A-Za-z]*+[0-9][A-Za-z0-9]*+|[A-Za-z]++[_-][A-Za-z0-9]++)(?:[._-][A-Za-z0-9]++)*+)"
    r"|(?P<word>[^\W\d_]++)|(?P<open>\()|(?P<close>\))|(?P<list>->|[,&+|/→])|(?P<dash>-+|[–—~]|\.{2,}|…)"
    r"|(?P<end>[.!?;。])|(?P<colon>:)|(?P<sign>\S)"
)
# An id glued to one of these is a price, a version, an address or a path.
_NEVER_BEFORE = frozenset("$€£=@<>^\\")
# Nobody lists more tasks than this instead of a phase. If each task of a large plan waited for all others, reading
# would take minutes.
_LONGEST_RANGE = 200
_WORDS = table(lambda profile: profile.references.words)
_FIRST_CJK = "\u3040"
_CJK = f"{_FIRST_CJK}-\u9fff\uac00-\ud7af"
_PHASE_WORDS = any_of(_WORDS["phase"])
# `1단계`, `第2阶段`, `2. Aşama`: the number stands before the word.
_NUMBER_FIRST = when_used(
    rf"(?<![\w.])第?\s?(?P<number>\d{{1,3}})(?:\.\s+|\s?(?=(?-i:[{_CJK}])))(?P<word>{_PHASE_WORDS})"
    rf"(?!\s*\d|(?-i:[^\W{_CJK}]))",
    re.IGNORECASE,
)
# Whether such a text is possible: quick to ask, while a pattern with words takes long to compile.
_MAY_BE_NUMBER_FIRST = compiled(r"\d(?:\.\s|\s?[^\x00-\x7f])")
# `阶段 1和阶段 2`: no space ends the number.
_GLUED_AND = when_used(rf"(?<=\d)\s?(?:{any_of(word for word in _WORDS['and'] if word > _FIRST_CJK)})\s?(?=[\d{_CJK}])")
# Longer words are no ids, and not worth splitting into ranges.
_LONGEST_ID = 60
# Signs that change nothing: what follows them counts as it would without.
_QUIET = frozenset("#[]\"'“”«»")
# Sorts of tokens, and signs, before which an item of a list may end.
_CLOSING = frozenset(("end", "list", "open", "close", "colon", *_QUIET))
# `1.1-1.3`
_TWO_NUMBERS = when_used(r"(\d[\d.]*[A-Za-z]?)-(\d[\d.]*[A-Za-z]?)")
# `Phase2`, `task-1.1`
_JOINED = when_used(r"([^\W\d_]+)[-_.]?(\d.*)")
_LETTER = when_used("[A-Za-z]")
_FIGURE = when_used("[0-9]")
_LAST_NUMBER = when_used(r"\d+$")
_LETTERS = when_used(r"[^\W\d_]+")
_FIGURES = when_used("[0-9]+")


def _shape(name: str) -> str:
    """The shape of an id: letters as `A`, figures as `9`."""
    return _FIGURES.sub("9", _LETTERS.sub("A", name))


def _natural_sort_key(number: str) -> list[tuple[int, str]]:
    """A sort key for the order `2`, `2.5`, `2a`, `10`. Figures stay text, because there may be thousands of them."""
    parts = re.findall(r"[0-9]+|[^\W\d_]+", number.casefold())
    return [(len(part.lstrip("0")), part.lstrip("0")) if part[0].isdecimal() else (-1, part) for part in parts]


class ReferenceIndex:
    """Finds references to the tasks and phases of one plan. Make one for each plan."""

    def __init__(self, tasks: Sequence[TaskId], phases: Collection[PhaseRef]) -> None:
        """`tasks` are in the order of the text. Phases without a number cannot be referred to."""
        self._tasks = tuple(tasks)
        self._places: dict[str, int] = {}
        for place, task in enumerate(self._tasks):
            if task.written:
                self._places.setdefault(task.written.casefold(), place)
        self._phases = sorted(
            (phase for phase in phases if phase.number), key=lambda phase: _natural_sort_key(phase.name)
        )
        self._phase_places: dict[str, int] = {}
        for place, phase in enumerate(self._phases):
            self._phase_places.setdefault((phase.number or "").casefold(), place)
        self._position: dict[Reference, int] = {task: place for place, task in enumerate(self._tasks)}
        self._position |= {phase: place for place, phase in enumerate(self._phases)}
        self._known: dict[str, References] = {}  # many tasks wait for the same

    @cached_property
    def _shapes(self) -> frozenset[str]:
        """The shapes of the ids of the plan. They are computed only when a text names something that the plan does not
        have."""
        return frozenset(_shape(task.written) for task in self._tasks if task.written)

    def read(self, text: str) -> References:
        """What a text refers to; see `References`."""
        if text not in self._known:
            self._known[text] = self._one_task(text) or self._references(text)
        return self._known[text]

    def _one_task(self, text: str) -> References | None:
        """The reference in a text such as `Task 1.1`, as most are: a word and a number that the plan has. `None` for
        all other texts."""
        word, _space, number = text.partition(" ")
        task = self.task(number) if _NUMBER.fullmatch(number) else None
        return References((task,), (), nothing=False) if task and _VOCABULARY.meaning(word) == "task" else None

    def _references(self, text: str) -> References:
        """The references in any text. What says "nothing" is looked for first."""
        text = normalized(without_lags(text)[0])  # kinds of links are in capitals
        if not text.isascii():
            text = _GLUED_AND.sub(", ", text)
        if _MAY_BE_NUMBER_FIRST.search(text):
            text = _NUMBER_FIRST.sub(r"\g<word> \g<number>", text)
        if not text or is_placeholder(text):
            return _NO_REFERENCES
        if _ONLY_DASHES.fullmatch(text):
            return References((), (), nothing=True)
        start = _WORD.search(text)
        none = _NOTHING.at(text, start.start()) if start else None
        if none is not None and _GOES_ON.match(text, none[1]):
            none = None
        if none is None or not (none[0] or not _WORD_NEXT.match(text, none[1])):
            return _ReferenceReader(self, text).references()
        but = _BUT.search(text, none[1])
        exceptions = _ReferenceReader(self, text[but.end() :]).references() if but else _NO_REFERENCES
        return exceptions if exceptions.ids or exceptions.unresolved else References((), (), nothing=True)

    def task(self, name: str) -> TaskId | None:
        """The task of this id; of several the first."""
        place = self._places.get(name.casefold())
        return None if place is None else self._tasks[place]

    def phase(self, number: str) -> PhaseRef | None:
        """The phase of this number; of several the first."""
        place = self._phase_places.get(number.casefold())
        return None if place is None else self._phases[place]

    def looks_like_a_task(self, name: str) -> bool:
        """Whether the plan has ids of this shape."""
        return _shape(name) in self._shapes

    def between(self, first: Reference, last: Reference) -> Sequence[Reference]:
        """A range of tasks, or of phases, with both ends; both must be references of the plan, of the same kind."""
        of_kind: Sequence[Reference] = self._phases if isinstance(first, PhaseRef) else self._tasks
        start, end = sorted((self._position[first], self._position[last]))
        return of_kind[start : end + 1]


class _Expect(Enum):
    """What counts as a reference at a place of the text."""

    PROSE = auto()  # only an id that no number is mistaken for
    KNOWN = auto()  # after "from" and the like: an id of the plan
    LIST = auto()  # alone between separators: what looks like an id of the plan
    NAMED = auto()  # after "Task" or "Phase": anything


class _Cursor(Struct):
    """The state of the reader at a place of the text."""

    expect: _Expect = _Expect.LIST
    kind: ReferenceMeaning | None = None  # of the list's references
    negated: bool = False  # after "not": "after" and "before" mean the opposite
    is_denied: bool = False  # right behind "not" or "instead of": what is named is not waited for
    is_elsewhere: bool = False  # after "in parallel with", "before": what is named is nothing to wait for
    is_version: bool = False  # a number was passed over in prose, so the next of its list is none, either


class _Token(Struct, frozen=True):
    """A token of the text. `closes` says that an item of a list may end before it."""

    sort: str
    text: str
    start: int
    meaning: ReferenceMeaning | None
    closes: bool


def _tokens(text: str) -> list[_Token]:
    """The tokens of a text, with one for its end."""
    tokens = [_Token("end", "", len(text), None, closes=True)]
    for match in reversed(list(_TOKEN.finditer(text))):
        sort, piece = str(match.lastgroup), match[0]
        meaning = _VOCABULARY.meaning(piece) if sort == "word" else None
        following = tokens[-1]
        if sort == "dash" or piece == "/" or meaning in ("and", "to"):
            # In `1.5 to 2 days` neither number is an item, nor in `A2/A3 hold the payments up`.
            closes = following.sort != "id" or tokens[-2].closes
        else:
            closes = sort in _CLOSING or piece in _CLOSING or piece in _SAID_OF_TASKS
        tokens.append(_Token(sort, piece, match.start(), meaning, closes))
    return tokens[::-1]


class _ReferenceReader:
    """Reads one text, token by token."""

    def __init__(self, index: ReferenceIndex, text: str) -> None:
        self._index = index
        self._text = text
        self._cursor = _Cursor()
        self._outer: list[_Cursor] = []  # the places before each open parenthesis
        self._last: Reference | None = None  # the reference just read, which a range may begin with
        self._range: Reference | None = None  # the start of the range whose end is read now
        self._ids: dict[Reference, None] = {}
        self._unresolved: dict[Reference, None] = {}

    def references(self) -> References:
        tokens = _tokens(self._text)
        for token, following in pairwise(tokens):
            last, self._last = self._last, None
            match token.sort:
                case "id":
                    self._id(token, closed=following.closes)
                case "word":
                    self._word(token, last)
                case "dash":
                    self._begin_range(last)
                case _:
                    self._sign(token, last)
        return References(tuple(self._ids), tuple(self._unresolved), nothing=False)

    def _word(self, token: _Token, last: Reference | None) -> None:
        """A word tells what is expected behind it; `last` is a reference right before it."""
        cursor, meaning = self._cursor, token.meaning
        if self._phase_in_words(token.text):
            return
        if meaning not in ("not", "of", "and", "filler", *_NAMING):
            cursor.is_denied = False
        is_stage = meaning == "stage" and cursor.expect in (_Expect.LIST, _Expect.KNOWN)
        if is_stage or meaning in ("task", "phase"):
            cursor.kind, cursor.expect = meaning, _Expect.NAMED
            cursor.is_version = cursor.is_version and is_stage
            return
        match meaning:
            case "lead" | "elsewhere" | "until":
                self._lead(meaning)
            case "of" if not cursor.is_elsewhere:
                cursor.expect = _Expect.KNOWN
            case "not":
                cursor.negated = cursor.is_denied = True
            case "to" if last:
                self._begin_range(last)
            case "and":
                self._next_item()
            case "filler":
                self._last = last
            case _:
                cursor.expect, cursor.kind, self._range = _Expect.PROSE, None, None

    def _lead(self, meaning: ReferenceMeaning) -> None:
        """Behind "after" stands what is waited for, behind "before" what is not. "Not" reverses both; "until" stays."""
        is_elsewhere = meaning != "until" and (meaning == "elsewhere") != self._cursor.negated
        self._cursor = _Cursor(_Expect.PROSE if is_elsewhere else _Expect.KNOWN, is_elsewhere=is_elsewhere)
        self._range = None

    def _phase_in_words(self, word: str) -> bool:
        """Read the letter or word behind "Phase" as its number; `False` if it is none."""
        cursor, number = self._cursor, NUMBERS_IN_WORDS.get(word.casefold())
        is_expected = cursor.kind in ("phase", "stage") and cursor.expect is _Expect.NAMED
        if not is_expected or (number is None and not _LETTER_ALONE.fullmatch(word)):
            return False
        name = word if number is None else str(number)
        reference = self._index.phase(name)
        if reference is None and (cursor.kind == "stage" or number is not None or word == "I"):
            return False
        if not (cursor.is_elsewhere or cursor.is_denied):
            (self._ids if reference else self._unresolved)[reference or PhaseRef(name)] = None
        cursor.expect, self._range, self._last = _Expect.LIST, None, reference
        return True

    def _begin_range(self, last: Reference | None) -> None:
        """A dash after a reference begins a range. Elsewhere it is a bullet, or does not matter."""
        if last:
            self._range, self._cursor.expect = last, _Expect.LIST

    def _next_item(self) -> None:
        """Go on to the next item of a list."""
        cursor = self._cursor
        cursor.expect = _Expect.PROSE if cursor.is_version or cursor.is_elsewhere else _Expect.LIST
        self._range = None

    def _sign(self, token: _Token, last: Reference | None) -> None:
        """A sign separates items, ends a sentence, or begins or ends parentheses; others are prose."""
        match token.sort:
            case "list" if token.text != "/" or last:  # `docs/1.1` is a path
                self._cursor.is_denied = False
                self._next_item()
            case "end":
                self._cursor, self._range = _Cursor(), None
            case "open":
                self._outer.append(self._cursor)
                # What stands in parentheses explains, unless all the text is in them.
                self._cursor = _Cursor(_Expect.PROSE if token.start else _Expect.LIST)
            case "close" if self._outer:
                self._cursor = self._outer.pop()
            case "sign" if token.text not in _QUIET:
                self._cursor.expect = _Expect.PROSE

    def _id(self, token: _Token, *, closed: bool) -> None:
        """Note the references that an id or number makes, if it counts as one; `closed` says that its item may end
        behind it."""
        cursor, before = self._cursor, self._text[token.start - 1 : token.start]
        name = self._after_keyword(token.text)
        known, unknown = self._resolved(name) if len(name) <= _LONGEST_ID and before not in _NEVER_BEFORE else ([], [])
        if not self._counts(name, closed=closed, known=bool(known)):
            cursor.is_version = cursor.expect in (_Expect.PROSE, _Expect.KNOWN) and not _LETTER.search(name)
            cursor.expect, self._range = _Expect.PROSE, None
            return
        if not (cursor.is_elsewhere or cursor.is_denied):
            self._ids.update(dict.fromkeys(known))
            if before != "#":  # `#12` is an issue as often as a task
                self._unresolved.update(dict.fromkeys(unknown))
        cursor.expect, self._range = _Expect.LIST, None
        self._last = known[-1] if known and not unknown else None

    def _after_keyword(self, name: str) -> str:
        """The number of `Phase2` or `task-1.1`, unless the plan has such ids; the keyword counts as one."""
        joined = _JOINED.fullmatch(name) if len(name) <= _LONGEST_ID else None
        meaning = _VOCABULARY.meaning(joined[1]) if joined else None
        if joined is None or meaning not in _NAMING or self._index.looks_like_a_task(name):
            return name
        self._cursor.kind, self._cursor.expect = meaning, _Expect.NAMED
        return joined[2]

    def _counts(self, name: str, *, closed: bool, known: bool) -> bool:
        """Whether a name counts as a reference at this place of the text; `known` says that the plan has it."""
        unmistakable = known and _LETTER.search(name) is not None and _FIGURE.search(name) is not None
        match self._cursor.expect:
            case _Expect.NAMED:
                return True
            case _Expect.LIST:
                return closed or unmistakable
            case _Expect.KNOWN:
                return known and (closed or not name.isdecimal())
            case _Expect.PROSE:
                return unmistakable

    def _resolved(self, name: str) -> tuple[Sequence[Reference], list[Reference]]:
        """The references with this name, which may be a range or the end of one, and those that the plan does not
        have."""
        if reference := self._reference(name) or (self._range and self._shortened(self._range, name)):
            start = self._range
            if start and type(start) is type(reference):
                return self._range_of(start, reference, name)
            return [reference], []
        for hyphen in re.finditer("-", name):
            first = self._reference(name[: hyphen.start()])
            end = name[hyphen.end() :]
            if first and (last := self._reference(end) or self._shortened(first, end)):
                return self._range_of(first, last, name)
        halves = _TWO_NUMBERS.fullmatch(name)
        ends = halves.groups() if halves else (name,)
        known = [reference for end in ends if (reference := self._reference(end))]
        return known, [self._missing(end) for end in ends if not self._reference(end) and self._is_missed(end)]

    def _range_of(self, first: Reference, last: Reference, name: str) -> tuple[Sequence[Reference], list[Reference]]:
        """The range between two references. A range that is too long counts as not in the plan."""
        between = self._index.between(first, last)
        return (between, []) if len(between) <= _LONGEST_RANGE else ([], [self._missing(name)])

    def _reference(self, name: str) -> Reference | None:
        """What the plan has of this name, of the kind that is expected; further on in a list of phases a task, too."""
        kind = self._cursor.kind
        task = self._index.task(name)
        if kind not in ("phase", "stage"):
            return task
        named_phase = kind == "phase" and self._cursor.expect is _Expect.NAMED
        return self._index.phase(name) or (None if named_phase else task)

    def _shortened(self, first: Reference, end: str) -> TaskId | None:
        """The end of a range that repeats only the last number: `T001-004`, `1.1-3`."""
        if isinstance(first, PhaseRef) or first.written is None:
            return None
        return self._index.task(_LAST_NUMBER.sub("", first.written) + end)

    def _is_missed(self, name: str) -> bool:
        """Whether a name that the plan does not have is clearly meant as a reference."""
        is_named = self._cursor.kind in ("task", "phase") and _FIGURE.search(name) is not None
        return is_named or (self._cursor.kind is None and self._index.looks_like_a_task(name))

    def _missing(self, name: str) -> Reference:
        return PhaseRef(name) if self._cursor.kind == "phase" else TaskId(name)

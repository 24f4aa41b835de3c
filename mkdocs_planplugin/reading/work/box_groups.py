# What a box is depends on where it stands. Boxes below the same names are one group, which has one role.
"""The boxes of a document in groups, with the names above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import BEGUN, State

from ..document import PLAIN_LABELS, Document, Section
from ..labels import announces_work, labelled_values, names_files
from ..list_items import box_mark, boxes_behind_items, is_line_of_words, item_text
from ..patterns import when_used
from ..profiles import BOX_STATES, Role, alternatives
from ..remembered import remembered
from ..values import is_state, read_heading_state
from .names import meaning_of, names_a_list, names_dependencies, without_word_for_work

_CONTAINER, _HEADING, _LIST, _PARAGRAPH = BlockKind.CONTAINER, BlockKind.HEADING, BlockKind.LIST, BlockKind.PARAGRAPH
_ENDS_WITH_COLON = when_used(r"[:：]\s*(?:\*\*|__|[*_])?\s*$")
_EXPLAINS = when_used(rf"(?:{alternatives(lambda profile: profile.roles.explains)})(?![\w(])")
_BOLD_LINE = when_used(r"(?:\*\*|__)[^*\n]{1,90}(?:\*\*|__)[^\w\n]*$")


class BoxName(Struct, frozen=True):
    """A heading, label, line or item that stands above boxes."""

    words: str
    line: int


class BoxGroup(Struct, eq=False):
    """Boxes below the same names, the innermost first. Boxes above a box are not among its names. `section` is where
    they stand. `role` is set when all groups are known, `state` is what the innermost name says of open boxes."""

    names: Sequence[BoxName]
    section: Section
    in_task: bool  # some of the names stand below the box of a task
    boxes: list[Block] = []
    ticked: int = 0
    role: Role = "work"
    state: State | None = None


def box_groups(document: Document) -> list[BoxGroup]:
    """The boxes of a document, in the order of the text. The title of the document is not among their names."""
    groups: list[BoxGroup] = []
    if not document.has_boxes:
        return groups
    for names, section, box, mark, in_task in _boxes_in(document, document.root, ()):
        last = groups[-1] if groups else None
        if last is None or last.names != names or last.in_task != in_task:
            groups.append(BoxGroup(names, section, in_task, state=_state_of_list(names[0].words) if names else None))
        groups[-1].boxes.append(box)
        groups[-1].ticked += BOX_STATES.get(mark) in BEGUN  # their boxes count as ticked
    return groups


# What a Status, or the name of a list, may say of a task whose box is open.
OF_OPEN_BOXES = (State.IN_PROGRESS, State.BLOCKED, State.DEFERRED, State.CANCELLED)

_END_OF_SENTENCE = when_used(r"(?<=[.!?])\s+")
_Names = tuple[BoxName, ...]
_Found = tuple[_Names, Section, Block, str, bool]


@remembered(2048)  # the same few names stand above most lists
def _state_of_list(name: str) -> State | None:
    """The state that the name of a list gives its open boxes: `Cancelled`, `Deferred tasks`. `Done` should hold
    none."""
    words = without_word_for_work(name)
    state = read_heading_state(words)
    return state if state in OF_OPEN_BOXES or (state is State.DONE and is_state(words)) else None


def _boxes_in(document: Document, section: Section, names: _Names) -> Iterator[_Found]:
    if section.level and section is not document.title:
        names = (BoxName(section.title, section.line), *names)
    if any(block.kind is _LIST or block.kind is _CONTAINER for block in section.blocks):
        yield from _boxes_among(document, section.blocks, names, section)
    for below in section.sections:
        yield from _boxes_in(document, below, names)


def _boxes_among(
    document: Document, blocks: Iterable[Block], names: _Names, section: Section, *, of_task: int | None = None
) -> Iterator[_Found]:
    """The boxes among these blocks. A label applies up to the next one, a line only to the list directly below it."""
    label: _Names = ()
    line: _Names = ()
    for block in blocks:
        if block.kind is _PARAGRAPH:
            new_label, line = _names_in(document, block)
            label = () if announces_work(block) else new_label or label
        elif block.kind is _LIST:
            above = (*line, *label, *names)
            behind = frozenset(boxes_behind_items(block) if any(map(_is_beside_work, (*line, *label))) else ())
            for item in block.children:
                if is_line_of_words(item):
                    continue
                yield from _boxes_of(document, item, names if item in behind else above, section, of_task=of_task)
            # Lists that follow the one of the files are work again, and so are those behind boxes that are work.
            label, line = (
                () if name and (names_files(name[0].words) or (behind and _is_beside_work(name[0]))) else name
                for name in (label, line)
            )
        elif block.kind is _CONTAINER:
            yield from _boxes_among(document, block.children, (*line, *label, *names), section, of_task=of_task)
        elif block.kind is _HEADING:  # one inside a container
            names, label, line = (BoxName(document.words(block.text), block.line), *names), (), ()


def is_legend(boxes: Sequence[Block]) -> bool:
    """Whether these boxes only say what their marks mean: each has behind it a word that explains, or nothing but a
    state. One box with a state alone may be anything."""
    texts = (item_text(box) for box in boxes)
    return all(_EXPLAINS.match(text.casefold()) or (is_state(text) and len(boxes) > 1) for text in texts)


def _is_beside_work(name: BoxName) -> bool:
    """Whether a name is that of a list of files or of what must be there first; the work may stand in the same list."""
    return names_files(name.words) or names_dependencies(name.words)


def _names_in(document: Document, paragraph: Block) -> tuple[_Names, _Names]:
    """The last label of a paragraph, and its last line, if that announces a list."""
    last = paragraph.lines[-1]
    last_line = paragraph.line + len(paragraph.lines) - 1
    announces = _ENDS_WITH_COLON.search(last) is not None
    values = list(labelled_values(paragraph, PLAIN_LABELS))
    if values:
        value = values[-1]
        is_line = announces and bool(value.value) and value.line != last_line
        line = (BoxName(document.words(last), last_line),) if is_line else ()
        # What a task waits for, its files or its risk may stand in one line: then the list below is another.
        is_attribute = bool(value.value) and (
            names_files(value.label)
            or names_dependencies(value.label)
            or (meaning_of(value.label) == "aside" and not announces)
        )
        return () if is_attribute else (BoxName(value.label, value.line),), line
    if announces or _BOLD_LINE.match(last.strip()) or names_a_list(paragraph.text):
        return (), (BoxName(_naming_sentence(document.words(last)), last_line),)
    return (), ()


def _naming_sentence(line: str) -> str:
    """The sentence of a line that says what the list below it is (`Device checks. Stop if one fails:`), else all of
    it."""
    sentences = _END_OF_SENTENCE.split(line)
    return next((sentence for sentence in sentences if meaning_of(sentence)), line) if len(sentences) > 1 else line


def _boxes_of(
    document: Document, item: Block, names: _Names, section: Section, *, of_task: int | None
) -> Iterator[_Found]:
    mark = box_mark(item)
    if mark is not None:
        yield names, section, item, mark, of_task is not None and len(names) > of_task
    names_above = names
    if not any(block.kind is _LIST or block.kind is _CONTAINER for block in item.children):
        return
    first = item.children[0]
    rest = item.children[1:] if first.kind is _PARAGRAPH else item.children
    if mark is None:
        names = (BoxName(document.words(item_text(item)).split("\n", 1)[0], item.line), *names)
    if first.kind is _PARAGRAPH and len(first.lines) > 1:
        names = (*_late_label(document, first), *names)
    yield from _boxes_among(document, rest, names, section, of_task=of_task if mark is None else len(names_above))


def _late_label(document: Document, paragraph: Block) -> _Names:
    """The label in the last line of an item's text. It applies to the list below it."""
    last = paragraph.lines[-1]
    if not _ENDS_WITH_COLON.search(last):
        return ()
    return (BoxName(document.words(last), paragraph.line + len(paragraph.lines) - 1),)

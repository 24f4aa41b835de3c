# Plans say most of what they say in lines of the form `**Label:** value`. Labels are compared by their key, so that the
# many ways to write one (`**Status**:`, `- Status :`, `*Status:*`) are one.
"""Labelled values in the text of paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import zip_longest

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block, plain

from .profiles import HEADER_LABELS, WORK_NAMES, phrase_set
from .remembered import remembered

# What a line with a label in bold type begins with: its mark, or a bullet before it.
_BEGINS = ("*", "_", "-", "+", "•")
_BOLD = compiled(
    r"(?:[-*+•][ ]+)?(?P<mark>\*\*|__|\*|_)(?P<label>[^*_\n][^*\n]{0,78}?)"
    r"(?:[ ]*[:：][ ]*(?P=mark)|(?P=mark)[ ]*[:：])(?P<value>.*)$",
    re.DOTALL,
)
# The same as nearly all are written, `**Label:** value`, where it is seen at once where the label ends.
_USUAL_BOLD = compiled(r"\*\*(?P<label>[^*_:：\n]{1,79}+)(?<! ):\*\*(?P<value>.*)$", re.DOTALL)
_BOLD_ALONE = compiled(r"(?P<mark>\*\*|__)(?P<label>[^*_\n][^*\n]{0,78})(?P=mark)[ ]*[:：]?(?P<value>)$")
_ITALIC_ALONE = compiled(r"(?P<mark>[*_])(?P<label>[^\W\d_][^*_\n]{0,38})(?P=mark)[ ]*(?P<value>)$")
# Without bold type: the line as it is, or all of it in italics; without the spaces at its end.
_PLAIN = compiled(
    r"(?P<mark>[_*]?)(?P<label>[^\W\d_][\w /&()'-]{0,38}?)[ ]*(?::(?=[ _*]|$)|：)[ ]*(?P<value>\S.*?)?(?P=mark)$",
    re.DOTALL,
)
# All of it in bold type: `**Status: Done** ✓`.
_ALL_BOLD = compiled(
    r"(?P<mark>\*\*|__)(?P<label>[^\W\d_][\w /&()'-]{0,38}?)[ ]*[:：][ ]*(?P<value>[^\s*_][^*\n]*?)(?P=mark)\W*$"
)
# What may stand between fields that share a line. After a weak one only a known label begins another field.
_STRONG, _WEAK = "strong", "weak"
_BETWEEN_FIELDS = compiled(  # with a set of characters to begin with: a search skips what is not in it at once
    rf"[|·•‧\n<,;. –—-](?:(?P<{_STRONG}>(?<=[|·•‧\n])|(?<=<)br ?/?>)"
    rf"|(?P<{_WEAK}>(?<=[,;.])(?=[ ])|(?<=[ ][–—-])(?=[ ])|(?<=[^\s|·•‧,;–—>-][ ])(?=\*\*|__)))"
)
_NOT_IN_KEYS = compiled(r"(?:[^\w/&()' -]|_)+")
_FILES = phrase_set(lambda profile: profile.roles.files)


class LabelledValue(Struct, frozen=True):
    """`**Label:** value`. The value is Markdown; it may be empty or have several lines."""

    label: str
    value: str
    line: int


class _AnyLabel(Container[str]):
    def __contains__(self, _label: object) -> bool:
        return True


ANY_LABEL = _AnyLabel()  # known labels, where every `Label: value` line counts


@remembered(4096)  # the same few labels stand at every task of every plan
def label_key(label: str) -> str:
    """A label in the form in which labels are compared: in small letters, without signs and without punctuation at its
    ends."""
    return " ".join(_NOT_IN_KEYS.sub(" ", label.replace("İ", "i")).casefold().split())


@remembered(2048)  # the same few names stand above most lists
def names_files(label: str) -> bool:
    """Whether a label announces a list of files. Such a list is no work, even if it has boxes."""
    return _FILES.fits(label_key(label))


def announces_work(paragraph: Block) -> bool:
    """Whether a paragraph only says that tasks follow (`Work items:`): so what a label above it says is at its end."""
    return paragraph.text.endswith((":", "：")) and label_key(paragraph.text) in WORK_NAMES


def labelled_values(paragraph: Block, known: Container[str] = (), *, start: int = 0) -> Iterator[LabelledValue]:
    """The `**Label:** value` lines of a paragraph, from its line `start` on.

    Labels without bold type count if their keys are `known`. Other lines belong to the value above. A paragraph that
    begins with another line has no values.
    """
    label, line = "", 0
    lines: list[str] = []
    for offset, text in enumerate(paragraph.lines[start:], start):
        match = _bold_value(text) or _plain_label(text, known) or _bold_alone(text)
        if match:
            if label:
                yield _labelled(label, lines, line)
            value = _value_of(match)
            label, lines, line = match["label"].strip(), [value], paragraph.line + offset
        elif label:
            lines.append(text)
        else:
            return
    if label:
        yield _labelled(label, lines, line)


def labelled_value(text: str, line: int, known: Container[str] = ()) -> LabelledValue | None:
    """The labelled value in the text of a list item. A label without bold type counts if it is `known`."""
    match = _bold_value(text) or _plain_label(text, known)
    if match is None:
        return None
    return LabelledValue(_label_words(match["label"]), _value_of(match), line)


def fields(labelled: LabelledValue, known: Container[str]) -> Iterable[LabelledValue]:
    """The fields on one line: `**Status:** Draft · **Owner:** Ana`, `Status: Draft | Owner: Ana, Due: May`."""
    value = labelled.value
    if ":" not in value and "：" not in value:  # most
        return (labelled,)
    return _fields(labelled, value, known)


def _fields(labelled: LabelledValue, value: str, known: Container[str]) -> Iterator[LabelledValue]:
    label, start = labelled.label, 0
    depth, counted = 0, 0  # of parentheses, up to this place
    ends = list(_BETWEEN_FIELDS.finditer(value))
    for sign, after in zip_longest(ends, ends[1:]):
        depth += value.count("(", counted, sign.start()) - value.count(")", counted, sign.start())
        counted = sign.start()
        if depth > 0:
            continue
        piece = value[sign.end() : after.start() if after else len(value)].strip()
        begun = labelled_value(piece, labelled.line, ANY_LABEL if sign[_STRONG] is not None else known)
        if begun is None or (sign[_WEAK] is not None and label_key(begun.label) not in known):
            continue
        yield LabelledValue(label, value[start : sign.start()].strip(), labelled.line)
        label, start = begun.label, sign.end() + value[sign.end() :].index(piece) + len(piece) - len(begun.value)
    yield LabelledValue(label, value[start:].strip(), labelled.line)


def without_label(text: str) -> str:
    """A piece of Markdown without the label in bold type at its beginning, if it has one."""
    match = _bold_value(text)
    return match["value"].strip() if match else text


def begins_with_label(text: str) -> bool:
    """Whether a line begins with a label in bold type."""
    return _bold_value(text) is not None


@remembered(1024)  # each labelled line is asked for by several steps, and many plans have the same
def _bold_value(text: str) -> re.Match[str] | None:
    return _USUAL_BOLD.match(text) or _BOLD.match(text) if text.startswith(_BEGINS) else None


def _bold_alone(text: str) -> re.Match[str] | None:
    return _BOLD_ALONE.match(text) if text.startswith(_BEGINS) else None


def _plain_label(text: str, known: Container[str]) -> re.Match[str] | None:
    has_colon, is_marked = ":" in text or "：" in text, text.startswith(("*", "_"))
    if not (has_colon or is_marked) or known == ():  # most lines are words
        return None
    match = _PLAIN.match(text.rstrip(" ")) if has_colon else None
    if match is None and has_colon and is_marked and (match := _ALL_BOLD.match(text)):
        known = HEADER_LABELS if known is ANY_LABEL else known  # `**Dig: the hole**` is a name
    match = match or (_ITALIC_ALONE.match(text) if is_marked else None)
    if match is None:
        return None
    is_known = label_key(match["label"]) in known or (not _value_of(match) and names_files(match["label"]))
    return match if is_known else None


def _value_of(match: re.Match[str]) -> str:
    """What stands behind a label; empty for a label alone."""
    return (match["value"] or "").strip()


def _labelled(label: str, lines: list[str], line: int) -> LabelledValue:
    return LabelledValue(_label_words(label), "\n".join(lines).strip(), line)


_label_words = remembered(4096)(plain)

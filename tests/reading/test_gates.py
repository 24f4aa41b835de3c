"""What is looked for before a pattern is searched for, and patterns that are written to be searched for quickly: they
find what the plain ones find."""

import re
import sys
import unicodedata
from contextlib import ExitStack
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_planplugin.gfm import read_outline
from mkdocs_planplugin.model import Calendar, State
from mkdocs_planplugin.reading import labels, patterns, read
from mkdocs_planplugin.reading.context import ReadingContext
from mkdocs_planplugin.reading.document import Document
from mkdocs_planplugin.reading.profiles import PhraseFinder, WordCount, phrases, word_count
from mkdocs_planplugin.reading.profiles.phrases import anywhere
from mkdocs_planplugin.reading.values import dates, placeholders
from mkdocs_planplugin.reading.work import names, tasks, title_values

read("# Plan\n\n- [ ] Dig\n")  # loads the modules that read plans
GATED = {
    value: f"{module}.{name}"
    for module in sorted(sys.modules)
    if module.startswith("mkdocs_planplugin.reading.")
    for name, value in vars(sys.modules[module]).items()
    if isinstance(value, patterns._Gated)
}
ADDRESS = phrases(lambda profile: profile.detection.address)

SPOT = (
    r"""(?<![\w!\[\]"'/])\[(?P<square>[^\[\]]*+)\](?![(\[\]"]|/\w|:\s+[\w<:-]*+[./#]\S*+\s*(?:$|["'(]))"""
    r"""|(?<![\w<\\"'/])<(?P<angle>[^\W\d_][\w '/-]*+)>"""
    r"|(?<![\w{/$%#])\{\{? ?(?P<brace>[^\W\d_][\w '/-]*+)\}?\}(?![\w}/])"
)

# Patterns that begin with a set of characters, and the same written plainly.
PLAIN = [
    (title_values._MAY_HOLD_VALUES, r"[\d(@:\[–—⛔🆔\U0001f300-\U0001f6ff\u23e9-\u23f3]|\s-\s"),
    (title_values._MAY_BE_BEHIND, r"[(~≈]|\.\s|\s[–—-]{1,3}\s|[,;|·]\s|[\])}）\d][ .,;]*$|[!>^@]\d"),
    (names._SECTION_NUMBER, r"(?:\d+(?:\.\d+)*\s*)+"),
    (placeholders._SPOT, SPOT),
]
BETWEEN_FIELDS = re.compile(
    r"(?P<strong>[|·•‧\n]|<br ?/?>)"
    r"|(?P<weak>[,;.](?=[ ])|(?<=[ ])[–—-](?=[ ])|(?<=[^\s|·•‧,;–—>-][ ])(?=\*\*|__))"
)
TEXTS = st.lists(
    st.sampled_from([*"ab1. ,;:|·•‧–—-()[]<>{}@~≈!^*_/\"'\n＃）", "**", "__", "<br>", "<br />", " - ", "due"]),
    max_size=12,
).map("".join)

# What is asked of a title before anything is searched for in it, and the same without asking.
NOT_ASKED = (
    (tasks, "_ONLY_WORDS", re.compile("(?!)")),
    (title_values, "_MAY_HOLD_VALUES", re.compile("")),
    (title_values, "_MAY_BE_SIGNED", re.compile("")),
    (title_values, "_MAY_BE_APART", re.compile("")),
    (dates, "_DIGIT", re.compile("")),
)
IN_TITLES = (
    "Dig", "the hole", "près", "完成", "заблокировано", "Done", "WIP", "BLOCKED", "TODO", "Task", "Step", "A", "B2", "T-1", "Task 1.2:", "Task 3", "1.", "P",
    "by", "due", "due:", "Owner:", "Ana", "@ana", "blocked by", "waiting for", "legal", "after Task 1", "end of", "March",
    "12 March 2026", "2026-03-31", "2 days", "2d", "~2h", "week 2", "next", "Friday", "📅 2026-03-31", "✅", "⏱ 2d", "due::",
    "-", "–", "—", "－", "‐", "−", ",", ";", ":", "：", ".", "|", "·", "/", "'", "(", ")", "[", "]", "（", "）", "~~", "`",
)  # fmt: skip
TITLES = st.lists(st.sampled_from([*IN_TITLES, *[" "] * 20]), min_size=1, max_size=12).map("".join)


def test_several_patterns_are_gated():
    assert len(GATED) > 10


@pytest.mark.parametrize("pattern", GATED, ids=GATED.values())
@settings(max_examples=25)
@given(data=st.data())
def test_what_a_pattern_needs_stands_wherever_it_matches(pattern, data):
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern._searched._flags)))
    assert pattern.may_match(text)


@pytest.mark.parametrize("pattern", GATED, ids=GATED.values())
@given(text=TEXTS)
def test_a_pattern_finds_the_same_behind_its_gate(pattern, text):
    real = re.compile(pattern.pattern, pattern._searched._flags)
    assert [match.span() for match in pattern.finditer(text)] == [match.span() for match in real.finditer(text)]
    assert bool(pattern.search(text)) == bool(real.search(text))
    assert bool(pattern.match(text)) == bool(real.match(text))
    assert pattern.split(text) == real.split(text)
    assert pattern.split(text, maxsplit=1) == real.split(text, maxsplit=1)
    assert pattern.sub("x", text) == real.sub("x", text)


def test_what_patterns_take_for_the_same_letter_is_the_same_when_folded():
    cased = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in ("Lu", "Ll", "Lt")]
    others = "ıİſKÅẞßςσµμ"
    for letter in cased:
        same = {letter.lower(), letter.upper(), letter.title(), letter.casefold(), letter.swapcase(), *others}
        pattern = re.compile(re.escape(letter), re.IGNORECASE)
        for other in filter(pattern.fullmatch, same):
            assert patterns.folded(other) == patterns.folded(letter)


@pytest.mark.parametrize(("quick", "plain"), PLAIN)
@settings(max_examples=300)
@given(text=TEXTS)
def test_a_quick_pattern_finds_what_the_plain_one_finds(quick, plain, text):
    """Of those that only say whether there is something, no more than that is asked."""
    real = re.compile(plain)
    assert bool(quick.search(text)) == bool(real.search(text))
    if quick not in (title_values._MAY_HOLD_VALUES, title_values._MAY_BE_BEHIND):
        assert [(found.span(), found.groups()) for found in quick.finditer(text)] == [
            (found.span(), found.groups()) for found in real.finditer(text)
        ]


def title_of(title, state):
    document = Document(read_outline(f"# Plan\n\n- [ ] Dig @ana\n- [ ] Sow @ana\n\n{title}\n"))
    context = ReadingContext.of(document, Calendar(), {}, {})
    return tasks.read_task_title(title, state, 1, context), context.findings.all()


@settings(max_examples=500)
@given(title=TITLES, state=st.sampled_from([None, State.OPEN, State.DONE]))
@example("Task 3: Dig the hole", None)
@example("Task A dig", State.OPEN)
@example("Dig the hole by 12", State.OPEN)
@example("Dig － 2d", None)
@example("Dig (end of March)", State.OPEN)
def test_a_quick_look_at_a_title_leaves_out_nothing(title, state):
    with ExitStack() as patches:
        for module, name, pattern in NOT_ASKED:
            patches.enter_context(mock.patch.object(module, name, pattern))
        whole = title_of(title, state)
    assert title_of(title, state) == whole


@settings(max_examples=300)
@given(text=TEXTS)
def test_fields_are_divided_at_the_same_places(text):
    """A space before bold type belongs to what divides the fields."""
    ends = [(found.end(), found["weak"] is None) for found in labels._BETWEEN_FIELDS.finditer(text)]
    assert ends == [(found.end(), found["weak"] is None) for found in BETWEEN_FIELDS.finditer(text)]


@given(words=st.lists(st.sampled_from([*ADDRESS, "du_", "tu", "a", ",", "-", "1", "\n", " "]), max_size=12))
def test_words_are_counted_as_whole_words(words):
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(ADDRESS, key=len, reverse=True))})\b")
    for text in ("".join(words), " ".join(words)):
        assert word_count(lambda profile: profile.detection.address).of(text) == len(pattern.findall(text))


@settings(max_examples=300)
@given(text=TEXTS, word=st.sampled_from(["a", "b1", "due", "a b", "a-b", "b/a", "*ab*"]))
def test_a_phrase_is_found_in_a_long_text_as_in_a_short_one(text, word):
    finder = PhraseFinder([word])
    assert finder.is_in(text) == finder.is_in(text + " ." * 500) == bool(anywhere([word]).search(text))


def test_a_word_is_counted_as_often_as_it_stands_there():
    assert WordCount(["you", "your"]).of("you and your (you), not yours, thank-you") == 4

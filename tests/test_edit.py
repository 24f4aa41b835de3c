"""Changing a mark or a status in the bytes of a file: that, and nothing else."""

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import PLAN

from mkdocs_planplugin.catalog import Refusal
from mkdocs_planplugin.edit import (
    RefusedError,
    box_fingerprints,
    file_within,
    next_state,
    replace_content,
    set_status,
    states_by_line,
    status_fingerprint,
    status_words,
    tick,
    undone,
)
from mkdocs_planplugin.model import State, Status
from mkdocs_planplugin.reading import PROFILES, read, read_status, split_phrases


def read_plan(text):
    return read(text, is_plan=True)


def name_at(text: str, line: int) -> str:
    return box_fingerprints(text)[line][0]


def line_of(text: str, words: str) -> int:
    (line,) = (number for number, each in enumerate(text.splitlines(), 1) if words in each)
    return line


def ticked(text: str, words: str, state: State) -> str:
    """A text in which the box on the line with these words was ticked."""
    return tick(text.encode(), name_at(text, line_of(text, words)), state, read_plan).data.decode()


def refusal(act, *args) -> Refusal:
    with pytest.raises(RefusedError) as refused:
        act(*args)
    return refused.value.refusal


FORMS = {
    "dash": "- [ ] Dig",
    "star": "* [ ] Dig",
    "plus": "+ [ ] Dig",
    "number": "1. [ ] Dig",
    "parenthesis": "12) [ ] Dig",
    "trailing spaces": "- [ ] Dig  ",
    "a tab behind the bullet": "-\t[ ] Dig",
    "wide": "-   [ ]   Dig",
    "another box in the text": "- [ ] Dig [ ] or `[ ]` not",
    "many bytes": "- [ ] Gräben ziehen 🪏 «ö»",
    "Kiro's star": "- [ ]* Dig",
    "item in an item": "- - [ ] Dig",
}


@pytest.mark.parametrize("item", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(
    ("start", "end"),
    [("", "\n"), ("\ufeff", "\r\n"), ("---\nstatus: draft\n---\n", "\r")],
    ids=["bare", "bom and crlf", "front matter and cr"],
)
def test_one_character_changes(item, start, end):
    """Whatever the bullet, the line ends and what stands at the beginning."""
    text = f"{start}# Plan\n\n{item}\n- [x] Fill\n".replace("\n", end)
    line = 3 + start.count("\n")
    change = tick(text.encode(), name_at(text, line), State.DONE, read_plan)
    assert change.data.decode() == text.replace("[ ]", "[x]", 1)
    assert undone(change.data, change.fingerprint, change.before).data == text.encode()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# P\n\n- [ ] A\n  - [ ] B\n    1. [ ] C", 5),  # no end of line at the end of the file
        ("# P\n\n- [ ] A\n\t- [ ] B\n", 4),
        ("# P\n\n- [ ] A\n\n> - [ ] B\n> - [ ] C\n", 6),
        ("# P\r\n\r\n- [ ] A\n- [ ] B\r- [ ] C\r\n", 4),  # line ends of three kinds
        ("- [ ] A\n- [ ] B\n", 1),
        ("\ufeff- [ ] A\n- [ ] B\n", 1),
        ("# P\n\n- [ ] A\u2028- [ ] B\x0b\n- [ ] C\n", 4),  # to Markdown no ends of lines
    ],
)
def test_the_right_box_is_ticked(text, line):
    """The one on the line, in a list within a list, in a quote, at either end of the file."""
    place = [i for i in range(len(text)) if text.startswith("[ ]", i)]
    boxes = sorted(box_fingerprints(text))
    at = place[boxes.index(line)] if "\u2028" not in text else text.rindex("[ ]")
    change = tick(text.encode(), name_at(text, line), State.IN_PROGRESS, read_plan)
    assert change.data.decode() == f"{text[:at]}[/]{text[at + 3 :]}"


@pytest.mark.parametrize("mark", [" ", "x", "X", "/", "~", "-", ">", "!", "✓", "✅"])
def test_every_mark_can_become_every_other(mark):
    """And the way back restores the very mark that was there."""
    text = f"# Plan\n\n- [ ] Dig\n- [{mark}] Fill\n"
    marks = {"open": " ", "done": "x", "in_progress": "/", "cancelled": "-", "deferred": ">", "blocked": "!"}
    for state in State:
        change = tick(text.encode(), name_at(text, 4), state, read_plan)
        assert change.data.decode() == f"# Plan\n\n- [ ] Dig\n- [{marks[state]}] Fill\n"
        assert undone(change.data, change.fingerprint, change.before).data == text.encode()


@pytest.mark.parametrize(
    "hidden",
    ["```\n- [ ] B\n```\n", "    - [ ] B\n", "<!--\n- [ ] B\n-->\n", "<pre>\n- [ ] B\n</pre>\n", "~~~\n- [ ] B\n\n"],
)
def test_what_only_looks_like_a_box_is_not_touched(hidden):
    """In code, in comments and in HTML."""
    text = f"# Plan\n\n- [ ] A\n\nText.\n\n{hidden}"
    name = name_at(text, line_of(text, "B"))
    assert refusal(tick, text.encode(), name, State.DONE, read_plan) is Refusal.NO_BOX


def test_a_line_without_a_box_is_refused():
    """Its fingerprint is right all the same."""
    text = "# Plan\n\n**Status:** Draft\n\n- [ ] A\n"
    name = status_fingerprint(text, read_plan(text).plan)
    assert refusal(tick, text.encode(), name, State.DONE, read_plan) is Refusal.NO_BOX


def test_a_file_that_is_not_utf8_is_refused():
    """Nobody knows how long its characters are."""
    text = "# Plän\n\n- [ ] A\n"
    assert refusal(tick, text.encode("latin-1"), name_at(text, 3), State.DONE, read_plan) is Refusal.NOT_UTF8


OLD = "# Plan\n\n## A\n\n- [ ] Test\n- [ ] Write\n\n## B\n\nWords.\n\n- [ ] Test\n"


@pytest.mark.parametrize(
    "new",
    [
        OLD.replace("- [ ] Test\n", "", 1),
        OLD.replace("## B", "- [ ] Test\n\n## B"),
        OLD.replace("## B", "## C"),
        OLD.replace("Words.\n\n- [ ] Test", "Words.\n\n- [x] Test"),
        OLD.replace("Words.\n\n- [ ] Test", "Words.\n\n- [ ] Tests"),
        OLD.replace("- [ ] Write", "- [ ] Writing"),
        "",
    ],
)
def test_a_stale_page_changes_nothing(new):
    """The same words stand elsewhere in the file; that is another task."""
    name = name_at(OLD, 12)
    assert refusal(tick, new.encode(), name, State.DONE, read_plan) is Refusal.STALE


def test_a_box_is_found_where_only_prose_and_other_ticks_have_changed():
    """Two tabs at once, or an editor beside the browser."""
    name = name_at(OLD, 12)
    new = "---\nstatus: draft\n---\n" + OLD.replace("- [ ] Write", "- [x] Write").replace("Words.", "More\n\nwords.")
    done = tick(new.encode(), name, State.DONE, read_plan).data.decode()
    assert done == new.removesuffix("- [ ] Test\n") + "- [x] Test\n"


def test_what_would_be_read_otherwise_is_refused():
    """Words that are struck through stay cancelled, and a page that is no plan any more has no tasks."""
    text = "# Plan\n\n- [ ] ~~Dig~~\n- [ ] Fill\n"
    assert refusal(tick, text.encode(), name_at(text, 3), State.OPEN, read_plan) is Refusal.READS_OTHERWISE
    gone = refusal(tick, text.encode(), name_at(text, 4), State.DONE, lambda text: read(text, is_plan=False))
    assert gone is Refusal.STALE


def test_a_tick_changes_the_model_at_this_task_only():
    """All others are as they were."""
    done = ticked(PLAN, "Task 1.2", State.IN_PROGRESS)
    before, after = (states_by_line(read_plan(text).plan) for text in (PLAN, done))
    line = line_of(PLAN, "Task 1.2:**")
    assert {at: state for at, state in after.items() if before[at] != state} == {line: State.IN_PROGRESS}


def test_what_a_click_does():
    """A task is open, in progress, done; a criterion is met or not; all else is chosen."""
    assert [next_state(state, is_task=True) for state in (State.OPEN, State.IN_PROGRESS, State.DONE)] == [
        State.IN_PROGRESS,
        State.DONE,
        State.OPEN,
    ]
    assert [next_state(state, is_task=False) for state in (State.OPEN, State.DONE)] == [State.DONE, State.OPEN]
    assert next_state(State.BLOCKED, is_task=True) is next_state(State.IN_PROGRESS, is_task=False) is None


words = st.text(st.sampled_from("abö🪏 \t[]*x/-`"), max_size=8)
ends = st.sampled_from(["\n", "\r\n", "\r"])
bullets = st.sampled_from(["- ", "* ", "+ ", "1. ", "  - ", "    - ", "\t* ", "> - ", "- - "])
items = st.builds("{}[{}] {}".format, bullets, st.sampled_from(" xX/~-!>?"), words)
texts = st.builds(
    lambda start, lines, last: start + "".join(f"{text}{end}" for text, end in lines) + last,
    st.sampled_from(["", "\ufeff", "---\nplan: true\n---\n", "# P\r\n\r\n"]),
    st.lists(st.tuples(st.one_of(items, items, words, st.sampled_from(["", "```", "## H"])), ends), max_size=12),
    st.one_of(st.just(""), items),
)


@given(text=texts, state=st.sampled_from(list(State)), data=st.data())
def test_the_difference_is_one_mark(text, state, data):
    """Of any file: the bytes before the mark and those behind it are the same; or nothing is written, with a reason."""
    names = {name for name, _ in box_fingerprints(text).values()}
    assert len(names) == len(box_fingerprints(text))
    if not names:
        return
    name = data.draw(st.sampled_from(sorted(names)))
    raw = text.encode()
    try:
        change = tick(raw, name, state, read_plan)
    except RefusedError:
        return
    after = change.data.decode()
    assert len(after) == len(text)
    assert sum(old != new for old, new in zip(text, after, strict=True)) <= 1
    assert undone(change.data, change.fingerprint, change.before).data == raw


STATUSES = {
    "label": ("# Plan\n\n**Status:** {}\n\n- [ ] A\n", "In Progress"),
    "label outside": ("# Plan\n\n**Status**: {}  \n\n- [ ] A\n", "Draft"),
    "shared line": (
        "# Plan\n\n**Status:** {} · **Owner:** Draft Davis · **Created:** 2026-06-20\n\n- [ ] A\n",
        "Draft",
    ),
    "plain": ("# Plan\n\nStatus: {}\nOwner: Ana\n\n- [ ] A\n", "on hold"),
    "item": ("# Plan\n\n- **Status:** {}\n- **Owner:** Ana\n\n- [ ] A\n", "Blocked"),
    "with a sign": ("# Plan\n\n**Status:** {}\n\n- [ ] A\n", "🟡 In Progress (since May)"),
    "table": ("# Plan\n\n| Field | Value |\n|---|---|\n| Status | {} |\n| Owner | Ana |\n\n- [ ] A\n", "Draft"),
    "section": ("# Plan\n\n## Status\n\n{}\n\n## Tasks\n\n- [ ] A\n", "In Progress"),
    "front matter": ("---\ntitle: Draft\nstatus: {} # of the plan\n---\n# Plan\n\n- [ ] A\n", "draft"),
    "quoted": ('---\nstatus: "{}"\n---\n# Plan\n\n**Status:** Draft\n\n- [ ] A\n', "In Progress"),
    "emphasis": ("# Plan\n\n**Status:** *{}*\n\n- [ ] A\n", "Draft"),
    "not filled in": ("# Plan\n\n**Status:** {}\n\n- [ ] A\n", "Draft | In Progress | Complete"),
    "another language": ("# Plan\n\n**Statut :** {}\n\n- [ ] A\n", "En cours"),
    "in capitals": ("# Plan\n\n**Status:** `{}`\n\n- [ ] A\n", "IN ARBEIT"),
    "in brackets": ("# Plan\n\n**Status:** {}\n\n- [ ] A\n", "[**In Progress**]"),
    "a sign before bold words": ("# Plan\n\n**Status:** {}**\n\n- [ ] A\n", "🚧 **In Progress"),
    "bold words and others": ("# Plan\n\n**Status:** **{}\n\n- [ ] A\n", "In Progress** (since May)"),
    "a sign alone": ("# Plan\n\n**Status:** {}\n\n- [ ] A\n", "✅"),
}


@pytest.mark.parametrize(("form", "old"), STATUSES.values(), ids=STATUSES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_only_the_value_of_a_status_changes(form, old, end):
    """Wherever it stands, with what stands around it."""
    text = form.replace("\n", end).format(old)
    plan = read_plan(text).plan
    for status in Status:
        change = set_status(text.encode(), status_fingerprint(text, plan), status, read_plan)
        after = change.data.decode()
        assert after == form.replace("\n", end).format(status_words(status, old))
        assert read_plan(after).plan.status is status
        assert undone(change.data, change.fingerprint, change.before).data == text.encode()


def test_a_status_is_written_as_it_was():
    """In small letters, and joined as programs do, where it was so."""
    assert status_words(Status.ON_HOLD) == "On Hold"
    assert status_words(Status.ON_HOLD, "Draft") == "On Hold"
    assert status_words(Status.ON_HOLD, "draft") == "on hold"
    assert status_words(Status.ON_HOLD, "in_progress") == "on_hold"
    assert status_words(Status.NOT_STARTED, "in-progress") == "not-started"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In progress", "On hold"),
        ("IN PROGRESS", "ON HOLD"),
        ("En cours", "En pause"),
        ("in Arbeit", "Pausiert"),
        ("ENTWURF", "PAUSIERT"),
        ("进行中", "暂停"),
        ("🚧 In Progress", "⏸ On Hold"),
        ("🚧", "⏸"),
        ("🟡 In Progress", "On Hold"),  # of this sign nobody knows what it would be now
        ("[In Progress]", "[On Hold]"),
        ("⏳ **En curso** (desde mayo)", "⏸ **En pausa**"),
        ("aktiv", "on hold"),  # which language that is cannot be told
    ],
)
def test_a_status_is_written_in_its_language_and_style(before, after):
    """Capitals, signs, brackets and emphasis."""
    assert status_words(Status.ON_HOLD, before) == after


def test_each_language_can_read_what_is_written():
    """Whatever the words were, in every language."""
    phrases = {
        phrase for profile in PROFILES for text in profile.states.words.values() for phrase in split_phrases(text)
    }
    for phrase in phrases:
        for before in (phrase, phrase.capitalize(), f"✅ {phrase.upper()}"):
            for status in Status:
                assert read_status(status_words(status, before)) is status, (before, status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Plan\n\n- [ ] A\n", Refusal.NO_STATUS),
        ("---\nstatus: new\n---\n# Plan\n\n- [ ] A\n", Refusal.NO_STATUS),
        ('---\n"status": draft\n---\n# Plan\n\n- [ ] A\n', Refusal.SCATTERED_STATUS),
        ("---\nstatus: >\n  in\n  progress\n---\n# Plan\n\n- [ ] A\n", Refusal.SCATTERED_STATUS),
        ("# Plan\n\n**Status:**\n\n- [ ] Draft\n- [x] Complete\n\n## Tasks\n\n- [ ] A\n", Refusal.SCATTERED_STATUS),
    ],
)
def test_a_status_that_cannot_be_changed(text, expected):
    """There is none, or not on one line."""

    def change():
        set_status(text.encode(), status_fingerprint(text, read_plan(text).plan), Status.ON_HOLD, read_plan)

    assert refusal(change) is expected


def test_a_status_of_another_line_is_refused():
    """The page may be of a time when it stood there."""
    text = "# Plan\n\n**Status:** Draft\n\n- [ ] A\n"
    name = status_fingerprint(text, read_plan(text).plan)
    assert refusal(set_status, f"---\nstatus: draft\n---\n{text}".encode(), name, Status.BLOCKED, read_plan) is (
        Refusal.STALE
    )
    assert refusal(set_status, text.encode(), name_at(text, 5), Status.BLOCKED, read_plan) is Refusal.STALE


@pytest.fixture
def file(tmp_path) -> pathlib.Path:
    path = tmp_path / "plan.md"
    path.write_bytes(b"before")
    return path


def test_a_file_is_replaced_whole(file):
    """With its rights, and nothing is left beside it."""
    file.chmod(0o640)
    replace_content(file, b"before", b"after")
    assert file.read_bytes() == b"after"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_has_changed_is_left(file):
    """Somebody saved it in the meantime."""
    assert refusal(replace_content, file, b"other", b"after") is Refusal.STALE
    assert file.read_bytes() == b"before"
    assert list(file.parent.iterdir()) == [file]


def test_a_read_only_file_is_left(file):
    """Also where the folder could be written."""
    file.chmod(0o444)
    assert refusal(replace_content, file, b"before", b"after") is Refusal.READ_ONLY
    assert file.read_bytes() == b"before"


def test_links_are_followed_within_the_folder_only(tmp_path):
    """A link to a file of the docs stays a link; one that leads out is refused, as is a folder, a loop, and nothing."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "real.md").write_bytes(b"before")
    (tmp_path / "secret.md").write_bytes(b"before")
    (docs / "link.md").symlink_to("real.md")
    (docs / "out.md").symlink_to("../secret.md")
    (docs / "loop.md").symlink_to("loop.md")
    replace_content(file_within(docs / "link.md", docs), b"before", b"after")
    assert (docs / "link.md").is_symlink()
    assert (docs / "real.md").read_bytes() == b"after"
    assert refusal(file_within, docs / "out.md", docs) is Refusal.OUTSIDE
    assert refusal(file_within, tmp_path / "secret.md", docs) is Refusal.OUTSIDE
    assert [refusal(file_within, docs / name, docs) for name in ("loop.md", "none.md", ".")] == [Refusal.GONE] * 3

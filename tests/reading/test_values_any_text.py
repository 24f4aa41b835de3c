"""What all value grammars have in common: they take any text, and long ones in linear time."""

import pytest
from any_text import CHARACTERS
from effort import one_in
from hypothesis import given
from hypothesis import strategies as st
from made_plans import refs
from speed import takes_less_than

from mkdocs_planplugin.model import Calendar, PhaseRef, TaskId
from mkdocs_planplugin.reading.values.date_ranges import read_date_range
from mkdocs_planplugin.reading.values.dates import find_date, read_date
from mkdocs_planplugin.reading.values.estimates import read_estimate, read_hours, split_heading_estimate
from mkdocs_planplugin.reading.values.levels import read_level
from mkdocs_planplugin.reading.values.placeholders import count_placeholders, is_placeholder
from mkdocs_planplugin.reading.values.positions import find_position, split_heading_position
from mkdocs_planplugin.reading.values.references import ReferenceIndex
from mkdocs_planplugin.reading.values.statuses import box_state, read_heading_state, read_state, read_status
from mkdocs_planplugin.reading.work.headings import phase_heading, read_phase_title

CALENDAR = Calendar()
INDEX = ReferenceIndex(refs("1.1", "1.2", "T001", "A-1", "2"), refs("phase:1", "phase:2", "phase:2a"))
READERS = {
    "read_date": read_date,
    "find_date": find_date,
    "read_estimate": lambda text: read_estimate(text, CALENDAR),
    "read_hours": lambda text: read_hours(text, CALENDAR),
    "split_heading_estimate": lambda text: split_heading_estimate(text, CALENDAR),
    "find_position": lambda text: find_position(text, CALENDAR),
    "split_heading_position": lambda text: split_heading_position(text, CALENDAR),
    "read_date_range": read_date_range,
    "read_phase_title": lambda text: read_phase_title(text, text, phase_heading, CALENDAR),
    "read_level": read_level,
    "is_placeholder": is_placeholder,
    "count_placeholders": count_placeholders,
    "references": INDEX.read,
    "box_state": box_state,
    "read_state": read_state,
    "read_heading_state": read_heading_state,
    "read_status": read_status,
}
# Pieces that mean something to one grammar or another, in any order, with anything between them.
PIECES = st.sampled_from(
    [
        *("1", "12", "1.1", "T001", "2026", "½", "１", "日", "03/04/2026", "2026-02-30", "%"),
        *("-", "–", "/", "|", ",", ":", ".", "~", "<", ">", "#", "*", "`", "``", "\n", "✅", "🔴"),
        *("(", ")", "[", "]", "{", "{{", "}", "[x]"),
        *("March", "Week 3", "Q2", "days", "h", "week", "a", "half", "to", "and", "not", "before"),
        *("Est", "Phase", "Task", "None", "Low", "High", "draft", "done"),
    ]
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=80),
    st.lists(st.one_of(PIECES, st.text(CHARACTERS, max_size=3)), max_size=25).map("".join),
)
TEXTS |= st.lists(PIECES, max_size=25).map(" ".join)


@given(TEXTS)
def test_no_reader_raises(text):
    """A value grammar has an answer to any text."""
    for read in READERS.values():
        read(text)


@given(
    TEXTS, st.lists(st.text(CHARACTERS, max_size=6), max_size=5), st.sets(st.text(CHARACTERS, max_size=4), max_size=4)
)
def test_no_plan_makes_the_references_fail(text, tasks, phases):
    """Nor do ids and numbers of any form."""
    index = ReferenceIndex(list(map(TaskId, tasks)), list(map(PhaseRef, phases)))
    index.read(text)
    for task in tasks:
        index.read(f"Task {task}-{task}")


@given(TEXTS)
def test_a_heading_loses_nothing_but_its_estimate(text):
    """The estimate's words stand in the heading, and a heading without one comes back as it is."""
    name, estimate = split_heading_estimate(text, CALENDAR)
    assert name == text if estimate is None else len(name) < len(text)


@given(TEXTS)
def test_an_estimate_has_both_ends_or_none(text):
    """Hours come in pairs, the lower first, and the likely ones lie between."""
    estimate = read_estimate(text, CALENDAR)
    assert (estimate.min_hours is None) == (estimate.max_hours is None)
    if estimate.known:
        likely = estimate.min_hours if estimate.likely_hours is None else estimate.likely_hours
        assert 0 <= estimate.min_hours <= likely <= estimate.max_hours


HOSTILE = (
    "1",
    "1.",
    "1-",
    "1.1-",
    "1 - ",
    "1/",
    "1,",
    "1 day ",
    "1d",
    "a ",
    "~",
    "(",
    "(a",
    ")",
    "()",
    "(1 day) ",
    " - 1 day",
    "[",
    "[]",
    "[a",
    "[a]",
    "{",
    "{a",
    "<a",
    "<a b",
    "`",
    "` ``",
    "*",
    "_",
    " ",
    "\n",
    "-",
    "- ",
    "|",
    "Low|",
    "Low - ",
    "Low or ",
    "very ",
    "Est:",
    "Est: ",
    "Week 1 - ",
    "Week 1-2 (",
    "Week 1, ",
    "Jan 1 - ",
    " - ",
    "✅ ",
    "(done) ",
    "Task ",
    "Task 1.1, ",
    "Phase 1-",
    "to ",
    "1 to ",
    "T001-",
    "not ",
    "None except ",
    "1 +1 a ",
    "[2d] ",
    "2 days after ",
    "12 March ",
    "March 12, ",
    "2026-",
    "2026-02-30 ",
    "03/04/2026 ",
    "Mar",
    "✅",
    "\ufe0f",
    "高",
)


@pytest.mark.parametrize("reader", READERS)
def test_long_texts_take_linear_time(reader):
    """Thirty thousand characters of anything are read in a fraction of a second: nothing grows with the square.

    Shorter texts are tried first: what reads them so fast that all would take no second, even if it did grow with the
    square, need not be tried in full. `make test` tries each piece with one of two ends.
    """
    ends = [
        [(piece, ""), (piece, "!" + "x" * 1_000 + piece)][:: (-1) ** number] for number, piece in enumerate(HOSTILE)
    ]
    for piece, end in one_in(1, [text for texts in ends for text in texts]):
        sizes = (3_000, 12_000, 30_000)
        assert any(
            takes_less_than((size / 30_000) ** 2, READERS[reader], piece * (size // len(piece)) + end) for size in sizes
        ), piece


def test_many_tasks_are_indexed_once():
    """A reading does not depend on the number of tasks: ten thousand of them take a second or so."""
    tasks = [f"{phase}.{number}" for phase in range(1, 101) for number in range(1, 101)]
    index = ReferenceIndex(refs(*tasks), refs(*(f"phase:{phase}" for phase in range(1, 101))))

    def read_all():
        for task in tasks:
            assert index.read(f"Task {task}, Phase 7 and prose").ids == refs(task, "phase:7")

    assert takes_less_than(5, read_all)

"""The catalog: each concept has all that pages, options and data take from it."""

import datetime as dt

import pytest
from made_plans import MONDAY, task
from msgspec.structs import replace

from mkdocs_planplugin.catalog import (
    LEVEL_LABELS,
    MARKER_KEYS,
    PHASE_STATE_LABELS,
    PLAN_VIEWS,
    SEVERITY_LABELS,
    SITE_VIEWS,
    STATE_LABELS,
    STATUS_LABELS,
    assumption_text,
    place_of,
    score_level,
    view_at,
)
from mkdocs_planplugin.model import (
    FINISHED,
    Assumption,
    AssumptionKind,
    Level,
    PhaseRef,
    Severity,
    State,
    Status,
    TaskId,
)

TUESDAY = MONDAY + dt.timedelta(1)


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (STATUS_LABELS, {*Status, None}),
        (STATE_LABELS, {*State, None}),
        (PHASE_STATE_LABELS, {*State, None}),
        (LEVEL_LABELS, set(Level)),
        (SEVERITY_LABELS, set(Severity)),
    ],
)
def test_every_value_has_a_label_of_its_own(labels, values):
    """No value is left without a word, and no two share a class name."""
    assert set(labels) == values
    assert len({label.name for label in labels.values()}) == len(labels)
    assert all(label.name == value.replace("_", "-") for value, label in labels.items() if value)


@pytest.mark.parametrize("kind", AssumptionKind, ids=lambda kind: kind.name)
def test_every_assumption_has_a_sentence(kind):
    """Each kind is told, with nothing left out that belongs into its sentence."""
    one, other = task("1.1"), PhaseRef("2")
    sentence = assumption_text(Assumption(kind, (one,), (other,), (MONDAY, TUESDAY)))
    assert "{" not in sentence
    assert sentence.endswith(".")


def test_a_sentence_calls_a_task_by_what_the_page_shows():
    """By its number, also where two tasks have it; without number and title it is said to have none."""
    twice = replace(task("1.1"), id=TaskId("1.1", line=7, repeated=True))
    nameless = replace(task("1.1"), id=TaskId(None, line=9), title="")
    assumption = Assumption(AssumptionKind.CANCELLED_TASKS, (twice, nameless))
    assert assumption_text(assumption) == "Cancelled tasks take no time: Task 1.1, “untitled”."


def test_finished_plans_come_last():
    """Lists show what somebody works on first."""
    assert tuple(STATUS_LABELS)[-len(FINISHED) :] == FINISHED


def test_the_level_of_a_score():
    """The borders of the matrix: 3, 6 and 12."""
    levels = [score_level(score) for score in range(1, 17)]
    assert levels == [Level.LOW] * 2 + [Level.MEDIUM] * 3 + [Level.HIGH] * 6 + [Level.CRITICAL] * 5


def test_a_marker_says_which_plans():
    """Of a view of one plan only the plan; of views over all plans, and of names that both have, what chooses some."""
    one = {name for name, keys in MARKER_KEYS.items() if keys == ("plan",)}
    assert one == {"summary", "timeline", "history"}
    assert set(MARKER_KEYS) - one == set(SITE_VIEWS)


@pytest.mark.parametrize("name", PLAN_VIEWS)
def test_a_place_names_its_view(name):
    """Also that of a part of the plan whose own name has a colon."""
    assert view_at(name) == view_at(place_of(name, "phase:1")) == name

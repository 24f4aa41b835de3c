"""Of several critical paths: which one is listed, and what that means for the 80% finish."""

from __future__ import annotations

import pytest
from made_plans import est, phase, plan, refs, task
from schedules import p80_of, scheduled

from mkdocs_planplugin.model import Position

SURE, UNSURE, VERY_UNSURE = est(16), est(12, 20), est(4, 28)  # the same mean


def side_by_side(name, hours):
    return task(name, hours, depends_on_nothing=True)


@pytest.mark.parametrize(
    "order", [(SURE, UNSURE, VERY_UNSURE), (VERY_UNSURE, SURE, UNSURE), (UNSURE, VERY_UNSURE, SURE)]
)
def test_the_most_uncertain_one(order):
    """Of paths of the same length, the one that adds up to the most uncertainty is listed, wherever it stands; all are
    critical."""
    tasks = [side_by_side(str(number), hours) for number, hours in enumerate(order)]
    phases = phase(1, task("a", 8)), phase(2, *tasks), phase(3, task("z", 8))
    result = scheduled(*phases)
    assert result.critical_path == refs("a", str(order.index(VERY_UNSURE)), "z")
    assert all(item.critical for item in result.items)
    assert p80_of(plan(*phases))[0] == 36  # 32 + 0.8416 x 4 = 35.37


def test_uncertainty_adds_up():
    """Two unsure tasks, one after the other, are more uncertain than a very unsure one before a sure one, or less."""
    pairs = (side_by_side("a", UNSURE), task("b", UNSURE, "a"), side_by_side("c", est(10, 22)), task("d", SURE, "c"))
    assert scheduled(phase(1, *pairs)).critical_path == refs("c", "d")  # 12 squared, against twice 8 squared
    pairs = (side_by_side("a", UNSURE), task("b", UNSURE, "a"), side_by_side("c", est(11, 21)), task("d", SURE, "c"))
    assert scheduled(phase(1, *pairs)).critical_path == refs("a", "b")  # 10 squared


def test_the_first_in_the_text():
    """Of equals, the first in the text: at the start, in the middle and at the end."""
    starts = (side_by_side("a", 8), side_by_side("b", 8), task("c", 8, "a", "b"))
    assert scheduled(phase(1, *starts)).critical_path == refs("a", "c")
    ends = (side_by_side("a", 8), task("c", 8, "a"), task("b", 8, "a"))
    assert scheduled(phase(1, *ends)).critical_path == refs("a", "c")
    middle = (side_by_side("a", 8), task("x", UNSURE, "a"), task("y", UNSURE, "a"), task("z", 8, "y", "x"))
    assert scheduled(phase(1, *middle)).critical_path == refs("a", "x", "z")


def test_what_takes_no_time():
    """Tasks that take no time are on the path when they stand in it, at its ends as well."""
    result = scheduled(
        phase(1, task("a"), task("b", 8), task("c")), phase(2, task("d"), task("e", 8)), phase(3, task("f"))
    )
    assert result.critical_path == refs("a", "b", "c", "d", "e", "f")


def test_a_gap_ends_it():
    """A path goes back to where work begins that nothing but a date holds."""
    result = scheduled(phase(1, task("a", 8)), phase(2, task("b", 8), task("c", 8), position=Position("", 40)))
    assert result.critical_path == refs("b", "c")
    assert [item.critical for item in result.items] == [False, True, True]


def test_a_date_without_a_gap():
    """A phase that may not start before the minute at which what it waits for is finished does not cut the path."""
    result = scheduled(phase(1, task("a", 40)), phase(2, task("b", 8), position=Position("", 40), depends_on=["a"]))
    assert result.critical_path == refs("a", "b")


def test_touching_is_not_waiting():
    """Work that starts when other work happens to end is not on its path."""
    result = scheduled(phase(1, side_by_side("a", 8), side_by_side("b", 4), task("c", 4, "b"), task("d", 8, "c")))
    assert result.critical_path == refs("b", "c", "d")


def test_nothing_to_do():
    """A plan of milestones has no critical path, and is finished when it starts."""
    result = scheduled(phase(1), phase(2))
    assert (result.critical_path, result.duration_hours, result.finish_day) == ((), 0, 1)
    assert p80_of(plan(phase(1), phase(2))) == (0, 0)

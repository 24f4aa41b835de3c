"""How long things take: means, shares, sums of leaves, what is cancelled."""

from __future__ import annotations

import math

import pytest
from made_plans import est, phase, plan, task
from msgspec.structs import replace
from schedules import hours_of, p80_of, scheduled, sentences_of, waits_of

from mkdocs_planplugin.model import NO_ESTIMATE, Estimate, State
from mkdocs_planplugin.schedule.durations import mean_minutes


@pytest.mark.parametrize(
    ("estimate", "minutes"),
    [
        (est(8), 480),
        (est(0), 0),
        (est(16, 24), 1200),
        (est(4, 16, likely=7), 480),  # (4 + 28 + 16) / 6 = 8 hours
        (est(1, 2, likely=1), 70),  # 7 / 6 hours
        (est(0, 1 / 60), 1),  # half a minute is rounded up
        (est(1 / 60, 2 / 60), 2),
        (est(2, 2 + 1 / 60), 121),
        (Estimate("XL"), None),
        (NO_ESTIMATE, None),
        (est(math.inf), None),
        (est(math.nan), None),
        (est(-1, 3), None),
        (est(1e300), None),
        (est(10_000_000), 600_000_000),
        (est(1, 10_000_001), None),
    ],
)
def test_mean(estimate, minutes):
    """A range counts with its middle, three points with the PERT mean, rounded half up to the minute; what is no
    length of time has none."""
    assert mean_minutes(estimate) == minutes


def test_phase_estimate_is_shared():
    """Tasks without an estimate share, equally, what their phase's estimate leaves after the estimated ones."""
    result = scheduled(phase(1, task("1.1", 4), task("1.2"), task("1.3"), hours=24))
    assert hours_of(result) == {"1.1": (0, 4), "1.2": (4, 14), "1.3": (14, 24)}
    assert "Tasks without an estimate share what the estimate of their phase leaves: Task 1.2, Task 1.3." in (
        sentences_of(result)
    )


def test_phase_estimate_used_up():
    """Where the estimated tasks use a phase's estimate up, the others take no time, and never less."""
    assert hours_of(scheduled(phase(1, task("1.1", 30), task("1.2"), hours=24))) == {"1.1": (0, 30), "1.2": (30, 30)}


def test_shares_are_whole_minutes():
    """A share is rounded half up to the minute."""
    result = scheduled(phase(1, *(task(f"1.{n}") for n in range(7)), hours=8))
    assert {item.duration_hours * 60 for item in result.items} == {69}  # 480 / 7 = 68.57


def test_no_estimate_at_all():
    """In a phase without an estimate, tasks without one take no time, and the reader is told which."""
    result = scheduled(phase(1, task("1.1"), task("1.2", 8), task("L7", line=7)))
    assert hours_of(result) == {"1.1": (0, 0), "1.2": (0, 8), "L7": (8, 8)}
    assert "Tasks that nobody estimated take no time: Task 1.1, “Do L7”." in sentences_of(result)


def test_parent_takes_the_sum_of_its_leaves():
    """A parent without an estimate takes the sum of its leaves when each has one; otherwise it has none."""
    parts = (task("1.1.1", 3), task("1.1.2", 5), task("1.1.3", state=State.CANCELLED))
    whole = replace(task("1.1"), subtasks=parts)
    gap = replace(task("1.2"), subtasks=(task("1.2.1", 3), task("1.2.2")))
    own = replace(task("1.3", 6), subtasks=parts)
    assert hours_of(scheduled(phase(1, whole, gap, own))) == {"1.1": (0, 8), "1.2": (8, 8), "1.3": (8, 14)}


def test_cancelled_keeps_its_place():
    """A cancelled task keeps its place in the chain, takes no time and has no share in its phase's estimate."""
    dead = task("1.2", 40, state=State.CANCELLED)
    result = scheduled(phase(1, task("1.1", 8), dead, task("1.3"), hours=12))
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 8), "1.3": (8, 12)}
    assert waits_of(result) == {"1.1": (), "1.2": ("1.1",), "1.3": ("1.2",)}
    assert "Cancelled tasks take no time: Task 1.2." in sentences_of(result)


def test_done_work_counts_as_estimated():
    """The plan's schedule is as if nothing had been done."""
    assert hours_of(scheduled(phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8)))) == {
        "1.1": (0, 8),
        "1.2": (8, 16),
    }


def test_best_and_worst():
    """At best and at worst a task takes the ends of its estimate, or of those of its sub-tasks; a share is as unsure as
    a part of its phase, so that all of them together are as unsure as the phase; what is sure is its mean."""
    parts = (task("a", est(1, 3)), task("b", est(2, 6)), task("c", est(9, 99), state=State.CANCELLED))
    one = phase(1, task("1.1", est(4, 8)), replace(task("1.2"), subtasks=parts), task("1.3", 5), task("1.4"))
    two = phase(2, *(task(f"2.{n}") for n in range(4)), hours=est(16, 32))
    three = phase(3, task("3.1"), hours=est(0, 8, likely=1))
    ends = [(item.best_hours, item.worst_hours) for item in scheduled(one, two, three).items]
    assert ends == [(4, 8), (3, 9), (5, 5), (0, 0), *[(2, 10)] * 4, (0, 6)]


def test_uncertainty_of_shares():
    """The tasks that share what a phase leaves, one after another, are as unsure as the phase is beside the others."""
    whole = plan(phase(1, hours=est(16, 64)))
    shared = plan(phase(1, *(task(f"{n}") for n in range(3)), hours=est(16, 64)))
    beside = plan(phase(1, task("a", est(4, 28)), task("b"), task("c"), hours=est(16, 64)))
    assert p80_of(whole)[0] == p80_of(shared)[0] == p80_of(beside)[0] == 47  # 40 + 0.8416 x 8 = 46.73
    used_up = plan(phase(1, task("a", 50), task("b"), hours=est(16, 64)))
    assert p80_of(used_up)[0] == 50

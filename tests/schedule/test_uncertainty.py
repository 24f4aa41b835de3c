"""The 80% finish against a simulation: thousands of times every task takes as long as chance has it.

What is measured here stands in docs/scheduling.md. Distances are in hours; one below zero is a date that is too early.
"""

from __future__ import annotations

import datetime as dt
import math
import pathlib
import random

import pytest
from by_the_rules import ByTheRules
from made_plans import est, phase, plan, task
from msgspec.structs import replace
from schedules import p80_of

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import schedule
from mkdocs_planplugin.schedule.analysis import Z_80, Analysis
from mkdocs_planplugin.schedule.axis import Axis
from mkdocs_planplugin.schedule.draft import Draft
from mkdocs_planplugin.schedule.merge_bias import UncertainTime, later, merged_finish

RUNS = 4000
EXAMPLES = pathlib.Path(__file__).parents[2] / "example_site" / "docs" / "plans"


def example(name):
    """A plan of the example site."""
    return read((EXAMPLES / f"{name}.md").read_text("utf-8"), name=name).plan


def parallel(count, low, high, phases=4):
    """Phases of so many tasks that wait for nothing but their phase."""
    tasks = [[task(f"{p}.{n}", est(low, high), depends_on_nothing=True) for n in range(count)] for p in range(phases)]
    return plan(*(phase(p, *each) for p, each in enumerate(tasks)))


def mixed():
    """Three phases as people write them: some tasks of different lengths wait for one another, others for nothing."""
    first = [task("1.1", est(8, 16)), task("1.2", est(16, 32), "1.1"), task("1.3", est(16, 40), "1.1")]
    second = [
        task("2.1", est(16, 24), depends_on_nothing=True),
        task("2.2", est(8, 40), depends_on_nothing=True),
        task("2.3", est(8, 40, likely=16), depends_on_nothing=True),
        task("2.4", est(8, 16), "2.1", "2.2"),
    ]
    third = [task("3.1", est(24, 40), "2.3"), task("3.2", est(16, 40), "2.4"), task("3.3", est(8, 16), "3.1", "3.2")]
    return plan(phase(1, *first), phase(2, *second), phase(3, *third))


def crossing():
    """Two lanes of work that meet after every task."""
    rows = [(row, [f"{row - 1}.{lane}" for lane in "ab"] if row else []) for row in range(5)]
    tasks = [
        task(f"{row}.{lane}", est(8, 24), *waits, depends_on_nothing=not waits) for row, waits in rows for lane in "ab"
    ]
    return plan(phase(1, *tasks))


def common():
    """A long task that nobody is sure of, then two short ones side by side."""
    return plan(phase(1, task("a", est(40, 160)), task("b", est(16, 24), "a"), task("c", est(16, 24), "a")))


def simulated_p80(made):
    """What the finish stays below in 80% of all runs, in hours.

    Durations are beta distributed between best and worst, with the mean and the standard deviation of the rules (a
    sixth of the range); where those are not said (the sum of sub-tasks, shares), symmetrically around the mean.
    """
    chance, rules = random.Random(1959), ByTheRules(made, Calendar())  # noqa: S311 (chance, not secrecy)
    order = []
    while len(order) < len(rules.works):
        order += [n for n, work in enumerate(rules.works) if n not in order and work.waits_for.keys() <= set(order)]
    draws = [_draw(work) for work in rules.works]
    finishes = []
    for _ in range(RUNS):
        finish = [0.0] * len(order)
        for number in order:
            low, width, alpha, beta = draws[number]
            start = max((finish[other] for other in rules.works[number].waits_for), default=0.0)
            finish[number] = start + low + (width * chance.betavariate(alpha, beta) if width else 0)
        finishes.append(max(finish))
    return sorted(finishes)[RUNS * 8 // 10] / 60


def _draw(work):
    """From where on, how wide, and with which two parameters a duration is beta distributed."""
    mean, spread = work.length
    width = math.sqrt(spread)
    likely = getattr(work.source, "estimate", est()).likely_hours
    low = work.source.estimate.min_hours * 60 if likely is not None and width else mean - width / 2
    share = (mean - low) / width if width else 0.5
    size = 36 * share * (1 - share) - 1  # alpha + beta, for a variance of 1/36 of the squared width
    return low, width, share * size, (1 - share) * size


def distances(made):
    """How far the lower bound and the finish with merging paths lie from the simulation, unrounded, and the standard
    deviation of the finish; in hours."""
    draft = Draft.of(made, Axis.of(Calendar(), made.start or made.created))
    analysis = Analysis(draft.network, [activity.length.spread for activity in draft.nodes.activities])
    spread = sum(analysis.spreads[node] for node in analysis.critical_path)
    bound = analysis.finish + Z_80 * math.sqrt(spread) / 6
    mean, deviation = merged_finish(analysis.network, analysis.spreads)
    simulated = simulated_p80(made)
    return bound / 60 - simulated, (mean + Z_80 * deviation) / 60 - simulated, deviation / 60


# A plan, and how far the two values are from the simulation.
MEASURED = {
    "example: pick-up lockers": (example("pickup-lockers"), -0.1, -0.1),
    "example: van offline lending": (example("van-offline-lending"), -0.1, -0.1),
    "one chain of 20 tasks": (plan(phase(1, *(task(f"{n}", est(8, 24)) for n in range(20)))), -0.1, -0.1),
    "one chain, three points": (plan(phase(1, *(task(f"{n}", est(4, 40, likely=8)) for n in range(10)))), 0.1, 0.1),
    "4 phases of 3 parallel tasks": (parallel(3, 16, 32), -7.9, -0.1),
    "4 phases of 4 parallel tasks": (parallel(4, 16, 32), -9.6, 0.0),
    "4 phases of 5 parallel tasks": (parallel(5, 16, 32), -10.8, 0.1),
    "4 phases of 4 unsure tasks": (parallel(4, 4, 40), -21.6, 0.0),
    "mixed": (mixed(), -1.0, 0.0),
    "crossing lanes": (crossing(), -6.8, 0.3),
    "a long common task": (common(), -2.2, -1.4),
}


@pytest.mark.parametrize("name", MEASURED)
def test_distance_to_the_simulation(name, record_property):
    """On one chain both agree; where paths merge, the lower bound is too early by what is written down, and the other
    by hardly anything."""
    made, expected_bound, expected_merged = MEASURED[name]
    bound, merged, deviation = distances(made)
    record_property("distances", (name, round(bound, 2), round(merged, 2)))
    # The 80% quantile of so many runs has a standard error of a fiftieth of the deviation: four of them.
    within = 0.05 + 0.08 * deviation
    assert bound == pytest.approx(expected_bound, abs=within)
    assert merged == pytest.approx(expected_merged, abs=within)
    assert bound <= merged + 0.01


def test_rounding():
    """Both are rounded up to the hour, and what counts merging paths in is never before what does not."""
    made = parallel(4, 16, 32)
    result = schedule(made, Calendar(), made.start)
    assert result.duration_hours == 96
    # Four phases with a deviation of 8/3 hours each: 96 + 0.8416 x 16/3 = 100.49.
    assert p80_of(made) == (101, 111)
    assert (result.finish_p80_day, result.finish_p80) == (13, result.axis.date(12))
    assert result.finish_p80_merged == result.axis.date(13)


def test_certain_work_before():
    """Work that nobody doubts moves both by its length."""
    made = parallel(4, 16, 32)
    before = replace(made, phases=(phase(9, task("9.1", 16)), *made.phases))
    result = schedule(before, Calendar(), plan().start)
    assert p80_of(before) == (101 + 16, 111 + 16)
    assert result.forecast.finish_p80 == result.finish_p80 == dt.date(2026, 1, 30)
    assert result.forecast.finish_p80_merged == result.finish_p80_merged == dt.date(2026, 2, 2)


def test_nothing_uncertain():
    """Where no estimate is a range, both are the finish, up to the hour."""
    made = plan(phase(1, task("1.1", 8), task("1.2", 2.5, depends_on_nothing=True)))
    result = schedule(made, Calendar(), made.start)
    assert p80_of(made) == (8, 8)
    assert result.duration_hours == 8
    assert result.finish_p80 == result.finish_p80_merged == result.finish


def test_two_like_times():
    """The later of two independent times with the same mean and deviation is later by the deviation over the square
    root of pi (Clark's formula has it exactly), and a bit less uncertain."""
    made = parallel(2, 60, 120, phases=1)
    draft = Draft.of(made, Axis.of(Calendar(), made.start))
    spreads = [activity.length.spread for activity in draft.nodes.activities]
    mean, deviation = merged_finish(draft.network, spreads)
    assert mean == pytest.approx(60 * (90 + 10 / math.sqrt(math.pi)))
    assert deviation == pytest.approx(60 * 10 * math.sqrt(1 - 1 / math.pi))


def test_what_is_shared_is_not_counted_twice():
    """Two certain tasks behind one uncertain task do not race each other."""
    made = plan(phase(1, task("a", est(8, 80)), task("b", 8, "a"), task("c", 8, "a")))
    draft = Draft.of(made, Axis.of(Calendar(), made.start))
    mean, deviation = merged_finish(draft.network, [activity.length.spread for activity in draft.nodes.activities])
    assert mean == pytest.approx(60 * 52)
    assert deviation == pytest.approx(60 * 12)


def test_later():
    """Of two like times in parts that only one of them has, half of each part is kept, and the rest of the variance is
    nobody else's; of a part that both have, all of it."""
    one, other = UncertainTime(100.0, 0.0, {1: 10.0, 3: 7.0}), UncertainTime(100.0, 0.0, {2: 10.0, 3: 7.0})
    mean, own, shared = later(one, other)
    assert mean == pytest.approx(100 + 10 / math.sqrt(math.pi))
    assert shared == pytest.approx({1: 5, 2: 5, 3: 7})
    assert own == pytest.approx(100 * (1 - 1 / math.pi) - 50)
    assert later(one, one) == one


def test_later_for_sure():
    """What lies behind by more than chance can make up for is the later one; of equals, the one that is asked first."""
    early, late = UncertainTime(100.0, 25.0, {}), UncertainTime(121.0, 0.0, {})
    assert later(early, late) == later(late, early) == late
    nearly = UncertainTime(119.0, 0.0, {})
    assert later(early, nearly) != nearly
    assert later(early, nearly).mean == pytest.approx(later(nearly, early).mean)


def test_many_shared_parts():
    """More parts than are told apart count as if they were not shared: a bit later, never by much."""
    rows = [
        task("0", est(8, 24)),
        *(task(str(n), est(8, 24), *{str(n - 1), str(max(0, n - 2))}) for n in range(1, 300)),
    ]
    bound, merged = p80_of(plan(phase(1, *rows)))
    assert bound <= merged <= 1.02 * bound

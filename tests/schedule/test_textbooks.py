"""Networks with published answers: times, slack, critical path, and the odds of the finish."""

from __future__ import annotations

import math

import pytest
from made_plans import est, phase, plan, refs, task
from schedules import p80_of, scheduled


def check(tasks, table, path):
    """Schedule tasks of one phase, and compare with a table of early start, early finish, late start, late finish and
    slack for each, and with the critical path."""
    result = scheduled(phase(1, *tasks))
    found = {
        str(item.id): (
            item.early_start_hours,
            item.early_finish_hours,
            item.late_start_hours,
            item.late_finish_hours,
            item.slack_hours,
        )
        for item in result.items
    }
    assert found == table
    assert result.critical_path == refs(*path.split())
    assert {str(item.id) for item in result.items if item.critical} == {
        name for name, row in table.items() if not row[4]
    }
    return result


def activity(name, hours, *waits_for):
    """An activity of a textbook: one without predecessors may start at once."""
    return task(name, hours, *waits_for, depends_on_nothing=not waits_for)


RELIABLE = {  # optimistic, likely, pessimistic; predecessors
    "A": ((1, 2, 3), ""),
    "B": ((2, 3.5, 8), "A"),
    "C": ((6, 9, 18), "B"),
    "D": ((4, 5.5, 10), "C"),
    "E": ((1, 4.5, 5), "C"),
    "F": ((4, 4, 10), "E"),
    "G": ((5, 6.5, 11), "D"),
    "H": ((5, 8, 17), "EG"),
    "I": ((3, 7.5, 9), "C"),
    "J": ((3, 9, 9), "FI"),
    "K": ((4, 4, 4), "J"),
    "L": ((1, 5.5, 7), "J"),
    "M": ((1, 2, 3), "H"),
    "N": ((5, 5.5, 9), "KL"),
}


def test_reliable_construction():
    """The Reliable Construction Company (F. S. Hillier, G. J. Lieberman, Introduction to Operations Research, the
    chapter on project management): 14 activities, 44 weeks, and a standard deviation of 3 weeks along the critical
    path, so that the deadline of 47 weeks is kept with a probability of 84%. Here hours stand for weeks."""
    tasks = [activity(name, est(o, p, likely=m), *before) for name, ((o, m, p), before) in RELIABLE.items()]
    table = {
        "A": (0, 2, 0, 2, 0),
        "B": (2, 6, 2, 6, 0),
        "C": (6, 16, 6, 16, 0),
        "D": (16, 22, 20, 26, 4),
        "E": (16, 20, 16, 20, 0),
        "F": (20, 25, 20, 25, 0),
        "G": (22, 29, 26, 33, 4),
        "H": (29, 38, 33, 42, 4),
        "I": (16, 23, 18, 25, 2),
        "J": (25, 33, 25, 33, 0),
        "K": (33, 37, 34, 38, 1),
        "L": (33, 38, 33, 38, 0),
        "M": (38, 40, 42, 44, 4),
        "N": (38, 44, 38, 44, 0),
    }
    result = check(tasks, table, "A B C E F J L N")
    free = {str(item.id): item.free_slack_hours for item in result.items if item.free_slack_hours}
    assert free == {"I": 2, "K": 1, "M": 4}  # D and G could be late too, but at the cost of H and M
    assert result.duration_hours == 44
    assert p80_of(plan(phase(1, *tasks)))[0] == math.ceil(44 + 0.8416 * 3) == 47


def test_three_points():
    """The example of Wikipedia's article on PERT: seven activities, critical path a-c-e-g, 19.5 days (19.51 there, where
    each mean is rounded to hundredths first)."""
    tasks = [
        activity("a", est(2, 6, likely=4)),
        activity("b", est(3, 9, likely=5)),
        activity("c", est(4, 7, likely=5), "a"),
        activity("d", est(4, 10, likely=6), "a"),
        activity("e", est(4, 7, likely=5), "b", "c"),
        activity("f", est(3, 8, likely=4), "d"),
        activity("g", est(3, 8, likely=5), "e"),
    ]
    in_minutes = {
        "a": (0, 240, 0, 240, 0),
        "b": (0, 320, 230, 550, 230),
        "c": (240, 550, 240, 550, 0),
        "d": (240, 620, 520, 900, 280),
        "e": (550, 860, 550, 860, 0),
        "f": (620, 890, 900, 1170, 280),
        "g": (860, 1170, 860, 1170, 0),
    }
    table = {name: tuple(minute / 60 for minute in row) for name, row in in_minutes.items()}
    assert check(tasks, table, "a c e g").duration_hours == 19.5


# Activities on arrows, from event to event: each waits for all that lead to the event it starts from. Durations, then
# early start, early finish, late start, late finish, slack (B. W. Taylor, Introduction to Management Science, chapter 8,
# solutions to the problems on earliest and latest times and slack).
SMALL = {
    "1-2": (7, (0, 7, 2, 9, 2)),
    "1-3": (10, (0, 10, 0, 10, 0)),
    "2-4": (6, (7, 13, 9, 15, 2)),
    "3-4": (5, (10, 15, 10, 15, 0)),
    "3-5": (4, (10, 14, 14, 18, 4)),
    "4-5": (3, (15, 18, 15, 18, 0)),
    "5-6": (2, (18, 20, 18, 20, 0)),
}
WITH_A_DUMMY = {
    "1-2": (8, (0, 8, 1, 9, 1)),
    "1-3": (10, (0, 10, 0, 10, 0)),
    "1-4": (9, (0, 9, 6, 15, 6)),
    "2-5": (6, (8, 14, 9, 15, 1)),
    "2-6": (4, (8, 12, 16, 20, 8)),
    "3-5": (5, (10, 15, 10, 15, 0)),
    "4-5": (0, (9, 9, 15, 15, 6)),
    "4-7": (7, (9, 16, 20, 27, 11)),
    "5-7": (12, (15, 27, 15, 27, 0)),
    "5-8": (15, (15, 30, 16, 31, 1)),
    "6-9": (18, (12, 30, 20, 38, 8)),
    "7-8": (4, (27, 31, 27, 31, 0)),
    "8-9": (7, (31, 38, 31, 38, 0)),
}


@pytest.mark.parametrize(
    ("arrows", "path"), [(SMALL, "1-3 3-4 4-5 5-6"), (WITH_A_DUMMY, "1-3 3-5 5-7 7-8 8-9")], ids=["small", "dummy"]
)
def test_activities_on_arrows(arrows, path):
    """Published solutions of networks drawn with arrows, one of them with an activity that takes no time."""
    tasks = [
        activity(name, hours, *(other for other in arrows if other.split("-")[1] == name.split("-")[0]))
        for name, (hours, _) in arrows.items()
    ]
    check(tasks, {name: row for name, (_, row) in arrows.items()}, path)


def test_phases_as_summaries():
    """The same network cut into phases has the same times: phases are summaries and hold nothing back that their tasks
    do not."""
    tasks = [activity(name, est(o, p, likely=m), *before) for name, ((o, m, p), before) in RELIABLE.items()]
    whole = scheduled(phase(1, *tasks))
    phases = [phase(place, *tasks[place::3], depends_on=[]) for place in range(3)]
    cut = scheduled(*phases)
    assert {str(item.id): item.late_start_hours for item in cut.items} == {
        str(item.id): item.late_start_hours for item in whole.items
    }
    assert cut.critical_path == whole.critical_path
    assert p80_of(plan(*phases)) == p80_of(plan(phase(1, *tasks)))

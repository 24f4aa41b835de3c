"""Every number of a schedule against the rules in their plainest form (`by_the_rules.py`), on any plan."""

from fractions import Fraction

from by_the_rules import ByTheRules, below
from effort import examples
from hypothesis import given, settings
from made_plans import calendars, near_days, work_plans
from schedules import p80_of

from mkdocs_planplugin.model import State
from mkdocs_planplugin.schedule import schedule


def minutes(hours):
    """Hours of a schedule as whole minutes: they are no more than floats of such."""
    whole = round(hours * 60)
    assert whole / 60 == hours
    return whole


@given(work_plans(), calendars, near_days)
@settings(max_examples=examples(250))
def test_any_plan(made, calendar, today):
    """All of it at once: drawing a plan takes longer than scheduling it."""
    result = schedule(made, calendar, today)
    if result is not None:
        rules = ByTheRules(made, calendar)
        check_times_and_slack(result, rules)
        check_days(result, rules)
        check_dependencies(result, rules)
        check_p80(result, rules, made, calendar)
        check_critical_path(result, rules)
        check_forecast(result, rules, today)
        check_expected(result, rules, today)
        check_tracking(result, rules, today)


def check_times_and_slack(result, rules):
    """Early and late times, total and free slack, what is critical, and the finish."""
    assert minutes(result.duration_hours) == (rules.finish if rules.has_length else 0)
    assert (result.finish is None) == (not rules.has_length or result.axis.date(result.finish_day - 1) is None)
    assert result.start == rules.start
    for number, (item, work) in enumerate(zip(result.items, rules.works, strict=True)):
        assert item.source is work.source
        assert minutes(item.duration_hours) == work.minutes
        assert minutes(item.early_start_hours) == work.early
        assert minutes(item.early_finish_hours) == work.early + work.minutes
        assert minutes(item.late_start_hours) == work.late
        assert minutes(item.late_finish_hours) == work.late + work.minutes
        assert minutes(item.slack_hours) == rules.total_slack(number)
        assert minutes(item.free_slack_hours) == rules.free_slack(number)
        assert item.critical == (rules.total_slack(number) == 0)
        assert item.outcome is work.ended


def check_days(result, rules):
    """Hour h lies on working day floor(h / hours a day), a finish on ceil(h / hours a day) - 1, not before the start.
    What takes no time lies on the day on which the last of what it waits for is finished."""
    for number, item in enumerate(result.items):
        first, last = days_by_the_rules(rules, number)
        assert (item.start_day, item.finish_day) == (first + 1, last + 1)
        assert (item.start, item.finish) == (result.axis.date(first), result.axis.date(last))
    assert result.finish_day == last_day(rules, rules.finish) + 1


def last_day(rules, minute):
    """The working day, from 0, on which all is finished that ends at a minute: that of the last work to be finished,
    which may take no time and lie on a morning."""
    days = [
        days_by_the_rules(rules, number)[1] for number in range(len(rules.works)) if rules.ends(number) == rules.finish
    ]
    return max(Fraction(minute, rules.per_day).__ceil__() - 1, *days, 0)


def days_by_the_rules(rules, number):
    """The first and the last working day of a piece of work, from 0."""
    work = rules.works[number]
    first = Fraction(work.early, rules.per_day).__floor__()
    last = max(first, Fraction(work.early + work.minutes, rules.per_day).__ceil__() - 1)
    if work.minutes or work.early % rules.per_day or rules.follows_a_morning(number):
        return first, last
    return first - 1, first - 1


def check_dependencies(result, rules):
    """What an item waits for, directly or through others, is what the rules say, pair by pair; and no more is listed
    than what the rules have."""
    ids = [item.id for item in result.items]
    for item, work in zip(result.items, rules.works, strict=True):
        listed = {ids.index(name) for name in item.depends_on}
        assert listed <= work.waits_for.keys()
        assert _all_before(listed, rules) == _all_before(work.waits_for, rules)


def _all_before(numbers, rules):
    todo, found = list(numbers), set()
    while todo:
        number = todo.pop()
        if number not in found:
            found.add(number)
            todo += rules.works[number].waits_for
    return found


def check_p80(result, rules, made, calendar):
    """The 80% finish is that of the critical path on which the squared ranges add up to the most."""
    bound, merged = p80_of(made, calendar)
    assert minutes(bound) == rules.p80()
    assert merged >= bound
    assert merged == bound or any(work.length[1] for work in rules.works)
    day, merged_day = (last_day(rules, minutes(hours)) + 1 for hours in (bound, merged))
    days = (day, merged_day) if rules.has_length else (0, 0)
    assert result.finish_p80_day == day
    for found, number in zip((result.finish_p80, result.finish_p80_merged), days, strict=True):
        assert found == (result.axis.date(number - 1) if number else None)


def check_critical_path(result, rules):
    """The critical path is, of all that follow one another without a gap and cannot be made longer, the one with the
    most spread, and the first in the text among equals: found by writing all of them down."""
    ids = [item.id for item in result.items]
    critical = [number for number, item in enumerate(result.items) if item.critical]
    after = {
        number: [
            other
            for other in critical
            if ids[number] in result.items[other].depends_on and rules.ends_as_begins(number, other)
        ]
        for number in critical
    }
    after = {
        number: [other for other in others if not goes_round(rules, after, number, other)]
        for number, others in after.items()
    }
    followers = {other for others in after.values() for other in others}
    paths, whole = [[number] for number in critical if number not in followers], []
    while paths:
        path = paths.pop()
        steps = after[path[-1]]
        paths += [[*path, step] for step in steps]
        whole += [] if steps else [path]
    best = min(whole, key=lambda path: (-sum(rules.works[number].length[1] for number in path), path), default=[])
    assert result.critical_path == tuple(ids[number] for number in best)


def goes_round(rules, after, number, other):
    """Whether a work follows another without a gap only through works between them: what is said of the two leaves a
    gap, and it is a phase with these works that is waited for."""
    lags = [lag for before, then, lag in rules.kept if (before, then) == (number, other)]
    gaps = [rules.ends(number) + lag < rules.works[other].early for lag in lags]
    return bool(gaps) and all(gaps) and any(other in after[between] for between in after[number])


def check_forecast(result, rules, today):
    """What is left, from today on: durations, times, slack, finish and its 80%."""
    rest = rules.forecast(today)
    assert (result.forecast is None) == (rest is None)
    if rest is None:
        assert all(item.remaining is None for item in result.items)
        return
    assert minutes(result.forecast.finish_hours) == rest.finish
    assert minutes(result.forecast.from_hours) == (rules.morning(today.toordinal()) or 0)
    last = last_day(rest, rest.p80())
    assert result.forecast.finish_p80 == result.axis.date(
        max(last, minutes(result.forecast.from_hours) // rules.per_day)
    )
    for number, (item, work) in enumerate(zip(result.items, rest.works, strict=True)):
        assert (item.remaining is None) == work.settled
        if item.remaining:
            assert minutes(item.remaining.hours) == work.minutes
            assert minutes(item.remaining.start_hours) == work.early
            assert minutes(item.remaining.finish_hours) == work.early + work.minutes
            assert minutes(item.remaining.slack_hours) == rest.total_slack(number)
            assert item.remaining.critical == (rest.total_slack(number) == 0)
            assert item.id not in result.forecast.critical_path or item.remaining.critical


def held_by_others(made):
    """The tasks left that are blocked, or have not begun, and name a day by themselves: the plans here name no team."""
    ended = made.outcomes()
    for work in made.walk():
        begun = any(each.state in (State.IN_PROGRESS, State.DONE) for each in below(work))
        if work.blocked_until and work.id not in ended and (work.state is State.BLOCKED or not begun):
            yield work.id, work.blocked_until


def check_expected(result, rules, today):
    """The forecast once more, where what is blocked starts on the working day after; and nothing where nobody tracks
    what is done."""
    rest = rules.expected(today, held_by_others(rules.plan))
    assert (result.expected is None) == (rest is None)
    if rest is None:
        assert all(item.expected is None for item in result.items)
        return
    assert minutes(result.expected.finish_hours) == rest.finish
    assert result.expected.finish_hours >= result.forecast.finish_hours
    floor = minutes(result.expected.from_hours)
    last = last_day(rest, rest.p80())
    p80 = None if result.waits_without_day else result.axis.date(max(last, floor // rules.per_day))
    assert result.expected.finish_p80 == p80
    for number, (item, work) in enumerate(zip(result.items, rest.works, strict=True)):
        assert (item.expected is None) == work.settled
        if item.expected:
            assert minutes(item.expected.start_hours) == work.early
            assert minutes(item.expected.finish_hours) == work.early + work.minutes
            first, last = days_by_the_rules(rest, number)
            assert (item.expected.start_day, item.expected.finish_day) == (first + 1, last + 1)
            assert item.expected.critical == (rest.total_slack(number) == 0)


def check_tracking(result, rules, today):
    """Shares of hours: those whose planned finish is not after today, and those that are done."""
    whole = sum(work.minutes for work in rules.works)
    due = sum(minutes(item.duration_hours) for item in result.items if item.finish and item.finish <= today)
    done = sum(minutes(item.duration_hours) for item in result.items if item.done)
    expected = [round(float(100 * Fraction(part, whole)), 1) if whole else None for part in (due, done)]
    tracking = result.tracking
    if result.axis.first is None:
        expected[0] = None
    for found, share in zip((tracking.planned_percent, tracking.actual_percent), expected, strict=True):
        assert found == share or abs(found - share) < 0.11
        assert found is None or 0 <= found <= 100
    if result.expected is None:
        assert tracking.slip_days is None
    else:
        assert tracking.slip_days == result.expected.slip_days
        assert tracking.expected_finish == result.expected.finish

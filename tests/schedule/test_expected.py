"""The expected finish: the forecast with the days that others have named, and what it leaves out."""

import datetime as dt

import made_plans
import pytest
from made_plans import MONDAY, phase, plan, ref
from msgspec import structs
from schedules import scheduled

from mkdocs_planplugin.catalog import not_counted_sentence, sentence_text
from mkdocs_planplugin.model import Calendar, ExternalDependency, PlanLink, State, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.schedule import schedule

TODAY = MONDAY
FRIDAY = MONDAY + dt.timedelta(4)
NEXT_MONDAY = MONDAY + dt.timedelta(7)


def task(*args, title=None, **rest):
    made = made_plans.task(*args, **rest)
    return made if title is None else structs.replace(made, title=title)


def promise(team, day=FRIDAY, what="keys"):
    return ExternalDependency(team, what, "then", 1, day)


def expected(*tasks, today=TODAY, **rest):
    return scheduled(phase(1, *tasks), today=today, **rest)


def starts(result):
    return {str(item.id): item.expected.start for item in result.items if item.expected}


def left_out(result, today=TODAY):
    return [sentence_text(not_counted_sentence(each), today) for each in result.not_counted]


def test_it_is_the_forecast_where_nothing_is_waited_for():
    result = expected(task("1.1", 16, state=State.IN_PROGRESS), task("1.2", 8))
    assert result.expected is result.forecast
    assert [item.expected for item in result.items] == [item.remaining for item in result.items]
    assert (result.holds, result.not_counted) == ((), ())


def test_a_blocked_task_starts_on_the_working_day_after():
    """Its own day goes before the promise of a team that it names."""
    blocked = task("1.1", 8, state=State.BLOCKED, blocked_until=FRIDAY, notes=("The bank is slow",))
    result = expected(blocked, task("1.2", 8), external_dependencies=(promise("Bank", NEXT_MONDAY),))
    assert starts(result) == {"1.1": NEXT_MONDAY, "1.2": NEXT_MONDAY + dt.timedelta(1)}
    assert result.forecast.finish == MONDAY + dt.timedelta(1)
    assert (result.expected.finish, result.expected.slip_days) == (NEXT_MONDAY + dt.timedelta(1), 5)
    assert result.expected.critical_path == (ref("1.1"), ref("1.2"))


@pytest.mark.parametrize(
    "how",
    [{"title": "Keys of the Bank"}, {"notes": ("the bank's keys",)}, {"dependencies": "Keys (bank)"}],
    ids=["title", "note", "dependencies"],
)
def test_a_blocked_task_waits_for_the_latest_promise_of_a_team_it_names(how):
    made = plan(
        phase(1, task("1.1", 8, state=State.BLOCKED, **how)),
        external_dependencies=(promise("Bank", MONDAY), promise("bank (head office)", FRIDAY), promise("Post", None)),
    )
    result = schedule(made, Calendar(), TODAY)
    assert starts(result) == {"1.1": NEXT_MONDAY}
    (hold,) = result.holds
    assert (hold.by, hold.until, hold.promise.team) == (ref("1.1"), FRIDAY, "bank (head office)")


def test_a_task_that_has_not_begun_waits_for_what_it_needs():
    """For the team that its dependencies name, not for one that only its title or a note names; what has begun waits for
    none."""
    promises = (promise("Bank"),)
    needs = task("1.1", 8, dependencies="Keys from the Bank", depends_on_nothing=True)
    names = task("1.2", 8, title="Write to the Bank", notes=("Bank",), depends_on_nothing=True)
    begun = task("1.3", 8, state=State.IN_PROGRESS, dependencies="Bank", depends_on_nothing=True)
    result = expected(needs, names, begun, external_dependencies=promises)
    assert starts(result) == {"1.1": NEXT_MONDAY, "1.2": MONDAY, "1.3": MONDAY}


@pytest.mark.parametrize(("team", "title", "is_named"), [
    ("IT", "Is it there?", False), ("IT", "From IT, please", True), ("Bank", "The bankers", False), ("C++", "In C++", True),
])  # fmt: skip
def test_how_a_team_is_named(team, title, is_named):
    """By whole words; in capitals where it has nothing else."""
    result = expected(task("1.1", 8, state=State.BLOCKED, title=title), external_dependencies=(promise(team),))
    assert bool(result.holds) is is_named


def test_what_is_over_is_held_by_nothing():
    done = task("1.1", 8, state=State.DONE, blocked_until=FRIDAY, dependencies="Bank")
    result = expected(done, task("1.2", 8), external_dependencies=(promise("Bank"),))
    assert result.expected is result.forecast
    assert not result.not_counted


def test_what_is_left_out_is_said():
    """The most harmful first: blocked without a day, blocked beyond it, no estimate, several tasks at once, promises."""
    result = expected(
        task("1.1", 8, state=State.BLOCKED, depends_on_nothing=True),
        task("1.2", 8, state=State.BLOCKED, depends_on_nothing=True, blocked_until=dt.date(2026, 1, 9)),
        task("1.3", 8, state=State.BLOCKED, depends_on_nothing=True, title="Bank"),
        task("1.4", depends_on_nothing=True),
        task("1.5", 16, depends_on_nothing=True, owner="Ana"),
        task("1.6", 16, depends_on_nothing=True, owner="ana and Bo"),
        external_dependencies=(promise("Bank", dt.date(2026, 1, 8)), promise("Post"), promise("Town"), promise("X", MONDAY)),
    )  # fmt: skip
    assert left_out(result) == [
        "1.1 is blocked, and nobody has said until when",
        "1.2 is still blocked, which was to end on 9 Jan",
        "1.3 is still blocked (Bank had promised 8 Jan)",
        "1.4 has no estimate",
        "Ana has 1.5 and 1.6 at once on 12 Jan",
        "Post (16 Jan), Town (16 Jan) and X (12 Jan) promise what no task waits for",
    ]


def test_many_names_are_counted():
    result = expected(*(task(f"1.{n}", state=State.BLOCKED) for n in range(1, 8)))
    assert not left_out(result)  # nothing has a length: there is no finish to leave anything out of
    result = expected(task("1.9", 8), *(task(f"1.{n}", 8, state=State.BLOCKED) for n in range(1, 8)))
    assert left_out(result) == ["1.1, 1.2, 1.3 and 4 more are blocked, and nobody has said until when"]


def test_without_length_there_is_no_finish():
    """Nothing has an estimate: no finish, no forecast, no slip; a start date of a task is no length."""
    for tasks in ([task("1.1")], [task("1.1", start=FRIDAY)]):
        result = expected(*tasks)
        assert (result.finish, result.finish_p80, result.forecast, result.expected) == (None, None, None, None)
        assert (result.duration_hours, result.tracking.slip_days) == (0, None)
    assert scheduled(phase(1, task("1.1"), hours=8), today=TODAY).forecast


def test_nobody_knows_what_is_left_of_what_nobody_tracks():
    """No state anywhere: a forecast would say that nothing is done. A plan that starts later, or is a draft, is known."""
    work = task("1.1", 8, state=None)
    result = expected(work)
    assert (result.expected, result.tracking.slip_days) == (None, None)
    assert expected(work, status=Status.IN_PROGRESS).expected is None
    assert expected(work, start=FRIDAY).expected
    assert expected(work, status=Status.DRAFT).expected


# Over all plans


def entry(path, *tasks, links=(), today=TODAY, **rest):
    links = tuple(PlanLink(href, "", 7, ref(by) if by else None) for href, by in links)
    made = structs.replace(plan(phase(1, *tasks), links=links, **rest), title=path.removesuffix(".md"))
    return Entry.of(path, path, made, Calendar(), today)


def finishes(*entries):
    portfolio = Portfolio.of(entries)
    assert portfolio == Portfolio.of(entries[::-1])
    return {each.path: each.schedule.expected.finish.day for each in portfolio.entries if each.schedule.expected}


def test_a_task_starts_behind_the_other_plan():
    """And so on, from plan to plan; what has begun waits no longer."""
    long = entry("c.md", task("1.1", 40), task("1.2", 8))
    middle = entry("b.md", task("1.1", 8), links=[("c.md#a-1.1", "1.1")])
    first = entry("a.md", task("1.1", 8), links=[("b.md", "1.1")])
    begun = entry("d.md", task("1.1", 16, state=State.IN_PROGRESS), links=[("c.md", "1.1")])
    assert finishes(first, middle, long, begun) == {"a.md": 20, "b.md": 19, "c.md": 19, "d.md": 12}


def test_a_plan_that_is_behind_schedule_itself_moves_the_others():
    blocked = entry("b.md", task("1.1", 8, state=State.BLOCKED, blocked_until=FRIDAY))
    assert finishes(blocked, entry("a.md", task("1.1", 8), links=[("b.md", "1.1")])) == {"b.md": 19, "a.md": 20}


def test_a_circle_is_left_as_it_is():
    """With a finding on each page, and no finish counts the other."""
    one = entry("a.md", task("1.1", 8), links=[("b.md", "1.1")])
    other = entry("b.md", task("1.1", 16), links=[("a.md", "1.1"), ("c.md", "1.1")])
    outside = entry("c.md", task("1.1", 24))
    portfolio = Portfolio.of([one, other, outside])
    assert finishes(one, other, outside) == {"a.md": 12, "b.md": 16, "c.md": 14}
    for each in portfolio.entries[:2]:
        assert [(found.code, found.line) for found in each.findings if found.code == "PLAN302"] == [("PLAN302", 7)]
        assert [kind.plan.path for kind in each.schedule.not_counted if kind.plan] == [
            "b.md" if each.path == "a.md" else "a.md"
        ]
    assert not portfolio.entries[2].findings


def test_a_plan_on_hold_has_no_finish_to_wait_for():
    rests = entry("b.md", task("1.1", 8), status=Status.ON_HOLD)
    (made, _) = Portfolio.of([entry("a.md", task("1.1", 8), links=[("b.md", "1.1")]), rests]).entries
    assert left_out(made.schedule) == ["1.1 waits for b"]
    forecast, earliest = made.schedule.forecast, made.schedule.expected
    assert (earliest.finish, earliest.critical_path) == (forecast.finish, forecast.critical_path)
    # How probable an earliest finish is nobody can say.
    assert (earliest.finish_p80, earliest.finish_p80_merged) == (None, None)

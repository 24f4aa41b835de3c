# Plans made by hand and by Hypothesis, for the tests of everything that reads a `Plan`.
"""Short ways to say a plan in a test, and strategies that draw any."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import strategies as st

from mkdocs_planplugin.model import (
    NO_ESTIMATE,
    Calendar,
    ChecklistGroup,
    ChecklistItem,
    Communication,
    Estimate,
    ExternalDependency,
    Finding,
    Item,
    Level,
    Link,
    Phase,
    PhaseRef,
    Plan,
    Position,
    Resources,
    Revision,
    Risk,
    RiskId,
    RollbackStep,
    Severity,
    State,
    Status,
    SuccessMetrics,
    Task,
    TaskId,
    TeamMember,
    TimelineRow,
)
from mkdocs_planplugin.portfolio import Entry

MONDAY = dt.date(2026, 1, 12)
SATURDAY = dt.date(2026, 1, 10)


def est(low=None, high=None, likely=None):
    """An estimate in hours: one value, a range, or three points."""
    return NO_ESTIMATE if low is None else Estimate("said", low, likely, low if high is None else high)


def ref(name):
    """The task of this id (`1.1`), the second one of it (`1.1@L9`), the one without any on a line (`L7`), or the phase
    of a number (`phase:1`)."""
    if not isinstance(name, str):
        return name
    if name.startswith("phase:"):
        return PhaseRef(name.removeprefix("phase:"))
    written, repeated, line = name.partition("@L")
    if repeated:
        return TaskId(written, int(line), repeated=True)
    return TaskId(None, int(name[1:])) if re.fullmatch("L[0-9]+", name) else TaskId(name)


def refs(*names):
    """The tasks and phases of these names."""
    return tuple(map(ref, names))


def risk_id(name):
    """The id of a risk, as `ref` reads those of tasks."""
    return RiskId(*ref(name))


def task(name, hours=None, *depends_on, state=State.OPEN, **rest):
    """A task of this id; `hours` is a number, or an `Estimate`."""
    estimate = hours if isinstance(hours, Estimate) else est(hours)
    line, depends_on = rest.pop("line", 1), refs(*depends_on)
    return Task(ref(name), f"Do {name}", state, line, f"a-{name}", estimate, depends_on=depends_on, **rest)


def phase(number, *tasks, hours=None, depends_on=None, **rest):
    """A phase; `depends_on` are keys and ids it states, `None` where it says nothing."""
    said = {} if depends_on is None else {"dependencies": "said", "depends_on": refs(*depends_on)}
    estimate = hours if isinstance(hours, Estimate) else est(hours)
    line = rest.pop("line", 1)
    return Phase(
        PhaseRef(str(number)), str(number), f"Part {number}", line, f"p-{number}", estimate, tasks=tasks, **said, **rest
    )


def plan(*phases, start=MONDAY, **rest):
    """A plan of these phases that starts on a Monday."""
    return Plan("A plan", 1, phases=phases, start=start, **rest)


# Strategies. Ids and keys are few, so that references meet; some are of nothing.

NAMES = (
    [f"{p}.{t}" for p in range(1, 5) for t in range(1, 4)] + [f"phase:{p}" for p in range(1, 5)] + ["9.9", "phase:9"]
)
words = st.text("abc &<é“\u2028", max_size=6)
maybe_words = st.none() | words
days = st.dates(dt.date(2025, 12, 20), dt.date(2026, 3, 1)) | st.dates()
maybe_days = st.none() | days
states = st.none() | st.sampled_from(State)
levels = st.none() | st.sampled_from(Level)
lines = st.integers(1, 500)
hours = st.integers(0, 40) | st.floats(0, 100)


@st.composite
def estimates(draw):
    """Nothing, words without a length, one value, a range or three points."""
    low, likely, high = sorted(draw(st.tuples(hours, hours, hours)))
    shapes = [NO_ESTIMATE, Estimate("XL"), est(low), est(low, high), est(low, high, likely)]
    return draw(st.sampled_from(shapes))


any_hours = hours | st.sampled_from([-1.0, 1e300, float("inf"), float("nan")])
positions = st.builds(Position, words, any_hours, st.none() | any_hours) | st.builds(
    Position, words, st.none(), st.none(), maybe_days, maybe_days
)
references = st.lists(st.sampled_from(refs(*NAMES)), max_size=3).map(tuple)


@st.composite
def tasks(draw, name, depth=1):
    """A task of this id, perhaps with sub-tasks."""
    parts = range(draw(st.integers(0, 2))) if depth else ()
    return Task(
        ref(name),
        draw(words),
        draw(states),
        draw(lines),
        f"plan-task-{name}",
        draw(estimates()),
        risk=draw(levels),
        depends_on=draw(st.just(()) | references),
        depends_on_unresolved=draw(st.lists(st.builds(TaskId, words), max_size=1).map(tuple)),
        dependencies=draw(maybe_words),
        depends_on_nothing=draw(st.booleans()),
        owner=draw(maybe_words),
        start=draw(maybe_days),
        due=draw(maybe_days),
        parallel=draw(st.booleans()),
        attributes=draw(st.dictionaries(words, words, max_size=2)),
        subtasks=tuple(draw(tasks(f"{name}.{part}", depth - 1)) for part in parts),
        remaining=draw(st.just(NO_ESTIMATE) | estimates()),
    )


@st.composite
def phases(draw, number):
    """A phase of this number with up to three tasks."""
    count = draw(st.integers(0, 3))
    return Phase(
        PhaseRef(str(number)),
        draw(st.none() | st.just(str(number))),
        draw(words),
        draw(lines),
        f"plan-phase-{number}",
        draw(estimates()),
        depends_on=draw(st.just(()) | references),
        dependencies=draw(maybe_words),
        tasks=tuple(draw(tasks(f"{number}.{place}")) for place in range(1, count + 1)),
        criteria=draw(st.lists(checks, max_size=2).map(tuple)),
        position=draw(st.none() | positions),
        state=draw(states),
    )


checks = st.builds(ChecklistItem, words, states, lines, st.none() | st.builds(TaskId, words))
items = st.lists(st.builds(Item, words, lines, words), max_size=1).map(tuple)
texts = st.lists(words, max_size=1).map(tuple)


@st.composite
def plans(draw):
    """Any plan."""
    count = draw(st.integers(0, 4))
    loose = draw(st.integers(0, 2))
    return Plan(
        draw(words),
        draw(lines),
        is_template=draw(st.booleans()),
        tags=draw(texts),
        declared_status=draw(maybe_words),
        status=draw(st.none() | st.sampled_from(Status)),
        created=draw(maybe_days),
        last_updated=draw(maybe_days),
        start=draw(maybe_days),
        due=draw(maybe_days),
        based_on=draw(st.none() | st.builds(Link, words, maybe_words)),
        phases=tuple(draw(phases(number)) for number in range(1, count + 1)),
        tasks=tuple(draw(tasks(f"L{place}")) for place in range(loose)),
        **draw(sections()),
    )


@st.composite
def sections(draw):
    """The sections that are no work: drawn together, empty or full, to keep the drawing short."""
    if draw(st.booleans()):
        return {}
    return {
        "summary": draw(maybe_words),
        "key_findings": draw(items),
        "decisions": draw(items),
        "criteria": draw(st.lists(checks, max_size=2).map(tuple)),
        "risks": draw(
            st.lists(
                st.builds(Risk, st.builds(RiskId, words), words, lines, words, levels, levels, levels), max_size=2
            ).map(tuple)
        ),
        "definition_of_done": (ChecklistGroup(draw(words), (draw(checks),)),),
        "timeline": (TimelineRow(draw(words), draw(estimates()), draw(maybe_words), draw(levels), draw(lines)),),
        "timeline_total": draw(st.none() | estimates()),
        "resources": Resources((TeamMember(draw(words), draw(st.none() | hours)),), draw(texts), draw(texts)),
        "communication": Communication(draw(st.dictionaries(words, words, max_size=1)), draw(texts)),
        "rollback": (RollbackStep(draw(maybe_words), draw(words)),),
        "success_metrics": SuccessMetrics(draw(texts), draw(maybe_words)),
        "assumptions": draw(items),
        "open_questions": draw(items),
        "external_dependencies": (ExternalDependency(draw(maybe_words), draw(words), draw(maybe_words), draw(lines)),),
        "revisions": (
            Revision(draw(maybe_days), draw(maybe_words), draw(maybe_words), draw(maybe_words), draw(lines)),
        ),
        "findings": (Finding(draw(lines), "PLAN201", draw(st.sampled_from(Severity)), draw(words)),),
        "placeholders": draw(st.integers(0, 9)),
    }


# Only what a schedule reads, drawn in few steps.

NEAR = [dt.date(2026, 1, 1) + dt.timedelta(day) for day in range(45)]
FAR = [dt.date.min, dt.date(1999, 12, 31), dt.date(2028, 2, 29), dt.date.max]
near_days = st.sampled_from([*NEAR, *FAR])
HOURS = [0, 1, 2.5, 4, 7.3, 8, 8, 8, 12, 16, 24, 40, 1 / 3]
short_estimates = st.sampled_from(
    [NO_ESTIMATE] * 6
    + [est(low) for low in HOURS]
    + [est(low, high) for low in HOURS for high in HOURS if low < high]
    + [est(4, 16, likely=7), est(1, 2, likely=1), est(8, 40, likely=8), Estimate("XL"), est(1e300)]
)


@st.composite
def work(draw, name, depth=1):
    """A task of this id, perhaps with sub-tasks."""
    state, how, line = draw(st.tuples(states, st.sampled_from(["", "", "", "nothing", "parallel"]), lines))
    parts = range(draw(st.sampled_from([0, 0, 0, 1, 2]))) if depth else ()
    return task(
        name,
        draw(short_estimates),
        *draw(st.just(()) | references),
        state=state,
        line=line,
        depends_on_nothing=how == "nothing",
        parallel=how == "parallel",
        start=draw(st.sampled_from([None, None, None, *NEAR, *FAR])),
        remaining=draw(st.just(NO_ESTIMATE) | short_estimates),
        subtasks=tuple(draw(work(f"{name}.{part}", depth - 1)) for part in parts),
    )


@st.composite
def work_plans(draw):
    """A plan of work: phases with tasks, blocks, milestones, positions, and tasks outside phases."""
    sizes = draw(st.lists(st.integers(0, 4), max_size=4))
    return plan(
        *[
            phase(
                number,
                *[draw(work(f"{number}.{place}")) for place in range(1, size + 1)],
                hours=draw(short_estimates),
                depends_on=draw(st.none() | references),
                position=draw(st.none() | positions),
                state=draw(states),
                line=draw(lines),
                criteria=draw(st.just(()) | st.lists(checks, max_size=1).map(tuple)),
            )
            for number, size in enumerate(sizes, 1)
        ],
        tasks=tuple(draw(work(name)) for name in ("L0", "L1")[: draw(st.integers(0, 2))]),
        start=draw(st.none() | near_days),
        status=draw(st.none() | st.sampled_from(Status)),
        is_template=draw(st.sampled_from([False] * 9 + [True])),
    )


calendars = st.builds(
    Calendar,
    hours_per_day=st.sampled_from([8.0, 7.5, 6, 1, 24]),
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    holidays=st.frozensets(st.dates(dt.date(2025, 12, 20), dt.date(2026, 2, 10)), max_size=20),
)


@st.composite
def entries(draw):
    """A page of the site with any plan."""
    path, made, calendar, today = draw(words), draw(plans()), draw(calendars), draw(days)
    return Entry.of(path, f"{path}/", made, calendar, today, based_on_path=draw(maybe_words))

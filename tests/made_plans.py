# Plans made by hand and by Hypothesis, for the tests of everything that reads a `Plan`.
"""Short ways to say a plan in a test, and strategies that draw any."""

from __future__ import annotations

import datetime as dt
import re
from itertools import cycle, islice

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
from mkdocs_planplugin.reading.values import read_people

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
    rest.setdefault("owners", read_people(rest.get("owner")))
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


# Strategies. A plan has hundreds of values; each that Hypothesis draws by itself takes a tenth of a millisecond, far more
# than what is tested. So it draws bytes, once for each phase and task, and the values are read from them. A failing
# example still shrinks: towards zeros, for which each value is the first of its choices.


class Choices:
    """Values read from bytes that are drawn; where these end they begin again."""

    def __init__(self, draw):
        self.draw = draw
        self.bytes = cycle(draw(BYTES))

    def others(self):
        """For a part that is drawn by itself."""
        return Choices(self.draw)

    def number(self, below):
        """A whole number from zero on."""
        size = (below - 1).bit_length() + 7 >> 3
        return int.from_bytes(islice(self.bytes, size)) % below if size else 0

    def of(self, choices):
        return choices[self.number(len(choices))]

    def maybe(self, value, *args):
        """None, or a value, as likely as not."""
        return value(*args) if self.number(2) else None

    def up_to(self, most, value, *args):
        """So many values at most, or none."""
        return tuple(value(*args) for _ in range(self.number(most + 1)))

    def words(self):
        return "".join(self.up_to(6, self.of, "abc &<é“\u2028"))

    def line(self):
        return 1 + self.number(500)

    def state(self):
        return self.of([None, *State])

    def level(self):
        return self.of([None, *Level])

    def day(self):
        """Near the beginning of 2026, or any."""
        near = dt.date(2025, 12, 20) + dt.timedelta(self.number(72))
        return dt.date.fromordinal(1 + self.number(dt.date.max.toordinal())) if self.number(2) else near

    def hours(self):
        """From 0 to 100: a whole number, a fraction, or a strange one."""
        return self.of([self.number(41), self.number(2**32) * 100 / 2**32, self.of([0.0, 5e-324, 1 / 3, 0.1, 100.0])])

    def any_hours(self):
        return self.of([self.hours(), self.hours(), -1.0, 1e300, float("inf"), float("nan")])

    def estimate(self):
        """Nothing, words without a length, one value, a range or three points."""
        low, likely, high = sorted((self.hours(), self.hours(), self.hours()))
        return self.of([NO_ESTIMATE, Estimate("XL"), est(low), est(low, high), est(low, high, likely)])

    def position(self):
        """Of hours or of days, from one on or from one to another."""
        return self.of(
            [
                Position(self.words(), self.any_hours(), self.maybe(self.any_hours)),
                Position(self.words(), None, None, self.maybe(self.day), self.maybe(self.day)),
            ]
        )

    def references(self):
        """Ids and keys are few, so that references meet; some are of nothing."""
        return self.up_to(3, self.of, NAMES)

    def pairs(self, most):
        return dict(self.up_to(most, lambda: (self.words(), self.words())))

    def task_id(self):
        return TaskId(self.words())

    def lags(self):
        """Mostly none; else some hours behind, or before, all that may be waited for."""
        hours = self.of([0, 0, 0, 4, 20, -3, -40])
        return dict.fromkeys(NAMES, hours) if hours else {}

    # Parts of a plan, with all that they can have

    def task(self, name, depth=1):
        """A task of this id, perhaps with sub-tasks."""
        owner = self.maybe(self.words)
        return Task(
            ref(name),
            self.words(),
            self.state(),
            self.line(),
            f"plan-task-{name}",
            self.estimate(),
            risk=self.level(),
            depends_on=self.of([(), self.references()]),
            depends_on_unresolved=self.up_to(1, self.task_id),
            dependencies=self.maybe(self.words),
            depends_on_nothing=self.of([False, True]),
            lags=self.lags(),
            owner=owner,
            owners=read_people(owner),
            start=self.maybe(self.day),
            due=self.maybe(self.day),
            parallel=self.of([False, True]),
            attributes=self.pairs(2),
            subtasks=tuple(
                self.others().task(f"{name}.{part}", depth - 1) for part in range(self.number(3) if depth else 0)
            ),
            remaining=self.of([NO_ESTIMATE, self.estimate()]),
        )

    def phase(self, number):
        """A phase of this number with up to three tasks."""
        return Phase(
            PhaseRef(str(number)),
            self.of([None, str(number)]),
            self.words(),
            self.line(),
            f"plan-phase-{number}",
            self.estimate(),
            depends_on=self.of([(), self.references()]),
            dependencies=self.maybe(self.words),
            lags=self.lags(),
            tasks=tuple(self.others().task(f"{number}.{place}") for place in range(1, self.number(4) + 1)),
            criteria=self.up_to(2, self.check),
            position=self.maybe(self.position),
            state=self.state(),
        )

    def check(self):
        return ChecklistItem(self.words(), self.state(), self.line(), self.maybe(self.task_id))

    def item(self):
        return Item(self.words(), self.line(), self.words())

    def link(self):
        return Link(self.words(), self.maybe(self.words))

    def risk(self):
        words = RiskId(self.words()), self.words(), self.line(), self.words()
        return Risk(*words, self.level(), self.level(), self.level())

    def plan(self):
        """Any plan."""
        return Plan(
            self.words(),
            self.line(),
            is_template=self.of([False, True]),
            tags=self.up_to(1, self.words),
            declared_status=self.maybe(self.words),
            status=self.of([None, *Status]),
            created=self.maybe(self.day),
            last_updated=self.maybe(self.day),
            start=self.maybe(self.day),
            due=self.maybe(self.day),
            based_on=self.maybe(self.link),
            phases=tuple(self.others().phase(number) for number in range(1, self.number(5) + 1)),
            tasks=tuple(self.others().task(f"L{place}") for place in range(self.number(3))),
            **(self.others().sections() if self.number(2) else {}),
        )

    def sections(self):
        """The sections that are no work."""
        return {
            "summary": self.maybe(self.words),
            "key_findings": self.up_to(1, self.item),
            "decisions": self.up_to(1, self.item),
            "criteria": self.up_to(2, self.check),
            "risks": self.up_to(2, self.risk),
            "definition_of_done": (ChecklistGroup(self.words(), (self.check(),)),),
            "timeline": (
                TimelineRow(
                    self.words(),
                    self.estimate(),
                    self.maybe(self.words),
                    self.level(),
                    self.line(),
                    phase_key=self.of([None, PhaseRef("1"), PhaseRef("2")]),
                    depends_on_unresolved=self.up_to(1, self.task_id),
                ),
            ),
            "timeline_total": self.maybe(self.estimate),
            "resources": Resources(
                (TeamMember(self.words(), self.maybe(self.hours)),),
                self.up_to(1, self.words),
                self.up_to(1, self.words),
            ),
            "communication": Communication(self.pairs(1), self.up_to(1, self.words)),
            "rollback": (RollbackStep(self.maybe(self.words), self.words()),),
            "success_metrics": SuccessMetrics(self.up_to(1, self.words), self.maybe(self.words)),
            "assumptions": self.up_to(1, self.item),
            "open_questions": self.up_to(1, self.item),
            "external_dependencies": (
                ExternalDependency(self.maybe(self.words), self.words(), self.maybe(self.words), self.line()),
            ),
            "revisions": (
                Revision(
                    self.maybe(self.day),
                    self.maybe(self.words),
                    self.maybe(self.words),
                    self.maybe(self.words),
                    self.line(),
                ),
            ),
            "findings": (Finding(self.line(), "PLAN201", self.of([*Severity]), self.words()),),
            "placeholders": self.number(10),
        }

    # Only what a schedule reads

    def near_day(self):
        return self.of([*NEAR, *FAR])

    def short_estimate(self):
        return self.of(SHORT_ESTIMATES)

    def work(self, name, depth=1):
        """A task of this id, perhaps with sub-tasks."""
        how = self.of(["", "", "", "nothing", "parallel"])
        return task(
            name,
            self.short_estimate(),
            *self.of([(), self.references()]),
            state=self.state(),
            line=self.line(),
            depends_on_nothing=how == "nothing",
            lags=self.lags(),
            parallel=how == "parallel",
            start=self.of([None, None, None, *NEAR, *FAR]),
            remaining=self.of([NO_ESTIMATE, self.short_estimate()]),
            blocked_until=self.of([None, None, *NEAR, *FAR]),
            subtasks=tuple(
                self.others().work(f"{name}.{part}", depth - 1)
                for part in range(self.of([0, 0, 0, 1, 2]) if depth else 0)
            ),
        )

    def work_plan(self):
        """A plan of work: phases with tasks, blocks, milestones, positions, and tasks outside phases."""
        return plan(
            *[
                phase(
                    number,
                    *[self.others().work(f"{number}.{place}") for place in range(1, size + 1)],
                    hours=self.short_estimate(),
                    depends_on=self.maybe(self.references),
                    lags=self.lags(),
                    position=self.maybe(self.position),
                    state=self.state(),
                    line=self.line(),
                    criteria=self.up_to(1, self.check),
                )
                for number, size in enumerate(self.up_to(4, self.number, 5), 1)
            ],
            tasks=tuple(self.others().work(name) for name in ("L0", "L1")[: self.number(3)]),
            start=self.maybe(self.near_day),
            status=self.of([None, *Status]),
            is_template=self.of([False] * 9 + [True]),
        )


NAMES = refs(
    *[f"{p}.{t}" for p in range(1, 5) for t in range(1, 4)], *[f"phase:{p}" for p in range(1, 5)], "9.9", "phase:9"
)
NEAR = [dt.date(2026, 1, 1) + dt.timedelta(day) for day in range(45)]
FAR = [dt.date.min, dt.date(1999, 12, 31), dt.date(2028, 2, 29), dt.date.max]
HOURS = [0, 1, 2.5, 4, 7.3, 8, 8, 8, 12, 16, 24, 40, 1 / 3]
SHORT_ESTIMATES = (
    [NO_ESTIMATE] * 6
    + [est(low) for low in HOURS]
    + [est(low, high) for low in HOURS for high in HOURS if low < high]
    + [est(4, 16, likely=7), est(1, 2, likely=1), est(8, 40, likely=8), Estimate("XL"), est(1e300)]
)

BYTES = st.binary(min_size=64, max_size=64)
days = st.dates(dt.date(2025, 12, 20), dt.date(2026, 3, 1)) | st.dates()
near_days = st.sampled_from([*NEAR, *FAR])
calendars = st.builds(
    Calendar,
    hours_per_day=st.sampled_from([8.0, 7.5, 6, 1, 24]),
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    holidays=st.frozensets(st.dates(dt.date(2025, 12, 20), dt.date(2026, 2, 10)), max_size=20),
)


@st.composite
def plans(draw):
    return Choices(draw).plan()


@st.composite
def work_plans(draw):
    return Choices(draw).work_plan()


@st.composite
def entries(draw):
    """A page of the site with any plan."""
    values, calendar, today = Choices(draw), draw(calendars), draw(days)
    path, based_on_path = values.words(), values.maybe(values.words)
    return Entry.of(path, f"{path}/", values.plan(), calendar, today, based_on_path=based_on_path)

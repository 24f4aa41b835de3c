"""The rules of scheduling once more, in the plainest way there is: for each piece of work the list of all others it waits
for, and times that are put right until nothing changes. Slow, and with nothing in common with what it is held against.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction

from mkdocs_planplugin.model import NO_ESTIMATE, State, Status

HOUR = 60


def rounded(number):
    """A fraction rounded half up; what floats are off by is no half."""
    return math.floor(Fraction(round(number, 6)) + Fraction(1, 2))


def mean_and_spread(estimate):
    """The mean of an estimate in minutes and the square of its range; nothing where it says no length of time."""
    ends = estimate.min_hours, estimate.max_hours
    stated = [*ends, estimate.likely_hours or 0]
    if None in ends or not all(math.isfinite(end) and 0 <= end <= 10_000_000 for end in stated):
        return None
    low, likely, high = (None if end is None else Fraction(end) for end in (ends[0], estimate.likely_hours, ends[1]))
    mean = (low + high) / 2 if likely is None else (low + 4 * likely + high) / 6
    return rounded(mean * HOUR), round((estimate.max_hours - estimate.min_hours) * HOUR) ** 2


def below(task):
    """Itself and all tasks below."""
    return [task, *(each for sub in task.subtasks for each in below(sub))]


OVER = (State.DONE, State.CANCELLED)


def counted(task, above=None):
    """What is counted of a task: what has no parts, or the task itself where it has a box and its parts have none. Below
    a ticked task all boxes are done, below a cancelled one cancelled."""
    own = above if above and task.state not in (None, State.CANCELLED) else task.state
    parts = [state for sub in task.subtasks for state in counted(sub, own if own in OVER else None)]
    return parts if parts and (own is None or any(parts)) else [own]


def ended(states):
    """Done when everything is settled and something done; cancelled when everything is. What nobody tracks is left
    out, but is not cancelled."""
    stated = [state for state in states if state]
    if not stated or any(state not in OVER for state in stated):
        return None
    if State.DONE in stated:
        return State.DONE
    return State.CANCELLED if stated == states else None


def task_ended(task):
    """By its own mark, else by what is counted of it."""
    if task.state in OVER:
        return task.state
    return ended(counted(task)) if task.subtasks else None


def phase_ended(phase):
    """A cancelled one; by its boxes; without any, as it says itself; without tasks, when all its criteria are met."""
    states = [state for task in phase.tasks for state in counted(task)]
    has_boxes = any(state not in (None, State.CANCELLED) for state in states)
    if phase.state == State.CANCELLED:
        return State.CANCELLED
    if phase.state == State.DONE and not has_boxes:
        return State.DONE
    if phase.tasks:
        stated = phase.state if phase.state == State.DONE else None
        ends = [task_ended(task) or (stated if not any(counted(task)) else None) for task in phase.tasks]
        return None if None in ends else ended(ends)
    if phase.state is None and phase.criteria and all(item.state in OVER for item in phase.criteria):
        return State.DONE
    return None


def within(own, whole):
    """How a part has ended whose whole has."""
    return State.CANCELLED if whole == State.CANCELLED else own or whole


def leaves_ended(task, whole=None):
    """The parts that have no parts, each with how it has ended."""
    own = within(task_ended(task), whole)
    return [pair for sub in task.subtasks for pair in leaves_ended(sub, own)] if task.subtasks else [(task, own)]


def states_of(plan):
    """What says how far the plan is: the states of what is counted, those that phases without boxes say, and, where such
    phases speak and no box does, open for the silent ones."""
    states = [state for task in plan.tasks for state in counted(task)]
    spoken = []
    for phase in plan.phases:
        own = [state for task in phase.tasks for state in counted(task)]
        has_boxes = any(state not in (None, State.CANCELLED) for state in own) and phase.state != State.CANCELLED
        stated = None if has_boxes else phase_ended(phase) or phase.state
        states += [stated] if stated else own
        spoken.append("boxes" if has_boxes else stated)
    if "boxes" not in spoken and any(spoken):
        states += [State.OPEN for stated in spoken if stated is None]
    return states


def is_over(plan):
    """Whether nobody works on the plan any more, or for the time being: as it says, else as its boxes and phases do."""
    if plan.status:
        return plan.status in (Status.COMPLETE, Status.CANCELLED, Status.ON_HOLD)
    stated = [state for state in states_of(plan) if state]
    open_tops = [
        task for phase in plan.phases if not phase_ended(phase) for task in phase.tasks if not task_ended(task)
    ]
    open_tops += [task for task in plan.tasks if not task_ended(task)]
    return bool(stated) and not open_tops and all(state in OVER for state in stated)


def own_length(task):
    """A cancelled task takes no time; an estimate is what it is; a parent without one takes the sum of its leaves when
    each has one."""
    if task_ended(task) == State.CANCELLED:
        return 0, 0
    if length := mean_and_spread(task.estimate):
        return length
    lengths = [mean_and_spread(leaf.estimate) for leaf, end in leaves_ended(task) if end != State.CANCELLED]
    if not task.subtasks or None in lengths:
        return None
    return sum(mean for mean, _ in lengths), sum(spread for _, spread in lengths)


def lengths_of(tasks, whole):
    """Tasks without a length share equally what the whole leaves."""
    own = [own_length(task) for task in tasks]
    share = 0, 0
    if (total := mean_and_spread(whole)) and None in own:
        left = max(0, total[0] - sum(each[0] for each in own if each))
        spread = max(0, total[1] - sum(each[1] for each in own if each)) if left else 0
        share = rounded(Fraction(left, own.count(None))), rounded(Fraction(spread, own.count(None)))
    return [share if each is None else each for each in own]


def left_of(task, length):
    """What is left of a task that has not ended: what it says, half of what is in progress."""
    if stated := mean_and_spread(task.remaining):
        return stated
    parts_say = own_length(task) == length and not mean_and_spread(task.estimate) and task.subtasks
    if parts_say and own_length(task) is not None and task.state != State.IN_PROGRESS:
        parts = [left_of(leaf, mean_and_spread(leaf.estimate) or (0, 0)) for leaf, end in leaves_ended(task) if not end]
        return sum(mean for mean, _ in parts), sum(spread for _, spread in parts)
    if any(each.state in (State.IN_PROGRESS, State.DONE) for each in below(task)):
        return rounded(Fraction(length[0], 2)), rounded(Fraction(length[1], 4))
    return length


@dataclass
class Work:
    """A task or a block; `home` is the place of its phase. Times are minutes."""

    source: object
    home: int | None
    length: tuple[int, int]
    ended: State | None
    waits_for: dict[int, int] = field(default_factory=dict)  # with the lag
    not_before: int = 0
    early: int = 0
    late: int = 0

    @property
    def minutes(self):
        return self.length[0]

    @property
    def settled(self):
        return self.ended is not None


def lag_of(waiting, name):
    """The minutes between the finish of what is waited for and the start."""
    return round(waiting.lags.get(name, 0) * HOUR)


class ByTheRules:
    """A plan, its work with who waits for whom, and its times."""

    def __init__(self, plan, calendar):
        self.plan = plan
        self.calendar = calendar
        self.per_day = max(1, round(calendar.hours_per_day * HOUR))
        self.start = self._first_working_day(plan.start or plan.created)
        self.works = []
        self._lay_out()
        self.nodes = {}  # by name: a number of a work, or a phase's place as ("finish", place)
        self._name()
        self.kept = self._without_cycles()
        self._wait()
        self._time()

    # -- the calendar ------------------------------------------------------------------------------------------------

    def _works_on(self, day):
        return day.weekday() in self.calendar.working_days and day not in self.calendar.holidays

    def _first_working_day(self, day):
        try:
            while day and not self._works_on(day):
                day = type(day).fromordinal(day.toordinal() + 1)
        except ValueError:  # the calendar ends
            return None
        return day

    def morning(self, ordinal):
        """The minute at which a day begins; nothing before the start."""
        if self.start is None or ordinal < self.start.toordinal():
            return None
        weeks, rest = divmod(ordinal - self.start.toordinal(), 7)
        weekday = self.start.weekday()
        days = weeks * len(self.calendar.working_days)
        days += sum((weekday + step) % 7 in self.calendar.working_days for step in range(rest))
        days -= sum(
            self.start.toordinal() <= day.toordinal() < ordinal and day.weekday() in self.calendar.working_days
            for day in self.calendar.holidays
        )
        return days * self.per_day

    # -- the work ----------------------------------------------------------------------------------------------------

    def _position(self, phase):
        """From which minute to which a heading says; a cancelled phase is held to no time."""
        return (None, None) if phase_ended(phase) == State.CANCELLED else self._said_position(phase)

    def _said_position(self, phase):
        stated = phase.position
        if stated is None:
            return None, None
        if stated.from_hours is not None:
            ends = (stated.from_hours, stated.to_hours)
            return [None if end is None or not 0 <= end <= 10_000_000 else round(end * HOUR) for end in ends]
        if stated.start is None or self.start is None:
            return None, None
        last = (stated.finish or stated.start).toordinal() + 1
        evening = None if last > type(self.start).max.toordinal() else self.morning(last)
        return self.morning(max(stated.start, self.start).toordinal()), evening

    def _lay_out(self):
        for place, phase in enumerate(self.plan.phases):
            first, last = self._said_position(phase)
            whole = phase.estimate
            if not mean_and_spread(whole) and first is not None and last is not None and last > first:
                whole = type(whole)(None, (last - first) / HOUR, None, (last - first) / HOUR)
            end = phase_ended(phase)
            if not phase.tasks and mean_and_spread(whole):
                length = (0, 0) if end == State.CANCELLED else mean_and_spread(whole)
                self.works.append(Work(phase, place, length, end))
            self._add(phase.tasks, place, whole, end)
        self._add(self.plan.tasks, None, NO_ESTIMATE, None)

    def _add(self, tasks, home, whole, end):
        for task, length in zip(tasks, lengths_of(tasks, whole), strict=True):
            lasts = (0, 0) if end == State.CANCELLED else length
            work = Work(task, home, lasts, within(task_ended(task), end))
            work.not_before = (task.start and self.morning(task.start.toordinal())) or 0
            self.works.append(work)

    def in_phase(self, place):
        return [number for number, work in enumerate(self.works) if work.home == place]

    # -- who waits for whom ------------------------------------------------------------------------------------------

    def _name(self):
        for number, work in enumerate(self.works):
            if hasattr(work.source, "subtasks"):
                for task in below(work.source):
                    self.nodes.setdefault(task.id, number)
        for place, phase in enumerate(self.plan.phases):
            self.nodes.setdefault(phase.key, ("finish", place))

    def _statements(self):
        """What is said, and what is assumed: trust, line, before, after."""
        for place, phase in enumerate(self.plan.phases):
            known = [name for name in phase.depends_on if name in self.nodes]
            for name in known:
                yield 1, phase.line, self.nodes[name], ("start", place), lag_of(phase, name)
            in_vain = phase.depends_on or phase.depends_on_unresolved
            if place and not known and (phase.dependencies is None or in_vain) and not self._lies_at_its_time(phase):
                yield 3, phase.line, ("finish", place - 1), ("start", place), 0
            yield from self._of_tasks(self.in_phase(place))
        yield from self._of_tasks(self.in_phase(None))

    def _lies_at_its_time(self, phase):
        """Whether the heading says when, in hours that can be, or on days of which one is not before the start; a
        cancelled phase lies nowhere."""
        stated = None if phase_ended(phase) == State.CANCELLED else phase.position
        if stated and stated.from_hours is not None:
            return 0 <= stated.from_hours <= 10_000_000
        begun = self.plan.start or self.plan.created
        return bool(stated and stated.start and begun and (stated.finish or stated.start) >= begun)

    def _of_tasks(self, numbers):
        for before, number in zip([None, *numbers], numbers, strict=False):
            task = self.works[number].source
            if not hasattr(task, "subtasks"):
                continue
            known = [name for name in task.depends_on if name in self.nodes]
            for name in known:
                if self.nodes[name] != number or name == task.id:
                    yield 1, task.line, self.nodes[name], number, lag_of(task, name)
            if before is not None and not (known or task.depends_on_nothing or task.parallel):
                yield 3, task.line, before, number, 0
            for part in below(task)[1:]:
                for name in part.depends_on:
                    if self.nodes.get(name, number) != number:
                        yield 2, part.line, self.nodes[name], number, lag_of(part, name)

    def _summaries(self):
        for place in range(len(self.plan.phases)):
            yield ("start", place), ("finish", place), 0
            for number in self.in_phase(place):
                yield ("start", place), number, 0
                yield number, ("finish", place), 0

    def _without_cycles(self):
        """One statement after the other, by trust and line; what closes a cycle is left out."""
        kept = list(self._summaries())
        for _, _, before, after, lag in sorted(self._statements(), key=lambda each: each[:2]):
            reached, new = {after}, True
            while new:
                new = {target for source, target, _ in kept if source in reached} - reached
                reached |= new
            if before not in reached:
                kept.append((before, after, lag))
        return kept

    def _wait(self):
        """All that has to be finished before each piece of work, pair by pair, and the minute before which it may not
        start. The same for phases without work, which are milestones."""
        for number, work in enumerate(self.works):
            work.waits_for, earliest = self._before(number)
            work.not_before = max(work.not_before, earliest)
        empty = [place for place in range(len(self.plan.phases)) if not self.in_phase(place)]
        self.before_milestones = [self._before(("start", place))[0] for place in empty]

    def _before(self, start):
        """What has to be finished before a work or a phase can start, with the lag in between, and the minute before
        which it may not start: a phase hands on what it waits for."""
        waits_for, earliest = {}, 0
        todo, seen = [(before, lag, lag) for before, after, lag in self.kept if after == start], set()
        while todo:
            node, lag, own = todo.pop()
            if own:
                earliest = max(earliest, self._lag_begins(node) + lag)
            if (node, lag) in seen:
                continue
            seen.add((node, lag))
            if isinstance(node, int):
                waits_for[node] = max(lag, waits_for.get(node, lag))
                continue
            kind, place = node
            members = self.in_phase(place)
            if kind == "start" or not members:
                earliest = max(earliest, (self._position(self.plan.phases[place])[0] or 0) + lag)
                above = [(before, more) for before, after, more in self.kept if after == ("start", place)]
                todo += [(before, lag + more, more) for before, more in above]
            elif kind == "finish":
                todo += [(member, lag, 0) for member in members]
        return waits_for, earliest

    def _lag_begins(self, _node):
        """When a lag begins at the earliest."""
        return 0

    def _node_end(self, node):
        """When the work, or the phase, is finished."""
        if isinstance(node, int):
            return self.ends(node)
        members = self.in_phase(node[1])
        return max(map(self.ends, members)) if members else self._phase_start(node[1])

    def _is_under_way(self, node):
        """Whether what begins there has begun."""
        if isinstance(node, int):
            return self.works[node].settled or (
                hasattr(self.works[node].source, "subtasks") and self.works[node].source.begun
            )
        phase = self.plan.phases[node[1]]
        return phase.begun or phase_ended(phase) is not None

    # -- times -------------------------------------------------------------------------------------------------------

    @property
    def finish(self):
        """Of the work, and of phases without any that are to happen at a time."""
        ends = [work.early + work.minutes for work in self.works]
        return max([*ends, *self.milestones.values()], default=0)

    def _time(self):
        """Early times grow, late ones shrink, until nothing changes."""
        self.milestones = {}
        changed = True
        while changed:
            changed = False
            for work in self.works:
                ends = [self.ends(other) + lag for other, lag in work.waits_for.items()]
                early = max([work.not_before, *ends])
                changed |= early != work.early
                work.early = early
            for place in range(len(self.plan.phases)):
                self.milestones[place] = self._phase_start(place)
        for work in self.works:
            work.late = self.finish - work.minutes
        changed = True
        while changed:
            changed = False
            for number, work in enumerate(self.works):
                starts = [other.late - other.waits_for[number] for other in self.works if number in other.waits_for]
                late = min([self.finish, *starts, *self._before_milestones(number)]) - work.minutes
                changed |= late != work.late
                work.late = late

    def _phase_start(self, place):
        """When what a phase waits for is finished."""
        at = self._position(self.plan.phases[place])[0] or 0
        for before, after, lag in self.kept:
            if after == ("start", place):
                at = max(at, self._node_end(before) + lag, self._lag_begins(before) + lag if lag else 0)
        return at

    def ends(self, number):
        return self.works[number].early + self.works[number].minutes

    def _before_milestones(self, number):
        """When a work has to be finished so that the milestones behind it are not after the finish."""
        return [self.finish - waits_for[number] for waits_for in self.before_milestones if number in waits_for]

    def ends_as_begins(self, number, other):
        """Whether another work begins as soon as one is finished, and its lag is over."""
        return self.ends(number) + self.works[other].waits_for[number] == self.works[other].early

    def follows_a_morning(self, number):
        """Whether work that takes no time lies on a morning: it, or other such work that it follows, has to wait for a
        day, or waits for nothing."""
        work = self.works[number]
        last = [other for other, lag in work.waits_for.items() if self.ends(other) + lag == work.early]
        if not last or work.not_before == work.early:
            return True
        return any(not self.works[other].minutes and self.follows_a_morning(other) for other in last)

    def total_slack(self, number):
        return self.works[number].late - self.works[number].early

    def free_slack(self, number):
        """Until the earliest start of those that wait for it, or the finish of all."""
        starts = [work.early - work.waits_for[number] for work in self.works if number in work.waits_for]
        return (
            min([self.finish, *starts, *self._before_milestones(number)])
            - self.works[number].early
            - self.works[number].minutes
        )

    def widest_spread(self):
        """The largest sum of squared ranges along any critical path."""
        critical = [number for number in range(len(self.works)) if not self.total_slack(number)]
        best = {}
        for _ in critical:
            for number in critical:
                work = self.works[number]
                touching = [
                    best.get(other, 0)
                    for other, lag in work.waits_for.items()
                    if other in critical and self.ends(other) + lag == work.early
                ]
                best[number] = work.length[1] + max(touching, default=0)
        # The last of all may be a milestone, behind a lag.
        ends = [best[n] for n in critical if self.ends(n) in (self.finish, *self._before_milestones(n))]
        return max(ends, default=0)

    def p80(self):
        """The mean and 0.8416 standard deviations, up to the next hour."""
        return math.ceil(round(self.finish + 0.8416 * math.sqrt(self.widest_spread()) / 6, 6) / HOUR) * HOUR

    # -- what is left ------------------------------------------------------------------------------------------------

    @property
    def has_length(self):
        """Whether anything says how long it takes, or where it lies: an estimate of something that was not cancelled, of
        its leaves, a phase's that its tasks share, or a position."""
        for phase in self.plan.phases:
            if phase_ended(phase) == State.CANCELLED:
                continue
            first, last = self._said_position(phase)
            whole = mean_and_spread(phase.estimate) or (first is not None and last is not None and last > first)
            lengths = [own_length(task) for task in phase.tasks]
            if first is not None or (whole and (not lengths or None in lengths)):
                return True
        homes = [phase.tasks for phase in self.plan.phases if phase_ended(phase) != State.CANCELLED]
        tasks = [task for home in (*homes, self.plan.tasks) for task in home]
        return any(task_ended(task) != State.CANCELLED and own_length(task) is not None for task in tasks)

    def is_untracked(self, today):
        """Whether the plan may have begun, and nothing says how far it is: no state but cancelled ones."""
        if self.plan.status in (Status.DRAFT, Status.NOT_STARTED):
            return False
        says_something = any(state not in (None, State.CANCELLED) for state in states_of(self.plan))
        return not says_something and self.start <= today

    def expected(self, today, holds):
        """The forecast, where nothing that is held by others starts before the next working day."""
        rest = self.forecast(today)
        if rest is None or self.is_untracked(today):
            return None
        for name, day in holds:
            work = rest.works[self.nodes[name]]
            if not work.settled and day < type(day).max:
                work.not_before = max(work.not_before, self.morning(day.toordinal() + 1) or 0)
        for work in rest.works:
            work.early = 0
        rest._time()
        return rest

    def forecast(self, today):
        """The same for what is left, from today on; nothing where there is no forecast."""
        if not self.has_length or self.plan.is_template or is_over(self.plan) or self.start is None:
            return None
        if all(work.settled for work in self.works):
            return None
        floor = self.morning(today.toordinal()) or 0
        rest = ByTheRules(self.plan, self.calendar)
        positions = {place: rest._position(phase)[0] or 0 for place, phase in enumerate(self.plan.phases)}
        behind = {place for place, phase in enumerate(self.plan.phases) if phase_ended(phase)}
        rest._position = lambda phase: (
            0 if (place := self.plan.phases.index(phase)) in behind else positions[place],
            None,
        )
        for work in rest.works:
            task = work.source
            work.not_before = 0
            if work.settled:
                work.length = 0, 0
            elif hasattr(task, "subtasks"):
                work.length = left_of(task, work.length)
                work.not_before = (task.start and self.morning(task.start.toordinal())) or 0
            work.waits_for = {}
            work.early = 0
        rest.kept = [(before, after, 0 if self._is_under_way(after) else lag) for before, after, lag in self.kept]
        rest._lag_begins = lambda node: min(self._node_end(node), floor)
        rest._wait()
        for work in rest.works:
            if not work.settled:
                work.not_before = max(work.not_before, floor)
        rest._time()
        return rest

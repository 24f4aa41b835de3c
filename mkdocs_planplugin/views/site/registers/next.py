# Whoever has an hour looks here, for a name. Each person has a section of the page, so that a link can name it
# (`next/#ana`) and show nothing else, by style alone.
"""What can be done next, over all plans, by person."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.catalog import LEVEL_LABELS, Glyph, Label, date_words, work_name
from mkdocs_planplugin.language import _, counted, joined, n_
from mkdocs_planplugin.model import Reference, State, Task
from mkdocs_planplugin.portfolio import (
    EVERYBODY,
    NOBODY,
    DoubleBooking,
    Entry,
    OpenTask,
    OpenTaskState,
    PersonTasks,
    Portfolio,
    by_person,
    can_work,
    expected_finishes,
    is_active,
    open_tasks,
    owner_keys,
    ready_count,
)
from mkdocs_planplugin.views.kit import (
    OPEN_TASK_LABELS,
    Context,
    NamedLink,
    days_from,
    expected_days,
    hours_text,
    initials,
    links_by_id,
    outside_link,
    render,
    task_link,
)
from mkdocs_planplugin.views.site.ranking import rank

from .shared import Gap, LinkedPlan, plan_link

# Tasks that wait are folded behind so many rows of a section, all others behind so many: nobody chooses from more. The
# last number is how many of those that a task waits for are named.
_SHOWN_ROWS, _MOST_ROWS, _NAMED_WAITS = 8, 30, 4


class DueDay(Struct, frozen=True):
    """A due day with a note. `alarming` says that it is missed, or will be."""

    day: str
    note: str
    alarming: bool


class TaskRow(Struct, frozen=True):
    """A task in the list of a person: its state, its plan, what it waits for, remarks, and when it is expected and due.
    `box` names its box for the script that ticks it."""

    state: Label
    box: str
    link: NamedLink
    plan: NamedLink
    waits_for: tuple[tuple[NamedLink, str], ...]
    more_waits: str
    remarks: tuple[str, ...]
    expected: str
    due: DueDay | None
    level: Label | None


class PersonSection(Struct, frozen=True):
    """The tasks of a person, or of nobody: the rows of those that are shown, and of those that wait, which are folded.
    Rows are made when the page comes to them, for all of them would take much memory."""

    anchor: str
    name: str
    initials: str
    number: int
    counts: str
    double_booking: str
    nothing_now: str
    rows: Callable[[], Markup]
    folded: Callable[[], Markup]
    folded_number: int
    folded_words: str


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The open tasks of each person, those of nobody, and the plans whose tasks cannot be taken now."""
    tasks = open_tasks(sorted(portfolio.plans, key=rank))
    people, of_nobody = by_person(tasks, context.today)
    maker = _SectionMaker(tasks, owner_keys(portfolio.plans), context)
    resting = [entry for entry in portfolio.under_way if not is_active(entry) and _remaining_count(entry)]
    return {
        "any": bool(tasks),
        "everybody": EVERYBODY,
        "sections": maker.sections(people),
        "nobody": maker.of_nobody(of_nobody, has_people=bool(people)) if tasks else None,
        "resting": [(plan_link(entry, context), _task_count(_remaining_count(entry))) for entry in resting],
        "resting_words": counted(
            sum(map(_remaining_count, resting)),
            "{n} task of plans that are drafts or on hold",
            "{n} tasks of plans that are drafts or on hold",
        ),
    }


def count(portfolio: Portfolio) -> str:
    """How many tasks are ready."""
    return str(ready_count(portfolio.plans))


def gaps(portfolio: Portfolio) -> Iterator[Gap]:
    """The open tasks that nobody has, where others have an owner."""
    tasks = open_tasks(portfolio.plans)
    number = sum(not task.owners for task in tasks)
    if 0 < number < len(tasks):
        yield Gap(number, n_("task without an owner", "tasks without an owner", number), NOBODY)


def _remaining_count(entry: Entry) -> int:
    tasks = entry.measures.progress.tasks
    return tasks.total - tasks.done


def _task_count(number: int) -> str:
    return counted(number, "{n} task", "{n} tasks")


class _SectionMaker:
    """Makes the sections of one page. Names of plans and tasks are looked up once."""

    def __init__(self, tasks: Iterable[OpenTask], anchors: Mapping[str, str], context: Context) -> None:
        self._anchors = anchors
        self._context = context
        self._today = context.today
        entries = {task.entry.path: task.entry for task in tasks}
        self._plans = {path: _plan_link(entry, context) for path, entry in entries.items()}
        self._links = {path: links_by_id(entry.plan) for path, entry in entries.items()}
        self._finishes = {path: expected_finishes(entry) for path, entry in entries.items()}

    def sections(self, people: Sequence[PersonTasks]) -> list[PersonSection]:
        """A section for each person."""
        return [self._section(self._anchors[person.name.casefold()], person) for person in people]

    def of_nobody(self, tasks: Sequence[OpenTask], *, has_people: bool) -> PersonSection:
        """The section of the tasks that nobody has."""
        hint = "" if tasks else Glyph.DONE.before(_("Every open task has an owner."))
        if not has_people:
            hint = _("No task says who does it. A line “Owner: Ana” among the attributes of a task does.")
        return self._section(NOBODY, PersonTasks(_("Nobody yet"), tuple(tasks), None), hint)

    def _section(self, anchor: str, person: PersonTasks, words: str | None = None) -> PersonSection:
        in_hand = sum(task.state is not OpenTaskState.WAITS for task in person.tasks)
        shown = max(_SHOWN_ROWS, min(in_hand, _MOST_ROWS))
        shown_tasks, folded_tasks = person.tasks[:shown], person.tasks[shown:]
        return PersonSection(
            anchor,
            person.name,
            initials(person.name) if words is None else "",
            len(person.tasks),
            _state_counts(person.tasks),
            self._double_booking(person.double_booking) if person.double_booking else "",
            self._nothing_now(person) if words is None else words,
            partial(self._rows, person.name, shown_tasks),
            partial(self._rows, person.name, folded_tasks),
            len(folded_tasks),
            _folded_words(len(folded_tasks), all_wait=in_hand <= shown),
        )

    def _rows(self, name: str, tasks: Iterable[OpenTask]) -> Markup:
        rows = (self._row(task, name) for task in tasks)
        waits_for = _("waiting on {names}").partition("{names}")[0]
        return Markup(render("next_row", rows=rows, waits_for=waits_for))  # noqa: S704 (made by a template)

    def _double_booking(self, booking: DoubleBooking) -> str:
        words = _("{tasks} on {date}, {hours} together").format(
            tasks=_task_count(booking.tasks), date=date_words(booking.day, self._today), hours=hours_text(booking.hours)
        )
        if booking.days_after:
            more = counted(booking.days_after, "the same on {n} more day", "the same on {n} more days")
            return _("{words}; {more}.").format(words=words, more=more)
        return f"{words}."

    def _nothing_now(self, person: PersonTasks) -> str:
        if can_work(person.tasks):
            return ""
        starts = (task.expected.start for task in person.tasks if task.expected and task.expected.start)
        if first := min(starts, default=None):
            words = _("Nothing for {name} to do now. The first task is expected to start on {date}.")
            return words.format(name=person.name, date=date_words(first, self._today))
        return _("Nothing for {name} to do now.").format(name=person.name)

    def _row(self, task: OpenTask, name: str) -> TaskRow:
        path = task.entry.path
        # What lies outside the plan comes first, for it is not seen on its page.
        waits = [(outside_link(other, self._context), self._in_brackets(other.until)) for other in task.outside]
        waits += [self._waited_for(task.entry, name) for name in task.waits_for if name in self._links[path]]
        is_blocked = task.state is OpenTaskState.BLOCKED
        return TaskRow(
            OPEN_TASK_LABELS[task.state],
            self._context.box(task.entry, task.task.line),
            replace(self._on_page(task.entry, task_link(task.task)), title=task.task.title),  # there is room for it
            self._plans[path],
            () if is_blocked else tuple(waits[:_NAMED_WAITS]),
            "" if is_blocked else _and_more(len(waits) - _NAMED_WAITS),
            tuple(self._remarks(task, name)),
            expected_days(task, self._today),
            self._due(task),
            LEVEL_LABELS[task.task.risk] if task.task.risk else None,
        )

    def _on_page(self, entry: Entry, link: NamedLink) -> NamedLink:
        """A link within the page of a plan, converted for this page."""
        page = self._plans[entry.path].href
        return NamedLink(link.id, link.title, None if page is None else f"{page}{link.href}")

    def _waited_for(self, entry: Entry, name: Reference) -> tuple[NamedLink, str]:
        """What a task waits for, with the expected finish of each."""
        link, finish = self._links[entry.path][name], self._finishes[entry.path].get(name)
        return self._on_page(entry, link), self._in_brackets(finish)

    def _in_brackets(self, day: dt.date | None) -> str:
        return f" ({date_words(day, self._today)})" if day else ""

    def _remarks(self, task: OpenTask, name: str) -> Iterator[str]:
        """Other things to know about a task."""
        schedule, until = task.entry.schedule, task.held_until
        if task.task.subtasks:
            yield _sub_tasks_done(task.task)
        if task.state is OpenTaskState.READY and schedule and schedule.start and schedule.start > self._today:
            yield _("plan starts {date}").format(date=date_words(schedule.start, self._today))
        if task.state is OpenTaskState.BLOCKED and until:
            yield _("until {date}").format(date=date_words(until, self._today))
        if task.reason:
            yield task.reason
        if others := [other for other in task.owners if other.casefold() != name.casefold()]:
            yield _("with {names}").format(names=joined(others))
        if task.expected and task.expected.critical:
            yield _("sets the finish")

    def _due(self, task: OpenTask) -> DueDay | None:
        """The due day of a task, else of what it is a part of. If the task sets a finish after the due day of its plan,
        that day."""
        due, plan_due, today = task.due, task.entry.plan.due, self._today
        finish = task.expected.finish if task.expected else None
        if due and task.due_with:
            when = days_from(today, due)
            note = _("due {when}").format(when=when)
            if task.due_with is not task.task:
                note = _("{name} due {when}").format(name=work_name(task.due_with).text, when=when)
            return DueDay(date_words(due, today), note, due < (finish or today))
        if plan_due and finish and finish > plan_due and task.expected and task.expected.critical:
            return DueDay(date_words(plan_due, today), _("the plan is due"), alarming=True)
        return None


def _plan_link(entry: Entry, context: Context) -> NamedLink:
    link: LinkedPlan = plan_link(entry, context)
    return NamedLink("", link.title, link.href)


def _and_more(number: int) -> str:
    return n_("and {n} more", "and {n} more", number).format(n=number) if number > 0 else ""


def _folded_words(number: int, *, all_wait: bool) -> str:
    if all_wait:
        return counted(number, "{n} more that waits", "{n} more that wait")
    return n_("{n} more", "{n} more", number).format(n=number)


def _sub_tasks_done(task: Task) -> str:
    """`1 of 3 sub-tasks done`."""
    states = [state for _sub_task, state in task.counted()]
    done = states.count(State.DONE)
    return n_("{done} of {n} sub-task done", "{done} of {n} sub-tasks done", len(states)).format(
        done=done, n=len(states)
    )


def _state_counts(tasks: Iterable[OpenTask]) -> str:
    """`2 in progress · 3 ready · 1 blocked`."""
    states = Counter(task.state for task in tasks)
    return " · ".join(f"{states[state]} {label.text}" for state, label in OPEN_TASK_LABELS.items() if states[state])

# All plans side by side on one axis of dates, for somebody who leads: what is in trouble, why, and what is next to
# finish. A plan is a row with its words and its bars; what happens between plans stands below, in sentences.
"""The timeline over all plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.catalog import STATUS_LABELS, Label, slip_sign, slip_words
from mkdocs_planplugin.language import _, counted, n_
from mkdocs_planplugin.portfolio import Entry, PlanPart, Portfolio, plan_dependencies, resource_conflicts
from mkdocs_planplugin.views.kit import (
    Context,
    DateText,
    NamedLink,
    TimeAxis,
    calendar_ticks,
    long_date,
    past_due_words,
    planned_dates,
    render,
    time_axis,
)

from .between_plans import PageDates, conflict_words, dependency_words, part_link
from .dated_plans import DatedPlan, DaySpan, axis_days
from .drawing import RowDrawing, row_drawings

# The calendar file of the site, at its root.
CALENDAR = "plans.ics"
# So many sentences are read; the others are folded.
_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know of a plan; `alarming` where somebody should look."""

    text: str
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A plan with its days: `start` and `finish` as planned (without a start where both are one day), `expected` by the
    forecast with its `slip` in words."""

    link: NamedLink
    remarks: tuple[Remark, ...]
    start: DateText | None
    finish: DateText
    expected: DateText | None
    slip: Remark | None
    due: Remark | None
    drawing: RowDrawing


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The plans of one status; its `drawing` has the connections that pass its heading."""

    status: Label
    drawing: RowDrawing
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Groups of rows on one axis of time."""

    groups: tuple[StatusGroup, ...]
    axis: TimeAxis


def is_dated(entry: Entry) -> bool:
    """Whether it is known when a plan starts and how long it takes."""
    return DatedPlan.of(entry) is not None


def portfolio_view(portfolio: Portfolio, context: Context) -> str:
    """The timeline over all plans of a site."""
    return _PortfolioView(portfolio, context).html()


class _PortfolioView:
    """The plans of a site, and what is between them, on one page."""

    def __init__(self, portfolio: Portfolio, context: Context) -> None:
        self._context = context
        self._dates = PageDates(context.today)
        self._plans = portfolio.plans
        self._dependencies = plan_dependencies(portfolio.entries)
        self._conflicts = resource_conflicts(portfolio.entries)
        early = (dependency for dependency in self._dependencies if dependency.is_early)
        held = (dependency for dependency in self._dependencies if dependency.days_held and not dependency.is_early)
        self._starting_early = {dependency.dependent.entry.path for dependency in early}
        self._held_up = {dependency.dependent.entry.path for dependency in held}

    def html(self) -> str:
        plans = [(entry, DatedPlan.of(entry)) for entry in self._plans]
        dated = [plan for _entry, plan in plans if plan]
        running = sorted((plan for plan in dated if not plan.entry.finished), key=self._rank)
        finished = sorted((plan for plan in dated if plan.entry.finished), key=_last_planned_first)
        days = axis_days(running, self._context.today) if running else None
        drawn, far = ([plan for plan in running if days and plan.overlaps(days) is near] for near in (True, False))
        return render(
            "portfolio",
            any=bool(dated),
            trouble=list(self._trouble(running)),
            running=self._timeline(drawn, days) if days else None,
            calendar=self._context.href(CALENDAR),
            calendar_name=CALENDAR,
            today=_today_words(days, self._context.today) if days else "",
            finished=self._timeline(finished, axis_days(finished, self._context.today)) if finished else None,
            finished_words=counted(len(finished), "{n} plan complete or cancelled", "{n} plans complete or cancelled"),
            far=[(self._link(plan.entry), planned_dates(plan.schedule)) for plan in far],
            undated=[(self._link(entry), _missing_words(entry)) for entry, plan in plans if plan is None],
            dependencies=dependency_words(self._dependencies, self._dates, self._context),
            most=_SENTENCES,
            conflicts=conflict_words(self._conflicts, self._dates, self._context),
        )

    def _rank(self, plan: DatedPlan) -> tuple[bool, dt.date, int, str]:
        """Trouble first, then what is next to finish."""
        late = plan.slip > 0 or plan.days_past_due(self._context.today) > 0
        trouble = late or any(self._remarks(plan.entry))
        return not trouble, plan.finish, plan.days.first, plan.entry.path

    def _trouble(self, plans: Sequence[DatedPlan]) -> Iterator[tuple[str, str]]:
        """What is wrong, in numbers, each with the anchor of the list that says more, where there is one."""
        late = sum(plan.slip > 0 for plan in plans)
        missed = sum(plan.days_past_due(self._context.today) > 0 for plan in plans)
        early, people = len(self._starting_early), len({conflict.person for conflict in self._conflicts})
        if late:
            words = n_("{late} of {n} plan later than planned", "{late} of {n} plans later than planned", len(plans))
            yield words.format(late=late, n=len(plans)), ""
        if missed:
            yield counted(missed, "{n} not done by the day due", "{n} not done by the day due"), ""
        if early:
            words = counted(
                early, "{n} starts before what it waits for is done", "{n} start before what they wait for is done"
            )
            yield words, "plan-waits"
        if held := len(self._held_up):
            yield counted(held, "{n} plan held up by another", "{n} plans held up by another"), "plan-waits"
        if people:
            words = counted(
                people, "{n} person on two critical paths at once", "{n} people on two critical paths at once"
            )
            yield words, "plan-clashes"

    def _timeline(self, plans: Sequence[DatedPlan], days: DaySpan) -> Timeline:
        """The plans, by status, on an axis of these days."""
        today = self._context.today
        by_status = {
            status: [plan for plan in plans if plan.entry.measures.shown_status is status] for status in STATUS_LABELS
        }
        groups = [(STATUS_LABELS[status], of_status) for status, of_status in by_status.items() if of_status]
        rows = [row for _label, of_status in groups for row in (None, *of_status)]
        drawings = iter(row_drawings(rows, days, self._dependencies, self._dates.text, self._context))
        return Timeline(
            tuple(
                StatusGroup(label, next(drawings), tuple(self._row(plan, next(drawings)) for plan in of_status))
                for label, of_status in groups
            ),
            time_axis(calendar_ticks(days.start, days.length), days.length, today, today.toordinal() - days.first),
        )

    def _row(self, plan: DatedPlan, drawing: RowDrawing) -> TimelineRow:
        """A plan as a row."""
        entry, start, finish = plan.entry, plan.days.start, plan.days.finish
        return TimelineRow(
            link=self._link(entry),
            remarks=tuple(self._remarks(entry)),
            start=self._dates.range_start(start, finish),
            finish=self._dates.date(finish),
            expected=self._dates.date(plan.finish) if plan.remaining else None,
            slip=_slip_remark(plan.slip) if plan.remaining else None,
            due=self._due(plan),
            drawing=drawing,
        )

    def _remarks(self, entry: Entry) -> Iterator[Remark]:
        """Why a plan is in trouble, as far as its days do not say it."""
        if entry.blocked and (blocked := len(entry.measures.blocked)):
            yield Remark(counted(blocked, "■ {n} task blocked", "■ {n} tasks blocked"), alarming=True)
        if entry.path in self._starting_early:
            yield Remark(_("▲ starts too early"), alarming=True)
        elif entry.path in self._held_up:
            yield Remark(_("▲ held up by another plan"), alarming=True)

    def _due(self, plan: DatedPlan) -> Remark | None:
        due = plan.entry.plan.due
        if due is None:
            return None
        date = self._dates.text(due)
        if missed := plan.days_past_due(self._context.today):
            return Remark(past_due_words(missed, date), alarming=True)
        return Remark(_("due {date}").format(date=date))

    def _link(self, entry: Entry) -> NamedLink:
        return part_link(PlanPart(entry), self._context)


def _last_planned_first(plan: DatedPlan) -> tuple[int, str]:
    return -plan.days.last, plan.entry.path


def _today_words(days: DaySpan, today: dt.date) -> str:
    """Where today is, as seen from what is drawn."""
    words = _("The dashed line is today, {date}.")
    if today.toordinal() < days.first:
        words = _("Today, {date}, is before all of it.")
    elif today.toordinal() >= days.last:
        words = _("Today, {date}, is after all of it.")
    return words.format(date=long_date(today).text)


def _missing_words(entry: Entry) -> str:
    """What a plan lacks to be drawn."""
    return _("no start date") if entry.schedule and entry.schedule.duration_hours else _("no estimates")


def _slip_remark(slip: int) -> Remark:
    return Remark(f"{slip_sign(slip)} {slip_words(slip)}".lstrip(), alarming=slip > 0)

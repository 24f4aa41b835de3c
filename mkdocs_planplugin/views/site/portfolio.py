# All plans side by side on one axis of dates, for somebody who leads: what is in trouble, why, and what is next to
# finish. A plan is a row with its words and its bars; what happens between plans stands below, in sentences.
"""The timeline over all plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.catalog import IN_TROUBLE, VERDICT_LABELS, Label, plain
from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.portfolio import Entry, PlanPart, Portfolio, plan_dependencies, resource_conflicts
from mkdocs_planplugin.views.kit import (
    Context,
    DateText,
    NamedLink,
    TimeAxis,
    calendar_ticks,
    long_date,
    planned_dates,
    render,
    time_axis,
)

from .between_plans import PageDates, conflict_words, dependency_words, part_link
from .dated_plans import DatedPlan, DaySpan, axis_days
from .drawing import RowDrawing, row_drawings
from .ranking import rank

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
class PlanRow:
    """A plan with its days: `start` and `finish` as planned (without a start where both are one day), `expected` is
    the expected finish, `reason` why its verdict holds."""

    link: NamedLink
    remarks: tuple[Remark, ...]
    start: DateText | None
    finish: DateText
    expected: DateText | None
    reason: Remark
    due: Remark | None
    drawing: RowDrawing


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The plans of one verdict; its `drawing` has the connections that pass its heading."""

    status: Label
    drawing: RowDrawing
    rows: tuple[PlanRow, ...]


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
        running = sorted((plan for plan in dated if not plan.entry.finished), key=lambda plan: rank(plan.entry))
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
            finished_words=counted(len(finished), "{n} plan done or cancelled", "{n} plans done or cancelled"),
            far=[(self._link(plan.entry), planned_dates(plan.schedule)) for plan in far],
            undated=[(self._link(entry), _missing_words(entry)) for entry, plan in plans if plan is None],
            dependencies=dependency_words(self._dependencies, self._dates, self._context),
            most=_SENTENCES,
            conflicts=conflict_words(self._conflicts, self._dates, self._context),
        )

    def _trouble(self, plans: Sequence[DatedPlan]) -> Iterator[tuple[str, str]]:
        """What is wrong, in numbers, each with the anchor of the list that says more, where there is one."""
        verdicts = [plan.entry.health.verdict for plan in plans]
        early, people = len(self._starting_early), len({conflict.person for conflict in self._conflicts})
        for verdict in IN_TROUBLE:
            if number := verdicts.count(verdict):
                label = VERDICT_LABELS[verdict]
                yield f"{label.sign} {number} {label.inline}", ""
        if early:
            words = counted(
                early, "{n} starts before what it waits for is done", "{n} start before what they wait for is done"
            )
            yield f"▲ {words}", "plan-waits"
        if held := len(self._held_up):
            words = counted(held, "{n} plan held up by another", "{n} plans held up by another")
            yield f"▲ {words}", "plan-waits"
        if people:
            words = counted(
                people, "{n} person on two critical paths at once", "{n} people on two critical paths at once"
            )
            yield f"▲ {words}", "plan-clashes"

    def _timeline(self, plans: Sequence[DatedPlan], days: DaySpan) -> Timeline:
        """The plans, by verdict, on an axis of these days."""
        today = self._context.today
        by_verdict = {
            verdict: [plan for plan in plans if plan.entry.health.verdict is verdict] for verdict in VERDICT_LABELS
        }
        groups = [(VERDICT_LABELS[verdict], of_verdict) for verdict, of_verdict in by_verdict.items() if of_verdict]
        rows = [row for _label, of_status in groups for row in (None, *of_status)]
        drawings = iter(row_drawings(rows, days, self._dependencies, self._dates.text, self._context))
        return Timeline(
            tuple(
                StatusGroup(label, next(drawings), tuple(self._row(plan, next(drawings)) for plan in of_status))
                for label, of_status in groups
            ),
            time_axis(calendar_ticks(days.start, days.length), days.length, today, today.toordinal() - days.first),
        )

    def _row(self, plan: DatedPlan, drawing: RowDrawing) -> PlanRow:
        """A plan as a row."""
        entry, start, finish = plan.entry, plan.days.start, plan.days.finish
        return PlanRow(
            link=self._link(entry),
            remarks=tuple(self._remarks(entry)),
            start=self._dates.range_start(start, finish),
            finish=self._dates.date(finish),
            expected=self._dates.date(plan.finish) if plan.remaining else None,
            reason=self._reason(entry),
            due=self._due(plan),
            drawing=drawing,
        )

    def _remarks(self, entry: Entry) -> Iterator[Remark]:
        """Why a plan is in trouble, as far as its days do not say it."""
        blocked = len(entry.measures.blocked)
        if blocked and not entry.finished:
            yield Remark(counted(blocked, "■ {n} task blocked", "■ {n} tasks blocked"), alarming=True)
        if entry.path in self._starting_early:
            yield Remark(_("▲ starts too early"), alarming=True)
        elif entry.path in self._held_up:
            yield Remark(_("▲ held up by another plan"), alarming=True)

    def _due(self, plan: DatedPlan) -> Remark | None:
        due = plan.entry.plan.due
        if due is None:
            return None
        return Remark(_("due {date}").format(date=self._dates.text(due)), plan.days_past_due(self._context.today) > 0)

    def _reason(self, entry: Entry) -> Remark:
        return Remark(plain(entry.health.brief, self._context.today), entry.health.verdict in IN_TROUBLE)

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

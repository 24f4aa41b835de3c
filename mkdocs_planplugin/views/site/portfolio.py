# All plans side by side on one axis of dates, for somebody who leads: what is in trouble, why, and what is next to
# finish. A plan is a row with its words and its bars; what happens between plans stands below, in sentences.
"""The timeline over all plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.catalog import STATUS_LABELS, Label, slip_sign, slip_words
from mkdocs_planplugin.language import _, counted, n_
from mkdocs_planplugin.model import FINISHED, Status
from mkdocs_planplugin.portfolio import Entry, Place, Portfolio, clashes, waits
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

from .between import Almanac, clash_words, place_ref, wait_words
from .lanes import Dated, Lanes, lanes
from .spans import Days, axis

# The calendar file of the site, at its root.
CALENDAR = "plans.ics"
# So many sentences are read; the others are folded.
_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know of a plan; `alarming` where somebody should look."""

    text: str
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan with its days: `start` and `finish` as planned (without a start where both are one day), `expected` by the
    forecast with its `slip` in words."""

    ref: NamedLink
    notes: tuple[Note, ...]
    start: DateText | None
    finish: DateText
    expected: DateText | None
    slip: Note | None
    due: Note | None
    lanes: Lanes


@dataclass(frozen=True, slots=True)
class Group:
    """The plans of one status; `lanes` are the connections that pass its heading."""

    word: Label
    lanes: Lanes
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Groups of rows on one scale."""

    groups: tuple[Group, ...]
    scale: TimeAxis


def is_dated(entry: Entry) -> bool:
    """Whether it is known when a plan starts and how long it takes."""
    return Dated.of(entry) is not None


def portfolio_view(portfolio: Portfolio, context: Context) -> str:
    """The timeline over all plans of a site."""
    return _Sheet(portfolio, context).html()


class _Sheet:
    """The plans of a site, and what is between them, on one page."""

    def __init__(self, portfolio: Portfolio, context: Context) -> None:
        self._context = context
        self._almanac = Almanac(context.today)
        self._plans = portfolio.plans
        self._waits = waits(portfolio.entries)
        self._clashes = clashes(portfolio.entries)
        self._early = {wait.waiting.entry.path for wait in self._waits if wait.days_too_early}

    def html(self) -> str:
        found = [(entry, Dated.of(entry)) for entry in self._plans]
        dated = [plan for _entry, plan in found if plan]
        running = sorted((plan for plan in dated if not _is_finished(plan)), key=self._rank)
        finished = sorted((plan for plan in dated if _is_finished(plan)), key=_recent)
        days = _axis(running, self._context.today) if running else None
        drawn, far = ([plan for plan in running if days and plan.meets(days) is near] for near in (True, False))
        return render(
            "portfolio",
            any=bool(dated),
            trouble=list(self._trouble(running)),
            running=self._chart(drawn, days) if days else None,
            calendar=self._context.href(CALENDAR),
            calendar_name=CALENDAR,
            today=_today_words(days, self._context.today) if days else "",
            finished=self._chart(finished, _axis(finished, self._context.today)) if finished else None,
            finished_words=counted(len(finished), "{n} plan complete or cancelled", "{n} plans complete or cancelled"),
            far=[(self._ref(plan.entry), planned_dates(plan.schedule)) for plan in far],
            undated=[(self._ref(entry), _lacks(entry)) for entry, plan in found if plan is None],
            waits=wait_words(self._waits, self._almanac, self._context),
            most=_SENTENCES,
            clashes=clash_words(self._clashes, self._almanac, self._context),
        )

    def _rank(self, plan: Dated) -> tuple[bool, dt.date, int, str]:
        """Trouble first, then what is next to finish."""
        trouble = _slip(plan) > 0 or _days_missed(plan, self._context.today) > 0 or any(self._notes(plan.entry))
        return not trouble, plan.finish, plan.days.first, plan.entry.path

    def _trouble(self, plans: Sequence[Dated]) -> Iterator[tuple[str, str]]:
        """What is wrong, in numbers, each with the anchor of the list that says more, where there is one."""
        late = sum(_slip(plan) > 0 for plan in plans)
        missed = sum(_days_missed(plan, self._context.today) > 0 for plan in plans)
        early, people = len(self._early), len({clash.person for clash in self._clashes})
        if late:
            said = n_("{late} of {n} plan later than planned", "{late} of {n} plans later than planned", len(plans))
            yield said.format(late=late, n=len(plans)), ""
        if missed:
            yield counted(missed, "{n} not done by the day due", "{n} not done by the day due"), ""
        if early:
            words = counted(
                early, "{n} starts before what it waits for is done", "{n} start before what they wait for is done"
            )
            yield words, "plan-waits"
        if people:
            words = counted(
                people, "{n} person on two critical paths at once", "{n} people on two critical paths at once"
            )
            yield words, "plan-clashes"

    def _chart(self, plans: Sequence[Dated], days: Days) -> Chart:
        """The plans, by status, on an axis of these days."""
        today = self._context.today
        grouped = [(status, [plan for plan in plans if _status(plan) is status]) for status in STATUS_LABELS]
        grouped = [(status, found) for status, found in grouped if found]
        rows = [row for _status, found in grouped for row in (None, *found)]
        drawn = iter(lanes(rows, days, self._waits, self._almanac.text, self._context))
        groups = (
            Group(STATUS_LABELS[status], next(drawn), tuple(self._row(plan, next(drawn)) for plan in found))
            for status, found in grouped
        )
        ticks = calendar_ticks(days.start, days.length)
        return Chart(tuple(groups), time_axis(ticks, days.length, today, today.toordinal() - days.first))

    def _row(self, plan: Dated, drawn: Lanes) -> PlanRow:
        """A plan as a row."""
        entry, start, finish = plan.entry, plan.days.start, plan.days.finish
        return PlanRow(
            ref=self._ref(entry),
            notes=tuple(self._notes(entry)),
            start=self._almanac.start(start, finish),
            finish=self._almanac.day(finish),
            expected=self._almanac.day(plan.finish) if plan.left else None,
            slip=_slip_note(_slip(plan)) if plan.left else None,
            due=self._due(plan),
            lanes=drawn,
        )

    def _notes(self, entry: Entry) -> Iterator[Note]:
        """Why a plan is in trouble, as far as its days do not say it."""
        if entry.blocked and (blocked := len(entry.measures.blocked)):
            yield Note(counted(blocked, "■ {n} task blocked", "■ {n} tasks blocked"), alarming=True)
        if entry.path in self._early:
            yield Note(_("▲ starts too early"), alarming=True)

    def _due(self, plan: Dated) -> Note | None:
        due, missed = plan.entry.plan.due, _days_missed(plan, self._context.today)
        if due is None:
            return None
        date = self._almanac.text(due)
        if not missed:
            return Note(_("due {date}").format(date=date))
        return Note(past_due_words(missed, date), alarming=True)

    def _ref(self, entry: Entry) -> NamedLink:
        return place_ref(Place(entry), self._context)


def _status(plan: Dated) -> Status | None:
    return plan.entry.measures.shown_status


def _is_finished(plan: Dated) -> bool:
    return _status(plan) in FINISHED


def _recent(plan: Dated) -> tuple[int, str]:
    """The last to be planned first."""
    return -plan.days.last, plan.entry.path


def _axis(plans: Sequence[Dated], today: dt.date) -> Days:
    due = (plan.entry.plan.due for plan in plans)
    marks = (Days.of(day, day) for day in due if day)
    return axis([plan.left for plan in plans if plan.left], [*(plan.days for plan in plans), *marks], today)


def _today_words(days: Days, today: dt.date) -> str:
    if today.toordinal() < days.first:
        return _("Today, {date}, is before all of it.").format(date=long_date(today).text)
    if today.toordinal() >= days.last:
        return _("Today, {date}, is after all of it.").format(date=long_date(today).text)
    return _("The dashed line is today, {date}.").format(date=long_date(today).text)


def _lacks(entry: Entry) -> str:
    """What a plan lacks to be drawn."""
    return _("no start date") if entry.schedule and entry.schedule.duration_hours else _("no estimates")


def _slip(plan: Dated) -> int:
    """By how many working days the forecast is later than the plan."""
    forecast = plan.schedule.forecast
    return forecast.slip_days if forecast else 0


def _slip_note(slip: int) -> Note:
    return Note(f"{slip_sign(slip)} {slip_words(slip)}".lstrip(), alarming=slip > 0)


def _days_missed(plan: Dated, today: dt.date) -> int:
    """How many days after the day it is due a plan will be finished; without a forecast, today at the earliest where it
    is late already."""
    due = plan.entry.plan.due
    finish = max(plan.finish, today) if plan.entry.measures.late else plan.finish
    return max(0, (finish - due).days) if due else 0

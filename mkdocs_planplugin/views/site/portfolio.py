# All plans below each other on one axis of dates. It shows a lead which plans are in trouble, why, and what finishes
# next. Each plan is a row with words and a bar. Sentences below say what plans wait for, and who is needed in two
# places.
"""The timeline over all plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from mkdocs_planplugin.catalog import IN_TROUBLE, VERDICT_LABELS, Glyph, Label
from mkdocs_planplugin.language import _, counted, mark
from mkdocs_planplugin.measure import Progress
from mkdocs_planplugin.portfolio import Entry, PlanPart, Portfolio, plan_dependencies, resource_conflicts
from mkdocs_planplugin.views.kit import (
    Context,
    NamedLink,
    TimeAxis,
    calendar_ticks,
    month_row,
    phases_done_meter,
    planned_dates,
    render,
    task_meter,
    time_axis,
)

from .between_plans import PageDates, conflict_words, dependency_words, part_link
from .dated_plans import DatedPlan, DaySpan
from .lanes import USUAL_SCALE, Lane, LaneMaker, LaneScale, scales
from .ranking import rank

# The calendar file of the site, at its root.
CALENDAR = "plans.ics"
# How many sentences of a kind are shown. The others are folded.
_SENTENCES = 8
# With more plans than this, only one scale is drawn: each drawing of a plan takes half a kilobyte.
_MANY_PLANS = 300


class Trouble(Struct, frozen=True):
    """Something that is wrong, with the number of plans or people. `anchor` is that of the list with more about it, or
    empty. `alarming` says that somebody should look."""

    words: str
    anchor: str = ""
    alarming: bool = True


class PlanRow(Struct, frozen=True):
    """The row of a plan: its health, its progress, remarks on what is wrong besides its days, and its bar in each
    scale."""

    link: NamedLink
    health: Label
    tasks: str
    remarks: tuple[str, ...]
    lanes: tuple[Lane, ...]


class Swatch(Struct, frozen=True):
    """An entry of the key: pieces of bars, each with its kind, place and width in percent, and what they mean."""

    pieces: tuple[tuple[str, int, int], ...]
    words: str


# The entries of the key. Of pieces that no row has nothing is said.
_KEY = (
    Swatch((("gone", 4, 46), ("left", 50, 46)), mark("so far, and what is left (numbers are phases)")),
    Swatch((("stuck", 4, 92),), mark("blocked")),
    Swatch((("later", 4, 92),), mark("not begun")),
    Swatch((("over", 4, 92),), mark("after the day it is due")),
    Swatch((("planned", 4, 92),), mark("planned")),
)


def is_dated(entry: Entry) -> bool:
    """Whether the start and the length of a plan are known."""
    return DatedPlan.of(entry) is not None


def portfolio_view(portfolio: Portfolio, context: Context) -> str:
    """The timeline over all plans of a site."""
    return _PortfolioView(portfolio, context).html()


class _PortfolioView:
    """Makes the view: the plans of a site, what they wait for, and who is needed twice."""

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
        lane_scales = scales(running, self._context.today, only_usual=len(running) > _MANY_PLANS) if running else []
        rows = list(self._rows(running, lane_scales))
        return render(
            "portfolio",
            any=bool(dated),
            trouble=list(self._trouble(running)),
            scales=[(scale, self._axis(scale.days)) for scale in lane_scales],
            usual=_usual(lane_scales),
            rows=rows,
            calendar=self._context.href(CALENDAR),
            calendar_name=CALENDAR,
            key=list(_key(rows)),
            finished=[
                (self._link(plan.entry), plan.entry.health.label, planned_dates(plan.schedule)) for plan in finished
            ],
            finished_words=counted(len(finished), "{n} plan done or cancelled", "{n} plans done or cancelled"),
            undated=[(self._link(entry), _missing_words(entry)) for entry, plan in plans if plan is None],
            dependencies=dependency_words(self._dependencies, self._dates, self._context),
            most=_SENTENCES,
            conflicts=conflict_words(self._conflicts, self._dates, self._context),
        )

    def _axis(self, days: DaySpan) -> TimeAxis:
        today = self._context.today
        months = month_row(days.start, days.length)
        ticks = calendar_ticks(days.start, days.length)
        return time_axis(ticks, months, days.length, today, today.toordinal() - days.first)

    def _trouble(self, plans: Sequence[DatedPlan]) -> Iterator[Trouble]:
        """What is wrong over all plans, in numbers."""
        verdicts = [plan.entry.health.verdict for plan in plans]
        early, people = len(self._starting_early), len({conflict.person for conflict in self._conflicts})
        for verdict in IN_TROUBLE:
            if number := verdicts.count(verdict):
                label = VERDICT_LABELS[verdict]
                yield Trouble(f"{label.sign} {number} {label.inline}")
        if early:
            words = counted(
                early, "{n} starts before what it waits for is done", "{n} start before what they wait for is done"
            )
            yield Trouble(Glyph.ALARM.before(words), "plan-waits")
        if held := len(self._held_up):
            words = counted(held, "{n} plan held up by another", "{n} plans held up by another")
            yield Trouble(Glyph.ALARM.before(words), "plan-waits")
        elif self._dependencies and not early:
            waiting = len({dependency.dependent.entry.path for dependency in self._dependencies})
            words = counted(waiting, "{n} plan waits for another", "{n} plans wait for another")
            yield Trouble(words, "plan-waits", alarming=False)
        if people:
            words = counted(people, "{n} person is needed in two places", "{n} people are needed in two places")
            yield Trouble(Glyph.ALARM.before(words), "plan-clashes")

    def _rows(self, plans: Sequence[DatedPlan], lane_scales: Sequence[LaneScale]) -> Iterator[PlanRow]:
        """A row for each plan."""
        makers = [LaneMaker(scale, self._context, self._dates.text) for scale in lane_scales]
        for plan in plans:
            entry = plan.entry
            yield PlanRow(
                link=NamedLink("", entry.name, self._context.href(entry.path)),
                health=entry.health.label,
                tasks=", ".join(_progress_words(entry.measures.progress)),
                remarks=tuple(self._remarks(entry)),
                lanes=tuple(maker.lane(plan) for maker in makers),
            )

    def _remarks(self, entry: Entry) -> Iterator[str]:
        """What is wrong with a plan besides its days."""
        if blocked := len(entry.measures.blocked):
            yield Glyph.BLOCKED.before(counted(blocked, "{n} task blocked", "{n} tasks blocked"))
        if entry.path in self._starting_early:
            yield Glyph.ALARM.before(_("starts too early"))
        elif entry.path in self._held_up:
            yield Glyph.ALARM.before(_("held up by another plan"))

    def _link(self, entry: Entry) -> NamedLink:
        return part_link(PlanPart(entry), self._context)


def _key(rows: Sequence[PlanRow]) -> Iterator[Swatch]:
    """What the pieces of these rows mean."""
    kinds = {piece.kind for row in rows for lane in row.lanes for piece in lane.pieces}
    for swatch in _KEY:
        if any(kind in kinds for kind, _x, _width in swatch.pieces):
            yield Swatch(swatch.pieces, _(swatch.words))


def _progress_words(progress: Progress) -> Iterator[str]:
    """The counter of a plan, and how many tasks it leaves out because nobody tracks them."""
    if meter := task_meter(progress) or phases_done_meter(progress):
        yield meter.label
        if untracked := progress.tasks.untracked:
            yield counted(untracked, "{n} not tracked", "{n} not tracked")


def _last_planned_first(plan: DatedPlan) -> tuple[int, str]:
    return -plan.days.last, plan.entry.path


def _usual(lane_scales: Sequence[LaneScale]) -> str:
    """The name of the scale that is shown first."""
    names = [scale.name for scale in lane_scales]
    return USUAL_SCALE if USUAL_SCALE in names else names[-1] if names else ""


def _missing_words(entry: Entry) -> str:
    """Why a plan cannot be drawn."""
    return _("no start date") if entry.schedule and entry.schedule.duration_hours else _("no estimates")

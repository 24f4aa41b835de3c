# A bar below the heading of each phase.
"""How far each phase is, in numbers first and bars second."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS, Glyph, date_words, place_of
from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.measure import Progress
from mkdocs_planplugin.model import Phase, TaskId
from mkdocs_planplugin.views.kit import criteria_meter, render, task_meter

from .page import PlanPage


def html_by_place(page: PlanPage) -> dict[str, str]:
    """A bar for each phase. If two phases have the same key, only for the first. A phase that has nothing to count says
    so, unless that is true of the whole plan: then its header says it."""
    plan, measures = page.entry.plan, page.entry.measures
    blocked = frozenset(measures.blocked)
    untracked = _("progress is not tracked here") if plan.derived_status else ""
    today = page.context.today
    html: dict[str, str] = {}
    for phase, progress in zip(plan.phases, measures.phases, strict=True):
        html.setdefault(place_of("progress", phase.key), _phase_bar(phase, progress, blocked, untracked, today))
    return {place: bar for place, bar in html.items() if bar}


def _phase_bar(phase: Phase, progress: Progress, blocked: Collection[TaskId], untracked: str, today: dt.date) -> str:
    """The bar of a phase, with the day on which it is due while it is open; `blocked` are the ids of the blocked tasks
    of the plan, `untracked` the words of a phase that has nothing to count."""
    state, tasks, criteria = phase.current_state, task_meter(progress), criteria_meter(progress)
    stuck = sum(task.id in blocked for task in phase.walk())
    details = [criteria.label] if criteria else []
    if stuck:
        details.append(Glyph.BLOCKED.before(counted(stuck, "{n} blocked", "{n} blocked")))
    if phase.due and not phase.outcome:
        details.append(_("due {date}").format(date=date_words(phase.due, today)))
    without_boxes = _("no tasks left") if progress.tasks.cancelled else ""
    words = without_boxes if state else untracked
    if not (state or tasks or words or details):
        return ""
    return render(
        "progress",
        state=PHASE_STATE_LABELS[state] if state else None,
        meter=tasks,
        words=tasks.label_with_remarks if tasks else words,
        details=details,
    )

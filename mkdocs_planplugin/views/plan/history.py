# The past of a plan: a small drawing, and beside it the same in words.
"""The history view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mkdocs_planplugin.catalog import Sentence, is_done, say, say_number, was_done
from mkdocs_planplugin.views.kit import days_from, hours_text, render

from .burn_up import burn_up, counts_hours
from .page import PlanPage
from .since_baseline import baseline_name

if TYPE_CHECKING:
    from mkdocs_planplugin.history import Baseline, PlanHistory


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The view, if the history of the plan is known."""
    history = page.context.histories.get(page.entry.path)
    if history is None:
        return {}
    headline, *others = (page.html(sentence) for sentence in _sentences(page, history))
    return {
        "history": render("history", headline=headline, sentences=others, chart=burn_up(history, page.context.today))
    }


def _sentences(page: PlanPage, history: PlanHistory) -> Iterator[Sentence]:
    """What is done, how the scope has changed, the last change, and the baseline."""
    yield _done(history)
    if len(history.points) > 1:
        yield _scope(history)
        if counts_hours(history.points):
            yield from _work(history)
    yield _last_change(page, history)
    if history.is_uncommitted:
        yield say("The last point shows files that are not committed yet.")
    if history.baseline:
        yield _at_baseline(history.baseline)


def _done(history: PlanHistory) -> Sentence:
    """How much is done, and since when that is known."""
    first, last = history.points[0], history.points[-1]
    count = say_number(last.total, "{done} of {n} task", "{done} of {n} tasks", done=last.done)
    done = is_done(count, last.done, last.total)
    if counts_hours(history.points):
        hours = (hours_text(last.done_hours or 0), hours_text(last.total_hours or 0))
        done = say("{tasks}, {done} of {total}", tasks=done, done=hours[0], total=hours[1])
    if not history.is_complete:
        return say("{done}; before {day} nothing is known.", done=done, day=first.day)
    if first is last:
        return say("{done}; the plan dates from {day}.", done=done, day=first.day)
    began = say_number(first.total, "{n} task", "{n} tasks")
    return say("{done}; the plan began on {day} with {tasks}.", done=done, day=first.day, tasks=began)


def _scope(history: PlanHistory) -> Sentence:
    """How many tasks were added to the plan and removed."""
    added, removed = (sum(getattr(point, name) for point in history.points) for name in ("added", "removed"))
    if added and removed:
        return say_number(
            added, "{n} task was added, {removed} removed.", "{n} tasks were added, {removed} removed.", removed=removed
        )
    if added:
        return say_number(added, "{n} task was added, none removed.", "{n} tasks were added, none removed.")
    if removed:
        return say_number(removed, "{n} task was removed, none added.", "{n} tasks were removed, none added.")
    return say("No task was added or removed.")


def _work(history: PlanHistory) -> Iterator[Sentence]:
    """By how many hours the work grew and shrank: tasks were added and removed, or estimates changed."""
    more, less = (sum(getattr(point, name) for point in history.points) for name in ("added_hours", "removed_hours"))
    if more and less:
        yield say("The work grew by {more} and shrank by {less}.", more=hours_text(more), less=hours_text(less))
    elif more:
        yield say("The work grew by {more}.", more=hours_text(more))
    elif less:
        yield say("The work shrank by {less}.", less=hours_text(less))


def _at_baseline(baseline: Baseline) -> Sentence:
    before = baseline.changes.before
    done, total = (before.done, before.total) if before else (0, 0)
    tasks = was_done(say_number(total, "{done} of {n} task", "{done} of {n} tasks", done=done), done, total)
    return say("At the baseline ({baseline}), {tasks}.", baseline=baseline_name(baseline), tasks=tasks)


def _last_change(page: PlanPage, history: PlanHistory) -> Sentence:
    day = history.changed
    if day is None:
        return say("No change since {day}, as far as git goes back.", day=history.points[0].day)
    return say("Last real change: {day}, {when}.", day=day, when=days_from(page.context.today, day))

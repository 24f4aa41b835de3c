# Counters with their bars: for the header, for each phase, and for the Definition of Done.
"""How far a plan is, in numbers first and bars second."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS, Label
from mkdocs_planplugin.language import _, counted, n_
from mkdocs_planplugin.measure import Progress
from mkdocs_planplugin.model import ChecklistGroup, Phase, State
from mkdocs_planplugin.views.kit import Meter, criteria_meter, definition_meter, phase_state, render, task_meter


def phase_view(phase: Phase, progress: Progress, blocked: Collection[str]) -> str:
    """The bar below a phase's heading; `blocked` are the ids of the blocked tasks of the plan."""
    stuck = sum(task.id in blocked for task in phase.walk())
    criteria = criteria_meter(progress)
    details = [
        *([criteria.label] if criteria else []),
        *([counted(stuck, "■ {n} blocked", "■ {n} blocked")] if stuck else []),
    ]
    state = phase_state(phase, progress)
    return _view("progress", PHASE_STATE_LABELS[state] if state else None, task_meter(progress), details)


def definition_view(groups: tuple[ChecklistGroup, ...], progress: Progress) -> str:
    """The bar below the heading of the Definition of Done, with one for each of its named groups."""
    meter = definition_meter(progress)
    if meter is None:
        return _view("definition_of_done", None, None, [])
    meter = replace(meter, sentence=n_("{number} item done", "{number} items done", meter.total))
    return render("definition_of_done", meter=meter, groups=_by_group(groups))


def _view(name: str, state: Label | None, meter: Meter | None, details: list[str]) -> str:
    words = _("no tasks left") if state else _("progress is not tracked here")
    if meter:
        words = f"{meter.label} ({meter.remarks})" if meter.remarks else meter.label
    return render("progress", view=name, state=state, meter=meter, words=words, details=details)


def _by_group(groups: tuple[ChecklistGroup, ...]) -> list[tuple[Label, Meter]]:
    """The named groups that count something: how far each is, and its counter."""
    found = []
    for group in groups:
        own = (item.state for item in group.items if not item.has_parts)
        states = [state for state in own if state not in (None, State.CANCELLED)]
        done = states.count(State.DONE)
        if group.group and states:
            state = State.DONE if done == len(states) else State.IN_PROGRESS if done else State.OPEN
            found.append((PHASE_STATE_LABELS[state], Meter(done, len(states), _("{number} {name}"), name=group.group)))
    return found

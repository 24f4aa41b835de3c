# The bar below the heading of the Definition of Done, with a smaller one for each of its named groups.
"""How far the Definition of Done is."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS, Label
from mkdocs_planplugin.language import _, n_
from mkdocs_planplugin.model import ChecklistGroup, State
from mkdocs_planplugin.views.kit import Meter, definition_meter, render

from .page import PlanPage


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The view, where the plan has a Definition of Done."""
    groups = page.entry.plan.definition_of_done
    if not groups:
        return {}
    meter = definition_meter(page.entry.measures.progress)
    if meter:
        meter = replace(meter, sentence=n_("{number} item done", "{number} items done", meter.total))
    return {"definition_of_done": render("definition_of_done", meter=meter, groups=list(_groups(groups)))}


def _groups(groups: tuple[ChecklistGroup, ...]) -> Iterator[tuple[Label, Meter]]:
    """The named groups that count something: how far each is, and its counter."""
    for group in groups:
        own = (item.state for item in group.items if not item.has_parts)
        states = [state for state in own if state not in (None, State.CANCELLED)]
        done = states.count(State.DONE)
        if group.group and states:
            state = State.DONE if done == len(states) else State.IN_PROGRESS if done else State.OPEN
            yield PHASE_STATE_LABELS[state], Meter(done, len(states), _("{number} {name}"), name=group.group)

# The bar below the heading of the Definition of Done, with a smaller one for each of its named groups.
"""How far the Definition of Done is."""

from __future__ import annotations

from msgspec.structs import replace

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS
from mkdocs_planplugin.language import _, n_
from mkdocs_planplugin.measure import count_items
from mkdocs_planplugin.model import State
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
    counted = []  # the groups with a name that count something: how far each is, and its counter
    for group in groups:
        count = count_items(group.items)
        if group.group and count.total:
            state = State.DONE if count.done == count.total else State.IN_PROGRESS if count.done else State.OPEN
            words = Meter(count.done, count.total, _("{number} {name}"), name=group.group)
            counted.append((PHASE_STATE_LABELS[state], words))
    return {"definition_of_done": render("definition_of_done", meter=meter, groups=counted)}

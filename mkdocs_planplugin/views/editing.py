# Only a page under `mkdocs serve` has this: what its script needs to change boxes and statuses, and the words it says.
"""What a page hands to the script that changes plans."""

from __future__ import annotations

import json
from collections.abc import Mapping

from mkdocs_planplugin.catalog import (
    REFUSAL_WORDS,
    STATE_LABELS,
    STATUS_LABELS,
    STATUS_OF_VERDICT,
    VERDICT_LABELS,
    Refusal,
)
from mkdocs_planplugin.language import _, capitalized
from mkdocs_planplugin.model import State, Status

from .kit import render

# In the order in which work goes on.
_STATES = (State.OPEN, State.IN_PROGRESS, State.DONE, State.BLOCKED, State.DEFERRED, State.CANCELLED)


def editing_view(address: str, token: str, clicks: Mapping[str, Mapping[State, State]], others: Refusal) -> str:
    """The element that the script reads: the `address` that takes changes, the `token` of this start of the server,
    what a click makes of a state, by the kind of a box, and why boxes without a name cannot be changed."""
    columns = {VERDICT_LABELS[verdict].name: status for verdict, status in STATUS_OF_VERDICT.items()}
    data = {
        "address": address,
        "token": token,
        "clicks": clicks,
        "others": others,
        "columns": columns,
        "words": _words(),
    }
    return render("editing", data=json.dumps(data, ensure_ascii=False))


def _words() -> dict[str, object]:
    """What the script says."""
    return {
        "states": [[state, STATE_LABELS[state].sign, capitalized(STATE_LABELS[state].text)] for state in _STATES],
        "statuses": [[status, STATUS_LABELS[status].sign, STATUS_LABELS[status].text] for status in Status],
        "refusals": {refusal: _(words) for refusal, words in REFUSAL_WORDS.items()},
        "became": _("{state}: {name}"),
        "undone": _("Undone. {state}: {name}"),
        "hint": _("{state}. A click: {next}. A right click, or Alt and the down arrow: all states."),
        "chosen": _("{state}. A click: all states."),
        "undo": _("Undo"),
        "close": _("Close"),
        "change": _("{state}. Change: {name}"),
        "choose": _("{name}: choose a state"),
    }

# What changed in a plan as HTML: the sentences of the portfolio, with links.
"""Changes as HTML."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape
from msgspec import Struct

from mkdocs_planplugin.catalog import Sentence
from mkdocs_planplugin.language import counted
from mkdocs_planplugin.portfolio import NameOf, PlanChanges, change_lines


class ChangeGroup(Struct, frozen=True):
    """One kind of change: its label, and the names of all that changed, in one line."""

    label: str
    details: Markup


def change_groups(
    changed: PlanChanges, name_of: NameOf, html_of: Callable[[Sentence], Markup], most: int
) -> list[ChangeGroup]:
    """The changes of a plan, by kind; of each kind the first `most` and the number of the others. A new plan has
    none."""
    if changed.before is None or changed.after is None:
        return []
    groups = []
    for line in change_lines(changed, name_of):
        details = [html_of(sentence) for sentence in line.details[:most]]
        if (more := len(line.details) - most) > 0:
            details.append(escape(counted(more, "{n} more", "{n} more")))
        groups.append(ChangeGroup(line.label, Markup("; ").join(details)))
    return groups

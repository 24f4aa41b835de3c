"""Resource Requirements: people, tools, infrastructure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_planplugin.model import Resources, TeamMember

from ..context import ReadingContext
from ..document import Section
from ..patterns import when_used
from ..values import read_hours
from .parts import parts_by_meaning, texts_of

# A name and the text behind it: `Baker: 12 hours`.
NAMED = when_used(r"(?P<name>[^:：]{1,80}?)\s*[:：]\s+(?P<text>.+)$", re.DOTALL)


def read_resources(sections: Iterable[Section], context: ReadingContext) -> Resources:
    """Roles with hours, tools and infrastructure."""
    parts = parts_by_meaning(sections)
    return Resources(
        team=tuple(_member(text, context) for text in texts_of(parts.get("team", ()), context)),
        tools=texts_of(parts.get("tools", ()), context),
        infrastructure=texts_of(parts.get("infrastructure", ()), context),
    )


def _member(text: str, context: ReadingContext) -> TeamMember:
    """A role, with its working hours where a length of time stands behind it."""
    match = NAMED.match(text)
    return TeamMember(match["name"], read_hours(match["text"], context.calendar)) if match else TeamMember(text, None)

# The header of a plan: the labelled lines above its first section, and its front matter, which wins.
"""What a plan says of itself as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_planplugin.gfm import first_link
from mkdocs_planplugin.model import Link, PlanLink, Status
from mkdocs_planplugin.reading.values import read_status
from mkdocs_planplugin.reading.work import Layout, read_dependency

from .context import ReadingContext
from .front_matter import FrontMatter


@dataclass(frozen=True, slots=True)
class Header:
    """Status, dates and links of a plan; `declared_status` are the author's words, `links` lead to what the plan as a
    whole waits for."""

    status: Status | None
    declared_status: str | None
    created: dt.date | None
    last_updated: dt.date | None
    due: dt.date | None
    based_on: Link | None
    links: tuple[PlanLink, ...]


def read_header(front_matter: FrontMatter, layout: Layout, context: ReadingContext) -> Header:
    """The header of a document."""
    labelled = layout.header
    values = {name: value for name in labelled if (value := context.value(labelled[name].value))}
    dates = {
        name: context.findings.date(values[name], labelled[name].line, last=name != "created")
        for name in ("created", "last_updated", "due")
        if name in values and not (name == "due" and front_matter.due)
    }
    based_on = None
    if "based_on" in values:
        link = first_link(labelled["based_on"].value, context.document.outline.definitions)
        based_on = Link(link.text, link.href, labelled["based_on"].line)
    return Header(
        status=front_matter.status or read_status(values.get("status", "")),
        declared_status=front_matter.declared_status or values.get("status"),
        created=dates.get("created"),
        last_updated=dates.get("last_updated"),
        due=front_matter.due or dates.get("due"),
        based_on=based_on,
        links=(*front_matter.links, *_links(layout, context)),
    )


def _links(layout: Layout, context: ReadingContext) -> Iterator[PlanLink]:
    for label in layout.dependencies:
        dependency = read_dependency(label.value, label.line, context.document)
        if dependency is not None:
            yield from dependency.plan_links(None)

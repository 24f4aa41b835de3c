# The files that the plugin adds to a site beside its pages. A new format is a record in `DATA_FILES` and a module that
# makes its content. The build, the table in the README and the tests use these records.
"""The data files of a site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from mkdocs_planplugin.portfolio import Entry, Portfolio

from .badge import plan_badge
from .calendar import plans_ics
from .plans_json import AFTER_PLANS, BETWEEN_PLANS, before_plans, plan_json, plans_schema
from .tables import plans_csv, risks_csv

if TYPE_CHECKING:
    from mkdocs_planplugin.history import PlanHistory


class SiteData(Struct, frozen=True):
    """The input of all data files: the plans on the day `today`, the name and address of the site, and the histories of
    plans, by path."""

    portfolio: Portfolio
    today: dt.date
    site_name: str = ""
    site_url: str = ""
    histories: Mapping[str, PlanHistory] = {}


class DataFile(Struct, frozen=True):
    """A file for the whole site. `path` is relative to the root of the site, `summary` says what the file is for.

    `content` makes its bytes; `None` if the site has nothing for it, and then there is no such file.
    """

    path: str
    summary: str
    content: Callable[[SiteData], bytes | None]

    def files(self, site: SiteData) -> Iterator[tuple[str, bytes]]:
        """The path and the content of each file."""
        content = self.content(site)
        if content is not None:
            yield self.path, content


class JoinedFile(Struct, frozen=True):
    """A file for the whole site that would be large as a whole: a text for each plan, in their order, with what stands
    before them, between them and after them."""

    path: str
    summary: str
    before: Callable[[SiteData], bytes]
    of_plan: Callable[[SiteData, Entry], bytes]
    between: bytes
    after: bytes

    def files(self, site: SiteData) -> Iterator[tuple[str, bytes]]:
        """The path and the content of the file."""
        texts = (self.of_plan(site, entry) for entry in site.portfolio.entries)
        yield self.path, b"%b%b%b" % (self.before(site), self.between.join(texts), self.after)


class PlanFile(Struct, frozen=True):
    """A file for each plan, without templates. In `path`, `{plan}` is the source path of the plan without `.md`."""

    path: str
    summary: str
    content: Callable[[Entry], bytes]

    def files(self, site: SiteData) -> Iterator[tuple[str, bytes]]:
        """The path and the content of each file."""
        for entry in site.portfolio.plans:
            yield self.path.format(plan=entry.path.removesuffix(".md")), self.content(entry)


# Files for people (calendar, badges) are in the active language, files for programs in English.
DATA_FILES: tuple[DataFile | JoinedFile | PlanFile, ...] = (
    JoinedFile(
        "plans.json",
        "everything that was read from the plans and follows from it, for scripts",
        lambda site: before_plans(site.today),
        lambda site, entry: plan_json(entry, site.histories.get(entry.path)),
        BETWEEN_PLANS,
        AFTER_PLANS,
    ),
    DataFile(
        "plans.schema.json",
        "what `plans.json` holds, as a JSON Schema",
        lambda _: plans_schema(),
    ),
    DataFile(
        "plans.csv",
        "a line for each plan, for spreadsheets",
        lambda site: plans_csv(site.portfolio),
    ),
    DataFile(
        "risks.csv",
        "a line for each risk, for spreadsheets",
        lambda site: risks_csv(site.portfolio),
    ),
    DataFile(
        "plans.ics",
        "what is still to come, for calendars; not there while no plan has dates",
        lambda site: plans_ics(site.portfolio, site.today, site.site_name, site.site_url),
    ),
    PlanFile(
        "badges/{plan}.svg",
        "a badge of the progress of each plan, for pages elsewhere",
        plan_badge,
    ),
)

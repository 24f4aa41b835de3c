# Which views there are. A view's name is that of its module, its template and its marker; options, markers, places and
# the links between pages are derived from these records.
"""The views of a plan page, and the views over all plans of a site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from mkdocs_planplugin.language import mark


class PlanView(Struct, frozen=True):
    """A view of one plan: `name` is its value in the option `views`, and `views/plan/NAME.py` makes it.

    The rest says where it stands by itself: `below` the heading of a section (a key of `Plan.sections`); where the page
    has no such heading, `before` a block, or at the top of the page. `part` says what has a view of its own: a phase
    below its heading, a task or a risk behind its title. `by_hand`: a marker `<!-- plan:NAME -->` puts it anywhere.
    `on_templates`: a page that waits to be filled in has it too. `of_past`: there is something to show only where the
    site reads what plans were (option `history`).
    """

    name: str
    below: str = ""
    before: Literal["", "page", "first_phase", "risk_table"] = ""
    part: Literal["", "phase", "task", "risk"] = ""
    by_hand: bool = False
    on_templates: bool = False
    of_past: bool = False


_PLAN_VIEWS = (
    PlanView("summary", below="title", before="page", by_hand=True, on_templates=True),
    PlanView("timeline", below="phases", before="first_phase", by_hand=True, on_templates=True),
    PlanView("history", below="phases", before="first_phase", by_hand=True, of_past=True),
    PlanView("progress", part="phase"),
    PlanView("tasks", part="task"),
    PlanView("risks", below="risks", before="risk_table", part="risk", by_hand=True),
    PlanView("effort", below="resources"),
    PlanView("definition_of_done", below="definition_of_done"),
)


class SiteView(Struct, frozen=True):
    """A view over all plans, which a marker `<!-- plan:NAME -->` puts on any page; the words are English.

    `title` is the heading of its page or section. The index and the registers have pages of their own: `link` is how
    the other pages name it, `sentence` stands below its title, where search finds it.
    """

    name: str
    title: str
    link: str = ""
    sentence: str = ""


INDEX = SiteView("index", title=mark("Plans"), link=mark("All plans"))
PORTFOLIO = SiteView("portfolio", title=mark("Timeline"))
# The pages beside the index, each named like its file, in the order in which pages link to them.
_REGISTERS = (
    SiteView(
        "next",
        title=mark("Next"),
        link=mark("Next"),
        sentence=mark("What can be done now, what is being done, and what holds the rest up."),
    ),
    SiteView(
        "risks",
        title=mark("Risks"),
        link=mark("Risks"),
        sentence=mark("What may go wrong in the plans under way, the highest first."),
    ),
    SiteView(
        "decisions",
        title=mark("Decisions"),
        link=mark("Decisions"),
        sentence=mark("What was decided in each plan, the newest plan first."),
    ),
    SiteView(
        "questions",
        title=mark("Questions"),
        link=mark("Open questions"),
        sentence=mark("What nobody has answered yet, and what is taken for granted."),
    ),
    SiteView(
        "metrics",
        title=mark("Metrics"),
        link=mark("Metrics"),
        sentence=mark("How each plan is to be measured, and when that is looked at."),
    ),
)

# The same by name.
PLAN_VIEWS: Mapping[str, PlanView] = {view.name: view for view in _PLAN_VIEWS}
REGISTERS: Mapping[str, SiteView] = {view.name: view for view in _REGISTERS}
SITE_VIEWS: Mapping[str, SiteView] = {INDEX.name: INDEX, PORTFOLIO.name: PORTFOLIO, **REGISTERS}
# The views of one plan that a marker can put on any page.
PLAN_MARKERS = frozenset(view.name for view in _PLAN_VIEWS if view.by_hand)


def place_of(view: str, part: object) -> str:
    """The name of the place where a part of a plan has a view of its own: `tasks:plan-task-1.1`."""
    return f"{view}:{part}"


def view_at(place: str) -> str:
    """The name of the view that goes to a place."""
    return place.partition(":")[0]


# The keys of markers. A view of one plan shows the plan of its page, or the plan that the marker names. A view of many
# plans may be limited to one plan, a status, a tag, the open work of a person, or a folder.
ONE_PLAN = ("plan",)
MANY_PLANS = ("plan", "status", "tag", "person", "folder")
# The keys of each marker, by its name. A name that is both a view of a plan and of the site has the keys of both.
MARKER_KEYS: Mapping[str, tuple[str, ...]] = {
    **{view.name: ONE_PLAN for view in _PLAN_VIEWS if view.by_hand},
    **dict.fromkeys(SITE_VIEWS, MANY_PLANS),
}

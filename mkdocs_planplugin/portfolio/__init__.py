# All plans of a site together: what the index lists, what the registers hold, and how pages are tied together.
"""The questions asked across plans."""

from __future__ import annotations

from . import entries, expected, links
from .change_words import ChangeLine, NameOf, brief_changes, change_lines, full_name, names_on_page, progress_now
from .changes import DayKind, DayMoved, Moved, PlanChanges, changes
from .conflicts import ResourceConflict, resource_conflicts
from .dependencies import PlanDependency, plan_dependencies
from .entries import UNKNOWN_TAG, Assessment, Entry
from .facets import (
    CHANGED_WITHIN,
    EVERYBODY,
    NOBODY,
    chosen,
    concerns,
    folders,
    owner_keys,
    people_of,
    tally,
)
from .links import (
    Neighbours,
    PagePaths,
    based_on_finding,
    based_on_target,
    built_on,
    depends_on,
    linked_path,
    linked_paths,
    neighbours,
)
from .next import (
    DoubleBooking,
    OpenTask,
    OpenTaskState,
    PersonTasks,
    by_person,
    can_work,
    expected_finishes,
    most_urgent,
    open_tasks,
    ready_count,
)
from .parts import DateRange, PlanPart, at_work, is_active, remaining_dates
from .plans import Portfolio, Totals
from .registers import (
    PlanItems,
    PlanRisk,
    decisions,
    item_count,
    open_questions,
    plan_assumptions,
    risks,
    with_success_metrics,
)
from .versions import BlockVersion, BoxVersion, Key, PlanVersion, RiskVersion, TaskVersion

# The kinds of findings about pages of a site against each other, and against its repository.
KINDS = (*links.KINDS, *expected.KINDS, *entries.KINDS)

__all__ = [
    "CHANGED_WITHIN",
    "EVERYBODY",
    "KINDS",
    "NOBODY",
    "UNKNOWN_TAG",
    "Assessment",
    "BlockVersion",
    "BoxVersion",
    "ChangeLine",
    "DateRange",
    "DayKind",
    "DayMoved",
    "DoubleBooking",
    "Entry",
    "Key",
    "Moved",
    "NameOf",
    "Neighbours",
    "OpenTask",
    "OpenTaskState",
    "PagePaths",
    "PersonTasks",
    "PlanChanges",
    "PlanDependency",
    "PlanItems",
    "PlanPart",
    "PlanRisk",
    "PlanVersion",
    "Portfolio",
    "ResourceConflict",
    "RiskVersion",
    "TaskVersion",
    "Totals",
    "at_work",
    "based_on_finding",
    "based_on_target",
    "brief_changes",
    "built_on",
    "by_person",
    "can_work",
    "change_lines",
    "changes",
    "chosen",
    "concerns",
    "decisions",
    "depends_on",
    "expected_finishes",
    "folders",
    "full_name",
    "is_active",
    "item_count",
    "linked_path",
    "linked_paths",
    "most_urgent",
    "names_on_page",
    "neighbours",
    "open_questions",
    "open_tasks",
    "owner_keys",
    "people_of",
    "plan_assumptions",
    "plan_dependencies",
    "progress_now",
    "ready_count",
    "remaining_dates",
    "resource_conflicts",
    "risks",
    "tally",
    "with_success_metrics",
]

# Phases, tasks and boxes: where they stand in a document (`layout`), read into drafts (`plan_work`), and from drafts to
# the model (`finishing`).
"""Reading the work of a plan."""

from .box_groups import BoxGroup
from .boxes import items_of_checklist
from .dependencies import PAGE, StatedDependency, distinct, plan_links, read_dependency
from .drafts import PhaseDraft, TaskDraft
from .finishing import Work, finish_work
from .headings import phase_word
from .layout import Layout, read_layout
from .names import (
    is_checklist,
    is_criteria,
    is_horizon,
    is_numbered_section,
    is_task_list,
    meaning_of,
    names_dependencies,
    names_risks,
    names_work,
    numbered_name,
    says_nothing,
    without_word_for_work,
)
from .phase_numbers import names_a_stage, numbered_heading, phase_heading, without_number
from .phase_sections import NOT_WORK
from .plan_work import KINDS, WorkDrafts, guess_work, read_work
from .roles import section_kind
from .task_titles import state_at_edge

__all__ = [
    "KINDS",
    "NOT_WORK",
    "PAGE",
    "BoxGroup",
    "Layout",
    "PhaseDraft",
    "StatedDependency",
    "TaskDraft",
    "Work",
    "WorkDrafts",
    "distinct",
    "finish_work",
    "guess_work",
    "is_checklist",
    "is_criteria",
    "is_horizon",
    "is_numbered_section",
    "is_task_list",
    "items_of_checklist",
    "meaning_of",
    "names_a_stage",
    "names_dependencies",
    "names_risks",
    "names_work",
    "numbered_heading",
    "numbered_name",
    "phase_heading",
    "phase_word",
    "plan_links",
    "read_dependency",
    "read_layout",
    "read_work",
    "says_nothing",
    "section_kind",
    "state_at_edge",
    "without_number",
    "without_word_for_work",
]

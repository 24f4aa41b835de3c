# Phases, tasks and boxes: where they stand in a document (`layout`), read into drafts (`plan_work`), and from drafts to
# the model (`finishing`).
"""Reading the work of a plan."""

from .boxes import checklist_items
from .dependencies import PAGE, StatedDependency, dependency_in_sentence, distinct, read_dependency
from .drafts import PhaseDraft, TaskDraft
from .finishing import Work, finish_work
from .headings import numbered_heading, phase_heading
from .layout import Layout, read_layout
from .phase_sections import NOT_WORK
from .plan_work import WorkDrafts, read_work

__all__ = [
    "NOT_WORK",
    "PAGE",
    "Layout",
    "PhaseDraft",
    "StatedDependency",
    "TaskDraft",
    "Work",
    "WorkDrafts",
    "checklist_items",
    "dependency_in_sentence",
    "distinct",
    "finish_work",
    "numbered_heading",
    "phase_heading",
    "read_dependency",
    "read_layout",
    "read_work",
]

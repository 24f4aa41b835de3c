# Phases, tasks and boxes: from blocks to drafts, and from drafts to the model.
"""Reading the work of a plan."""

from .drafts import PhaseDraft, TaskDraft
from .finishing import Finisher
from .headings import numbered_heading, phase_heading
from .joining import grouped, joined, phases_of_groups
from .phase_sections import NOT_WORK, PhaseSection, phase_sections
from .phases import WorkReader
from .roles import section_kind
from .waiting import PAGE, Waiting, distinct, read_waiting

__all__ = [
    "NOT_WORK",
    "PAGE",
    "Finisher",
    "PhaseDraft",
    "PhaseSection",
    "TaskDraft",
    "Waiting",
    "WorkReader",
    "distinct",
    "grouped",
    "joined",
    "numbered_heading",
    "phase_heading",
    "phase_sections",
    "phases_of_groups",
    "read_waiting",
    "section_kind",
]

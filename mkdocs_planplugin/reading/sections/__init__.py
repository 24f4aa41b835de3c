# One reader for each part of the format but the work; `plan_sections` calls them all.
"""Reading risks, resources, notes and the other sections."""

from .definition_of_done import Checklist
from .plan_sections import PlanSections, read_sections

__all__ = ["Checklist", "PlanSections", "read_sections"]

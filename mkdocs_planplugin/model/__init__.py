# What a plan is, for every room that reads it: the standard library only.
"""The model of a plan: frozen values."""

from .assumptions import Assumption, AssumptionKind
from .findings import Finding, Severity
from .ids import BlockId, PhaseRef, Reference, RiskId, TaskId, WorkId
from .outside import Hold, NotCounted, NotCountedKind, OtherPlan
from .people import owners, spellings
from .plan import (
    ChecklistGroup,
    ChecklistItem,
    Communication,
    ExternalDependency,
    Item,
    Link,
    Phase,
    Plan,
    PlanLink,
    Resources,
    Revision,
    Risk,
    RollbackStep,
    SuccessMetrics,
    Task,
    TeamMember,
    TimelineRow,
    Written,
)
from .states import FINISHED, NOT_BEGUN, OVER, PAUSED, RiskState, State, Status
from .values import NO_ESTIMATE, Calendar, Estimate, Level, Position

__all__ = [
    "FINISHED",
    "NOT_BEGUN",
    "NO_ESTIMATE",
    "OVER",
    "PAUSED",
    "Assumption",
    "AssumptionKind",
    "BlockId",
    "Calendar",
    "ChecklistGroup",
    "ChecklistItem",
    "Communication",
    "Estimate",
    "ExternalDependency",
    "Finding",
    "Hold",
    "Item",
    "Level",
    "Link",
    "NotCounted",
    "NotCountedKind",
    "OtherPlan",
    "Phase",
    "PhaseRef",
    "Plan",
    "PlanLink",
    "Position",
    "Reference",
    "Resources",
    "Revision",
    "Risk",
    "RiskId",
    "RiskState",
    "RollbackStep",
    "Severity",
    "State",
    "Status",
    "SuccessMetrics",
    "Task",
    "TaskId",
    "TeamMember",
    "TimelineRow",
    "WorkId",
    "Written",
    "owners",
    "spellings",
]

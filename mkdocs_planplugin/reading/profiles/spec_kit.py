"""The task lists of spec-kit: `- [ ] T001 [P] [US1] ...` with checkpoints and an order of execution."""

from .records import Detection, Profile, Roles

PROFILE = Profile(
    name="spec-kit",
    roles=Roles(criteria_patterns="checkpoint (...)"),
    detection=Detection(work_sections="dependencies & execution order, execution order, parallel opportunities"),
)

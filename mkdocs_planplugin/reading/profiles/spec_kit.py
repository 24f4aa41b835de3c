"""The task lists of spec-kit: `- [ ] T001 [P] [US1] ...` with checkpoints and an order of execution."""

from .records import DetectionWords, Profile, RoleWords

PROFILE = Profile(
    name="spec-kit",
    roles=RoleWords(criteria="checkpoint"),
    detection=DetectionWords(work_sections="dependencies & execution order, execution order, parallel opportunities"),
)

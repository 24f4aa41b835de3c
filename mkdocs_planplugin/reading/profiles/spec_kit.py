"""The task lists of spec-kit: `- [ ] T001 [P] [US1] ...` with checkpoints and an order of execution."""

from .records import DetectionWords, Profile, ReferenceWords, RoleWords

PROFILE = Profile(
    name="spec-kit",
    roles=RoleWords(criteria="checkpoint"),
    references=ReferenceWords(parallel_marks="p"),
    detection=DetectionWords(
        form_labels="input, prerequisites, tests, organization, branch, spec",
        plan_sections="dependencies & execution order, parallel opportunities",
        form_sections="""
            dependencies & execution order, parallel opportunities, parallel example, implementation strategy,
            technical context, constitution check, project structure, complexity tracking
        """,
    ),
)

"""Product requirement prompts: goal and context for an assistant, a list of tasks, and validation in levels."""

from .records import DetectionWords, Profile, RoleWords

PROFILE = Profile(
    name="prp",
    roles=RoleWords(final_names="validation loop", task_lists="list of tasks (...), task breakdown"),
    detection=DetectionWords(
        plan_places="prp(s)",
        form_sections="""
            all needed context, documentation & references, known gotchas, known gotchas & library quirks,
            known gotchas of our codebase & library quirks, current codebase tree, desired codebase tree,
            implementation blueprint, data models and structure, integration points, validation loop,
            final validation checklist, anti-patterns to avoid
        """,
    ),
)

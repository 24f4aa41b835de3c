"""Tasks of Backlog.md: one file a task, its fields in the front matter, its acceptance criteria as boxes."""

from .records import DetectionWords, Profile

PROFILE = Profile(
    name="backlog md",
    detection=DetectionWords(
        form_sections="""
            description, acceptance criteria, implementation plan, implementation notes, final summary,
            definition of done
        """,
    ),
)

"""Changes of OpenSpec: `tasks.md` with numbered groups of boxes. Its proposals and specifications are no plans."""

from .records import DetectionWords, Profile

PROFILE = Profile(
    name="openspec",
    detection=DetectionWords(
        other_sections="""
            what changes, added requirements, modified requirements, removed requirements, renamed requirements
        """,
    ),
)

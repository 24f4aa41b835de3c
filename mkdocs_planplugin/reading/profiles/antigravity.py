"""Implementation plans of Antigravity: what the user has to review, changes by file, and how they are verified."""

from .records import DetectionWords, PlaceholderWords, Profile

PROFILE = Profile(
    name="antigravity",
    detection=DetectionWords(
        form_sections="user review required, proposed changes, verification plan, manual verification",
    ),
    placeholders=PlaceholderWords(marks="new, modify, delete"),
)

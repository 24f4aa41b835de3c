"""Plans of superpowers' "writing plans": a goal, `### Task 1: Name` with files, and a box for each step of a task."""

from .records import DetectionWords, Profile

PROFILE = Profile(
    name="superpowers",
    detection=DetectionWords(
        form_labels="goal, architecture, tech stack",
        form_sections="file structure, global constraints, self-review, execution handoff",
    ),
)

"""Czech."""

from .records import Headings, Profile, Roles

PROFILE = Profile(
    name="czech",
    headings=Headings(phase_words="fáze", task_words="úkol, krok"),
    roles=Roles(
        criteria="kritéria, definice hotového",
        checks="ověření, validace",
        checklists="kontrolní seznam",
        deliverables="výstupy",
        aside="schválení, obsah, otázky, rizika",
        task_lists="úkoly",
        milestones="milníky",
    ),
)

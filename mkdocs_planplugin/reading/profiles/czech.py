"""Czech."""

from .records import HeadingWords, Profile, RoleWords

PROFILE = Profile(
    name="czech",
    headings=HeadingWords(phase_words="fáze", task_words="úkol, krok", step_words="krok"),
    roles=RoleWords(
        criteria="kritéria, definice hotového",
        checks="ověření, validace",
        checklists="kontrolní seznam",
        deliverables="výstupy",
        aside="schválení, obsah, otázky, rizika",
        task_lists="úkoly",
        milestones="milníky",
    ),
)

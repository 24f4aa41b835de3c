"""Czech."""

from .records import DateWords, DetectionWords, HeadingWords, Profile, RoleWords

PROFILE = Profile(
    name="czech",
    headings=HeadingWords(
        ordinal_words=("první", "druhá, druhý", "třetí", "čtvrtá, čtvrtý", "pátá, pátý"),
        phase_words="fáze, etapa, milník, týden, krok",
        task_words="úkol, krok",
        step_words="krok",
    ),
    roles=RoleWords(
        criteria="kritéria, definice hotového",
        checks="ověření, validace",
        checklists="kontrolní seznam",
        deliverables="výstupy",
        aside="schválení, obsah, otázky, rizika",
        task_lists="úkoly",
        milestones="milníky",
    ),
    detection=DetectionWords(
        plan_titles="plán",
        plan_for="pro",
        plan_words="plán, úkoly, harmonogram",
        plan_places="plán, plan, úkoly",
        other_titles="""
            příručka, zpráva, návod, shrnutí, zápis*, průvodce, kontrolní seznam, směrnice, retrospektiva, manuál
        """,
        plan_sections="úkoly, harmonogram, rizika, milníky",
    ),
    dates=DateWords(
        months=(
            "ledna, leden",
            "února, únor",
            "března, březen",
            "dubna, duben",
            "května, květen",
            "června, červen",
            "července, červenec",
            "srpna, srpen",
            "září",
            "října, říjen",
            "listopadu",
            "prosince, prosinec",
        ),
    ),
)

"""Swedish."""

from mkdocs_planplugin.model import Level

from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LengthWords,
    Profile,
    ReferenceWords,
    RoleWords,
    StateWords,
)

PROFILE = Profile(
    name="swedish",
    headings=HeadingWords(
        ordinal_words=("första", "andra", "tredje", "fjärde", "femte"),
        number_words=("ett", "två", "tre", "fyra", "fem"),
        task_words="uppgift, steg",
        step_words="steg",
        phase_words="fas, etapp, vecka, milstolpe, steg",
    ),
    roles=RoleWords(work="uppgifter"),
    detection=DetectionWords(
        plan_titles="*plan, färdplan",
        plan_words="*plan, färdplan, uppgifter, milstolpar",
        plan_places="plan, planering, uppgifter",
        other_titles="""
            handbok, *rapport, *protokoll, sammanfattning, granskning, checklista, riktlinje|riktlinjer, anteckningar
        """,
        plan_sections="uppgifter, risker, milstolpar, tidsplan, nästa steg",
        work_sections="att göra, pågår, klart, nästa steg",
    ),
    states=StateWords(
        words={"intended": "utkast, planerad", "begun": "pågående", "finished": "klar"},
        levels={
            Level.LOW: "låg",
            Level.MEDIUM: "medel",
            Level.HIGH: "hög",
            Level.CRITICAL: "kritisk, mycket hög",
        },
    ),
    dates=DateWords(
        months=(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober, okt",
            "november",
            "december",
        ),
        weekdays="måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag",
        before="den, senast",
        end_of="slutet av",
        calendar_weeks="vecka",
        to="till",
        positions={"day": "dag, dagar", "week": "vecka, veckor", "month": "månad"},
    ),
    lengths=LengthWords(
        units={
            "hour": "timme, timmar",
            "day": "dag, dagar",
            "week": "vecka, veckor",
            "month": "månad, månader",
        },
    ),
    references=ReferenceWords(words={"phase": "faser", "and": "och"}, nothing="inga, ingen"),
)

"""Dutch."""

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
    name="dutch",
    headings=HeadingWords(
        number_endings="e, ste, de",
        ordinal_words=("eerste", "tweede", "derde", "vierde", "vijfde"),
        number_words=("een, één", "twee", "drie", "vier", "vijf"),
        task_words="taak, stap",
        step_words="stap",
        phase_words="fase, mijlpaal, stap",
    ),
    roles=RoleWords(
        criteria="*criteria, klaar als|wanneer",
        checks="verificatie, validatie, controle",
        checklists="controlelijst",
        deliverables="opleveringen, resultaten",
        aside="goedkeuring, legenda, inhoudsopgave, vragen, risico's, risicos",
        work_names="implementatie, taken",
        task_lists="taken, stappen",
        milestones="mijlpalen",
        work="taken",
    ),
    detection=DetectionWords(
        plan_titles="*plan",
        plan_for="voor, van",
        plan_words="*plan, planning, stappenplan, routekaart, taken, mijlpalen",
        plan_places="planning, projectplan, stappenplan, taken",
        other_titles="""
            handleiding, *verslag, gids, rapport, notulen, samenvatting, terugblik, richtlijn|richtlijnen, beleid
        """,
        plan_sections="taken, mijlpalen, risico's, fasen, volgende stappen, planning",
        work_sections="te doen, bezig, klaar, volgende stappen, taken",
        work_columns="taak, taken, fase, mijlpaal",
        state_columns="status, verantwoordelijke, duur, eigenaar, deadline, voortgang",
    ),
    states=StateWords(
        levels={
            Level.LOW: "laag",
            Level.MEDIUM: "gemiddeld",
            Level.HIGH: "hoog",
            Level.CRITICAL: "kritiek, zeer hoog",
        },
    ),
    dates=DateWords(
        months=(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober, okt",
            "november",
            "december",
        ),
        weekdays="maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag",
        before="op, vóór, voor",
        end_of="eind",
        to="tot, t/m",
        positions={"day": "dag", "week": "week, weken", "month": "maand"},
    ),
    lengths=LengthWords(
        units={
            "minute": "minuten",
            "hour": "uur, uren",
            "day": "dag, dagen",
            "week": "week, weken",
            "month": "maand, maanden",
        },
    ),
    references=ReferenceWords(words={"phase": "fase, fasen"}, nothing="geen"),
)

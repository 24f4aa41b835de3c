"""Swedish."""

from mkdocs_planplugin.model import Level

from .records import Dates, Headings, Lengths, Profile, References, Roles, States

PROFILE = Profile(
    name="swedish",
    headings=Headings(phase_words="fas"),
    roles=Roles(work="uppgifter"),
    states=States(
        words={"intended": "utkast, planerad", "begun": "pågående", "finished": "klar"},
        levels={
            Level.LOW: "låg",
            Level.MEDIUM: "medel",
            Level.HIGH: "hög",
            Level.CRITICAL: "kritisk, mycket hög",
        },
    ),
    dates=Dates(
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
        positions={"day": "dag, dagar", "week": "vecka, veckor", "month": "månad"},
    ),
    lengths=Lengths(
        units={
            "hour": "timme, timmar",
            "day": "dag, dagar",
            "week": "vecka, veckor",
            "month": "månad, månader",
        },
    ),
    references=References(words={"phase": "faser", "and": "och"}, nothing="inga, ingen"),
)

"""Dutch."""

from mkdocs_planplugin.model import Level

from .records import Dates, Headings, Lengths, Profile, References, Roles, States

PROFILE = Profile(
    name="dutch",
    headings=Headings(phase_words="fase"),
    roles=Roles(work="taken"),
    states=States(
        levels={
            Level.LOW: "laag",
            Level.MEDIUM: "gemiddeld",
            Level.HIGH: "hoog",
            Level.CRITICAL: "kritiek, zeer hoog",
        },
    ),
    dates=Dates(
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
        positions={"day": "dag", "week": "week, weken", "month": "maand"},
    ),
    lengths=Lengths(
        units={
            "minute": "minuten",
            "hour": "uur, uren",
            "day": "dag, dagen",
            "week": "week, weken",
            "month": "maand, maanden",
        },
    ),
    references=References(words={"phase": "fase, fasen"}, nothing="geen"),
)

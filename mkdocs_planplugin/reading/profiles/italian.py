"""Italian."""

from mkdocs_planplugin.model import Level

from .records import Dates, Lengths, Placeholders, Profile, References, Roles, States

PROFILE = Profile(
    name="italian",
    roles=Roles(work="attività"),
    states=States(
        words={"begun": "in corso", "finished": "completato"},
        levels={
            Level.LOW: "basso, bassa, leve",
            Level.MEDIUM: "medio, media",
            Level.HIGH: "alto, alta",
            Level.CRITICAL: "critico, critica, molto alto, molto alta",
        },
    ),
    dates=Dates(
        months=(
            "gennaio, gen",
            "febbraio",
            "marzo",
            "aprile",
            "maggio, mag",
            "giugno, giu",
            "luglio, lug",
            "agosto, ago",
            "settembre, set",
            "ottobre, ott",
            "novembre",
            "dicembre, dic",
        ),
        to="al, a",
        positions={
            "day": "giorno, giorni",
            "week": "settimana, settimane",
            "month": "mese, mesi",
        },
    ),
    lengths=Lengths(
        units={
            "minute": "minuti",
            "hour": "ora, ore",
            "day": "giorno, giorni",
            "week": "settimana, settimane",
            "month": "mese, mesi",
        },
        numbers={1.0: "un, uno, una"},
        between="a, o",
        estimate_labels="durata, stima",
    ),
    references=References(
        words={"phase": "fase, fasi", "and": "e, o", "to": "a"},
        nothing="nessuna, nessuno",
    ),
    placeholders=Placeholders(unknown="da definire"),
)

"""Italian."""

from mkdocs_planplugin.model import Level

from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LengthWords,
    PlaceholderWords,
    Profile,
    ReferenceWords,
    RoleWords,
    StateWords,
)

PROFILE = Profile(
    name="italian",
    headings=HeadingWords(
        phase_words="fase, tappa, settimana, traguardo, passo",
        step_words="passo",
        task_words="attività, compito, passo",
        number_words=("uno", "due", "tre", "quattro", "cinque"),
        ordinal_words=("prima", "seconda", "terza", "quarta", "quinta"),
    ),
    roles=RoleWords(
        criteria="criteri, criterio, definizione di fatto|completato",
        checks="verifica, validazione",
        checklists="lista di controllo",
        deliverables="consegne, risultati",
        aside="approvazione, approvazioni, legenda, indice, domande, prerequisiti, rischi",
        work_names="implementazione, attività",
        final_names="finale, qualità",
        task_lists="attività",
        milestones="traguardi",
        work="attività",
    ),
    detection=DetectionWords(
        plan_titles="piano",
        plan_for="di, del, della, per",
        plan_words="piano, tabella di marcia, attività, tappe",
        plan_places="piano, piani, attività",
        other_titles="""
            guida, relazione, manuale, rapporto, verbale, riepilogo, riassunto, revisione, retrospettiva, procedura,
            lista di controllo, linee guida, istruzioni
        """,
        template_places="modello, modelli",
        plan_sections="fasi, attività, rischi, tappe, prossimi passi",
        work_sections="da fare, in corso, completato, prossimi passi",
        work_columns="attività, fase, compito",
        state_columns="stato, responsabile, scadenza, durata, avanzamento",
    ),
    states=StateWords(
        words={"begun": "in corso", "finished": "completato"},
        levels={
            Level.LOW: "basso, bassa, leve",
            Level.MEDIUM: "medio, media",
            Level.HIGH: "alto, alta",
            Level.CRITICAL: "critico, critica, molto alto, molto alta",
        },
    ),
    dates=DateWords(
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
        weekdays="lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica",
        before="il, entro il, dal, entro",
        ordinals="º, °",
        end_of="fine",
        to="al, a",
        positions={
            "day": "giorno, giorni",
            "week": "settimana, settimane",
            "month": "mese, mesi",
        },
    ),
    lengths=LengthWords(
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
    references=ReferenceWords(
        words={"phase": "fase, fasi", "and": "e, o", "to": "a"},
        nothing="nessuna, nessuno",
    ),
    placeholders=PlaceholderWords(unknown="da definire"),
)

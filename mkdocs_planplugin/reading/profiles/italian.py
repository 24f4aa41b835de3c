"""Italian."""

from mkdocs_planplugin.model import Level, RiskState

from .phrases import without_accents
from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LabelWords,
    LengthWords,
    PeopleWords,
    PlaceholderWords,
    Profile,
    ReferenceWords,
    RoleWords,
    StateWords,
)

_WORDS = Profile(
    name="italian",
    headings=HeadingWords(
        term_letters="t, s",
        phase_of="di, della, del, dello, d'",
        last_words="finale, ultima",
        phase_named="fase, tappa",
        phase_words="fase, tappa, settimana, mese, giorno, traguardo, ondata, iterazione, passo",
        step_words="passo",
        task_words="attività, compito, passo",
        zero="zero",
        part_words="pacchetto di lavoro, filone",
        number_words=("uno", "due", "tre", "quattro", "cinque"),
        ordinal_words=("prima", "seconda", "terza", "quarta", "quinta"),
        risk_words="rischio",
        joining_words="e",
        sections={"phases": "fasi, piano di implementazione, attività, prossimi passi"},
        risk_sections="(*3) rischi (...)",
        risk_lists="(*1) rischi (*1)",
        risk_answers="(*2) mitigazione|riduzione dei rischi (*1)",
        answers="*mitigazion*",
        stage_words="tappa, traguardo, iterazione",
    ),
    labels=LabelWords(
        blocking={"causes": "bloccato da, bloccata da, in attesa di, in attesa del"},
        task={
            "files": "file interessati",
            "dependencies": """
                dipendenza, dipendenze, dipende da, prerequisito, prerequisiti, richiede, bloccato da, bloccata da,
                predecessore, predecessori
            """,
            "risk": "rischio, livello di rischio",
            "estimate": "durata, durata stimata, stima, sforzo, impegno, tempo stimato",
            "validation": "validazione",
            "owner": "responsabile, responsabili, assegnato a, assegnata a, assegnatario, incaricato",
            "status": "stato",
            "start": "inizio, data di inizio",
            "due": "scadenza, termine, data di consegna",
            "end": "fine, data di fine",
            "until": "bloccato fino al",
            "progress": "avanzamento",
            "remaining": "rimanente, tempo rimanente",
        },
        task_table={
            "title": "attività, compito, compiti, azione",
            "name": "descrizione, nome, titolo",
            "planned": "previsto, pianificato",
        },
        phase={
            "criteria": "fatto quando, finito quando, completato quando",
            "dependencies": "dipendenza, dipendenze, dipende da, prerequisiti",
            "estimate": "durata, durata stimata, stima, sforzo, impegno, tempo stimato",
            "time": "periodo, tempistica",
            "status": "stato",
        },
        header={
            "start": "inizio, data di inizio",
            "created": "data, creato, creato il, data di creazione",
            "last_updated": "aggiornato, aggiornato il, ultimo aggiornamento",
            "status": "stato",
            "due": "scadenza, termine",
            "owner": "responsabile, responsabili",
            "author": "autore, autrice, autori",
            "dependencies": "dipendenze, dipende da, prerequisiti",
        },
        risk={
            "status": "stato",
            "owner": "responsabile",
            "title": "rischio",
            "probability": "probabilità",
            "impact": "impatto",
            "severity": "gravità",
            "mitigation": "mitigazione, contromisura, contromisure, risposta",
            "contingency": "piano di emergenza, piano di riserva",
        },
        totals="totale...",
    ),
    roles=RoleWords(
        tried_by_hand="test manuali (...), prove manuali (...)",
        before="(*3) prima di|del|della|dell' (...)",
        behind="dopo (...), durante (...), il giorno (...)",
        repeated="""
            checklist|routine quotidiana|giornaliera|settimanale|mensile, dopo ogni, prima di ogni, ogni
            mattina|giorno|sera|settimana|mese, ogni volta
        """,
        subtasks="sottoattività, sotto-attività",
        explains="significa, indica",
        criteria="""
            criteri, criterio, definizione di fatto|completato|finito, finito|fatto|completato|pronto quando,
            metriche|indicatori di successo
        """,
        checks="verifica, validazione, accettazione",
        check_nouns="finale, manuale",
        checklists="lista di controllo",
        deliverables="consegne, risultati, consegna",
        scopes="ambito, contenuto, contenuti",
        aside="approvazione, approvazioni, legenda, indice, domande, prerequisiti, rischi, fuori ambito|perimetro",
        work_names="implementazione, attività",
        final_names="finale, qualità, consegna",
        task_lists="attività",
        milestones="traguardo, traguardi",
        work="""
            ordine di implementazione,
            attività, compiti, passi, azioni, sottoattività, lavori, da fare, implementazione, prossimi passi,
            attività principali
        """,
        beside="""
            decisione, decisioni, obiettivo, obiettivi, scopo, contesto, durata, squadra, risorse, dipendenze,
            nota, note, costi, benefici, vantaggi, problema, ambito, indicatori, metriche, responsabile,
            responsabili, motivazione, traguardi, risultati attesi, funzionalità principali, funzionalità extra,
            tecnologie, stack (*), scelte tecniche, requisiti (*), principi, vincoli, architettura (*), regole (*)
        """,
        work_patterns="""
            (prossimi|primi) passi (...), passi|ordine|piano di (*2), passaggi (*2), tabella di marcia,
            lavori rimanenti, funzionalità|funzioni|miglioramenti futuri|future|previste|previsti|pianificate
        """,
        horizons="""
            breve|medio|lungo termine (...), priorità alta|media|bassa (...), alta|media|bassa priorità (...),
            a breve|medio|lungo termine (...), azioni immediate|prioritarie (...)
        """,
        goals="obiettivo, obiettivi, obiettivi (*)",
    ),
    detection=DetectionWords(
        plan_titles="piano, cronoprogramma, tabella di marcia, pianificazione del|di",
        plan_for="di, del, della, per",
        neutral_titles="introduzione, panoramica",
        plan_words="""
            piano, tabella di marcia, attività, tappe, cronoprogramma, prossimi passi, pianificazione, migrazione
        """,
        plan_places="piano, piani, attività, cronoprogramma, pianificazione",
        other_titles="""
            guida, relazione, manuale, rapporto, verbale, riepilogo, riassunto, revisione, retrospettiva, procedura,
            lista di controllo, linee guida, istruzioni, riunione
        """,
        template_places="modello, modelli",
        plan_sections="fasi, attività, rischi, tappe, prossimi passi",
        work_sections="da fare, in corso, completato, prossimi passi",
        work_columns="attività, fase, compito, settimana, periodo, mese, fasi, tappa",
        state_columns="stato, responsabile, scadenza, durata, avanzamento, inizio, fine, data, chi, quando",
        report_labels="prima, dopo, verificato da, testato da",
        address="tuo, tua, tuoi",
        report_sections="""
            file modificati|creati|eliminati (...), risultati dei test (...), modifiche apportate (...),
            cosa è stato (...)
        """,
        other_sections="""
            configurazione, esempio, esempi, parametri, prerequisiti, risoluzione dei problemi,
            introduzione, indice, contesto, limitazioni, partecipanti, ordine del giorno, conclusioni
        """,
        readme_sections="installazione, utilizzo, uso, licenza",
    ),
    states=StateWords(
        words={
            "intended": "bozza, pianificato, pianificata, proposto, proposta, approvato, approvata, pronto, pronta",
            "not_begun": "non iniziato, non iniziata, da fare, da iniziare, in attesa",
            "begun": "in corso, in lavorazione, attivo, attiva, iniziato, iniziata, fase attuale",
            "stuck": "bloccato, bloccata",
            "put_off": "in pausa, sospeso, sospesa, rimandato, rimandata, rinviato, rinviata",
            "finished": """
                completato, completata, finito, finita, fatto, fatta, terminato, terminata, concluso,
                conclusa
            """,
            "given_up": "annullato, annullata, abbandonato, abbandonata, scartato, scartata",
        },
        not_yet="non, non ancora, non è, mai, niente, da, sarà, deve essere, prima, dopo, quando, se",
        almost="quasi, parzialmente, in parte, a metà",
        risks={
            RiskState.OPEN: "aperto",
            RiskState.MITIGATED: "mitigato",
            RiskState.ACCEPTED: "accettato",
            RiskState.CLOSED: "chiuso, risolto",
            RiskState.OCCURRED: "verificato",
        },
        levels={
            Level.LOW: "basso, bassa, lieve, molto basso, molto bassa",
            Level.MEDIUM: "medio, media, moderato, moderata",
            Level.HIGH: "alto, alta, elevato, elevata",
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
        before="il, dal",
        due_by="entro, entro il",
        ordinals="º, °",
        week_of="del, dal",
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
            "minute": "minuti, minuto",
            "hour": "ora, ore",
            "day": "giorno, giorni, giornata, giornate",
            "week": "settimana, settimane",
            "month": "mese, mesi",
        },
        numbers={
            0.5: "mezzo, mezza",
            1.0: "un, uno, una",
            3.0: "tre",
            4.0: "quattro",
            5.0: "cinque",
            6.0: "sei",
            7.0: "sette",
            8.0: "otto",
            9.0: "nove",
            10.0: "dieci",
        },
        and_a_half="e mezzo, e mezza",
        between="a, o",
        plus="e",
        up_to="fino a, massimo, meno di",
        about="circa, almeno",
        per="per",
        estimate_labels="durata, durata stimata, stima, sforzo, impegno, tempo stimato",
        time_labels="tempo",
        measures="punto, punti, riga, righe, file, compito, compiti, attività, passi, persona, persone",
    ),
    references=ReferenceWords(
        in_parentheses="dipende da, bloccato da, bloccata da, richiede, dopo",
        all_before="tutte|tutti le|gli|i (attività|passi) precedenti",
        words={
            "task": "attività, compito, compiti",
            "phase": "fase, fasi",
            "lead": "dopo, richiede, dipende",
            "of": "da, di, del, della",
            "elsewhere": "prima",
            "not": "non",
            "and": "e, o",
            "to": "a",
            "filler": "tutte",
        },
        nothing="nessuna, nessuno, nessuna dipendenza",
        but="eccetto, tranne",
        said_of_tasks="completato, completata",
        part_of="di, del",
        list_words="e",
        lag_before="dopo",
        finish_to_start="FI",
        other_links="II, FF, IF",
    ),
    people=PeopleWords(
        talked_of="con, di, a, per, da, e, o",
        between="e",
        nobody="tutti, tutte, nessuno, non assegnato, da assegnare, sconosciuto",
    ),
    placeholders=PlaceholderWords(unknown="da definire, da determinare", legends="legenda, livelli, valori"),
)
PROFILE = without_accents(_WORDS)

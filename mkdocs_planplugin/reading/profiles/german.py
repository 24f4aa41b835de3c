"""German."""

from mkdocs_planplugin.model import Level, RiskState

from .phrases import with_two_letters
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
    name="german",
    headings=HeadingWords(
        compounds="phase, phasen",
        part_words="arbeitspaket, ap",
        ordinal_words=("erste", "zweite", "dritte", "vierte", "fünfte"),
        zero="null",
        number_words=("eins", "zwei", "drei", "vier", "fünf"),
        last_words="letzte, finale",
        phase_words="phase, woche, monat, tag, meilenstein, etappe, stufe, schritt, teil, welle",
        task_words="aufgabe, schritt",
        step_words="schritt",
        title_prefixes="umsetzungsplan, implementierungsplan",
        risk_words="risiko",
        joining_words="und",
        sections={"phases": "phasen, umsetzung, umsetzungsplan, aufgaben, arbeitspakete, nächste schritte"},
        risk_sections="(*3) risiken (...), risikoanalyse|risikobewertung|risikomanagement (...), *risiken (...)",
        risk_lists="(*2) risiken, *risiken",
        answers="*massnahmen*, *entscheidung*",
        stage_words="meilenstein, etappe",
    ),
    labels=LabelWords(
        header_sections="(*1) status, (*1) informationen, (*1) metadaten, eckdaten, steckbrief, kenndaten, stammdaten",
        blocking={
            "causes": "blockiert durch, blockiert von, wartet auf, warten auf, blockiert, hindernis, grund",
            "notes": "notiz, notizen, hinweis, anmerkung",
        },
        task={
            "files": "datei, dateien, betroffene dateien",
            "dependencies": """
                abhängigkeit, abhängigkeiten, abhängig von, hängt ab von, voraussetzung, voraussetzungen, benötigt,
                wartet auf, blockiert durch, blockiert von, vorgänger
            """,
            "risk": "risiko, risikostufe",
            "estimate": "aufwand, geschätzter aufwand, schätzung, dauer, geschätzte dauer, zeitaufwand",
            "validation": "validierung, überprüfung, prüfung",
            "owner": "verantwortlich, verantwortliche, verantwortlicher, zuständig, bearbeiter, zugewiesen an",
            "status": "zustand",
            "start": "beginn, startdatum, beginnt am",
            "due": "fällig, fällig am, frist, termin, zieldatum",
            "end": "ende, enddatum",
            "until": "blockiert bis",
            "progress": "fortschritt, fertigstellung",
            "remaining": "restaufwand, verbleibend",
        },
        phase={
            "criteria": "fertig wenn, erledigt wenn",
            "dependencies": """
                abhängigkeit, abhängigkeiten, abhängig von, voraussetzung, voraussetzungen, benötigt, wartet auf
            """,
            "estimate": "aufwand, geschätzter aufwand, schätzung, dauer, geschätzte dauer, zeitaufwand",
            "time": "zeitraum",
            "status": "zustand",
        },
        task_table={
            "title": "aufgabe, aufgaben, schritt, maßnahme",
            "name": "beschreibung, name, titel",
            "planned": "geplant, plan, soll",
        },
        header={
            "start": "beginn, startdatum, projektstart, projektbeginn",
            "dependencies": "abhängigkeiten, abhängig von, voraussetzungen",
            "created": "erstellt, datum, erstellt am",
            "last_updated": """
                stand, aktualisiert, zuletzt aktualisiert, letzte aktualisierung, letzte änderung, geändert
            """,
            "owner": """
                projektleitung, projektleiter, projektleiterin, leitung,
                verantwortlich, verantwortliche, verantwortlicher
            """,
            "author": "autor, autorin, autoren, verfasser, verfasserin",
            "due": "ende, geplantes ende, enddatum, projektende, fällig, fällig am, frist, termin, zieldatum",
        },
        risk={
            "status": "zustand",
            "owner": "verantwortlich, zuständig",
            "title": "risiko",
            "probability": "wahrscheinlichkeit, eintrittswahrscheinlichkeit",
            "impact": "auswirkung, auswirkungen, schaden, schadenshöhe, schadensausmaß",
            "severity": "schwere",
            "mitigation": "maßnahme, maßnahmen, gegenmaßnahme, gegenmaßnahmen, abhilfe, minderung, vorbeugung",
            "contingency": "notfallplan",
        },
        totals="gesamt...",
    ),
    roles=RoleWords(
        tried_by_hand="manuelle|manuelles tests|testen|testfälle (...)",
        before="""
            (tests|prüfungen|checks) vor der|dem|den|einem|einer|start|abgabe|auslieferung|go-live|launch|release (...),
            vor inbetriebnahme|veröffentlichung (...), letzte prüfungen (...)
        """,
        behind="nach (...), während (...), am tag (...), danach, nachbereitung",
        repeated="""
            tägliche|wöchentliche|monatliche checkliste|routine, vor|nach|bei jedem|jeder, jeden
            morgen|tag|abend|monat, jede woche
        """,
        subtasks="unteraufgaben, teilaufgaben",
        explains="bedeutet, heißt, steht für, kennzeichnet",
        criteria="""
            *kriterien, fertig wenn, erledigt wenn, abnahme, abnahmecheckliste, abnahmeliste, erfolgsmetriken,
            erfolgskennzahlen, erfolgsindikatoren
        """,
        checks="verifikation, validierung, überprüfung, prüfung, qualitätssicherung, akzeptanz",
        check_adjectives="manuelle, finale, abschließende",
        checklists="checkliste, checklisten, prüfliste, prüflisten",
        deliverables="ergebnisse, liefergegenstände, lieferobjekte",
        scopes="umfang, inhalt, inhalte",
        aside="""
            freigabe, freigaben, genehmigung*, legende, inhaltsverzeichnis, fragen, glossar, voraussetzungen, risiken,
            nicht geplant|vorgesehen|enthalten, nicht im umfang|scope, außerhalb des umfangs|projekts,
            nicht-ziele, nichtziele
        """,
        work_names="umsetzung*, aufgaben*, schritte",
        final_names="abschluss*, qualitäts*, test*, end*",
        task_lists="aufgaben, schritte",
        milestones="meilenstein, meilensteine",
        work="""
            umsetzungsreihenfolge, reihenfolge,
            aufgaben, schritte, maßnahmen, aktivitäten, tätigkeiten, arbeiten, arbeitspakete, umsetzung, todo,
            todos, zu erledigen, nächste schritte
        """,
        beside="""
            entscheidung, entscheidungen, ziel, ziele, zielsetzung, hintergrund, zweck, begründung, nutzen,
            vorteile, dauer, zeitrahmen, team, ressourcen, abhängigkeiten, hinweis, hinweise, anmerkungen,
            beteiligte, budget, kosten, ausgangslage, problem, umfang, kontext, kennzahlen, metriken, meilenstein,
            meilensteine, hauptfunktionen, kernfunktionen, technik, technologie*, techstack, anforderungen,
            grundsätze, prinzipien, rahmenbedingungen, architektur, aufbau
        """,
        horizons="""
            kurzfristig, mittelfristig, langfristig, hohe|mittlere|niedrige priorität (...), jetzt, später, geplant,
            sofortige|kurzfristige|mittelfristige|langfristige massnahmen|aufgaben|schritte|ziele (...), sofort
        """,
        work_patterns="""
            (*2) schritte|aufgaben|massnahmen|arbeitspakete|arbeiten, (*) roadmap|fahrplan (*), roadmap|fahrplan (...),
            umsetzungsschritte, implementierungsschritte, implementierungsreihenfolge, reihenfolge der umsetzung,
            als nächstes, noch zu tun, noch offen, geplante (*) funktionen|erweiterungen|arbeiten,
            änderungen im detail|einzelnen, (notwendige|nötige|geplante) änderungen
        """,
        goals="(*) ziele, ziel",
    ),
    detection=DetectionWords(
        list_titles="fahrplan",
        plan_titles="*plan, fahrplan",
        plan_for="für, zur, zum, der, des",
        neutral_titles="überblick, übersicht, einleitung, einführung",
        plan_words="""
            *plan, umsetzungsplan, fahrplan, aufgaben*, meilensteine, vorhaben, *auftrag, ablaufplan,
            nächste schritte, projektfahrplan, terminplan, projektauftrag
        """,
        pieces_of_work="*auftrag, aufgabe",
        plan_places="""
            plan, pläne, projektplan, umsetzungsplan, migrationsplan, fahrplan, meilensteine, aufgaben, planung,
            *plan, terminplan, ablaufplan
        """,
        other_titles="""
            *anleitung, *leitfaden, *handbuch, *bericht, *protokoll, risikoplan, checkliste, richtlinie|richtlinien,
            zusammenfassung, rückblick, retrospektive, prüfliste, *referenz, einführung, *auswertung, *notizen,
            besprechung, sitzung
        """,
        template_places="vorlage|vorlagen",
        plan_sections="""
            meilensteine, aufgaben, zeitplan, risiken, umsetzung, phasen, arbeitspakete, nächste schritte,
            offene punkte, offene fragen, fortschritt
        """,
        work_sections="""
            aufgaben, offen, offene punkte, erledigt, in arbeit, nächste schritte, zu erledigen, kurzfristig,
            mittelfristig, langfristig, geplant, später
        """,
        repeated_use="""
            vor jedem|jeder (...), bei jedem|jeder (...), nach jedem|jeder (...), jeden|jede (...),
            täglich (...), wöchentlich (...)
        """,
        work_columns="""
            aufgabe|aufgaben, meilenstein|meilensteine, schritt|schritte, arbeitspaket|arbeitspakete, zeitraum,
            woche|wochen, kw, phase|phasen, monat, inhalt
        """,
        state_columns="""
            status, zuständig, verantwortlich, aufwand, fällig, frist, termin, stand, dauer, fortschritt, beginn,
            ende, datum, start, wer, wann, bis
        """,
        report_labels="vorher, nachher, geprüft von, getestet von, umgesetzt von",
        address="dein, deine, deinen, deiner, dich",
        report_sections="""
            geänderte|erstellte|neue|gelöschte dateien (...), * umgesetzt (...), testergebnis|testergebnisse (...),
            was wurde (...), ergebnisse (...), erreichtes (...)
        """,
        tracker_titles="projektstatus, (*) fortschritt",
        other_sections="""
            konfiguration, beispiel, beispiele, parameter, voraussetzungen, fehlerbehebung, einleitung,
            inhaltsverzeichnis, hintergrund, teilnehmer, tagesordnung, fazit, geltungsbereich, einschränkungen
        """,
        readme_sections="installation, verwendung, benutzung, lizenz",
    ),
    states=StateWords(
        words={
            "intended": """
                entwurf, geplant, planung, in planung, planungsphase, konzeptphase, vorgeschlagen, freigegeben,
                genehmigt, bereit
            """,
            "to_be_approved": """
                wartet auf freigabe, wartet auf genehmigung, zur freigabe, zur prüfung, zum durchsprechen,
                zur diskussion
            """,
            "not_begun": "nicht begonnen, nicht gestartet, offen, ausstehend, zu erledigen",
            "begun": """
                in Arbeit, in Bearbeitung, in Entwicklung, laufend, aktiv, begonnen, in umsetzung, aktuelle Phase
            """,
            "stuck": "blockiert",
            "waiting": "wartet",
            "put_off": "pausiert, zurückgestellt, verschoben, angehalten",
            "finished": "fertig, abgeschlossen, erledigt, umgesetzt, gebaut, ausgeliefert, implementiert",
            "given_up": "abgebrochen, verworfen, abgelehnt, entfällt, gestrichen, übersprungen",
        },
        ratings="grün, gelb, rot, bestanden, durchgefallen",
        not_yet="nicht, noch nicht, nichts, noch nichts, muss noch, nie, kein, keine, bis, wenn, sobald, vor, nach",
        almost="fast, beinahe, nahezu, teilweise, zum teil, größtenteils, weitgehend, halb",
        risks={
            RiskState.OPEN: "offen, aktiv",
            RiskState.MITIGATED: "gemindert, mitigiert, entschärft",
            RiskState.ACCEPTED: "akzeptiert",
            RiskState.CLOSED: "geschlossen, erledigt, abgeschlossen, behoben",
            RiskState.OCCURRED: "eingetreten",
        },
        levels={
            Level.LOW: "niedrig, gering, sehr niedrig, sehr gering, unwahrscheinlich",
            Level.MEDIUM: "mittel, mäßig, möglich",
            Level.HIGH: "hoch, groß, wahrscheinlich",
            Level.CRITICAL: "kritisch, sehr hoch, schwerwiegend",
        },
        between_levels="bis",
    ),
    dates=DateWords(
        months=(
            "januar, jänner",
            "februar",
            "märz, maerz, mrz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober, okt",
            "november",
            "dezember, dez",
        ),
        weekdays="montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag",
        before="am, ab, seit",
        due_by="bis, bis zum, bis spätestens",
        articles="den, dem, der",
        week_of="vom, ab, ab dem",
        end_of="ende",
        calendar_weeks="kw, kalenderwoche, woche",
        to="bis",
        positions={"day": "tag, tage", "week": "woche, wochen", "month": "monat, monate"},
    ),
    lengths=LengthWords(
        units={
            "minute": "minuten",
            "hour": "std, stunde, stunden, arbeitsstunden, personenstunden",
            "day": "tag, tage, tagen, arbeitstag, arbeitstage, arbeitstagen, werktage, personentage, manntage",
            "week": "woche, wochen, arbeitswochen",
            "month": "monat, monate, monaten",
        },
        numbers={
            0.5: "halber, halben, halbe, ein halber, einen halben, eine halbe",
            1.0: "ein, eine, einen",
            2.0: "zwei",
            3.0: "drei",
            4.0: "vier",
            5.0: "fünf",
            6.0: "sechs",
            7.0: "sieben",
            8.0: "acht",
            9.0: "neun",
            10.0: "zehn",
        },
        between="bis, oder",
        plus="und",
        up_to="bis zu, höchstens, maximal",
        about="etwa, ungefähr, rund, mindestens",
        per="pro",
        counted="tag, tage, woche, wochen",
        estimate_labels="aufwand, dauer, schätzung, geschätzter aufwand",
        time_labels="zeit",
        clock="uhr",
        measures="""
            punkt, punkte, zeile, zeilen, datei, dateien, aufgabe, aufgaben, schritt, schritte, seite, seiten,
            personen, leute, uhr
        """,
    ),
    references=ReferenceWords(
        in_parentheses="""
            hängt ab von, abhängig von, blockiert durch, blockiert von, wartet auf, benötigt, braucht, nach
        """,
        all_before="alle|allen vorherigen|vorigen|vorangehenden|obigen (aufgaben|schritte|schritten)",
        words={
            "task": "aufgabe, aufgaben",
            "phase": "phasen",
            "lead": "nach, benötigt",
            "of": "von, ab, aus",
            "elsewhere": "vor",
            "not": "nicht",
            "and": "und, oder",
            "to": "bis",
            "filler": "alle",
        },
        nothing="keine, keine abhängigkeiten, nichts",
        but="außer",
        said_of_tasks="fertig, abgeschlossen",
        part_of="von, aus",
        list_words="und",
        lag_before="nach",
        finish_to_start="EA",
        other_links="AA, EE, AE",
        days_of_lags="T",
    ),
    people=PeopleWords(
        talked_of="mit, von, an, für, bei, und, oder, frage, fragen",
        between="und, sowie",
        nobody="alle, jeder, keine, keiner, niemand, offen, nicht zugewiesen",
    ),
    placeholders=PlaceholderWords(unknown="noch offen, wird noch festgelegt", legends="legende, stufen, werte"),
)
PROFILE = with_two_letters(_WORDS)

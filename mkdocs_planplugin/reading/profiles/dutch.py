"""Dutch."""

from mkdocs_planplugin.model import Level, RiskState

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

PROFILE = Profile(
    name="dutch",
    headings=HeadingWords(
        compounds="fase",
        number_endings="e, ste, de",
        ordinal_words=("eerste", "tweede", "derde", "vierde", "vijfde"),
        zero="nul",
        part_words="werkpakket, wp",
        number_words=("een, één", "twee", "drie", "vier", "vijf"),
        task_words="taak, stap",
        step_words="stap",
        last_words="laatste",
        phase_words="fase, maand, dag, mijlpaal, stap, etappe",
        risk_words="risico",
        joining_words="en",
        sections={"phases": "fasen, taken, volgende stappen"},
        risk_sections="(*3) risico's|risicos|risicoanalyse (...)",
        risk_lists="(*2) risico's|risicos",
        answers="*maatregel*, *mitigat*",
        stage_words="mijlpaal",
    ),
    labels=LabelWords(
        blocking={"causes": "geblokkeerd door, wacht op, wachten op, in afwachting van"},
        task={
            "files": "bestand, bestanden",
            "dependencies": """
                afhankelijkheid, afhankelijkheden, afhankelijk van, hangt af van, vereist, vereisten, wacht op,
                geblokkeerd door, voorganger, voorgangers
            """,
            "risk": "risico, risiconiveau",
            "estimate": "schatting, inschatting, geschatte tijd, geschatte duur, duur, inspanning, tijdsduur",
            "validation": "validatie, verificatie",
            "owner": "verantwoordelijke, verantwoordelijk, eigenaar, toegewezen aan",
            "status": "toestand",
            "start": "begin, startdatum, begindatum",
            "due": "vervaldatum, opleverdatum, streefdatum",
            "end": "einde, einddatum",
            "until": "geblokkeerd tot",
            "progress": "voortgang",
            "remaining": "resterend",
        },
        task_table={"title": "taak, taken, actie, activiteit", "name": "omschrijving, beschrijving, naam"},
        phase={
            "dependencies": "afhankelijkheid, afhankelijkheden, afhankelijk van, vereisten",
            "estimate": "schatting, inschatting, geschatte tijd, geschatte duur, duur, inspanning, tijdsduur",
            "time": "periode, doorlooptijd",
            "status": "toestand",
        },
        header={
            "start": "begin, startdatum, begindatum",
            "created": "datum, aangemaakt, aangemaakt op, gemaakt op",
            "last_updated": "bijgewerkt, bijgewerkt op, laatst bijgewerkt, laatst gewijzigd",
            "status": "toestand",
            "due": "vervaldatum, opleverdatum, streefdatum",
            "owner": "eigenaar, verantwoordelijke, projectleider",
            "author": "auteur",
            "dependencies": "afhankelijkheden, afhankelijk van",
        },
        risk={
            "status": "toestand",
            "owner": "eigenaar, verantwoordelijke",
            "title": "risico",
            "probability": "kans, waarschijnlijkheid",
            "impact": "gevolg, gevolgen, effect",
            "severity": "ernst",
            "mitigation": "maatregel, maatregelen, beheersmaatregel, beheersmaatregelen, mitigatie",
            "contingency": "noodplan",
        },
        totals="totaal...",
    ),
    roles=RoleWords(
        repeated="""
            dagelijkse|wekelijkse|maandelijkse checklist|controlelijst|routine, na|bij elk|elke, elke
            ochtend|dag|avond|week|maand
        """,
        explains="betekent",
        criteria="*criteria, klaar als|wanneer, definitie van gereed|klaar, succesindicatoren, succesfactoren",
        checks="verificatie, validatie, controle, acceptatie",
        checklists="controlelijst",
        deliverables="opleveringen, resultaten",
        scopes="omvang, inhoud",
        aside="goedkeuring, legenda, inhoudsopgave, vragen, risico's, risicos, buiten scope|bereik",
        work_names="implementatie, taken",
        task_lists="taken, stappen",
        milestones="mijlpaal, mijlpalen",
        work="volgorde, taken, stappen, acties, werkzaamheden, activiteiten, te doen, uitvoering, volgende stappen",
        beside="""
            doel, doelen, doelstelling, doelstellingen, context, duur, team, middelen, afhankelijkheden, opmerking,
            opmerkingen, budget, kosten, voordelen, probleem, indicatoren, verantwoordelijke, reden, hoofdfuncties,
            functies, technologie*, techniek, technische (*), eisen, vereisten, principes, randvoorwaarden,
            beperkingen, architectuur, spelregels, vragen
        """,
        work_patterns="""
            (volgende|eerste|komende) stappen (...), stappenplan (...), plan van aanpak, fasering,
            volgorde van (*2), taken (*2), nog te doen, geplande (*) functies|verbeteringen|werkzaamheden
        """,
        horizons="""
            korte|middellange|lange termijn (...), op korte|middellange|lange termijn (...),
            hoge|gemiddelde|lage prioriteit (...), nu, straks, later
        """,
        goals="doel, doelen, doelstellingen",
    ),
    detection=DetectionWords(
        plan_titles="*plan, planning van|voor, routekaart",
        plan_for="voor, van",
        neutral_titles="overzicht, inleiding",
        plan_words="*plan, planning, stappenplan, routekaart, taken, mijlpalen, volgende stappen, aanpak, migratie",
        plan_places="planning, projectplan, stappenplan, taken, routekaart, mijlpalen",
        other_titles="""
            handleiding, *verslag, gids, rapport, notulen, samenvatting, terugblik, richtlijn|richtlijnen, beleid,
            vergadering, overleg
        """,
        plan_sections="taken, mijlpalen, risico's, fasen, volgende stappen, planning",
        work_sections="te doen, bezig, klaar, volgende stappen, taken",
        work_columns="taak, taken, fase, mijlpaal, week, weken, periode, maand, actie",
        state_columns="""
            status, verantwoordelijke, duur, eigenaar, deadline, voortgang, start, einde, datum, wie, wanneer
        """,
        report_labels="voor, na, gecontroleerd door, getest door",
        address="jouw, jij",
        report_sections="""
            gewijzigde|aangemaakte|nieuwe bestanden (...), testresultaten (...), wat is er gedaan (...)
        """,
        other_sections="""
            configuratie, voorbeeld, voorbeelden, parameters, vereisten, probleemoplossing, inleiding,
            inhoudsopgave, achtergrond, beperkingen, aanwezigen, agenda, conclusie
        """,
        readme_sections="installatie, gebruik, licentie",
    ),
    states=StateWords(
        words={
            "intended": "concept, gepland, in voorbereiding, voorgesteld, goedgekeurd, gereed voor uitvoering",
            "not_begun": """
                niet gestart, niet begonnen, nog niet gestart, nog te starten, nog te doen, te starten, te doen,
                wachtend
            """,
            "begun": "in uitvoering, bezig, mee bezig, gestart, begonnen, actief, in behandeling, lopend, huidige fase",
            "stuck": "geblokkeerd",
            "put_off": "gepauzeerd, uitgesteld, on hold gezet, opgeschort",
            "finished": "klaar, gereed, afgerond, voltooid, gedaan, opgeleverd, afgesloten",
            "given_up": "geannuleerd, vervallen, afgewezen, gestopt",
        },
        not_yet="niet, nog niet, niets, nooit, geen, wordt, moet, voor, na, als, zodra",
        almost="bijna, deels, gedeeltelijk, grotendeels, half, vrijwel",
        risks={
            RiskState.OPEN: "actief",
            RiskState.MITIGATED: "gemitigeerd, beheerst",
            RiskState.ACCEPTED: "geaccepteerd, aanvaard",
            RiskState.CLOSED: "gesloten, opgelost",
            RiskState.OCCURRED: "opgetreden",
        },
        levels={
            Level.LOW: "laag, lage, zeer laag, klein, kleine",
            Level.MEDIUM: "gemiddeld, gemiddelde, middel, matig",
            Level.HIGH: "hoog, hoge, groot, grote",
            Level.CRITICAL: "kritiek, kritieke, zeer hoog, zeer hoge",
        },
    ),
    dates=DateWords(
        due_by="uiterlijk, vóór",
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
        before="op, voor",
        week_of="van, vanaf",
        end_of="eind",
        to="tot, t/m",
        positions={"day": "dag", "week": "week, weken", "month": "maand"},
    ),
    lengths=LengthWords(
        units={
            "minute": "minuten, minuut",
            "hour": "uur, uren",
            "day": "dag, dagen, werkdag, werkdagen",
            "week": "week, weken",
            "month": "maand, maanden",
        },
        numbers={
            0.5: "halve, een halve",
            1.0: "een, één",
            2.0: "twee",
            3.0: "drie",
            4.0: "vier",
            5.0: "vijf",
            6.0: "zes",
            7.0: "zeven",
            8.0: "acht",
            9.0: "negen",
            10.0: "tien",
        },
        between="tot, à, of",
        plus="en",
        up_to="maximaal, hooguit",
        about="ongeveer, circa, minimaal",
        per="per",
        estimate_labels="schatting, inschatting, geschatte tijd, geschatte duur, duur, inspanning",
        time_labels="tijd, doorlooptijd",
        measures="punt, punten, regel, regels, bestand, bestanden, taken, stappen, pagina's, personen, mensen",
    ),
    references=ReferenceWords(
        all_before="alle vorige|voorgaande (taken|stappen)",
        in_parentheses="afhankelijk van, hangt af van, geblokkeerd door, wacht op, vereist",
        words={
            "task": "taak, taken",
            "phase": "fase, fasen, fases",
            "lead": "na, vereist",
            "of": "van, uit",
            "elsewhere": "voor",
            "not": "niet",
            "and": "en",
            "to": "tot, t/m",
            "filler": "alle",
        },
        nothing="geen, geen afhankelijkheden",
        nothing_alone="niets",
        but="behalve",
        said_of_tasks="klaar, gereed, afgerond",
        part_of="van",
        list_words="en",
        lag_before="na",
    ),
    people=PeopleWords(
        talked_of="met, van, aan, voor, en, of",
        between="en",
        nobody="allen, iedereen, niemand, geen, niet toegewezen, onbekend",
    ),
    placeholders=PlaceholderWords(
        unknown="nader te bepalen, nog te bepalen, n.t.b.", legends="legenda, niveaus, waarden"
    ),
)

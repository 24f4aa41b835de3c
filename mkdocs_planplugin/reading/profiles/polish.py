"""Polish."""

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
    name="polish",
    headings=HeadingWords(
        ordinal_words=("pierwszy, pierwsza", "drugi, druga", "trzeci, trzecia", "czwarty, czwarta", "piąty, piąta"),
        zero="zero",
        number_words=("jeden", "dwa", "trzy", "cztery", "pięć"),
        phase_words="etap, faza, tydzień, miesiąc, dzień, kamień milowy, iteracja, krok",
        task_words="zadanie, krok",
        step_words="krok",
        risk_words="ryzyko",
        joining_words="i",
        sections={"phases": "etapy, fazy, zadania, następne kroki"},
        risk_lists="(*1) ryzyka",
        risk_sections="(*3) ryzyka (...), (*3) ryzyko (...), analiza ryzyka, zarządzanie ryzykiem",
        answers="*mitygacj*, *zapobieg*",
        stage_words="kamień milowy, iteracja",
    ),
    labels=LabelWords(
        blocking={"causes": "zablokowane przez, zablokowany przez, zablokowana przez, czeka na"},
        task={
            "files": "plik, pliki, nowe pliki, zmieniane pliki",
            "dependencies": """
                zależność, zależności, zależy od, wymaga, wymagania wstępne, czeka na, zablokowane przez,
                zablokowany przez, poprzednik, poprzednicy
            """,
            "risk": "ryzyko, poziom ryzyka",
            "estimate": """
                szacunek, szacowany czas, oszacowanie, estymacja, estymata, pracochłonność, czas, czas trwania
            """,
            "validation": "walidacja, weryfikacja",
            "owner": "odpowiedzialny, odpowiedzialna, osoba odpowiedzialna, właściciel, przypisane do, wykonawca",
            "status": "stan",
            "start": "początek, data rozpoczęcia, rozpoczęcie",
            "due": "termin, termin realizacji",
            "end": "koniec, data zakończenia, zakończenie",
            "until": "zablokowane do",
            "progress": "postęp",
            "remaining": "pozostało",
        },
        task_table={"title": "zadanie, zadania, działanie, czynność", "name": "opis, nazwa"},
        phase={
            "dependencies": "zależność, zależności, zależy od, wymagania wstępne",
            "estimate": "szacunek, szacowany czas, oszacowanie, estymacja, estymata, pracochłonność, czas trwania",
            "time": "okres, harmonogram",
            "status": "stan",
        },
        header={
            "start": "początek, data rozpoczęcia, rozpoczęcie",
            "created": "data, utworzono, data utworzenia",
            "last_updated": "aktualizacja, zaktualizowano, ostatnia aktualizacja",
            "status": "stan",
            "due": "termin, termin realizacji",
            "owner": "właściciel, odpowiedzialny, odpowiedzialna, kierownik projektu",
            "author": "autor, autorka, autorzy",
            "dependencies": "zależności, zależy od",
        },
        risk={
            "status": "stan",
            "owner": "właściciel, odpowiedzialny",
            "title": "ryzyko, zagrożenie",
            "probability": "prawdopodobieństwo",
            "impact": "wpływ, skutek, skutki",
            "severity": "dotkliwość",
            "mitigation": """
                mitygacja, działania zaradcze, środki zaradcze, przeciwdziałanie, zapobieganie,
                minimalizacja
            """,
            "contingency": "plan awaryjny",
        },
        totals="suma..., razem...",
    ),
    roles=RoleWords(
        repeated="""
            codzienna|cotygodniowa|comiesięczna lista kontrolna, przed każdym|każdą, po każdym|każdej, każdego
            dnia|ranka|wieczoru, codziennie
        """,
        explains="oznacza",
        criteria="""
            kryteria, kryterium, definicja ukończenia|gotowości, gotowe|ukończone gdy, akceptacja,
            wskaźniki|mierniki|metryki sukcesu
        """,
        checks="weryfikacja, walidacja",
        checklists="lista kontrolna",
        deliverables="rezultaty, produkty",
        scopes="zakres",
        aside="zatwierdzenie, legenda, spis treści, pytania, ryzyka, poza zakresem",
        work_names="wdrożeni*, zadania",
        task_lists="zadania, kroki",
        milestones="kamień milowy, kamienie milowe",
        work="""
            kolejność prac,
            zadania, kroki, prace, zmiany, działania, zakres prac, czynności, do zrobienia, wdrożenie,
            następne kroki
        """,
        beside="""
            cel, cele, kontekst, czas trwania, zespół, zasoby, zależności, uwagi, budżet, koszty, korzyści,
            problem, zakres, wskaźniki, odpowiedzialny, uzasadnienie, kamienie milowe, główne funkcje, technologie,
            stos (*), wymagania, zasady, ograniczenia, architektura, narzędzia, rekomendacja
        """,
        files="pliki, nowe pliki, zmieniane pliki",
        work_patterns="""
            (następne|kolejne|najbliższe|pierwsze) kroki (...), kroki (*2), plan prac|wdrożenia|działań,
            kolejność (*2), harmonogram prac, mapa drogowa, pozostało do zrobienia,
            planowane (*) funkcje|zmiany|prace
        """,
        horizons="""
            krótkoterminowe, średnioterminowe, długoterminowe, wysoki|średni|niski priorytet (...), teraz, później
        """,
        goals="cel, cele",
    ),
    detection=DetectionWords(
        plan_for="na, dla",
        neutral_titles="przegląd, wprowadzenie",
        plan_words="plan, harmonogram, zadania, mapa drogowa, etapy, następne kroki, migracja, migracji",
        plan_places="plan, plany, harmonogram, zadania, mapa drogowa, etapy",
        other_titles="""
            przewodnik, raport, podręcznik, instrukcja, podsumowanie, sprawozdanie, protokół, poradnik,
            lista kontrolna, procedura, polityka, retrospektywa, notatki, spotkanie
        """,
        plan_sections="etapy, zadania, harmonogram, ryzyka, kamienie milowe",
        work_sections="do zrobienia, w toku, zrobione, zadania",
        work_columns="zadanie, etap, tydzień, okres, miesiąc, faza, zadania",
        state_columns="status, odpowiedzialny, termin, stan, postęp, początek, koniec, data, kto, kiedy, od, do",
        report_sections="""
            zmodyfikowane|utworzone|zmienione|usunięte pliki (...), wyniki testów (...), co zostało (...),
            wprowadzone zmiany (...)
        """,
        plan_titles="harmonogram, plan, mapa drogowa",
        other_sections="""
            konfiguracja, przykład, przykłady, parametry, wymagania, rozwiązywanie problemów, bibliografia, wstęp,
            spis treści, kontekst, ograniczenia, uczestnicy, wnioski
        """,
        readme_sections="instalacja, użycie, licencja",
    ),
    states=StateWords(
        words={
            "intended": """
                szkic, wersja robocza, planowane, planowany, planowana, zaplanowane, zatwierdzone,
                zatwierdzony
            """,
            "not_begun": "nierozpoczęte, nie rozpoczęto, nie rozpoczęte, do zrobienia, oczekuje, oczekujące",
            "begun": "w toku, w trakcie, w realizacji, rozpoczęte, rozpoczęty, aktywny, aktywne",
            "stuck": "zablokowane, zablokowany, zablokowana",
            "put_off": "wstrzymane, wstrzymany, wstrzymana, odłożone, zawieszone",
            "finished": """
                zakończone, zakończony, zakończona, ukończone, ukończony, gotowe, zrobione, wykonane,
                wdrożone
            """,
            "given_up": "anulowane, anulowany, anulowana, porzucone, odrzucone",
        },
        not_yet="nie, jeszcze nie, nic, nigdy, będzie, do, przed, po, gdy, jeśli",
        almost="prawie, częściowo, w części, w większości",
        risks={
            RiskState.OPEN: "otwarte, otwarty",
            RiskState.MITIGATED: "ograniczone, zmitygowane",
            RiskState.ACCEPTED: "zaakceptowane",
            RiskState.CLOSED: "zamknięte, rozwiązane",
            RiskState.OCCURRED: "zmaterializowane, wystąpiło",
        },
        levels={
            Level.LOW: "niski, niska, niskie, bardzo niski, bardzo niska, bardzo niskie, mały, małe",
            Level.MEDIUM: "średni, średnia, średnie, umiarkowany, umiarkowana, umiarkowane",
            Level.HIGH: "wysoki, wysoka, wysokie, duży, duże",
            Level.CRITICAL: "krytyczny, krytyczna, krytyczne, bardzo wysoki, bardzo wysoka, bardzo wysokie",
        },
    ),
    lengths=LengthWords(
        units={
            "minute": "minuta, minuty, minut",
            "hour": "godzina, godziny, godzin, godz",
            "day": "dzień, dni, dnia, osobodni, osobodzień",
            "week": "tydzień, tygodnie, tygodni, tygodnia",
            "month": "miesiąc, miesiące, miesięcy, miesiąca",
        },
        numbers={
            0.5: "pół",
            1.0: "jeden, jedna, jedno",
            2.0: "dwa, dwie",
            3.0: "trzy",
            4.0: "cztery",
            5.0: "pięć",
            6.0: "sześć",
            7.0: "siedem",
            8.0: "osiem",
            9.0: "dziewięć",
            10.0: "dziesięć",
        },
        between="do, lub",
        plus="i",
        up_to="do, maksymalnie",
        about="około, ok, ok., minimum",
        estimate_labels="szacunek, szacowany czas, oszacowanie, estymacja, estymata, pracochłonność, czas trwania",
        time_labels="czas",
        measures="punkt, punkty, punktów, linii, plików, zadań, kroków, osób, osoby",
    ),
    references=ReferenceWords(
        all_before="wszystkie poprzednie|wcześniejsze (zadania|kroki)",
        in_parentheses="zależy od, zablokowane przez, zablokowany przez, zablokowana przez, czeka na, wymaga",
        words={
            "task": "zadanie, zadania, zadań",
            "phase": "etap, etapy, etapu, faza, fazy",
            "lead": "po, wymaga",
            "of": "od, z",
            "elsewhere": "przed, równolegle",
            "not": "nie",
            "and": "i, oraz, lub",
            "to": "do",
            "filler": "wszystkie",
        },
        nothing="brak, brak zależności",
        but="oprócz, poza",
        said_of_tasks="zakończone, gotowe",
        list_words="i, oraz",
        lag_before="po",
    ),
    people=PeopleWords(
        talked_of="z, od, dla, i, lub",
        between="i, oraz",
        nobody="wszyscy, nikt, brak, nieprzypisane, nieprzypisany, nieznany",
    ),
    placeholders=PlaceholderWords(unknown="do ustalenia, do określenia", legends="legenda, poziomy, wartości"),
    dates=DateWords(
        due_by="do",
        months=(
            "stycznia, styczeń",
            "lutego, luty",
            "marca, marzec",
            "kwietnia, kwiecień",
            "maja, maj",
            "czerwca, czerwiec",
            "lipca, lipiec",
            "sierpnia, sierpień",
            "września, wrzesień",
            "października, październik",
            "listopada, listopad",
            "grudnia, grudzień",
        ),
        weekdays="poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela",
        before="od, dnia",
        to="do",
        week_of="od",
        end_of="koniec",
        positions={"day": "dzień, dni", "week": "tydzień, tygodnie", "month": "miesiąc, miesiące"},
    ),
)
PROFILE = without_accents(_WORDS)

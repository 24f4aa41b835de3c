"""Polish."""

from .records import DateWords, DetectionWords, HeadingWords, Profile, ReferenceWords, RoleWords

PROFILE = Profile(
    name="polish",
    headings=HeadingWords(
        ordinal_words=("pierwszy, pierwsza", "drugi, druga", "trzeci, trzecia", "czwarty, czwarta", "piąty, piąta"),
        number_words=("jeden", "dwa", "trzy", "cztery", "pięć"),
        phase_words="etap, faza, tydzień, kamień milowy, krok",
        task_words="zadanie, krok",
        step_words="krok",
    ),
    roles=RoleWords(
        criteria="kryteria, kryterium, definicja ukończenia",
        checks="weryfikacja, walidacja",
        checklists="lista kontrolna",
        deliverables="rezultaty, produkty",
        aside="zatwierdzenie, legenda, spis treści, pytania, ryzyka",
        work_names="wdrożeni*, zadania",
        task_lists="zadania, kroki",
        milestones="kamienie milowe",
    ),
    detection=DetectionWords(
        plan_for="na, dla",
        plan_words="plan, harmonogram, zadania, mapa drogowa, etapy",
        plan_places="plan, plany, harmonogram, zadania",
        other_titles="""
            przewodnik, raport, podręcznik, instrukcja, podsumowanie, sprawozdanie, protokół, poradnik,
            lista kontrolna, procedura, polityka, retrospektywa, notatki
        """,
        plan_sections="etapy, zadania, harmonogram, ryzyka, kamienie milowe",
        work_sections="do zrobienia, w toku, zrobione, zadania",
        work_columns="zadanie, etap",
        state_columns="status, odpowiedzialny, termin, stan, postęp",
    ),
    references=ReferenceWords(nothing="brak"),
    dates=DateWords(
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
    ),
)

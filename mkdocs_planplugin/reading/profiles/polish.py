"""Polish."""

from .records import DetectionWords, HeadingWords, Profile, ReferenceWords, RoleWords

PROFILE = Profile(
    name="polish",
    headings=HeadingWords(phase_words="etap", step_words="krok", task_words="zadanie, krok"),
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
        plan_words="plan, harmonogram, zadania, mapa drogowa, etapy",
        plan_places="plan, plany, harmonogram, zadania",
        other_titles="przewodnik, raport",
        plan_sections="etapy, zadania, harmonogram, ryzyka, kamienie milowe",
        work_sections="do zrobienia, w toku, zrobione, zadania",
        work_columns="zadanie, etap",
        state_columns="status, odpowiedzialny, termin",
    ),
    references=ReferenceWords(nothing="brak"),
)

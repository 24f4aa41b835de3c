"""Polish."""

from .records import Headings, Profile, References, Roles

PROFILE = Profile(
    name="polish",
    headings=Headings(phase_words="etap", task_words="zadanie, krok"),
    roles=Roles(
        criteria="kryteria, kryterium, definicja ukończenia",
        checks="weryfikacja, walidacja",
        checklists="lista kontrolna",
        deliverables="rezultaty, produkty",
        aside="zatwierdzenie, legenda, spis treści, pytania, ryzyka",
        work_names="wdrożeni*, zadania",
        task_lists="zadania, kroki",
        milestones="kamienie milowe",
    ),
    references=References(nothing="brak"),
)

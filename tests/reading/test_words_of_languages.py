"""The words of each language at work: one example of each kind in `words/`, with what is read from it."""

import pathlib
from collections.abc import Callable, Mapping

import pytest
from yaml_files import read_yaml

from mkdocs_planplugin.model import Calendar, PhaseRef, TaskId
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.reading.profiles import PROFILES
from mkdocs_planplugin.reading.profiles.phrases import with_two_letters, without_accents
from mkdocs_planplugin.reading.values import (
    ReferenceIndex,
    count_placeholders,
    find_position,
    is_placeholder,
    read_date,
    read_estimate,
    read_level,
    read_state,
    read_status,
    split_heading_estimate,
)

FOLDER = pathlib.Path(__file__).parent / "words"
CALENDAR = Calendar()
TASKS = [TaskId(number) for number in ("1.1", "1.2", "1.3", "2.1")]
PHASES = [PhaseRef(number) for number in ("1", "2", "3")]


def date(text: str) -> str:
    return str(read_date(text).date)


def estimate(text: str) -> str:
    """The words and the hours: `3 days = 24 to 24`."""
    value = read_estimate(text, CALENDAR)
    return f"{value.text} = {value.min_hours:g} to {value.max_hours:g}" if value.known else f"{value.text}"


def heading(text: str) -> str:
    """The name, and the estimate that stands behind it."""
    return " / ".join(map(str, split_heading_estimate(text, CALENDAR)))


def position(text: str) -> str:
    found = find_position(text, CALENDAR)
    place = found.position if found else None
    if place is None:
        return "none"
    return f"{place.start} to {place.finish}" if place.start else f"{place.from_hours:g} to {place.to_hours:g} h"


def references(text: str) -> str:
    """What a text refers to, in a plan that has the tasks 1.1, 1.2, 1.3 and 2.1 and the phases 1, 2 and 3."""
    found = ReferenceIndex(TASKS, PHASES).read(text)
    return "nothing" if found.nothing else ", ".join(map(str, found.ids)) or "no reference"


def dependency(text: str) -> str:
    """What a phase waits for by the sentence below its heading: parts of the plan, and other pages."""
    plan = read(
        f"# Implementation Plan: X\n\n## Phase 1: A\n\n- [ ] 1.1 a\n- [ ] 1.2 b\n\n## Phase 2: B\n\n{text}\n"
    ).plan
    assert plan is not None
    return ", ".join([*map(str, plan.phases[1].depends_on), *(link.href for link in plan.links)]) or "no dependency"


KINDS: Mapping[str, Callable[[str], object]] = {
    "status": lambda text: str(read_status(text)),
    "state": lambda text: str(read_state(text)),
    "level": lambda text: str(read_level(text)),
    "date": date,
    "estimate": estimate,
    "heading": heading,
    "position": position,
    "references": references,
    "dependency": dependency,
    "is_placeholder": is_placeholder,
    "placeholders": count_placeholders,
}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_words_mean_what_they_say(path: pathlib.Path):
    """Each example of a language, by what reads it."""
    examples = read_yaml(path)
    found = {kind: {text: KINDS[kind](text) for text in texts} for kind, texts in examples.items()}
    assert found == examples


def test_each_language_has_examples():
    """A profile that has words of values has a file of examples."""
    with_values = {
        profile.name
        for profile in PROFILES
        if profile.states.words or profile.lengths.units or profile.references.nothing or profile.placeholders.choices
    }
    assert with_values == {path.stem for path in FOLDER.glob("*.yaml")}


def test_turkish_in_capitals():
    """`I` is the capital of `ı`, `İ` that of `i`."""
    text = "# UYGULAMA PLANI\n\n## AŞAMA 1: GÖVDE\n\n- [ ] **GÖREV 1.1:** Kes\n- [ ] **GÖREV 1.2:** Rendele\n"
    text += "  - **DURUM:** DEVAM EDİYOR\n  - **BAĞIMLILIKLAR:** GÖREV 1.1\n  - **RİSK SEVİYESİ:** YÜKSEK\n"
    plan = read(text, Calendar()).plan
    second = plan.phases[0].tasks[1]
    assert (second.state, [str(task) for task in second.depends_on], second.risk) == ("in_progress", ["1.1"], "high")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("**Estado:** concluido", "complete"),
        ("**Status:** terminé", "complete"),
        ("**Status:** termine", "complete"),
        ("**Status:** EN COURS", "in_progress"),
        ("**Status:** nao iniciado", "not_started"),
        ("**Status:** wartet auf Prüfung", None),
        ("**Status:** zur Pruefung", "draft"),
    ],
)
def test_words_without_accents(text: str, meaning: str | None):
    """As many people type them; `ue` for `ü` in German."""
    plan = read(f"---\nplan: true\n---\n# Plan\n\n{text}\n\n- [ ] a\n").plan
    assert plan.status == meaning


def test_sections_without_accents():
    """What must hold, by its heading; words of three letters and less stay as they are."""
    text = "# Plano\n\n## Fase 1\n\n- [ ] Serrar\n\n## Fase 2\n\n- [ ] Pintar\n\n## Verificacao\n\n- [ ] Esta seco\n"
    plan = read(text).plan
    assert [item.text for group in plan.definition_of_done for item in group.items] == ["Esta seco"]
    assert without_accents("é, até, início") == "é, até, início, inicio"
    assert with_two_letters("prüfung, größe") == "prüfung, größe, pruefung, groesse"

"""Who does a task, in the words of several languages."""

import pytest

from mkdocs_planplugin.reading import read
from mkdocs_planplugin.reading.values import read_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana und Bo", ("Ana", "Bo")),
        ("Ana et Bo", ("Ana", "Bo")),
        ("Ana y Bo", ("Ana", "Bo")),
        ("Аня и Борис", ("Аня", "Борис")),
        ("Ana AND Bo", ("Ana", "Bo")),
        ("李雷、韩梅梅", ("李雷", "韩梅梅")),
        ("Ana Y. Smith", ("Ana Y. Smith",)),  # a single letter that is part of a name
        ("Undine Etting", ("Undine Etting",)),
        ("niemand", ()),
        ("à définir", ()),
        ("未定", ()),
        ("Ana, non assigné", ("Ana",)),
    ],
)
def test_names_in_other_languages(text, names):
    """Words between two names, and words for nobody, stand in the profile of their language."""
    assert read_people(text) == names


def test_the_owners_of_a_task():
    """The words stay as they are written; the names are read once, with the text."""
    plan = read("# Plan: Hut\n\n## Phase 1: Build\n\n- [ ] **Task 1.1:** Dig\n  - Owner: Ana und @bo\n").plan
    task = next(plan.walk())
    assert (task.owner, task.owners) == ("Ana und @bo", ("Ana", "bo"))

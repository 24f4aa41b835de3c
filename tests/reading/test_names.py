"""Each word of the profiles at work: a small document with it, and what is read by it.

A file of `names/` belongs to a profile. It says, for each kind of document below, which words mean what; without its
meaning a word would be read as `Zzyx` is. `--update-golden` writes what is read today, to be reviewed.
"""

import functools
import pathlib
from collections.abc import Callable, Mapping

import pytest
import yaml
from yaml_files import read_yaml

from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.reading.profiles import PROFILES
from mkdocs_planplugin.reading.work.roles import section_kind

FOLDER = pathlib.Path(__file__).parent / "names"
FILES = sorted(FOLDER.glob("*.yaml"))
NO_WORD = "Zzyx"
WORK = "## Phase 1: Dig\n\n- [ ] Fetch spades\n- [x] Dig the hole\n\n## Phase 2: Plant\n\n- [ ] Set the tree\n\n"
BOXES = "\n\n- [ ] box\n- [ ] more\n"
MOST = "## Notes\n\n- [ ] a\n\n## NAME\n\n" + "- [ ] b\n" * 5 + "- [ ] box\n"
# In an order in which words find soon what they are read with.
VALUES = ("3 days", "2026-01-12", "High", "1.1", "Closed", "[Pond](pond.md)", "Ana", "Draft", "Phase 2")
LOOSE = {"findings", "attributes", "anchor", "key", "number", "line", "status_source"}  # what any word may change


def plan(text: str) -> Plan:
    """The plan in a text that is told to be one."""
    reading = read("# Orchard\n\n" + text, is_plan=True)
    assert reading.plan is not None
    return reading.plan


def role(text: str) -> str:
    """What the box with the word `box` is in the plan."""
    made = plan(text)
    roles = {
        "work": [task.title for task in made.walk()],
        "criteria": [
            item.text for item in (*(item for phase in made.phases for item in phase.criteria), *made.criteria)
        ],
        "final": [item.text for group in made.definition_of_done for item in group.items],
    }
    return " and ".join(name for name, texts in roles.items() if "box" in texts) or "beside"


def boxes(template: str) -> Callable[[str], str]:
    return lambda word: role(template.replace("NAME", word))


def first_task(made: Plan) -> object:
    return next(iter(made.walk()), None)


def first_phase(made: Plan) -> object:
    return next(iter(made.phases), None)


def first_risk(made: Plan) -> object:
    return next(iter(made.risks), None)


def fields(template: str, part: Callable[[Plan], object] = lambda made: made) -> Callable[[str], str]:
    """Says which fields of a part the word changes, with the first value beside it that changes any."""

    @functools.cache
    def without(value: str) -> object:
        return part(plan(template.replace("VALUE", value).replace("NAME", NO_WORD)))

    def changed(word: str) -> str:
        for value in VALUES if "VALUE" in template else ("",):
            made, other = part(plan(template.replace("VALUE", value).replace("NAME", word))), without(value)
            if made is None or other is None:
                names = {"is there"} if made is not other else set()
            else:
                names = {
                    field
                    for field in made.__struct_fields__
                    if field not in LOOSE and getattr(made, field) != getattr(other, field)
                }
            if names:
                return ", ".join(sorted(names))
        return ""

    return changed


def signs(text: str, path: str = "") -> Callable[[str], str]:
    """The signs by which a page is taken for a plan, or for something else."""
    return lambda word: ", ".join(
        sorted(
            str(reason.sign)
            for reason in read(text.replace("NAME", word), path=path.replace("NAME", word)).verdict.reasons
        )
    )


def state_of_a_risk(word: str) -> str:
    """Where it stands, and whether a status was not read."""
    made = plan(RISK + f"- **Status:** {word}\n")
    return f"{made.risks[0].state}{', and a finding' if made.findings else ''}"


def status_of_a_plan(word: str) -> str:
    """The status that is declared, and the one that is shown."""
    made = read(f"# Plan: A\n\n**Status:** {word}\n\n{TASK}").plan
    return f"{made.declared_status}, {made.status}"


TASK = "## Phase 1: Dig\n\n- [ ] **Task 1.1:** Hole\n- [ ] **Task 1.2:** Fence\n"
RISK = TASK + "\n## Risks\n\n**Risk 1:** It rains\n"
DOCUMENTS: Mapping[str, Callable[[str], str]] = {
    "boxes in a phase": boxes(WORK + "### NAME" + BOXES),
    "boxes beside the work": boxes(WORK + "## NAME" + BOXES),
    "boxes under a label": boxes("## Phase 1: Dig\n\n- [ ] a\n\n**NAME:**" + BOXES),
    "boxes of the tasks": boxes("## Phase 1: Dig\n\n### Tasks\n\n#### NAME" + BOXES),
    "checks of the tasks": boxes("## Phase 1: Dig\n\n### NAME\n\n#### Verification" + BOXES),
    "items of a phase": boxes("## Phase 1: Dig\n\n- soil\n\n**NAME:**\n\n- box\n- more\n\n## Phase 2: Plant\n\n- tree\n"),
    "parts of a phase": boxes("## Phase 1: Dig\n\n**NAME:**\n\n- box\n- more\n\n## Phase 2: Plant\n\n**NAME:**\n\n- tree\n"),
    "checklists with most of the boxes": boxes(MOST.replace("NAME", "NAME Checklist")),
    "checklists of work for the end": boxes(MOST.replace("NAME", "NAME Implementation Checklist")),
    "kinds of checks": boxes(WORK + "### NAME Validation" + BOXES),
    "what checks are made of": boxes(WORK + "### Validation NAME" + BOXES),
    "headings of work below others": boxes("## Phase 1: Dig\n\n### Soil\n\n- a\n\n### NAME\n\n- box\n\n## Phase 2: Plant\n\n### Sun\n\n- b\n"),
    "sections": lambda word: str(section_kind(word)),
    "header": fields("**NAME:** VALUE\n\n" + TASK),
    "tasks": fields(TASK + "  - **NAME:** VALUE\n", lambda made: [*made.walk()][-1]),
    "table of tasks": fields(
        "## Phase 1: Dig\n\n| ID | Task | NAME |\n|---|---|---|\n| 1.1 | Hole | - |\n| 1.2 | Fence | VALUE |\n",
        lambda made: next(iter([*made.walk()][::-1]), None),
    ),
    "head of a table of tasks": fields("## Phase 1: Dig\n\n| NAME | Status |\n|---|---|\n| Hole | Done |\n", first_task),
    "ids of a table of tasks": fields("## Phase 1: Dig\n\n| NAME | Task | Status |\n|---|---|---|\n| 7.1 | Hole | Done |\n", first_task),
    "phases": fields("## Phase 1: Dig\n\n**NAME:** VALUE\n\n- [ ] **Task 1.1:** Hole\n\n## Phase 2: Plant\n\n- [ ] Tree\n", first_phase),
    "phase headings": fields("## NAME 1: Dig\n\n- [ ] Hole\n\n## NAME 2: Plant\n\n- [ ] Tree\n"),
    "phase headings in words": fields("## Phase NAME: Dig\n\n- [ ] Hole\n\n## Phase 9: Plant\n\n- [ ] Tree\n", first_phase),
    "words before a phase": fields("## NAME Phase: Dig\n\n- [ ] Hole\n\n## Phase 9: Plant\n\n- [ ] Tree\n", first_phase),
    "state of a heading": fields("## Phase 1: Dig (NAME)\n\nIn the garden.\n\n## Phase 2: Plant\n\n- [ ] Tree\n", first_phase),
    "task headings": fields("## Phase 1: Dig\n\n### NAME 1: Hole\n\nIn the garden.\n\n### NAME 2: Fence\n\nAround it.\n"),
    "kinds of phases": fields("## NAME Phase 1: Dig\n\n- [ ] Hole\n\n## Phase 9: Plant\n\n- [ ] Tree\n"),
    "names told again": fields(WORK + "## Phase 2 NAME\n\n- [ ] Water it\n"),
    "brackets before files": fields("## Phase 1: Dig\n\n### [NAME] a.py\n\nIn the garden.\n"),
    "titles": lambda word: read(f"---\nplan: true\n---\n# {word}: Orchard\n\n{TASK}").plan.title,
    "risks": fields(RISK + "- **NAME:** VALUE\n", first_risk),
    "table of risks": fields(TASK + "\n## Risks\n\n| Risk | NAME |\n|---|---|\n| It rains | VALUE |\n", first_risk),
    "head of a table of risks": fields(TASK + "\n## Risks\n\n| NAME | Impact |\n|---|---|\n| It rains | High |\n", first_risk),
    "headings of risks": fields(TASK + "\n## Risks\n\n### NAME\n\n- It rains\n"),
    "numbers of risks": fields(TASK + "\n## Risks\n\n**NAME 1:** It rains\n- **Impact:** High\n"),
    "discovery": fields(TASK + "\n## Discovery Summary\n\n**NAME:**\n\n- It is wet\n"),
    "resources": fields(TASK + "\n## Resource Requirements\n\n**NAME:**\n\n- Roofer: 8 hours\n"),
    "communication": fields(TASK + "\n## Communication Plan\n\n**NAME:**\n\n- Weekly: all\n"),
    "lines of updates": fields(TASK + "\n## Communication Plan\n\n**Stakeholder Updates:**\n\n- **NAME:** VALUE\n"),
    "notes": fields(TASK + "\n## Notes & Assumptions\n\n**NAME:**\n\n- It is wet\n"),
    "rollback": fields(TASK + "\n## Rollback Plan\n\n- **NAME:** It is wet\n"),
    "timeline": fields(TASK + "\n## Timeline Summary\n\n| NAME | Estimate |\n|---|---|\n| Phase 1 | 3 days |\n"),
    "columns of the timeline": fields(TASK + "\n## Timeline Summary\n\n| Phase | NAME |\n|---|---|\n| Phase 1 | VALUE |\n| Phase 2 | VALUE |\n"),
    "columns beside an estimate": fields(TASK + "\n## Timeline Summary\n\n| Phase | Estimate | NAME |\n|---|---|---|\n| Phase 1 | 3 days | VALUE |\n"),
    "totals": fields(TASK + "\n## Timeline Summary\n\n| Phase | Estimate |\n|---|---|\n| Phase 1 | 3 days |\n| NAME | 3 days |\n"),
    "columns beside a date": fields(TASK + "\n## Version History\n\n| Date | NAME |\n|---|---|\n| 2026-01-12 | VALUE |\n"),
    "history": fields(TASK + "\n## Version History\n\n| Version | NAME |\n|---|---|\n| 1 | VALUE |\n"),
    "statuses of risks": state_of_a_risk,
    "levels of risks": fields(RISK + "- **Impact:** NAME\n", first_risk),
    "status of the plan": status_of_a_plan,
    "title of a page": signs("# NAME\n\n- [ ] box\n- [ ] more\n"),
    "title of another document": signs("# Guide: NAME\n\n- [ ] box\n- [ ] more\n"),
    "headings of a page": signs("# Shed\n\n## NAME\n\n- [ ] box\n- [ ] more\n"),
    "names above boxes": signs("# Shed\n\nNAME:\n\n- [ ] box\n- [ ] more\n\n## NAME\n\n- [ ] again\n"),
    "name of a file": signs("# Shed\n\n- [ ] box\n- [ ] more\n", "NAME.md"),
    "name of a folder": signs("# Shed\n\n- [ ] box\n- [ ] more\n", "NAME/shed.md"),
    "labels of a page": lambda word: str("labels_report" in signs("# Shed plan\n\n- [ ] box\n\n**NAME:** it leaks\n", "plans/a.md")(word)),
    "columns of a page": signs("# Shed\n\n## Now\n\n| NAME | Status |\n|---|---|\n| Door | Done |\n| Roof | Open |\n"),
    "states in columns of a page": signs("# Shed\n\n## Now\n\n| Task | NAME |\n|---|---|\n| Door | Done |\n| Roof | Open |\n"),
    "template": lambda word: str(read("# Shed plan\n\n" + TASK, path=f"{word}/shed.md").plan.is_template),
}  # fmt: skip


@functools.cache
def read_as_no_word(kind: str) -> str:
    """What is read in a kind of document by a word that is none: the same for all profiles."""
    return DOCUMENTS[kind](NO_WORD)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_word_means_what_it_says(path: pathlib.Path, request: pytest.FixtureRequest):
    """And nothing is read by a word that is none."""
    kinds = read_yaml(path)
    words = {kind: [word for group in meanings.values() for word in group] for kind, meanings in kinds.items()}
    read_as: dict[str, dict[str, list[str]]] = {}
    for kind, names in words.items():
        for name in names:
            read_as.setdefault(kind, {}).setdefault(DOCUMENTS[kind](name), []).append(name)
    if request.config.getoption("--update-golden"):
        path.write_text(yaml.safe_dump(read_as, allow_unicode=True, width=120), "utf-8")
    assert read_as == kinds
    assert [kind for kind, meanings in kinds.items() if read_as_no_word(kind) in meanings] == []


def test_each_profile_has_a_file():
    """But those of one form of documents, which the documents of `shapes/` show."""
    assert {path.stem for path in FILES} <= {profile.name.replace(" ", "-") for profile in PROFILES}

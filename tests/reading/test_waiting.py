"""What is waited for: tasks of the plan, and pages that may be plans."""

import pytest
from made_plans import ref, refs

from mkdocs_planplugin.model import PlanLink
from mkdocs_planplugin.reading import read

HEAD = "# Implementation Plan: X\n\n**Status:** Draft\n\n## Implementation Phases\n\n### Phase 1: A\n\n"
TASKS = "- [ ] **Task 1.1:** a\n- [ ] **Task 1.2:** b\n  - **Dependencies:** "


def plan(text: str):
    found = read(text).plan
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "links", "own"),
    [
        ("[Auth](auth.md)", ["auth.md"], ()),
        ("Task 1.1, [Auth](../plans/auth.md#plan-phase-1)", ["../plans/auth.md#plan-phase-1"], ("1.1",)),
        ("Task 1.1 of [Auth](auth.md)", ["auth.md"], ()),
        ("Task 1.1 and Task 2.9 of [Auth](auth.md)", ["auth.md"], ("1.1",)),
        ("[Task 2.9](auth.md), 1.1", ["auth.md"], ("1.1",)),
        ("[Auth][a] and [b]", ["a.md", "b.md#x"], ()),
        ("[Task 1.1](#plan-task-1.1)", [], ("1.1",)),
        ("[Auth](https://x.example/auth.md)", [], ()),
        ("[Auth](/plans/auth.md)", [], ()),
        ("[Auth](auth/)", [], ()),
        ("`[Auth](auth.md)`", [], ()),
        ("", [], ()),
        ("[TBD]", [], ()),
    ],
)
def test_links_to_pages_are_told_from_tasks(words: str, links: list[str], own: tuple[str, ...]):
    """A task of another plan is no unknown task of this one."""
    found = plan(f"{HEAD}{TASKS}{words}\n\n[a]: a.md\n[b]: b.md#x\n")
    task = found.phases[0].tasks[1]
    assert (task.depends_on, task.depends_on_unresolved) == (refs(*own), ())
    assert [(link.href, link.by, link.line) for link in found.links] == [(href, ref("1.2"), 11) for href in links]
    assert not task.depends_on_nothing


def test_the_words_stay():
    """What the author wrote is kept whole, links as their words."""
    task = plan(f"{HEAD}{TASKS}Task 2.1 of [the auth plan](auth.md)\n").phases[0].tasks[1]
    assert task.dependencies == "Task 2.1 of the auth plan"


def test_links_below_a_label():
    """Dependencies may be a list."""
    found = plan(f"{HEAD}{TASKS}\n    - [Auth](auth.md)\n    - Task 1.1\n")
    assert [link.href for link in found.links] == ["auth.md"]
    assert found.phases[0].tasks[1].depends_on == refs("1.1")


def test_every_place_that_says_what_comes_first():
    """The front matter, the header, a phase, the Timeline Summary, other teams; a link elsewhere is just a link."""
    found = plan(
        "---\nstatus: draft\ndepends_on: [one.md, https://x.example, 7]\n---\n"
        "# Implementation Plan: X\n\n**Based on:** [spec](spec.md)\n**Blocked by:** [Two](two.md)\n\n"
        "## Implementation Phases\n\n### Phase 1: A\n\n**Depends on:** [Three](three.md)\n\n- [ ] see [x](x.md)\n\n"
        "### Phase 2: B\n\n- [ ] b\n\n"
        "## Timeline Summary\n\n| Phase | Estimate | Dependencies |\n|---|---|---|\n"
        "| Phase 2 | 1 day | Phase 1, [Four](four.md) and [Four](four.md) |\n\n"
        "## Notes & Assumptions\n\n**Dependencies on Other Teams:**\n- Payments: [keys](five.md)\n"
    )
    assert found.links == (
        PlanLink("one.md", "one.md", 3, None),
        PlanLink("two.md", "Two", 8, None),
        PlanLink("three.md", "Three", 14, ref("phase:1")),
        PlanLink("four.md", "Four", 26, ref("phase:2")),
        PlanLink("five.md", "keys", 31, None),
    )
    assert [phase.depends_on for phase in found.phases] == [(), refs("phase:1")]
    assert found.phases[0].dependencies is None


SENTENCES = """\
---
plan: true
---
# P

## Phase 1: One

- [ ] **Task 1.1:** a

## Phase 2: Two

- [ ] **Task 2.1:** b

## Phase 3: Three{aside}

{said}

- [ ] **Task 3.1:** c (depends on Task 1.1)
"""


@pytest.mark.parametrize(
    ("aside", "said"),
    [
        ("", "Depends on Phase 1."),
        ("", "_Depends on Phase 1_"),
        ("", "This phase depends on Phase 1, and on nothing else."),
        (" (depends on Phase 1)", "Prose."),
    ],
)
def test_sentences_say_what_a_phase_waits_for(aside, said):
    """Without a label, too, at the start of a paragraph or in parentheses behind a title."""
    made = read(SENTENCES.format(aside=aside, said=said)).plan
    assert made.phases[2].depends_on == refs("phase:1")
    assert made.phases[2].tasks[0].depends_on == refs("1.1")


@pytest.mark.parametrize(
    ("behind", "waits", "length"),
    [
        ("(P1, 5pts, depends on Task 1.1)", ["1.1"], None),
        ("(high; blocked by 1.1, 1.2)", ["1.1", "1.2"], None),
        ("(2d, depends on Task 1.1)", ["1.1"], "2d"),
        ("(Ana, needs 1.1 and 1.2, 3 days)", ["1.1", "1.2"], "3 days"),
        ("(nice, after lunch)", [], None),
    ],
)
def test_a_task_says_what_it_waits_for_among_other_things_in_brackets(behind, waits, length):
    """Each part between commas counts by itself; a single word like `after` needs a number behind it."""
    *_, task = plan(f"{HEAD}- [ ] **1.1** a\n- [ ] **1.2** b\n- [ ] **1.3** c {behind}\n").phases[0].tasks
    assert [str(name) for name in task.depends_on] == waits
    assert task.estimate.text == length


@pytest.mark.parametrize(
    "behind", ["(2d) — depends on 1.1", "[2d] → needs 1.1", "(2d) ← 1.1", "— 2d — needs 1.1", "(2d) depends-on:1.1"]
)
def test_values_before_what_a_task_waits_for(behind):
    """Each is read, in whatever order they stand behind the name."""
    _, task = plan(f"{HEAD}- [ ] **1.1** a\n- [ ] **1.2** b {behind}\n").phases[0].tasks
    assert ([str(name) for name in task.depends_on], task.estimate.text) == (["1.1"], "2d")


def test_other_sentences_say_nothing():
    """A word in the middle of a sentence is prose."""
    made = read(SENTENCES.format(aside="", said="What comes later depends on Phase 1.")).plan
    assert made.phases[2].depends_on == ()
    assert made.phases[2].dependencies is None


@pytest.mark.parametrize(
    ("attributes", "causes", "notes"),
    [
        ("- **Reason:** no key\n  - **Blocker:** the bank", ("the bank", "no key"), ()),
        ("- **Note:** ask Bo\n  - **Reason:** no key", ("no key",), ("ask Bo",)),
        ("- **Grund:** kein Schlüssel\n  - **Hinweis:** Bo fragen", ("kein Schlüssel",), ("Bo fragen",)),
        ("- **Colour:** red", (), ()),
    ],
)
def test_why_a_task_is_blocked(attributes: str, causes: tuple[str, ...], notes: tuple[str, ...]):
    """Attributes that name a cause come first, the surest before the others; a note may say it, too."""
    task = plan(f"{HEAD}- [!] **Task 1.1:** a\n  {attributes}\n").phases[0].tasks[0]
    assert (task.causes, task.notes) == (causes, notes)


def test_a_task_that_waits_for_all_before_it():
    """As many edges as tasks: one that waits for all before it stands for them."""
    found = plan(
        "## Phase 1: A\n\n- [ ] **1.1** a\n- [ ] **1.2** b\n- [ ] **1.3** c\n  - Depends on: all previous tasks\n"
        "- [ ] **1.4** d\n- [ ] **1.5** e\n  - Depends on: all of the above\n- [ ] **1.6** f\n  - Depends on: all of it\n"
    )
    waits = {str(task.id): [str(name) for name in task.depends_on] for task in found.walk()}
    assert waits == {"1.1": [], "1.2": [], "1.3": ["1.1", "1.2"], "1.4": [], "1.5": ["1.3", "1.4"], "1.6": []}


def test_an_arrow_back_to_what_comes_first():
    """Only the sign itself: `<=` and `<-` compare."""
    titles = ("a", "b ← 1.1", "c ← d", "Reject when n <= 1.1", "Fold x <- 1.1", "e ⇐ 1.1, 1.2")
    found = plan("## Phase 1: A\n\n" + "".join(f"- [ ] **1.{n}** {title}\n" for n, title in enumerate(titles, 1)))
    waits = [[str(name) for name in task.depends_on] for task in found.walk()]
    assert waits == [[], ["1.1"], [], [], [], ["1.1", "1.2"]]


@pytest.mark.parametrize(
    ("words", "waits"),
    [
        ("Task 2.1 holds all the piers up", ()),
        ("Task 2.1 holds up all of phase 1", ()),
        ("Task 1.1, and then 2.1", ("1.1",)),
        ("Task 1.1", ("1.1",)),
    ],
)
def test_a_phase_does_not_wait_for_its_own_work(words: str, waits: tuple[str, ...]):
    """A line that begins with that says what others wait for: the phase follows the one before it, as if it said
    nothing."""
    phases = "- [ ] **Task 1.1:** a\n\n### Phase 2: B\n\n**Dependencies:** {}\n\n- [ ] **Task 2.1:** b\n- [ ] **Task 2.2:** c\n"
    phase = plan(HEAD + phases.format(words)).phases[1]
    assert phase.depends_on == refs(*waits)
    assert (phase.dependencies is None) == (not waits)

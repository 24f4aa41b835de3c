"""Whole texts with one thing in them again and again: reading takes time linear in the text."""

import pytest
from speed import grows_linearly, takes_less_than

from mkdocs_planplugin.reading import read

BOXES = "\n\n- [ ] a\n"
SPACES = " " * 38_000

# What may be said behind the name of a task or a phase, and what keeps the last of it from being read.
SAID_BEHIND = [
    (" ← 1", " ()"),
    (" - needs 1", "()"),
    (" (a, needs 1", ""),
    (" (a, depends on x; ", ""),
    (" → needs 1", "()"),
    (", depends on x", "()"),
    (", blocked: x", "("),
    (", waiting for x", "("),
    (" (@ana)", ""),
    (", @ana", ""),
    (" @ana", "!"),
    (". Owner: Ana", ""),
    (" (3 days)", ""),
    (" - 3 days", ""),
    (", due 2026-03-04", ""),
]


def read_twice(text):
    """Weigh a text, and read it as a plan."""
    read(text)
    read(text, is_plan=True)


@pytest.mark.parametrize(
    "text",
    [
        f"# {'a' * 12_000}{BOXES}",
        f"# {'1' * 12_000}{BOXES}",
        f"# {'a-' * 6_000}{BOXES}",
        f"# {'a -> ' * 2_400}{BOXES}",
        f"# {'a -> b, ' * 1_500}{BOXES}",
        f"# Plan{BOXES}\n## Risks\n\n" + "### Rain\n\nIt may fall.\n\n" * 900,
        f"# Plan{BOXES}\n## Risks\n\n" + "**Rain**\n\n**Mitigation:** tent\n\n" * 400,
        "# Plan\n\n" + "## Tasks\n\n| a | b |\n|-|-|\n| 1 | 2 |\n\n" * 350,
        "# Plan\n\n|" + "Time|" * 1200 + "\n|" + "---|" * 1200 + "\n" + ("|" + "9:00|" * 1200 + "\n") * 3,
        "# Plan\n\n" + "## Monday\n\n**Tasks:**\n\n- a\n\n" * 400,
    ],
    ids=lambda text: text[:40].replace("\n", " "),
)
def test_repeated_pieces_take_linear_time(text):
    """Ten to twenty thousand characters take a second or so; what grows with the square takes many."""
    assert takes_less_than(3, read_twice, text)


def test_rows_that_name_their_phase_take_linear_time():
    """Four times as many rows of a timeline take four times as long, not sixteen times."""
    head = "# Plan\n\n## Timeline\n\n| Phase | Task |\n|---|---|\n"
    assert grows_linearly(lambda rows: read_twice(head + "| Hull | Caulk |\n" * rows), 2000)


def test_a_word_that_holds_another_again_and_again_takes_linear_time():
    """Here one that is counted, `your`."""
    text = f"# Plan{BOXES}\n{'yourx' * 10_000}\n"
    assert takes_less_than(1, read_twice, text)


@pytest.mark.parametrize("beginning", ["- [ ] a", "## Phase 1: a"])
@pytest.mark.parametrize(("piece", "end"), SAID_BEHIND)
def test_what_is_said_behind_a_name_takes_linear_time(beginning, piece, end):
    """However much of it stands on one line of 24,000 characters."""
    text = f"# Plan\n\n{beginning}{piece * (24_000 // len(piece))}{end}\n\n- [ ] Dig @ana\n- [ ] Sail @ana\n"
    assert takes_less_than(1, read_twice, text)


@pytest.mark.parametrize(
    "text",
    [
        f"## Task 1{SPACES}-2: x{BOXES}",
        f"## Task 1{SPACES}{{#x{BOXES}",
        f"Time: 9{SPACES}am{BOXES}",
        f"*Time: 9{SPACES}am*{BOXES}",
    ],
    ids=lambda text: text.replace(SPACES, "...").strip(),
)
def test_a_long_run_of_spaces_takes_linear_time(text):
    """In a heading, and in what a label says."""
    assert takes_less_than(1, read_twice, f"# Plan\n\n{text}")


def test_the_signs_behind_a_risk_take_linear_time():
    text = f"# Plan{BOXES}\n## Risks\n\n- It may rain{'(---)' * 7_600}x\n"
    assert takes_less_than(1, read_twice, text)


def test_what_stands_before_the_end_of_a_name_is_kept():
    """Ten values are taken from its last three hundred characters."""
    name = "Dig" + " (@ana)" * 1000
    (task,) = read(f"# Plan\n\n- [ ] {name}\n", is_plan=True).plan.tasks
    assert (task.owner, task.title) == ("ana", "Dig" + " (@ana)" * 990)
    (task,) = read(f"# Plan\n\n- [ ] {'dig ' * 200}, blocked: no budget (2d)\n", is_plan=True).plan.tasks
    assert (task.title, task.causes, task.estimate.text) == (("dig " * 200).strip(), ("no budget",), "2d")

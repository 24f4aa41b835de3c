"""Plans that follow from others because boxes were ticked: as if their texts had been read."""

import pathlib
import random
import re

import pytest
from sites import EXAMPLE, PLAN

from mkdocs_planplugin.gfm import split_lines
from mkdocs_planplugin.model import Plan, State
from mkdocs_planplugin.reading import ReadText, read, with_other_ticks

BOX = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])[ ]+\[)([ xX/])(\].*)")
HERE = pathlib.Path(__file__).parents[1]
TEXTS = sorted(
    [*(EXAMPLE / "docs/plans").rglob("*.md"), *(HERE / "golden").glob("*.md"), *HERE.glob("reading/**/*.md")]
)
# What is not of the work.
LEFT = ("findings", "success_metrics")


def read_text(text: str) -> ReadText | None:
    reading = read(text, path="plans/x.md")
    return ReadText(split_lines(text), reading.outline, reading.plan) if reading.plan else None


def differences(one: Plan, other: Plan | None) -> list[str]:
    return [field for field in one.__struct_fields__ if getattr(one, field) != getattr(other, field, None)]


def edited(lines: list[str], numbers: list[int], draw: random.Random) -> list[str]:
    new = list(lines)
    for number in numbers:
        box = BOX.fullmatch(new[number])
        new[number] = f"{box[1]}{draw.choice([mark for mark in ' xX/' if mark != box[2]])}{box[3]}"
    return new


def test_any_ticks_random():
    """On texts of every kind: what follows is what would be read, or there is no answer."""
    draw = random.Random(7)  # noqa: S311 (no secret)
    answers = 0
    for path in TEXTS:
        text = re.sub(r"- \[ \]", lambda _: draw.choice(["- [ ]", "- [x]"]), path.read_text("utf-8-sig"))
        known, lines = read_text(text), split_lines(text)
        boxes = [number for number, line in enumerate(lines) if BOX.fullmatch(line)]
        for _ in range(3 if known and boxes else 0):
            new = edited(lines, draw.sample(boxes, min(len(boxes), draw.choice([1, 1, 4]))), draw)
            plan = with_other_ticks(known, new)
            if plan is not None:
                answers += 1
                assert set(differences(plan, read("\n".join(new), path="plans/x.md").plan)) <= set(LEFT), path
    assert answers > 100


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [ ] **Task 1.2:** Backfill", "- [x] **Task 1.2:** Fill"),  # other words, too
        ("- [ ] **Task 1.2:** Backfill\n", "- [x] **Task 1.2:** Backfill\n\n"),  # a line more
        ("- **Estimate:** 2 days", "- **Estimate:** 3 days"),
        ("- [x] **Task 1.1:** Tables", "- [-] **Task 1.1:** Tables"),  # what is given up takes no time
    ],
)
def test_what_is_more_than_a_tick(before, after):
    """It has to be read."""
    assert before in PLAN
    assert with_other_ticks(read_text(PLAN), split_lines(PLAN.replace(before, after, 1))) is None


@pytest.mark.parametrize(
    "item",
    [
        "- [ ] **Task 1.2:** Backfill\n  - **Status:** Blocked",  # its Status may count
        "- [ ] ~~**Task 1.2:** Backfill~~",  # it is given up
        "- [ ] **Task 1.2:** Backfill [x](y.md)\n  Zustand: offen",
    ],
)
def test_a_box_that_may_mean_more(item):
    """It has to be read."""
    text = PLAN.replace("- [ ] **Task 1.2:** Backfill", item)
    ticked = text.replace(item, item.replace("[ ]", "[x]", 1))
    plan = with_other_ticks(read_text(text), split_lines(ticked))
    assert plan is None or not set(differences(plan, read(ticked, path="plans/x.md").plan)) - set(LEFT)


def test_a_choice_in_the_header():
    """A box above the first section may choose the status."""
    text = PLAN.replace("**Status:** In Progress\n", "**Status:**\n\n- [x] In Progress\n- [ ] On Hold\n")
    ticked = text.replace("- [x] In Progress\n- [ ] On Hold", "- [ ] In Progress\n- [x] On Hold")
    assert with_other_ticks(read_text(text), split_lines(ticked)) is None


def test_the_first_and_the_last_tick():
    """By them templates and other pages are told from plans."""
    open_text = PLAN.replace("[x]", "[ ]")
    first = open_text.replace("- [ ] **Task 1.1", "- [x] **Task 1.1")
    assert with_other_ticks(read_text(open_text), split_lines(first)) is None
    assert with_other_ticks(read_text(first), split_lines(open_text)) is None


def test_a_tick():
    """The plan, with one other state; and the same plan where nothing changed."""
    known = read_text(PLAN)
    plan = with_other_ticks(known, split_lines(PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2")))
    assert [task.state for task in plan.walk()] == [State.DONE, State.DONE, State.OPEN]
    assert with_other_ticks(known, split_lines(PLAN)) is known.plan

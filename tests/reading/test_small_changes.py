"""Plans that follow from others because little changed: as if their texts had been read."""

import datetime as dt
import pathlib
import random
import re

import pytest
from effort import one_in
from sites import EXAMPLE, PLAN

from mkdocs_planplugin.gfm import split_lines
from mkdocs_planplugin.model import Calendar, State, Status
from mkdocs_planplugin.portfolio import PlanVersion
from mkdocs_planplugin.reading import ChangedPlan, KnownText, ReadText, read
from mkdocs_planplugin.schedule import planned_work

BOX = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])[ ]+\[)([ xX/])(\].*)")
HERE = pathlib.Path(__file__).parents[1]
TEXTS = sorted(
    [*(EXAMPLE / "docs/plans").rglob("*.md"), *(HERE / "golden").glob("*.md"), *HERE.glob("reading/**/*.md")]
)
CALENDAR = Calendar()
SMALL = PLAN.replace("**Status:**", "**Last Updated:** 2026-01-12\n**Status:**", 1)
WORDS = ["Draft", "In Progress", "Blocked", "On Hold", "done", "entwurf", "Ana", "TBD", "1.1", "none", "8", "Phase 1"]
LINES = [
    "**Due:** 2026-03-04  ",
    "**Start:** 2026-03-02",
    "**Last Updated:** 2026-03-03",
    "  - **Estimate:** 3 h",
    "  - **Owner:** Ben",
    "",
    "",
    "# x",
    "- [ ] x",
    "Status: Done",
]


def read_text(text: str) -> ReadText | None:
    reading = read(text, path="plans/x.md")
    lines, is_sure = split_lines(text), reading.verdict.is_sure
    is_plan = reading.plan is not None and not reading.plan.is_template
    return ReadText(lines, reading.outline, reading.plan, CALENDAR, is_sure) if is_plan else None


def version_of(text: str) -> PlanVersion | None:
    plan = read(text, path="plans/x.md").plan
    return None if plan is None or plan.is_template else PlanVersion.of(plan, planned_work(plan, CALENDAR))


def followed(known: ReadText, changed: ChangedPlan) -> PlanVersion:
    """The version that a changed plan is, whose work was planned as it says."""
    return PlanVersion.of(changed.plan, planned_work(known.plan if changed.same_work else changed.plan, CALENDAR))


def changed(before: str, after: str) -> ChangedPlan | None:
    return KnownText(read_text(before)).changed(split_lines(after))


def edited(lines: list[str], draw: random.Random) -> list[str]:
    """A text in which a line is another one, or more, or gone."""
    new = list(lines)
    place = draw.randrange(len(new))
    if draw.randrange(3) and (boxes := [n for n, line in enumerate(new) if BOX.fullmatch(line)]):
        place = draw.choice(boxes)
    line = new[place]
    match draw.randrange(9):
        case 0 | 1 | 2:
            new[place] = re.sub(r"(?<=\[)[ xX/](?=\])", lambda _: draw.choice(" xX/"), line, count=1)
        case 3:
            numbers = [n for n, line in enumerate(new) if re.search(r"\d (?:h|days?|hours?)\b|\d-\d\d", line)] or [
                place
            ]
            place = draw.choice(numbers)
            new[place] = re.sub(r"\d(?!\d)", lambda _: str(draw.randrange(1, 10)), new[place])
        case 4:
            values = [n for n, line in enumerate(new) if re.search(r":\W* [^\W\d]", line)] or [place]
            place = draw.choice(values)
            new[place] = re.sub(r"(?<=: |\* )[^\W\d_][\w -]*", lambda _: draw.choice(WORDS), new[place], count=1)
        case 5:
            headings = [n for n, line in enumerate(new) if line.startswith("#")] or [place]
            new.insert(draw.choice(headings) + draw.randrange(2), "")
        case 6:
            new.insert(min(place, draw.randrange(1, 12)), draw.choice(LINES))
        case 7:
            new.insert(place, draw.choice(LINES))
        case _:
            del new[place if draw.randrange(2) else min(place, draw.randrange(1, 12))]
    return new


def compared(path: pathlib.Path, draw: random.Random, number: int) -> int:
    """Change a text in so many ways, and compare what follows with what would be read; returns how often it does."""
    answers = 0
    text = re.sub(r"- \[ \]", lambda _: draw.choice(["- [ ]", "- [x]"]), path.read_text("utf-8-sig", "replace"))
    known = read_text(text)
    for _ in range(number if known else 0):
        new = list(known.lines)
        for _ in range(draw.choice([1, 1, 2, 4])):
            new = edited(new, draw)
        answer = KnownText(known).changed(new)
        if answer is not None:
            answers += 1
            assert followed(known, answer) == version_of("\n".join(new)), (path, set(new) ^ set(known.lines))
    return answers


def test_any_changes_random():
    """On texts of every kind: what follows is what would be read, or there is no answer."""
    draw = random.Random(7)  # noqa: S311 (no secret)
    assert sum(compared(path, draw, 6) for path in one_in(1, TEXTS)) > 30


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**Status:** In Progress", "**Status:** On Hold"),
        ("- **Estimate:** 2 days", "- **Estimate:** 3 days"),
        ("**Last Updated:** 2026-01-12", "**Last Updated:** 2026-01-13"),
        ("**Created:** 2026-01-12", "**Created:** 2026-01-15"),
        ("- [ ] **Task 1.2:** Backfill", "- [x] **Task 1.2:** Backfill"),
        ("\n\n## ", "\n\n\n## "),
    ],
)
def test_what_follows(before, after):
    """The version of the plan, in both directions, without the text being read."""
    text = SMALL.replace(before, after, 1)
    assert text != SMALL
    for one, other in ((SMALL, text), (text, SMALL)):
        assert followed(read_text(one), changed(one, other)) == version_of(other)


def test_a_day_that_comes_and_goes():
    """A line of the header that says a day; where another line may say it too, the text has to be read."""
    due = SMALL.replace("**Status:**", "**Due:** 2026-03-04  \n**Status:**", 1)
    assert changed(SMALL, due).plan.due == dt.date(2026, 3, 4)
    assert changed(due, SMALL).plan.due is None
    assert changed(due, due.replace("2026-03-04", "2026-03-05")).plan.due == dt.date(2026, 3, 5)
    assert changed(due, due.replace("2026-03-04", "2026-02-30")) is None
    twice = f"---\ndue: 2026-03-04\n---\n{due}"
    assert changed(twice, twice.replace("**Due:** 2026-03-04", "**Due:** 2026-03-05")) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [ ] **Task 1.2:** Backfill", "- [x] **Task 1.2:** Fill"),  # other words, too
        ("- [ ] **Task 1.2:** Backfill\n", "- [x] **Task 1.2:** Backfill\n\n"),  # a line more
        ("- **Estimate:** 2 days", "- **Estimate:** 2 to 3 days"),
        ("- **Estimate:** 2 days", "- **Estimate:** TBD"),
        ("**Status:** In Progress", "**Status:** Whatever"),
        ("- [x] **Task 1.1:** Tables", "- [-] **Task 1.1:** Tables"),  # what is given up takes no time
    ],
)
def test_what_is_more_than_a_small_change(before, after):
    """It has to be read."""
    assert before in SMALL
    assert changed(SMALL, SMALL.replace(before, after, 1)) is None


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
    answer = changed(text, ticked)
    assert answer is None or followed(read_text(text), answer) == version_of(ticked)


def test_a_box_in_a_list_that_is_named_by_a_state():
    """An open one has the state of its list, and a ticked one its own."""
    deferred = "# Garden tasks\n\n## Work\n\n- [ ] Sow\n- [x] Mow\n\n## Deferred tasks\n\n- [x] Dig\n- [ ] Rake\n"
    assert changed(deferred, deferred.replace("[x] Dig", "[ ] Dig")) is None
    assert changed(deferred, deferred.replace("[ ] Sow", "[x] Sow")) is not None


def test_a_choice_in_the_header():
    """A box above the first section may choose the status."""
    text = PLAN.replace("**Status:** In Progress\n", "**Status:**\n\n- [x] In Progress\n- [ ] On Hold\n")
    ticked = text.replace("- [x] In Progress\n- [ ] On Hold", "- [ ] In Progress\n- [x] On Hold")
    assert changed(text, ticked) is None


def test_the_first_and_the_last_tick():
    """By them templates and other pages are told from plans."""
    open_text = PLAN.replace("[x]", "[ ]")
    first = open_text.replace("- [ ] **Task 1.1", "- [x] **Task 1.1")
    assert changed(open_text, first) is None
    assert changed(first, open_text) is None


def test_a_phase_that_is_done_by_its_criteria():
    """It is one piece of work, and done with all its hours when they are met."""
    text = SMALL.replace(
        "**Tasks:**\n- [ ] **Task 2.1:** Switch over\n  - **Estimate:** 2 days",
        "**Phase Completion Criteria:**\n- [ ] Nobody waits",
    )
    ticked = text.replace("- [ ] Nobody waits", "- [x] Nobody waits")
    answer = changed(text, ticked)
    assert answer.same_work
    version = followed(read_text(text), answer)
    assert (version.done_hours, version) == (version_of(text).done_hours + 16, version_of(ticked))


def test_a_tick():
    """The plan, with one other state; and the same plan where nothing changed."""
    known = read_text(PLAN)
    plan = KnownText(known).changed(split_lines(PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2"))).plan
    assert [task.state for task in plan.walk()] == [State.DONE, State.DONE, State.OPEN]
    assert KnownText(known).changed(known.lines).plan is known.plan


def test_a_status():
    """It is known as it is written, too."""
    answer = changed(SMALL, SMALL.replace("**Status:** In Progress", "**Status:** complete"))
    assert (answer.plan.status, answer.plan.declared_status) == (Status.COMPLETE, "complete")

"""What looks like a value and is none is said, once, with its line and how to write it right; and nothing else is."""

import datetime as dt

import pytest

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.reading import read

HEAD = "# Plan: Boat\n\n## Phase 1: Hull\n\n- [ ] **Task 1.1:** Saw\n"


def findings(text):
    return [(finding.code, finding.line) for finding in read(f"---\nplan: true\n---\n{text}").findings]


def task(lines, front="", calendar=None):
    text = f"---\nplan: true\n{front}---\n{HEAD}- [ ] **Task 1.2:** Paint\n"
    plan = read(text + "".join(f"  - {line}\n" for line in lines), calendar).plan
    return plan.phases[0].tasks[1]


@pytest.mark.parametrize(
    "line",
    [
        "- [] Paint",
        "- []",
        "- [ x] Paint",
        "- [x ] Paint",
        "- [ x ] Paint",
        "- [x]Paint",
        "- [ ]Paint",
        "- [X]Paint",
        "- ［x］ Paint",
        "- ［ ］ Paint",
        "1. [] Paint",
        "-[ ] Paint",
        "-[x] Paint",
        "-[]Paint",
        "*[ ] Paint",
        "+[x] Paint",
        "[ ] Paint",
        "[x] Paint",
    ],
)
def test_near_boxes(line):
    """A box without its spaces, with too many, or without a bullet."""
    assert findings(f"{HEAD}\nText.\n\n{line}\n") == [("PLAN110", 12)]


@pytest.mark.parametrize(
    "line",
    [
        "- [x] Paint",
        "- [ ] [Paint](paint.md)",
        "- [x](paint.md)",
        "- [Paint](paint.md)",
        "- [P] Paint",
        "- [1] Paint",
        "- []string is a slice",
        "[x] = done, [ ] = open",
        "[x]: done",
        "[Paint](paint.md)",
        "- a [ ] in the middle",
        "```\n-[ ] Paint\n```",
        "> **Note**\n> a quote",
        "`[ ] Paint`",
        "-1 is a number",
        "*Paint* it",
    ],
)
def test_no_near_boxes(line):
    """Boxes, links, legends, code, tags."""
    assert not [found for found in findings(f"{HEAD}\nText.\n\n{line}\n") if found[0] == "PLAN110"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("**Estimate:** four-ish days", "PLAN111"),
        ("**Estimate:** 3", "PLAN111"),
        ("**Estimate:** 3 dyas", "PLAN111"),
        ("**Effort:** a few hours", "PLAN111"),
        ("**Due:** next friday", "PLAN111"),
        ("**Due:** 03/04/2026", "PLAN102"),
        ("**Risk Level:** Hihg", "PLAN112"),
        ("**Risk Level:** Mediun", "PLAN112"),
        ("**Status:** In progess", "PLAN112"),
        ("**Status:** Blokced", "PLAN112"),
        ("**Status:** purple", "PLAN111"),
        ("**Estimate:** M", None),
        ("**Estimate:** 5 points", None),
        ("**Estimate:** ~60 lines", None),
        ("**Estimate:** [X days]", "PLAN116"),
        ("**Estimate:** 3 days", None),
        ("**Estimate:** depends on how many days the supplier takes", None),
        ("**Risk Level:** Low", None),
        ("**Risk:** the paint may be out of stock", None),
        ("**Status:** Done", None),
        ("**Due:** 2026-11-02T09:00", None),
        ("**Owner:** Ida", None),
        ("**Colour:** blue", None),
    ],
)
def test_values_of_tasks(line, code):
    """Lengths, days, levels and states of tasks."""
    found = findings(f"{HEAD}- [ ] **Task 1.2:** Paint\n  - {line}\n")
    assert [one for one in found if one[0] != "PLAN106"] == ([(code, 10)] if code else [])


@pytest.mark.parametrize(
    ("lines", "waits"),
    [
        (["**Requires:** 1.1"], ["1.1"]),
        (["**Needs:** Task 1.1"], ["1.1"]),
        (["**After:** 1.1"], ["1.1"]),
        (["**Waits for:** 1.1"], ["1.1"]),
        (["**Predecessors:** 1.1"], ["1.1"]),
        (["**Blocked by:** 1.1"], ["1.1"]),
        (["Requires: 1.1"], ["1.1"]),
        (["**Depends on:** 1.1", "**Blocked by:** Phase 1"], ["1.1", "phase:1"]),
        (["**Dependencies:** None", "**Blocked by:** 1.1"], ["1.1"]),
        (["**Blocked by:** 1.1", "**Dependencies:** None"], ["1.1"]),
        (["**Dependencies:** ~~1.1~~ Phase 1"], ["phase:1"]),
        (["**Dependencies:** ~~1.1~~"], []),
        (["**Estimate:** 2 days | **Depends on:** 1.1"], ["1.1"]),
        (["**Needs:** a ladder and two brushes"], []),
    ],
)
def test_words_for_dependencies(lines, waits):
    """Several of them add up, "None" beside another says nothing, what is struck through is waited for no longer."""
    assert list(map(str, task(lines).depends_on)) == waits


@pytest.mark.parametrize(
    "title",
    [
        "Paint (needs 1.1)",
        "Paint (depends on 1.1)",
        "Paint (blocked-by: 1.1)",
        "Paint (after 1.1)",
        "Paint (requires: Task 1.1)",
        "Paint — depends on 1.1",
        "Paint - needs Task 1.1",
    ],
)
def test_dependencies_behind_a_title(title):
    """In parentheses, and behind a dash where a number follows."""
    plan = read(f"---\nplan: true\n---\n{HEAD}- [ ] **Task 1.2:** {title}\n").plan
    assert list(map(str, plan.phases[0].tasks[1].depends_on)) == ["1.1"]


@pytest.mark.parametrize(
    ("lines", "hours", "due"),
    [
        (["**Start:** 2026-11-05", "**End:** 2026-11-18"], 80.0, None),
        (["**Start:** 5 Nov 2026", "**Finish:** 18 Nov 2026"], 80.0, None),
        (["**Dates:** 5 Nov 2026 - 18 Nov 2026"], 80.0, None),
        (["**Start:** 2026-11-05 | **End:** 2026-11-05"], 8.0, None),
        (["**Start:** 2026-11-07", "**End:** 2026-11-08"], 0.0, None),
        (["**Start:** 2026-11-05", "**End:** 2026-11-18", "**Estimate:** 2 days"], 16.0, dt.date(2026, 11, 18)),
        (["**Start:** 2026-11-05", "**Due:** 2026-11-18"], None, dt.date(2026, 11, 18)),
        (["**End:** 2026-11-18"], None, dt.date(2026, 11, 18)),
        (["**Start:** 2026-11-18", "**End:** 2026-11-05"], None, dt.date(2026, 11, 5)),
    ],
)
def test_start_and_end_are_a_span(lines, hours, due):
    """A task from 5 to 18 November takes ten working days; an end alone is a due day."""
    found = task(lines)
    assert (found.estimate.min_hours, found.due) == (hours, due)
    assert found.estimate.max_hours == hours


def test_holidays_take_no_part_in_a_span():
    """The working time is that of the calendar."""
    calendar = Calendar(6.0, frozenset(range(5)), frozenset({dt.date(2026, 11, 11), dt.date(2026, 11, 14)}))
    assert task(["**Start:** 2026-11-05", "**End:** 2026-11-18"], "", calendar).estimate.min_hours == 54.0


def test_several_attributes_share_a_line():
    """As in a header."""
    found = task(["**Estimate:** 2 days | **Owner:** Ida | **Risk Level:** ~~High~~ Low"])
    assert (found.estimate.text, found.owner, found.risk) == ("2 days", "Ida", "low")


def test_placeholders_are_said_once_at_the_first_of_them():
    """With how many there are; a box with an unknown mark is none, and a template is there to be filled in."""
    text = HEAD + "  - Estimate: [X days]\n  - Owner: [Name]\n"
    assert findings(text) == [("PLAN116", 9)]
    assert read(f"---\nplan: true\n---\n{text}").findings[0].message.endswith("is left to fill in, and 1 more below")
    assert findings(f"{HEAD}- [?] Saw\n") == [("PLAN103", 9)]
    assert findings("# Plan: [Name]\n\n## Phase 1: [Name]\n\n- [ ] [Task]\n") == []

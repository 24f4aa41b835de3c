"""No text takes much longer than one twice as short, and no plan has thousands of findings."""

import datetime as dt

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import make_site
from speed import grows_linearly, takes_less_than

from mkdocs_planplugin.catalog import one_line
from mkdocs_planplugin.checks import MOST_OF_A_KIND, gathered
from mkdocs_planplugin.gfm import plain
from mkdocs_planplugin.model import Calendar, Finding, Severity
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.reading.markers import MARKER
from mkdocs_planplugin.schedule import network

PLACES = """\
---
plan: true
---
# Implementation Plan: {0}

**Status:** {0}
**Based on:** {0}

## Implementation Phases

### Phase 1: {0} (Est: {0})

- [ ] **Task 1.1:** {0}
  - **Dependencies:** {0}
  - **Estimate:** {0}

| Phase | Estimate |
|---|---|
| {0} | {0} |

**Risk 1:** {0}

## Open Questions

- {0}

{0}
"""
UNITS = [
    "<!-- plan:aaaa",
    "\u2039!-- ",
    "<!--",
    "<!-- a --> <!--",
    "[^",
    "[^a",
    "&#1",
    "&",
    "[a](",
    "![",
    "[[a",
    "`a",
    "**a",
    "<a b='",
    "<a ",
    "</",
    "\\",
    "a@b.",
    "www.",
    "1.1-1.2-",
    "2026-01-",
    "1-2-",
    "Task 1.1, ",
    "(((",
    "~~a_",
    "$a",
    "{: a",
]


@pytest.mark.parametrize("unit", UNITS)
def test_reading_grows_with_the_text_and_no_faster(unit):
    assert grows_linearly(lambda size: read(PLACES.format(unit * (size // len(unit)))), 1500)


@pytest.mark.parametrize("line", ["<!-- plan:" + "a" * 50_000, "<!-- plan:a " + "-" * 50_000, "\t" * 50_000 + "<!--"])
def test_a_marker_that_never_ends_is_found_out_at_once(line):
    """Its name and what is said behind it are each looked at once."""
    assert MARKER.search(line) is None
    assert takes_less_than(0.5, MARKER.search, line)


def test_a_run_of_spaces_is_looked_at_once():
    """What makes one line of a text drops spaces around control characters, and no others."""
    text = "a" + " " * 50_000 + "b \x1b \n c"
    assert one_line(text) == "a" + " " * 50_000 + "b c"
    assert takes_less_than(0.5, one_line, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a <!-- b --> c", "a c"),
        ("a <!-- b", "a <!-- b"),
        ("<!-- a --> <!-- b", "<!-- b"),
        ("<!----> a <!--> b -->", "a"),
        ("`<!--` a -->", "<!-- a -->"),
        ("<!-- `a --> b` c", "b` c"),
        ("[a <!-- b](c) d -->", "a <!-- b d -->"),
        ("a[^1] b [^x[^2]", "a b [^x"),
    ],
)
def test_comments_and_notes_are_no_words(text, words):
    """From the first `-->` on there are words again."""
    assert plain(text) == words


def tangled(tasks):
    """A plan each of whose tasks waits for all."""
    lines = [f"- [ ] **Task 1.{n}:** T\n  - **Dependencies:** 1.1-1.{tasks}" for n in range(1, tasks + 1)]
    return "# Implementation Plan: X\n\n### Phase 1: P\n\n" + "\n".join(lines)


def entry(text):
    return Entry.of("a.md", "a/", read(text).plan, Calendar(), dt.date(2026, 1, 1))


def test_findings_of_one_kind_are_gathered():
    """The first twenty of each code, and how many more there are."""
    findings = entry(tangled(60)).findings
    codes = [finding.code for finding in findings]
    assert max(map(codes.count, codes)) == MOST_OF_A_KIND + 1
    assert "and 40 more of this kind, from this line on" in [finding.message for finding in findings]


def test_what_is_gathered_keeps_its_order_and_its_level():
    """It is as loud as the loudest of those it stands for; a few are left as they are."""
    few = [Finding(n, "A", Severity.INFO, "a", "") for n in range(MOST_OF_A_KIND)]
    assert gathered(few) == tuple(few)
    many = [Finding(n, "AB"[n % 2], Severity.WARNING if n == 49 else Severity.INFO, "a", "") for n in range(60)]
    made = gathered(many)
    assert [finding.line for finding in made] == [*range(40), 40, 41]
    assert [finding.level for finding in made[-2:]] == [Severity.INFO, Severity.WARNING]
    assert [finding.message.split()[1] for finding in made[-2:]] == ["10", "10"]


def test_a_range_that_names_too_much_is_a_finding():
    """A plan of 400 tasks that all wait for each other has them once, not 160,000 times."""
    made = entry(tangled(400))
    assert sum(len(task.depends_on) for task in made.plan.walk()) == 0
    assert "waits for 1.1-1.400, which is not in this plan" in made.findings[0].message.replace("task ", "")
    assert len(made.findings) < 50


@given(
    st.integers(1, 9).flatmap(lambda n: st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=60))
)
@settings(max_examples=examples(300))
def test_edges_that_close_a_cycle_are_the_same_either_way(edges):
    """Searched one by one, or read from a table of all ways."""
    laid = list(enumerate(edges))
    before, after = network._adjacent(9, ())
    closing = set()
    for index, (first, second) in laid:
        if network._leads_to(second, first, before, after):
            closing.add(index)
        else:
            before[second].append(first)
            after[first].append(second)
    assert network._closing_among_many(range(9), laid) == closing


def sliding(number, before):
    """A plan of so many tasks, each of which waits for up to so many before it."""
    tasks = "\n".join(
        f"- [ ] **Task 1.{n}:** Work {n}\n  - **Estimate:** 2 hours\n  - **Dependencies:** 1.{max(1, n - before)}-1.{n - 1}"
        for n in range(2, number + 2)
    )
    return f"# Implementation Plan: A\n\n## Phase 1: B\n\n- [ ] **Task 1.1:** Work\n{tasks}\n"


def test_a_page_names_a_few_of_the_hundreds_that_a_task_waits_for(tmp_path):
    """What a task waits for beyond that makes no page longer."""
    site = make_site(
        tmp_path, {"index.md": "# A", "many.md": sliding(80, 40), "few.md": sliding(80, 8)}, {"interactive": "never"}
    )
    many, few = (len(site.content(f"{name}/index.html")) for name in ("many", "few"))
    assert many < 1.1 * few

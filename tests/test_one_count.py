"""Every page, every data file and the command line say the same of one plan: its verdict, what is done, what is ready and
blocked, when it is expected to be finished."""

import csv
import io
import re
from collections import Counter
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from sites import make_site
from test_cli import run

NEXT_TO = {"in progress": "in progress", "ready": "ready", "blocked": "blocked", "waiting": "waits"}


def tasks(*lines):
    """A plan of one phase: for each task its mark, its title, and its attributes."""
    text = "## Phase 1: Work\n\n"
    for number, (mark, *attributes) in enumerate(lines, 1):
        text += f"- [{mark}] **Task 1.{number}:** Paint wall {number}\n"
        text += "".join(f"    - **{line}\n" for line in attributes)
    return text


TWO_DAYS, OPEN, DONE = "Estimate:** 2 days", (" ", "Estimate:** 2 days"), ("x", "Estimate:** 2 days")
BEGUN = "start: 2026-01-12\nstatus: In Progress"
# Front matter and text; the names say what is odd.
ODD = {
    "all-cancelled": (BEGUN, tasks(("-", TWO_DAYS), ("-", TWO_DAYS))),
    "behind-another": (BEGUN, tasks((" ", TWO_DAYS, "Dependencies:** [Late](late.md)"))),
    "behind-both": (BEGUN, tasks(OPEN, (" ", TWO_DAYS, "Dependencies:** Task 1.1, [Late](late.md)"))),
    "behind-dateless": ("status: In Progress", tasks((" ", "Dependencies:** [Late](late.md)"), " ")),
    "behind-unestimated": (BEGUN, tasks((" ", "Dependencies:** [None](unestimated.md)"))),
    "blocked-first": (BEGUN, tasks(("!", TWO_DAYS), OPEN)),
    "blocked-row": (BEGUN, tasks(("!", TWO_DAYS), OPEN, (">", TWO_DAYS), OPEN, OPEN)),
    "deferred": (BEGUN, tasks(DONE, (">", TWO_DAYS))),
    "draft": ("start: 2026-03-02\nstatus: Draft", tasks(OPEN, OPEN)),
    "due-on-a-sunday": (f"{BEGUN}\ndue: 2026-02-15", tasks(("/", "Estimate:** 12 days"))),
    "late": (f"{BEGUN}\ndue: 2026-02-10", tasks(("/", "Estimate:** 20 days"), OPEN)),
    "on-hold": ("status: On Hold", tasks(DONE, OPEN)),
    "phases-only": (BEGUN, "## Phase 1: A (3 days)\n\n**Status:** Complete\n\n## Phase 2: B (3 days)\n\nText.\n"),
    "says-done": ("start: 2026-01-12\nstatus: Complete", tasks(DONE, OPEN)),
    "unestimated": (BEGUN, tasks("x", " ", "/")),
    "خطة": (BEGUN, tasks(DONE, OPEN)),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    files = {
        f"plans/{name}.md": f"---\n{matter}\n---\n# Implementation Plan: {name}\n\n{text}"
        for name, (matter, text) in ODD.items()
    }
    return make_site(tmp_path_factory.mktemp("odd"), {"index.md": "# Home\n", **files}, {"as_of": "2026-02-06"})


def words(element):
    return " ".join(element.get_text(" ").split()) if element else ""


def page(site, path):
    return BeautifulSoup(site.text(path), "html.parser")


def row_of(index, name):
    """The row of a plan on the index."""
    links = index.select("[data-planplugin=index] th[scope=row] a")
    return next(link.find_parent("tr") for link in links if unquote(link["href"]) == f"{name}/")


def of_header(summary):
    """How many tasks the header shows in each state."""
    found = Counter()
    for row in summary.select(".plan-work-row"):
        count = re.match(r"\d+(?= tasks?:)", words(row.select("[role=cell]")[0]))
        found[re.sub(r"^\W+", "", words(row.select_one(".plan-work-state")))] += int(count[0]) if count else 1
    return found


def of_next(register, name):
    return Counter(
        re.sub(r"^\W+", "", words(row.td))
        for row in register.select(".plan-moves tbody tr")
        if f"../{name}/#" in unquote(row.th.a["href"])
    )


@pytest.mark.parametrize("name", ODD)
def test_one_plan_is_the_same_everywhere(site, monkeypatch, name):
    path, plan = f"plans/{name}.md", site.plans[f"plans/{name}.md"]
    verdict, progress = plan["health"].replace("_", " "), plan["progress"]["tasks"]
    summary = page(site, f"plans/{name}/index.html").select_one("[data-planplugin=summary]")
    index = page(site, "plans/index.html")
    row = row_of(index, name)
    (line,) = (line for line in csv.DictReader(io.StringIO(site.text("plans.csv"))) if line["path"] == path)
    badge = re.search(r"<title[^>]*>(.*)</title>", site.text(f"badges/plans/{name}.svg"))[1]
    monkeypatch.chdir(site.folder.parent)
    shown = run("show", f"docs/{path}").stdout
    for said in (
        words(summary.select_one(".plan-verdict")),
        words(row.select_one(".plan-col-health b")),
        badge.split(": ", 1)[1],
        shown.splitlines()[1],
        line["health"].replace("_", " "),
    ):
        assert re.match(rf"\W*{verdict}\b", said.lower()), said
    states = of_header(summary)
    assert of_next(page(site, "plans/next/index.html"), name) == states
    assert Counter(re.findall(rf"^({'|'.join(NEXT_TO.values())}) ", shown, re.MULTILINE)) == {
        NEXT_TO[state]: count for state, count in states.items()
    }
    assert len(plan["next"]) == len(line["next"].split("; ") if line["next"] else []) == states["ready"]
    assert (line["blocked"] == "true") == (states["blocked"] > 0)
    if progress["total"]:
        count = f"{progress['done']} of {progress['total']}"
        assert words(row.select_one(".plan-col-tasks")) == f"{progress['done']}/{progress['total']}"
        assert (count in words(summary.select_one(".plan-meter")), count in badge, count in shown) == (True, True, True)
    expected = plan["schedule"]["expected_finish"]
    assert (line["expected_finish"] or None) == expected
    if expected:
        assert f"expected {expected}" in shown
        day = row.select_one(".plan-col-finish")["data-day"]
        assert (day, summary.select_one(".plan-dates time")["datetime"]) == (expected, expected)
        earliest = plan["schedule"]["expected_is_earliest"]
        for said in (words(summary.select_one(".plan-dates")), words(row), shown, site.text("plans.ics")):
            event = re.search(rf"SUMMARY:{name}: finish(.*)", said)
            assert ("at the earliest" in (event[1] if event else said)) == earliest


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("all-cancelled", "2 tasks cancelled, none left, but its status does not say so."),
        ("behind-another", "1.1 Paint wall 1 waits for late, expected 23 Feb."),
        ("blocked-first", "Nothing can go on, and nobody has said until when. 1.1 Paint wall 1 is blocked."),
        ("deferred", "1.2 Paint wall 2 sets the finish and is deferred."),
        ("says-done", "1 of 2 tasks; 1 is still open."),
        ("unestimated", "1 of 3 tasks is done. No task has an estimate, so there is no forecast."),
    ],
)
def test_the_reason_is_true(site, name, sentence):
    assert site.plans[f"plans/{name}.md"]["health_reason"].endswith(sentence)


def test_totals_are_those_of_the_rows(site):
    """The tiles, the counts of tasks and the rows of *Next*."""
    index = page(site, "plans/index.html")
    verdicts = Counter(plan["health"].replace("_", " ") for plan in site.plans.values())
    tiles = [words(tile) for tile in index.select(".plan-tiles > li")]
    assert {re.sub(r"^\d+ \W+", "", tile): int(tile.split()[0]) for tile in tiles} == verdicts
    ready = sum(len(plan["next"]) for plan in site.plans.values())
    assert f"{ready} tasks can start now" in words(index.select_one("[data-planplugin=index]"))


def test_what_waits_behind_a_blocked_task_is_not_ready(site):
    """However many tasks that say nothing stand between them: the reason, the tasks and the counts agree."""
    plan = site.plans["plans/blocked-row.md"]
    assert plan["health_reason"].startswith("Nothing can go on")
    assert (plan["next"], [task["ready"] for task in plan["phases"][0]["tasks"]]) == ([], [False] * 5)
    summary = page(site, "plans/blocked-row/index.html").select_one("[data-planplugin=summary]")
    assert "waiting 3 tasks: 1.2, 1.4, 1.5 on 1.1" in words(summary)


def test_what_waits_for_another_plan_is_not_ready(site):
    """Its chip, its row and the header name the plan, with a link where there is room."""
    own = page(site, "plans/behind-another/index.html")
    assert words(own.select_one(".plan-word-waits")) == "waits for late"
    assert own.select_one(".plan-word-waits a")["href"] == "../late/"
    assert "waiting 1 task: 1.1 on late" in words(own.select_one("[data-planplugin=summary]"))
    rows = page(site, "plans/next/index.html").select("tr")
    (row,) = (row for row in rows if "behind-another" in str(row))
    assert "waiting on late (23 Feb)" in words(row)
    both = next(row for row in rows if "behind-both/#plan-task-1.2" in str(row))
    assert "waiting on late (23 Feb) , 1.1 (" in words(both)


@pytest.mark.parametrize(("name", "other"), [("dateless", "late"), ("unestimated", "unestimated")])
def test_what_waits_for_another_plan_needs_no_date_of_its_own(site, name, other):
    """A plan without estimates or a start waits all the same, also for one of which nobody knows the finish."""
    first = site.plans[f"plans/behind-{name}.md"]["phases"][0]["tasks"][0]
    assert not first["ready"]
    assert words(page(site, f"plans/behind-{name}/index.html").select_one(".plan-word-waits")) == f"waits for {other}"


def test_a_badge_and_the_terminal_count_phases_where_there_are_no_tasks(site, monkeypatch):
    monkeypatch.chdir(site.folder.parent)
    assert "1 of 2 phases" in site.text("badges/plans/phases-only.svg")
    assert re.search(r"^phases +\S+ 1 of 2", run("show", "docs/plans/phases-only.md").stdout, re.MULTILINE)


def test_no_working_day_left_is_said_in_words(site):
    """And not as a number that is none."""
    row = row_of(page(site, "plans/index.html"), "due-on-a-sunday")
    assert "13 Feb" in words(row)
    assert words(row.select_one(".plan-col-health small")) == "no working day left before it is due"

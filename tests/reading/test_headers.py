"""The header of a plan in the ways that people write it: what it says of the plan as a whole."""

import datetime as dt

import pytest

from mkdocs_planplugin.model import Status
from mkdocs_planplugin.reading import read

WORK = "\n\n## Phase 1: Dig\n\n- [ ] **Task 1.1:** Dig\n"


def plan(header, front=""):
    return read(f"---\nplan: true\n{front}---\n# Plan: Well\n\n{header}{WORK}").plan


ALL = "In Progress, 2026-06-20, Ida"


@pytest.mark.parametrize(
    "header",
    [
        "**Status:** In Progress\n**Created:** 2026-06-20\n**Owner:** Ida",
        "**Status:** In Progress  \n**Created:** 2026-06-20  \n**Owner:** Ida",
        "**Status:** In Progress · **Created:** 2026-06-20 · **Owner:** Ida",
        "**Status:** In Progress | **Owner:** Ida | **Created:** 2026-06-20",
        "**Status**: In Progress | **Owner**: Ida | **Created**: 2026-06-20",
        "**Status:** In Progress **Created:** 2026-06-20 **Owner:** Ida",
        "**Status:** In Progress, **Created:** 2026-06-20, **Owner:** Ida",
        "**Status:** In Progress — **Owner:** Ida — **Created:** 2026-06-20",
        "**Status:** In Progress • **Version:** 2 • **Owner:** Ida • **Created:** 2026-06-20",
        "**Status:** In Progress<br>**Owner:** Ida<br/>**Created:** 2026-06-20",
        "Status: In Progress\nCreated: 2026-06-20\nOwner: Ida",
        "Status: In Progress | Owner: Ida | Created: 2026-06-20",
        "Status: In Progress | Version: 2 | Owner: Ida | Created: 2026-06-20",
        "Status: In Progress; Owner: Ida; Created: 2026-06-20",
        "Status: In Progress - Owner: Ida - Created: 2026-06-20",
        "**Status: In Progress**\n**Owner: Ida**\n**Created: 2026-06-20** ✓",
        "- **Status: In Progress**\n- **Owner: Ida | Created: 2026-06-20**",
        "> It is to be deep.\n> Status: In Progress. Owner: Ida\n> Created: 2026-06-20",
        "- Status: In Progress\n- Owner: Ida\n- Created: 2026-06-20",
        "- **Status:** In Progress\n- **Owner:** Ida\n- **Created:** 2026-06-20",
        "* **Status**: In Progress · **Owner**: Ida\n* *Created:* 2026-06-20",
        "> **Status:** In Progress\n> **Owner:** Ida\n> **Created:** 2026-06-20",
        "> Status: In Progress | Owner: Ida | Created: 2026-06-20",
        "!!! note\n\n    **Status:** In Progress\n    **Owner:** Ida\n    **Created:** 2026-06-20",
        "| Field | Value |\n|---|---|\n| Status | In Progress |\n| Owner | Ida |\n| Created | 2026-06-20 |",
        "| **Status** | In Progress |\n|---|---|\n| **Owner** | Ida |\n| **Created:** | 2026-06-20 |",
        "| | |\n|---|---|\n| Status: | In Progress |\n| Owner: | Ida |\n| Created: | 2026-06-20 |",
        "| Campo | Valor |\n|---|---|\n| Estado | In Progress |\n| Responsable | Ida |\n| Fecha | 2026-06-20 |",
        "| Status | Owner | Created |\n|---|---|---|\n| In Progress | Ida | 2026-06-20 |",
        "| Status | In Progress | Owner | Ida |\n|---|---|---|---|\n| Created | 2026-06-20 | Version | 2 |",
        "**Status:**\n\n- [ ] Draft\n- [x] In Progress\n- [ ] Done\n\n**Owner:** Ida\n\n**Created:** 2026-06-20",
        "**Status:** [ ] Draft [x] In Progress [ ] Done\n**Owner:** Ida\n**Created:** 2026-06-20",
        "**Status:** ~~Draft~~ In Progress\n**Owner:** [Ida](mailto:ida@example.org)\n**Created:** 2026-06-20",
        "**Lead:** Ida\n**Date:** 2026-06-20\n\n## Status\n\nIn Progress",
        "**DRI:** Ida\n**Status:** 🟡 In Progress (waiting for review)\n**Created on:** 20 June 2026",
    ],
)
def test_the_same_header_in_many_ways(header):
    """Lines, one line, a list, a quote, a table: status, owner and date come out the same."""
    found = plan(header)
    assert (found.status, found.owner, found.created) == (Status.IN_PROGRESS, "Ida", dt.date(2026, 6, 20))


@pytest.mark.parametrize(
    "line", ["**Dig: the well**", "**Note: Status: Draft**", "It is said that\nits owners: we are"]
)
def test_lines_that_are_no_header(line):
    """A name in bold type with a colon in it, and prose whose line begins with another word."""
    found = plan(line)
    assert (found.status, found.owner, found.tasks) == (None, None, ())


@pytest.mark.parametrize(
    ("front", "owner", "author", "created"),
    [
        ("assignee: ['@ida']\ncreated_date: '2026-06-20 10:00'\n", "Ida".lower(), None, dt.date(2026, 6, 20)),
        ("owner: Ida\ndate: 2026-06-20\n", "Ida", None, dt.date(2026, 6, 20)),
        ("author: Ida\ncreated: 2026-06-20\n", None, "Ida", dt.date(2026, 6, 20)),
        ("authors: [Ida, Bo]\n", None, "Ida, Bo", None),
        ("owner: '[[Ida]]'\ndate:\n  created: 2026-06-20\n", "Ida", None, dt.date(2026, 6, 20)),
    ],
)
def test_keys_of_other_tools(front, owner, author, created):
    """Front matter of Backlog.md, Jekyll, Obsidian and of blogs says the same as a header."""
    found = plan("", front)
    assert (found.owner, found.author, found.created) == (owner, author, created)


def test_a_section_may_be_the_header():
    """Right below the title any, behind other text one that says so; no phase, no feature."""
    fields = "- **Status:** Complete\n- **Owner:** Ida\n"
    for header in (
        f"## Well\n\n{fields}",
        f"> For all of us.\n\n## Document Status\n\n{fields}",
        f"Words.\n\n## Informations du plan\n\n{fields}",
    ):
        read_plan = plan(header)
        assert (read_plan.status, read_plan.owner) == (Status.COMPLETE, "Ida"), header
    assert plan(f"Words.\n\n## Well\n\n{fields}").owner is None


def test_a_table_of_two_fields_a_row():
    """Its first row is a row of fields unless all of it are labels."""
    two = "| Status | Complete | Owner | Ida |\n|---|---|---|---|\n| Version | 1 | Reviewer | Bo |\n"
    assert (plan(two).status, plan(two).owner) == (Status.COMPLETE, "Ida")
    rows = "| Open | Dig | Ida | 2026-11-02 |\n| Open | Pour | Bo | 2026-11-03 |\n"
    assert plan(f"| Status | Task | Owner | Due |\n|---|---|---|---|\n{rows}").owner is None


def test_fields_behind_a_line_of_prose():
    """A small letter goes on with the sentence above."""
    found = plan("Words first.\n**Status:** Complete\n**Owner:** Ida")
    assert (found.status, found.owner) == (Status.COMPLETE, "Ida")
    prose = plan("He asked for its\nstatus: it was done, they said, by the\nowner: the man with the hat")
    assert (prose.status, prose.owner) == (None, None)


def test_front_matter_wins_over_the_text():
    """Also under the keys of other tools."""
    assert plan("**Owner:** Bo\n**Due:** 2026-01-01", "owner: Ida\ndeadline: 2026-W45\n").owner == "Ida"
    assert plan("**Due:** 2026-01-01", "deadline: 2026-W45\n").due == dt.date(2026, 11, 8)


@pytest.mark.parametrize(
    ("header", "created", "updated"),
    [
        ("**Date:** 2026-06-20 (last updated 2026-07-01)", "2026-06-20", "2026-07-01"),
        ("**Created:** 2026-06-20, updated: 1 July 2026", "2026-06-20", "2026-07-01"),
        ("**Created:** 2026-06-20 | **Updated:** 2026-07-01", "2026-06-20", "2026-07-01"),
        ("**Date:** 2026-06-20 (Monday)", "2026-06-20", "None"),
    ],
)
def test_two_dates_on_a_line(header, created, updated):
    """The second one is the last change."""
    found = plan(header)
    assert (str(found.created), str(found.last_updated)) == (created, updated)


def test_a_start_is_no_day_of_creation():
    """`Start` in the header is where the schedule begins, as in the front matter, which wins."""
    assert plan("**Start date:** 2026-06-20").start == dt.date(2026, 6, 20)
    assert plan("**Start date:** 2026-06-20", "start: 2026-07-01\n").start == dt.date(2026, 7, 1)
    for header in (
        "**Date de début :** 20 juin 2026",
        "Date de début : 20 juin 2026",
        "**Ngày bắt đầu:** 20 tháng 6 năm 2026",
        "**开始日期**：2026-06-20",
    ):
        assert plan(header).start == dt.date(2026, 6, 20), header


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Implementation In Progress", "in_progress"),
        ("Currently in progress", "in_progress"),
        ("v2 - In Progress", "in_progress"),
        ("2026-11-02: In progress", "in_progress"),
        ("Phase 2 done, Phase 3 in progress", "in_progress"),
        ("Phase 1 complete, Phase 2 remaining", "in_progress"),
        ("Phase 1 Complete", "in_progress"),
        ("✅ Phase 1 Complete | ⏳ Phase 2 Pending", "in_progress"),
        ("Backend complete, frontend pending", "in_progress"),
        ("Almost complete", "in_progress"),
        ("Nearly finished", "in_progress"),
        ("Work is underway", "in_progress"),
        ("3 of 5 phases complete", "in_progress"),
        ("60%", "in_progress"),
        ("60% complete", "in_progress"),
        ("Stage 2 of 4", "in_progress"),
        ("Approved, in progress", "in_progress"),
        ("Planning complete, implementation in progress", "in_progress"),
        ("Phase 3 blocked", "blocked"),
        ("All phases complete", "complete"),
        ("5/5 tasks complete", "complete"),
        ("100%", "complete"),
        ("MVP complete", "complete"),
        ("[x] Completed", "complete"),
        ("Live", "complete"),
        ("Planned, not started", "not_started"),
        ("Approved (not started)", "not_started"),
        ("Work has not started", "not_started"),
        ("0%", "not_started"),
        ("Draft, ready for review", "draft"),
        ("Draft (pending review)", "draft"),
        ("Planning complete", "draft"),
        ("Planungsphase", "draft"),
        ("wartet auf Freigabe", "draft"),
        ("pendiente de aprobación", "draft"),
        ("Aguardando aprovação", "draft"),
        ("En attente de validation", "draft"),
        ("Not yet complete", None),
        ("To be completed by Anna", None),
        ("This text describes how the migration of the old machines gets done", None),
        ("Draft | In Progress | Complete", None),
        ("[ ] Draft [ ] In Progress [ ] Done", None),
        ("[ ] Draft [☑] In Progress [ ] Done", Status.IN_PROGRESS),
        ("[ ] Draft [✔] In Progress [ ] Done", Status.IN_PROGRESS),
    ],
)
def test_a_status_with_words_around(words, status):
    """The status word counts wherever it stands in a few words; of several parts the whole is in progress."""
    found = plan(f"**Status:** {words}").status
    assert found == status


def test_the_words_of_the_author_stay():
    """They are shown, whatever is read from them."""
    assert plan("**Status:** Phase 1 done (two weeks late)").declared_status == "Phase 1 done (two weeks late)"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ("In progess", "PLAN112", "did you mean `in progress`"),
        ("Complet", "PLAN112", "did you mean `complete`"),
        ("Blokced", "PLAN112", "did you mean `blocked`"),
        ("Purple", "PLAN111", "no status can be read from `Purple`"),
    ],
)
def test_a_status_that_is_not_read_is_not_silent(words, code, says):
    """A slip of the pen names what was meant, another word what can be written."""
    (finding,) = plan(f"**Status:** {words}").findings
    assert (finding.code, finding.line) == (code, 6)
    assert says in f"{finding.message}; {finding.hint}"


@pytest.mark.parametrize(
    ("status", "codes"), [("in progess", ["PLAN112"]), ("new", []), ("deprecated", []), ("draft", [])]
)
def test_a_misspelt_status_in_front_matter(status, codes):
    """It is said; a word of the theme is none of ours."""
    findings = read(f"---\nplan: true\nstatus: {status}\n---\n# Plan\n\n## Phase 1: A\n\n- [ ] B\n").plan.findings
    assert [(finding.code, finding.line) for finding in findings] == [(code, 3) for code in codes]


@pytest.mark.parametrize(
    "words", ["In Progress", "Draft | Complete", "[Status]", "TBD", "see the board of the team in the hall"]
)
def test_no_finding_without_ground(words):
    """What is read, and prose; what nobody has filled in is only that."""
    unfilled = words in ("Draft | Complete", "[Status]")
    assert [finding.code for finding in plan(f"**Status:** {words}").findings] == ["PLAN116"] * unfilled


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Implementation Plan: Well", "Well"),
        ("Plan: Well", "Well"),
        ("📋 Implementation Plan — Well", "Well"),
        ("UI Fixes Plan - Chat", "UI Fixes Plan - Chat"),
        ("Well: implementation plan: phase two", "Well: implementation plan: phase two"),
        ("Planning", "Planning"),
        ("Implementation Plan:", "Implementation Plan:"),
    ],
)
def test_only_what_a_title_begins_with_is_no_part_of_the_name(heading, title):
    """A title is not cut inside."""
    assert read(f"---\nplan: true\n---\n# {heading}{WORK}").plan.title == title

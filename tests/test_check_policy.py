"""Which findings are reported and how loud: what a site, a page and a comment say of it."""

import pytest

from mkdocs_planplugin.catalog import FINDING_GROUPS, CheckPolicy, UnknownCheckError, read_check_levels
from mkdocs_planplugin.finding_kinds import FINDINGS, name_problem, unknown_checks
from mkdocs_planplugin.model import Finding, Severity
from mkdocs_planplugin.reading import read

PLAN = """\
---
plan: true{front}
---

# Plan: Shed

## Phase 1: Hole (3 days){heading}

- [ ] Task 1.1: Dig (4 days) <!-- plan:ignore PLAN201 -->
  - Dependencies: Task 9.9
"""


def reported(value, *findings):
    made = [Finding(1, code, FINDINGS[code].level, "words") for code in findings]
    return [(finding.code, finding.level.value) for finding in read_check_levels(value).applied(made)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, [("PLAN102", "warning"), ("PLAN205", "info"), ("PLAN301", "warning")]),
        ({"PLAN205": "warning"}, [("PLAN102", "warning"), ("PLAN205", "warning"), ("PLAN301", "warning")]),
        ({"PLAN205": False}, [("PLAN102", "warning"), ("PLAN301", "warning")]),
        ({"links": "error"}, [("PLAN102", "warning"), ("PLAN205", "info"), ("PLAN301", "error")]),
        ({"all": "off"}, []),
        ("off", []),
        (False, []),
        ("info", [("PLAN102", "info"), ("PLAN205", "info"), ("PLAN301", "info")]),
        # The narrower name wins, in whatever order they stand.
        ({"PLAN102": "error", "text": "info", "all": "off"}, [("PLAN102", "error")]),
        ({"all": "off", "text": "info", "PLAN102": "error"}, [("PLAN102", "error")]),
    ],
)
def test_levels(value, expected):
    """A level for all, for a group, for a code."""
    assert reported(value, "PLAN102", "PLAN205", "PLAN301") == expected


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"PLAN205": "loud"}, "'loud' is no level of a check; there are off, error, warning, info"),
        ({"PLAN205": ["off"]}, "<list> is no level of a check; there are off, error, warning, info"),
        (True, "<bool> is no level of a check"),
        ({7: "off"}, "there is no check <int>"),
    ],
)
def test_what_is_not_known(value, message):
    """It is said what there is."""
    with pytest.raises(UnknownCheckError, match=message.replace("?", r"\?")):
        read_check_levels(value)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("PLAN205", ""),
        ("links", ""),
        ("all", ""),
        ("PLAN25", "there is no check 'PLAN25'; did you mean PLAN215?"),
        ("link", "there is no check 'link'; did you mean links?"),
        ("al", "there is no check 'al'; did you mean all?"),
        ("xyz", "there is no check 'xyz'; write a code such as PLAN101, or text, plan, links or all"),
    ],
)
def test_names(name, problem):
    """It is said which name may be meant, or which there are."""
    assert name_problem(name) == problem


def test_every_code_has_a_group():
    """So that a group is a name for all that it begins."""
    assert all(any(code.startswith(start) for start in FINDING_GROUPS.values()) for code in FINDINGS)


def test_a_page_goes_before_its_site():
    """Where both say something of one code."""
    site, page = read_check_levels({"PLAN205": "error", "links": "off"}), read_check_levels({"PLAN205": "off"})
    policy = CheckPolicy(page.levels, {3: frozenset(["PLAN102"])}).over(site)
    findings = [Finding(line, "PLAN102", Severity.WARNING, "") for line in (3, 4)]
    findings += [Finding(5, code, Severity.WARNING, "") for code in ("PLAN205", "PLAN301", "PLAN302", "PLAN303")]
    assert [(finding.code, finding.line) for finding in policy.applied(findings)] == [("PLAN102", 4)]


def test_front_matter():
    """`checks` in the front matter is read; what is no such thing is another tool's."""
    assert read(PLAN.format(front="\nchecks: {PLAN205: off}", heading="")).checks.levels == {"PLAN205": None}
    assert not read(PLAN.format(front="\nchecks: [a, b]", heading="")).findings
    (finding,) = read(PLAN.format(front="\nchecks: {PLAN205: of}", heading="")).findings
    assert (finding.line, finding.code) == (3, "PLAN108")
    assert finding.message == "'of' is no level of a check; there are off, error, warning, info"


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("a <!-- plan:ignore PLAN205 -->\nb", {1: {"PLAN205"}}),
        ("a <!--plan:ignore PLAN205, PLAN206-->\nb", {1: {"PLAN205", "PLAN206"}}),
        ("a\n\n<!-- plan:ignore PLAN205 -->\n\nb", {3: {"PLAN205"}, 5: {"PLAN205"}}),
        ("  <!-- plan:ignore links -->", {1: {"PLAN301", "PLAN302", "PLAN303"}}),
        ("a <!-- plan:ignore -->", {1: set(FINDINGS)}),
        ("a <!-- plan:ignore PLAN205 --> <!-- plan:ignore PLAN206 -->", {1: {"PLAN205", "PLAN206"}}),
        ("a <!-- plan:ignore PLAN205", {}),
        ("a plan:ignore PLAN205", {}),
    ],
)
def test_comments(text, ignored):
    """At the end of a line, or alone above it; codes and groups, and without any all of them."""
    checks = read(f"{text}\n").checks
    lines = range(1, text.count("\n") + 2)
    findings = {line: [Finding(line, code, kind.level, "") for code, kind in FINDINGS.items()] for line in lines}
    left = {line: {finding.code for finding in checks.applied(of_line)} for line, of_line in findings.items()}
    assert {line: set(FINDINGS) - codes for line, codes in left.items() if codes != set(FINDINGS)} == ignored


def test_a_comment_with_a_wrong_code():
    """It is found, where the comment is."""
    (finding,) = unknown_checks(read(PLAN.format(front="", heading=" <!-- plan:ignore PLAN9 -->")).checks)
    assert (finding.line, finding.code) == (7, "PLAN108")


def test_front_matter_with_a_wrong_name():
    """It is found, where the front matter is that of a plan; what else it says counts."""
    checks = read(PLAN.format(front="\nchecks: {PLAN25: off, PLAN205: off}", heading="")).checks
    (finding,) = unknown_checks(checks)
    assert (finding.line, finding.hint) == (3, "write it as `checks: {PLAN205: off}`")
    assert not checks.applied([Finding(1, "PLAN205", Severity.INFO, "")])
    assert not unknown_checks(read("---\nchecks: {a: off}\n---\n\n# Notes\n\n- [ ] a box\n").checks)


def test_a_comment_is_no_part_of_a_name():
    """Readers see nothing of it, in titles, estimates and dependencies."""
    plan = read(PLAN.format(front="", heading=" <!-- plan:ignore PLAN205 -->")).plan
    assert plan
    (phase,) = plan.phases
    assert (phase.name, phase.estimate.min_hours) == ("Hole", 24)
    assert [task.title for task in phase.tasks] == ["Dig"]

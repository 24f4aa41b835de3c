"""What a site says of the plans that were found: the option `plans`, and the log."""

import logging

import pytest
from sites import FILES, PLAN, make_site

from mkdocs_planplugin.config import PlanConfig

LIST = "# The shed\n\n## Around it\n\n- [x] Begin\n- [ ] Clear the gutter\n- [ ] Oil the hinge\n- [ ] Paint the door\n"
TEMPLATE = PLAN.replace("# Implementation Plan: ", "# Implementation Plan: [Name] ", 1)


def summary(log: list[str]) -> list[str]:
    return [line for line in log if line.startswith("INFO planplugin: ") and " plan" in line.split("(")[0]]


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        ("plans/**", "plans/a.md", True),
        ("plans/**", "notes/a.md", None),
        ("plans/**\n!plans/notes.md", "plans/notes.md", False),
        ("!plans/notes.md\nplans/**", "plans/notes.md", True),
        ("!old/", "old/2020/a.md", False),
        ("*-plan.md", "deep/inside/api-plan.md", True),
    ],
)
def test_the_option_says_what_pages_are(patterns: str, path: str, expected: bool | None):
    """As in `.gitignore`: the last pattern that fits counts."""
    config = PlanConfig()
    config.load_dict({"plans": patterns})
    assert config.validate() == ([], [])
    assert config.says_plan(path) is expected


def test_without_the_option_nothing_is_said():
    """Then front matter and the page itself decide."""
    config = PlanConfig()
    config.load_dict({})
    assert config.validate() == ([], [])
    assert config.says_plan("plans/a.md") is None


def test_pages_named_in_the_option_are_plans(tmp_path):
    """A page that is none by itself gets its views; `!` takes a plan out, and front matter goes before both."""
    files = FILES | {"notes/shed.md": LIST, "notes/none.md": f"---\nplan: false\n---\n{LIST}"}
    site = make_site(tmp_path, files, {"plans": "notes/**\n!plans/ledger.md"})
    assert 'data-planplugin="summary"' in site.content("notes/shed/index.html")
    assert "data-planplugin" not in site.content("notes/none/index.html")
    assert "data-planplugin" not in site.content("plans/ledger/index.html")


def test_one_line_of_the_log_says_what_was_found(tmp_path):
    """Plans and templates with their paths, and what came close with the way to settle it."""
    files = FILES | {"notes/shed.md": LIST, "plans/empty.md": TEMPLATE}
    (line,) = summary(make_site(tmp_path, files, {}).log)
    assert "1 plan (plans/ledger.md), 1 template (plans/empty.md)" in line
    assert "nearly plans: notes/shed.md (4 boxes): 'plan: true' in its front matter makes a page one" in line
    many = {f"plans/plan-{number}.md": PLAN for number in range(5)}
    (line,) = summary(make_site(tmp_path / "many", {"index.md": "# Home\n", **many}, {}).log)
    assert "5 plans (plans/plan-0.md, plans/plan-1.md, plans/plan-2.md and 2 more)" in line
    assert "nearly" not in line
    (line,) = summary(make_site(tmp_path / "none", {"index.md": "# Home\n"}, {}).log)
    assert line.endswith("no plans")


def test_the_verbose_log_has_the_reasons_of_each_page(tmp_path, caplog):
    """With their points, the heaviest first."""
    with caplog.at_level(logging.DEBUG, "mkdocs.plugins.planplugin"):
        make_site(tmp_path, FILES | {"plans/ledger.md": f"{PLAN}\nYou can do it, if you have your spade.\n"}, {})
    said = [record.getMessage() for record in caplog.records if record.levelno == logging.DEBUG]
    (line,) = (text for text in said if "plans/ledger.md: a plan (" in text)
    assert "points, a plan above 0): +" in line
    assert "it speaks to its reader" in line  # which changes nothing of a plan so sure
    assert any("index.md: no plan" in text for text in said)

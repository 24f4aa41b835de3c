"""Statuses of plans in Material's navigation."""

import re

import pytest
from sites import FILES, PLAN, make_site


def shown(site, page="index.html"):
    """The statuses in the navigation of a page: the end of the class name, and the title."""
    statuses = re.findall(r'<span class="md-status md-status--([\w-]+)"(?: title="([^"]*)")?', site.text(page))
    return set(statuses)


def test_the_navigation_shows_where_a_plan_stands(tmp_path):
    """By the verdict on it, and in words."""
    assert shown(make_site(tmp_path, FILES, {})) == {("plan-off-track", "Off track")}


@pytest.mark.parametrize(
    ("written", "icon"),
    [("blocked", "plan-blocked"), ("On Hold", "plan-on-hold"), ("new", "new"), ("deprecated", "deprecated")],
)
def test_a_status_of_the_author_stays(tmp_path, written, icon):
    """A plan's status in the front matter is shown as ours; a word that is Material's own is left to it."""
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": f"---\nstatus: {written}\n---\n{PLAN}"}, {})
    assert {name for name, _ in shown(site)} == {icon}


def test_a_site_may_name_the_statuses(tmp_path):
    """What the site says in `extra.status` holds, for ours and for its own."""
    site = make_site(
        tmp_path,
        {**FILES, "index.md": "---\nstatus: odd\n---\n# Home\n"},
        {},
        extra={"status": {"plan-off-track": "Hängt", "odd": "Odd"}},
    )
    assert shown(site) == {("plan-off-track", "Hängt"), ("odd", "Odd")}


def test_pages_that_are_no_plans_and_templates_have_none(tmp_path):
    """Only plans stand somewhere."""
    template = "# Implementation Plan: [Name]\n\n**Status:** Draft | In Progress | Complete\n\n## Implementation Phases\n\n### Phase 1: [Name] (Est: [X hours])\n\n- [ ] **Task 1.1:** [Name]\n"
    files = {"index.md": "# Home\n", "plans/template.md": template}
    assert shown(make_site(tmp_path, files, {})) == set()

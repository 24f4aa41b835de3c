"""Views placed by hand, on any page, with what is said in their markers."""

import re

import pytest
from sites import FILES, PLAN, make_site

OTHER = (
    PLAN.replace("Payment ledger", "Night shift")
    .replace("In Progress", "Blocked")
    .replace("  - **Estimate:** 1 day", "  - **Owner:** @ana\n  - **Estimate:** 1 day")
)
SITE = {**FILES, "plans/late/night.md": f"---\ntags: [late shift]\n---\n{OTHER}"}


def page(tmp_path, text, **settings):
    """A page with this text, and its content."""
    site = make_site(tmp_path, {**SITE, "team.md": f"# Team\n\n{text}\n"}, {}, **settings)
    return site, site.content("team/index.html")


def titles(content):
    """The plans that an index on the page lists."""
    return {name for name in ("Payment ledger", "Night shift") if name in content}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", {"Payment ledger", "Night shift"}),
        (" status=in_progress", {"Payment ledger"}),
        (' status="In Progress,blocked"', {"Payment ledger", "Night shift"}),
        (' tag="late shift"', {"Night shift"}),
        (" folder=plans/late", {"Night shift"}),
        (" plan=plans/ledger.md", {"Payment ledger"}),
        (" status=blocked tag='late shift'", {"Night shift"}),
    ],
)
def test_an_index_of_chosen_plans(tmp_path, said, found):
    """All that is said has to hold; of several values one."""
    _, content = page(tmp_path, f"<!-- plan:index{said} -->")
    assert titles(content) == found


def test_views_of_the_same_name_choose_for_themselves(tmp_path):
    """Two markers on a page show what each says."""
    _, content = page(tmp_path, "<!-- plan:next plan=plans/ledger.md -->\n\n<!-- plan:next status=blocked -->")
    first, second = content.split('data-planplugin="next"')[1:]
    assert titles(first) == {"Payment ledger"}
    assert titles(second) == {"Night shift"}


def test_where_nothing_is_chosen_that_is_said(tmp_path):
    """An empty choice is no mistake: tomorrow there may be one."""
    site, content = page(tmp_path, "<!-- plan:index person=<b>Bo</b> -->".replace("<b>", "").replace("</b>", ""))
    assert "There is no plan with <code>person=Bo</code> now." in content
    assert not [line for line in site.log if "PLAN107" in line]


@pytest.mark.parametrize("view", ["summary", "timeline", "risks"])
def test_a_view_of_a_plan_on_another_page(tmp_path, view):
    """Its links lead to the plan's own page."""
    _, content = page(tmp_path, f"<!-- plan:{view} plan=plans/ledger.md -->")
    assert f'data-planplugin="{view}"' in content
    assert '"#plan-' not in content
    assert re.search(r'href="\.\./plans/ledger/#plan-\w+', content)


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("<!-- plan:nosuch -->", "there is no view 'nosuch'"),
        ("<!-- plan:index staus=blocked -->", "index knows no 'staus' (did you mean 'status'?)"),
        ("<!-- plan:summary -->", "summary is of one plan; say which one is meant, such as summary plan="),
        ("<!-- plan:timeline plan=plans/gone.md -->", "plans/gone.md is no plan of this site; write its path"),
        ("<!-- plan:summary plan=index.md -->", "index.md is no plan of this site"),
    ],
)
def test_a_wrong_marker_is_told(tmp_path, comment, problem):
    """With file and line, once; the page shows nothing of it."""
    site, content = page(tmp_path, f"Before.\n\n{comment}\n\nAfter.")
    (line,) = [line for line in site.log if "PLAN107" in line]
    assert line.startswith("WARNING planplugin: team.md:5: PLAN107 this marker shows nothing: ")
    assert problem in line
    assert re.findall(r"<p>(\w+)\.</p>", content) == ["Before", "After"]
    assert "data-planplugin" not in content


def test_a_marker_in_code_is_code(tmp_path):
    """It is shown as it stands, and nobody is warned."""
    site, content = page(tmp_path, "```\n<!-- plan:nosuch -->\n```")
    assert "&lt;!-- plan:nosuch --&gt;" in content
    assert not [line for line in site.log if "PLAN107" in line]

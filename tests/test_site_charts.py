"""What a site gets for its charts: the figure, the script and Plotly's library, where they are needed; and the timeline
over all plans."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort
from sites import FILES, PLAN, logged, make_site, modules_of_build

LIBRARY = "assets/planplugin/plotly.min.js"
SCRIPT = "assets/planplugin/planplugin-chart.js"


def has(site, path):
    return (site.folder / path).exists()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return make_site(tmp_path_factory.mktemp("charts"), FILES, {}, strict=True)


def test_a_site_with_a_timeline_has_all_of_it(site):
    """The figure on the page, in a template; script and library beside each other, from the installed package."""
    page = BeautifulSoup(site.content("plans/ledger/index.html"), "lxml")
    (template,) = page.select("[data-planplugin='timeline'] template.plan-figure")
    script = template.find("script")
    assert script["type"] == "application/json"
    assert script["data-draw"] == "click"
    assert {"data", "layout"} == json.loads(script.string).keys()
    assert has(site, SCRIPT)
    assert site.text(LIBRARY).startswith("/**\n* plotly.js v")
    assert "planplugin-chart.js" in site.text("plans/ledger/index.html")
    assert "planplugin-chart.js" not in site.text("plans/index.html")


def test_figures_stay_out_of_the_search_index(site):
    """Search reads the page before they are on it."""
    index = site.text("search/search_index.json")
    assert "hovertext" not in index
    assert "var(--plan" not in index


def test_never_is_never(tmp_path):
    """No figure, no script, no library."""
    site = make_site(tmp_path, FILES, {"interactive": "never"}, strict=True)
    assert not has(site, LIBRARY)
    assert not has(site, SCRIPT)
    assert "planplugin-chart" not in site.text("plans/ledger/index.html")
    content = site.content("plans/ledger/index.html")
    assert "plan-figure" not in content
    assert 'data-planplugin="timeline"' in content


@pytest.mark.parametrize(
    ("files", "options"),
    [
        ({"index.md": "# Home\n"}, {}),
        ({**FILES, "plans/ledger.md": re.sub(r"  - .*Estimate.*\n| \(Est: .*\)", "", PLAN)}, {}),
        (FILES, {"views": ["summary"]}),
        (FILES, {"exclude": "plans/"}),
    ],
    ids=["no plan", "no estimates", "no timelines", "not looked at"],
)  # fmt: skip
def test_the_library_is_only_where_it_is_needed(tmp_path, files, options):
    """4.8 MB for nothing would be too much."""
    assert not has(make_site(tmp_path, files, options, strict=True), LIBRARY)


def test_auto_is_said_to_the_script(tmp_path):
    """On the figure."""
    assert 'data-draw="auto"' in make_site(tmp_path, FILES, {"interactive": "auto"}).content("plans/ledger/index.html")


def test_another_word_is_an_error(tmp_path):
    """Which names those that are allowed."""
    with logged() as log, pytest.raises(Abort):
        make_site(tmp_path, FILES, {"interactive": "always"}, strict=True)
    assert any("one of click, auto, never" in line for line in log)


def test_plotly_is_not_imported_in_a_build(tmp_path):
    """Its import takes longer than two pages: the figure is a dict, and the library is found without it."""
    _site, modules = modules_of_build(tmp_path, FILES, {})
    assert "plotly" not in modules


# -- the timeline over all plans --


def test_the_index_has_a_timeline_below_its_table(site):
    """Under a heading that is in the table of contents; its links beside the drawing lead to the plan and the calendar."""
    page = BeautifulSoup(site.text("plans/index.html"), "lxml")
    index, portfolio = (page.find(attrs={"data-planplugin": name}) for name in ("index", "portfolio"))
    assert index.find_next("h2").get_text().startswith("Timeline")
    assert portfolio.find_previous("h2").get_text().startswith("Timeline")
    assert page.select_one(".md-nav a[href='#timeline']")
    links = [link["href"] for link in portfolio.select("a[href]")]
    assert links == ["ledger/", "../plans.ics"]


def test_no_dates_no_heading(tmp_path):
    """An index of plans without dates has no empty timeline."""
    text = PLAN.replace("**Created:** 2026-01-12\n", "")
    content = make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}).content("plans/index.html")
    assert 'data-planplugin="index"' in content
    assert 'data-planplugin="portfolio"' not in content
    assert ">Timeline" not in content


def test_markers_put_it_on_any_page(tmp_path):
    """On the home page, and on a plan's own; the generated index keeps its own."""
    files = {**FILES, "index.md": "# Home\n\n<!-- plan:portfolio -->\n\n<!-- plan:index -->\n\nAfter.\n"}
    files["plans/ledger.md"] = PLAN + "\n<!-- plan:portfolio -->\n"
    site = make_site(tmp_path, files, {}, strict=True)
    home = site.content("index.html")
    assert home.index('data-planplugin="portfolio"') < home.index('data-planplugin="index"') < home.index("After.")
    assert 'href="plans/ledger/"' in home[: home.index('data-planplugin="index"')]
    for page in ("plans/ledger/index.html", "plans/index.html"):
        assert site.content(page).count('data-planplugin="portfolio"') == 1


def test_a_users_index_is_told_of_the_marker(tmp_path):
    """In the line that names the other one; the page gets no heading that its author did not write."""
    site = make_site(tmp_path, {**FILES, "plans/index.md": "# Mine\n"}, {})
    (line,) = (line for line in site.log if "<!-- plan:index -->" in line)
    assert "<!-- plan:portfolio -->" in line
    assert "portfolio" not in site.content("plans/index.html")

"""What a site gets that it did not ask for, and what it does not get: pages, files and links of ours; names of plans."""

import re
from types import SimpleNamespace

import jinja2
import pytest
from sites import FILES, PLAN, make_site, modules_of_build

import mkdocs_planplugin.plugin.build as build_module
from mkdocs_planplugin.plugin.navigation import PlanMetadata, answer_navigation

NO_PLANS = {"index.md": "# Home\n", "guide.md": "# How to\n\nTurn it on.\n"}
TEMPLATE = "# Implementation Plan: [Name]\n\n## Implementation Phases\n\n### Phase 1: [Name] (Est: [X hours])\n\n- [ ] **Task 1.1:** [Name]\n"


def assets(site, page):
    """The assets of ours that a page links."""
    return set(re.findall(r"planplugin/([\w.-]+)", site.text(page)))


def navigation(site, page="index.html"):
    """The names in the navigation of a page."""
    return re.findall(r'<span class="md-ellipsis">\s*(.+?)\s*</span>', site.text(page))


def test_a_site_without_plans_gets_nothing(tmp_path):
    """It is the same, file by file, as without the plugin."""
    with_plugin, without = (
        make_site(tmp_path / name, NO_PLANS, options, strict=True)
        for name, options in (("with", {}), ("without", None))
    )

    def files(site):
        return {path.relative_to(site.folder): path.read_bytes() for path in site.folder.rglob("*.html")}

    assert files(with_plugin) == files(without)
    assert not (with_plugin.folder / "assets" / "planplugin").exists()
    assert not list(with_plugin.folder.glob("plans*"))


def test_a_site_without_plans_loads_half_of_the_package(tmp_path):
    """What shows plans is imported once there is one."""
    _, modules = modules_of_build(tmp_path, NO_PLANS, {})
    assert "mkdocs_planplugin.plugin" in modules
    later = ("views", "export", "portfolio", "schedule", "measure", "checks", "history", "edit")
    assert [name for name in modules if name.startswith(tuple(f"mkdocs_planplugin.{room}" for room in later))] == []


def test_a_marker_alone_gets_its_assets(tmp_path):
    """The index by hand says how to begin where there is no plan yet; no page is added."""
    site = make_site(tmp_path, {**NO_PLANS, "all.md": "# All\n\n<!-- plan:index -->\n"}, {}, strict=True)
    assert "There is no plan here yet" in site.content("all/index.html")
    assert assets(site, "all/index.html") == {"planplugin-site.css", "planplugin.js", "planplugin-index.js"}
    assert assets(site, "guide/index.html") == set()
    assert not (site.folder / "plans").exists()


def test_templates_alone_are_data_but_no_index(tmp_path):
    """There is nothing yet that an index could list."""
    site = make_site(tmp_path, {**NO_PLANS, "plans/template.md": TEMPLATE}, {}, strict=True)
    assert site.plans["plans/template.md"]["is_template"]
    assert not (site.folder / "plans" / "index.html").exists()
    assert "planplugin-plan.css" in assets(site, "plans/template/index.html")


def test_pages_load_what_they_show(tmp_path):
    """Plans, the index, specs that plans are based on; the navigation's signs are on every page."""
    files = {**FILES, "guide.md": "# How to\n", "plans/ledger.md": PLAN}
    site = make_site(tmp_path, files, {}, strict=True)
    signs = {"planplugin-navigation.css"}
    ours = {"planplugin-plan.css", "planplugin.js"}
    assert assets(site, "guide/index.html") == signs
    assert assets(site, "404.html") == signs
    assert assets(site, "specs/ledger/index.html") == signs | ours
    assert assets(site, "plans/ledger/index.html") == signs | ours | {"planplugin-chart.js"}
    over_all = signs | {"planplugin-site.css", "planplugin.js"}
    assert assets(site, "plans/index.html") == over_all | {"planplugin-index.js"}
    assert assets(site, "plans/risks/index.html") == over_all


def test_a_page_that_shows_both_has_all_styles(tmp_path):
    """A plan with a view over all plans, or any page with views of either kind; one style sheet each."""
    files = {"both.md": "# Both\n\n<!-- plan:next -->\n\n<!-- plan:timeline plan=plans/ledger.md -->\n"}
    files |= {**FILES, "plans/ledger.md": f"{PLAN}\n<!-- plan:portfolio -->\n"}
    site = make_site(tmp_path, files, {}, strict=True)
    for page in ("both/index.html", "plans/ledger/index.html"):
        styles = {name for name in assets(site, page) if name.endswith(".css")}
        assert styles == {"planplugin-navigation.css", "planplugin.css"}


@pytest.mark.parametrize("name", ["planplugin-plan.css", "planplugin-site.css"])
def test_a_part_of_the_styles_has_all_that_its_pages_use(tmp_path, name):
    """No rule of the whole style sheet that would match anything on a page is missing there."""
    asking = f"{PLAN}\n## Open Questions\n\n- Who pays?\n"
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": asking}, {}, strict=True)
    part, whole = (site.text(f"assets/planplugin/{path}") for path in (name, "planplugin.css"))
    missing = set(re.findall(r"\.(plan-[\w-]+)", whole)) - set(re.findall(r"\.(plan-[\w-]+)", part))
    assert len(missing) > 20
    for path in site.folder.rglob("*.html"):
        page = str(path.relative_to(site.folder))
        if name in assets(site, page):
            content = re.sub(r'href="[^"]*"', "", site.content(page))
            assert not missing & set(re.findall(r"\bplan-[\w-]+", content)), page


def test_pages_shown_without_loading_share_all(tmp_path):
    """With Material's instant navigation the scripts of the first page are those of all."""
    theme = {"name": "material", "font": False, "features": ["navigation.instant.progress"]}
    site = make_site(
        tmp_path, {**FILES, "guide.md": "# How to\n"}, {}, theme=theme, strict=True, site_url="http://127.0.0.1/"
    )
    assert assets(site, "guide/index.html") == assets(site, "plans/index.html")
    assert {"planplugin-index.js", "planplugin-chart.js"} < assets(site, "404.html")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_have_no_signs_in_the_navigation(tmp_path, theme):
    """And so no sheet for them."""
    site = make_site(tmp_path, {**FILES, "guide.md": "# How to\n"}, {}, theme={"name": theme}, strict=True)
    assert assets(site, "guide/index.html") == set()
    assert "planplugin-plan.css" in assets(site, "plans/ledger/index.html")


def test_the_sites_own_assets_stay(tmp_path):
    """In their order, before ours, on every page."""
    files = {**FILES, "own.css": "p {}", "own.js": "1"}
    site = make_site(tmp_path, files, {}, extra_css=["own.css"], extra_javascript=["own.js"], strict=True)
    for page in ("index.html", "plans/ledger/index.html"):
        assert site.text(page).count("own.css") == site.text(page).count("own.js") == 1
    text = site.text("plans/ledger/index.html")
    assert text.index("own.css") < text.index("planplugin-plan.css")


@pytest.mark.parametrize(
    ("text", "nav", "name"),
    [
        (PLAN, None, "Payment ledger"),
        (PLAN.replace("Payment ledger", "A < B & C"), None, "A &lt; B &amp; C"),
        (f"---\ntitle: The ledger\n---\n\n{PLAN}", None, "The ledger"),
        (PLAN, ["index.md", {"Our ledger": "plans/ledger.md"}, "specs/ledger.md"], "Our ledger"),
    ],
)
def test_the_navigation_shows_a_plans_name(tmp_path, text, nav, name):
    """Without the words that every plan begins with, where the author set no title; the page's heading stays."""
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}, **({"nav": nav} if nav else {}), strict=True)
    assert name in navigation(site)
    if "&" not in name:  # which Material writes as it is
        assert f"<title>{name} - T</title>" in site.text("plans/ledger/index.html")
    assert "Implementation Plan: " in site.content("plans/ledger/index.html")


def test_a_view_on_a_users_page_has_a_heading(tmp_path):
    """What comes to the end of an index of the user's own is told apart from it; a marker needs none."""
    site = make_site(tmp_path / "end", {**FILES, "plans/index.md": "# Mine\n\nHello.\n"}, {}, strict=True)
    content = site.content("plans/index.html")
    assert (
        content.index("Hello.")
        < content.index('data-planplugin="index-title">Plans</h2>')
        < content.index("plan-index")
    )
    by_hand = {**FILES, "plans/index.md": "# Mine\n\n<!-- plan:index -->\n"}
    assert "index-title" not in make_site(tmp_path / "marker", by_hand, {}, strict=True).content("plans/index.html")


def test_metadata_of_plans_is_quick_to_ask_for_and_the_same_to_templates():
    """What is there and what is not, by attribute and by key, also where another plugin changes it afterwards."""
    says = jinja2.Environment(autoescape=True).from_string(
        '{{ m.status }} {{ m["status"] }} {{ m.icon is defined }} {{ m.subtitle | default("none") }} {{ m.other }}'
    )
    metadata = PlanMetadata({"other": 1}, status="plan-late")
    assert vars(PlanMetadata).keys() >= {"icon", "status", "subtitle"}  # found before any search for a key
    assert says.render(m=metadata) == says.render(m=dict(metadata)) == "plan-late plan-late False none 1"
    metadata.update(icon="x", subtitle="y", status="new")
    assert says.render(m=metadata) == says.render(m=dict(metadata)) == "new new True y 1"


def test_the_navigation_finds_what_it_asks_pages_of_plans_for(tmp_path, monkeypatch):
    """Nothing, of each page of a plan, once all plugins have seen it; what another plugin has set stays."""
    asked = []
    monkeypatch.setattr(build_module, "answer_navigation", lambda page: asked.append(page.file.src_uri))
    make_site(tmp_path, {**FILES, "guide.md": "# How to\n"}, {}, strict=True)
    assert asked == ["plans/ledger.md"]
    page = SimpleNamespace(typeset={"title": "A"})
    answer_navigation(page)
    assert vars(page) == {"typeset": {"title": "A"}, "encrypted": None, "pages": None}

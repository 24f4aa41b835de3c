"""Real sites, built by MkDocs with Material."""

import json
import pathlib

import jsonschema
import pytest
from bs4 import BeautifulSoup
from github import github_shows, page_shows
from lxml import html
from mkdocs.exceptions import Abort
from sites import EXAMPLE, FILES, PLAN, built, logged, make_site

from mkdocs_planplugin.plugin import pages

EXTENSIONS = ["admonition", "attr_list", "footnotes", "md_in_html", "pymdownx.details", "pymdownx.superfences",
              "pymdownx.tasklist", "tables", {"toc": {"permalink": True}}]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return make_site(tmp_path_factory.mktemp("small"), FILES, {}, strict=True, markdown_extensions=EXTENSIONS)


def soup(site, path: str) -> BeautifulSoup:
    return BeautifulSoup(site.content(path), "lxml")


# -- the example site --


def test_the_example_site_builds_strictly_and_quietly(example):
    """No warning of ours or of MkDocs, and nothing is said about plans that are right."""
    assert [line for line in example.log if "WARNING" in line or "PLAN" in line] == []


def test_the_example_pages_are_githubs(example):
    """Every page of the example site has GitHub's headings, items, boxes and rows."""
    docs = EXAMPLE / "docs"
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).with_suffix("")
        page = name.parent / "index.html" if name.name == "index" else name / "index.html"
        assert page_shows(example.text(str(page))) == github_shows(path.read_text("utf-8")), path.name


def test_the_example_facts(example):
    """What a careful reader counts in the example's plans."""
    plans = example.plans
    assert plans.keys() >= {
        "plans/overdue-reminders.md", "plans/pickup-lockers.md", "plans/template.md", "plans/van-offline-lending.md",
    }  # fmt: skip
    lockers, reminders, van = (plans[f"plans/{name}.md"] for name in
                               ("pickup-lockers", "overdue-reminders", "van-offline-lending"))  # fmt: skip
    assert [p["status"] for p in (lockers, reminders, van)] == ["in_progress", "complete", "draft"]
    assert lockers["progress"] == {
        "tasks": {"done": 5, "total": 15, "cancelled": 1, "untracked": 0},
        "criteria": {"done": 5, "total": 12},
        "definition_of_done": {"done": 4, "total": 15},
        "percent": 33.3,
    }
    assert lockers["next"] == ["3.2", "3.3"]
    assert (lockers["estimate"]["min_hours"], lockers["estimate"]["max_hours"]) == (308.0, 388.0)
    assert (lockers["exposure"], lockers["open_high"], lockers["placeholders"]) == (9, 2, 0)
    assert (lockers["schedule"]["start"], lockers["schedule"]["finish"]) == ("2026-01-12", "2026-02-18")
    assert lockers["schedule"]["duration_hours"] == 224.0
    assert lockers["based_on"]["path"] == "specs/pickup-lockers.md"
    assert reminders["progress"]["tasks"] == {"done": 12, "total": 12, "cancelled": 0, "untracked": 0}
    assert van["placeholders"] == 9
    assert [m["hours"] for m in van["resources"]["team"]] == [112.0, 60.0, 36.0]
    assert plans["plans/template.md"]["is_template"]
    assert not any(p["is_template"] for p in (lockers, reminders, van))


def test_plans_json_is_valid_and_the_same_each_time(example, tmp_path):
    """The data follow their schema; the same input gives the same bytes."""
    schema = json.loads(example.text("plans.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(example.text("plans.json")), schema)
    again = built(EXAMPLE / "mkdocs.yml", tmp_path, strict=True)
    assert again.text("plans.json") == example.text("plans.json")
    assert again.text("plans/pickup-lockers/index.html") == example.text("plans/pickup-lockers/index.html")


def test_the_example_asks_nothing_of_the_network(example):
    """No page loads anything from another host."""
    for page in example.folder.rglob("*.html"):
        elements = html.document_fromstring(page.read_bytes()).xpath("//script[@src] | //link[@href] | //img[@src]")
        assert elements
        for element in elements:
            if element.get("rel") != "canonical":
                address = element.get("src") or element.get("href")
                assert "//" not in address.removeprefix("http://127.0.0.1:8000/"), page


# -- a plan page --


def test_the_views_stand_at_their_places(site):
    """Summary behind the title, timeline under the phases' heading, a bar under each phase, one for done."""
    order = [
        element.get("data-planplugin") or element.name + ":" + element.get_text(strip=True).rstrip("¶")
        for element in soup(site, "plans/ledger/index.html").select("h1, h2, h3, [data-planplugin]:not(li *)")
        if not element.find_parent(attrs={"data-planplugin": True})
    ]
    assert order == [
        "h1:Implementation Plan: Payment ledger", "summary",
        "h2:Implementation Phases", "timeline",
        "anchor", "h3:Phase 1: Schema (Est: 3 days)", "progress",
        "anchor", "h3:Phase 2: Rollout (Est: 2 days)", "progress",
        "h2:Risk Assessment", "risks", "h3:High Priority Risks", "word",
        "h2:Definition of Done", "definition_of_done",
    ]  # fmt: skip


def test_the_header_answers(site):
    """Status, progress, criteria, done, dates, spec, what is ready, and the way to the index are in the header."""
    header = soup(site, "plans/ledger/index.html").find(attrs={"data-planplugin": "summary"})
    words = " ".join(header.get_text(" ").split())
    for text in ("In progress", "1 of 3", "tasks done", "0 of 1", "1 of 2", "Definition of Done", "12 Jan"):
        assert text in words
    hrefs = [link["href"] for link in header.find_all("a")]
    assert {"../../specs/ledger/", "#plan-task-1.2", "../"} <= set(hrefs)


def test_tasks_say_their_state_and_level(site):
    """A task is a target, shows its level as a word, whether it is ready, and links to itself."""
    page = soup(site, "plans/ledger/index.html")
    first, second = page.find(id="plan-task-1.1"), page.find(id="plan-task-1.2")
    assert "plan-state-done" in first["class"]
    assert first.find("input", checked=True)
    assert "▲ high" in first.get_text()
    assert "ready" in second.find(class_="plan-word-ready").get_text()
    assert second.find("a", class_="plan-link")["href"] == "#plan-task-1.2"
    assert "waits for" in page.find(id="plan-task-2.1").find(class_="plan-word-waits").get_text()


def test_dependencies_are_links(site):
    """Behind the title, to what is waited for and to what came before, and each of them is on the page."""
    page = soup(site, "plans/ledger/index.html")
    second, third = page.find(id="plan-task-1.2"), page.find(id="plan-task-2.1")
    assert second.select_one(".plan-word-after a")["href"] == "#plan-task-1.1"
    assert "✓" in second.select_one(".plan-word-after").get_text()
    assert third.select_one(".plan-word-waits a")["href"] == "#plan-phase-1"
    assert all(page.find(id=a["href"][1:]) for a in page.select("[data-planplugin] a[href^='#']"))


def test_risks_and_their_matrix_lead_to_each_other(site):
    """The matrix links to the risk, the words behind its title link back; the author's words are as they were."""
    page = soup(site, "plans/ledger/index.html")
    view, risk = page.find(id="plan-risks"), page.find(id="plan-risk-1")
    assert view["data-planplugin"] == "risks"
    assert view.select_one("td a")["href"] == "#plan-risk-1"
    assert "Exposure 9" in view.get_text()
    back = risk.find("a", class_="plan-word-score")
    assert (back["href"], " ".join(back.get_text().split())) == ("#plan-risks", "▲ high, score 9")
    back.extract()
    assert risk.get_text().strip() == "Risk 1: Double posting"


def test_risks_of_a_table(tmp_path):
    """A row is a target; the words stand behind the text of the title's cell."""
    table = "| ID | Risk | Probability | Impact |\n|---|---|---|---|\n| R1 | Double posting | High | Medium |\n"
    text = PLAN.partition("### High Priority Risks")[0] + table
    page = soup(make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}), "plans/ledger/index.html")
    row = page.find("tr", id="plan-risk-R1")
    cells = [" ".join(cell.get_text().split()) for cell in row.find_all("td")]
    assert cells == ["R1", "Double posting ▲ high, score 6", "High", "Medium"]
    assert page.select_one(".plan-matrix a").get_text() == "R1"


def test_a_heading_keeps_its_anchor_from_the_matrix(tmp_path):
    """The matrix gives way where a heading is called as it would be."""
    text = PLAN + "\n## Plan: Risks\n\nMore.\n"
    page = soup(make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}), "plans/ledger/index.html")
    assert page.find(id="plan-risks").name == "h2"
    assert page.find(attrs={"data-planplugin": "risks"})["id"] == "plan-risks--2"
    assert page.find(class_="plan-word-score")["href"] == "#plan-risks--2"


def test_a_matrix_placed_by_hand(tmp_path):
    """At its marker, and there only; the risks lead there."""
    text = PLAN.replace("## Implementation Phases", "<!-- plan:risks -->\n\n## Implementation Phases")
    page = soup(make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}), "plans/ledger/index.html")
    (view,) = page.find_all(attrs={"data-planplugin": "risks"})
    assert view.find_next("h2").get_text().startswith("Implementation Phases")


def test_the_effort_by_role(tmp_path):
    """Stands under the heading of the resources, where hours are given."""
    text = PLAN + "\n## Resource Requirements\n\n**Team Members:**\n- Engineer: 30 hours\n- Tester: 10 hours\n"
    page = soup(make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}), "plans/ledger/index.html")
    view = page.find(attrs={"data-planplugin": "effort"})
    assert view.find_previous("h2").get_text().startswith("Resource Requirements")
    assert "75" in view.table.get_text()
    assert "as the plan estimates" in view.get_text()


def test_the_timeline_is_a_table_with_bars(site):
    """Every phase and task has a row with its dates and a bar, and what was assumed is said."""
    timeline = soup(site, "plans/ledger/index.html").find(attrs={"data-planplugin": "timeline"})
    rows = [row.get_text(" ") for row in timeline.select("tbody tr")]
    assert len(rows) == 6  # the whole plan, two phases and three tasks
    assert len(timeline.select("tbody tr svg.plan-draw")) == 6
    assert "12 Jan" in rows[0]
    assert "Phases that name nothing they wait for follow the phase before them: Phase 2." in timeline.get_text()


def test_views_stay_out_of_the_search_index(site):
    """Search finds the author's words, not our labels."""
    index = site.text("search/search_index.json")
    assert "Double posting" in index
    assert "tasks done" not in index
    assert "planplugin" not in index


def test_a_page_that_is_no_plan_is_the_same_with_and_without(tmp_path):
    """The content of other pages does not change by a byte."""
    files = {**FILES, "list.md": "# T\n* a\n  * b\n- [ ] c\n\n~~d~~ <b>x</b>\n\n```\n[ ]\n```\n"}
    ours = make_site(tmp_path / "with", files, {}, markdown_extensions=EXTENSIONS)
    plain = make_site(tmp_path / "without", files, None, markdown_extensions=EXTENSIONS)
    for page in ("index.html", "list/index.html"):  # and a spec, but for one element: test_registers
        assert ours.content(page) == plain.content(page)


def test_hostile_words_are_only_words(tmp_path):
    """Markup in a plan's words does not come out of our views as markup."""
    evil = PLAN.replace("Tables", '`<script>alert(1)</script>` "><img src=x onerror=alert(1)>')
    evil = evil.replace("Payment ledger", "`<img src=x onerror=alert(2)>`").replace(
        "../specs/ledger.md", "javascript:alert(3)"
    )
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": evil}, {})
    for page in ("plans/ledger/index.html", "plans/index.html"):
        for view in soup(site, page).select("[data-planplugin]"):
            assert not view.find_all("img")
            assert all(script["type"] == "application/json" for script in view.find_all("script"))
            assert all("javascript" not in link.get("href", "") for link in view.find_all("a"))


@pytest.mark.parametrize(
    "prefix", ["Status: Draft\nAuthor: Me\n\n", "---\nplan: true\n---\n", "\ufeff", "---\nplan: [\n---\n"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_a_file_begins_with(tmp_path, prefix, newline):
    """Metadata lines, front matter, a BOM and other line ends: lines are those of the file, the page is GitHub's."""
    text = prefix + PLAN
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": text.replace("\n", newline)}, {})
    plan = site.plans["plans/ledger.md"]
    line = text.split("\n").index("- [x] **Task 1.1:** Tables") + 1
    assert plan["phases"][0]["tasks"][0]["line"] == line
    page = site.text("plans/ledger/index.html")
    assert 'id="plan-task-1.1"' in page
    if "[" not in prefix:  # what is broken is text to MkDocs, and nothing to the reference
        assert page_shows(page) == github_shows(text)


def test_metadata_lines_stay_on_the_page(tmp_path):
    """MkDocs drops `Status: Draft` lines above the title; a plan keeps them."""
    site = make_site(
        tmp_path, {**FILES, "plans/ledger.md": f"Status: Draft\n\n{PLAN}"}, {}, markdown_extensions=["meta"]
    )
    assert "Status: Draft" in site.content("plans/ledger/index.html")


# -- the index --


def test_the_index_lists_plans_and_templates_apart(site, example):
    """Plans are rows with status, progress and next task; templates are links below."""
    row = soup(site, "plans/index.html").select_one("table tbody tr")
    words = " ".join(row.get_text(" ").split())
    assert "Payment ledger" in words
    assert "Off track" in words
    assert "1/3" in words
    assert row.find("a", href="ledger/#plan-task-1.2")
    rows = soup(example, "plans/index.html").select("[data-planplugin='index'] tbody tr")
    assert len(rows) == sum(not plan["is_template"] for plan in example.plans.values())
    assert soup(example, "plans/index.html").find("a", href="template/").find_parent("table") is None


def test_a_users_index_is_filled_not_replaced(tmp_path):
    """At its marker; or at its end, and one line names the marker."""
    marked = "# Mine\n\nBefore.\n\n<!-- plan:index -->\n\nAfter.\n"
    content = make_site(tmp_path / "a", {**FILES, "plans/index.md": marked}, {}).content("plans/index.html")
    assert content.index("Before.") < content.index('data-planplugin="index"') < content.index("After.")
    unmarked = make_site(tmp_path / "b", {**FILES, "plans/README.md": "# Mine\n\nBefore.\n"}, {})
    content = unmarked.content("plans/index.html")
    assert content.index("Before.") < content.index('data-planplugin="index"')
    assert sum("<!-- plan:index -->" in line for line in unmarked.log) == 1


def test_a_nav_that_lacks_the_index_is_told(tmp_path):
    """One INFO line says what to add, also in a strict site whose navigation must be complete."""
    nav = ["index.md", {"Plans": ["plans/ledger.md", "specs/ledger.md"]}]
    site = make_site(tmp_path, FILES, {}, nav=nav, strict=True, validation={"nav": {"omitted_files": "warn"}})
    (line,) = (line for line in site.log if "not in the nav" in line)
    assert line.startswith("INFO planplugin: plans/index.md")
    assert line.endswith("add `- plans/index.md` to `nav:`")
    with_index = make_site(tmp_path / "named", FILES, {}, nav=[*nav, "plans/index.md"], strict=True)
    assert not any("not in the nav" in line for line in with_index.log)


def test_no_index_where_none_is_wanted(tmp_path):
    """`index_page: false` leaves the site without one, and plan pages without a link to it."""
    site = make_site(tmp_path, FILES, {"index_page": False, "data": False}, strict=True)
    assert not (site.folder / "plans" / "index.html").exists()
    assert not (site.folder / "plans.json").exists()
    assert "all plans" not in site.content("plans/ledger/index.html")


def test_without_directory_urls(tmp_path):
    """Links between plan, spec and index hold when pages are files."""
    site = make_site(tmp_path, FILES, {}, use_directory_urls=False, strict=True)
    assert '"../specs/ledger.html"' in site.content("plans/ledger.html")
    assert 'href="ledger.html#plan-task-1.2"' in site.content("plans/index.html")


# -- options and findings --


def test_include_and_exclude(tmp_path):
    """Only pages that are looked at are plans."""
    files = {**FILES, "old/ledger.md": PLAN.replace("../specs", "../specs")}
    assert list(make_site(tmp_path / "a", files, {"exclude": "old/"}).plans) == ["plans/ledger.md"]
    assert list(make_site(tmp_path / "b", files, {"include": "old/*.md"}).plans) == ["old/ledger.md"]


def test_views_can_be_chosen(tmp_path):
    """Only the views named in `views` go on a plan page."""
    content = make_site(tmp_path, FILES, {"views": ["summary"]}).content("plans/ledger/index.html")
    assert 'data-planplugin="summary"' in content
    assert 'data-planplugin="timeline"' not in content
    assert 'data-planplugin="risks"' not in content
    assert 'data-planplugin="word"' not in content


def test_the_calendar_counts(tmp_path):
    """Hours a day, working days and holidays make the dates."""
    options = {"hours_per_day": 4, "working_days": ["Mon", "Tuesday"], "holidays": ["2026-01-13/2026-01-16"]}
    plan = make_site(tmp_path, FILES, options).plans["plans/ledger.md"]
    assert plan["phases"][0]["tasks"][1]["estimate"]["min_hours"] == 8.0
    dates = [(item["start"], item["finish"]) for item in plan["schedule"]["items"]]
    assert dates == [("2026-01-12", "2026-01-12"), ("2026-01-19", "2026-01-20"), ("2026-01-26", "2026-01-27")]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"index_pag": "x.md"}, "did you mean 'index_page'?"),
        ({"index_page": "plans"}, "such as plans/index.md"),
        ({"working_days": ["Mondya"]}, "did you mean Monday?"),
        ({"as_of": "soon"}, "a date such as 2026-01-31"),
        ({"holidays": ["2026-05-02/2026-05-01"]}, "ends before it starts"),
        ({"hours_per_day": 0}, "from 0.25 to 24"),
        ({"views": ["timelin"]}, "timeline"),
    ],
)
def test_a_wrong_option_is_told_with_the_right_spelling(tmp_path, options, message):
    """Wrong options are MkDocs' own errors, and say what would be right."""
    with logged() as log, pytest.raises(Abort):
        make_site(tmp_path, FILES, options, strict=True)
    assert any(message in line for line in log)


def test_findings_are_logged_with_file_and_line(tmp_path):
    """What is wrong in the text is a warning with path, line, what and how; the page is built all the same."""
    text = PLAN.replace("2026-01-12", "03/04/2026").replace("- [ ] **Task 1.2", "- [?] **Task 1.2")
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {})
    warnings = [line for line in site.log if "PLAN" in line]
    assert [line.split(" ")[2] for line in warnings] == ["plans/ledger.md:4:", "plans/ledger.md:16:"]
    assert all(line.startswith("WARNING planplugin: ") for line in warnings)
    assert "2026-04-03" in warnings[0]
    assert [f["code"] for f in site.plans["plans/ledger.md"]["findings"]] == ["PLAN102", "PLAN103", "PLAN214"]
    with pytest.raises(Abort):
        make_site(tmp_path / "strict", {**FILES, "plans/ledger.md": text}, {}, strict=True)


def test_listed_twice_it_acts_once(tmp_path):
    """A site that lists the Markdown extension besides the plugin gets it once."""
    once = make_site(tmp_path / "a", FILES, {})
    twice = make_site(tmp_path / "b", FILES, {}, markdown_extensions=["planplugin"])
    assert once.content("plans/ledger/index.html") == twice.content("plans/ledger/index.html")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_show_plans_too(tmp_path, theme):
    """The views and boxes are there without Material."""
    site = make_site(tmp_path, FILES, {}, theme={"name": theme}, strict=True)
    page = site.text("plans/ledger/index.html")
    assert 'data-planplugin="summary"' in page
    boxes = BeautifulSoup(page, "html.parser").select('input[type="checkbox"]')
    assert len([box for box in boxes if not box.find_parent(attrs={"data-planplugin": True})]) == 6


def test_templates_of_the_format_are_recognised():
    """The format's own template is a template."""
    seed = pathlib.Path(__file__).parents[2] / "shared" / "seed" / "implementation-plan-template.md"
    if not seed.exists():
        pytest.skip("the format's template is not beside this checkout")
    from mkdocs_planplugin.reading import read  # noqa: PLC0415

    plan = read(seed.read_text("utf-8")).plan
    assert plan is not None
    assert plan.is_template
    assert (
        len(plan.phases),
        sum(1 for _ in (task for top in plan.tops() for task in top.leaves())),
        len(plan.risks),
    ) == (4, 9, 3)


# -- what other plugins and settings do --


@pytest.mark.parametrize(
    "extensions",
    [
        ["extra"],
        ["pymdownx.extra"],
        ["markdown.extensions.footnotes:FootnoteExtension", "markdown.extensions.admonition:AdmonitionExtension"],
        ["pymdownx.blocks.admonition", "pymdownx.blocks.details", "footnotes"],
        [],
    ],
)
def test_what_is_read_is_what_the_site_renders(tmp_path, extensions):
    """However extensions are named, nothing of the text is lost, and no mark of ours comes out."""
    text = (
        PLAN
        + '\n## More\n\nText[^1].\n\n!!! note "T"\n    body words\n\n??? info\n    hidden words\n\n[^1]: note words\n'
    )
    page = make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}, markdown_extensions=extensions).text(
        "plans/ledger/index.html"
    )
    for words in ("body words", "hidden words", "note words"):
        assert words in page
    assert not {"\x02", "\x03"} & set(page)


HOOK = """
from mkdocs.plugins import event_priority

@event_priority({priority})
def on_page_markdown(markdown, **_):
    return {result}
"""


def with_hook(folder: pathlib.Path, priority: int, result: str):
    folder.mkdir(exist_ok=True)
    (folder / "hook.py").write_text(HOOK.format(priority=priority, result=result), "utf-8")
    return make_site(folder, FILES, {}, hooks=["hook.py"])


def test_lines_that_another_plugin_changes_keep_their_views(tmp_path):
    """A macro in the title, a phase or a task moves no view and no anchor."""
    site = with_hook(tmp_path, 0, "markdown.replace('Payment', 'New').replace('Schema', 'S').replace('Backfill', 'B')")
    page = site.content("plans/ledger/index.html")
    for view in ("summary", "timeline", "progress"):
        assert f'data-planplugin="{view}"' in page
    assert 'id="plan-phase-1"' in page
    assert 'id="plan-task-1.2"' in page


def test_what_another_plugin_takes_away_stays_away(tmp_path):
    """A title that is cut off on purpose does not come back; the summary stands at the top."""
    page = with_hook(tmp_path, 0, "markdown[markdown.find('## Implementation Phases'):]").content(
        "plans/ledger/index.html"
    )
    assert "Payment ledger" not in page
    assert page.index('data-planplugin="summary"') < page.index("Implementation Phases")


def test_a_text_that_is_changed_last_is_told(tmp_path):
    """A plugin behind ours that changes a plan's text gets it shown as MkDocs would, and a warning says so."""
    site = with_hook(tmp_path, -101, "markdown + ' '")
    assert any("ledger.md: another plugin changed the text" in line for line in site.log)
    assert "data-planplugin" not in site.content("plans/ledger/index.html")


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_links_lead_only_to_what_is_built(tmp_path, setting):
    """A spec or an index that is left out of the site is not linked, and a page of ours takes the index's place."""
    files = {**FILES, "plans/index.md": "# Mine\n"}
    site = make_site(tmp_path, files, {}, **{setting: "plans/index.md\nspecs/\nassets/\n*.json\n"})
    assert site.plans["plans/ledger.md"]["based_on"]["path"] is None
    assert 'data-planplugin="index"' in site.content("plans/index.html")
    assert (site.folder / "assets" / "planplugin" / "planplugin.css").exists()


def test_no_file_of_the_user_is_replaced(tmp_path):
    """Not even one at the place of our style sheet or data."""
    files = {**FILES, "assets/planplugin/planplugin.css": "/* mine */", "plans.schema.json": "{}"}
    site = make_site(tmp_path, files, {}, strict=True)
    assert site.text("assets/planplugin/planplugin.css") == "/* mine */"
    assert "planplugin/planplugin.css" in site.text("plans/ledger/index.html")  # and no part of ours in its place
    assert site.text("plans.schema.json") == "{}"


def test_sections_may_be_headings_of_the_first_level(tmp_path):
    """The first one is the title, the others are sections like any."""
    text = PLAN.replace("\n## ", "\n# ")
    plan = make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}).plans["plans/ledger.md"]
    assert plan["progress"]["tasks"]["total"] == 3
    assert plan["progress"]["definition_of_done"] == {"done": 1, "total": 2}
    assert plan["exposure"] == 9


def test_views_that_are_switched_off_are_not_made(tmp_path, monkeypatch):
    """A page makes the views that it shows, and no others."""
    asked = []
    make = pages.plan_views
    monkeypatch.setattr(pages, "plan_views", lambda *args: asked.append(set(args[4])) or make(*args))
    text = PLAN.replace("## Implementation", "<!-- plan:risks -->\n\n## Implementation")
    make_site(
        tmp_path, {"plans/a.md": text, "b.md": "# B\n\n<!-- plan:timeline plan=plans/a.md -->\n"}, {"views": ["effort"]}
    )
    assert sorted(map(sorted, asked)) == [["effort", "risks"], ["timeline"]]


def test_views_by_hand_need_no_option(tmp_path):
    """`views` is about what is placed by itself; a marker in the middle of a line is text."""
    text = PLAN.replace(
        "## Risk Assessment", "<!-- plan:timeline -->\n\nSee <!-- plan:summary --> here.\n\n## Risk Assessment"
    )
    page = make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {"views": ["progress"]}).content(
        "plans/ledger/index.html"
    )
    assert page.count('data-planplugin="timeline"') == 1
    assert 'data-planplugin="summary"' not in page
    assert (tmp_path / "site" / "assets" / "planplugin" / "plotly.min.js").exists()  # its chart can be drawn


def test_a_title_in_front_matter_is_the_plans(tmp_path):
    """Where a page has no H1, its front matter names the plan."""
    text = "---\ntitle: Big Ledger\n---\n" + PLAN.partition("\n")[2]
    assert make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}).plans["plans/ledger.md"]["title"] == "Big Ledger"


def test_risks_without_a_heading_of_their_own(tmp_path):
    """Their matrix stands before the first table of them; what leads to it finds it."""
    table = "| Risk | Probability | Impact |\n|---|---|---|\n| | Low | Low |\n| Rain | High | High |\n| Frost | Low | High |\n"
    plan = PLAN.partition("## Risk Assessment")[0] + f"## Things\n\nProse.\n\n{table}"
    content = make_site(tmp_path, {**FILES, "plans/ledger.md": plan}, {}).content("plans/ledger/index.html")
    assert (
        content.index("Prose.") < content.index('id="plan-risks"') < content.index("<table>\n<thead>\n<tr>\n<th>Risk")
    )

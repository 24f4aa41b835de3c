"""One plan never stops a site: whatever step fails for it, the rest is whole, and one line says what happened."""

import importlib
import logging
import os

import injected
import pytest
from effort import examples, one_in
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.exceptions import Abort
from repositories import Made
from sites import FILES, PLAN, built, logged, make_site, written

import mkdocs_planplugin.plugin.build as build_module
from mkdocs_planplugin.plugin.guard import Stage
from mkdocs_planplugin.views import site_view
from mkdocs_planplugin.views.kit import Templates
from mkdocs_planplugin.weave import PlanExtension

HOSTILE = (
    PLAN.replace("Payment ledger", "Hostile")
    .replace("Tables", "Hostile tables")
    .replace("Schema", "Hostile schema")
    .replace("Double", "Hostile")
    + "\n## Open Questions\n\n- Hostile `one`?\n"
)
BAD = "plans/hostile.md"
PAGES = {**FILES, BAD: HOSTILE}
BAD_PAGE = "plans/hostile/index.html"
# Where a step is made to fail for the one plan, and the step that the warning names.
PLACES = {
    "reading.reader.read_front_matter": Stage.READING,
    "plugin.reader.read_markers": Stage.READING,
    "reading.reader.read_outline": Stage.READING,
    "reading.reader.assemble": Stage.READING,
    "portfolio.entries.schedule": Stage.PLANNING,
    "portfolio.entries.measure": Stage.PLANNING,
    "portfolio.entries.checks": Stage.PLANNING,
    "plugin.site.based_on_target": Stage.PLANNING,
    "plugin.site.neighbours": Stage.LINKING,
    "plugin.pages.decorate": Stage.RENDERING,
    "weave.extension.TreeBuilder": Stage.RENDERING,
    "weave.extension.swallowing_tag": Stage.RENDERING,
    "plugin.build.show_in_navigation": Stage.NAVIGATION,
    "plugin.pages.plan_views": Stage.PLAN_VIEWS,
    "views.plan.timeline.chart_rows": Stage.PLAN_VIEWS,
    "plugin.pages.site_view": Stage.SITE_VIEWS,
    "plugin.pages.built_on_view": Stage.SITE_VIEWS,
    "views.site.index.IndexRow": Stage.SITE_VIEWS,
    "views.site.pages.register_values": Stage.SITE_VIEWS,
    "plugin.files.is_dated": Stage.GENERATED_PAGES,
    "export.plans_json._plan": Stage.DATA_FILES,
    "export.tables._cell_text": Stage.DATA_FILES,
    "export.calendar.events": Stage.DATA_FILES,
    "export.badge._progress_words": Stage.DATA_FILES,
    "weave.fragments.FragmentConverter.html": Stage.WORDS,
}
AS_WITHOUT_PLUGIN = (Stage.READING, Stage.PLANNING, Stage.RENDERING)


@pytest.fixture(scope="module")
def whole(shared_site):
    """The site where nothing fails."""
    return shared_site("whole", lambda folder: make_site(folder, PAGES, {}))


@pytest.fixture(scope="module")
def plain(shared_site):
    """The site without the plugin."""
    return shared_site("plain", lambda folder: make_site(folder, PAGES))


def home_of(place):
    """The module or class that a function is in, and its name there."""
    path, _, name = f"mkdocs_planplugin.{place}".rpartition(".")
    try:
        return importlib.import_module(path), name
    except ModuleNotFoundError:
        module, _, holder = path.rpartition(".")
        return getattr(importlib.import_module(module), holder), name


def fail_for_the_plan(monkeypatch, place):
    """Make a function fail wherever it is told something of the one plan."""
    injected.fail_for_the_plan(monkeypatch, *home_of(place))


def fails(*_args, **_options):
    raise ZeroDivisionError("as injected")


def failures(site):
    return [line for line in site.log if "the plugin failed" in line]


@pytest.mark.parametrize("place", PLACES)
def test_a_step_that_fails_for_one_plan_stops_nothing_else(tmp_path, monkeypatch, whole, plain, place):
    """The pages of other plans and those that are no plans are as ever, and each warning names page and step."""
    fail_for_the_plan(monkeypatch, place)
    stage = PLACES[place]
    site = make_site(tmp_path, PAGES, {})
    assert failures(site)
    for line in failures(site):
        assert line.startswith("WARNING ")
        assert f"the plugin failed in: {stage} (ZeroDivisionError: as [31m injected here" in line
        assert "report" in line
        assert BAD in line or stage is Stage.LINKING
    assert len(failures(site)) == len(set(failures(site)))
    assert site.content("plans/ledger/index.html") == whole.content("plans/ledger/index.html")
    assert site.content("index.html") == whole.content("index.html")
    assert "plans/ledger.md" in site.plans
    assert "ledger/" in site.content("plans/index.html")
    assert (site.folder / "badges/plans/ledger.svg").exists()
    if stage in AS_WITHOUT_PLUGIN:
        assert len(failures(site)) == 1
        assert site.content(BAD_PAGE) == plain.content(BAD_PAGE)
    else:
        assert "plan-task" in site.content(BAD_PAGE)


def test_a_view_over_all_plans_goes_on_without_the_plan_that_breaks_it(tmp_path, monkeypatch):
    """It is named in the warning; the rows of the others are there."""
    fail_for_the_plan(monkeypatch, "views.site.index.IndexRow")
    site = make_site(tmp_path, PAGES, {})
    assert any(line.startswith(f"WARNING planplugin: {BAD} (in plans/index.md, index): ") for line in failures(site))
    table = site.content("plans/index.html").partition("<h2")[0]
    assert '"ledger/' in table
    assert '"hostile/' not in table


def test_a_view_over_all_plans_goes_on_without_many_that_break_it(tmp_path, monkeypatch):
    """Each that fails by itself is left out, however many they are."""
    fail_for_the_plan(monkeypatch, "views.site.index.IndexRow")
    many = {f"plans/hostile{number}.md": HOSTILE for number in range(8)}
    site = make_site(tmp_path, FILES | many, {})
    table = site.content("plans/index.html").partition("<h2")[0]
    assert '"ledger/' in table
    assert '"hostile' not in table


def test_a_view_that_fails_only_for_two_plans_together_goes_on_without_one(tmp_path, monkeypatch):
    """Each of them works alone; the one with which it begins to fail is named."""
    real = site_view

    def failing(name, portfolio, context):
        if name == "index" and len(portfolio.plans) > 1:
            raise ZeroDivisionError
        return real(name, portfolio, context)

    monkeypatch.setattr("mkdocs_planplugin.plugin.pages.site_view", failing)
    site = make_site(tmp_path, PAGES, {})
    assert [line.partition(": the plugin")[0] for line in failures(site)] == [
        "WARNING planplugin: plans/ledger.md (in plans/index.md, index)"
    ]
    assert '"hostile/' in site.content("plans/index.html").partition("<h2")[0]


def test_an_event_that_asks_for_all_plans_names_the_one_that_fails(tmp_path):
    """Whether a page has a plan is asked for each page on its own."""
    place = "plugin.site.Site.entry"
    assert injected.Sites(tmp_path).wrong_with(injected.functions()[place]) == []


@pytest.mark.parametrize("of_past", [False, True])
def test_whatever_function_fails_for_a_plan(tmp_path, of_past):
    """Some of all functions of the package; `python tests/injected.py` tries each."""
    sites = injected.Sites(tmp_path, of_past=of_past)
    places = [item for item in injected.functions().items() if item[0].startswith(injected.OF_PAST) is of_past]
    some = places[:: max(1, len(places) // examples(12))]
    problems = {place: wrong for place, function in some if (wrong := sites.wrong_with(function))}
    assert problems == {}


def test_whatever_the_plugin_calls_fails_always(tmp_path):
    """Of all that the events and the steps of a build call directly: the build ends and says what failed. What says it
    cannot fail."""
    sites = injected.Sites(tmp_path)
    called = sites.called("plugin")
    assert len(called) > 120
    assert {
        "plugin.PlanPlugin._start_build",
        "plugin.site.Site._make_entry",
        "reading.markers.read_markers",
    } <= called.keys()
    apart = (
        "plugin.guard.",
        "plugin.log_lines.",
        "catalog.plain_text.",
        "plugin.PlanPlugin.on_startup",
    )  # before MkDocs counts warnings
    places = [place for place in called if not place.startswith(apart)]
    wrong = {place: sites.wrong_where_it_always_fails(called[place]) for place in one_in(1, places)}
    assert {place: problems for place, problems in wrong.items() if problems} == {}


@pytest.mark.parametrize("place", ["site_history.digest_of_words", "readings.decoded_text", "site_history.next_series"])
def test_a_plan_whose_past_fails_takes_none_from_the_others(tmp_path, monkeypatch, place):
    """Git is asked for all together; then by halves, until it is known for which plan it fails."""
    made = Made(tmp_path)
    written(tmp_path, PAGES, {"history": True})
    made.commit("2026-01-12", {f"docs/{path}": text.replace("[x]", "[ ]") for path, text in PAGES.items()})
    made.commit("2026-02-03", {f"docs/{path}": text for path, text in PAGES.items()})
    (tmp_path / "docs" / BAD).write_text(HOSTILE + "\nNot committed.\n", "utf-8")
    fail_for_the_plan(monkeypatch, f"history.{place}")
    site = built(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert [line.partition(": the plugin failed in: history (")[0] for line in failures(site)] == [
        f"WARNING planplugin: {BAD}"
    ]
    assert site.plans["plans/ledger.md"]["history"]
    assert site.plans[BAD]["history"] is None


def test_a_past_that_fails_for_all(tmp_path, monkeypatch):
    """Is one line of the site, and the site is as it is without one."""
    pages = FILES | {f"plans/p{number}.md": PLAN for number in range(9)}
    without = make_site(tmp_path / "without", pages, {})
    monkeypatch.setattr("mkdocs_planplugin.history.site_history._last_of_days", fails)
    made = Made(tmp_path / "with")
    config_file = written(made.folder, pages, {"history": True})
    made.commit("2026-01-12", {f"docs/{path}": text for path, text in pages.items()})
    site = built(config_file, made.folder / "site")
    assert [line.partition(" (")[0] for line in failures(site)] == [
        "WARNING planplugin: the site: the plugin failed in: history"
    ]
    assert site.content("plans/ledger/index.html").split() == without.content("plans/ledger/index.html").split()


def test_a_template_of_ours_that_fails_for_a_plan(tmp_path, monkeypatch, whole):
    """An undefined name in it is a mistake of ours like any other."""
    real = Templates.get

    class Failing:
        def __init__(self, template):
            self.template = template

        def render(self, values):
            if "ostile" in repr(values):
                values = {}
            return self.template.render(values)

    monkeypatch.setattr(Templates, "get", lambda self, name: Failing(real(self, name)))
    site = make_site(tmp_path, PAGES, {})
    assert any("UndefinedError" in line for line in failures(site))
    assert site.content("plans/ledger/index.html") == whole.content("plans/ledger/index.html")


class Broken(Treeprocessor):
    def run(self, root):
        if "Hostile" in "".join(root.itertext()):
            raise AttributeError("of the site")


class OnTasks(Treeprocessor):
    def run(self, root):
        if any("plan-task" in element.get("class", "") for element in root.iter()):
            raise AttributeError("no task expected")


def test_a_stage_of_the_site_that_fails_at_our_tree(tmp_path, monkeypatch, plain):
    """The page is converted again, as if it were no plan."""
    real = Markdown.build_parser

    def with_stage(self):
        real(self)
        self.treeprocessors.register(OnTasks(self), "on-tasks", 0.1)
        return self

    monkeypatch.setattr(Markdown, "build_parser", with_stage)
    site = make_site(tmp_path, PAGES, {})
    assert len(failures(site)) == 2
    assert site.content(BAD_PAGE) == plain.content(BAD_PAGE)


def test_a_failure_outside_every_step_leaves_the_site_to_mkdocs(tmp_path, monkeypatch, plain):
    """All pages are there, as without the plugin."""
    monkeypatch.setattr(build_module, "Site", lambda *_: 1 / 0)
    site = make_site(tmp_path, PAGES, {})
    assert len(failures(site)) == 1
    assert failures(site)[0].startswith(
        "WARNING planplugin: the site: the plugin failed in: setting up (ZeroDivisionError"
    )
    assert site.content(BAD_PAGE) == plain.content(BAD_PAGE)
    assert not (site.folder / "plans.json").exists()


@pytest.mark.parametrize(
    ("place", "as_plain"),
    [
        ("plugin.skip_last_collection", False),
        ("plugin.add_extension", True),
        ("plugin.has_translations", False),
        ("plugin.collection_paused", True),
        ("plugin.build.read_plans_for_search", False),
        ("plugin.memory.BuildMemory.freeze", False),
        ("plugin.memory.BuildMemory.release", False),
        ("plugin.build.add_status_texts", False),
        ("plugin.build.GeneratedFiles.add_data", True),
        ("plugin.page_environment.PageEnvironment.marked", False),
        ("weave.extension._Conversion.take_part", True),
    ],
)
def test_what_fails_for_the_whole_site(tmp_path, monkeypatch, whole, plain, place, as_plain):
    """Outside of what is done for one plan: all pages of the site are there, with views or as without the plugin."""
    home, name = home_of(place)
    monkeypatch.setattr(home, name, fails)
    site = make_site(tmp_path, PAGES, {"language": "tlh"} if "marked" in place else {})
    assert all(line.startswith("WARNING ") for line in failures(site))
    assert failures(site)
    assert site.content("index.html") == whole.content("index.html")
    if as_plain:
        assert site.content(BAD_PAGE) == plain.content(BAD_PAGE)
    else:
        assert "data-planplugin" in site.content(BAD_PAGE)
    if as_plain and "take_part" not in place:
        assert not (site.folder / "plans").joinpath("index.html").exists()


@pytest.mark.parametrize(
    "place",
    ["_BeginStage.run", "_Conversion.begin", "_OutlineStage.run", "_Conversion.outline", "_FillStage.run",
     "_NoOthersPlacesStage.run"],
)  # fmt: skip
def test_a_stage_of_ours_that_fails(tmp_path, monkeypatch, whole, plain, place):
    """The text is converted without any of our stages."""
    fail_for_the_plan(monkeypatch, f"weave.extension.{place}")
    site = make_site(tmp_path, PAGES, {})
    assert any(BAD in line and f"the plugin failed in: {Stage.RENDERING}" in line for line in failures(site))
    assert site.content(BAD_PAGE) == plain.content(BAD_PAGE)
    assert site.content("plans/ledger/index.html") == whole.content("plans/ledger/index.html")


@pytest.mark.parametrize(
    "place",
    ["_BeginStage.run", "_Conversion.begin", "_Conversion.end", "_OutlineStage.run", "_Conversion.outline", "_NoOthersPlacesStage.run",
     "_FillStage.run", "PlanProcessor.test"],
)  # fmt: skip
def test_a_stage_of_ours_that_fails_for_a_page_that_is_no_plan(tmp_path, monkeypatch, whole, plain, place):
    """Our stages run for all pages. Those that are no plans are as ever, and a plan is as without us."""
    monkeypatch.setattr(*home_of(f"weave.extension.{place}"), fails)
    site = make_site(tmp_path, PAGES, {})
    named = {line.partition(": the plugin")[0].removeprefix("WARNING planplugin: ") for line in failures(site)}
    assert {"index.md", BAD} <= named
    assert site.content("index.html") == whole.content("index.html")
    assert site.content(BAD_PAGE) == plain.content(BAD_PAGE)


def test_a_page_that_fails_without_us_too_is_not_ours_to_report(tmp_path, monkeypatch):
    """The site's own stage stops the build, as it does without the plugin."""
    real = Markdown.build_parser

    def with_stage(self):
        real(self)
        self.treeprocessors.register(Broken(self), "broken", 0.1)
        return self

    monkeypatch.setattr(Markdown, "build_parser", with_stage)
    with logged() as log, pytest.raises(AttributeError, match="of the site"):
        make_site(tmp_path, PAGES, {})
    assert not [line for line in log if "the plugin failed" in line]


def test_a_strict_build_fails_at_its_end(tmp_path, monkeypatch):
    """With the warning, when everything is written."""
    fail_for_the_plan(monkeypatch, "plugin.pages.plan_views")
    with pytest.raises(Abort, match="1 warning"):
        make_site(tmp_path, PAGES, {}, strict=True)
    assert (tmp_path / "site" / "plans" / "ledger" / "index.html").exists()


def test_a_page_that_is_not_utf_8_is_reported_as_mkdocs_does(tmp_path, caplog):
    """Its name stands in MkDocs' own message, with and without the plugin the same."""
    reports = []
    for plugin in (None, {}):
        folder = tmp_path / str(plugin)
        (folder / "docs" / "plans").mkdir(parents=True)
        (folder / "docs" / "plans" / "latin.md").write_bytes("# Pläne\n".encode("latin-1"))
        caplog.clear()
        with caplog.at_level(logging.WARNING, "mkdocs"), pytest.raises(UnicodeDecodeError):
            make_site(folder, FILES, plugin)
        reports.append([record.getMessage() for record in caplog.records])
    assert reports[0] == reports[1]
    assert any("plans/latin.md" in line for line in reports[1])


@pytest.mark.parametrize("text", [HOSTILE, "# Some page\n"], ids=["plan", "page"])
def test_a_file_name_that_is_not_utf_8_stops_mkdocs_and_we_say_which(tmp_path, text, monkeypatch):
    """MkDocs' own error does not name the file. It is no mistake of ours, and none that is left out is told of."""
    # MkDocs logs the name as it is, which pytest cannot send from the process of a test to that of its report.
    monkeypatch.setattr(logging.getLogger("mkdocs"), "propagate", False)
    name = os.fsdecode(b"plans/odd\xff.md")
    config_file = written(tmp_path, FILES, {})
    try:
        (tmp_path / "docs" / name).write_text(text, "utf-8")
    except OSError:
        pytest.skip("names of files are text here")
    with logged() as log, pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
        built(config_file, tmp_path / "site")
    (line,) = (line for line in log if line.startswith("WARNING"))
    assert line.startswith(r"WARNING planplugin: plans/odd\xff.md: the name of this file is not UTF-8, so MkDocs")
    site = built(config_file, tmp_path / "site", exclude_docs="plans/odd*")
    assert not [line for line in site.log if line.startswith("WARNING")]
    assert "plans/ledger.md" in site.plans


def test_a_rebuild_does_not_repeat_the_warning(tmp_path, monkeypatch):
    """As with findings: only what is new is logged."""
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    make_site(tmp_path, PAGES, {})
    fail_for_the_plan(monkeypatch, "reading.reader.read_front_matter")
    config_file = str(tmp_path / "mkdocs.yml")
    load_config(config_file, site_dir=str(tmp_path / "site")).plugins.on_startup(command="serve", dirty=False)
    counts = []
    for _ in range(3):
        config = load_config(config_file, site_dir=str(tmp_path / "site"))
        with logged() as log:
            build(config, serve_url="http://127.0.0.1/")
        counts.append(sum("the plugin failed" in line for line in log))
    assert counts == [1, 0, 0]


def test_without_mkdocs_a_text_is_shown_all_the_same(monkeypatch, caplog):
    """The extension alone converts it as if it were no plan, and logs why."""
    text = "# Implementation Plan: Hostile\n\n## Phase 1: A\n\n- [ ] **Task 1:** B\n"
    expected = Markdown().convert(text)
    for place in ("reading.reader.read_front_matter", "weave.standalone.plan_views", "weave.extension.TreeBuilder"):
        with monkeypatch.context() as patch:
            fail_for_the_plan(patch, place)
            caplog.clear()
            assert Markdown(extensions=[PlanExtension("2026-01-01")]).convert(text) == expected
            assert "planplugin failed (ZeroDivisionError)" in caplog.text

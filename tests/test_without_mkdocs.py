"""Plans in programs that know no plugins of MkDocs: the Markdown extension alone, and the pages over all plans as Markdown.

`make zensical` runs this where Zensical is installed, too."""

import pathlib
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from sites import FILES, PLAN
from test_cli import run, write

from mkdocs_planplugin.weave import PlanExtension

CONFIG = """\
site_name: T
theme: {name: material, font: false}
markdown_extensions:
  - attr_list
  - tables
  - planplugin: {as_of: 2026-02-06}
extra_css: [assets/planplugin/planplugin.css]
"""
MORE = (
    PLAN.replace("Payment ledger", "Cards")
    .replace("**Created:** 2026-01-12", "**Based on:** [Ledger](ledger.md)")
    .replace(
        "## Definition",
        "## Open Questions\n\n- Is `a < b` <b>so</b>, see [this](../specs/ledger.md#ledger-spec)?\n\n## Definition",
    )
)
PAGES = {**FILES, "plans/cards.md": f"---\nstart: 2026-01-05\ntags: ['<i>']\n---\n{MORE}"}
OURS = ["index", "risks", "decisions", "questions", "next", "metrics"]
ASSETS = ["planplugin.css", "planplugin.js", "planplugin-index.js", "planplugin-chart.js", "plotly.min.js"]


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with a site for Zensical, in which the commands run."""
    write(tmp_path, {f"docs/{name}": text for name, text in PAGES.items()} | {"mkdocs.yml": CONFIG})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hrefs(html):
    return [href for href in re.findall(r'<a [^>]*href="([^"]*)"', html) if not href.startswith("#")]


def test_index_and_registers_are_pages_of_markdown(site):
    """Each view is one block of HTML for any kind of Markdown, and each link leads to a file that is there."""
    result = run("export", "pages", "--output", "docs")
    assert result.exit_code == 0, result.output
    assert "assets/planplugin/planplugin-index.js" in result.stderr
    plans = site / "docs" / "plans"
    for name in OURS:
        text = (plans / f"{name}.md").read_text("utf-8")
        assert "<!-- plan:" not in text
        view = text[text.index("<div>") :].partition("\n\n")[0]
        assert f'data-planplugin="{name}"' in view
        assert not re.search(r"^\s", view, re.MULTILINE)
        html = Markdown().convert(text.split("---\n", 2)[2])
        assert view in html  # nothing of it was taken for Markdown
        for href in hrefs(html):
            assert (plans / href.partition("#")[0]).is_file(), href
    index = (plans / "index.md").read_text("utf-8")
    assert {"cards.md", "ledger.md", "risks.md"} <= {href.partition("#")[0] for href in hrefs(index)}
    assert "&lt;i&gt;" in index
    question = (plans / "questions.md").read_text("utf-8")
    assert '<code>a &lt; b</code> <b>so</b>, see <a href="../specs/ledger.md#ledger-spec">this</a>' in question
    assert all((site / "docs/assets/planplugin" / name).stat().st_size > 1000 for name in ASSETS)


def test_written_again_they_are_the_same_and_no_plans(site):
    """And a page of somebody's own is not replaced."""
    run("export", "pages", "--output", "docs")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert run("export", "pages", "--output", "docs").exit_code == 0
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    (site / "docs/plans/risks.md").write_text("# Ours\n", "utf-8")
    result = run("export", "pages", "--output", "docs")
    assert result.exit_code == 1
    assert "risks.md is a page of your own" in result.stderr
    assert (site / "docs/plans/risks.md").read_text("utf-8") == "# Ours\n"


@pytest.mark.parametrize(
    ("links", "in_index", "in_register"),
    [
        ("md", "ledger.md", "ledger.md"),
        ("folders", "ledger/", "../ledger/"),
        ("html", "ledger.html", "ledger.html"),
    ],
)
def test_links_as_the_program_wants_them(site, links, in_index, in_register):
    """To files of Markdown, to folders, or to pages."""
    run("export", "pages", "--output", "out", "--links", links)
    assert in_index in hrefs((site / "out/plans/index.md").read_text("utf-8"))
    register = (site / "out/plans/risks.md").read_text("utf-8")
    assert f"{in_register}#plan-risk-1" in hrefs(register)


def test_the_pages_of_a_folder_without_a_configuration(site):
    """It is named; a folder without plans has none."""
    (site / "mkdocs.yml").unlink()
    assert run("export", "pages", "docs", "--output", "out").exit_code == 0
    assert (site / "out/plans/index.md").is_file()
    (site / "docs/none").mkdir()
    assert "no plan in" in run("export", "pages", "docs/none", "--output", "out").stderr
    for wrong in (
        ["docs"],
        ["docs", "-o", "out/plans/index.md"],
        ["docs/index.md", "-o", "out"],
        ["docs", "out", "-o", "x"],
    ):
        assert run("export", "pages", *wrong).exit_code == 2, wrong


def test_a_configuration_of_zensical(site):
    """Where the docs are, and options of the extension, in TOML; words are in the language of the theme."""
    (site / "mkdocs.yml").unlink()
    (site / "docs").rename(site / "wiki")
    toml = '[project]\ndocs_dir = "wiki"\ntheme.language = "de"\n[project.markdown_extensions.planplugin]\nas_of = 2026-02-06\n'
    (site / "zensical.toml").write_text(toml, "utf-8")
    assert run("export", "pages", "--output", "wiki").exit_code == 0
    assert "# Risiken\n" in (site / "wiki/plans/risks.md").read_text("utf-8")
    assert '"as_of": "2026-02-06"' in run("export", "json").output


class SaysItsPage(Extension):
    """Tells other extensions which page is converted, as Zensical does."""

    def __init__(self, root, path, language="en"):
        super().__init__()
        self.page = SimpleNamespace(path=path)
        self.config = {"root_dir": str(root), "docs_dir": "docs", "theme": {"language": language}}

    def extendMarkdown(self, md):  # noqa: N802
        stage = Preprocessor(md)
        stage.page, stage.config, stage.run = self.page, self.config, lambda lines: lines
        md.preprocessors.register(stage, "rendering_context", 0)


def converted(site, path, language="en", **options):
    text = (site / "docs" / path).read_text("utf-8")
    text = text.split("---\n", 2)[2] if text.startswith("---") else text
    return Markdown(extensions=[SaysItsPage(site, path, language), PlanExtension("2026-02-06", **options)]).convert(
        text
    )


def test_the_front_matter_of_the_page_counts(site):
    """The program takes it off the text; it says when the plan starts, and in which line a task stands."""
    text = (site / "docs/plans/cards.md").read_text("utf-8").replace("**Task 1.1:** ", "")
    (site / "docs/plans/cards.md").write_text(text, "utf-8")
    html = converted(site, "plans/cards.md")
    assert "5 Jan" in html
    line = text[: text.index("Tables")].count("\n") + 1
    assert f'id="plan-task-L{line}"' in html
    (site / "docs/plans/no.md").write_text(f"---\nplan: false\n---\n{PLAN}", "utf-8")
    assert "data-planplugin" not in converted(site, "plans/no.md")


def test_the_language_and_the_links_of_the_page(site):
    """What a plan is based on is linked where it is there, as Markdown has it."""
    html = converted(site, "plans/ledger.md", "de")
    header = BeautifulSoup(html, "html.parser").section
    assert header.find("a", href="../specs/ledger.md").text == "Ledger spec"
    assert "Wo dieser Plan steht" in html
    outside = (site / "docs/plans/ledger.md").read_text("utf-8").replace("../specs/ledger.md", "../../mkdocs.yml")
    (site / "docs/plans/ledger.md").write_text(outside, "utf-8")
    html = converted(site, "plans/ledger.md")
    assert "mkdocs.yml" not in html[html.index("<section") : html.index("</section")]


def test_the_calendar_of_the_extension():
    """Its options mean what they mean for the plugin, and are wrong in the same words."""
    text = PLAN.replace("**Created", "**Start:** 2026-01-05\n**Created")
    usual, short = (
        Markdown(extensions=[PlanExtension("2026-01-05", **options)]).convert(text)
        for options in ({}, {"hours_per_day": 4, "working_days": ["Monday"], "holidays": ["2026-01-12"]})
    )
    assert usual != short
    for wrong in ({"as_of": "soon"}, {"hours_per_day": 25}, {"working_days": "Mo-Frx"}, {"holidays": 3}):
        with pytest.raises(ValueError, match=r"Expected|no day"):
            PlanExtension(**wrong)


def test_zensical_builds_plans_and_the_pages_over_them(site):
    """The real program: views, style sheet, links both ways."""
    pytest.importorskip("zensical")
    run("export", "pages", "--output", "docs")
    program = pathlib.Path(sys.executable).with_name("zensical")
    done = subprocess.run([program, "build"], cwd=site, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    plan = (site / "site/plans/cards/index.html").read_text("utf-8")
    for view in ("summary", "timeline", "risks", "definition_of_done"):
        assert f'data-planplugin="{view}"' in plan
    assert "5 Jan" in plan
    assert "../../assets/planplugin/planplugin.css" in plan
    index = (site / "site/plans/index.html").read_text("utf-8")
    targets = [href for href in hrefs(index[index.index("<article") :]) if "plan-task" in href]
    assert targets
    for href in targets:
        page, _, anchor = href.partition("#")
        assert f'id="{anchor}"' in (site / "site/plans" / page / "index.html").read_text("utf-8")

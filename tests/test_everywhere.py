"""Wherever a site stands and whatever builds it: addresses of both kinds, a path above the site, builds of what has changed,
line ends and paths of Windows, and ProperDocs."""

import html
import pathlib
import posixpath
import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from sites import FILES, PLAN, Site, logged, make_site, written
from test_cli import run

from mkdocs_planplugin.weave.host import HostPage

ABOVE = "https://example.org/wiki/bank/"
PAGES = {
    **FILES,
    "plans/ledger.md": f"{PLAN}\n## Open Questions\n\n- See [spec](../specs/ledger.md) and `x`\n".replace("\n", "\r\n"),
    "plans/more/ä b.md": PLAN.replace("../specs", "../../specs").replace("Payment ledger", "Cards"),
    "start.md": "# Start\n\n<!-- plan:timeline plan=plans/ledger.md -->\n\n<!-- plan:risks -->\n",
}
ADDRESS = re.compile(r'\b(?:href|src)="([^"#]*)(?:#[^"]*)?"')


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(request, tmp_path_factory):
    """A site below a path of its host."""
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    return make_site(
        tmp_path_factory.mktemp("above"),
        PAGES,
        {},
        theme=theme,
        site_url=ABOVE,
        use_directory_urls=request.param,
        strict=True,
    )


def targets(site: Site, page: pathlib.Path):
    """The files that the addresses on a page lead to, by the addresses. One that begins with a slash is one of the host;
    others than those of the site are left out."""
    path = urlsplit(ABOVE).path
    here = path + page.relative_to(site.folder).as_posix()
    for address in map(html.unescape, ADDRESS.findall(page.read_text("utf-8"))):
        if address and not urlsplit(address).scheme and not address.startswith("//"):
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(address)))
            assert f"{whole}/".startswith(path), (page, address)
            file = site.folder / whole.removeprefix(path.rstrip("/")).lstrip("/")
            yield address, file / "index.html" if file.is_dir() else file


def test_every_address_leads_to_a_file(site):
    """On plans, index, registers, pages with markers, and on the page for what is not found, which is shown at any depth."""
    pages = sorted(site.folder.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        for address, file in targets(site, page):
            assert file.is_file(), (page, address)
    lost = (site.folder / "404.html").read_text("utf-8")
    ours = re.findall(r'"([^"]*assets/planplugin/[^"]*)"', lost)
    assert ours
    assert all(address.startswith("/wiki/bank/assets/planplugin/") for address in ours)


def test_every_anchor_is_there(site):
    """Links to tasks, phases and risks, from wherever they are shown."""
    checked = 0
    for page in sorted(site.folder.rglob("*.html")):
        for address, anchor in re.findall(r'href="([^"#]*)#(plan-[^"]*)"', page.read_text("utf-8")):
            target = page if not address else page.parent / unquote(address)
            target = target / "index.html" if target.is_dir() else target
            assert f'id="{anchor}"' in target.read_text("utf-8"), (page, address, anchor)
            checked += 1
    assert checked > 30


def test_lines_that_end_as_on_windows(site):
    """The file has CRLF; lines are counted and words are read as ever."""
    plan = site.plans["plans/ledger.md"]
    assert [task["line"] for task in plan["phases"][0]["tasks"]] == [13, 16]
    assert "\r" not in str(plan)


def test_a_build_of_what_has_changed(tmp_path):
    """`--dirty` builds only pages whose files are newer: the index says what they say now."""
    make_site(tmp_path, FILES, {})
    plan = tmp_path / "docs/plans/ledger.md"
    plan.write_text(PLAN.replace("Payment ledger", "Cash book"), "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    with logged() as log:
        config.plugins.on_startup(command="build", dirty=True)
        build(config, dirty=True)
    site = Site(tmp_path / "site", log)
    assert "Cash book" in site.content("plans/index.html")
    assert "Cash book" in site.content("plans/ledger/index.html")
    assert site.plans["plans/ledger.md"]["title"] == "Cash book"
    assert not [line for line in log if line.startswith("WARNING planplugin")]


def test_a_folder_on_another_drive(tmp_path, monkeypatch):
    """There is no way from one drive of Windows to another: a path is then named as a whole, or an error says so."""
    (tmp_path / "a.md").write_text(PLAN.replace("Task 1.1\n", "Task 9.9\n"), "utf-8")

    def fails(*paths):
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr("os.path.relpath", fails)
    monkeypatch.setattr("os.path.commonpath", fails)
    monkeypatch.chdir(tmp_path)
    assert f"{tmp_path / 'a.md'}:" in run("check", "a.md").output
    result = run("check", tmp_path.parent)
    assert (result.exit_code, "different drives" in result.stderr) == (1, True)


def test_addresses_have_slashes_whatever_the_system_has(tmp_path):
    """And what is no letter or digit is written as addresses have it."""
    page = HostPage("", "plans/more/a.md", tmp_path)
    (tmp_path / "ä b.md").write_text("", "utf-8")
    assert page.href("ä b.md#x") == "../../%C3%A4%20b.md#x"
    assert page.href("none.md") is None


def test_properdocs_builds_the_same(tmp_path):
    """It goes on from MkDocs 1.6, and shows itself to plugins under that name; so it needs a process of its own."""
    pytest.importorskip("properdocs")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("{{ page.content }}\n{{ config.extra_css }}", "utf-8")
    settings = {"theme": {"name": None, "custom_dir": str(tmp_path / "theme")}, "site_url": ABOVE}
    ours = make_site(tmp_path / "a", FILES, {}, **settings)
    config_file = written(tmp_path / "b", FILES, {}, **settings)
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", str(config_file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    theirs = Site(tmp_path / "b" / "site", [])
    for page in ("plans/ledger/index.html", "plans/index.html", "plans/risks/index.html", "plans.json", "plans.csv"):
        assert theirs.text(page) == ours.text(page)

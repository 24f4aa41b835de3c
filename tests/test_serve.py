"""What a rebuild under `mkdocs serve` does: the same plugin object, the files anew."""

import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from sites import FILES, PLAN, logged, make_site

from mkdocs_planplugin.plugin.reader import SiteReader


class Server:
    """The builds of `mkdocs serve`, one at a time; counts what is read."""

    def __init__(self, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make_site(folder, FILES, {})
        self.folder = folder
        self.read: list[str] = []
        real = SiteReader._read_page

        def counting(reader: SiteReader, file: File, *args: Any) -> object:
            self.read.append(file.name.capitalize())
            return real(reader, file, *args)

        monkeypatch.setattr(SiteReader, "_read_page", counting)
        self.config().plugins.on_startup(command="serve", dirty=False)

    def config(self) -> MkDocsConfig:
        return load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "site"))

    def build(self) -> list[str]:
        self.read.clear()
        with logged() as log:
            build(self.config(), serve_url="http://127.0.0.1/")
        return log

    def write(self, text: str) -> None:
        (self.folder / "docs" / "plans" / "ledger.md").write_text(text, "utf-8")

    def page(self, path: str) -> str:
        return (self.folder / "site" / path).read_text("utf-8")


@pytest.fixture
def server(tmp_path, monkeypatch) -> Iterator[Server]:
    return Server(tmp_path, monkeypatch)


def test_what_has_not_changed_is_not_read_again(server):
    """The first build reads every page, the next one those that changed."""
    server.build()
    assert sorted(server.read) == ["Index", "Ledger", "Ledger"]
    server.build()
    assert server.read == []
    server.write(PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2"))
    server.build()
    assert server.read == ["Ledger"]


def test_an_edit_reaches_the_page_and_the_index(server):
    """Ticking a box changes the plan's page, the index and the data."""
    server.build()
    assert "1/3" in server.page("plans/index.html")
    server.write(PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2"))
    server.build()
    assert "2/3" in server.page("plans/index.html")
    assert "<strong>2 of 3</strong>" in server.page("plans/ledger/index.html")
    assert '"done": 2' in server.page("plans.json")


def test_a_rebuild_logs_only_what_is_new(server):
    """A warning is not repeated while it stands, and comes again when it comes back."""
    wrong = PLAN.replace("2026-01-12", "2026-02-30")
    server.write(wrong)
    assert sum("PLAN102" in line for line in server.build()) == 1
    assert sum("PLAN102" in line for line in server.build()) == 0
    server.write(PLAN)
    server.build()
    server.write(wrong)
    assert sum("PLAN102" in line for line in server.build()) == 1


def test_nothing_is_written_beside_the_site(server):
    """The docs folder is never touched: `mkdocs serve` would loop."""
    before = {path: path.stat().st_mtime_ns for path in (server.folder / "docs").rglob("*")}
    server.build()
    assert {path: path.stat().st_mtime_ns for path in (server.folder / "docs").rglob("*")} == before


def test_options_edited_while_serving_count(server):
    """The calendar is part of what a reading depends on."""
    server.build()
    config = (server.folder / "mkdocs.yml").read_text("utf-8")
    (server.folder / "mkdocs.yml").write_text(config.replace("as_of:", "hours_per_day: 4\n    as_of:"), "utf-8")
    server.build()
    assert '"min_hours": 4.0' in server.page("plans.json")


def test_a_rebuild_says_what_was_found_only_where_it_changed(server):
    """One line at first, none while it is so, one more where a plan came or went."""
    assert sum("1 plan (plans/ledger.md)" in line for line in server.build()) == 1
    assert sum("ledger.md)" in line for line in server.build()) == 0
    server.write(f"---\nplan: false\n---\n{PLAN}")
    assert sum("no plans" in line for line in server.build()) == 1

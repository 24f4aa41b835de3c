"""The garbage collector during a build, and what a rebuild leaves in memory."""

import datetime as dt
import gc
import logging
import os
import pathlib
import subprocess
import sys
import tracemalloc
import weakref
from types import SimpleNamespace

import pytest
from mkdocs.commands import build as build_module
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from sites import FILES, ROOT, make_site

from mkdocs_planplugin import plugin as plugin_module
from mkdocs_planplugin.export import JoinedFile
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.plugin import Guard, PageRenderer, SiteReader
from mkdocs_planplugin.plugin import reader as reader_module
from mkdocs_planplugin.plugin.joined_files import joined_file
from mkdocs_planplugin.plugin.memory import BuildMemory, collection_paused
from mkdocs_planplugin.plugin.reader import read_page
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading import read


@pytest.fixture(autouse=True)
def _nothing_frozen():
    """As in any process that has frozen nothing itself; the run of the tests has (conftest.py)."""
    gc.unfreeze()
    yield
    gc.freeze()


class Node:
    """An object that only the collector can free: it refers to itself."""

    def __init__(self):
        self.itself = self


def test_collection_is_paused_and_goes_on():
    """Also where the work fails; a collector that was disabled before stays disabled."""

    def fails():
        with collection_paused():
            assert not gc.isenabled()
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 (it is the one above)
        fails()
    assert gc.isenabled()
    gc.disable()
    try:
        with collection_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_leaves_nothing_to_the_collector():
    """It is paused then, and what it did not free would stay in memory until the site is built: all outlines."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "example_site/docs").rglob("*.md"))]

    def read_all():
        plans = [plan for text in texts if (plan := read(text).plan)]
        return [Entry.of("a.md", "a/", plan, Calendar(), dt.date(2026, 2, 6)) for plan in plans]

    assert read_all()
    gc.collect()
    with collection_paused():
        read_all()
        assert gc.collect() == 0


def test_what_a_build_leaves_is_collected_in_the_next():
    """Objects that were frozen are not counted when they come back: nothing else would ever collect them."""
    memory = BuildMemory()
    node = Node()
    left = weakref.ref(node)
    memory.freeze()
    memory.freeze()  # as for each language of a site
    memory.release()
    del node
    memory.freeze()
    memory.release()
    assert left() is None


def test_what_the_host_froze_stays_frozen():
    """A server freezes before it forks: its objects are not ours to release."""
    gc.freeze()
    try:
        memory = BuildMemory()
        memory.freeze()
        memory.release()
        assert gc.get_freeze_count() > 5000
    finally:
        gc.unfreeze()


def test_what_python_froze_is_no_hosts(monkeypatch):
    """Python 3.12 has its immortal objects there from the start."""
    gc.collect()
    monkeypatch.setattr(gc, "get_freeze_count", lambda: 375)
    memory = BuildMemory()
    memory.freeze()
    monkeypatch.undo()
    assert gc.get_freeze_count() > 5000
    memory.release()
    assert gc.get_freeze_count() == 0


def test_a_page_keeps_no_views_once_it_is_written(tmp_path, monkeypatch):
    """MkDocs keeps all pages until the site is built, and views are several times the text."""
    pages, build_page = [], build_module._build_page

    def noted(page, *arguments, **options):
        build_page(page, *arguments, **options)
        pages.append(page)

    monkeypatch.setattr(build_module, "_build_page", noted)
    made = make_site(tmp_path, FILES, {})
    shown = [page for page in pages if 'data-planplugin="summary"' in made.text(page.file.dest_uri)]
    assert shown
    assert not any('data-planplugin="summary"' in page.content for page in shown)


def test_what_reading_remembers_is_let_go_of_once_a_site_is_read(tmp_path):
    """For hundreds of plans it would be megabytes, until the site is built. What is small by nature may stay."""
    rooms = [vars(module) for name, module in sys.modules.items() if name.startswith("mkdocs_planplugin.reading.")]
    functions = {value for room in rooms for value in room.values() if hasattr(value, "cache_info")}
    remembering = {function for function in functions if (function.cache_info().maxsize or 0) > 32}
    assert len(remembering) > 30
    read(plan_text("One"))
    assert sum(function.cache_info().currsize for function in remembering) > 100
    make_site(tmp_path, {"plans/two.md": plan_text("Two")}, {})
    assert sum(function.cache_info().currsize for function in remembering) < 10


@pytest.mark.parametrize("builds_again", [False, True])
def test_an_outline_is_given_away_unless_pages_are_rendered_again(tmp_path, monkeypatch, builds_again):
    """Under `mkdocs serve` it is kept for the next build."""
    readers = []

    class Noted(SiteReader):
        def __init__(self, guard, **_options):
            super().__init__(guard, builds_again=builds_again)
            readers.append(self)

    monkeypatch.setattr(plugin_module, "SiteReader", Noted)
    make_site(tmp_path, FILES, {})
    assert bool(readers[-1].outline("plans/ledger.md")) is builds_again


def test_no_outline_outlives_the_reading_of_its_page(tmp_path, monkeypatch):
    """It is twelve times its text. What is kept for the page is packed."""
    outlines = []

    def noted(*arguments):
        reading = read_page(*arguments)
        outlines.append([reading.outline, object()])
        return reading

    monkeypatch.setattr(reader_module, "read_page", noted)
    make_site(tmp_path, FILES, {})
    assert any(outline for outline, _ in outlines)
    assert {sys.getrefcount(pair[0]) - sys.getrefcount(pair[1]) for pair in outlines if pair[0]} == {0}


PLAN = """\
# Plan: {name}

**Start:** 2026-01-05

## Phase 1: Dig

{tasks}"""
TASK = """\
- [ ] **Task 1.{n}:** Dig hole {n} of {name}
  - **Owner:** Ana
  - **Dependencies:** {before}
  - **Estimate:** 4 hours

"""


def plan_text(name, tasks=30):
    """A plan with so many tasks, one after the other."""
    before = ["None", *(f"Task 1.{n}" for n in range(1, tasks))]
    return PLAN.format(
        name=name, tasks="".join(TASK.format(n=n, name=name, before=before[n - 1]) for n in range(1, tasks + 1))
    )


def made_entry(name):
    plan = read(plan_text(name), Calendar()).plan
    return Entry.of(f"{name}.md", f"{name}/", plan, Calendar(), dt.date(2026, 1, 12))


def test_plans_share_what_is_the_same_in_them():
    """Ids, anchors, people, hours and days come again in all plans of a site."""
    first, second = (made_entry(name) for name in ("One", "Two"))
    for one, other in zip(first.plan.phases[0].tasks, second.plan.phases[0].tasks, strict=True):
        for field in ("id", "anchor", "owner", "owners", "dependencies", "lags", "attributes"):
            assert getattr(one, field) is getattr(other, field), field
    hours = ("duration_hours", "early_start_hours", "late_finish_hours", "start", "finish")
    for one, other in zip(first.schedule.items, second.schedule.items, strict=True):
        assert [getattr(one, field) is getattr(other, field) for field in hours] == [True] * len(hours)


def test_a_plan_takes_little_memory():
    """With all that follows from it, without its text and outline: about a kilobyte a task is free again when
    it is gone."""
    tracemalloc.start()
    try:
        entries = [made_entry(f"Number {n}") for n in range(10)]
        tasks = sum(len(entry.plan.phases[0].tasks) for entry in entries)
        with_them, _ = tracemalloc.get_traced_memory()
        entries.clear()
        without, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 500 < (with_them - without) / tasks < 1200


def test_a_page_keeps_the_text_of_its_file_only_once(tmp_path, monkeypatch):
    """MkDocs keeps the text of each page, and so do we."""
    texts = {}

    def noted(pages, markdown, page):
        texts[page.src_uri] = (prepare(pages, markdown, page), pages._site.sources[page.src_uri].text)
        return texts[page.src_uri][0]

    prepare = PageRenderer.prepare
    monkeypatch.setattr(PageRenderer, "prepare", noted)
    make_site(tmp_path, {"plans/one.md": plan_text("One")}, {})
    prepared, text = texts["plans/one.md"]
    assert prepared is text


def test_a_joined_file_is_made_when_it_is_written(tmp_path):
    """Piece by piece: no more than one plan of it is in memory."""
    made = []

    def megabyte(_site, _entry):
        made.append(1)
        return b"x" * 1_000_000

    record = JoinedFile("a.txt", "", lambda _: b"[", megabyte, b",", b"]")
    portfolio = SimpleNamespace(entries=[SimpleNamespace(path=f"{n}.md") for n in range(20)])
    config = SimpleNamespace(
        site_dir=str(tmp_path), use_directory_urls=True, plugins=SimpleNamespace(_current_plugin="planplugin")
    )
    file = joined_file(config, record, SimpleNamespace(portfolio=portfolio), Guard(logging.getLogger()))
    assert file.is_modified()
    assert not made
    tracemalloc.start()
    try:
        file.copy_file(dirty=True)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3_000_000
    assert (tmp_path / "a.txt").read_bytes() == file.content_bytes == b"[%b]" % b",".join([b"x" * 1_000_000] * 20)
    file.content_bytes = b"of another plugin"
    file.copy_file()
    assert (tmp_path / "a.txt").read_bytes() == b"of another plugin"


def test_after_a_build_nothing_is_frozen(tmp_path):
    """Neither after one that went well nor after one that failed."""
    make_site(tmp_path / "a", FILES, {})
    assert gc.get_freeze_count() < 1000  # what Python 3.12 has by itself
    with pytest.raises(Abort):
        make_site(tmp_path / "b", {**FILES, "index.md": "[gone](gone.md)\n"}, {}, strict=True)
    assert gc.get_freeze_count() < 1000


EXITING = """\
import sys, gc
from mkdocs.config import load_config
from mkdocs.commands.build import build

class Node:
    def __init__(self):
        self.itself = self
    def __del__(self):
        print("collected")

config = load_config(sys.argv[1], plugins=["planplugin"][: int(sys.argv[3])])
config.plugins.on_startup(command=sys.argv[2], dirty=False)
config.plugins.on_config(config)
Node()
"""


@pytest.mark.parametrize(
    ("command", "with_us", "shown"), [("build", 1, ""), ("serve", 1, "collected"), ("build", 0, "collected")]
)
def test_at_its_end_a_build_is_not_collected(tmp_path, command, with_us, shown):
    """What only a walk through the heap finds stays until the process is gone."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: T\n", "utf-8")
    code = [sys.executable, "-c", EXITING, str(tmp_path / "mkdocs.yml"), command, str(with_us)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(code, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == shown


def test_rebuilds_do_not_pile_up(tmp_path):
    """Under `mkdocs serve`, of all builds before the last nothing is kept."""
    make_site(tmp_path, FILES, {})
    configs = []
    for _ in range(4):
        config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
        configs.append(weakref.ref(config))
        build(config, serve_url="http://127.0.0.1/")
        del config
    assert [config() is None for config in configs[:-2]] == [True, True]


@pytest.mark.skipif(
    not pathlib.Path("/proc/self/statm").exists(), reason="only Linux says how much memory a process has"
)
def test_the_memory_of_a_server_does_not_grow():
    """That of the process, over some rebuilds; `make bench` measures two hundred. The templates of the theme are
    compiled once, as for all sites of the tests."""
    code = "import runpy, sites; runpy.run_path('benchmarks/memory.py', run_name='__main__')"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), "tests", "benchmarks"])}
    command = [sys.executable, "-c", code, "--plans", "8", "--rebuilds", "6", "--warm", "2"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

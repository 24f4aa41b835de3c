"""Words that a site or a package adds to those that plans are read by."""

from __future__ import annotations

import ast
import pathlib
import re
import sys
from textwrap import dedent

import markdown
import pytest
import yaml
from mkdocs.structure.files import File, Files
from sites import make_site
from test_cli import run

from mkdocs_planplugin import reading
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.gfm import ALL_SYNTAX
from mkdocs_planplugin.model import Level, State, Status
from mkdocs_planplugin.plugin import Guard, SiteReader

ROOT = pathlib.Path(__file__).parents[1]
DOCS = (ROOT / "docs" / "customizing.md").read_text("utf-8")


def config(**values) -> PlanConfig:
    options = PlanConfig()
    options.load_dict(values)
    assert options.validate() == ([], [])
    return options


def errors(**values) -> list[tuple[str, str]]:
    options = PlanConfig()
    options.load_dict(values)
    return [(name, str(message)) for name, message in options.validate()[0]]


def snippet(marker: str) -> str:
    """The code below a comment in the docs."""
    return re.search(rf"<!-- {marker} -->\n\n```\w+\n(.*?)```", DOCS, re.DOTALL)[1]


WORDS = yaml.safe_load(snippet("words"))["plugins"][0]["planplugin"]["words"]
PLAN = dedent("""\
    # Delivery charter: Search

    **Status:** rolling

    ## Tranche 1: Build

    ### Work order 1.1: Dig

    - **Accountable:** Ana
    - **Size guess:** 3 days
    - **Risk Level:** gnarly
    - **Status:** Rolling

    - [ ] one end
    - [ ] the other end

    **Proofs:**

    - [ ] it stands

    **Brain dump:**

    - [ ] a tower?

    ## Perils

    ### Risk 1: It rains
    """)


def test_each_kind_of_words_that_the_docs_show():
    """Every key of the example, in one plan."""
    plan = config(words=WORDS).reader.read(PLAN).plan
    (phase,) = plan.phases
    (task,) = phase.tasks
    assert (plan.title, plan.status, phase.label, phase.name) == ("Search", Status.IN_PROGRESS, "Tranche 1", "Build")
    assert (task.id.written, task.owner, task.estimate.text, task.risk) == ("1.1", "Ana", "3 days", Level.HIGH)
    assert task.state is State.IN_PROGRESS
    assert [box.title for box in task.subtasks] == ["one end", "the other end"]
    assert [item.text for item in phase.criteria] == ["it stands"]
    assert [risk.title for risk in plan.risks] == ["It rains"]


@pytest.mark.parametrize(
    ("roles", "work", "final"), [({"final": "handover"}, ["dig"], ["it stands"]), ({}, ["dig", "it stands"], [])]
)
def test_boxes_for_the_end(roles, work, final):
    """A heading of the site's own above them."""
    text = "# Plan: X\n\n## Phase 1: A\n\n- [ ] dig\n\n## Handover\n\n- [ ] it stands\n"
    plan = config(words={"roles": roles}).reader.read(text).plan
    assert [item.text for group in plan.definition_of_done for item in group.items] == final
    assert [task.title for part in (plan, *plan.phases) for task in part.tasks] in (work, work[::-1])


def test_work_below_a_word_of_the_site():
    """A label above plain items, which says that they are tasks."""
    text = "# Plan: X\n\n## Phase 1: A\n\n**Duties:**\n\n- dig\n- fill\n\n## Phase 2: B\n\n**Duties:**\n\n- rest\n"
    plan = config(words={"roles": {"work": ["duties"]}}).reader.read(text).plan
    assert [[task.title for task in phase.tasks] for phase in plan.phases] == [["dig", "fill"], ["rest"]]


def test_two_sites_in_one_process_do_not_share_words():
    """Nor do they leave anything behind for those without words of their own."""
    modules = set(sys.modules)
    one, other = config(words={"statuses": {"blocked": "moored"}}), config(words={"statuses": {"complete": "moored"}})
    assert one.reader.read_status("moored") is Status.BLOCKED
    assert other.reader.read_status("moored") is Status.COMPLETE
    assert config().reader.read_status("moored") is None
    assert config().reader.read is reading.read
    assert {name for name in sys.modules if "planplugin" in name} <= modules


def test_the_same_words_are_loaded_once():
    """So that a rebuild keeps what it has read."""
    assert config(words={"phases": "Leg"}).reader == config(words={"phases": ["leg"]}).reader


def test_what_was_read_is_read_again_with_other_words(tmp_path):
    """A rebuild after the options have changed."""
    (tmp_path / "a.md").write_text("---\nplan: true\n---\n# A\n\n**Status:** moored\n\n- [ ] x\n", "utf-8")
    reader, files = SiteReader(Guard(None)), Files([File("a.md", str(tmp_path), "", use_directory_urls=True)])

    def status(**options) -> Status | None:
        sources = reader.read(files, config(**options), ALL_SYNTAX, lambda _level: True)
        return sources["a.md"].reading.plan.status

    assert status() is None
    assert status(words={"statuses": {"blocked": "moored"}}) is Status.BLOCKED
    assert status(words={"statuses": {"complete": "moored"}}) is Status.COMPLETE
    assert status() is None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([1], "Expected a mapping such as {phases: [tranche]}, but received: [1]"),
        ({"phase": "leg"}, "'phase' is no key of words; did you mean phases?"),
        ({1: "leg"}, "1 is no key of words; there are phases, tasks, titles,"),
        ({"labels": {"ownr": "x"}}, "'ownr' is no key of labels; did you mean owner?"),
        ({"labels": "x"}, "labels: Expected a mapping such as {"),
        ({"statuses": {"in_progress": "done"}}, "'done' means complete already; it cannot mean in_progress, too"),
        ({"labels": {"owner": "depends on"}}, "'depends on' means dependencies already; it cannot mean owner, too"),
        ({"levels": {"low": "odd", "high": "odd"}}, "'odd' means low already; it cannot mean high, too"),
        ({"phases": "task"}, "'task' is a word for a task already; it cannot be one for both"),
        ({"phases": "leg", "tasks": "leg"}, "'leg' is a word for a task already; it cannot be one for both"),
        ({"phases": "(*) leg"}, "phases: Expected words of letters and spaces, up to 60 characters, but received"),
        ({"phases": ["a" * 61]}, "phases: Expected words of letters"),
        ({"phases": [None]}, "phases: Expected words of letters and spaces, up to 60 characters, but received: None"),
        ({"phases": ["12"]}, "phases: Expected words of letters"),
        ({"phases": {"leg": 1}}, "phases: Expected a list of words, up to 200, but received: {'leg': 1}"),
        ({"phases": ["leg"] * 300}, "phases: Expected a list of words, up to 200"),
    ],
)
def test_a_wrong_word_is_an_error_of_mkdocs(words, message):
    """With what came, and what may be written."""
    ((option, text),) = errors(words=words)
    assert (option, text.startswith(message)) == ("words", True), text


@pytest.mark.parametrize("words", [{}, {"phases": None}, {"phases": []}, {"labels": {}}, {"labels": {"owner": ""}}])
def test_no_words_at_all(words):
    """Cost nothing."""
    assert errors(words=words) == [] or words == {"labels": {"owner": ""}}
    if words != {"labels": {"owner": ""}}:
        assert config(words=words).reader.read is reading.read


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Installs a package with entry points, and the code of its one module."""

    def install(entry_points: str, code: str) -> None:
        (tmp_path / "shipyard_plans.py").write_text(code, "utf-8")
        info = tmp_path / "shipyard_plans-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shipyard-plans\nVersion: 1\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[planplugin.profiles]\n{entry_points}\n", "utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    monkeypatch.delitem(sys.modules, "shipyard_plans", raising=False)
    yield install
    sys.modules.pop("shipyard_plans", None)


def test_the_profile_of_a_package(installed):
    """As the docs show it: the package, its entry point, the option."""
    ((name, target),) = re.findall(r'^(\w+) = "(shipyard_plans:\w+)"$', DOCS, re.MULTILINE)
    installed(f"{name} = {target}", snippet("profile"))
    text = "# Plan\n\n## Dock time 1: Hull\n\n- [ ] **Task 1.1:** Weld\n  - **Shipwright:** Bo\n"
    (phase,) = config(profiles=[name]).reader.read(text).plan.phases
    assert (phase.label, phase.tasks[0].owner) == ("Dock time 1", "Bo")
    assert config(profiles=name, words={"phases": "leg"}).reader.read(text).plan.phases[0].label == "Dock time 1"
    assert config().reader.read(text).plan.phases == ()


OURS = "from mkdocs_planplugin.reading.profiles import *\n"


@pytest.mark.parametrize(
    ("entry_points", "code", "message"),
    [
        ("other = shipyard_plans:PROFILE", "", "'shipyard' is no profile that is installed; there are other"),
        ("shipyard = shipyard_plans:PROFILE", "1/0", "the profile shipyard (shipyard_plans:PROFILE) cannot be loaded"),
        ("shipyard = shipyard_plans:PROFILE", "PROFILE = 5", "the profile shipyard (shipyard_plans:PROFILE) is no"),
        (
            "shipyard = shipyard_plans:PROFILE",
            f"{OURS}PROFILE = Profile(name='s', labels=LabelWords(task={{'owner': 'effort'}}))",
            "the profile shipyard: 'effort' means estimate already; it cannot mean owner, too",
        ),
        (
            "shipyard = shipyard_plans:PROFILE",
            f"{OURS}PROFILE = Profile(name='s', headings=HeadingWords(risk_sections='(a b) c'))",
            "the profile s cannot be used: '(a b) c' is no pattern",
        ),
        (
            "shipyard = shipyard_plans:PROFILE",
            f"{OURS}PROFILE = Profile(name='s', headings=HeadingWords(phase_words=['leg']))",
            "the profile shipyard (shipyard_plans:PROFILE) cannot be loaded: Expected `str`, got `array`",
        ),
        (
            "shipyard = shipyard_plans:PROFILE",
            f"{OURS}PROFILE = Profile(name='s', states=StateWords(words={{'sunk': 'sunk'}}))",
            "the profile s cannot be used: ",
        ),
    ],
)
def test_a_wrong_profile_is_an_error_of_mkdocs(installed, entry_points, code, message):
    """Whatever is wrong with the package, it is said which it is."""
    installed(entry_points, code)
    ((option, text),) = errors(profiles=["shipyard"])
    assert (option, text.startswith(message)) == ("profiles", True), text


@pytest.mark.parametrize("value", [5, {"a": 1}, [[]], ["nothing"]])
def test_wrong_names_of_profiles(value):
    """Also where no package has any."""
    assert [option for option, _ in errors(profiles=value)] == ["profiles"]


def test_words_of_a_site_and_of_a_package_that_contradict(installed):
    """A word has one meaning."""
    installed("shipyard = shipyard_plans:PROFILE", snippet("profile"))
    ((_, text),) = errors(profiles=["shipyard"], words={"labels": {"status": "shipwright"}})
    assert text.startswith("'shipwright' means owner already; it cannot mean status, too")


def test_a_build_the_command_line_and_the_extension_alone(tmp_path, monkeypatch):
    """All of them read by the words of the site."""
    site = make_site(tmp_path, {"index.md": "# X", "charter.md": PLAN}, {"words": WORDS})
    assert site.plans["charter.md"]["phases"][0]["label"] == "Tranche 1"
    monkeypatch.chdir(tmp_path)
    assert "Search" in run("show", "docs/charter.md").output
    html = markdown.markdown(PLAN, extensions=["planplugin"], extension_configs={"planplugin": {"words": WORDS}})
    assert 'id="plan-task-1.1"' in html
    assert 'id="plan-task-1.1"' not in markdown.markdown(PLAN, extensions=["planplugin"])


def test_the_reading_room_can_be_loaded_again():
    """It imports itself by relative names, and only while it is loaded."""
    folder = pathlib.Path(reading.__file__).parent
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        for node in imports:
            assert "mkdocs_planplugin.reading" not in ast.unparse(node), path
            assert node in tree.body, path

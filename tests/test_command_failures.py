"""A mistake of ours with one plan ends in one line; the command goes on with the others, and its exit code tells."""

from __future__ import annotations

import inspect
import os
import sys

import pytest
from click.testing import CliRunner
from injected import fail_for_the_plan
from repositories import Made
from sites import PLAN

from mkdocs_planplugin import processes
from mkdocs_planplugin.cli import main
from mkdocs_planplugin.cli.commands import COMMANDS

# What is imported later would keep what a test has put into its place.
ALL_COMMANDS = [main.get_command(None, name) for name in COMMANDS]
HOSTILE = PLAN.replace("Payment ledger", "Hostile plan").replace("Backfill", "Hostile task")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A repository with two plans, one of which all functions fail for that the tests name."""
    repository = Made(tmp_path)
    for ticked in (0, 1):
        for name, text in (("hostile", HOSTILE), ("ledger", PLAN)):
            path = tmp_path / "plans" / f"{name}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.replace("[ ]", "[x]", ticked), "utf-8")
        repository.git("add", ".")
        repository.git("commit", "--quiet", "--message", "as it is")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    separately = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
    return CliRunner(**separately).invoke(main, [str(argument) for argument in arguments])


def fail_for_one(monkeypatch, place):
    """Make a function of the package fail wherever it is told something of the one plan."""
    module, name = place.rsplit(".", 1)
    fail_for_the_plan(monkeypatch, sys.modules[f"mkdocs_planplugin.{module}"], name)


def failures(result):
    return [line for line in result.stderr.splitlines() if "failed in" in line]


@pytest.mark.parametrize(
    ("arguments", "place", "of_the_other"),
    [
        ("check .", "reading.reader.read_front_matter", "1 plan: "),
        ("check .", "portfolio.entries.checks", "1 plan: "),
        ("show .", "reading.reader.assemble", "Payment ledger"),
        ("show .", "cli.show._task_line", "Payment ledger"),
        ("next --all", "cli.next.open_tasks", "2.1 Switch over"),
        ("export json", "export.plans_json._plan", "plans/ledger.md"),
        ("export csv", "export.tables._cell_text", "Payment ledger"),
        ("explain plans", "reading.reader.read_front_matter", "plans/ledger.md: a plan"),
        ("diff HEAD~1", "cli.diff.changes", "### Payment ledger"),
        ("export pages -o out", "views.site.index.IndexRow", "out/plans/index.md"),
    ],
)
def test_the_other_plan_is_whole(folder, monkeypatch, arguments, place, of_the_other):
    """One line on stderr, with the file and how to report it."""
    fail_for_one(monkeypatch, place)
    result = run(*arguments.split())
    assert (result.exit_code, of_the_other in result.stdout + result.stderr) == (1, True)
    assert failures(result)
    for line in failures(result):
        assert "plans/hostile.md" in line
        assert "ZeroDivisionError: as [31m injected here at " in line
        assert "please report this line" in line
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "command", ["check", "show .", "next", "export csv", "export pages -o x", "new T", "diff HEAD"]
)
def test_what_fails_for_a_whole_command(folder, monkeypatch, command):
    """One line, which names the command."""
    for name in ("open_project", "site_settings"):
        for module in list(sys.modules.values()):
            if getattr(module, "__name__", "").startswith("mkdocs_planplugin.cli.") and hasattr(module, name):
                monkeypatch.setattr(module, name, lambda *_args: 1 / 0)
    result = run(*command.split())
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"planplugin {command.split()[0]}: the plugin failed in: the command (ZeroDivisionError")
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize("options", ["", "plugins:\n  - planplugin:\n      words: {roles: {criteria: [Pass marks]}}\n"])
def test_several_processes_read_what_one_reads(folder, monkeypatch, options):
    """Also with words of the site's own, and where one of them is ended."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(f"site_name: x\n{options}", "utf-8")
    for number in range(6):
        text = PLAN.replace("Payment ledger", f"Ledger {number}") + "\n## Pass marks\n\n- [ ] All pass\n"
        (folder / f"docs/plan-{number}.md").write_text(text, "utf-8")
    one = run("export", "json")
    assert '"plans/' not in one.stdout
    monkeypatch.setattr(processes, "processors", lambda: 3)
    monkeypatch.setattr(processes, "BYTES_FOR_A_PROCESS", 1000)
    schedules = calls_in_this_process(monkeypatch, "mkdocs_planplugin.portfolio.entries.schedule")
    assert run("export", "json").stdout == one.stdout
    assert len(schedules) == 2, "of six plans: the other processes schedule and check what they read"
    monkeypatch.setattr(processes._Process, "_do", lambda *_: os._exit(1))
    assert run("export", "json").stdout == one.stdout


def calls_in_this_process(monkeypatch, name):
    """The first arguments of the calls of a function that other processes, copies of this one, did not make."""
    module, _, function = name.rpartition(".")
    original, calls = getattr(sys.modules[module], function), []
    monkeypatch.setattr(name, lambda *arguments: (calls.append(arguments[0]), original(*arguments))[1])
    return calls


def test_a_plan_that_fails_in_another_process_is_told_once(folder, monkeypatch):
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "BYTES_FOR_A_PROCESS", 1)
    fail_for_one(monkeypatch, "reading.reader.read_front_matter")
    result = run("check")
    assert (result.exit_code, "1 plan: " in result.stderr, len(failures(result))) == (1, True, 1)


def test_the_traceback_is_there_for_those_who_want_it(folder, monkeypatch):
    """As the line says."""
    fail_for_one(monkeypatch, "reading.reader.read_front_matter")
    assert "Traceback" not in run("explain", "plans").stderr
    assert "Traceback" in run("--verbose", "explain", "plans").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("export csv -o no/such/folder/x.csv", "no/such/folder/x.csv: No such file or directory"),
        ("export pages -o plans/ledger.md/x", "plans/ledger.md/x: "),
        ("new T -o plans/ledger.md/x.md", "plans/ledger.md: "),
    ],
)
def test_what_the_system_refuses_is_told(folder, arguments, message):
    """As any mistake in a command: nothing is to be reported."""
    result = run(*arguments.split())
    assert result.exit_code == 1
    assert message.split("/", maxsplit=1)[0] in result.stderr
    assert not failures(result)
    assert "Traceback" not in result.output

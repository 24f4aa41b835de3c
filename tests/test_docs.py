"""The docs are a site that the plugin itself builds, and what they show is what it does."""

import json
import pathlib
import re
import shlex
import shutil

import jsonschema
import pytest
import yaml
from repositories import Made
from sites import built
from test_cli import run

from mkdocs_planplugin.catalog import (
    LATE_DAYS,
    LATE_PERCENT,
    MARKER_KEYS,
    PLAN_MARKERS,
    RISKY_SCORE,
    SITE_VIEWS,
    SPARE_DAYS,
    STALE_AFTER,
    VERDICT_LABELS,
)
from mkdocs_planplugin.cli import main
from mkdocs_planplugin.cli.commands import COMMANDS as NAMES
from mkdocs_planplugin.cli.schema import FRONT_MATTER, options_schema
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.export import plans_schema
from mkdocs_planplugin.reading import profiles

ROOT = pathlib.Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def site(shared_site):
    return shared_site("docs", lambda folder: built(ROOT / "mkdocs.yml", folder, strict=True))


def test_the_site_is_built_without_a_warning(site):
    """Its example is a plan, with its views, and its spec says so."""
    assert not [line for line in site.log if line.startswith(("WARNING", "ERROR"))]
    assert 'data-planplugin="timeline"' in site.content("plans/ledger/index.html")
    assert "ledger" in site.content("specs/ledger/index.html").rpartition("data-planplugin")[2]


def test_every_verdict_is_explained():
    """With the limits that the rules go by, and the reasons in the order in which they are asked."""
    table = (DOCS / "views.md").read_text("utf-8").partition("## The verdict")[2].partition("\n## ")[0]
    named = {name for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for name in row.split(", ")}
    assert named - {"verdict"} == {label.english for label in VERDICT_LABELS.values()}
    for limit in (
        f"more than {LATE_DAYS} working days and a tenth",
        f"less than {SPARE_DAYS} working days",
        f"scores {RISKY_SCORE} or more",
        f"for {STALE_AFTER} days",
    ):
        assert limit in table
    assert LATE_PERCENT == 10


def test_the_hook_is_that_of_the_repository():
    """What the docs say of pre-commit is what the repository offers, as a local hook."""
    text = (DOCS / "command-line.md").read_text("utf-8")
    (snippet,) = (yaml.safe_load(code) for language, code in FENCE.findall(text) if "repo: local" in code)
    (hook,) = snippet["repos"][0]["hooks"]
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook == {key: value for key, value in offered.items() if key != "description"} | {
        "additional_dependencies": ["mkdocs-planplugin"]
    }


def test_every_page_is_in_the_navigation():
    """So that somebody finds it."""
    named = re.findall(r": ([\w/-]+\.md)", (ROOT / "mkdocs.yml").read_text("utf-8"))
    generated = {"plans/index.md"}
    assert set(named) - generated == {path.relative_to(DOCS).as_posix() for path in PAGES}


def test_the_readme_shows_the_example():
    """The same text, so that there is one example."""
    assert (DOCS / "plans" / "ledger.md").read_text("utf-8") in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", [ROOT / "README.md", *PAGES], ids=lambda path: path.name)
def test_snippets_can_be_read(path):
    """YAML is valid, Python compiles, and commands of ours have these names and options."""
    for language, text in FENCE.findall(path.read_text("utf-8")):
        if language == "yaml":
            list(
                yaml.safe_load_all(
                    text.replace("${{", "{{")
                    .replace("{{ github.token }}", "x")
                    .replace("{{ github.event.number }}", "x")
                )
            )
        elif language == "python":
            compile(text, str(path), "exec")
        for command in re.findall(
            r"\bplanplugin ([a-z]+)(?![\w.])", text if language in ("sh", "console", "yaml") else ""
        ):
            assert run(command, "--help").exit_code == 0, command


OPTIONS = [
    (path, text)
    for path in [ROOT / "README.md", *PAGES]
    for language, text in FENCE.findall(path.read_text("utf-8"))
    if language == "yaml" and re.search(r"^plugins:", text, re.MULTILINE)
]


@pytest.mark.parametrize(("path", "text"), OPTIONS, ids=[f"{path.name}-{n}" for n, (path, _) in enumerate(OPTIONS)])
def test_options_in_snippets_are_accepted(path, text):
    """Each option that the docs show is one, with a value that it takes."""
    for entry in yaml.safe_load(text)["plugins"]:
        if "planplugin" in entry:
            as_editors_see_it = json.loads(json.dumps(entry, default=str))  # to them a date is a text
            jsonschema.validate(as_editors_see_it, options_schema())
            options = PlanConfig(config_file_path=str(ROOT / "mkdocs.yml"))
            options.load_dict(entry["planplugin"] if isinstance(entry, dict) else {})
            errors, warnings = options.validate()
            assert [key for key, _ in errors if key != "profiles"] == warnings == []  # the docs make up a package


EXAMPLE = ROOT / "example_site"
# What stands for something else in the docs, and what it is in the copy of the example.
MEANT = {
    "[PATH ...]": "docs/plans",
    "PATH": "docs/plans/pelican-stops.md",
    "origin/$GITHUB_BASE_REF": "HEAD~1",
    "BASE [HEAD]": "HEAD~1",
    "CODE": "PLAN201",
    "FORMAT": "csv",
    "SUBJECT": "options",
    "TITLE": "'A way around the lake'",
    "FILE": "docs/plans/pelican-stops.md",
    "--verbose ...": "--verbose check",
    "DIR": "out",
}


def _commands():
    """The commands of ours in the docs: those of snippets, and in sentences those that say more than a name."""
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES]:
        text = path.read_text("utf-8")
        snippets = "\n".join(text for language, text in FENCE.findall(text) if language in ("sh", "console", "yaml"))
        yield from re.findall(r"^[ $]*(?:- )?(?:run: )?(planplugin \S.*)", snippets, re.MULTILINE)
        yield from re.findall(r"`(planplugin [^`:\n]* [^`\n]+)`", FENCE.sub("", text))


COMMANDS = sorted(set(_commands()))


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A copy of the example site in a repository of two commits, with a page that the docs make up."""
    repository = Made(tmp_path_factory.mktemp("example"))
    shutil.copytree(EXAMPLE, repository.folder, dirs_exist_ok=True)
    repository.commit("2026-02-02", {})
    plan = (EXAMPLE / "docs/plans/pelican-stops.md").read_text("utf-8")
    done = plan.replace("[ ]", "[x]")
    above = plan.replace("../specs/", "specs/")
    repository.commit("2026-02-03", {"docs/plans/pelican-stops.md": done, "docs/roadmap.md": above})
    return repository.folder


def test_the_docs_show_commands():
    """Else the next test would have nothing to run."""
    assert {line.split()[1] for line in COMMANDS} == {"--verbose", *NAMES}


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_of_the_docs_work(example, monkeypatch, line):
    """Each does something, and what it says is not how commands are written."""
    monkeypatch.chdir(example)
    for words, meant in MEANT.items():
        line = line.replace(words, meant)
    _, *arguments = shlex.split(line.partition(" > ")[0])
    result = run(*arguments)
    assert (result.exit_code, bool(result.stdout)) == (0, True), result.output


def test_the_docs_have_all_that_can_be_written():
    """The options of each command, the keys of front matter, and what markers may say."""
    options = [option for name in NAMES for param in main.get_command(None, name).params for option in param.opts]
    commands = "".join((DOCS / name).read_text("utf-8") for name in ("command-line.md", "without-mkdocs.md"))
    assert [option for option in options if option.startswith("--") and option not in commands] == []
    written = (DOCS / "format.md").read_text("utf-8")
    assert [key for key in FRONT_MATTER if f"\n{key}: " not in written] == []
    assert [name for name in (*PLAN_MARKERS, *SITE_VIEWS) if not re.search(rf"[ :`]{name}\b", written)] == []
    assert [key for keys in MARKER_KEYS.values() for key in keys if f"{key}=" not in written] == []


def test_the_script_for_plans_json_works(site, tmp_path, monkeypatch, capsys):
    """It names the plans that are not well."""
    (script,) = _python("data-files.md")
    (tmp_path / "site").mkdir()
    data = json.loads(site.text("plans.json"))
    data["plans"][0] |= {"title": "The ledger", "health": "overdue", "health_reason": "it was due on Monday"}
    (tmp_path / "site/plans.json").write_text(json.dumps(data), "utf-8")
    monkeypatch.chdir(tmp_path)
    exec(script, {})  # noqa: S102 (our own)
    assert "The ledger it was due on Monday\n" in capsys.readouterr().out
    assert json.loads(site.text("plans.schema.json")) == json.loads(plans_schema())


def test_the_synonym_of_the_recipes_is_one():
    """The line is what stands in a profile."""
    names = {}
    (script,) = _python("recipes.md")
    exec(script, dict(vars(profiles)), names)  # noqa: S102 (our own)
    assert names["labels"].task == profiles.LabelWords(task={"owner": "owner, assignee, assigned to"}).task


def test_no_other_script_stands_in_the_docs():
    """`tests/test_own_words.py` runs the one of customizing.md."""
    with_scripts = {path.name for path in [ROOT / "README.md", *PAGES] if _python(path)}
    assert with_scripts == {"data-files.md", "recipes.md", "customizing.md"}


def _python(name):
    return [text for language, text in FENCE.findall((DOCS / name).read_text("utf-8")) if language == "python"]

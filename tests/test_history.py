"""What plans were, as git knows it: real repositories, built as sites."""

import datetime as dt
import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest
from repositories import Made
from sites import FILES, PLAN, built, logged, modules_of_build, written
from test_export import VALIDATOR

from mkdocs_planplugin import processes
from mkdocs_planplugin.cli.project import open_project
from mkdocs_planplugin.export import plans_json
from mkdocs_planplugin.gfm import ALL_SYNTAX
from mkdocs_planplugin.history import HistoryReader, HistorySettings, SourcePlan
from mkdocs_planplugin.history import readings as history_readings
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import schedule

OPTIONS = {"history": True, "as_of": "2026-02-06"}
PATH = "docs/plans/ledger.md"
TICKED = PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2")
GROWN = TICKED.replace(
    "**Phase Completion", "- [ ] **Task 1.3:** Audit\n  - **Estimate:** 1 day\n\n**Phase Completion", 1
)


@pytest.fixture(autouse=True)
def utc(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def made(tmp_path) -> Made:
    return Made(tmp_path / "repository")


class Found:
    """The plans of a site as `plans.json` has them, and the lines of the log about their history."""

    def __init__(self, config: pathlib.Path) -> None:
        with logged() as log:
            site = open_project(config_file=config).site
        data = json.loads(plans_json(site.portfolio, site.today, site.histories))
        VALIDATOR.validate(data)
        self.plans = {plan["path"]: plan for plan in data["plans"]}
        self.notes = [line.removeprefix("INFO history: ") for line in log if "history" in line]


def build(made: Made, **options) -> Found:
    """The plans of a repository as its files are now."""
    return Found(written(made.folder, {}, {**OPTIONS, **options}))


def history(made: Made, path: str = "plans/ledger.md", **options) -> dict:
    return build(made, **options).plans[path]["history"]


def days(found: dict) -> list[str]:
    return [point["day"] for point in found["points"]]


# What is found


def test_points(made):
    """Each day on which a plan changed, with what came into its scope and what left it."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: TICKED})
    made.commit("2026-01-20", {PATH: GROWN})
    made.commit("2026-01-21", {PATH: TICKED})
    found = history(made)
    assert [(p["day"], p["done"], p["total"], p["added"], p["removed"]) for p in found["points"]] == [
        ("2026-01-12", 1, 3, 0, 0),
        ("2026-01-14", 2, 3, 0, 0),
        ("2026-01-20", 2, 4, 1, 0),
        ("2026-01-21", 2, 3, 0, 1),
    ]
    hours = [(p["done_hours"], p["total_hours"], p["added_hours"], p["removed_hours"]) for p in found["points"]]
    assert hours == [(8, 40, 0, 0), (24, 40, 0, 0), (24, 48, 8, 0), (24, 40, 0, 8)]
    assert "-0.0" not in str(hours)
    assert found["is_complete"] is True
    assert all(point["committed"] for point in found["points"])


def test_a_day_counts_as_it_ended(made):
    """Of several commits on a day the last one counts."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: GROWN})
    made.commit("2026-01-14", {PATH: TICKED})
    found = history(made)
    assert days(found) == ["2026-01-12", "2026-01-14"]
    assert found["points"][1]["added"] == 0


def test_boxes(made):
    """By line, the day on which each box came to stand as it does."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: TICKED})
    made.commit("2026-01-20", {PATH: GROWN.replace("- [x] Reviewed", "- [ ] Reviewed")})
    lines = GROWN.splitlines()
    boxes = {lines[box["line"] - 1].strip("- "): box["day"] for box in history(made)["boxes"]}
    assert boxes == {
        "[x] **Task 1.1:** Tables": "2026-01-12",
        "[x] **Task 1.2:** Backfill": "2026-01-14",
        "[ ] **Task 1.3:** Audit": "2026-01-20",
        "[ ] Old rows are readable": "2026-01-12",
        "[ ] **Task 2.1:** Switch over": "2026-01-12",
        "[x] Reviewed": "2026-01-20",
        "[ ] Tested": "2026-01-12",
    }


def test_the_last_real_change(made):
    """The same words in another form are no change, other words are one; a stale plan is stale by that."""
    made.commit("2025-11-03", {PATH: PLAN})
    made.commit("2026-02-01", {PATH: PLAN.replace("**Tasks:**\n", "**Tasks:**\n\n").replace("\n## ", "\n\n## ")})
    plan = build(made).plans["plans/ledger.md"]
    assert plan["history"]["changed"] == "2025-11-03"
    assert days(plan["history"]) == ["2025-11-03"]
    assert plan["stale"] is True
    made.commit("2026-02-02", {PATH: PLAN + "\nOne more word.\n"})
    plan = build(made).plans["plans/ledger.md"]
    assert plan["history"]["changed"] == "2026-02-02"
    assert days(plan["history"]) == ["2025-11-03"]
    assert plan["stale"] is False
    assert build(made, history=False).plans["plans/ledger.md"]["stale"] is False  # by its own word, of January


def test_a_week(made):
    """What changed in seven days, to the day."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-30", {PATH: TICKED})
    assert history(made)["week"]["states"] == []
    made.commit("2026-01-31", {PATH: GROWN})
    week = history(made)["week"]
    assert week["is_new"] is False
    assert week["added"] == [{"id": "1.3", "title": "Audit"}]
    made.commit("2026-02-04", {"docs/plans/new.md": PLAN})
    assert history(made, "plans/new.md")["week"]["is_new"] is True


def test_what_is_not_committed(made):
    """It counts as today's."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.write({PATH: TICKED, "docs/plans/new.md": PLAN})
    site = build(made)
    found = site.plans["plans/ledger.md"]["history"]
    assert [(p["day"], p["committed"]) for p in found["points"]] == [("2026-01-12", True), ("2026-02-06", False)]
    assert found["changed"] == "2026-02-06"
    assert found["week"]["states"] == [{"id": "1.2", "title": "Backfill", "before": "open", "after": "done"}]
    assert site.plans["plans/new.md"]["history"] is None
    assert site.notes == ["not known of 1 plan: in no commit"]


# Baselines


def test_the_baseline_is_the_day_it_came_to_be_in_progress(made):
    """The first of them, where nobody names another."""
    draft = PLAN.replace("In Progress", "Draft")
    made.commit("2026-01-05", {PATH: draft})
    begun = made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: GROWN})
    baseline = history(made)["baseline"]
    assert (baseline["kind"], baseline["name"], baseline["commit"], baseline["day"]) == (
        "status",
        None,
        begun,
        "2026-01-12",
    )
    assert baseline["changes"]["added"] == [{"id": "1.3", "title": "Audit"}]
    assert baseline["changes"]["days"] == [{"name": "planned finish", "before": "2026-01-16", "after": "2026-01-19"}]
    made.commit("2026-01-20", {"docs/plans/idea.md": draft.replace("[x]", "[ ]")})
    assert history(made, "plans/idea.md")["baseline"] is None


def test_a_baseline_by_date_or_tag(made):
    """Of the options, and of a plan's own front matter, which wins."""
    first = made.commit("2026-01-12", {PATH: PLAN})
    made.git("tag", "-a", "-m", "x", "v1.0")
    second = made.commit("2026-01-14", {PATH: TICKED})
    made.commit("2026-01-20", {PATH: GROWN})
    for named, kind, commit in [("v1.0", "tag", first), (dt.date(2026, 1, 19), "date", second)]:
        baseline = history(made, baseline=named)["baseline"]
        assert (baseline["kind"], baseline["name"], baseline["commit"]) == (kind, str(named), commit)
    made.write({PATH: f"---\nbaseline: 2026-01-15\n---\n{GROWN}"})
    assert history(made, baseline="v1.0")["baseline"]["commit"] == second
    # One from before the plan was there is none.
    baseline = history(made, baseline="2025-01-01")["baseline"]
    assert baseline["commit"] == second


def test_a_tag_beside_the_history(made):
    """A tag of another branch stands for what both have in common."""
    common = made.commit("2026-01-12", {PATH: PLAN})
    made.git("checkout", "-q", "-b", "release")
    made.commit("2026-01-13", {PATH: GROWN})
    made.git("tag", "v1")
    made.git("checkout", "-q", "main")
    made.commit("2026-01-14", {PATH: TICKED})
    assert history(made, baseline="v1")["baseline"]["commit"] == common


def test_a_tag_that_is_not_there(made):
    """It is said: as a finding of the plan that names it, else in the log."""
    made.commit("2026-01-12", {PATH: f"---\ntags: [x]\nbaseline: v9\n---\n{PLAN}"})
    plan = build(made).plans["plans/ledger.md"]
    (finding,) = (finding for finding in plan["findings"] if finding["code"] == "PLAN303")
    assert (finding["line"], finding["level"]) == (3, "info")
    assert plan["history"]["baseline"]["kind"] == "status"  # with nothing changed since
    made.commit("2026-01-12", {PATH: PLAN})
    assert build(made, baseline="v9").notes == ["there is no tag 'v9' for the baseline"]


# Ways of repositories


def test_renames(made):
    """A file that moves is the same, also with changes, and into another folder; one that comes in its place is not."""
    made.commit("2026-01-12", {"notes/idea.md": PLAN})
    made.commit("2026-01-13", {"notes/idea.md": None, 'docs/plans/a plan\'s "name".md': TICKED})
    made.commit("2026-01-14", {'docs/plans/a plan\'s "name".md': None, PATH: TICKED})
    made.commit("2026-01-15", {'docs/plans/a plan\'s "name".md': PLAN.replace("Task", "Step")})
    site = build(made)
    assert days(site.plans["plans/ledger.md"]["history"]) == ["2026-01-12", "2026-01-13"]
    assert days(site.plans['plans/a plan\'s "name".md']["history"]) == ["2026-01-15"]


def test_merges(made):
    """What a branch did counts on the day on which it was merged."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.git("checkout", "-q", "-b", "work")
    made.commit("2026-01-13", {PATH: TICKED})
    made.commit("2026-01-14", {PATH: GROWN})
    made.git("checkout", "-q", "main")
    made.commit("2026-01-15", {"docs/index.md": "# Home\n"})
    made.git("merge", "-q", "--no-ff", "-m", "x", "work", day="2026-01-20")
    found = history(made)
    assert days(found) == ["2026-01-12", "2026-01-20"]
    assert (found["points"][1]["done"], found["points"][1]["added"]) == (2, 1)


def test_a_file_that_was_gone(made):
    """One that is deleted and comes back goes on."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-13", {PATH: None, "docs/index.md": "# Home\n"})
    made.commit("2026-01-14", {PATH: TICKED})
    assert days(history(made)) == ["2026-01-12", "2026-01-14"]


def test_what_was_no_plan_yet(made):
    """A page has points from the day on which it was a plan."""
    made.commit("2026-01-05", {PATH: "# Ledger\n\nA thought.\n"})
    made.commit("2026-01-12", {PATH: PLAN})
    assert days(history(made)) == ["2026-01-12"]


def test_a_clock_that_was_ahead(made):
    """No commit was made after the next one, and none after today."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2027-05-05", {PATH: TICKED})
    made.commit("2026-01-14", {PATH: GROWN})
    made.commit("2026-09-09", {PATH: TICKED})
    assert days(history(made)) == ["2026-01-12", "2026-01-14", "2026-02-06"]


def test_strange_names(made):
    """Names that begin with a dash, are no UTF-8, or have line ends and tabs in them."""
    folder = os.fsencode(made.folder / "docs/plans")
    (made.folder / "docs/plans").mkdir(parents=True)
    names = [b"-x.md", b"line\nend.md", b"tab\t\xc3\xa9.md", b":(top)y.md"]
    for name in names:
        pathlib.Path(os.fsdecode(folder + b"/" + name)).write_text(PLAN, "utf-8")
    made.commit("2026-01-12", {})
    for name in names:
        pathlib.Path(os.fsdecode(folder + b"/" + name)).write_text(TICKED, "utf-8")
    made.commit("2026-01-13", {})
    found = found_in(made, [os.fsdecode(b"docs/plans/" + name) for name in names])
    assert all([str(point.day) for point in past.points] == ["2026-01-12", "2026-01-13"] for past in found.values())
    assert len(found) == len(names)


def test_settings_of_users_take_no_part(made, monkeypatch, tmp_path):
    """Neither what git is set up to show, nor what a hook tells the processes that it starts."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: TICKED})
    for name, value in {
        "diff.renames": "false",
        "diff.external": "false",
        "diff.relative": "true",
        "log.showSignature": "true",
        "log.showRoot": "false",
        "core.pager": "false",
        "log.diffMerges": "off",
        "diff.orderFile": "/nowhere",
        "core.quotePath": "true",
        "log.date": "raw",
        "color.ui": "always",
        "format.pretty": "oneline",
    }.items():
        made.git("config", name, value)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "nowhere"))
    assert days(history(made)) == ["2026-01-12", "2026-01-14"]


# What is not known


def test_a_shallow_clone(made, tmp_path):
    """What is there is used; what was before is not known, and that is said."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: TICKED})
    made.commit("2026-02-03", {PATH: GROWN})
    made.git("clone", "-q", "--depth", "2", f"file://{made.folder}", str(tmp_path / "clone"))
    clone = Made(tmp_path / "clone")
    site = build(clone)
    found = site.plans["plans/ledger.md"]["history"]
    assert days(found) == ["2026-01-14", "2026-02-03"]
    assert (found["is_complete"], found["baseline"], found["changed"]) == (False, None, "2026-02-03")
    assert [box["day"] for box in found["boxes"]] == ["2026-02-03"]  # only that of the new task
    assert found["week"]["added"] == [{"id": "1.3", "title": "Audit"}]
    assert site.notes == ["a shallow clone; what was before its first commit is not known"]
    clone.git("fetch", "-q", "--unshallow")
    found = history(clone)
    assert (days(found)[0], found["is_complete"]) == ("2026-01-12", True)


def test_a_shallow_clone_of_one_commit(made, tmp_path):
    """As most CI systems make it: nobody knows when anything changed, and the plan's own word counts."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-02-03", {PATH: TICKED})
    made.git("clone", "-q", "--depth", "1", f"file://{made.folder}", str(tmp_path / "clone"))
    plan = build(Made(tmp_path / "clone")).plans["plans/ledger.md"]
    found = plan["history"]
    assert (days(found), found["changed"], found["week"], found["boxes"]) == (["2026-02-03"], None, None, [])


def test_a_partial_clone(made, tmp_path):
    """Its texts would have to be asked for, one by one, over the network."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.git("config", "uploadpack.allowFilter", "true")
    made.git("clone", "-q", "--filter=blob:none", f"file://{made.folder}", str(tmp_path / "clone"))
    site = build(Made(tmp_path / "clone"))
    assert site.plans["plans/ledger.md"]["history"] is None
    assert site.notes == ["not known of 1 plan: a partial clone, whose texts are not here"]


def test_no_git(made, monkeypatch):
    """Where it is not installed, the site is built, and one line says so."""
    made.commit("2026-01-12", {PATH: PLAN})
    monkeypatch.setenv("PATH", "")
    site = build(made)
    assert site.plans["plans/ledger.md"]["history"] is None
    assert site.notes == ["not known of 1 plan: git cannot be run; it has to be installed, and on the PATH"]


def test_no_repository(tmp_path):
    """Nor is anything written."""
    config = written(tmp_path, FILES, OPTIONS)
    site = Found(config)
    assert site.plans["plans/ledger.md"]["history"] is None
    assert site.notes == ["not known of 1 plan: not in a git repository"]
    assert not (tmp_path / ".cache").exists()


def test_no_commit_yet(made):
    """A repository that has only been made."""
    made.write({PATH: PLAN})
    assert build(made).notes == ["not known of 1 plan: the repository has no commit yet"]


def test_a_folder_of_somebody_else(made, monkeypatch):
    """Git does not look into it; what it says is in the log."""
    made.commit("2026-01-12", {PATH: PLAN})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    site = build(made)
    assert site.plans["plans/ledger.md"]["history"] is None
    (note,) = site.notes
    assert "dubious ownership" in note


def test_an_ignored_file(made):
    """Git does not know it."""
    made.commit("2026-01-12", {".gitignore": "docs/plans/own.md\n", PATH: PLAN, "docs/plans/own.md": PLAN})
    site = build(made)
    assert site.plans["plans/own.md"]["history"] is None
    assert site.plans["plans/ledger.md"]["history"] is not None


def test_lost_and_broken_texts(made):
    """The others are read."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-13", {PATH: TICKED})
    made.commit("2026-01-14", {PATH: GROWN})
    blobs = [made.git("rev-parse", f"HEAD~{back}:{PATH}") for back in (1, 2)]
    objects = [made.folder / ".git" / "objects" / blob[:2] / blob[2:] for blob in blobs]
    objects[0].unlink()
    objects[1].chmod(0o644)
    objects[1].write_bytes(b"nothing")
    assert days(history(made)) == ["2026-01-14"]


def test_a_text_that_is_too_large(made):
    """Would be read for minutes: it counts as one that is lost."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-13", {PATH: TICKED + "\n- [ ] **Task 9.1:** x" * 40_000})
    made.commit("2026-01-14", {PATH: GROWN})
    assert days(history(made)) == ["2026-01-12", "2026-01-14"]


def test_a_list_of_ends_that_is_none(made):
    """Whatever bytes are in the file of a shallow clone: the build goes on."""
    made.commit("2026-01-12", {PATH: PLAN})
    (made.folder / ".git" / "shallow").write_bytes(b"junk\n\xff")
    assert len(build(made).notes) <= 1


def test_a_broken_repository(made):
    """One without its objects is said to be so, whatever git says of it."""
    made.commit("2026-01-12", {PATH: PLAN})
    shutil.rmtree(made.folder / ".git" / "objects")
    (note,) = build(made).notes
    assert note.startswith("not known of 1 plan: ")


def test_a_worktree(made, tmp_path):
    """As any other checkout, and at any commit."""
    first = made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: TICKED})
    made.git("worktree", "add", "-q", "--detach", str(tmp_path / "other"), first)
    other = Made.__new__(Made)
    other.folder = tmp_path / "other"
    assert days(history(other)) == ["2026-01-12"]


def test_a_submodule(made, tmp_path):
    """Each plan has the history of the repository that it lies in."""
    inner = Made(tmp_path / "inner")
    inner.commit("2026-01-12", {"ledger.md": PLAN})
    inner.commit("2026-01-14", {"ledger.md": TICKED})
    made.commit("2026-01-20", {"docs/own.md": PLAN})
    made.git("submodule", "add", "-q", str(inner.folder), "docs/plans")
    made.commit("2026-01-21", {})
    site = build(made)
    assert days(site.plans["plans/ledger.md"]["history"]) == ["2026-01-12", "2026-01-14"]
    assert days(site.plans["own.md"]["history"]) == ["2026-01-20"]
    assert site.notes == []


def test_links_to_files(made, tmp_path):
    """A docs folder of links has the history of what they lead to."""
    made.commit("2026-01-12", {"work/ledger.md": PLAN})
    made.commit("2026-01-14", {"work/ledger.md": TICKED})
    (made.folder / "docs").mkdir()
    (made.folder / "docs/plans").symlink_to("../work")
    (made.folder / "docs/other.md").symlink_to("../work/ledger.md")
    site = built(written(made.folder, {}, OPTIONS), made.folder / "site")
    for path in ("plans/ledger.md", "other.md"):
        assert days(site.plans[path]["history"]) == ["2026-01-12", "2026-01-14"]


def test_docs_elsewhere(made, tmp_path):
    """The docs folder may lie in another repository than the configuration."""
    made.commit("2026-01-12", {"plans/ledger.md": PLAN})
    (tmp_path / "site").mkdir()
    config = written(tmp_path / "site", {}, OPTIONS, docs_dir=str(made.folder))
    site = Found(config)
    assert days(site.plans["plans/ledger.md"]["history"]) == ["2026-01-12"]


def test_bytes_that_git_changes(made):
    """A file with other line ends than its text in the repository, and a mark of its encoding, is no change."""
    made.git("config", "core.autocrlf", "true")
    made.write({PATH: ("\ufeff" + PLAN).replace("\n", "\r\n")})
    made.commit("2026-01-12", {})
    assert made.git("cat-file", "-s", f"HEAD:{PATH}") == str(len(PLAN.encode()) + 3)
    found = history(made)
    assert (days(found), found["points"][0]["committed"], found["changed"]) == (["2026-01-12"], True, "2026-01-12")


def test_what_is_off_costs_nothing(tmp_path):
    """Without the option nothing of this is loaded."""
    _, modules = modules_of_build(tmp_path, FILES, {})
    assert not [name for name in modules if name.startswith("mkdocs_planplugin.history")]


# What is kept


def kept(made: Made) -> list[pathlib.Path]:
    return sorted((made.folder / ".cache/planplugin").glob("*.bin"))


def test_what_is_kept(made, monkeypatch):
    """A file beside the configuration, which no version control sees; with it nothing is read again."""
    made.commit("2026-01-12", {PATH: PLAN})
    made.commit("2026-01-14", {PATH: GROWN})
    found = history(made)
    (file,) = kept(made)
    assert "?? .cache" not in made.git("status", "--porcelain")
    content = file.read_bytes()
    monkeypatch.setattr(
        history_readings.TextReader, "all_readings", lambda _, pages: pytest.fail("read again") if pages else {}
    )
    monkeypatch.setattr("mkdocs_planplugin.history.git.Repository.log", lambda *_: pytest.fail("walked again"))
    assert history(made) == found
    assert file.read_bytes() == content


@pytest.mark.parametrize("broken", [b"", b"nothing", b"\x00" * 400])
def test_a_broken_file_is_made_anew(made, broken):
    """Whatever is in it."""
    made.commit("2026-01-12", {PATH: PLAN})
    found = history(made)
    (file,) = kept(made)
    content = file.read_bytes()
    file.write_bytes(broken or content[:-9])
    assert history(made) == found
    assert file.read_bytes() == content


def test_another_version_or_calendar_is_read_anew(made, monkeypatch):
    """What was kept counts only for the same plugin and the same working time; four files are kept at most."""
    made.commit("2026-01-12", {PATH: PLAN})
    history(made)
    assert history(made, hours_per_day=4)["points"][0]["total_hours"] == 20
    for number in range(5):
        monkeypatch.setattr("mkdocs_planplugin.history.site_history.package_version", lambda n=number: f"9.{n}")
        history(made)
    assert len(kept(made)) == 4


def test_nothing_is_written_elsewhere(made, tmp_path):
    """Where the folder is a link that leads out of the project, nothing is kept."""
    made.commit("2026-01-12", {PATH: PLAN})
    (tmp_path / "elsewhere").mkdir()
    (made.folder / ".cache").symlink_to(tmp_path / "elsewhere")
    assert days(history(made)) == ["2026-01-12"]
    assert not list((tmp_path / "elsewhere").iterdir())
    (made.folder / ".cache").unlink()
    (made.folder / ".cache").write_text("a file", "utf-8")
    assert days(history(made)) == ["2026-01-12"]


def test_what_is_no_longer_asked_for_is_dropped(made):
    """A plan that is gone leaves nothing behind."""
    made.commit("2026-01-12", {PATH: PLAN, "docs/plans/other.md": PLAN.replace("Ledger", "Book")})
    history(made)
    (file,) = kept(made)
    size = file.stat().st_size
    made.commit("2026-01-13", {"docs/plans/other.md": None})
    history(made)
    assert file.stat().st_size < size


def test_the_repository_moves_on(made):
    """By commits, a commit that is replaced, another branch, a merge: what was kept never tells an old story."""
    made.commit("2026-01-12", {PATH: PLAN})
    history(made)
    made.commit("2026-01-13", {PATH: TICKED, "docs/plans/second.md": PLAN})
    assert days(history(made)) == ["2026-01-12", "2026-01-13"]
    made.git("commit", "-q", "--amend", "-m", "y", day="2026-01-15")
    assert days(history(made)) == ["2026-01-12", "2026-01-15"]
    made.commit("2026-01-16", {PATH: None, "docs/plans/moved.md": GROWN})
    assert days(history(made, "plans/moved.md")) == ["2026-01-12", "2026-01-15", "2026-01-16"]
    made.git("checkout", "-q", "-b", "other", "HEAD~2")
    assert days(history(made)) == ["2026-01-12"]
    made.commit("2026-01-17", {PATH: GROWN})
    assert days(history(made)) == ["2026-01-12", "2026-01-17"]
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "-s", "ours", "-m", "x", "other", day="2026-01-18")
    assert days(history(made, "plans/moved.md")) == ["2026-01-12", "2026-01-15", "2026-01-16"]


# Against a slow count


def found_in(made: Made, paths: list[str], today: dt.date = dt.date(2026, 2, 6), reader: HistoryReader | None = None):
    """The histories of plans in a repository, by their paths in it."""
    settings = HistorySettings(
        Calendar(), ALL_SYNTAX, today, lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    )
    plans = {}
    for path in paths:
        text = (made.folder / path).read_text("utf-8")
        reading = read(text, Calendar(), path=path)
        if reading.plan:
            plans[path] = SourcePlan(
                made.folder / path, text, reading.plan, reading.outline, schedule(reading.plan, Calendar(), today)
            )
    past = (reader or HistoryReader()).read(plans, settings)
    histories = {path: history for path in plans if (history := past.history_of(path))}
    past.keep()
    return histories


def test_a_rebuild_does_not_walk_again(made, monkeypatch):
    """Under `mkdocs serve`: as long as no commit is made, the log is not looked at, and of what changed one text is
    read."""
    made.commit("2026-01-12", {PATH: PLAN})
    reader = HistoryReader()
    before = found_in(made, [PATH], reader=reader)
    monkeypatch.setattr("mkdocs_planplugin.history.git.Repository.log", lambda *_: pytest.fail("walked again"))
    monkeypatch.setattr(
        "mkdocs_planplugin.history.git.Repository.texts", lambda _, blobs: dict(map(pytest.fail, blobs))
    )
    made.write({PATH: TICKED})
    after = found_in(made, [PATH], reader=reader)
    assert after[PATH].points[:-1] == before[PATH].points
    assert after[PATH].is_uncommitted


def test_several_processes(made, monkeypatch):
    """They read what one would; where one of them is ended, its share is read here."""
    for day in range(12, 20):
        texts = {f"docs/plans/{name}.md": PLAN.replace("Backfill", f"Backfill {name}{day}") for name in "abcd"}
        made.commit(f"2026-01-{day}", texts)
    paths = [f"docs/plans/{name}.md" for name in "abcd"]
    found = found_in(made, paths)
    monkeypatch.setattr(processes, "processors", lambda: 3)
    monkeypatch.setattr(processes, "BYTES_FOR_A_PROCESS", 1000)
    assert found_in(made, paths) == found
    monkeypatch.setattr(processes._Process, "_do", lambda *_: os._exit(1))
    assert found_in(made, paths) == found

    def no_process() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", no_process)
    assert found_in(made, paths) == found


def test_against_a_slow_count():
    """All figures of a repository made by a script: each revision is shown by git, read as a whole, and counted."""
    script = pathlib.Path(__file__).parents[1] / "benchmarks" / "history.py"
    done = subprocess.run(
        [sys.executable, str(script), "--plans", "5", "--revisions", "60"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 plans differ" in done.stdout


def test_what_a_rebuild_finds_is_never_old(made):
    """Under `mkdocs serve`, whatever changes: a commit that is replaced, the baseline, the file."""
    reader = HistoryReader()
    made.commit("2026-01-12", {PATH: PLAN})
    first = found_in(made, [PATH], reader=reader)[PATH].baseline.commit
    made.git("commit", "-q", "--amend", "-m", "other", day="2026-01-12")
    second = found_in(made, [PATH], reader=reader)[PATH].baseline.commit
    assert (first != second, second) == (True, made.git("rev-parse", "HEAD"))
    made.write({PATH: f"---\nbaseline: 2026-01-31\n---\n{TICKED}"})
    found = found_in(made, [PATH], reader=reader)[PATH]
    assert (found.baseline.name, found.is_uncommitted) == ("2026-01-31", True)
    made.write({PATH: PLAN})
    assert not found_in(made, [PATH], reader=reader)[PATH].is_uncommitted

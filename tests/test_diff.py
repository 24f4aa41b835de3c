"""What changed in plans between two commits: `planplugin diff` in real repositories."""

import os
import pathlib
import subprocess

import pytest
from sites import PLAN
from test_cli import CONFIG, run, write

GIT = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.c"}
NOTES = "# Notes\n\nNothing to do.\n"


def git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments], env=os.environ | GIT, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def commit(files: dict[str, str | None]) -> None:
    write(pathlib.Path(), {name: text for name, text in files.items() if text is not None})
    for name, text in files.items():
        if text is None:
            pathlib.Path(name).unlink()
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a site of one plan."""
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    commit({"mkdocs.yml": CONFIG, "docs/plans/ledger.md": PLAN, "docs/notes.md": NOTES})
    return tmp_path


def changed(*edits: tuple[str, str]) -> str:
    """The plan with edits, and what the command says of them in the working tree."""
    text = PLAN
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    write(pathlib.Path(), {"docs/plans/ledger.md": text})
    result = run("diff", "HEAD")
    assert result.exit_code == 0, result.output
    return result.output


def test_days_of_the_plan_that_move(repository):
    """Each kind is said by its name."""
    edit = "**Status:** In Progress"
    text = changed((edit, f"**Start:** 2026-03-02  \n**Due:** 2026-04-30  \n{edit}"))
    (line,) = (line for line in text.splitlines() if line.startswith("- **Dates moved:**"))
    assert "start none → 2026-03-02" in line
    assert "due none → 2026-04-30" in line
    assert "planned finish" in line


def test_a_shallow_clone_says_how_to_get_the_rest(repository, tmp_path, monkeypatch):
    """As CI systems make them; a commit that nobody has is only unknown elsewhere."""
    write(repository, {"docs/notes.md": "# Notes\n"})
    git("commit", "--quiet", "--all", "--message", "y")
    assert run("diff", "HEAD~9").stderr == "Error: git knows no commit 'HEAD~9'\n"
    git("clone", "--quiet", "--depth=1", tmp_path.as_uri(), "clone")
    monkeypatch.chdir("clone")
    message = run("diff", "HEAD~1").stderr
    assert message.startswith("Error: git knows no commit 'HEAD~1'; this clone is shallow: `git fetch --unshallow`")
    assert "fetch-depth: 0" in message


def test_nothing_changed(repository):
    """Words alone are no change; other pages are no plans."""
    assert run("diff", "HEAD").output == "No plan changes since HEAD.\n"
    write(repository, {"docs/notes.md": NOTES + "\n- [ ] Milk\n"})
    assert changed(("# Implementation Plan", "\n# Implementation Plan")) == "No plan changes since HEAD.\n"


def test_tasks(repository):
    """Done, begun, added and removed ones, and how many are done in all."""
    text = changed(("- [ ] **Task 1.2:**", "- [x] **Task 1.2:**"))
    assert "### Payment ledger" in text
    assert "`docs/plans/ledger.md`: 2 of 3 tasks done, 1 of 3 before." in text
    assert "- **Done:** 1.2 Backfill" in text
    text = changed(("- [ ] **Task 1.2:** Backfill", "- [/] **Task 1.9:** Cut over"))
    assert "- **Added:** 1.9 Cut over" in text
    assert "- **Removed:** 1.2 Backfill" in text


def test_status_days_and_risks(repository):
    """A status, a day that moved, and a risk that rose."""
    text = changed(("In Progress", "Blocked"), ("**Created:** 2026-01-12", "**Created:** 2026-01-19"))
    assert "- **Status:** In progress → Blocked" in text
    assert "- **Dates moved:** planned finish 2026-" in text
    text = changed(("**Probability:** High", "**Probability:** Critical"))
    assert "- **Risks raised:** Double posting (score 9 → 12)" in text
    text = changed(("**Probability:** High", "**Probability:** Low"))
    assert "- **Risks lowered:** Double posting (score 9 → 3)" in text


def test_new_gone_and_renamed_plans(repository):
    """A page that moves is the same plan."""
    commit({"docs/plans/ledger.md": None, "docs/old/book.md": PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2")})
    text = run("diff", "HEAD~1", "HEAD").output
    assert "`docs/old/book.md`: 2 of 3 tasks done, 1 of 3 before." in text
    commit({"docs/old/book.md": None, "docs/plans/new.md": PLAN.replace("Ledger", "Journal") * 3})
    text = run("diff", "HEAD~1", "HEAD").output
    assert "`docs/old/book.md`: no longer a plan, or deleted." in text
    assert "`docs/plans/new.md`: new. " in text
    write(repository, {"docs/plans/later.md": PLAN})
    assert "`docs/plans/later.md`: new. 1 of 3 tasks done." in run("diff", "HEAD").output


def test_since_the_branch_left(repository):
    """What was changed on main meanwhile is none of the branch's business."""
    git("checkout", "--quiet", "-b", "work")
    commit({"docs/plans/ledger.md": PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2")})
    git("checkout", "--quiet", "main")
    commit({"docs/plans/other.md": PLAN})
    text = run("diff", "main", "work").output
    assert "- **Done:** 1.2" in text
    assert "other.md" not in text


def test_what_authors_write_does_nothing(repository):
    """Where the text is posted, nobody is called, nothing is linked, and no HTML is live."""
    text = changed(("- [ ] **Task 1.2:** Backfill", "- [x] **Task 1.2:** @ana `x` <img src=x> [a](b) #12 |"))
    (line,) = (line for line in text.splitlines() if "Done" in line)
    assert "<img" not in line
    assert "@<!-- -->ana" in line
    assert "#<!-- -->12" in line


@pytest.mark.parametrize("name", ["nowhere", "--output=x", ""])
def test_a_commit_that_is_not_there(repository, name):
    """It is said, and no option of git is reached."""
    result = run("diff", "--", name)
    assert result.exit_code == 1
    assert result.stderr == f"Error: git knows no commit {name!r}\n"
    assert not pathlib.Path("x").exists()


def test_no_repository(tmp_path, monkeypatch):
    """It is said in a line."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = run("diff", "main")
    assert (result.exit_code, "not a git repository" in result.stderr) == (1, True)
    monkeypatch.setenv("PATH", "")
    assert "git cannot be run" in run("diff", "main").stderr

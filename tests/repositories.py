# Small real repositories for tests, with fixed days: the same commits on every machine, whatever git is set up to do.
"""Repositories made by git itself."""

import datetime as dt
import os
import pathlib
import re
import shutil
import subprocess

UTC = dt.UTC


class Made:
    """A repository in a folder. Each commit is made at noon of the day that it is given."""

    def __init__(self, folder: pathlib.Path, *options: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", *options)

    def git(self, *arguments: str, day: str = "2026-01-01", **environment: str) -> str:
        time = f"{day}T12:00:00+0000"
        isolated = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@b.c",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@b.c",
            "GIT_AUTHOR_DATE": time,
            "GIT_COMMITTER_DATE": time,
        }
        settings = ("-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always")
        done = subprocess.run(
            ["git", *settings, *arguments],
            cwd=self.folder,
            env=os.environ | isolated | environment,
            capture_output=True,
            check=False,
        )
        assert not done.returncode, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, files: dict[str, str | bytes | None]) -> None:
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)

    def commit(self, day: str, files: dict[str, str | bytes | None]) -> str:
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x", day=day)
        return self.git("rev-parse", "HEAD")


# Of a plan of the example: the day of each version, how many of its boxes are ticked, and which of its tasks are not
# there. The last one is what the example shows.
_VERSIONS = (
    ("2025-12-08", 0, ("4.4", "4.5")),
    ("2026-01-12", 2, ("4.4", "4.5")),
    ("2026-01-19", 3, ("4.5",)),
    ("2026-01-26", 4, ("4.4",)),
    ("2026-02-03", 99, ()),
)
_TASK = r"(?m)^- \[.\] \*\*Task {}:.*\n(?:  .*\n)*"


def example_with_past(example: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    """The example site in a repository of its own, in which one of its plans has a past; returns its configuration."""
    shutil.copytree(example / "docs", folder / "docs")
    config = (example / "mkdocs.yml").read_text("utf-8")
    made = Made(folder)
    made.write({"mkdocs.yml": config.replace("      as_of:", "      history: true\n      as_of:")})
    plan = "docs/plans/pickup-lockers.md"
    now = (folder / plan).read_text("utf-8")
    for day, done, missing in _VERSIONS:
        text = now
        for task in missing:
            text = re.sub(_TASK.format(re.escape(task)), "", text)
        made.commit(day, {plan: _with_ticks(text, done)})
    return folder / "mkdocs.yml"


def _with_ticks(text: str, number: int) -> str:
    """A text of whose boxes only so many are ticked."""
    kept = iter(range(number))
    return re.sub(r"\[x\]", lambda tick: tick[0] if next(kept, None) is not None else "[ ]", text)

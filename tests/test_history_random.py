"""Whatever is done in a repository, the figures are those of a count that knows nothing but the texts: lines of one form,
counted by a pattern, day by day."""

import datetime as dt
import os
import pathlib
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from types import SimpleNamespace

from effort import examples
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from test_history import found_in

from mkdocs_planplugin.history import HistoryReader, PlanHistory

FIRST = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
TODAY = dt.date(2027, 1, 1)
TASK = re.compile(r"^- \[(.)\] \*\*Task (\d+\.\d+):\*\* .*\n  - \*\*Estimate:\*\* (\d+) h$", re.MULTILINE)
KINDS, LINE_ENDS = 12, 9
ISOLATED = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "TZ": "UTC"}


def new_text(number: int) -> str:
    """A plan of two phases with two tasks each, one of them done."""
    phases = (
        f"## Phase {phase}: Part {number} of {phase}\n\n"
        + "".join(
            f"- [{'x' if (phase, n) == (1, 1) else ' '}] **Task {phase}.{n}:** Piece {n} of {number}\n"
            f"  - **Estimate:** {number + n} h\n"
            for n in (1, 2)
        )
        for phase in (1, 2)
    )
    return f"# Implementation Plan: Thing {number}\n\n**Status:** In Progress  \n**Owner:** Ana\n\n" + "\n".join(phases)


def edited(text: str, kind: int, draw: int) -> str:
    """A text with a small change; its line ends stay, unless they are the change."""
    is_of_windows = ("\r\n" in text) != (kind == LINE_ENDS)
    text = changed_lines(lines_of(text), kind, draw) if kind != LINE_ENDS else lines_of(text)
    return text.replace("\n", "\r\n") if is_of_windows else text


def lines_of(text: str) -> str:
    """A text with line ends of one kind."""
    return text.replace("\r\n", "\n")


def changed_lines(text: str, kind: int, draw: int) -> str:
    tasks = list(TASK.finditer(text))
    task = tasks[draw % len(tasks)]
    above, below = text[: task.start()], text[task.end() :]
    due = f"**Due:** 2027-02-{draw % 28 + 1:02}  \n"
    unused = max(int(task[2].partition(".")[2]) for task in tasks) + draw + 1  # tasks are counted by their numbers
    place = "## Phase 2" if draw % 2 else r"\Z"
    ticked = f"{text[: task.start(1)]}{'x' if task[1] == ' ' else ' '}{text[task.end(1) :]}"
    changes = {
        2: f"{text[: task.start(3)]}{draw % 30 + 1}{text[task.end(3) :]}",
        3: f"{above}- [ ] **Task 7.{unused}:** More\n  - **Estimate:** 3 h\n{text[task.start() :]}",
        4: above + below[1:] if len(tasks) > 2 else text,
        5: text.replace("\n\n## ", "\n\n\n## ", draw % 3),
        6: re.sub(r"(?:\*\*Due:.*\n)?(?=\*\*Status)", due, text, count=1),
        7: re.sub(r"(?<=Status:\*\* ).*", f"{['Draft', 'Blocked', 'In Progress'][draw % 3]}  ", text, count=1),
        8: f"{text}\nNote {draw}.\n",
        10: re.sub(rf"\n+(?={place})", lambda end: f"\n{task[0]}{end[0]}", above + below[1:], count=1),
        11: text.replace("**Owner:**", "**Owner**:") if draw % 2 else text.replace("**Owner**:", "**Owner:**"),
    }
    return changes.get(kind, ticked)


@dataclass
class Story:
    """A repository told commit by commit, and beside it what each file was: `pasts` has, by the path of now, the times
    and texts, None where it was gone."""

    files: dict[str, str] = field(default_factory=dict)
    pasts: dict[str, list[tuple[dt.datetime, str | None]]] = field(default_factory=dict)
    stream: bytearray = field(default_factory=bytearray)
    now: dt.datetime = FIRST
    commits: int = 0
    tip: int = 0  # the last one of the main branch
    names: int = 0

    def act(self, kind: int, draw: int, hours: int) -> None:
        """Do one thing with one file."""
        self.now += dt.timedelta(hours=hours)
        self.names += 1
        path = sorted(self.files)[draw % len(self.files)] if self.files else ""
        if not path or kind == 20:
            self.add(f"docs/plans/p{self.names}.md", new_text(self.names))
        elif kind == 21:
            self.rename(path, f"docs/plans/sub/p{self.names}.md", self.files[path])
        elif kind == 22:
            self.rename(path, f"docs/p{self.names}.md", edited(self.files[path], draw % KINDS, draw))
        elif kind == 23 and len(self.files) > 1:
            self.remove(path)
        elif kind == 24:
            self.revert(path, draw)
        elif kind == 25:
            self.merge(path, draw)
        else:
            self.add(path, edited(self.files[path], kind % KINDS, draw))

    def add(self, path: str, text: str) -> None:
        """Write a file; one that was gone goes on."""
        if self.files.get(path) != text:
            self.pasts.setdefault(path, []).append((self.now, text))
        self.files[path] = text
        self.commit({path: text})

    def remove(self, path: str) -> None:
        """Delete a file; the path is taken again by the next one that is added there."""
        del self.files[path]
        self.pasts[path].append((self.now, None))
        self.commit({path: None})

    def rename(self, path: str, to: str, text: str) -> None:
        """Move a file, maybe with a change; with another text in its old place it would be another one."""
        del self.files[path]
        self.files[to] = text
        self.pasts[to] = [*self.pasts.pop(path), (self.now, text)]
        self.commit({path: None, to: text})

    def revert(self, path: str, draw: int) -> None:
        """Give a file a text that it had, or bring back one that was deleted."""
        gone = [path for path, past in self.pasts.items() if past[-1][1] is None]
        path = gone[draw % len(gone)] if gone and draw % 2 else path
        texts = [text for _, text in self.pasts[path] if text]
        self.add(path, texts[draw % len(texts)])

    def merge(self, path: str, draw: int) -> None:
        """Change a file on a branch, in two commits, and merge it a day later."""
        first = edited(self.files[path], draw % KINDS, draw)
        second = edited(first, (draw + 1) % KINDS, draw + 1)
        side = self.commit({path: first}, branch="side", after=self.tip)
        side = self.commit({path: second}, branch="side", after=side)
        self.now += dt.timedelta(days=1)
        if self.files[path] != second:
            self.pasts[path].append((self.now, second))
        self.files[path] = second
        self.commit({path: second}, merged=side)

    def commit(self, files: dict[str, str | None], *, branch: str = "main", after: int = 0, merged: int = 0) -> int:
        """Tell a commit of some files, which comes after the last one of the main branch, or another; its number."""
        self.commits += 1
        after = after or self.tip
        stamp = f"{int(self.now.timestamp())} +0000"
        head = f"commit refs/heads/{branch}\nmark :{self.commits}\ncommitter A <a@b.c> {stamp}\ndata 1\nx\n"
        self.stream += head.encode()
        self.stream += f"from :{after}\n".encode() if after else b""
        self.stream += f"merge :{merged}\n".encode() if merged else b""
        for path, text in files.items():
            if text is None:
                self.stream += f"D {path}\n".encode()
            else:
                self.stream += b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(text.encode()), text.encode())
        self.tip = self.commits if branch == "main" else self.tip
        return self.commits

    def write(self, folder: pathlib.Path) -> None:
        """Make the repository as far as it is told."""
        marks = folder / ".git/marks"
        git(folder, "init", "--quiet", "--initial-branch=main", "--template=")
        git(
            folder,
            "fast-import",
            "--quiet",
            "--force",
            f"--import-marks-if-exists={marks}",
            f"--export-marks={marks}",
            given=bytes(self.stream),
        )
        self.stream.clear()
        for path in folder.rglob("*.md"):
            path.unlink()
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")


def git(folder: pathlib.Path, *arguments: str, given: bytes = b"") -> None:
    command = ["git", "-C", str(folder), *arguments]
    subprocess.run(command, input=given, capture_output=True, check=True, env=os.environ | ISOLATED)


def counted(past: list[tuple[dt.datetime, str | None]]) -> tuple[list[tuple], dict[str, dt.date], dt.date]:
    """What a file comes to, by its texts: the points, the day of each task, and that of the last change."""
    days = {time.date(): text for time, text in past}
    points: list[tuple] = []
    ticked: dict[str, dt.date] = {}
    before: dict[str, tuple[str, int]] = {}
    words, changed = "", FIRST.date()
    for day, text in days.items():
        if text is None:
            continue
        now = {task[2]: (task[1], int(task[3])) for task in TASK.finditer(lines_of(text))}
        ticked = {name: ticked[name] if before.get(name, "?")[0] == of[0] else day for name, of in now.items()}
        grown = {
            name: (now[name][1] if name in now else 0) - (before[name][1] if name in before else 0)
            for name in now | before
        }
        first = not points
        points.append(
            (
                day,
                sum(mark == "x" for mark, _ in now.values()),
                len(now),
                0 if first else len(now.keys() - before.keys()),
                0 if first else len(before.keys() - now.keys()),
                sum(hours for mark, hours in now.values() if mark == "x"),
                sum(hours for _, hours in now.values()),
                0 if first else sum(by for by in grown.values() if by > 0),
                0 if first else -sum(by for by in grown.values() if by < 0),
            )
        )
        if re.sub(r"\W", "", text) != words or now != before:
            words, changed = re.sub(r"\W", "", text), day
        before = now
    return different(points), ticked, changed


def different(points: list[tuple]) -> list[tuple]:
    """The points at which any figure is another one than before."""
    kept: list[tuple] = []
    for point in points:
        if not kept or kept[-1][1:3] != point[1:3] or kept[-1][5:7] != point[5:7] or any((*point[3:5], *point[7:])):
            kept.append(point)
    return kept


def figures(history: PlanHistory) -> list[tuple]:
    names = ("day", "done", "total", "added", "removed", "done_hours", "total_hours", "added_hours", "removed_hours")
    return different(
        [tuple(getattr(point, name) or 0 if name != "day" else point.day for name in names) for point in history.points]
    )


STEPS = st.lists(
    st.tuples(st.integers(0, 25), st.integers(0, 40), st.sampled_from([0, 1, 5, 20, 30])), min_size=2, max_size=25
)


@settings(max_examples=examples(20), phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(STEPS, STEPS)
def test_any_history(before, after):
    """Of edits, moved tasks, other line ends, renames, deletions, reverts, merges and reformats: each figure, also where
    a reader goes on with what it knew some commits ago."""
    story, kept = Story(), HistoryReader()
    with tempfile.TemporaryDirectory() as name:
        made = SimpleNamespace(folder=pathlib.Path(name).resolve())
        for steps in (before, after):
            for kind, draw, hours in steps:
                story.act(kind, draw, hours)
            story.write(made.folder)
            found = found_in(made, sorted(story.files), TODAY, kept)
            assert found == found_in(made, sorted(story.files), TODAY)
            for path, written in story.files.items():
                text = lines_of(written)
                points, ticked, changed = counted(story.pasts[path])
                assert figures(found[path]) == points
                assert found[path].changed == changed
                lines = {text[: task.start()].count("\n") + 1: task[2] for task in TASK.finditer(text)}
                assert {lines[line]: day for line, day in found[path].line_days.items()} == ticked

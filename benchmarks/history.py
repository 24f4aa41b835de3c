# A repository of two hundred plans with two thousand revisions, made by git itself from a script: what it costs to find
# the history of all plans, the first time and afterwards; and whether all figures are right, by a count that knows
# nothing of how they are found: each revision is shown by git, read as a whole, and counted.
#
#     python benchmarks/history.py [--plans 200] [--revisions 2000] [--unchecked]
"""Measures the history of plans, and checks its figures."""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import gc
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from plans import generated_plan

from mkdocs_planplugin.gfm import ALL_SYNTAX
from mkdocs_planplugin.history import HistoryReader, HistorySettings, PlanHistory, SourcePlan
from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar, Plan, State, Task
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import schedule

NOON = dt.datetime(2025, 6, 2, 12, tzinfo=dt.UTC)
CALENDAR = Calendar()
ISOLATED = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "TZ": "UTC"}


class Revision(NamedTuple):
    """A commit: when, and the files that it changes; None for one that is gone."""

    time: dt.datetime
    files: dict[str, str | None]


def ticked(text: str, draw: random.Random) -> str:
    """Tick a box, or take a tick back."""
    boxes = [match.start(1) for match in re.finditer(r"^ *- \[([ x])\]", text, re.MULTILINE)]
    place = draw.choice(boxes)
    return f"{text[:place]}{'x' if text[place] == ' ' else ' '}{text[place + 1 :]}"


def grown(text: str, draw: random.Random) -> str:
    """Add a task."""
    lines = text.split("\n")
    tasks = [n for n, line in enumerate(lines) if line.startswith("- [")]
    name = f"9.{draw.randrange(10_000)}"
    task = f"- [ ] **Task {name}:** Look again\n  - **Estimate:** {draw.randrange(1, 9)} h"
    lines.insert(draw.choice(tasks), task)
    return "\n".join(lines)


def cut(text: str, draw: random.Random) -> str:
    """Take a task out."""
    tasks = list(re.finditer(r"^- \[.\] \*\*Task.*\n(?:  .*\n)*", text, re.MULTILINE))
    task = draw.choice(tasks)
    return text[: task.start()] + text[task.end() :] if len(tasks) > 3 else text  # noqa: PLR2004


def estimated(text: str, draw: random.Random) -> str:
    """Estimate a task anew."""
    return re.sub(r"(\*\*Estimate:\*\* )[^\n]*", rf"\g<1>{draw.randrange(1, 40)} h", text, count=1)


def delayed(text: str, draw: random.Random) -> str:
    """Name another day on which the plan is due."""
    day = NOON.date() + dt.timedelta(draw.randrange(900))
    text = re.sub(r"\*\*Due:\*\* .*\n", "", text)
    return re.sub(r"(\*\*Status:\*\*)", rf"**Due:** {day}  \n\g<1>", text, count=1)


def restated(text: str, draw: random.Random) -> str:
    """Give the plan another status."""
    status = draw.choice(["Draft", "In Progress", "Blocked", "On Hold"])
    return re.sub(r"(\*\*Status:\*\* )\S[^\n]*", rf"\g<1>{status}  ", text, count=1)


def reworded(text: str, draw: random.Random) -> str:
    """Add words that mean nothing."""
    return f"{text}\nNote {draw.randrange(10_000)}.\n"


def reformatted(text: str, draw: random.Random) -> str:  # noqa: ARG001 (all edits are called alike)
    """Change the form, and no word."""
    return re.sub(r"^(#+ .*)\n(?=\n)", r"\1\n\n", text, count=1, flags=re.MULTILINE)


EDITS: list[tuple[Callable[[str, random.Random], str], int]] = [
    (ticked, 60),
    (grown, 8),
    (cut, 5),
    (estimated, 8),
    (delayed, 5),
    (restated, 5),
    (reworded, 6),
    (reformatted, 3),
]


def revisions(plans: int, number: int) -> list[Revision]:
    """Commits that come to so many revisions of plans, the oldest first: now and then a plan is renamed."""
    draw = random.Random(1)  # noqa: S311 (no secret)
    texts = {f"docs/plans/plan-{n}.md": generated_plan(n, draw.choice([10, 15, 20])) for n in range(plans)}
    made = [Revision(NOON, dict(texts))]
    edits, weights = zip(*EDITS, strict=True)
    left, now = number - plans, NOON
    while left > 0:
        now += dt.timedelta(hours=draw.randrange(1, 12))
        changed: dict[str, str | None] = {}
        for path in draw.sample(sorted(texts), min(left, draw.choice([1, 1, 2, 3]))):
            (edit,) = draw.choices(edits, weights)
            text, place = edit(texts[path], draw), path
            if not draw.randrange(60):
                place = re.sub(r"(-v\d+)?\.md$", f"-v{left}.md", path)
                changed[path] = None
                del texts[path]
            texts[place] = changed[place] = text
            left -= 1
        made.append(Revision(now, changed))
    return made


def write_repository(folder: pathlib.Path, commits: list[Revision]) -> None:
    """Make the repository, and check out its last commit."""
    git(folder, "init", "-q", "-b", "main")
    stream = bytearray()
    for commit in commits:
        stamp = f"{int(commit.time.timestamp())} +0000"
        stream += f"commit refs/heads/main\ncommitter A <a@b.c> {stamp}\ndata 1\nx\n".encode()
        for path, text in commit.files.items():
            if text is None:
                stream += f"D {path}\n".encode()
            else:
                content = text.encode()
                stream += b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(content), content)
    git(folder, "fast-import", "--quiet", given=bytes(stream))
    git(folder, "reset", "-q", "--hard", "main")


def git(folder: pathlib.Path, *arguments: str, given: bytes = b"") -> str:
    """What git answers."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],  # noqa: S607
        input=given,
        capture_output=True,
        check=True,
        env=os.environ | ISOLATED,
    )
    return done.stdout.decode()


def sources(folder: pathlib.Path, today: dt.date) -> dict[str, SourcePlan]:
    """The plans as they are, as a site has them before it asks for their history."""
    plans = {}
    for file in sorted(folder.glob("docs/plans/*.md")):
        text, path = file.read_text("utf-8"), f"plans/{file.name}"
        reading = read(text, CALENDAR, path=path)
        if reading.plan:
            planned, is_sure = schedule(reading.plan, CALENDAR, today), reading.verdict.is_sure
            plans[path] = SourcePlan(file, text, reading.plan, reading.outline, planned, is_sure=is_sure)
    return plans


def timed(work: Callable[[], Any]) -> tuple[Any, str, float]:
    """What some work returns, and its time: on the clock, and of processors, those of other processes included."""
    clock, used = time.perf_counter(), os.times()
    result = work()
    after = os.times()
    processor = sum(after[:4]) - sum(used[:4])
    wall = time.perf_counter() - clock
    return result, f"{1000 * wall:7.0f} ms, of processors {1000 * processor:7.0f} ms", wall


def histories(
    reader: HistoryReader, plans: dict[str, SourcePlan], settings: HistorySettings
) -> dict[str, PlanHistory | None]:
    """The histories of plans, and what was learnt kept."""
    past = reader.read(plans, settings)
    found = {path: past.history_of(path) for path in plans}
    past.keep()
    return found


class Counted(NamedTuple):
    """A plan at the end of a day, as it was counted: which tasks are in its total, and the hours of all that is
    scheduled, each by what it is called, and how much of both is done."""

    tasks: collections.Counter[str]
    hours: dict[tuple[str, int], float]
    done: int
    done_hours: float


def counted(folder: pathlib.Path, path: str, settings: HistorySettings) -> list[tuple[Any, ...]]:
    """The points of a plan: each revision on the way back is shown by git and counted as a whole."""
    commits = git(folder, "log", "--follow", "--name-only", "--format=@%H %ct", "--", f"docs/{path}").split("@")[1:]
    by_day: dict[dt.date, Counted] = {}
    for commit in reversed(commits):
        head, name = (line for line in commit.splitlines() if line)
        number, stamp = head.split()
        plan = read(git(folder, "show", f"{number}:{name}"), CALENDAR, path=path).plan
        if plan is not None:
            by_day[settings.day_of(int(stamp))] = counted_plan(plan, settings.today)
    points: list[tuple[Any, ...]] = []
    before = None
    for day, now in by_day.items():
        was = before or now
        grown = [now.hours.get(key, 0) - was.hours.get(key, 0) for key in now.hours.keys() | was.hours.keys()]
        more, less = sum(by for by in grown if by > 0), -sum(by for by in grown if by < 0)
        scope = (now.tasks - was.tasks).total(), (was.tasks - now.tasks).total(), round(more, 6), round(less, 6)
        hours = round(now.done_hours, 6), round(sum(now.hours.values()), 6)
        points.append((day, now.done, now.tasks.total(), *hours, *scope))
        before = now
    return with_changes(points)


def counted_plan(plan: Plan, today: dt.date) -> Counted:
    """What a plan has in its counters and in its schedule."""
    planned = schedule(plan, CALENDAR, today)
    items = planned.items if planned else ()
    tasks = measure(plan, planned, today, 30).progress.tasks
    parts = [*(part for phase in plan.phases for part in phase.counted())]
    parts += [part for task in plan.tasks for part in task.counted()]
    names = collections.Counter(
        task.id.written or task.title.casefold() for task, state in parts if state not in (None, State.CANCELLED)
    )
    hours: dict[tuple[str, int], float] = {}
    seen = collections.Counter[str]()
    for item in items:
        source = item.source
        name = (source.id.written or source.title.casefold()) if isinstance(source, Task) else f"phase {source.name}"
        seen[name] += 1
        hours[name, seen[name]] = item.duration_hours
    return Counted(names, hours, tasks.done, sum(item.duration_hours for item in items if item.done))


def figures_of(history: PlanHistory | None) -> list[tuple[Any, ...]]:
    """The same of a history."""
    return with_changes(
        (
            point.day,
            *(point.done, point.total, round(point.done_hours or 0, 6), round(point.total_hours or 0, 6)),
            *(point.added, point.removed, round(point.added_hours, 6), round(point.removed_hours, 6)),
        )
        for point in (history.points if history else ())
    )


def with_changes(points: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The points at which a figure is another one than before, or the scope changed."""
    kept: list[tuple[Any, ...]] = []
    for point in points:
        if not kept or kept[-1][1:5] != point[1:5] or any(point[5:]):
            kept.append(point)
    return kept


def main() -> None:
    """Make the repository, measure, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--revisions", type=int, default=2000)
    parser.add_argument("--unchecked", action="store_true")
    options = parser.parse_args()
    os.environ |= ISOLATED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        commits = revisions(options.plans, options.revisions)
        write_repository(folder, commits)
        today = commits[-1].time.date() + dt.timedelta(1)
        settings = HistorySettings(
            CALENDAR, ALL_SYNTAX, today, lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC).date(), None, folder
        )
        plans = sources(folder, today)
        number = sum(len(commit.files) for commit in commits)
        print(f"{len(plans)} plans, {len(commits)} commits, {number} changes of files")
        gc.disable()  # as builds do while they read
        found, first, _ = timed(lambda: histories(HistoryReader(), plans, settings))
        print(f"first time:            {first}")
        again = [timed(lambda: histories(HistoryReader(), plans, settings)) for _ in range(5)]
        print(f"another process:       {min(again, key=lambda result: result[2])[1]}")
        kept = HistoryReader()
        histories(kept, plans, settings)
        served = [timed(lambda: histories(kept, plans, settings)) for _ in range(5)]
        print(f"a rebuild under serve: {min(served, key=lambda result: result[2])[1]}")
        if any(result[0] != found for result in (*again, *served)):
            sys.exit("what is kept says something else than what was read")
        if not options.unchecked:
            wrong = [path for path in plans if figures_of(found[path]) != counted(folder, path, settings)]
            points = sum(len(figures_of(history)) for history in found.values())
            print(f"{points} points of {len(plans)} plans counted anew: {len(wrong)} plans differ {wrong[:3]}")
            sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

# Most changes of a plan tick a box and nothing else. What such a text says follows from what it said before, and to say
# so takes a hundredth of the time that reading takes. Wherever a box may mean more than the state of its own task, or
# might not be what it seems, there is no answer, and the text has to be read.
"""A plan with other ticks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from mkdocs_planplugin.gfm import BlockKind, Outline
from mkdocs_planplugin.model import ChecklistItem, Plan, State, Task

from .patterns import when_used
from .profiles import TASK_LABELS
from .values import box_state

T = TypeVar("T", Task, ChecklistItem)
# The line of a list item with a box. Struck titles, HTML and links have ways of their own, and are not looked at.
_BOX = when_used(r"(?P<start>[ \t]*(?:[-*+]|\d{1,9}[.)])[ ]+\[)(?P<mark>[ xX/])(?P<rest>\][ ][^\s~<\[][^~<]*)")
_HEADING = when_used(r"[ ]{0,3}#{1,6}[ ]")
# The marks that mean the same everywhere.
_STATES = {mark: box_state(mark) for mark in " xX/"}
_STATUS_LABELS = sorted(label for label, meaning in TASK_LABELS.items() if meaning == "status")
_STATUS = when_used(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, _STATUS_LABELS))})", re.IGNORECASE)
_CONTRADICTION = "PLAN106"


class ReadText(NamedTuple):
    """The lines of a text, its blocks, and the plan that was read from it."""

    lines: Sequence[str]
    outline: Outline
    plan: Plan


def with_other_ticks(read: ReadText, lines: Sequence[str]) -> Plan | None:
    """The plan that these lines hold, where they differ from those of a text that was read in the marks of some boxes,
    and nothing else follows from that; None where the lines have to be read. Its work and its boxes are those of these
    lines; its findings, and its metrics of success, are those of the text that was read."""
    marks = _changed_marks(read.lines, lines)
    if not marks:
        return read.plan if marks is not None else None
    # The state of a phase may be that of a box which names it.
    if any(phase.state for phase in read.plan.phases):
        return None
    boxes = _Boxes(read)
    if not all(boxes.may_change(line) for line in marks) or not boxes.look_alike(marks):
        return None
    return _changed(read.plan, {line: _STATES[mark] for line, mark in marks.items()})


def _changed_marks(before: Sequence[str], after: Sequence[str]) -> dict[int, str] | None:
    """The new marks of the boxes that changed, by their lines; None where more than marks did."""
    if len(before) != len(after):
        return None
    marks: dict[int, str] = {}
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if old == new:
            continue
        was, now = _BOX.fullmatch(old), _BOX.fullmatch(new)
        if not was or not now or was["start"] != now["start"] or was["rest"] != now["rest"]:
            return None
        marks[number] = now["mark"]
    return marks


class _Boxes:
    """What a plan has at the lines of its boxes."""

    def __init__(self, read: ReadText) -> None:
        self._lines, outline, plan = read
        self._tasks = _by_line(plan.walk())
        self._above = {part.line: task for task in plan.walk() for part in task.subtasks}
        self._items = _by_line(plan.checklist())
        others = (*(phase.line for phase in plan.phases), *(risk.line for risk in plan.risks))
        self._others = frozenset(others)
        self._contradicted = {finding.line for finding in plan.findings if finding.code == _CONTRADICTION}
        self._title = plan.line
        self._headings = [block.line for block in outline.root.children if block.kind is BlockKind.HEADING]

    def may_change(self, line: int) -> bool:
        """Whether the box at a line says how a task or an item stands, and nothing more."""
        task, item = self._tasks.get(line), self._items.get(line)
        if self._is_in_header(line) or line in self._others or (task is None) is (item is None):
            return False
        state = task.state if task else item.state if item else None
        if state is not _STATES[self._mark(line)]:
            return False
        return task is None or (self._is_alone(task) and self._counts_below(task))

    def look_alike(self, marks: Mapping[int, str]) -> bool:
        """Whether some boxes are ticked before and after, and some are not: by that, plans are told from templates and
        from other pages."""
        before = [self._mark(line) for line in (*self._tasks, *self._items) if self._mark(line)]
        after = [marks.get(line) or self._mark(line) for line in (*self._tasks, *self._items) if self._mark(line)]
        return all(" " in of_one and ("x" in of_one or "X" in of_one) for of_one in (before, after))

    def _is_in_header(self, line: int) -> bool:
        """Whether a line lies above the first section, where a box may choose a status."""
        above = bisect_left(self._headings, line)
        return not above or self._headings[above - 1] == self._title

    def _mark(self, line: int) -> str:
        box = _BOX.fullmatch(self._lines[line - 1])
        return box["mark"] if box else ""

    def _is_alone(self, task: Task) -> bool:
        """Whether nothing below a task could be a Status, which counts beside its box."""
        last = max(part.line for part in task.walk())
        end = next((n for n in range(last, len(self._lines)) if _ends_item(self._lines[n])), len(self._lines))
        return task.line not in self._contradicted and not _STATUS.search("\n".join(self._lines[task.line - 1 : end]))

    def _counts_below(self, task: Task) -> bool:
        """Whether the tasks that it is a part of stand for themselves: one without a box is not done by its words while
        something of it is left."""
        above = self._above.get(task.line)
        while above is not None:
            if above.line in self._contradicted or (not self._mark(above.line) and above.state is State.DONE):
                return False
            above = self._above.get(above.line)
        return True


def _ends_item(line: str) -> bool:
    return bool(_BOX.match(line) or _HEADING.match(line))


def _by_line(parts: Iterable[T]) -> dict[int, T]:
    """The parts of a plan by their lines, without those that share one."""
    by_line: dict[int, T | None] = {}
    for part in parts:
        by_line[part.line] = None if part.line in by_line else part
    return {line: part for line, part in by_line.items() if part is not None}


States = Mapping[int, State | None]


def _changed(plan: Plan, states: States) -> Plan:
    """The plan with other states, by the lines of tasks and items."""
    return replace(
        plan,
        phases=tuple(
            replace(phase, tasks=_tasks(phase.tasks, states), criteria=_items(phase.criteria, states))
            for phase in plan.phases
        ),
        tasks=_tasks(plan.tasks, states),
        criteria=_items(plan.criteria, states),
        definition_of_done=tuple(
            replace(group, items=_items(group.items, states)) for group in plan.definition_of_done
        ),
    )


def _tasks(tasks: tuple[Task, ...], states: States) -> tuple[Task, ...]:
    return tuple(
        replace(task, state=states.get(task.line, task.state), subtasks=_tasks(task.subtasks, states)) for task in tasks
    )


def _items(items: tuple[ChecklistItem, ...], states: States) -> tuple[ChecklistItem, ...]:
    return tuple(replace(item, state=states[item.line]) if item.line in states else item for item in items)

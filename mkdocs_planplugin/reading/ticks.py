# Most changes of a plan tick a box and nothing else. Wherever a box may mean more than the state of its own task, or
# might not be what it seems, nothing is said of it.
"""Boxes whose marks say how one task or one item stands, and nothing more."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar

from mkdocs_planplugin.model import ChecklistItem, Plan, State, Task

from .findings import CONTRADICTION
from .patterns import when_used
from .profiles import TASK_LABELS
from .values import box_state, read_heading_state
from .work import without_word_for_work

T = TypeVar("T", Task, ChecklistItem)
# The line of a list item with a box. Struck titles, HTML and links have ways of their own, and are not looked at.
BOX_LINE = when_used(r"(?P<start>[ \t]*(?:[-*+]|\d{1,9}[.)])[ ]+\[)(?P<mark>[ xX/])(?P<rest>\][ ][^\s~<\[][^~<]*)")
_HEADING = when_used(r"[ ]{0,3}#{1,6}[ ]")
_NAME = when_used(r"[ ]{0,3}(?:#|\*\*|__)|.{1,80}[:：]\s*$")
# The marks that mean the same everywhere.
STATES = {mark: box_state(mark) for mark in " xX/"}
_STATUS_LABELS = sorted(label for label, meaning in TASK_LABELS.items() if meaning == "status")
_STATUS = when_used(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, _STATUS_LABELS))})", re.IGNORECASE)


class Boxes:
    """What a plan has at the lines of its boxes. `headings` are the lines of its headings."""

    def __init__(self, lines: Sequence[str], headings: Sequence[int], plan: Plan) -> None:
        self._lines, self._headings = lines, headings
        self.tasks = _by_line(plan.walk())
        self.items = _by_line(plan.checklist())
        self._above = {part.line: task for task in plan.walk() for part in task.subtasks}
        self._others = frozenset((*(phase.line for phase in plan.phases), *(risk.line for risk in plan.risks)))
        self._contradicted = {finding.line for finding in plan.findings if finding.code == CONTRADICTION.code}
        self._title = plan.line
        self._names_state: dict[int, bool] = {}  # by section
        # The state of a phase may be that of a box which names it.
        self._say_phases = any(phase.state for phase in plan.phases)
        self._marks = {line: mark for line in (*self.tasks, *self.items) if (mark := self._mark(line))}

    def may_change(self, line: int) -> bool:
        """Whether the mark of the box at a line says how a task or an item stands, and nothing more."""
        task, item = self.tasks.get(line), self.items.get(line)
        if self._say_phases or self.is_in_header(line) or line in self._others or (task is None) is (item is None):
            return False
        state = task.state if task else item.state if item else None
        if state is not STATES[self._mark(line)] or self._is_named_by_state(line):
            return False
        return task is None or (self._is_alone(task) and self._counts_below(task))

    def look_alike(self, marks: dict[int, str]) -> bool:
        """Whether some boxes are ticked before and after, and some are not: by that, plans are told from templates and
        from other pages."""
        after = (self._marks | marks).values()
        return all(" " in of_one and ("x" in of_one or "X" in of_one) for of_one in (self._marks.values(), after))

    def is_in_header(self, line: int) -> bool:
        """Whether a line lies above the first section, where a box may choose a status."""
        above = bisect_left(self._headings, line)
        return not above or self._headings[above - 1] == self._title

    def _is_named_by_state(self, line: int) -> bool:
        """Whether a heading or line in the section of a box says a state: open boxes have that of their list."""
        section = bisect_left(self._headings, line)
        if section not in self._names_state:
            first = self._headings[section - 1] - 1 if section else 0
            last = self._headings[section] - 1 if section < len(self._headings) else None
            names = filter(_NAME.match, self._lines[first:last])
            self._names_state[section] = any(map(_says_state, names))
        return self._names_state[section]

    def _mark(self, line: int) -> str:
        box = BOX_LINE.fullmatch(self._lines[line - 1])
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


def _says_state(words: str) -> bool:
    """Whether a name, with marks of Markdown around it, says a state."""
    return read_heading_state(without_word_for_work(words.strip("#*_:： \t"))) is not None


def _ends_item(line: str) -> bool:
    return bool(BOX_LINE.match(line) or _HEADING.match(line))


def _by_line(parts: Iterable[T]) -> dict[int, T]:
    """The parts of a plan by their lines, without those that share one."""
    by_line: dict[int, T | None] = {}
    for part in parts:
        by_line[part.line] = None if part.line in by_line else part
    return {line: part for line, part in by_line.items() if part is not None}

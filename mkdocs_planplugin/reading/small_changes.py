# Most changes of a plan are small: a tick, an estimate, a day, another word. What such a text says follows from what
# another one said, and to say so takes a hundredth of the time that reading takes. Two texts are compared line by line;
# each line that differs has to be of a kind of which is known all that it says. Wherever it may say more, there is no
# answer, and the text has to be read.
"""A plan with small changes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.gfm import Block, BlockKind, Outline
from mkdocs_planplugin.model import Calendar, ChecklistItem, Phase, Plan, Task, Written

from .labels import label_key, labelled_value
from .list_items import box_mark, item_text, list_items
from .patterns import when_used
from .profiles import HEADER_LABELS, PHASE_LABELS, TASK_LABELS
from .ticks import BOX_LINE, STATES, Boxes
from .values import is_placeholder, read_estimate, read_status

Changes = Mapping[int, Mapping[str, Any]]
# Values that can say one thing only.
_LENGTH = when_used(r"\d{1,4}(?:\.\d{1,2})? ?[^\W\d_]+")
_DAY = when_used(r"\d{4}-\d{2}-\d{2}")
_WORDS = when_used(r"[^\W\d_]+(?:[ _-][^\W\d_]+){0,3}")
_LABELS = frozenset({*TASK_LABELS, *PHASE_LABELS})
# The attributes of tasks that can change by themselves: how they are written, and the labels that say the same.
_FORMS = {"estimate": _LENGTH, "due": _DAY, "owner": _WORDS}
_ALIKE = {"estimate": ("estimate", "hours"), "due": ("due", "end"), "owner": ("owner",)}
# A line of the header that says a day, alone on its line of a paragraph.
_HEADER_LINE = when_used(r"\*\*(?P<label>[^*_:：\n]{1,40}):\*\*[ ]+(?P<value>[^ ].*?)[ ]*")
_HEADER_DAYS = ("created", "last_updated", "start", "due")
_SAID_OF_DAYS = {
    meaning: when_used(
        rf"(?<!\w)(?:{'|'.join(re.escape(label) for label, own in HEADER_LABELS.items() if own == meaning)})(?!\w)"
    )
    for meaning in _HEADER_DAYS
}


class ReadText(Struct, frozen=True):
    """The lines of a text, its blocks, and the plan that was read from it, with this calendar. `is_sure` says that its
    verdict does not hang on a line more or less."""

    lines: Sequence[str]
    outline: Outline
    plan: Plan
    calendar: Calendar
    is_sure: bool


class ChangedPlan(Struct, frozen=True):
    """A plan that follows from another one. Its work, boxes, days and status are those of its text, its lines and all
    else those of the text that was read. `same_work` says that the work takes the same time, in the same order."""

    plan: Plan
    same_work: bool


class KnownText:
    """A text that was read, which others are compared with."""

    def __init__(self, read: ReadText) -> None:
        self._lines, self._root = read.lines, read.outline.root
        self._plan, self._calendar, self._is_sure = read.plan, read.calendar, read.is_sure

    def changed(self, lines: Sequence[str]) -> ChangedPlan | None:
        """The plan that these lines hold; None where they have to be read."""
        steps = _Steps()
        here = there = _alike(self._lines, lines)
        while here < len(self._lines) or there < len(lines):
            if here < len(self._lines) and there < len(lines) and self._lines[here] == lines[there]:
                here, there = here + 1, there + 1
                continue
            step = self._step(here, lines, there, steps)
            if step is None:
                return None
            here, there = here + step[0], there + step[1]
        if steps.marks and not self._boxes.look_alike(steps.marks):
            return None
        return ChangedPlan(steps.applied(self._plan), same_work=steps.same_work)

    def _step(self, here: int, lines: Sequence[str], there: int, steps: _Steps) -> tuple[int, int] | None:
        """How many lines to go on, in the text that was read and in the other one; None where it is not known what the
        difference between them means."""
        old, new = self._lines[here : here + 1], lines[there : there + 1]
        if old and new and self._line(here, new[0], steps):
            return 1, 1
        if old and (self._is_blank(here, self._lines, here) or self._is_lost_day(here, steps)):
            return 1, 0
        if new and (self._is_blank(here, lines, there) or self._is_new_day(here, lines, there, steps)):
            return 0, 1
        return None

    # -- a line that is another one ------------------------------------------------------------------------------------

    def _line(self, here: int, new: str, steps: _Steps) -> bool:
        """Note what it means that the line at a place is now another one; whether that is known."""
        old = self._lines[here]
        was, now = BOX_LINE.fullmatch(old), BOX_LINE.fullmatch(new)
        if was or now:
            return was is not None and now is not None and self._box(here + 1, was, now, steps)
        return (
            self._status(here + 1, new, steps) or self._day(here, new, steps) or self._attribute(here + 1, new, steps)
        )

    def _box(self, line: int, was: re.Match[str], now: re.Match[str], steps: _Steps) -> bool:
        """Another mark of a box."""
        if was["start"] != now["start"] or was["rest"] != now["rest"] or not self._boxes.may_change(line):
            return False
        steps.marks[line] = now["mark"]
        (steps.tasks if line in self._boxes.tasks else steps.items)[line] = {"state": STATES[now["mark"]]}
        return True

    def _status(self, line: int, new: str, steps: _Steps) -> bool:
        """Another status of the plan."""
        source = self._plan.status_source
        if source is None or source.line != line:
            return False
        words = _changed_value(self._lines[line - 1], source.text, new, _WORDS)
        status = read_status(words) if words and not is_placeholder(words) else None
        if not words or status is None or self._plan.status is None:
            return False
        steps.plan |= {"status": status, "declared_status": words, "status_source": Written(words, line)}
        return True

    def _day(self, here: int, new: str, steps: _Steps) -> bool:
        """Another day in the header."""
        old = self._header_day(self._lines, here, here)
        changed = _header_day(new)
        if old is None or changed is None or old.label != changed.label or self._plan_day(old) != old.day:
            return False
        steps.take_day(changed)
        return True

    def _attribute(self, line: int, new: str, steps: _Steps) -> bool:
        """Another estimate, due day or owner of a task."""
        known = self._attributes.get(line)
        if known is None:
            return False
        words = _changed_value(self._lines[line - 1], known.words, new, _FORMS[known.meaning])
        changed = self._values(known, words) if words and not is_placeholder(words) else None
        if changed is None:
            return False
        steps.tasks[known.task.line] = {**steps.tasks.get(known.task.line, {}), **changed}
        steps.same_work = steps.same_work and known.meaning != "estimate"
        return True

    def _values(self, known: _AttributeLine, words: str) -> dict[str, Any] | None:
        """The fields of a task of which an attribute has other words; None where it is not known what it says."""
        task = known.task
        if known.meaning == "estimate":
            was, now = (read_estimate(of_one, self._calendar) for of_one in (known.words, words))
            return {"estimate": now} if task.estimate == was and was.known and now.known else None
        if known.meaning == "owner":
            return {"owner": words} if task.owner == known.words else None
        was_day, now_day = _day(known.words), _day(words)
        if not was_day or not now_day or task.due != was_day or task.attributes.get(known.label) != known.words:
            return None
        return {"due": now_day, "attributes": {**task.attributes, known.label: words}}

    @cached_property
    def _boxes(self) -> Boxes:
        headings = [block.line for block in self._root.children if block.kind is BlockKind.HEADING]
        return Boxes(self._lines, headings, self._plan)

    @cached_property
    def _attributes(self) -> dict[int, _AttributeLine]:
        """The attributes that can change by themselves, by their lines: alone of their kind below a task with a box,
        each an item of one line."""
        items = (
            block for block in self._root.walk() if block.kind is BlockKind.ITEM and block.line in self._boxes.tasks
        )
        return {known.line: known for item in items for known in _attributes_below(item, self._boxes.tasks[item.line])}

    # -- a line more or less -------------------------------------------------------------------------------------------

    def _is_blank(self, here: int, lines: Sequence[str], place: int) -> bool:
        """Whether a line is one more blank line above or below a heading, which says nothing. It is one of `lines`, at
        a place which is `here` in the text that was read."""
        is_blank = place > 0 and here > 0 and not (lines[place] or lines[place - 1] or self._lines[here - 1])
        if not is_blank or not self._is_sure:
            return False
        above = next((n for n in range(here - 1, -1, -1) if self._lines[n]), -1)
        below = next((n for n in range(here, len(self._lines)) if self._lines[n]), -1)
        return above + 1 in self._headings or below + 1 in self._headings

    @cached_property
    def _headings(self) -> frozenset[int]:
        """The lines of the headings that stand in nothing else."""
        return frozenset(block.line for block in self._root.children if block.kind is BlockKind.HEADING)

    def _is_lost_day(self, here: int, steps: _Steps) -> bool:
        """Whether a line is a day of the header that is no longer there."""
        if not self._is_between_labels(here - 1, here + 1):
            return False
        lost = self._header_day(self._lines, here, here)
        if lost is None or self._plan_day(lost) != lost.day:
            return False
        steps.take_day(replace(lost, day=None))
        return True

    def _is_new_day(self, here: int, lines: Sequence[str], there: int, steps: _Steps) -> bool:
        """Whether a line is a day of the header that was not there; it stands above the one at a place."""
        if not self._is_between_labels(here - 1, here):
            return False
        new = self._header_day(lines, there, here) if there < len(lines) else None
        if new is None or self._plan_day(new) is not None or new.meaning in steps.days:
            return False
        steps.take_day(new)
        return True

    def _is_between_labels(self, above: int, below: int) -> bool:
        """Whether two lines are in one paragraph of the header, and say something under a label of their own."""
        lines = self._lines
        if not (self._is_sure and not self._plan.placeholders and above >= 0 and below < len(lines)):
            return False
        if not all(_HEADER_LINE.fullmatch(lines[place]) for place in (above, below)):
            return False
        if not lines[self._plan.line - 1].startswith("# "):
            return False
        paragraphs = (block for block in self._root.children if block.kind is BlockKind.PARAGRAPH)
        around = [block for block in paragraphs if block.line <= above + 1 and below < block.line + len(block.lines)]
        return bool(around) and _HEADER_LINE.fullmatch(lines[around[0].line - 1]) is not None

    def _header_day(self, lines: Sequence[str], place: int, here: int) -> _HeaderDay | None:
        """The day of the header in a line of some lines, which is at the place `here` of the text that was read; None
        where there is none, or another line of the header may say the same."""
        day = _header_day(lines[place])
        if day is None or not self._boxes.is_in_header(here + 1):
            return None
        own = here if lines is self._lines else -1
        others = "\n".join(line for n, line in enumerate(self._header) if n != own)
        return None if _SAID_OF_DAYS[day.meaning].search(others.casefold().replace("_", " ")) else day

    @cached_property
    def _header(self) -> Sequence[str]:
        """The lines above the first section, the front matter included."""
        first = next((line for line in sorted(self._headings) if line > self._plan.line), len(self._lines) + 1)
        return self._lines[: first - 1]

    def _plan_day(self, day: _HeaderDay) -> dt.date | None:
        known: dt.date | None = getattr(self._plan, day.meaning)
        return known


class _HeaderDay(Struct, frozen=True):
    """A line of the header that says a day."""

    label: str
    meaning: str
    day: dt.date | None


class _AttributeLine(Struct, frozen=True):
    """An attribute of a task as it is written, and what its label means."""

    task: Task
    line: int
    meaning: str
    label: str
    words: str


class _Steps:
    """What is other than in the text that was read: fields of the plan, of tasks and of items by their lines, and the
    marks of boxes."""

    def __init__(self) -> None:
        self.marks: dict[int, str] = {}
        self.plan: dict[str, Any] = {}
        self.tasks: dict[int, Mapping[str, Any]] = {}
        self.items: dict[int, Mapping[str, Any]] = {}
        self.days: set[str] = set()
        self.same_work = True

    def take_day(self, day: _HeaderDay) -> None:
        """Note a day of the header. Work begins on the day that the plan starts, or on which it was written."""
        self.days.add(day.meaning)
        self.plan[day.meaning] = day.day
        self.same_work = self.same_work and day.meaning in ("last_updated", "due")

    def applied(self, plan: Plan) -> Plan:
        """The plan with all that."""
        if self.tasks or self.items:
            groups = plan.definition_of_done
            plan = replace(
                plan,
                phases=tuple(self._phase(phase) for phase in plan.phases),
                tasks=_tasks(plan.tasks, self.tasks),
                criteria=_items(plan.criteria, self.items),
                definition_of_done=tuple(replace(group, items=_items(group.items, self.items)) for group in groups),
            )
        return replace(plan, **self.plan) if self.plan else plan

    def _phase(self, phase: Phase) -> Phase:
        tasks, criteria = _tasks(phase.tasks, self.tasks), _items(phase.criteria, self.items)
        same = tasks is phase.tasks and criteria is phase.criteria
        return phase if same else replace(phase, tasks=tasks, criteria=criteria)


def _tasks(tasks: tuple[Task, ...], changes: Changes) -> tuple[Task, ...]:
    """Tasks with the changes at their lines; the same ones where there is none."""
    changed = tuple(_task(task, changes) for task in tasks)
    return tasks if all(one is other for one, other in zip(tasks, changed, strict=True)) else changed


def _task(task: Task, changes: Changes) -> Task:
    subtasks = _tasks(task.subtasks, changes)
    own = changes.get(task.line, {})
    return task if not own and subtasks is task.subtasks else replace(task, subtasks=subtasks, **own)


def _items(items: tuple[ChecklistItem, ...], changes: Changes) -> tuple[ChecklistItem, ...]:
    """Items with the changes at their lines; the same ones where there is none."""
    if not any(item.line in changes for item in items):
        return items
    return tuple(replace(item, **changes.get(item.line, {})) for item in items)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines are the same before the first that is not."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (line, own) in pairs if line != own), min(len(one), len(other)))


def _attributes_below(item: Block, task: Task) -> Iterator[_AttributeLine]:
    """The attributes of the task in an item that are alone of their kind."""
    if len(item.children[0].lines) != 1 or "(" in item.children[0].text:
        return
    attributes: list[_AttributeLine] = []
    for below in list_items(item.children[1:]):
        labelled = labelled_value(item_text(below), below.line, _LABELS) if box_mark(below) is None else None
        if labelled is None or len(below.children) != 1 or len(below.children[0].lines) != 1:
            continue
        meaning = TASK_LABELS.get(label_key(labelled.label), "")
        attributes.append(_AttributeLine(task, below.line, meaning, labelled.label, labelled.value))
    for known in attributes:
        alike = _ALIKE.get(known.meaning, ())
        if sum(other.meaning in alike for other in attributes) == 1:
            yield known


def _changed_value(old: str, value: str, new: str, form: re.Pattern[str]) -> str | None:
    """The value in the place of another one at the end of a line; None where more is other, or it has another form."""
    before, _, after = old.rpartition(value)
    if not form.fullmatch(value) or after.strip(" ") or not new.startswith(before) or not new.endswith(after):
        return None
    words = new[len(before) : len(new) - len(after)]
    return words if form.fullmatch(words) else None


def _header_day(line: str) -> _HeaderDay | None:
    """The day that a line of the header says; None where it says anything else."""
    match = _HEADER_LINE.fullmatch(line)
    meaning = HEADER_LABELS.get(label_key(match["label"])) if match else None
    day = _day(match["value"]) if match else None
    return _HeaderDay(match["label"], meaning, day) if match and day and meaning in _HEADER_DAYS else None


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words) if _DAY.fullmatch(words) else None
    except ValueError:
        return None

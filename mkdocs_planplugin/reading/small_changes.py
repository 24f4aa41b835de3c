# Most changes of a plan are small: a tick, an estimate, a day, another word. The plan in such a text can be derived
# from the plan before, in a hundredth of the time that reading takes. The two texts are compared line by line; each
# line that differs has to be of a kind whose whole meaning is known here. Wherever it may mean more, there is no
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
from .profiles import HEADER_LABELS, LABELS_OF_WORK, TASK_LABELS
from .ticks import BOX_LINE, STATES, Boxes
from .values import is_placeholder, read_estimate, read_status

# New values of fields, by the lines of the tasks or items that have them.
FieldValues = Mapping[int, Mapping[str, Any]]
# Values that can be read in one way only.
_LENGTH = when_used(r"\d{1,4}(?:\.\d{1,2})? ?[^\W\d_]+")
_DAY = when_used(r"\d{4}-\d{2}-\d{2}")
_WORDS = when_used(r"[^\W\d_]+(?:[ _-][^\W\d_]+){0,3}")
# The attributes of tasks that can change by themselves, and how they have to be written.
_FORMS = {"estimate": _LENGTH, "due": _DAY, "owner": _WORDS}
# The attributes that say the same as each of these.
_SAME_KIND = {"estimate": ("estimate", "hours"), "due": ("due", "end"), "owner": ("owner",)}
# A line of the header that says a day, alone on its line of a paragraph.
_HEADER_LINE = when_used(r"\*\*(?P<label>[^*_:：\n]{1,40}):\*\*[ ]+(?P<value>[^ ].*?)[ ]*")
_HEADER_DAYS = ("created", "last_updated", "start", "due")
# Any label of such a day, wherever it stands.
_DAY_LABELS = {
    meaning: when_used(
        rf"(?<!\w)(?:{'|'.join(re.escape(label) for label, own in HEADER_LABELS.items() if own == meaning)})(?!\w)"
    )
    for meaning in _HEADER_DAYS
}


class ReadText(Struct, frozen=True):
    """The lines of a text, its blocks, and the plan that was read from it, with this calendar. `is_sure` says that one
    line more or less does not change whether it is a plan."""

    lines: Sequence[str]
    outline: Outline
    plan: Plan
    calendar: Calendar
    is_sure: bool


class ChangedPlan(Struct, frozen=True):
    """A plan that was derived from another one. Its work, boxes, days and status are those of the new text; its line
    numbers and all else are those of the text that was read. `same_work` says that the work takes the same time, in the
    same order."""

    plan: Plan
    same_work: bool


class KnownText:
    """A text that was read, which others are compared with."""

    def __init__(self, read: ReadText) -> None:
        self._lines, self._root = read.lines, read.outline.root
        self._plan, self._calendar, self._is_sure = read.plan, read.calendar, read.is_sure

    def changed(self, lines: Sequence[str]) -> ChangedPlan | None:
        """The plan that these lines hold; None where they have to be read."""
        changes = _Changes()
        here = there = _common_lines(self._lines, lines)
        while here < len(self._lines) or there < len(lines):
            if here < len(self._lines) and there < len(lines) and self._lines[here] == lines[there]:
                here, there = here + 1, there + 1
                continue
            step = self._next_lines(here, lines, there, changes)
            if step is None:
                return None
            here, there = here + step[0], there + step[1]
        if changes.marks and not self._boxes.look_alike(changes.marks):
            return None
        return ChangedPlan(changes.applied(self._plan), same_work=changes.same_work)

    def _next_lines(self, here: int, lines: Sequence[str], there: int, changes: _Changes) -> tuple[int, int] | None:
        """Where the two texts differ: how many lines to go on in the text that was read and in the new one. None where
        it is not known what the difference means."""
        old, new = self._lines[here : here + 1], lines[there : there + 1]
        if old and new and self._take_line(here, new[0], changes):
            return 1, 1
        if old and (self._is_blank_at_heading(here, self._lines, here) or self._take_removed_day(here, changes)):
            return 1, 0
        if new and (self._is_blank_at_heading(here, lines, there) or self._take_added_day(here, lines, there, changes)):
            return 0, 1
        return None

    # Each function `_take_...` notes in `changes` what a line means. It returns False where the line is of another
    # kind, or may mean more.

    # -- a line that changed -------------------------------------------------------------------------------------------

    def _take_line(self, here: int, new: str, changes: _Changes) -> bool:
        """The line at `here` is now another one."""
        old = self._lines[here]
        was, now = BOX_LINE.fullmatch(old), BOX_LINE.fullmatch(new)
        if was or now:
            return was is not None and now is not None and self._take_mark(here + 1, was, now, changes)
        return (
            self._take_status(here + 1, new, changes)
            or self._take_day(here, new, changes)
            or self._take_attribute(here + 1, new, changes)
        )

    def _take_mark(self, line: int, was: re.Match[str], now: re.Match[str], changes: _Changes) -> bool:
        """A box has another mark."""
        if was["start"] != now["start"] or was["rest"] != now["rest"] or not self._boxes.may_change(line):
            return False
        changes.marks[line] = now["mark"]
        (changes.tasks if line in self._boxes.tasks else changes.items)[line] = {"state": STATES[now["mark"]]}
        return True

    def _take_status(self, line: int, new: str, changes: _Changes) -> bool:
        """The plan has another status."""
        source = self._plan.status_source
        if source is None or source.line != line:
            return False
        words = _changed_value(self._lines[line - 1], source.text, new, _WORDS)
        status = read_status(words) if words and not is_placeholder(words) else None
        if not words or status is None or self._plan.status is None:
            return False
        changes.plan |= {"status": status, "declared_status": words, "status_source": Written(words, line)}
        return True

    def _take_day(self, here: int, new: str, changes: _Changes) -> bool:
        """A day in the header is another one."""
        old = self._header_day(self._lines, here, here)
        changed = _header_day(new)
        if old is None or changed is None or old.label != changed.label or self._plan_day(old) != old.day:
            return False
        changes.take_day(changed)
        return True

    def _take_attribute(self, line: int, new: str, changes: _Changes) -> bool:
        """A task has another estimate, due day or owner."""
        attribute = self._attributes.get(line)
        if attribute is None:
            return False
        words = _changed_value(self._lines[line - 1], attribute.words, new, _FORMS[attribute.meaning])
        changed = self._values(attribute, words) if words and not is_placeholder(words) else None
        if changed is None:
            return False
        changes.tasks[attribute.task.line] = {**changes.tasks.get(attribute.task.line, {}), **changed}
        changes.same_work = changes.same_work and attribute.meaning != "estimate"
        return True

    def _values(self, attribute: _AttributeLine, words: str) -> dict[str, Any] | None:
        """The new fields of a task whose attribute now has these words; None where their meaning is not certain."""
        task = attribute.task
        if attribute.meaning == "estimate":
            was, now = (read_estimate(value, self._calendar) for value in (attribute.words, words))
            return {"estimate": now} if task.estimate == was and was.known and now.known else None
        if attribute.meaning == "owner":
            return {"owner": words} if task.owner == attribute.words else None
        was_day, now_day = _day(attribute.words), _day(words)
        if not was_day or not now_day or task.due != was_day or task.attributes.get(attribute.label) != attribute.words:
            return None
        return {"due": now_day, "attributes": {**task.attributes, attribute.label: words}}

    @cached_property
    def _boxes(self) -> Boxes:
        return Boxes(self._lines, sorted(self._headings), self._plan)

    @cached_property
    def _attributes(self) -> dict[int, _AttributeLine]:
        """The attributes that can change by themselves, by their lines: items of one line below a task with a box, each
        the only one of its kind there."""
        items = (
            block for block in self._root.walk() if block.kind is BlockKind.ITEM and block.line in self._boxes.tasks
        )
        return {
            attribute.line: attribute
            for item in items
            for attribute in _attributes_below(item, self._boxes.tasks[item.line])
        }

    # -- a line more or less -------------------------------------------------------------------------------------------

    def _is_blank_at_heading(self, here: int, lines: Sequence[str], place: int) -> bool:
        """Whether the line at `place` of `lines`, which is `here` in the text that was read, is one more blank line
        above or below a heading: such a line means nothing."""
        is_blank = place > 0 and here > 0 and not (lines[place] or lines[place - 1] or self._lines[here - 1])
        if not is_blank or not self._is_sure:
            return False
        above = next((n for n in range(here - 1, -1, -1) if self._lines[n]), -1)
        below = next((n for n in range(here, len(self._lines)) if self._lines[n]), -1)
        return above + 1 in self._headings or below + 1 in self._headings

    @cached_property
    def _headings(self) -> frozenset[int]:
        """The lines of the headings that are in no other block."""
        return frozenset(block.line for block in self._root.children if block.kind is BlockKind.HEADING)

    def _take_removed_day(self, here: int, changes: _Changes) -> bool:
        """A day of the header is no longer there."""
        if not self._is_between_labels(here - 1, here + 1):
            return False
        lost = self._header_day(self._lines, here, here)
        if lost is None or self._plan_day(lost) != lost.day:
            return False
        changes.take_day(replace(lost, day=None))
        return True

    def _take_added_day(self, here: int, lines: Sequence[str], there: int, changes: _Changes) -> bool:
        """A day of the header was added, above the line at `here`."""
        if not self._is_between_labels(here - 1, here):
            return False
        new = self._header_day(lines, there, here) if there < len(lines) else None
        if new is None or self._plan_day(new) is not None or new.meaning in changes.days:
            return False
        changes.take_day(new)
        return True

    def _is_between_labels(self, above: int, below: int) -> bool:
        """Whether two lines are in one paragraph of the header, each a value with its label."""
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
        """The day of the header in the line at `place` of `lines`, which is `here` in the text that was read; None
        where there is none, or another line of the header may give the same day."""
        day = _header_day(lines[place])
        if day is None or not self._boxes.is_in_header(here + 1):
            return None
        own = here if lines is self._lines else -1
        others = "\n".join(line for n, line in enumerate(self._header) if n != own)
        return None if _DAY_LABELS[day.meaning].search(others.casefold().replace("_", " ")) else day

    @cached_property
    def _header(self) -> Sequence[str]:
        """The lines above the first section, the front matter included."""
        first = next((line for line in sorted(self._headings) if line > self._plan.line), len(self._lines) + 1)
        return self._lines[: first - 1]

    def _plan_day(self, day: _HeaderDay) -> dt.date | None:
        own: dt.date | None = getattr(self._plan, day.meaning)
        return own


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


class _Changes:
    """What is different from the text that was read: fields of the plan, of tasks and of items by their lines, and the
    marks of boxes."""

    def __init__(self) -> None:
        self.marks: dict[int, str] = {}
        self.plan: dict[str, Any] = {}
        self.tasks: dict[int, Mapping[str, Any]] = {}
        self.items: dict[int, Mapping[str, Any]] = {}
        self.days: set[str] = set()
        self.same_work = True

    def take_day(self, day: _HeaderDay) -> None:
        """Note a day of the header. The work stays the same unless that is the start, or the day on which the plan was
        written, which counts as its start where it has none."""
        self.days.add(day.meaning)
        self.plan[day.meaning] = day.day
        self.same_work = self.same_work and day.meaning in ("last_updated", "due")

    def applied(self, plan: Plan) -> Plan:
        """The plan with these changes."""
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


def _tasks(tasks: tuple[Task, ...], changes: FieldValues) -> tuple[Task, ...]:
    """Tasks with the changes at their lines; the same ones where there is none."""
    changed = tuple(_task(task, changes) for task in tasks)
    return tasks if all(one is other for one, other in zip(tasks, changed, strict=True)) else changed


def _task(task: Task, changes: FieldValues) -> Task:
    subtasks = _tasks(task.subtasks, changes)
    own = changes.get(task.line, {})
    return task if not own and subtasks is task.subtasks else replace(task, subtasks=subtasks, **own)


def _items(items: tuple[ChecklistItem, ...], changes: FieldValues) -> tuple[ChecklistItem, ...]:
    """Items with the changes at their lines; the same ones where there is none."""
    if not any(item.line in changes for item in items):
        return items
    return tuple(replace(item, **changes.get(item.line, {})) for item in items)


def _common_lines(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (line, own) in pairs if line != own), min(len(one), len(other)))


def _attributes_below(item: Block, task: Task) -> Iterator[_AttributeLine]:
    """The attributes below the task in an item that are the only ones of their kind."""
    if len(item.children[0].lines) != 1 or "(" in item.children[0].text:
        return
    attributes: list[_AttributeLine] = []
    for below in list_items(item.children[1:]):
        labelled = labelled_value(item_text(below), below.line, LABELS_OF_WORK) if box_mark(below) is None else None
        if labelled is None or len(below.children) != 1 or len(below.children[0].lines) != 1:
            continue
        meaning = TASK_LABELS.get(label_key(labelled.label), "")
        attributes.append(_AttributeLine(task, below.line, meaning, labelled.label, labelled.value))
    for attribute in attributes:
        alike = _SAME_KIND.get(attribute.meaning, ())
        if sum(other.meaning in alike for other in attributes) == 1:
            yield attribute


def _changed_value(old: str, value: str, new: str, form: re.Pattern[str]) -> str | None:
    """The value in place of another one at the end of a line; None where more has changed, or a value has another
    form."""
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

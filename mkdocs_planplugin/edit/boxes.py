# The mark of a box is one character. It is changed only where GitHub sees the item of a list, and where the text, read
# again, has the state that was asked for: a legend, a dialect or struck-through words may give a mark another meaning.
"""Ticking a box."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.catalog import Refusal
from mkdocs_planplugin.gfm import BlockKind, Outline
from mkdocs_planplugin.model import Plan, State
from mkdocs_planplugin.reading import box_state

from .change import Change, ReadPage, changed
from .lines import BOX, decoded, find, fingerprints, split, text_of
from .refusal import RefusedError

# The mark that is written for a state, of the several that may be read as it.
MARKS: Mapping[State, str] = {
    State.OPEN: " ",
    State.IN_PROGRESS: "/",
    State.DONE: "x",
    State.BLOCKED: "!",
    State.DEFERRED: ">",
    State.CANCELLED: "-",
}
_NEXT_OF_TASK = {State.OPEN: State.IN_PROGRESS, State.IN_PROGRESS: State.DONE, State.DONE: State.OPEN}
_NEXT_OF_CRITERION = {State.OPEN: State.DONE, State.DONE: State.OPEN}


def box_fingerprints(text: str) -> dict[int, tuple[str, State]]:
    """The fingerprints of the lines of a file's text that look like boxes, by their numbers from 1, each with what its
    mark says by itself."""
    lines = split(text)
    boxes = (BOX.match(line.text.removeprefix("\ufeff")) for line in lines)
    numbered = enumerate(zip(boxes, fingerprints(lines), strict=True), 1)
    return {number: (name, box_state(box["mark"]) or State.OPEN) for number, (box, name) in numbered if box}


def states_by_line(plan: Plan) -> dict[int, State]:
    """The states of the tasks and of all other boxes of a plan, by their lines."""
    states = {item.line: item.state for item in plan.checklist()} | {task.line: task.state for task in plan.walk()}
    return {line: state for line, state in states.items() if state is not None}


def next_state(state: State, *, is_task: bool) -> State | None:
    """The state that a click makes of another: a task is open, in progress, done, and open again; a criterion is met or
    not. None where a reader has to choose."""
    return (_NEXT_OF_TASK if is_task else _NEXT_OF_CRITERION).get(state)


def tick(data: bytes, fingerprint: str, state: State, read: ReadPage) -> Change:
    """Change the mark of the box that a fingerprint names, in the bytes of a file, and nothing else.

    Refuses with a reason where the line is not there any more, where it holds no box (it is code, or text), and where
    the file would not be read as it was asked for.
    """
    lines = split(decoded(data))
    place = find(lines, fingerprint)
    text = lines[place].text
    bom = "\ufeff" if place == 0 and text.startswith("\ufeff") else ""
    box = BOX.match(text.removeprefix(bom))
    before = read(text_of(lines))
    if before.plan is None or before.outline is None:
        raise RefusedError(Refusal.STALE)
    if box is None or not _is_item(before.outline, place + 1):
        raise RefusedError(Refusal.NO_BOX)
    change = changed(lines, place, f"{bom}{box['before']}{MARKS[state]}{text.removeprefix(bom)[box.end() :]}")
    after = read(change.data.decode("utf-8")).plan
    is_counted = place + 1 in states_by_line(before.plan)
    if after is None or (is_counted and states_by_line(after).get(place + 1) is not state):
        raise RefusedError(Refusal.READS_OTHERWISE)
    return change


def _is_item(outline: Outline, line: int) -> bool:
    """Whether an item of a list begins on a line with running text of its own."""
    blocks = outline.root.walk()
    items = (block for block in blocks if block.kind is BlockKind.ITEM and block.line == line and block.children)
    return any(item.children[0].kind is BlockKind.PARAGRAPH and item.children[0].line == line for item in items)

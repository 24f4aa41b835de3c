# The ids of the parts of one plan. They are values and never taken apart: each part of an id that a reader, an anchor
# or a data file needs is a field. The text form is only written, never parsed.
"""The ids of tasks, phases and blocks."""

from __future__ import annotations

from typing import Literal, NamedTuple


class TaskId(NamedTuple):
    """The id of a task, unique in its plan.

    `written` is the id that the author gave it, without the word (`1.1`, `T001`), `None` where there is none. `line` is
    set only where it is needed to tell the task from others: where no id is written, or where an earlier task goes by
    the same text (`repeated`).

    The text form is `1.1`, `L27` (no id, line 27) or `1.1@L40` (a second task 1.1, on line 40).
    """

    written: str | None
    line: int | None = None
    repeated: bool = False

    @property
    def words(self) -> str:
        """The reference as English sentences have it: `1.1`."""
        return str(self)

    def __str__(self) -> str:
        """The id as data files, anchors and messages have it."""
        return _text(self.written, self.line, repeated=self.repeated)


class RiskId(NamedTuple):
    """The id of a risk, unique in its plan: see `TaskId`."""

    written: str | None
    line: int | None = None
    repeated: bool = False

    def __str__(self) -> str:
        """The id as data files and anchors have it."""
        return _text(self.written, self.line, repeated=self.repeated)


class PhaseRef(NamedTuple):
    """How a whole phase is referred to, unique in its plan: by its number, by its line where it has none, and by both
    where an earlier phase has the same number.

    The text form is `phase:2`, `phase:L30` or `phase:2@L40`.
    """

    number: str | None
    line: int | None = None

    @property
    def name(self) -> str:
        """The reference without `phase:`, as anchors have it."""
        return _text(self.number, self.line, repeated=self.number is not None and self.line is not None)

    @property
    def words(self) -> str:
        """The reference as English sentences have it: `Phase 2`."""
        return f"Phase {self.name}"

    def __str__(self) -> str:
        """The reference as data files have it."""
        return f"phase:{self.name}"


class BlockId(NamedTuple):
    """The id of a phase that is scheduled as one piece of work: the number and the line of the phase; `repeated` where
    a task or an earlier block goes by the same text.

    The text form is `P2`, `PL30` (no number, line 30) or `P2@L40`.
    """

    number: str | None
    line: int
    repeated: bool = False
    kind: Literal["block"] = "block"  # ids are tuples, and this one must not equal that of a task

    def __str__(self) -> str:
        """The id as data files have it."""
        return f"P{_text(self.number, self.line, repeated=self.repeated)}"


Reference = TaskId | PhaseRef
WorkId = TaskId | BlockId


def _text(written: str | None, line: int | None, *, repeated: bool) -> str:
    plain = f"L{line}" if written is None else written
    return f"{plain}@L{line}" if repeated else plain

# How each value of the model's enumerations looks to a reader: its sign, its word, its CSS name and its colour. This is
# the only place that says so; pages, badges, the navigation and the style sheet take it from here.
"""Labels of statuses, states, levels and severities."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from mkdocs_planplugin.language import _, mark
from mkdocs_planplugin.model import Level, RiskState, Severity, State, Status

from .glyphs import Glyph


class Tone(StrEnum):
    """The role of a colour. The value is the end of the name of its custom property: `--plan-good`."""

    NEUTRAL = "fg"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warn"
    ALARM = "alarm"


class Label(Struct, frozen=True):
    """How a value is shown.

    `sign` and the `english` word say the same, the sign at a glance, the word for everybody; `inner` is the word inside
    a sentence, where it is written otherwise. `name` is the end of its CSS class names (`plan-state-in-progress`) and
    its value in URLs. `tone` is the colour of sign and word. `outline` is the colour of the outline of its bars, which
    are empty inside then; without one they look as all planned work does.
    """

    sign: str
    english: str
    name: str
    inner: str = ""
    tone: Tone = Tone.NEUTRAL
    outline: Tone | None = None

    @property
    def text(self) -> str:
        """The word as it stands by itself, in the language of the page."""
        return _(self.english)

    @property
    def inline(self) -> str:
        """The word inside a sentence."""
        return _(self.inner or self.english)


# In the order of lists: in progress, next, resting, over. `None` is the status of a plan that declares none and has no
# boxes.
STATUS_LABELS: Mapping[Status | None, Label] = {
    Status.IN_PROGRESS: Label(Glyph.IN_PROGRESS, mark("In progress"), "in-progress", mark("in progress"), Tone.ACCENT),
    Status.BLOCKED: Label(Glyph.BLOCKED, mark("Blocked"), "blocked", mark("blocked"), Tone.ALARM),
    Status.NOT_STARTED: Label(Glyph.OPEN, mark("Not started"), "not-started", mark("not started")),
    None: Label(Glyph.NONE, mark("No status"), "none", mark("no status")),
    Status.DRAFT: Label(Glyph.OPEN, mark("Draft"), "draft", mark("draft")),
    Status.ON_HOLD: Label(Glyph.PAUSED, mark("On hold"), "on-hold", mark("on hold"), Tone.WARNING),
    Status.COMPLETE: Label(Glyph.DONE, mark("Complete"), "complete", mark("complete"), Tone.GOOD),
    Status.CANCELLED: Label(Glyph.CANCELLED, mark("Cancelled"), "cancelled", mark("cancelled"), Tone.MUTED),
}

# Of tasks and boxes. `None` is the state of a task without a box and without a word about its progress.
STATE_LABELS: Mapping[State | None, Label] = {
    State.OPEN: Label(Glyph.OPEN, mark("open"), "open"),
    State.DONE: Label(Glyph.DONE, mark("done"), "done", tone=Tone.GOOD),
    State.IN_PROGRESS: Label(Glyph.IN_PROGRESS, mark("in progress"), "in-progress", tone=Tone.ACCENT),
    State.CANCELLED: Label(Glyph.CANCELLED, mark("cancelled"), "cancelled"),
    State.DEFERRED: Label(Glyph.DEFERRED, mark("deferred"), "deferred", outline=Tone.MUTED),
    State.BLOCKED: Label(Glyph.BLOCKED, mark("blocked"), "blocked", tone=Tone.ALARM, outline=Tone.ALARM),
    None: Label(Glyph.NONE, mark("not tracked"), "untracked", outline=Tone.MUTED),
}

# Of tasks not begun, in a plan that is worked on: whether one could begin now.
READY_LABEL = Label(Glyph.OPEN, mark("ready"), "ready")
WAITING_LABEL = Label(Glyph.WAITING, mark("waiting"), "waiting", tone=Tone.MUTED)

# Of phases, which are begun and completed where tasks are opened and done.
PHASE_STATE_LABELS: Mapping[State | None, Label] = {
    **STATE_LABELS,
    State.OPEN: Label(Glyph.OPEN, mark("not started"), "open"),
    State.DONE: Label(Glyph.DONE, mark("complete"), "done", tone=Tone.GOOD),
}

# Of what somebody outside the plan has promised. Nobody ticks it, so it has no state.
OUTSIDE_LABEL = Label(Glyph.FROM_OUTSIDE, mark("external dependency"), "outside")

LEVEL_LABELS: Mapping[Level, Label] = {
    Level.LOW: Label(Glyph.LOW, mark("low"), "low", tone=Tone.MUTED),
    Level.MEDIUM: Label(Glyph.WARNING, mark("medium"), "medium", tone=Tone.WARNING),
    Level.HIGH: Label(Glyph.ALARM, mark("high"), "high", tone=Tone.ALARM),
    Level.CRITICAL: Label(Glyph.ALARM * 2, mark("critical"), "critical", tone=Tone.ALARM),
}

RISK_STATE_LABELS: Mapping[RiskState, Label] = {
    RiskState.OPEN: Label(Glyph.OPEN, mark("open"), "open"),
    RiskState.OCCURRED: Label(Glyph.BLOCKED, mark("occurred"), "occurred", tone=Tone.ALARM),
    RiskState.ACCEPTED: Label(Glyph.ACCEPTED, mark("accepted"), "accepted", tone=Tone.MUTED),
    RiskState.MITIGATED: Label(Glyph.DONE, mark("mitigated"), "mitigated", tone=Tone.GOOD),
    RiskState.CLOSED: Label(Glyph.DONE, mark("closed"), "closed", tone=Tone.GOOD),
    RiskState.RETIRED: Label(Glyph.CANCELLED, mark("retired"), "retired", tone=Tone.MUTED),
}

# Of findings, which are said in words only.
SEVERITY_LABELS: Mapping[Severity, Label] = {
    Severity.ERROR: Label("", mark("error"), "error", tone=Tone.ALARM),
    Severity.WARNING: Label("", mark("warning"), "warning", tone=Tone.WARNING),
    Severity.INFO: Label("", mark("info"), "info"),
}

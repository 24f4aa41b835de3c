# The one verdict on a plan: its value in data files, its words, its sign, its name in the style sheet and in URLs, and
# its place in lists of plans. The rules that choose a verdict stand in `measure/health/`.
"""Verdicts on plans."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mkdocs_planplugin.language import mark
from mkdocs_planplugin.model import Status

from .glyphs import Glyph
from .labels import Label, Tone


class Verdict(StrEnum):
    """How a plan stands, all in all."""

    OVERDUE = "overdue"
    OFF_TRACK = "off_track"
    BLOCKED = "blocked"
    AT_RISK = "at_risk"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    NOT_TRACKED = "not_tracked"
    ON_TRACK = "on_track"
    DRAFT = "draft"
    ON_HOLD = "on_hold"
    DONE = "done"
    CANCELLED = "cancelled"
    TEMPLATE = "template"


# In the order of lists of plans: the worst first, plans that nobody works on last.
VERDICT_LABELS: Mapping[Verdict, Label] = {
    Verdict.OVERDUE: Label(Glyph.ALARM, mark("Overdue"), "overdue", mark("overdue"), Tone.ALARM),
    Verdict.OFF_TRACK: Label(Glyph.ALARM, mark("Off track"), "off-track", mark("off track"), Tone.ALARM),
    Verdict.BLOCKED: Label(Glyph.BLOCKED, mark("Blocked"), "blocked", mark("blocked"), Tone.ALARM),
    Verdict.AT_RISK: Label(Glyph.WARNING, mark("At risk"), "at-risk", mark("at risk"), Tone.WARNING),
    Verdict.NOT_STARTED: Label(Glyph.OPEN, mark("Not started"), "not-started", mark("not started"), Tone.MUTED),
    Verdict.IN_PROGRESS: Label(Glyph.IN_PROGRESS, mark("In progress"), "in-progress", mark("in progress"), Tone.MUTED),
    Verdict.NOT_TRACKED: Label(Glyph.NONE, mark("Not tracked"), "not-tracked", mark("not tracked"), Tone.MUTED),
    Verdict.ON_TRACK: Label(Glyph.DONE, mark("On track"), "on-track", mark("on track"), Tone.GOOD),
    Verdict.DRAFT: Label(Glyph.OPEN, mark("Draft"), "draft", mark("draft"), Tone.MUTED),
    Verdict.ON_HOLD: Label(Glyph.PAUSED, mark("On hold"), "on-hold", mark("on hold"), Tone.WARNING),
    Verdict.DONE: Label(Glyph.DONE, mark("Done"), "done", mark("done"), Tone.GOOD),
    Verdict.CANCELLED: Label(Glyph.CANCELLED, mark("Cancelled"), "cancelled", mark("cancelled"), Tone.MUTED),
    Verdict.TEMPLATE: Label(Glyph.OPEN, mark("Template"), "template", mark("template"), Tone.MUTED),
}
# The status that a plan gets when somebody moves it to the plans of a verdict. Whether a plan in progress is on track
# follows from its dates, so nobody can set it.
STATUS_OF_VERDICT: Mapping[Verdict, Status] = {
    Verdict.OVERDUE: Status.IN_PROGRESS,
    Verdict.OFF_TRACK: Status.IN_PROGRESS,
    Verdict.BLOCKED: Status.BLOCKED,
    Verdict.AT_RISK: Status.IN_PROGRESS,
    Verdict.NOT_STARTED: Status.NOT_STARTED,
    Verdict.IN_PROGRESS: Status.IN_PROGRESS,
    Verdict.NOT_TRACKED: Status.IN_PROGRESS,
    Verdict.ON_TRACK: Status.IN_PROGRESS,
    Verdict.DRAFT: Status.DRAFT,
    Verdict.ON_HOLD: Status.ON_HOLD,
    Verdict.DONE: Status.COMPLETE,
    Verdict.CANCELLED: Status.CANCELLED,
}
# Somebody should look at these.
IN_TROUBLE = (Verdict.OVERDUE, Verdict.OFF_TRACK, Verdict.BLOCKED, Verdict.AT_RISK)
# The expected finish of these is later than it should be: by the due day, or without one by the plan.
FINISHES_LATE = (Verdict.OVERDUE, Verdict.OFF_TRACK)
# To be on track, a plan has to be finished this many working days before its due day.
SPARE_DAYS = 2
# A plan without a due day is off track if its finish is later than planned by more than this many working days, and by
# more than this many percent of the planned days.
LATE_DAYS, LATE_PERCENT = 5, 10
# An open risk from this score on puts a plan at risk: high x high.
RISKY_SCORE = 9

# Values as words: dates, lengths of time, counts, and the sign and word of every status, state and level. Vocabulary
# stands in tables; a new word is a new line.
"""How single values are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_planplugin.measure import HIGH_SCORE
from mkdocs_planplugin.model import Estimate, Level, Risk, State, Status

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NBSP = "\N{NO-BREAK SPACE}"
# From these scores of probability x impact on (1 to 16) a risk is critical, or medium; high is `HIGH_SCORE`.
_CRITICAL_SCORE = 12
_MEDIUM_SCORE = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A sign, the word that says the same, and the end of the class name that colours both."""

    sign: str
    text: str
    name: str


STATUSES = {
    Status.DRAFT: Word("○", "Draft", "draft"),
    Status.NOT_STARTED: Word("○", "Not started", "not-started"),
    Status.IN_PROGRESS: Word("◐", "In progress", "in-progress"),
    Status.BLOCKED: Word("■", "Blocked", "blocked"),
    Status.ON_HOLD: Word("‖", "On hold", "on-hold"),
    Status.COMPLETE: Word("✓", "Complete", "complete"),
    Status.CANCELLED: Word("✕", "Cancelled", "cancelled"),
}
NO_STATUS = Word("·", "No status", "none")

STATES = {
    State.OPEN: Word("○", "open", "open"),
    State.DONE: Word("✓", "done", "done"),
    State.IN_PROGRESS: Word("◐", "in progress", "in-progress"),
    State.CANCELLED: Word("✕", "cancelled", "cancelled"),
    State.DEFERRED: Word("»", "deferred", "deferred"),
    State.BLOCKED: Word("■", "blocked", "blocked"),
    None: Word("·", "not tracked", "untracked"),
}

PHASE_STATES = STATES | {
    State.OPEN: Word("○", "not started", "open"),
    State.DONE: Word("✓", "complete", "done"),
}

# What somebody outside the plan has promised: nobody ticks it, so it has no state.
OUTSIDE = Word("▽", "from outside", "outside")

LEVELS = {
    Level.LOW: Word("●", "low", "low"),
    Level.MEDIUM: Word("◆", "medium", "medium"),
    Level.HIGH: Word("▲", "high", "high"),
    Level.CRITICAL: Word("▲▲", "critical", "critical"),
}


def status_words() -> dict[str, str]:
    """What each status is called, by the end of its class name: `plan-in-progress`."""
    return {f"plan-{word.name}": word.text for word in STATUSES.values()}


@dataclass(frozen=True, slots=True)
class Day:
    """A date for a machine (`iso`) and for a reader; without a calendar ("day 3") `iso` is empty."""

    text: str
    iso: str = ""


@lru_cache(maxsize=1024)  # a page says the same dates again and again
def day(date: dt.date) -> Day:
    """`12 Jan 2026`."""
    return Day(f"{date.day} {MONTHS[date.month - 1]} {date.year}", date.isoformat())


@lru_cache(maxsize=1024)
def short_day(date: dt.date) -> Day:
    """`12 Jan`, where the year is said elsewhere."""
    return Day(f"{date.day} {MONTHS[date.month - 1]}", date.isoformat())


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 task`, `5 tasks`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def decimal(number: float) -> str:
    """At most one digit after the point, and none where it would be a zero."""
    return f"{number:.1f}".removesuffix(".0")


@lru_cache(maxsize=1024)  # and the same lengths
def hours(length: float) -> str:
    """`4 h`, and `30 min` below an hour."""
    return f"{round(length * 60)}{NBSP}min" if 0 < length < 1 else f"{decimal(length)}{NBSP}h"


@lru_cache(maxsize=1024)
def days(length: float, hours_per_day: float) -> str:
    """A length in hours as working days: `1.5 days`."""
    number = decimal(length / hours_per_day)
    return f"{number} day" if number == "1" else f"{number} days"


def work(length: float, hours_per_day: float) -> str:
    """A length in hours as a reader says it: `1.5 days`, and `4 h` below a day."""
    return hours(length) if length < hours_per_day else days(length, hours_per_day)


def estimate_hours(estimate: Estimate) -> str | None:
    """`308–388 h`, `40 h`, `up to 8 h`; `None` where the estimate says no length of time."""
    low, high = estimate.min_hours, estimate.max_hours
    if low is None or high is None:
        return None
    if low == high:
        return hours(high)
    return f"{decimal(low)}–{hours(high)}" if low else f"up to {hours(high)}"


def estimate_days(estimate: Estimate, hours_per_day: float) -> str | None:
    """The same in working days: `38.5–48.5 days`."""
    low, high = estimate.min_hours, estimate.max_hours
    if low is None or high is None:
        return None
    upper = days(high, hours_per_day)
    if low == high:
        return upper
    return f"{decimal(low / hours_per_day)}–{upper}" if low else f"up to {upper}"


def score_level(score: int) -> Level:
    """The level of a risk's score, 1 to 16."""
    if score >= _CRITICAL_SCORE:
        return Level.CRITICAL
    if score >= HIGH_SCORE:
        return Level.HIGH
    return Level.MEDIUM if score >= _MEDIUM_SCORE else Level.LOW


def risk_level(risk: Risk) -> Level | None:
    """How urgent a risk is: as its author ranks it, else by its score."""
    if risk.priority is None and risk.score is not None:
        return score_level(risk.score)
    return risk.priority


def listed(words: Iterable[str], limit: int) -> str:
    """Words in a row, as many as one reads: `1.1, 1.2 and 7 more`."""
    every = list(words)
    more = len(every) - limit
    return ", ".join(every[:limit]) + (f" and {more} more" if more > 0 else "")

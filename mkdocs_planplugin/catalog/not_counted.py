# What no date of a plan takes into account. The value goes into data; the sentences stand in `sentences.py`.
"""Kinds of what an expected finish leaves out."""

from __future__ import annotations

from enum import StrEnum


class Uncounted(StrEnum):
    """What an expected finish leaves out, the most harmful first."""

    BLOCKED = "blocked"  # nobody has said until when
    STILL_BLOCKED = "still_blocked"  # the day that was said is over
    PLAN = "plan"  # it waits for another plan of which nobody knows the finish
    NO_ESTIMATE = "no_estimate"  # it takes time, and counts with none
    AT_ONCE = "at_once"  # one person has several tasks on the same day
    PROMISE = "promise"  # another team has named a day, and no task waits for it

# What plans are compared with. The options of a site and the front matter of a plan name it in the same way.
"""Baselines as they are named."""

from __future__ import annotations

import datetime as dt
import re

_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
# What git allows in a name (git-check-ref-format(1)), as far as it could be taken for something else.
_NO_TAG = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|^[-/.]|[/.]$|\.lock$|^@?$")
_LONGEST = 200
_SHOWN = 100  # of a wrong value, in a message
_LARGE = 10**_SHOWN  # Python does not write numbers of thousands of digits


class WrongBaselineError(ValueError):
    """A value is neither a date nor a tag; the message says what was expected and what came."""


def read_baseline(value: object) -> dt.date | str:
    """The day or the tag that a value names. The value is what YAML has read. Raises WrongBaselineError."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    name = value.strip() if isinstance(value, str) else ""
    if _DATE.fullmatch(name):
        try:
            return dt.date.fromisoformat(name)
        except ValueError:
            name = ""
    if name and len(name) <= _LONGEST and not _NO_TAG.search(name):
        return name
    hint = "; put a tag that looks like a number in quotes" if isinstance(value, int | float) else ""
    shown = f"<{type(value).__name__}>"
    if isinstance(value, str | float) or (isinstance(value, int) and abs(value) < _LARGE):
        shown = repr(value)[:_SHOWN]
    raise WrongBaselineError(f"Expected a date such as 2026-01-31, or a tag, but received: {shown}{hint}")

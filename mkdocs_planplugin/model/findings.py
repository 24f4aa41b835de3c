# What a reader of a plan should know about its text.
"""Findings and their severity."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How serious a finding is. Errors and warnings are about the text itself, infos are judgements about the plan."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Struct, frozen=True, gc=False):
    """Something the reader of a plan's text should know, at a line of the file, with how to write it right."""

    line: int
    code: str
    level: Severity
    message: str
    hint: str = ""

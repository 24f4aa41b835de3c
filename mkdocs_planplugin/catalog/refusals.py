# Why a change that a reader asked for was not made: the code that the server answers, and its words on the page.
"""Reasons why a change was not made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mkdocs_planplugin.language import mark


class Refusal(StrEnum):
    """Why a change was not made, as a program reads it."""

    STALE = "stale"
    GONE = "gone"
    READ_ONLY = "read_only"
    OUTSIDE = "outside"
    NOT_UTF8 = "not_utf8"
    NO_BOX = "no_box"
    NO_STATUS = "no_status"
    SCATTERED_STATUS = "scattered_status"
    READS_OTHERWISE = "reads_otherwise"
    OTHER_TEXT = "other_text"
    FORBIDDEN = "forbidden"
    FAILED = "failed"
    NO_SERVER = "no_server"


REFUSAL_WORDS: Mapping[Refusal, str] = {
    Refusal.STALE: mark("The file has changed since this page was made. Nothing was written; reload the page."),
    Refusal.GONE: mark("The file of this plan is not there any more."),
    Refusal.READ_ONLY: mark("The file of this plan cannot be written."),
    Refusal.OUTSIDE: mark("The file of this plan lies outside the docs folder, or another plugin makes it."),
    Refusal.NOT_UTF8: mark("The file of this plan is not UTF-8."),
    Refusal.NO_BOX: mark("There is no box on this line of the file."),
    Refusal.NO_STATUS: mark(
        "This plan has no status to change. Write a line “**Status:** In Progress” below its title, or “status: In "
        "Progress” in its front matter."
    ),
    Refusal.SCATTERED_STATUS: mark("The status of this plan is not written on one line. Change it in the file."),
    Refusal.READS_OTHERWISE: mark("Something else in the file would still say otherwise. Change it there."),
    Refusal.OTHER_TEXT: mark("A snippet, a macro or another plugin made this text. Change it where it comes from."),
    Refusal.FORBIDDEN: mark("This page may not change files, or the server was started anew. Reload the page."),
    Refusal.FAILED: mark("The change could not be written; the log of the server says why."),
    Refusal.NO_SERVER: mark("The server takes no changes. Start it with “mkdocs serve --livereload”."),
}

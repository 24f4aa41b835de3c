# The way from a file's text to its plan. Each step is a module with one input and one result:
#
#   text -> front matter -> outline -> document -> layout -> work (drafts) -> verdict -> sections, header, plan
#
# Most pages of a site are no plans; each step is asked only where the one before leaves the question open.
"""Reading one document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_planplugin.gfm import ALL_SYNTAX, Outline, Syntax, read_outline, split_lines
from mkdocs_planplugin.model import Calendar, Finding, Plan
from mkdocs_planplugin.reading.profiles import PHASE_WORDS, pattern
from mkdocs_planplugin.reading.work import read_layout, read_work

from .assembly import assemble
from .context import ReadingContext
from .detection import Verdict, evidence_of, judge
from .document import Document
from .front_matter import read_front_matter

# Without any of these a text holds no work, and most pages of a site are told apart by that alone.
_MAY_HOLD_WORK = re.compile(
    rf"\[[^\d\[\]\n]\]|\b(?:{pattern(lambda profile: profile.detection.work_words).pattern})\b"
    rf"|^#{{1,6}}[ ][^\n]{{0,20}}?\b(?:{PHASE_WORDS})s?[ ]?\d",
    re.IGNORECASE | re.MULTILINE,
)
_SWITCHED_OFF = Verdict(is_plan=False, reasons=("front matter says `plan: false`",))
_NO_WORK = Verdict(is_plan=False, reasons=("no work in it",))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says: its plan, where it is one, and why it was taken for one or not.

    `findings` are those of the plan, or of the front matter of a page that is none. `outline` is that of a plan's text,
    for whoever has to show it.
    """

    verdict: Verdict
    plan: Plan | None = None
    findings: tuple[Finding, ...] = ()
    outline: Outline | None = None


def read(text: str, calendar: Calendar | None = None, syntax: Syntax = ALL_SYNTAX, name: str = "") -> Reading:
    """Read a Markdown file's text; never fails, in time linear in the text.

    `calendar` turns days and weeks into hours; `syntax` is what the site has switched on beyond GitHub's Markdown;
    `name` is the plan's title where the text has none.
    """
    text = "\n".join(split_lines(text.removeprefix("\ufeff")))
    front_matter = read_front_matter(text)
    if front_matter.plan is False:
        return Reading(_SWITCHED_OFF)
    if front_matter.plan is None and not _MAY_HOLD_WORK.search(text):
        return Reading(_NO_WORK)
    outline = read_outline(text.split("\n")[front_matter.lines :], syntax, front_matter.lines + 1)
    document = Document(outline)
    layout = read_layout(document)
    context = ReadingContext.of(document, calendar or Calendar(), layout.roles())
    work = read_work(layout, context)
    verdict = judge(evidence_of(layout, work), front_matter.plan)
    if not verdict.is_plan:
        return Reading(verdict, findings=front_matter.findings)
    plan = assemble(name, front_matter, layout, work, context)
    return Reading(verdict, plan, plan.findings, outline)

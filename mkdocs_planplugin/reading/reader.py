# The way from a file's text to its plan. Each step is a module with one input and one result:
#
#   text -> front matter -> outline -> document -> layout -> work (drafts) -> verdict -> sections, header, plan
#
# Most pages of a site are no plans; each step is asked only where the one before leaves the question open.
"""Reading one document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.catalog import CheckNames, CheckPolicy
from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import ALL_SYNTAX, Outline, Syntax, read_outline, split_lines
from mkdocs_planplugin.model import Calendar, Finding, Plan

from .assembly import assemble
from .context import ReadingContext
from .detection import PageVerdict, decided, weigh
from .document import Document
from .front_matter import FrontMatter, read_front_matter
from .ignored import read_ignored
from .patterns import folded, when_used
from .places import Place, read_place
from .profiles import BALLOT_SIGNS, PHASE_WORDS, pattern_anywhere, phrase_finder
from .signs import Candidate
from .work import guess_work, read_layout, read_work

# Without a box, a word for work or one of these headings a text holds no work, unless it lies among plans; most pages
# of a site are told apart by that alone. Headings are looked at by themselves, which is quicker than looking for their
# signs at each line.
_BOX = compiled(r"\[[^\d\[\]\n]\]")
_WORD_FOR_WORK = phrase_finder(lambda profile: profile.detection.work_words)
# A title, or the first heading, that speaks of plans; a numbered phase, also in bold type.
_HEADING_OF_WORK = when_used(
    rf"(?:\A#{{2,6}}|^#)[ ][^\n]{{0,80}}?(?:{pattern_anywhere(lambda profile: profile.detection.plan_words).pattern})"
    rf"|^(?:#{{1,6}}[ ][^\n]{{0,20}}?\b|\*\*|__)(?:{PHASE_WORDS})s?[ ]?\d",
    re.IGNORECASE | re.MULTILINE,
)
_ASKS_TO_BE_PLAN = compiled(r"\A---\n(?:(?!---\n).*\n)*?plan[ ]*:")
_NO_WORK = decided("no work is on it", is_plan=False)


class Reading(Struct, frozen=True):
    """The result of reading one file: its plan, if it is one, and why it was taken for one or not.

    `findings` are those of the plan; of another page, those of its front matter where that has `plan:`. `checks` says
    which findings, also later ones, the author wants. `outline` is that of a plan's text, to render it.
    """

    verdict: PageVerdict
    plan: Plan | None = None
    findings: tuple[Finding, ...] = ()
    outline: Outline | None = None
    checks: CheckPolicy = CheckPolicy()


def read(
    text: str,
    calendar: Calendar | None = None,
    syntax: Syntax = ALL_SYNTAX,
    name: str = "",
    path: str = "",
    is_plan: bool | None = None,
    *,
    all_reasons: bool = False,
) -> Reading:
    """Read the text of a Markdown file. It never fails, and takes time linear in the text.

    `calendar` converts days and weeks to hours. `syntax` is the Markdown syntax of the site beyond GitHub's. `name` is
    the title of the plan if its text has none. `path` is that of the file in the docs folder; the names in it are signs
    of a plan, too. `is_plan` says what the page is, unless its front matter does. With `all_reasons`, the verdict on a
    plan has those against it also where they change nothing.
    """
    text = "\n".join(split_lines(text.removeprefix("\ufeff")))
    front_matter = read_front_matter(text)
    ignored, comments = read_ignored(text)
    checks = CheckPolicy(front_matter.checks.levels, ignored)
    place = read_place(path)
    verdict = _verdict_beforehand(text, place, front_matter, is_plan)
    if verdict and not verdict.is_plan:
        return Reading(verdict, checks=checks)
    lines = text.split("\n")
    outline = read_outline(lines[front_matter.lines :], syntax, front_matter.lines + 1)
    document = Document(outline)
    layout = read_layout(document)
    context = ReadingContext.of(document, calendar or Calendar(), layout.roles(), layout.states())
    work = read_work(layout, context)
    page = Candidate(place, front_matter, layout, work, lines)
    verdict = verdict or weigh(page, all_reasons=all_reasons)
    if not verdict.is_plan:
        # Other front matter is other tools' own; but who writes `plan: true` below a mistake in YAML is to know.
        meant = front_matter if _ASKS_TO_BE_PLAN.search(text) else FrontMatter()
        return Reading(verdict, findings=meant.findings, checks=_with_names(checks, meant, comments))
    if not front_matter.todos:  # else these are the work, and what the page says explains them
        guess_work(work, layout, context)
    plan = assemble(name, page, context)
    return Reading(verdict, plan, plan.findings, outline, _with_names(checks, front_matter, comments))


def _with_names(checks: CheckPolicy, front_matter: FrontMatter, comments: Iterable[CheckNames]) -> CheckPolicy:
    """The policy of a page with the names that it uses, so that unknown ones can be told."""
    return replace(checks, written=(*front_matter.checks.written, *comments))


def _verdict_beforehand(text: str, place: Place, front_matter: FrontMatter, is_plan: bool | None) -> PageVerdict | None:
    """The verdict if it needs no reading: front matter or options say what the page is, or nothing speaks of work."""
    if front_matter.plan is not None:
        return decided(f"front matter says `plan: {str(front_matter.plan).lower()}`", is_plan=front_matter.plan)
    if is_plan is not None:
        return decided(f"the option `plans` says that it is {'a plan' if is_plan else 'none'}", is_plan=is_plan)
    return None if place.says_plan or _may_hold_work(text) else _NO_WORK


def _may_hold_work(text: str) -> bool:
    if "[ ]" in text or _BOX.search(text) or any(sign in text for sign in BALLOT_SIGNS):  # most plans have an open box
        return True
    if _WORD_FOR_WORK.is_in(folded(text)):
        return True
    headings = [line for line in text.split("\n") if line.startswith(("#", "**", "__"))]
    return _HEADING_OF_WORK.search("\n".join(headings)) is not None

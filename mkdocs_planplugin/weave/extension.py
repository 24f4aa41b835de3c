"""The extension itself: which text it acts on, and the stages it takes part in."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice, takewhile

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from mkdocs_planplugin.catalog import STALE_AFTER
from mkdocs_planplugin.gfm import Outline, Syntax, read_outline
from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import schedule
from mkdocs_planplugin.views import plan_views
from mkdocs_planplugin.views.kit import Context

from .decoration import Decoration, decorate
from .inline import add_github_inlines
from .raw_html import swallowing_tag
from .tree import PLACEHOLDER, PlanProcessor, TreeBuilder, place_comment

# Lines that are compared one by one where a plugin has changed the text of a page.
MOST_COMPARED = 2000
PLACE = re.compile(re.escape(place_comment("@")).replace("@", "(?P<view>[^<>]*?)"))


@dataclass(frozen=True, slots=True)
class Weaving:
    """What is to be done with a text: its decoration, and the text of its file, whose lines the decoration names.

    `outline` is that of the file's text without front matter, where it is known already.
    """

    decoration: Decoration = field(default_factory=Decoration)
    source: str = ""
    outline: Outline | None = None
    views: Mapping[str, str] | None = None  # to fill the places at once; None leaves them for `fill_places`


class PlanExtension(Extension):
    """Renders the texts that `weaving_for` knows as plans; every other text passes through untouched.

    Without it, every text that is a plan is rendered as one, with its views, on the day `as_of` (by default today).
    """

    def __init__(
        self, weaving_for: Callable[[str], Weaving | None] | None = None, as_of: str | dt.date | None = None
    ) -> None:
        super().__init__()
        day = dt.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        self._weaving_for = weaving_for or (lambda text: _alone(text, day or dt.datetime.now().astimezone().date()))

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the stages with a converter."""
        stages = _Stages(md, self._weaving_for)
        # Before every other preprocessor: the text is still the author's, snippets are not yet put in.
        md.preprocessors.register(_Announced(stages), "planplugin-announced", 1000)
        # After snippets (32) and the folding of white space (30), before code fences (25) and raw HTML (20).
        md.preprocessors.register(_Outlined(stages), "planplugin-outlined", 26)
        md.parser.blockprocessors.register(stages.processor, "planplugin", 200)
        md.postprocessors.register(_Finished(stages), "planplugin-finished", -100)


def fill_places(content: str, views: Mapping[str, str]) -> str:
    """Put each view (name to HTML) at its place in a converted page; a place without a view goes."""
    return PLACE.sub(lambda match: views.get(match["view"], ""), content)


class _Stages:
    """What the stages of one conversion share."""

    def __init__(self, md: Markdown, weaving_for: Callable[[str], Weaving | None]) -> None:
        self.md = md
        self.weaving_for = weaving_for
        self.weaving: Weaving | None = None
        self.inlines: list[str] = []
        self.processor = PlanProcessor(md.parser)

    def begin(self, lines: list[str]) -> None:
        self.end()
        self.weaving = self.weaving_for("\n".join(lines))

    def outline(self, lines: list[str]) -> list[str]:
        weaving = self.weaving
        if weaving is None:
            return lines
        source = weaving.source.split("\n")
        syntax = syntax_of(self.md)
        outline = weaving.outline
        line_of: Callable[[int], int | None] = _same_line
        if outline is None or outline.syntax != syntax or not _is_rest(lines, source, outline.root.line - 1):
            outline = read_outline(lines, syntax)
            line_of = _line_map(self.md.preprocessors["normalize_whitespace"].run(source), lines)
        if outline.too_deep:
            self.end()
            return lines
        text = "\n".join(lines)
        self.inlines = add_github_inlines(self.md, text)
        swallowing = swallowing_tag(text) if "<" in text else None
        self.processor.builder = TreeBuilder(self.md, outline, weaving.decoration, line_of, swallowing)
        return [PLACEHOLDER % 0]

    def end(self) -> None:
        self.weaving = self.processor.builder = None
        for name in self.inlines:
            self.md.inlinePatterns.deregister(name)
        self.inlines = []


class _Announced(Preprocessor):
    def __init__(self, stages: _Stages) -> None:
        super().__init__(stages.md)
        self.stages = stages

    def run(self, lines: list[str]) -> list[str]:
        self.stages.begin(lines)
        return lines


class _Outlined(Preprocessor):
    def __init__(self, stages: _Stages) -> None:
        super().__init__(stages.md)
        self.stages = stages

    def run(self, lines: list[str]) -> list[str]:
        return self.stages.outline(lines)


class _Finished(Postprocessor):
    def __init__(self, stages: _Stages) -> None:
        super().__init__(stages.md)
        self.stages = stages

    def run(self, text: str) -> str:
        weaving = self.stages.weaving
        self.stages.end()
        return text if weaving is None or weaving.views is None else fill_places(text, weaving.views)


def syntax_of(md: Markdown) -> Syntax:
    """Which block syntax beyond GitHub's a converter has switched on."""
    known = md.parser.blockprocessors
    return Syntax(
        admonitions="admonition" in known,
        details="details" in known,
        tabs="tabbed" in known,
        footnotes="footnote" in known,
        markdown_in_html="markdown_block" in known,
    )


def _same_line(line: int) -> int | None:
    return line


def _is_rest(lines: list[str], source: list[str], start: int) -> bool:
    """Whether the lines to convert are those of the file from `start` on, but for empty lines at both ends."""
    return "\n".join(lines).strip("\n") == "\n".join(source[start:]).strip("\n")


def _line_map(source: list[str], lines: list[str]) -> Callable[[int], int | None]:
    """Map the lines of a text to those of its file; None for what snippets and macros have put in.

    A line that a macro has changed stands for the one it was. What is the same at both ends is most of it; only the
    rest is compared line by line, up to a size, since that takes quadratic time.
    """
    offset = len(source) - len(lines)
    if source[max(offset, 0) :] == lines:
        return lambda line: line + offset
    same = len(list(takewhile(_alike, zip(source, lines, strict=False))))
    rest = min(len(source), len(lines)) - same
    tail = len(list(takewhile(_alike, islice(zip(reversed(source), reversed(lines), strict=False), rest))))
    found = {n + 1: n + 1 for n in range(same)}
    found |= {len(lines) - n: len(source) - n for n in range(tail)}
    before, after = source[same : len(source) - tail], lines[same : len(lines) - tail]
    if max(len(before), len(after)) <= MOST_COMPARED:
        for tag, start, end, at, until in difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
            if tag in ("equal", "replace"):
                pairs = zip(range(start, end), range(at, until), strict=False)
                found |= {same + there + 1: same + here + 1 for here, there in pairs}
    return found.get


def _alike(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _alone(text: str, today: dt.date) -> Weaving | None:
    """What is to be done with a text where there is no site that knows it."""
    plan = read(text).plan
    if plan is None:
        return None
    calendar = Calendar()
    planned = schedule(plan, calendar, today)
    entry = Entry("", "", plan, planned, measure(plan, planned, today, STALE_AFTER))
    return Weaving(decorate(plan), text, views=plan_views(entry, calendar, Context(today, lambda _: None, None)))

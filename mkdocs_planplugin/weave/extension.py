# The extension itself, for the plugin and for use without MkDocs: its stages, and the texts on which it acts.
"""The Markdown extension."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from functools import partial
from itertools import islice, takewhile
from typing import NamedTuple

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Outline, Syntax, read_outline

from .decoration import PageDecoration, place_comment
from .inline import add_github_inlines
from .placeholders import PLACEHOLDER, PlanProcessor
from .raw_html import swallowing_tag
from .tree import TreeBuilder

# If a plugin has changed the text of a page, at most so many lines are compared one by one: it takes quadratic time.
MOST_COMPARED = 2000
# The names that our stages are registered by.
_STAGES = ("planplugin-announced", "planplugin-outlined", "planplugin", "planplugin-places", "planplugin-finished")
_PLACE_START = place_comment("@").partition("@")[0]
PLACE = compiled(re.escape(place_comment("@")).replace("@", "(?P<view>[^<>]*?)"))


class RenderRequest(Struct, frozen=True):
    """A request to render a text as GitHub renders it, with a `decoration`.

    `source` is the text of the file; the decoration refers to its lines. `outline` is that of the text without front
    matter, if it is known already. With `views` (name to HTML), the places of views are filled at once; without, they
    are left for `fill_places`. If the text cannot be rendered in this way, it is converted as if it were no plan, and
    `failed` is called with the error. `boxes` are the names of its boxes for the script that ticks them, by their lines
    in the file.
    """

    decoration: PageDecoration = PageDecoration()
    source: str = ""
    outline: Outline | None = None
    views: Mapping[str, str] | None = None
    failed: Callable[[Exception], None] = lambda _: None
    boxes: Mapping[int, str] = {}


class WeaveExtension(Extension):
    """Renders the texts that `request_for` has a request for; every other text passes through untouched.

    `failed` is told what fails where there is no request that could be told.
    """

    def __init__(
        self,
        request_for: Callable[[str], RenderRequest | None],
        failed: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._request_for = request_for
        self._failed = failed

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the stages with a converter. Where that fails, it converts as without them."""
        try:
            conversion = _Conversion(md, self._request_for)
            conversion.take_part()
            _guard(md, conversion, self._failed)
        except Exception as error:  # noqa: BLE001 (whatever it is, pages are made)
            _remove_stages(md)
            self._failed(error)


class PreparedExtension(WeaveExtension):
    """Renders the texts that have a request in `requests`, which takes it out of them."""

    def __init__(
        self, requests: MutableMapping[str, RenderRequest], failed: Callable[[Exception], None] = lambda _: None
    ) -> None:
        super().__init__(lambda text: requests.pop(text, None), failed)


def fill_places(content: str, views: Mapping[str, str]) -> str:
    """Put each view (name to HTML) at its place in a converted page; a place without a view goes."""
    return PLACE.sub(lambda match: views.get(match["view"], ""), content)


class _Conversion:
    """What the stages of one conversion share. A request and its outline are kept until all of it is over: there is no
    stage that is certain to be the last (a table of contents runs all postprocessors for each heading)."""

    def __init__(self, md: Markdown, request_for: Callable[[str], RenderRequest | None]) -> None:
        self.md = md
        self.request_for = request_for
        self.request: RenderRequest | None = None
        self.mentions_us = False
        self.inlines: list[str] = []
        self.processor = PlanProcessor(md.parser)

    def take_part(self) -> None:
        """Register the stages."""
        md = self.md
        announced, outlined, built, places, finished = _STAGES
        # Before every other preprocessor: the text is still the author's, snippets are not yet put in.
        md.preprocessors.register(_BeginStage(self), announced, 1000)
        # After snippets (32) and the folding of white space (30), before code fences (25) and raw HTML (20).
        md.preprocessors.register(_OutlineStage(self), outlined, 26)
        md.parser.blockprocessors.register(self.processor, built, 200)
        # Before raw HTML (30) is put back.
        md.postprocessors.register(_NoOthersPlacesStage(self), places, 31)
        md.postprocessors.register(_FillStage(self), finished, -100)

    def begin(self, lines: list[str]) -> None:
        """Look whether there is a request for a text."""
        self.end()
        self.request = self.request_for("\n".join(lines))

    def outline(self, lines: list[str]) -> list[str]:
        """Take over the text, if it was requested and is not nested too deeply. Returns the lines for the later stages:
        a placeholder, or the same lines."""
        request = self.request
        if request is None:
            return lines
        outline, line_of, boxes = _blocks_of(self.md, request, lines)
        if outline.too_deep:
            self.end()
            return lines
        text = "\n".join(lines)
        self.mentions_us = "planplugin" in text
        self.inlines = add_github_inlines(self.md, text)
        swallowing = swallowing_tag(text)
        self.processor.builder = TreeBuilder(self.md, outline, text, request.decoration, line_of, boxes, swallowing)
        return [PLACEHOLDER % 0]

    def end(self) -> None:
        """Give up the request, and what was registered for its text."""
        self.request = self.processor.builder = None
        for name in self.inlines:
            self.md.inlinePatterns.deregister(name)
        self.inlines = []


def _guard(md: Markdown, conversion: _Conversion, failed: Callable[[Exception], None]) -> None:
    """If a text cannot be converted, have it converted as if it were no plan. This holds for pages that are none, too:
    our stages run for all texts.

    A stage of the site may fail, too, because of something that only our tree has. No stage of ours sees all failures.
    So the method `convert` of this one converter is replaced. An error that also occurs without our stages is not ours.
    """
    convert = md.convert

    def guarded(source: str) -> str:
        conversion.request = None
        try:
            html = convert(source)
            conversion.end()  # a converter is freed late, and the outline takes several times the memory of the text
        except Exception as error:  # noqa: BLE001 (whatever it is, it is raised again where it is not ours)
            request = conversion.request
            md.reset()
            html = _without_us(md, conversion, partial(convert, source))
            (request.failed if request else failed)(error)
        return html

    md.convert = guarded  # type: ignore[method-assign]


def _without_us(md: Markdown, conversion: _Conversion, convert: Callable[[], str]) -> str:
    """What `convert` returns while none of our stages takes part."""
    with suppress(Exception):  # what has failed may have been this
        conversion.end()
    _remove_stages(md)
    try:
        return convert()
    finally:
        conversion.take_part()


def _remove_stages(md: Markdown) -> None:
    for stages in (md.preprocessors, md.parser.blockprocessors, md.postprocessors):
        for name in _STAGES:
            stages.deregister(name, strict=False)


class _BeginStage(Preprocessor):
    def __init__(self, conversion: _Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        self.conversion.begin(lines)
        return lines


class _OutlineStage(Preprocessor):
    def __init__(self, conversion: _Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        return self.conversion.outline(lines)


class _NoOthersPlacesStage(Postprocessor):
    """Changes comments of authors that look like the place of a view, so that nothing is put there."""

    def __init__(self, conversion: _Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, text: str) -> str:
        builder = self.conversion.processor.builder
        blocks = self.conversion.md.htmlStash.rawHtmlBlocks
        for number, block in enumerate(blocks if builder and self.conversion.mentions_us else ()):
            if builder and number not in builder.own_html and isinstance(block, str):
                blocks[number] = block.replace(_PLACE_START, f"{_PLACE_START[:4]} {_PLACE_START[4:]}")
        return text


class _FillStage(Postprocessor):
    def __init__(self, conversion: _Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, text: str) -> str:
        request = self.conversion.request
        return text if request is None or request.views is None else fill_places(text, request.views)


def syntax_of(md: Markdown) -> Syntax:
    """The block syntax beyond GitHub's that the extensions of a converter add."""
    known = md.parser.blockprocessors
    return Syntax(
        admonitions="admonition" in known,
        details="details" in known,
        tabs="tabbed" in known,
        footnotes="footnote" in known,
        markdown_in_html="markdown_block" in known,
    )


class _Blocks(NamedTuple):
    """The blocks of a text. `line_of` maps its lines to those of the file; `boxes` are the names of boxes by its
    lines."""

    outline: Outline
    line_of: Callable[[int], int | None]
    boxes: Mapping[int, str]


def _blocks_of(md: Markdown, request: RenderRequest, lines: list[str]) -> _Blocks:
    """The blocks of the lines that are to be converted: those of the request, unless something has changed the text."""
    source, syntax, outline = request.source.split("\n"), syntax_of(md), request.outline
    if outline is not None and outline.syntax == syntax:
        body = source[outline.root.line - 1 :]  # below the front matter
        if "\n".join(lines).strip("\n") == "\n".join(body).strip("\n"):
            return _Blocks(outline, lambda line: line, request.boxes)
    source = md.preprocessors["normalize_whitespace"].run(source)
    line_of = _line_map(source, lines)
    boxes = _unambiguous_boxes(request.boxes, source, lines, line_of) if request.boxes else {}
    return _Blocks(read_outline(lines, syntax), line_of, boxes)


def _line_map(source: list[str], lines: list[str]) -> Callable[[int], int | None]:
    """Map the lines of a text to those of its file; `None` for lines that snippets and macros have added.

    A line that a macro has changed maps to the original line. Equal lines at both ends, usually most of the text, are
    found first. Only the rest is compared line by line, up to a limit, because that takes quadratic time.
    """
    offset = len(source) - len(lines)
    if source[max(offset, 0) :] == lines:
        return lambda line: line + offset
    same = len(list(takewhile(_alike, zip(source, lines, strict=False))))
    rest = min(len(source), len(lines)) - same
    tail = len(list(takewhile(_alike, islice(zip(reversed(source), reversed(lines), strict=False), rest))))
    source_lines = {n + 1: n + 1 for n in range(same)}
    source_lines |= {len(lines) - n: len(source) - n for n in range(tail)}
    before, after = source[same : len(source) - tail], lines[same : len(lines) - tail]
    if max(len(before), len(after)) <= MOST_COMPARED:
        matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
        for tag, source_start, source_end, start, end in matcher.get_opcodes():
            if tag in ("equal", "replace"):
                pairs = zip(range(source_start, source_end), range(start, end), strict=False)
                source_lines |= {same + line + 1: same + source_line + 1 for source_line, line in pairs}
    return source_lines.get


def _unambiguous_boxes(
    boxes: Mapping[int, str], source: list[str], lines: list[str], line_of: Callable[[int], int | None]
) -> dict[int, str]:
    """The names of boxes by the lines of a text that snippets or macros have changed: of those lines only that stand
    in it once, as in the file."""
    offset = max(0, len(source) - len(lines))
    if source[offset:] == lines:
        return {line - offset: name for line, name in boxes.items()}
    counts = Counter(lines)
    certain = {number: line_of(number) for number, text in enumerate(lines, 1) if counts[text] == 1}
    return {
        number: boxes[line]
        for number, line in certain.items()
        if line is not None and line in boxes and lines[number - 1] == source[line - 1]
    }


def _alike(pair: tuple[str, str]) -> bool:
    """Whether two lines are equal."""
    return pair[0] == pair[1]

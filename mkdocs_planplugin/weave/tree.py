# From the outline to the elements that Python-Markdown's later stages work on. The blocks that GitHub knows are built
# here, straight from the outline, so that they nest as the outline says and as GitHub shows them. What only the site
# knows (admonitions, tabs, definition lists, ...) is handed to the site's own block processors, with a placeholder for
# the body, so that the body is built here again.
"""Building a page's element tree from its outline."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from markdown import Markdown, blockprocessors
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import ETX, STX, AtomicString, code_escape

from mkdocs_planplugin.gfm import Block, BlockKind, Outline, alignments, table_cells

from .boxes import OTHER_BOX, box_attributes
from .decoration import BlockDecoration, PageDecoration, place_comment
from .shortcuts import Shortcuts
from .written import Writer

PLACEHOLDER = STX + "planplugin:%d" + ETX
PLACEHOLDER_PATTERN = re.compile(rf"[ ]*{STX}planplugin:(\d+){ETX}[ ]*$")
TEXT_TAGS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
# What the site's processors for containers look for, by their names: most paragraphs are spared the question.
WITH_HEADS = ("admonition", "details", "tabbed", "footnote")
HEAD_MARK = re.compile(r"!!!|\?\?\?|===|\[\^")
# Without a sign of it on the page, these have nothing to do there; they are asked about every paragraph otherwise.
SIGNS = {
    "deflist": re.compile(r"(?:^|[\s>]):[ ]"),
    "abbr": re.compile(r"\*\["),
    "markdown_block": re.compile(r"<[^<>]*\smarkdown[\s=/>]"),
}
MARKDOWN_ATTRIBUTE = re.compile(r"[ ]markdown(?:=(?:\"[^\"]*\"|'[^']*'|[^ >]*))?(?=[ />])")

TextStart = tuple[
    etree.Element, etree.Element | None
]  # an element that begins with running text, and the box before that


class TreeBuilder:
    """Builds the elements of one page. `text` is what was outlined, `line_of` maps a line of it to its line in the
    file; `swallowing` finds the tags of raw HTML that are shown as text."""

    def __init__(
        self,
        md: Markdown,
        outline: Outline,
        text: str,
        decoration: PageDecoration,
        line_of: Callable[[int], int | None],
        swallowing: re.Pattern[str] | None = None,
    ) -> None:
        self._md = md
        self._outline = outline
        self._line_of = line_of
        self._swallowing = swallowing
        # Marks and places are used up: blocks that start at the same line (a list and its first item) share them.
        self._marks = dict(decoration.marks)
        self._places: dict[tuple[int | None, bool], list[str]] = {}
        for place in decoration.places:
            self._places.setdefault((place.line, place.before), []).append(place.view)
        configs = (getattr(processor, "config", {}) for processor in md.treeprocessors)
        self._task_lists: Mapping[str, bool] = next((config for config in configs if "custom_checkbox" in config), {})
        self._bodies = [outline.root]
        self.own_html: set[int] = set()  # what the site's stash of raw HTML has of ours, by its number
        self._last_html: tuple[etree.Element | None, int] = None, 0  # what holds HTML of ours, and its number there
        self._built: set[Block] = set()
        # Settled when the tree stands: until then, a paragraph may turn out to be the term of a definition list.
        self._texts: list[TextStart] = []
        self._is_final = True
        abbreviations = any(text.startswith("*[") for block in outline.root.children for text in block.lines)
        self._shortcuts = Shortcuts(md, abbreviations=abbreviations)
        self._writer = Writer(self._shortcuts, self._is_plain, self._mark_at, self._task_lists)
        processors = md.parser.blockprocessors
        with_heads = [processors[name] for name in WITH_HEADS if name in processors]
        idle = [processors[name] for name, sign in SIGNS.items() if name in processors and not sign.search(text)]
        self._site_processors = [
            block for block in processors if not isinstance(block, OUR_PROCESSORS) and block not in idle
        ]
        self._headless_processors = [block for block in self._site_processors if block not in with_heads]

    def build(self, parent: etree.Element, number: int) -> None:
        """Put what the placeholder of this number stands for into `parent`; 0 is the page."""
        block = self._bodies[number]
        self._built.add(block)
        around = self._texts, self._is_final
        # The extension for footnotes will write behind their text: there may be no elements in it yet.
        self._texts, self._is_final = [], number == 0 or not block.lines[0].startswith("[^")
        if number == 0:
            for label, target in self._outline.definitions.items():
                self._md.references.setdefault(label, (target[0], target[1] or ""))
            self._place(parent, None)
        self._blocks(parent, block.children)
        if number == 0:
            self._place_summary(parent)
        for text in self._texts if self._is_final else ():
            self._shortcuts.settle(*text)
        self._texts, self._is_final = around

    def _place_summary(self, parent: etree.Element) -> None:
        """Put the summary below the title where the title's line was lost on the way here."""
        unplaced = [view for views in self._places.values() for view in views if view == "summary"]
        at = next((n for n, element in enumerate(parent, 1) if element.tag == "h1"), 0)
        for view in unplaced:
            place = etree.Element("p")
            place.text = self._stored_place(view)
            parent.insert(at, place)

    def _blocks(self, parent: etree.Element, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._builders[block.kind](self, parent, block)

    def _mark_at(self, line: int) -> BlockDecoration | None:
        in_file = self._line_of(line)
        return None if in_file is None else self._marks.get(in_file)

    def _mark(self, line: int) -> BlockDecoration | None:
        in_file = self._line_of(line)
        return None if in_file is None else self._marks.pop(in_file, None)

    def _dress(self, element: etree.Element, holder: etree.Element, mark: BlockDecoration) -> None:
        """Give the author's element its anchor and classes, and leave a place for our words behind its text."""
        if mark.anchor:
            element.set("id", mark.anchor)
        if mark.classes:
            add_class(element, *mark.classes)
        if mark.view:
            holder.text = f"{holder.text or ''} {self._stored_place(mark.view)}"

    def _place(self, parent: etree.Element, line: int | None, *, before: bool = False) -> None:
        in_file = None if line is None else self._line_of(line)
        if line is None or in_file is not None:
            for view in self._places.pop((in_file, before), ()):
                self._put_html(parent, place_comment(view))

    def _stored_place(self, view: str) -> str:
        """What stands in the tree for the place of a view."""
        return self._stored(place_comment(view))

    def _text(self, parent: etree.Element, tag: str, text: str) -> etree.Element:
        """A new element that begins with running text."""
        element = etree.SubElement(parent, tag)
        element.text = text
        self._texts.append((element, None))
        return element

    def _write(self, parent: etree.Element, html: str | None) -> bool:
        """Put in a block as HTML, where it can be told; no later stage looks at it. Returns whether it was put in."""
        # Attributes of an item may stand before a list in it, and are looked for there.
        if html is None or (parent.tag == "li" and "{" in "".join(parent.itertext())):
            return False
        self._put_html(parent, html)
        return True

    def _put_html(self, parent: etree.Element, html: str) -> None:
        """Add HTML to an element. Each later stage visits each element: pieces that follow each other share one."""
        last, number = self._last_html
        if len(parent) and parent[-1] is last and not last.tail:
            pieces = self._md.htmlStash.rawHtmlBlocks
            pieces[number] = f"{pieces[number]}\n{html}"
            return
        number = self._md.htmlStash.html_counter
        element = etree.SubElement(parent, "p")
        element.text = self._stored(html)
        self._last_html = element, number

    def _stored(self, html: str) -> str:
        """What stands in the tree for HTML: nothing that inline patterns have to look at."""
        self.own_html.add(self._md.htmlStash.html_counter)
        return AtomicString(self._md.htmlStash.store(html))

    def _is_plain(self, line: int, text: str) -> bool:
        """Whether no view goes to this line, and no block processor of the site would take the text."""
        in_file = self._line_of(line)
        is_place = (in_file, True) in self._places or (in_file, False) in self._places
        return self._is_final and not (is_place or self._headless_processors or HEAD_MARK.search(text))

    # -- leaves ------------------------------------------------------------------------------------------------------

    def _heading(self, parent: etree.Element, block: Block) -> None:
        self._place(parent, block.line, before=True)
        mark = self._mark(block.line)
        if mark is not None and mark.anchor:
            # Not on the heading itself, its id is the author's; and above it, so that whoever follows the link sees it.
            classes = " ".join(("plan-anchor", *mark.classes))
            etree.SubElement(parent, "div", {"id": mark.anchor, "class": classes, "data-planplugin": "anchor"})
        self._text(parent, f"h{block.level}", block.text)
        if mark is not None and mark.view:
            # Below it: in a heading our words would get into its id and into the table of contents.
            words = etree.SubElement(parent, "div", {"class": "plan-words", "data-planplugin": "words"})
            words.text = self._stored_place(mark.view)
        self._place(parent, block.line)

    def _paragraph(self, parent: etree.Element, block: Block, *, tight: bool = False) -> None:
        if parent.tag != "li" and self._write(parent, self._writer.paragraph(block)):
            return
        mark = self._mark(block.line)
        if mark is not None:  # it heads a phase
            self._place(parent, block.line, before=True)
        pending = [block.text]
        while pending:
            if self._site_syntax(parent, pending):
                continue
            text = pending.pop(0).strip(" \n")
            if tight:
                _append_text(parent, text)
            else:
                paragraph = self._text(parent, "p", text)
                if mark is not None:
                    self._dress(paragraph, paragraph, mark)
        if mark is not None:
            self._place(parent, block.line)

    def _site_syntax(self, parent: etree.Element, pending: list[str]) -> bool:
        """Let the site's own block processors take the text, as Python-Markdown's block parser would."""
        text = pending[0]
        # Code is indented, and may be what an admonition above it takes for its own.
        has_head = text.startswith("    ") or HEAD_MARK.search(text)
        for processor in self._site_processors if has_head else self._headless_processors:
            if processor.test(parent, pending[0]) and processor.run(parent, pending) is not False:
                return True
        return False

    def _code(self, parent: etree.Element, block: Block) -> None:
        if not self._site_syntax(parent, ["\n".join(f"    {line}" for line in block.lines)]):
            self._plain_code(parent, block.text)

    def _fence(self, parent: etree.Element, block: Block) -> None:
        """Let the site's highlighter have the fence, alone and without indentation; where it declines, plain code."""
        if "fenced_code_block" in self._md.preprocessors:
            fence = [block.marker + block.info, *block.lines, block.marker]
            text = "\n".join(self._md.preprocessors["fenced_code_block"].run(fence)).strip()
            if text.startswith(STX) and text.endswith(ETX):
                etree.SubElement(parent, "p").text = text
                return
        self._plain_code(parent, block.text, block.info.split(" ")[0])

    def _plain_code(self, parent: etree.Element, text: str, language: str = "") -> None:
        code = etree.SubElement(etree.SubElement(parent, "pre"), "code")
        if language:
            code.set("class", f"language-{language}")
        code.text = AtomicString(code_escape(f"{text}\n" if text else ""))

    def _html(self, parent: etree.Element, block: Block) -> None:
        html = block.text.strip("\n").lstrip(" ")
        if self._swallowing is not None:
            html = self._swallowing.sub("&lt;", html)
        if "markdown_block" in self._md.parser.blockprocessors and " markdown" in html:
            if block.html_end is None or not block.html_end.holds_markdown(html):
                self._md.parser.parseChunk(parent, "\n".join(self._md.preprocessors["html_block"].run([*block.lines])))
                return
            html = MARKDOWN_ATTRIBUTE.sub("", html)
        etree.SubElement(parent, "p").text = self._md.htmlStash.store(html)

    def _rule(self, parent: etree.Element, _block: Block) -> None:
        if not self._write(parent, self._writer.rule()):
            etree.SubElement(parent, "hr")

    def _table(self, parent: etree.Element, block: Block) -> None:
        self._place(parent, block.line, before=True)
        self._place(parent, block.line + 2, before=True)  # its first row may be a phase
        if self._write(parent, self._writer.table(block)):
            return
        aligned = alignments(block.lines[1])
        table = etree.SubElement(parent, "table")
        self._row(etree.SubElement(table, "thead"), "th", block.lines[0], aligned)
        body = etree.SubElement(table, "tbody")
        for offset, row in enumerate(block.lines[2:], 2):
            element = self._row(body, "td", row, aligned)
            if mark := self._mark(block.line + offset):
                self._dress(element, element[mark.column], mark)

    def _row(self, parent: etree.Element, tag: str, row: str, aligned: list[str | None]) -> etree.Element:
        element = etree.SubElement(parent, "tr")
        cells = table_cells(row)
        for i, align in enumerate(aligned):
            cell = self._text(element, tag, cells[i] if i < len(cells) else "")
            if align:
                cell.set("style", f"text-align: {align};")  # as Python-Markdown's own tables say it
        return element

    # -- containers --------------------------------------------------------------------------------------------------

    def _quote(self, parent: etree.Element, block: Block) -> None:
        self._blocks(etree.SubElement(parent, "blockquote"), block.children)

    def _container(self, parent: etree.Element, block: Block) -> None:
        self._bodies.append(block)
        body = PLACEHOLDER % (len(self._bodies) - 1)
        head = block.lines[0]
        if head.startswith("[^"):
            self._md.parser.parseBlocks(parent, [f"{head} {body}"])  # footnotes are built at the end of the page
            return
        before = len(parent)
        self._md.parser.parseBlocks(parent, [f"{head}\n    {body}"])
        if block not in self._built:  # nobody took the head: it is text
            del parent[before:]
            etree.SubElement(parent, "p").text = head
            self._blocks(parent, block.children)

    def _list(self, parent: etree.Element, block: Block) -> None:
        self._place(parent, block.line, before=True)
        items = self._writer.items(block)
        if self._write(parent, self._writer.list(block, items)):
            return
        element = etree.SubElement(parent, "ol" if block.ordered else "ul")
        if any(item.box is not None for item in block.children):
            element.set("class", "task-list")
        if block.ordered and block.start != 1:
            element.set("start", str(block.start))
        for item, html in zip(block.children, items, strict=True):
            if html is None:
                self._item(element, item, tight=block.tight)
            else:
                etree.SubElement(element, "p").text = self._stored(html)

    def _item(self, parent: etree.Element, block: Block, *, tight: bool) -> None:
        element = etree.SubElement(parent, "li")
        mark = self._mark(block.line)
        for child in block.children:
            if child.kind is BlockKind.PARAGRAPH:
                self._paragraph(element, child, tight=tight)
            else:
                self._blocks(element, [child])
        holder = element[0] if not element.text and len(element) and _begins_with_text(element[0]) else element
        if block.quoted_box and (holder.text or "").startswith("["):
            holder.text = f"\\{holder.text}"
        other_box = OTHER_BOX.match(holder.text or "") if mark and mark.draws_box and block.box is None else None
        if mark is not None:
            self._dress(element, holder, mark)
        if other_box:
            self._draw_box(element, holder, other_box[0])
        elif holder is element:
            self._texts.append((element, None))
        if block.box is not None:
            self._add_box(element, holder, block)
        self._place(element, block.line)

    def _draw_box(self, element: etree.Element, holder: etree.Element, characters: str) -> None:
        """Make an element of the characters that an item's text begins with, which the style sheet draws as a box."""
        box = etree.Element("span", {"class": "plan-box"})
        box.text = AtomicString(characters)
        box.tail = (holder.text or "").removeprefix(characters)
        holder.text = ""
        holder.insert(0, box)
        self._texts.append((holder, box))
        add_class(element, "plan-boxed")

    def _add_box(self, element: etree.Element, holder: etree.Element, block: Block) -> None:
        """Put the box before an item's text, as the site's task lists (pymdownx.tasklist) have it, but with a name."""
        box = etree.Element("input", box_attributes(block, self._task_lists))
        if self._task_lists.get("custom_checkbox"):
            label = etree.Element("label", {"class": "task-list-control"})
            label.append(box)
            etree.SubElement(label, "span", {"class": "task-list-indicator"})
            box = label
        box.tail = f" {holder.text or ''}"
        holder.text = ""
        holder.insert(0, box)
        self._texts.append((holder, box))
        add_class(element, "task-list-item")

    def _nothing(self, _parent: etree.Element, _block: Block) -> None:
        """Link definitions are not shown."""

    _builders: ClassVar[dict[BlockKind, Callable[[TreeBuilder, etree.Element, Block], None]]] = {
        BlockKind.QUOTE: _quote,
        BlockKind.LIST: _list,
        BlockKind.CONTAINER: _container,
        BlockKind.HEADING: _heading,
        BlockKind.PARAGRAPH: _paragraph,
        BlockKind.TABLE: _table,
        BlockKind.CODE: _code,
        BlockKind.FENCE: _fence,
        BlockKind.HTML: _html,
        BlockKind.RULE: _rule,
        BlockKind.DEFINITIONS: _nothing,
    }


class PlanProcessor(BlockProcessor):
    """Replaces a placeholder by what stands for it, wherever Python-Markdown meets it."""

    builder: TreeBuilder | None = None

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether this is a placeholder of ours; no text of an author can be: it may not hold STX."""
        return self.builder is not None and PLACEHOLDER_PATTERN.match(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Build the blocks it stands for."""
        match = PLACEHOLDER_PATTERN.match(blocks.pop(0))
        if match is not None and self.builder is not None:
            self.builder.build(parent, int(match[1]))


def add_class(element: etree.Element, *names: str) -> None:
    """Add class names to those an element has."""
    element.set("class", " ".join([*element.get("class", "").split(), *names]))


def _begins_with_text(element: etree.Element) -> bool:
    """Whether an element holds running text of the author's, and not a block that is written already."""
    return element.tag in TEXT_TAGS and not isinstance(element.text, AtomicString)


def _append_text(element: etree.Element, text: str) -> None:
    """Add a tight item's text behind what is in it."""
    if len(element):
        last = element[-1]
        last.tail = f"{last.tail.rstrip()}\n{text}" if last.tail and last.tail.strip() else text
    else:
        element.text = f"{element.text}\n{text}" if element.text else text


OUR_PROCESSORS = (
    PlanProcessor,
    # What the outline has already told apart; the table processor is the site's, the tables are ours.
    blockprocessors.EmptyBlockProcessor,
    blockprocessors.ListIndentProcessor,
    blockprocessors.CodeBlockProcessor,
    blockprocessors.HashHeaderProcessor,
    blockprocessors.SetextHeaderProcessor,
    blockprocessors.HRProcessor,
    blockprocessors.OListProcessor,
    blockprocessors.BlockQuoteProcessor,
    blockprocessors.ReferenceProcessor,
    blockprocessors.ParagraphProcessor,
    TableProcessor,
)

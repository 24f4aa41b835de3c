# This module builds the elements for Python-Markdown's later stages. Blocks that GitHub knows are built directly from
# the outline, so they nest as on GitHub. Syntax that only the site knows (admonitions, tabs, definition lists, ...)
# goes to the site's own block processors, with a placeholder for its body. The body is then built here again.
"""Building a page's element tree from its outline."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import ClassVar

from markdown import Markdown
from markdown.util import ETX, STX, AtomicString, code_escape

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block, BlockKind, Outline, alignments, table_cells

from .boxes import OTHER_BOX, accessible_name, box_attributes, first_line
from .decoration import BlockDecoration, PageDecoration
from .own_html import OwnHtml
from .placeholders import PLACEHOLDER
from .places import Places, add_class
from .shortcuts import Shortcuts
from .site_processors import SiteProcessors, defines_abbreviations
from .written import Writer

TEXT_TAGS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
MARKDOWN_ATTRIBUTE = compiled(r"[ ]markdown(?:=(?:\"[^\"]*\"|'[^']*'|[^ >]*))?(?=[ />])")

# An element that begins with running text, and the box before that.
TextStart = tuple[etree.Element, etree.Element | None]


class TreeBuilder:
    """Builds the elements of one page. `text` is the text of the outline, `line_of` maps its lines to those of the
    file, `boxes` are names of boxes by lines of the text, `swallowing` finds tags of raw HTML to show as text."""

    def __init__(
        self,
        md: Markdown,
        outline: Outline,
        text: str,
        decoration: PageDecoration,
        line_of: Callable[[int], int | None],
        boxes: Mapping[int, str],
        swallowing: re.Pattern[str] | None,
    ) -> None:
        self._md = md
        self._outline = outline
        self._boxes = boxes
        self._swallowing = swallowing
        self._own_html = OwnHtml(md)
        self._places = Places(decoration, line_of, self._own_html)
        self._site_processors = SiteProcessors(md, text)
        # The tree processor of the site's task lists (pymdownx.tasklist) is known by one of its options.
        configs = (getattr(processor, "config", {}) for processor in md.treeprocessors)
        self._task_lists: Mapping[str, bool] = next((config for config in configs if "custom_checkbox" in config), {})
        self._bodies = [outline.root]
        self._built: set[Block] = set()
        # Texts to build when the tree is complete. Until then, a paragraph may turn out to be a term of a definition
        # list.
        self._texts: list[TextStart] = []
        self._is_final = True
        self._shortcuts = Shortcuts(md, abbreviations=defines_abbreviations(text))
        self._writer = Writer(self._shortcuts, self._is_plain, self._places.at, self._task_lists, boxes)

    @property
    def own_html(self) -> Collection[int]:
        """The numbers of our HTML in the converter's stash of raw HTML."""
        return self._own_html.numbers

    def build(self, parent: etree.Element, number: int) -> None:
        """Add the blocks that the placeholder of this number stands for to `parent`; 0 is the page."""
        block = self._bodies[number]
        self._built.add(block)
        outer = self._texts, self._is_final
        # The extension for footnotes will add text to the body of a footnote, so its text must not be built yet.
        self._texts, self._is_final = [], number == 0 or not block.lines[0].startswith("[^")
        if number == 0:
            for label, target in self._outline.definitions.items():
                self._md.references.setdefault(label, (target.address, target.title or ""))
            self._places.put_on_top(parent)
        self._blocks(parent, block.children)
        if number == 0:
            self._places.put_lost_summary(parent)
        for text in self._texts if self._is_final else ():
            self._shortcuts.build(*text)
        self._texts, self._is_final = outer

    def _blocks(self, parent: etree.Element, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._builders[block.kind](self, parent, block)

    def _text(self, parent: etree.Element, tag: str, text: str) -> etree.Element:
        """A new element that begins with running text."""
        element = etree.SubElement(parent, tag)
        element.text = text
        self._texts.append((element, None))
        return element

    def _write(self, parent: etree.Element, html: str | None) -> bool:
        """Add a block as HTML, which no later stage looks at. Returns `False` if it has to be built of elements."""
        # A later stage looks for attributes (`{...}`) of an item before a list in it, and needs the elements.
        if html is None or (parent.tag == "li" and "{" in "".join(parent.itertext())):
            return False
        self._own_html.put(parent, html)
        return True

    def _is_plain(self, line: int, text: str) -> bool:
        """Whether no view goes to this line, and no block processor of the site would take the text."""
        return self._is_final and not self._places.has_view(line) and self._site_processors.leave_alone(text)

    # -- leaves ------------------------------------------------------------------------------------------------------

    def _heading(self, parent: etree.Element, block: Block) -> None:
        self._places.put(parent, block.line, before=True)
        decoration = self._places.take(block.line)
        self._put_anchor(parent, decoration)  # not on the heading itself, whose id is the author's
        self._text(parent, f"h{block.level}", block.text)
        if decoration is not None and decoration.view:
            # Below the heading: inside it, our words would get into its id and into the table of contents.
            words = etree.SubElement(parent, "div", {"class": "plan-words", "data-planplugin": "words"})
            words.text = self._places.stored(decoration.view)
        self._places.put(parent, block.line)

    def _put_anchor(self, parent: etree.Element, decoration: BlockDecoration | None) -> None:
        """Put an anchor above what comes next, so that a link to it shows that."""
        if decoration is not None and decoration.anchor:
            classes = " ".join(("plan-anchor", *decoration.classes))
            etree.SubElement(parent, "div", {"id": decoration.anchor, "class": classes, "data-planplugin": "anchor"})

    def _paragraph(self, parent: etree.Element, block: Block, *, tight: bool = False) -> None:
        lines = range(block.line, block.line + len(block.lines))
        if parent.tag != "li" and any(map(self._places.at, lines[1:])):  # each line is a task, no element of its own
            for line in lines:
                self._put_anchor(parent, self._places.take(line))
        if parent.tag != "li" and self._write(parent, self._writer.paragraph(block)):
            return
        decoration = self._places.take(block.line)
        if decoration is not None:  # it heads a phase
            self._places.put(parent, block.line, before=True)
        pending = [block.text]
        while pending:
            if self._site_processors.take(parent, pending):
                continue
            text = pending.pop(0).strip(" \n")
            if tight:
                _append_text(parent, text)
            else:
                paragraph = self._text(parent, "p", text)
                if decoration is not None:
                    self._places.apply(paragraph, paragraph, decoration)
        if decoration is not None:
            self._places.put(parent, block.line)

    def _code(self, parent: etree.Element, block: Block) -> None:
        if not self._site_processors.take(parent, ["\n".join(f"    {line}" for line in block.lines)]):
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
        self._places.put(parent, block.line, before=True)
        self._places.put(parent, block.line + 2, before=True)  # its first row may be a phase
        if self._write(parent, self._writer.table(block)):
            return
        aligned = alignments(block.lines[1])
        table = etree.SubElement(parent, "table")
        self._row(etree.SubElement(table, "thead"), "th", block.lines[0], aligned)
        body = etree.SubElement(table, "tbody")
        for offset, row in enumerate(block.lines[2:], 2):
            element = self._row(body, "td", row, aligned)
            if decoration := self._places.take(block.line + offset):
                self._places.apply(element, element[decoration.column], decoration)

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
        self._places.put(parent, block.line, before=True)
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
                etree.SubElement(element, "p").text = self._own_html.stored(html)

    def _item(self, parent: etree.Element, block: Block, *, tight: bool) -> None:
        element = etree.SubElement(parent, "li")
        decoration = self._places.take(block.line)
        for child in block.children:
            if child.kind is BlockKind.PARAGRAPH:
                self._paragraph(element, child, tight=tight)
            else:
                self._blocks(element, [child])
        holder = element[0] if not element.text and len(element) and _begins_with_text(element[0]) else element
        if block.quoted_box and (holder.text or "").startswith("["):
            holder.text = f"\\{holder.text}"
        draws_box = decoration is not None and decoration.draws_box and block.box is None
        other_box = OTHER_BOX.match(holder.text or "") if draws_box else None
        if decoration is not None:
            self._places.apply(element, holder, decoration)
        if other_box:
            self._draw_box(element, holder, other_box[0], block)
        elif holder is element:
            self._texts.append((element, None))
        if block.box is not None:
            self._add_box(element, holder, block)
        self._places.put(element, block.line)

    def _draw_box(self, element: etree.Element, holder: etree.Element, characters: str, block: Block) -> None:
        """Make an element of the characters that an item's text begins with, which the style sheet draws as a box."""
        box = etree.Element("span", {"class": "plan-box"})
        box.text = AtomicString(characters)
        box.tail = (holder.text or "").removeprefix(characters)
        if name := self._boxes.get(block.line):
            box.set("data-plan-box", name)
            box.set("aria-label", accessible_name(first_line(block).removeprefix(characters).strip()))
        holder.text = ""
        holder.insert(0, box)
        self._texts.append((holder, box))
        add_class(element, "plan-boxed")

    def _add_box(self, element: etree.Element, holder: etree.Element, block: Block) -> None:
        """Put the box before an item's text, as the site's task lists (pymdownx.tasklist) have it, but with a name."""
        box = etree.Element("input", box_attributes(block, self._task_lists, self._boxes.get(block.line, "")))
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

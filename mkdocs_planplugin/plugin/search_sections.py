# Material's search reads a page tag by tag with an HTML parser, which takes a fifth of the time of a plan page. The
# HTML of a plan page is nearly always regular, as Python-Markdown writes it. Here it is read with one regular
# expression, by the same rules. HTML that is not regular is left to the search plugin's parser.
"""The sections of a page as a search plugin finds them."""

from __future__ import annotations

from html import escape, unescape

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

# Elements whose tags stay in the text of a section.
KEPT = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Elements that the parser treats in other ways: their content is no HTML, or search leaves them out. Also marks of
# parts that search leaves out.
IRREGULAR_ELEMENTS = frozenset(
    ("script", "style", "object", "textarea", "title", "iframe", "xmp", "plaintext", "noscript", "noembed", "noframes")
)
IRREGULAR_MARKS = ("data-search-exclude", "linenodiv")
HANDLED = KEPT | HEADINGS | IRREGULAR_ELEMENTS | {"a"}  # the tags of all other elements are ignored
VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"  # elements without an end
ATTRIBUTES = r"(?: [a-z][a-z0-9:-]*(?:=\"[^\"<>]*\")?)*"
# A tag or a comment as Python-Markdown writes it, with the text behind it; otherwise a `<` alone.
COMMENT = "!--[^<>-]*(?:-[^<>-]+)*-->"
TOKEN = compiled(rf"<(?:(?:{VOID})(?=[ />]){ATTRIBUTES} ?/?>|(/?)([a-z][a-z0-9]*)({ATTRIBUTES})>|{COMMENT})([^<]*)|(<)")
ATTRIBUTE = compiled(r" ([a-z][a-z0-9:-]*)(?:=\"([^\"]*)\")?")
HEADING_TAG = r"/?h[1-6][ >]"
IRREGULAR_TAG = f"(?:{'|'.join(sorted(IRREGULAR_ELEMENTS))})[ />]"  # sorted: a pattern is kept by its text
OTHER_TAG = compiled(rf"<(?!{HEADING_TAG}|{IRREGULAR_TAG})(?:/?[a-z][a-z0-9]*{ATTRIBUTES} ?/?>|{COMMENT})")
LEFT_OVER = compiled(f"<(?!{HEADING_TAG})")


class SearchSection(Struct):
    """The part of a page below a heading: its title and its text, both in pieces of HTML, and the id of the heading.
    The first part of a page has no id."""

    id: str | None = None
    title: list[str] = []
    text: list[str] = []


def sections(content: str) -> list[SearchSection] | None:
    """The sections of a page's HTML as Material's search plugin finds them; None where the HTML is not regular."""
    if any(mark in content for mark in IRREGULAR_MARKS):
        return None
    try:
        return _Reader().read(content)
    except _IrregularError:
        return None


class _IrregularError(Exception):
    """An element is not closed in its order or of another kind, or a heading has no id or stands in an element."""


class _Reader:
    """Reads the sections of one page."""

    def __init__(self) -> None:
        self._sections: list[SearchSection] = []
        self._open: list[str] = []  # the elements that are open
        self._pieces: list[str] = []  # the list that takes text: the title or the text of the last section
        self._in_title = self._in_permalink = False
        self._filled: set[str] = set()  # the kept elements that are not empty for the first time in these pieces

    def read(self, content: str) -> list[SearchSection]:
        """The sections of a page. It is one loop without calls where possible: a page has a thousand tags."""
        before, sign, rest = content.partition("<")
        if before:
            self._text(before)
        opened, add_text = self._open, self._text
        for slash, tag, attributes, text, other in TOKEN.findall(sign + rest):
            if slash:
                if not opened or opened.pop() != tag:
                    raise _IrregularError
                if tag in HANDLED:
                    self._end(tag)
            elif tag:
                if tag in HANDLED or not self._sections:
                    self._start(tag, attributes)
                opened.append(tag)
            elif other:
                raise _IrregularError
            if text:
                add_text(text)
        return self._sections

    def _start(self, tag: str, attributes: str) -> None:
        if tag in HEADINGS:
            anchor = dict(ATTRIBUTE.findall(attributes)).get("id")
            if not anchor or self._open:
                raise _IrregularError
            if tag != "h1":
                self._begin_top()
            self._sections.append(SearchSection(unescape(anchor) if self._sections else None))
            self._go_on_with(self._sections[-1].title)
            self._in_title = True
            return
        if tag in IRREGULAR_ELEMENTS:
            raise _IrregularError
        self._begin_top()
        if tag in KEPT:
            self._pieces.append(f"<{tag}>")
        elif self._in_title and tag == "a":
            self._in_permalink = dict(ATTRIBUTE.findall(attributes)).get("class") == "headerlink"

    def _begin_top(self) -> None:
        """Begin the section before the first heading, unless there is a section."""
        if not self._sections:
            self._sections.append(SearchSection())
            self._pieces = self._sections[0].text

    def _end(self, tag: str) -> None:
        if tag in KEPT:
            # An empty element is removed if it is the first of its kind in the section.
            pieces = self._pieces
            if tag not in self._filled:
                at = pieces.index(f"<{tag}>")
                if all(map(str.isspace, pieces[at + 1 :])):
                    del pieces[at:]
                    return
                self._filled.add(tag)
            pieces.append(f"</{tag}>")
        elif tag == "a":
            self._in_permalink = False
        else:
            self._go_on_with(self._sections[-1].text)
            self._in_title = False

    def _go_on_with(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._filled.clear()

    def _text(self, text: str) -> None:
        if self._in_permalink:
            return
        if "&" in text:
            text = unescape(text)
        if text.isspace():
            # White space is one space, and none after another one; in code it stays as it is.
            self._begin_top()
            in_code = "pre" in self._open
            pieces = self._pieces
            if in_code or self._in_title or not pieces or not pieces[-1].isspace():
                pieces.append(text if in_code else " ")
            return
        if "\n" in text and "pre" not in self._open:
            text = text.replace("\n", " ")
        self._begin_top()
        self._pieces.append(escape(text, quote=False))


def without_tags(content: str) -> str | None:
    """The HTML of a page with only the tags of headings: MkDocs' own search plugin ignores all others. `None` if the
    HTML is not regular."""
    text = OTHER_TAG.sub("\n", content)
    return None if LEFT_OVER.search(text) else text

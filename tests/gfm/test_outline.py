"""The outline against its reference, cmark-gfm, on texts of every kind."""

import pathlib
import re

import cmarkgfm
import pytest
from any_text import CHARACTERS
from cmarkgfm.cmark import Options
from effort import examples, one_in
from github import with_one_box_a_line
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lxml import html

from mkdocs_planplugin.gfm import MAX_DEPTH, Block, BlockKind, Outline, Syntax, read_outline, table_cells

GITHUB = Syntax(admonitions=False, details=False, tabs=False, footnotes=False)
CORPUS = pathlib.Path(__file__).parents[3] / "shared" / "corpus"
LAZY_BOX = re.compile(r"^[ \t]{4,}.*\[[ xX]\]", re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n(?:---|\.\.\.)\r?\n", re.DOTALL)


def reference(text: str) -> list[object]:
    """The structure cmark-gfm sees; raw HTML is left out (it would swallow what comes after it)."""
    page = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_SOURCEPOS)
    return structure_of_html(html.fromstring(f"<div>{page}</div>"))


def structure_of_html(element) -> list[object]:
    out: list[object] = []
    for child in element.iterchildren("*"):
        line = int(child.get("data-sourcepos", "0:").split(":")[0])
        inner = structure_of_html(child)
        match child.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                out.append(child.tag)
            case "p":
                out.append("p")
            case "ul" | "ol":
                out.append((child.tag, line, int(child.get("start", "1")), inner))
            case "li":
                out.append(("li", line, box_of(child), inner))
            case "blockquote":
                out.append(("quote", line, inner))
            case "pre":
                out.append(("code", line, words(child.text_content())))
            case "hr":
                out.append(("rule", line))
            case "table":
                out.append(("table", [len(row) for row in child.iter("tr")]))
    return out


def words(code: str) -> str:
    return " ".join(code.split())


def box_of(item) -> str | None:
    boxes = item.xpath("./input|./p[1]/input")
    if not boxes:
        return None
    return " " if boxes[0].get("checked") is None else "x"


def structure(block: Block, *, tight: bool = False) -> list[object]:
    """Our outline in the same words."""
    out: list[object] = []
    for child in block.children:
        match child.kind:
            case BlockKind.HEADING:
                out.append(f"h{child.level}")
            case BlockKind.PARAGRAPH if not tight:
                out.append("p")
            case BlockKind.LIST:
                kind = "ol" if child.ordered else "ul"
                out.append((kind, child.line, child.start, structure(child, tight=child.tight)))
            case BlockKind.ITEM:
                out.append(("li", child.line, child.box, structure(child, tight=tight)))
            case BlockKind.QUOTE:
                out.append(("quote", child.line, structure(child)))
            case BlockKind.CODE | BlockKind.FENCE:
                out.append(("code", child.line, words(child.text)))
            case BlockKind.RULE:
                out.append(("rule", child.line))
            case BlockKind.TABLE:
                columns = len(table_cells(child.lines[1]))
                out.append(("table", [columns] * (len(child.lines) - 1)))
    return out


def outline(text: str) -> Outline:
    return read_outline(text, GITHUB)


MARKERS = st.sampled_from(
    ["", "", "", "- ", "* ", "+ ", "-", "1. ", "2) ", "10. ", "> ", ">", "# ", "## ", "#", "- [ ] ", "- [x] ", "* [X] ",
     "1. [ ] ", "- [-] ", "    ", "  ", " ", "   ", "\t", "-\t", "|", "| "]
)  # fmt: skip
WORDS = st.sampled_from(
    ["", "word", "two words", "**Tasks:**", "---", "===", "- - -", "***", "```", "~~~ py", "````", "| a | b |",
     "|---|---|", "--|:-:", "a | b", "| a |", ":--", "| a \\| b | c |", "[a]: /b", "[a]: <b> 'c'", "[^1]: note",
     "!!! note", "[ ] box", "[ ]", "[x]", "#", "# head #", "## x ##  ", "1.", "-", "text  ", "back\\", "0) x", "+ y",
     "||", "| |",
     "<div>", "</div>", "<!-- x -->", "<!--", "-->", "<b>", "<b> t", "<?", "<pre>", "</pre>", "<br/>",
     "<x y='1'>", "\u00a0",
     "*", "[a]:", "/url", "'t'", "\u2028", "1234567890. x", "é", "`code", "``` x `"]
)  # fmt: skip
LINES = st.builds(lambda marks, words, end: "".join(marks) + words + end,
                  st.lists(MARKERS, max_size=3), WORDS, st.sampled_from(["", "", " ", "  "]))  # fmt: skip
TEXTS = st.lists(LINES, max_size=12).map("\n".join).map(with_one_box_a_line)

# Tables (also without a body, or below a paragraph) and other leaves, in items and quotes to any depth.
CELLS = st.sampled_from(["x", "y z", "", "**b**", "a \\| b", "`c`"])


def rows(columns: int, head: list[str], size: int, cells: list[str]) -> list[str]:
    pieces = iter(cells)
    body = [[next(pieces) for _ in range(columns)] for _ in range(size + 1)]
    lines = [f"| {' | '.join(row)} |" for row in body]
    return [*head, lines[0], "|" + "---|" * columns, *lines[1:]]


TABLES = st.builds(rows, st.integers(1, 2), st.sampled_from([[], [], ["above"]]), st.integers(0, 2),
                   st.lists(CELLS, min_size=6, max_size=6))  # fmt: skip
LEAVES = TABLES | TABLES | st.sampled_from([["word"], ["two", "lines"], ["# head"], ["```", "x", "```"], ["[a]: /b"],
                                            ["***"], ["<!-- x -->"], ["a | b", "--|--", "c | d"]])  # fmt: skip


def joined(blocks: list[tuple[list[str], bool]]) -> list[str]:
    """Blocks one below the other, with a blank line where it says so."""
    return [line for block, blank in blocks for line in (*block, *[""] * blank)][: -1 if blocks[-1][1] else None]


def inside(blocks: list[tuple[list[str], bool]], marker: str) -> list[str]:
    """Blocks in an item or a quote."""
    first, *rest = joined(blocks) or [""]
    indent = "> " if marker == "> " else " " * (2 if "[" in marker else len(marker))
    return [marker + first, *((indent + line).rstrip() for line in rest)]


NESTED = st.recursive(
    LEAVES,
    lambda blocks: st.builds(
        inside,
        st.lists(st.tuples(blocks, st.booleans()), min_size=1, max_size=3),
        st.sampled_from(["- ", "- ", "- [ ] ", "- [x] ", "* ", "1. ", "2) ", "> "]),
    ),
    max_leaves=6,
)
NESTED_TEXTS = (
    st.lists(st.tuples(NESTED, st.booleans()), min_size=1, max_size=4)
    .map(joined)
    .map("\n".join)
    .map(with_one_box_a_line)
)


@settings(max_examples=examples(1500))
@given(TEXTS)
@example("- [ ] a\n  - b\n\n  c\n- d")
@example("-     code\n\n- b")
def test_generated_documents_have_the_blocks_that_cmark_gfm_sees(text: str):
    """Any text has the same headings, lists, items, boxes, tables, quotes and code, nested alike, at the same lines."""
    # cmark-gfm gives an item the box of an indented line that lazily continues a quote inside of the item.
    assume(not LAZY_BOX.search(text))
    assert structure(outline(text).root) == reference(text)


@settings(max_examples=examples(600), deadline=None)
@given(NESTED_TEXTS)
@example("- [ ] a\n  | x |\n  |---|\n  | y |\n- [ ] b")
@example("- a\n  | x |\n  |---|\n- b")
@example("- a\n\n  [b]: /c\n> d")
@example("- a\n\n  [b]: /c\n1. d")
@example("- [a]: /b\n\n\n  c")
@example("- - two\n\n    [a]: /b\n- word")
def test_nested_tables_and_lists_are_as_tight_as_in_cmark_gfm(text: str):
    """Tables, paragraphs and other blocks in items and quotes, with and without blank lines between them."""
    assert structure(outline(text).root) == reference(text)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real documents is not beside this checkout")
def test_real_documents_have_the_blocks_that_cmark_gfm_sees():
    """Headings, lists, boxes and code of real plans are where GitHub has them."""
    apart = {}
    for path in one_in(1, [path for path in sorted(CORPUS.rglob("*.md")) if path.parent != CORPUS]):
        text = with_one_box_a_line(FRONT_MATTER.sub("", path.read_text("utf-8-sig"), count=1))
        if structure(outline(text).root) != reference(text):
            apart[path.name] = text
    assert not apart


@pytest.mark.parametrize(
    ("text", "head", "inside"),
    [
        ('!!! note "Title"\n    - a\n\n      b\n\nafter', '!!! note "Title"', [BlockKind.LIST]),
        ("??? info\n    text\n    - [ ] a", "??? info", [BlockKind.PARAGRAPH, BlockKind.LIST]),
        ('=== "Tab one"\n\n    > quote', '=== "Tab one"', [BlockKind.QUOTE]),
        ("[^1]: The note\ngoes on.\n\n    - more", "[^1]:", [BlockKind.PARAGRAPH, BlockKind.LIST]),
    ],
)
def test_what_a_site_adds_to_markdown_holds_blocks(text: str, head: str, inside: list[BlockKind]):
    """Admonitions, details, tabs and footnotes are containers, their body is read like any text."""
    container = read_outline(text).root.children[0]
    assert container.kind is BlockKind.CONTAINER
    assert container.lines == (head,)
    assert [child.kind for child in container.children] == inside


def test_switched_off_syntax_is_text():
    """Where a site has no admonitions, their syntax is what GitHub takes it for."""
    blocks = outline("!!! note\n    text").root.children
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH]


def test_html_that_declares_markdown_ends_at_its_tag():
    """With `md_in_html`, the content of `<div markdown>` is Markdown from the next line on."""
    syntax = Syntax(markdown_in_html=True)
    kinds = [block.kind for block in read_outline("<div markdown>\n- a\n</div>", syntax).root.children]
    assert kinds == [BlockKind.HTML, BlockKind.LIST, BlockKind.HTML]


@pytest.mark.parametrize("marker", ["> ", "- ", "1. "])
def test_nesting_has_an_end(marker: str):
    """As many levels as `MAX_DEPTH` are read, a list with its item being one; what lies deeper is text, and told."""
    deepest = outline(marker * MAX_DEPTH + "x")
    assert not deepest.too_deep
    assert sum(block.kind in (BlockKind.QUOTE, BlockKind.ITEM) for block in deepest.root.walk()) == MAX_DEPTH
    assert outline(marker * (MAX_DEPTH + 1) + "x").too_deep
    assert outline(marker * 5000 + "x").too_deep


def test_the_deepest_level_has_more_than_one_item():
    """Whether a level is too deep is asked of what the line belongs to, not of what stands above it."""
    lines = [f"{'  ' * level}- x" for level in range(MAX_DEPTH)]
    assert not outline("\n".join([*lines, lines[-1]])).too_deep


def test_a_fence_that_never_closes_is_told():
    """Everything after it is code, on GitHub too; the outline names the fence."""
    found = outline("# a\n\n```python\ncode\n\n# not a heading")
    assert found.open_fence is not None
    assert found.open_fence.line == 3
    assert [block.kind for block in found.root.children] == [BlockKind.HEADING, BlockKind.FENCE]


def test_lines_end_as_in_markdown():
    """CR, LF and CRLF end a line; form feeds and U+2028 do not."""
    assert [b.line for b in outline("# a\r\n# b\r# c\n# d\u2028# e\x0c# f").root.children] == [1, 2, 3, 4]


def test_definitions_are_kept_and_not_shown():
    """Link reference definitions leave their paragraph; the first one of a label holds."""
    found = outline("[A  b]: /x 'T'\n[a B]: /y\ntext")
    assert found.definitions == {"a b": ("/x", "T")}
    assert [(b.kind, b.line, b.text) for b in found.root.children] == [(BlockKind.PARAGRAPH, 3, "text")]


@given(st.text(CHARACTERS, max_size=300))
def test_no_text_makes_it_fail(text: str):
    """The outline of any text is made."""
    for syntax in (GITHUB, Syntax(markdown_in_html=True)):
        assert read_outline(text, syntax).root.kind is BlockKind.DOCUMENT

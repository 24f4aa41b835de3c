"""Words of one page on another: what of their markup stays, what goes, and that nothing around them breaks."""

import sys

import pytest
from markdown import Markdown

from mkdocs_planplugin.weave import FragmentConverter

EXTENSIONS = ["attr_list", "footnotes", "admonition", "pymdownx.superfences", "toc"]


@pytest.fixture(scope="module")
def converter():
    return FragmentConverter(Markdown(extensions=EXTENSIONS))


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Use `a < b` *now*", "Use <code>a &lt; b</code> <em>now</em>"),
        ("[it](../d/x.md#y) and ![i](a.png)", '<a href="@../d/x.md#y">it</a> and <img alt="i" src="@a.png" />'),
        ("see [the one][One] and [none][two]", 'see <a href="@https://one.org">the one</a> and [none][two]'),
        ("~~old~~ https://x.org/a", '<del>old</del> <a href="@https://x.org/a">https://x.org/a</a>'),
        ("a note[^1], code `[^1]`", "a note, code <code>[^1]</code>"),
        ("[a](b){#name .kind}", '<a class="kind" href="@b">a</a>'),
        ("# no heading", "# no heading"),
        ("1. no list", "1. no list"),
        ("&copy; &lt;b&gt;", "© &lt;b&gt;"),
    ],
)
def test_inline_markdown_is_the_sites(converter, source, html):
    """Code, emphasis, links and images as the site makes them, with new addresses, without names and footnotes."""
    assert converter.html(source, {"one": "https://one.org"}, lambda address: f"@{address}") == html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a <b>b", "a <b>b</b>"),
        ("a </td></tr></table></div> b", "a  b"),
        ("<td>a <li>b", "a b"),
        ("<ul><li>a</ul>", "<ul><li>a</li></ul>"),
        ('<a id="x" name="y" href="z">a</a>', '<a href="@z">a</a>'),
        ("<body onload=x>a", "a"),
        ("a <b>`x & y`", "a <b><code>x &amp; y</code></b>"),
    ],
)
def test_html_by_hand_is_made_whole(converter, source, html):
    """What is left open is closed, and what would close our elements goes."""
    assert converter.html(source, {}, lambda address: f"@{address}") == html


def test_one_piece_leaves_nothing_to_the_next(converter):
    """Neither link targets nor patterns stay with the converter."""
    converter.html("[a][x] ~~b~~ https://x.org", {"x": "y"}, str)
    assert converter.html("[a][x]", {}, str) == "[a][x]"
    assert "plan-strikethrough" not in converter._md.inlinePatterns


def test_an_address_of_mail_stays_hidden(converter):
    """The converter spells it in entities so that robots do not see it; it is no address of the site."""
    html = converter.html("<ana@example.org>", {}, lambda _: "changed")
    assert "changed" not in html
    assert "&#109;&#97;&#105;&#108;" in html


def test_only_html_by_hand_needs_the_slow_parser(converter, monkeypatch):
    """Markdown alone does not import BeautifulSoup, which takes a tenth of a second."""
    monkeypatch.setitem(sys.modules, "bs4", None)
    assert converter.html("`a` [b](c)", {}, str) == '<code>a</code> <a href="c">b</a>'
    with pytest.raises(ImportError):
        converter.html("<b>a</b>", {}, str)

"""Words of one page on another: what of their markup stays, what goes, and that nothing around them breaks."""

import html
import re
import sys
import xml.etree.ElementTree as etree

import markdown
import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

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


def test_only_html_by_hand_needs_the_sanitiser(converter, monkeypatch):
    """Markdown alone does without: its tree is whole."""
    monkeypatch.setitem(sys.modules, "nh3", None)
    assert converter.html("`a` [b](c)", {}, str) == '<code>a</code> <a href="c">b</a>'
    with pytest.raises(ImportError):
        converter.html("<b>a</b>", {}, str)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<?php echo 1 ?>", ""),
        ("<![CDATA[ x ]]>", ""),
        ("<!DOCTYPE html>", "&lt;!DOCTYPE html&gt;"),
        (f'<div title="{"long " * 50}">', f'<div title="{"long " * 50}"></div>'),
        ("<table>", "<table></table>"),
        ("<table><tr><td>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<p>", "<p></p>"),
        ("<hr>", "<hr>"),
        ("a \x02b\x03 \x02wzxhzdk:0\x03", "a b wzxhzdk:0"),
        ("<b>\x02wzxhzdk:0\x03", "<b>wzxhzdk:0</b>"),
        ("<b>&#2;wzxhzdk:0&#x03;", "<b>wzxhzdk:0</b>"),
        ("<i>a</i> &#2;60&#3;script&#02;62&#3;", "<i>a</i> 60script62"),
        ("a <plaintext> b", "a &lt;plaintext&gt; b"),
        ("<plaintext>a</plaintext> b", "a&lt;/plaintext&gt; b"),
        ("<b>a</b> <!-- b", "<b>a</b> &lt;!-- b"),
        ("<b>a</b> <!-- b --!> c -->", "<b>a</b>  c --&gt;"),
        ("<svg><dd>a<noframes></noframes>b</svg>", "ab"),
        ("<math><li>a</math>", "a"),
        ("<dd>a", "a"),
        ("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<ul><div><li>a", "<ul><div>a</div></ul>"),
        ("</li></ul></details>a", "a"),
        ("<h1>a</h1>", "a"),
        ("<form action=x><input name=y><button>a", "a"),
        ('<img src=x onerror="y">', '<img src="@x">'),
        ("<a href=x onclick=y style=z>a", '<a href="@x">a</a>'),
        ("<script>a</script>b <style>c</style>", "b "),
        ("<iframe src=x>a</iframe>b", "ab"),
        ("<template>a</template>b", "b"),
        pytest.param(
            "<noscript><p title='</noscript><img src=x onerror=y>'>",
            "&lt;p title='<img src=\"@x\">'&gt;",
            marks=pytest.mark.skipif(markdown.__version_info__ < (3, 11, 3), reason="shown with a backslash"),
        ),
        ('![<b title="x">](y)', '<img alt="&lt;b title=&quot;x&quot;&gt;" src="@y" />'),
        ("`<li>` <b>a", "<code>&lt;li&gt;</code> <b>a</b>"),
        ("<b>a < b & c", "<b>a &lt; b &amp; c</b>"),
    ],
)  # fmt: skip
def test_hostile_html_stays_in_its_place(converter, source, expected):
    """Whatever a browser would make of it: it neither stops the build nor reaches what is around it."""
    assert converter.html(source, {}, lambda address: f"@{address}") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('[a](b){: onclick="x()" style="position:fixed" title="t" }', '<a href="@b" title="t">a</a>'),
        ("![a](b){ ONERROR=x() srcset=c loading=lazy align=right }", '<img align="right" alt="a" loading="lazy" src="@b" />'),
        ('*a*{: href="javascript:x()" srcdoc="<b>" data-plan-box="y" .c }', '<em class="c">a</em>'),
        ("`a`{ formaction=javascript:x() id=y xlink:href=z }", "<code>a</code>"),
        ("a {: onclick=x() }", "a {: onclick=x() }"),
    ],
)  # fmt: skip
def test_an_attribute_list_gives_nothing_that_runs(converter, source, expected):
    """Python-Markdown lets an author give what it makes any attribute; another page keeps what says something."""
    assert converter.html(source, {}, lambda address: f"@{address}") == expected


class Formula(InlineProcessor):
    """An extension of a site that makes elements of its own, to which attribute lists give theirs."""

    def handleMatch(self, m, data):  # noqa: N802
        element = etree.Element("mjx", {"display": "inline"})
        etree.SubElement(element, "mi", {"mathvariant": "bold"}).text = m[1]
        return element, m.start(0), m.end(0)


def test_elements_of_other_extensions_keep_their_attributes():
    """All but those that run, load or move something, or name something."""
    md = Markdown(extensions=["attr_list"])
    md.inlinePatterns.register(Formula(r"\$(\w)\$"), "formula", 200)
    html = FragmentConverter(md).html(
        "$x${: onfocus=y style=z id=a xlink:href=b tabindex=0 href=javascript:c }", {}, str
    )
    assert html == '<mjx display="inline" tabindex="0"><mi mathvariant="bold">x</mi></mjx>'


RUNS = "javascript:alert(1)"
SPELLINGS = [
    RUNS,
    RUNS.title(),
    " " + RUNS,
    "\x01" + RUNS,
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "javascript\t:alert(1)",
    "vbscript:x",
    "VBScript:x",
    "data:text/html,x",
    "blob:https://x.org/1",
    "filesystem:x",
    "view-source:x",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("form", ["[a]({})", "[a](<{}>)", '<a href="{}">a</a>', '<b><a href="{}">a</a></b>', "[a][x]"])
def test_an_address_that_runs_something_is_left_out(converter, spelling, form):
    """In all spellings that a browser takes for one; the words of the link stay."""
    for address in (spelling, html.escape(spelling), "".join(f"&#{ord(char)};" for char in spelling)):
        made = converter.html(form.replace("{}", address), {"x": address}, str)
        assert "href" not in made, made
        assert "a" in made


@pytest.mark.parametrize("mark", ["`c`", "*e*", "<a@b.c>", "[^1]", "\\*", "&amp;", "~~d~~", "https://x.org"])
@pytest.mark.parametrize(
    "form", ['[a]({}//"{: ](MARK', '![a]({}//" ]((MARK', '[a]({}// "](MARK', "[a]({}//' ]((MARK", '[a]({}MARK"']
)
def test_a_link_that_is_left_open_behind_other_marks_runs_nothing(converter, mark, form):
    """Python-Markdown then takes half of the placeholder of what stands there for a part of the address."""
    made = converter.html(form.replace("{}", RUNS).replace("MARK", mark), {}, str)
    assert not re.search(r"(?:href|src)=.?javascript", made), made
    assert not {"\x02", "\x03"} & set(made)


@pytest.mark.parametrize(
    "address", ["vbscript", "./javascript:x", "%6aavascript:x", "a/javascript:x", "?javascript:x", "#a:b"]
)
def test_an_address_that_runs_nothing_stays(converter, address):
    """It is a file, whatever its name."""
    assert converter.html(f"[a]({address})", {}, str) == f'<a href="{address}">a</a>'
    assert converter.html(f'<a href="{address}">a</a>', {}, str) == f'<a href="{address}">a</a>'


def test_icons_of_the_site_stay():
    """What an extension makes is no HTML by hand, also beside some."""
    svg = "<svg><path d='M0'/></svg>"
    icon = {"emoji_generator": lambda *args: args[-1].htmlStash.store(svg)}
    md = Markdown(extensions=["pymdownx.emoji"], extension_configs={"pymdownx.emoji": icon})
    assert FragmentConverter(md).html(":smile: <b>a", {}, str) == f"{svg} <b>a</b>"


HOSTILE = """<b> </b> <i> <a <a\x20href=x> </a> <p> </p> <li> </li> <ul> </ul> <dl> <dd> </dd> <td> </td> <tr> </tr> <table> </table>
    <caption> <select> <option> </select> <svg> </svg> <math> <mtext> <foreignObject> <desc> <title> </title> <style> </style>
    <script> </script> <template> <noscript> <noframes> <plaintext> <xmp> <textarea> </textarea> <iframe> <object> <button>
    <form> </form> <frameset> <body> <html> <head> <h1> <br> <hr> <img> <!-- --> <!--> --!> <![CDATA[ ]]> <? ?> <! & &lt; &#60;
    " ' > < = / ` * _ [ ]( ( ) [a]( ![a]( javascript:x// `c` *e* <a@b.c> [^1] {: } \x02 \x03 \x00 &#2; &#3; wzxhzdk:0 klzzwxh:0000 planplugin:0 amp x"""
PIECES = st.sampled_from([*re.split(r"\s+", HOSTILE), " ", "\n", "\x0c"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_fragment_reaches_what_is_around_it(source):
    """In a list, in a table and in a paragraph of ours a parser of browsers finds the same neighbours as before."""
    made = FragmentConverter(Markdown(extensions=EXTENSIONS)).html(source, {}, str)
    assert not {"\x02", "\x03"} & set(made)
    assert not re.search(r"(?:href|src)=.?javascript", made)
    for around in (
        "<ul><li>{}</li><li class=next>b</li></ul>",
        "<table><tbody><tr><td>{}</td><td class=next>b</td></tr></tbody></table>",
        "<dl><dt>{}</dt><dd class=next>b</dd></dl>",
        "<div><div>{}</div><div class=next>b</div></div>",
    ):
        kept = {"tags": nh3.ALLOWED_TAGS | {"h1"}, "attributes": {"*": {"class"}}, "link_rel": None}
        neighbours = nh3.clean(around.replace("{}", made), **kept)
        without = nh3.clean(around.replace("{}", ""), **kept)
        next_one = without[without.index('class="next"') :]
        assert neighbours.endswith(next_one), (source, made)
        depth = sum(
            1 if not tag.startswith("/") else -1 for tag in _tags(neighbours[: neighbours.index('class="next"')])
        )
        assert depth == around.split("{}")[0].count("<") - 1, (source, made, neighbours)


def _tags(text):
    """The names of the tags of whole HTML, those of empty elements left out; an end tag begins with a slash."""
    parts = [part.partition(">")[0].partition(" ")[0] for part in text.split("<")[1:-1]]
    return [part for part in parts if part not in ("br", "hr", "img", "wbr", "col")]

"""Plans render as GitHub renders them, whatever else a site has switched on."""

import inspect
import pathlib
import re
import sys
import xml.etree.ElementTree as etree
from unittest import mock

import markdown
import pytest
from effort import FACTOR, examples, one_in
from github import (
    github_html,
    github_shows,
    page_shows,
    running_text,
    with_one_box_a_line,
    without_attribute_lists,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from mkdocs_planplugin.gfm import MAX_DEPTH
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.weave import (
    BlockDecoration,
    PageDecoration,
    RenderRequest,
    ViewPlace,
    WeaveExtension,
    decorate,
    fill_places,
)

ROOT = pathlib.Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
SEED = ROOT.parent / "shared" / "seed" / "implementation-plan-template.md"
PLANS = sorted((ROOT / "example_site" / "docs" / "plans").glob("*.md"))
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.md"))

SITES = {
    "bare": {},
    "mkdocs": {"toc": {}, "tables": {}, "fenced_code": {}},
    "permalinks": {"toc": {"permalink": True}, "tables": {}, "attr_list": {}},
    "material": {
        "abbr": {}, "admonition": {}, "attr_list": {}, "def_list": {}, "footnotes": {}, "md_in_html": {}, "tables": {},
        "toc": {"permalink": True}, "pymdownx.details": {}, "pymdownx.superfences": {}, "pymdownx.highlight": {},
        "pymdownx.inlinehilite": {}, "pymdownx.tasklist": {"custom_checkbox": True}, "pymdownx.snippets": {},
        "pymdownx.tabbed": {"alternate_style": True}, "pymdownx.emoji": {}, "pymdownx.betterem": {},
        "pymdownx.caret": {}, "pymdownx.tilde": {}, "pymdownx.mark": {}, "pymdownx.keys": {},
        "pymdownx.magiclink": {},
    },
    "mark": {"pymdownx.mark": {}, "pymdownx.caret": {}, "pymdownx.betterem": {}, "tables": {}},
    "plain boxes": {"pymdownx.tasklist": {}, "tables": {}},
    "clickable boxes": {"pymdownx.tasklist": {"clickable_checkbox": True}, "extra": {}},
    "sane lists": {"sane_lists": {}, "nl2br": {}, "meta": {}, "codehilite": {}, "fenced_code": {}},
}  # fmt: skip


def converted(text: str, site: str = "mkdocs", request: RenderRequest | None = None) -> str:
    configs = SITES[site]
    request = request or RenderRequest(source=text)
    extensions = [*configs, WeaveExtension(lambda _: request)]
    return markdown.Markdown(extensions=extensions, extension_configs=configs).convert(text)


# Every plan on some of the sites, every site with some of the plans; `make fuzz` tries all.
PLANS_ON_SITES = [
    (path, site)
    for number, path in enumerate(PLANS)
    for place, site in enumerate(SITES)
    if (number + place) % max(1, int(1 / FACTOR)) == 0
]
ON_SITES = pytest.mark.parametrize(("path", "site"), PLANS_ON_SITES, ids=lambda value: getattr(value, "stem", value))


@ON_SITES
def test_the_example_plans_are_shown_as_on_github(path: pathlib.Path, site: str):
    """Headings, items with their nesting and boxes, and rows of tables are GitHub's, with any set of extensions."""
    text = path.read_text("utf-8")
    body = text.partition("\n---\n")[2] if text.startswith("---") else text
    assert page_shows(converted(body, site)) == github_shows(body)


# Real documents, where they are beside this checkout: one in four. `make fuzz` looks at all, and at many other pages too.
REAL_DOCUMENTS = one_in(4, [SEED, *sorted(CORPUS.glob("*/*.md" if FACTOR <= 1 else "*/**/*.md"))]) if CORPUS.is_dir() else [
    pytest.param(None, marks=pytest.mark.skip(reason="the collection of real documents is not beside this checkout"))
]  # fmt: skip


@pytest.mark.parametrize("site", ["mkdocs", "material"])
@pytest.mark.parametrize("path", REAL_DOCUMENTS, ids=lambda path: path.name if path else "none")
def test_real_documents_are_shown_as_on_github(path: pathlib.Path, site: str):
    """Every element of a real document is where GitHub shows it."""
    text = with_one_box_a_line(path.read_text("utf-8-sig"))
    body = text.partition("\n---\n")[2] if text.startswith("---") else text
    shown = without_attribute_lists(text) if "attr_list" in SITES[site] else text
    assert page_shows(converted(body, site)) == github_shows(shown)


LINE = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "  ", "    ", "      ", "> "]),
        st.sampled_from(["", "- ", "* ", "1. ", "2) ", "- [ ] ", "- [x] ", "## ", "| "]),
        st.sampled_from(["word", "**Tasks:**", "a | b", "--- | ---", "", "```", "**Risk:** High", "~~a~~ b", "`x`"]),
    ),
)


@settings(max_examples=examples(150))
@given(st.lists(LINE, max_size=14).map(lambda lines: "\n".join(line.rstrip() for line in lines)))
def test_generated_documents_are_shown_as_on_github(text: str):
    """Whatever the lists, boxes, tables and quotes, the page is GitHub's.

    Lines of nothing but spaces are left out: Python-Markdown empties them before anything else.
    """
    assert page_shows(converted(text, "mkdocs")) == github_shows(text)


def test_a_text_that_is_no_plan_is_untouched():
    """What is not announced is converted as if the extension were not there."""
    text = "# T\n* a\n  * b\n- [ ] c\n\n~~d~~ https://e.example\n"
    plain = markdown.markdown(text, extensions=["tables"])
    assert markdown.markdown(text, extensions=["tables", WeaveExtension(lambda _: None)]) == plain


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('!!! note "T"\n    - a\n      - b', 'class="admonition note"'),
        ("??? note\n    - a\n      - b", "<details"),
        ('=== "One"\n    - a\n      - b\n=== "Two"\n    c', 'class="tabbed-set'),
        ("Text[^1].\n\n[^1]: The note\n    - a\n      - b", 'class="footnote"'),
        ("> - a\n>   - b", "<blockquote>"),
        ("<div class='x' markdown>\n- a\n  - b\n</div>", "<div class='x'>"),
        ("<details><summary>S</summary>\n\n- a\n  - b\n\n</details>", "<details><summary>"),
    ],
)
def test_lists_are_repaired_inside_of_other_syntax(text: str, inside: str):
    """Two-space lists nest in admonitions, details, tabs, footnotes, quotes and HTML too."""
    html = converted(text, "material")
    assert inside in html
    assert "".join(html.split()).count("<ul><li>a<ul><li>b</li></ul>") == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The HTML.\n\n*[HTML]: Hyper Text", '<abbr title="Hyper Text">HTML</abbr>'),
        ("The HTML.\n\n- *[HTML]: Hyper Text", '<abbr title="Hyper Text">HTML</abbr>'),
        ("- The HTML.\n\n> - *[HTML] : Hyper Text", '<abbr title="Hyper Text">HTML</abbr>'),
        ("Term\n:   Definition", "<dd>Definition</dd>"),
        ("## Head {#my-id}", 'id="my-id"'),
        ("Text\n{: .mine }", '<p class="mine">Text</p>'),
        (":smile:", "emojione"),
        ("++ctrl+c++", "<kbd"),
        ("- a\n  ```python\n  x = 1\n  ```", '<span class="mi">1</span>'),
        ("[TOC]\n\n# A", 'class="toc"'),
        ("[a][b]\n\n[b]: /target 'T'", '<a href="/target" title="T">a</a>'),
    ],
)
def test_what_the_site_adds_goes_on_working(text: str, shown: str):
    """Syntax that GitHub does not know is the site's."""
    assert shown in converted(text, "material")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("~~old~~ new", "<p><del>old</del> new</p>"),
        ("see https://x.example/a_b.", '<p>see <a href="https://x.example/a_b">https://x.example/a_b</a>.</p>'),
        ("(www.x.example)", '<p>(<a href="http://www.x.example">www.x.example</a>)</p>'),
        ("www.x.example<b>y</b>", '<p><a href="http://www.x.example">www.x.example</a><b>y</b></p>'),
        ("[https://a.example](https://b.example)", '<p><a href="https://b.example">https://a.example</a></p>'),
        ("`https://x.example ~~a~~`", "<p><code>https://x.example ~~a~~</code></p>"),
        ("#word", "<p>#word</p>"),
        ("1) a\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        (
            "- [ ] **a** b",
            '<li class="task-list-item"><input aria-label="a b" disabled="disabled" type="checkbox" /> <strong>',
        ),
        ("- [ ] not [x]", '<input aria-label="not [x]" disabled="disabled" type="checkbox" /> not [x]'),
        ("- [x] a", '<input aria-label="a" checked="checked" disabled="disabled" type="checkbox" /> a'),
        ("- [ ] a [b](c.md#d) e", '<input aria-label="a b e" disabled="disabled" type="checkbox" /> a <a'),
        ("para\n| a |\n|---|\n| b |", "<p>para</p>\n<table>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
    ],
)
def test_github_syntax_needs_no_extension(text: str, shown: str):
    """Strikethrough, bare links, boxes, tables and fences are shown on a site that has no extension for them."""
    assert shown in converted(text, "bare")


@pytest.mark.parametrize(
    "text",
    [
        "~~old~~ and ~new~", "a ~~b\nc~~", "# ~~a~~", "**~~a~~** ~~**b**~~", "\\~~a~~", "~~ a ~~", "a ~~~b~~~", "[~~a~~](b)",
        "www.x.example/a~b~ c", "ftp://x.example", "see https://x.example/(a)b). c", "<https://x.example/a_b>",
        "ana@x.example, ben_c@y-z.example.org", "<ana@x.example>", "pkg@1.2.3 @name a@b", "[a@b.example](c)", "git@x.example:a/b",
        "**www.x.example:** a", "- **www.x.example:** a", "<chat:team/room> a", "<localhost:8000>",
        "a\\\nb", "a\\\\\nb", "a\\\\\\\nb", "`a\\`\\\nb", "# a\\\nb", "- a\\\n  b",
        '\\$5 \\<b> \\| \\"x\\" \\~ \\@ \\/ \\a \\\\ \\& \\&amp;',
        "A<B, [C]> and <d, e>", "`a<b, c>` <d, `e`>", "# <A, b>", "| <A, b> |\n|---|\n| a@b.example |", "- [ ] <a!b>", "a<b and c>d",
        "# <Title of this plan>\n\nWords", "- [ ] <title to come>\n- [ ] b", "<title of it>\nwords\n\nmore words", "a <TEXTAREA rows> b",
    ],
)  # fmt: skip
@pytest.mark.parametrize("site", ["bare", "mkdocs", "mark"])
def test_running_text_is_as_on_github(text: str, site: str):
    """Struck-through text, bare links and addresses, escapes, line breaks, and what is a tag: as cmark-gfm has it."""
    assert running_text(converted(text, site)) == running_text(github_html(text))


def test_frames_and_scripts_that_end_are_the_sites():
    """GitHub shows all tags of these elements as text; a site that embeds a video may go on doing so."""
    frame = '<iframe src="https://x.example"></iframe>'
    assert converted(f"a {frame} b", "bare") == f"<p>a {frame} b</p>"
    assert converted(f"{frame}\n\n<iframe>\n\n</iframe>", "bare").count("<iframe") == 2
    assert converted("<div>\n<iframe src='x'>\n</div>\n\nwords", "bare").startswith("<div>\n&lt;iframe")


def test_marks_and_places():
    """An element gets its anchor, classes and words; a heading keeps its own id; views go to their places."""
    text = "# T\n\n## P\n\n- [ ] a\n  - b\n"
    marks = {
        3: BlockDecoration("plan-phase-1", ("plan-phase",)),
        5: BlockDecoration("plan-task-1", ("plan-task",), "tasks:1"),
    }
    places = (ViewPlace("summary", 1), ViewPlace("progress:1", 3), ViewPlace("timeline", 3, before=True))
    html = converted(text, request=RenderRequest(PageDecoration(marks, places), text))
    html = fill_places(html, {"summary": "<i>S</i>", "progress:1": "<i>P</i>", "tasks:1": "<i>ready</i>"})
    assert '<h1 id="t">T</h1>\n<i>S</i>' in html
    anchor = '<div class="plan-anchor plan-phase" data-planplugin="anchor" id="plan-phase-1"></div>'
    assert f'{anchor}\n<h2 id="p">P</h2>\n<i>P</i>' in html
    assert 'class="plan-task task-list-item"' in html
    assert 'id="plan-task-1"' in html
    assert " a <i>ready</i><ul>" in html
    assert "planplugin-place" not in html


@pytest.mark.parametrize("site", SITES)
def test_lines_of_a_paragraph_that_are_tasks_can_be_linked(site: str):
    """Their anchors stand above the paragraph, which stays as it is."""
    text = (
        "# Plan: A\n\n## Phase 1: B\n\n1.1 Dig\n1.2 Sow\n1.3 *Reap*\n\n## Phase 2: C\n\n2.4 litres\nof water\n\n- d\n"
    )
    html = converted(text, site, request=RenderRequest(decorate(read(text).plan), text))
    tasks = ["plan-task-1.1", "plan-task-1.2", "plan-task-1.3", "plan-task-L14"]
    assert re.findall('id="(plan-task-[^"]+)"', html) == tasks
    assert "1.3 <em>Reap</em></p>" in html
    assert html.count('data-planplugin="anchor"') == 5


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize(
    ("mark", "state", "drawn"),
    [
        ("/", "in-progress", 1),
        ("!", "blocked", 1),
        ("-", "cancelled", 1),
        (">", "deferred", 1),
        (" ", "open", 0),
        ("x", "done", 0),
    ],
)
def test_boxes_that_github_does_not_know_are_drawn_as_boxes(mark: str, state: str, drawn: int, site: str):
    """Their characters stay in the text, in an element of the author's; what no task begins with stays text."""
    text = f"# Plan\n\n## Phase 1: A\n\n- [x] **Task 1.1:** a\n- [{mark}] **Task 1.2:** b *c*\n\n  [{mark}] d\n\n## Notes\n\n- [{mark}] e\n"
    html = converted(text, site, request=RenderRequest(decorate(read(text).plan), text))
    assert html.replace("&gt;", ">").count(f'<span class="plan-box">[{mark}]</span> ') == drawn
    assert html.count("plan-boxed") == drawn
    assert f"plan-state-{state}" in html
    assert "<em>c</em>" in html
    assert "<strong>Task 1.2:</strong> b" in html


def test_words_behind_headings_stand_below_them():
    """In a heading they would get into its id and into the table of contents."""
    text = "# T\n\n### Task 1\n\nText\n"
    html = converted(
        text, request=RenderRequest(PageDecoration({3: BlockDecoration("here", ("plan-task",), "tasks:here")}), text)
    )
    html = fill_places(html, {"tasks:here": "<i>ready</i>"})
    assert '<h3 id="task-1">Task 1</h3>\n<div class="plan-words" data-planplugin="words"><i>ready</i></div>' in html


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("| # | Risk | Impact |", "<td>1</td>\n<td>It rains <i>high</i></td>"),
        ("| # | **Risk** | Impact |", "<td>1</td>\n<td>It rains <i>high</i></td>"),
        ("| Risk | Note | Impact |", "<td>1 <i>high</i></td>\n<td>It rains</td>"),
    ],
)
def test_words_of_a_row_stand_behind_its_title(head: str, expected: str):
    """In the column that is headed as titles are."""
    text = f"# Implementation Plan: T\n\n## Phase 1: A\n\n- [ ] b\n\n## Risks\n\n{head}\n|---|---|---|\n| 1 | It rains | High |\n"
    plan = read(text).plan
    html = converted(text, request=RenderRequest(decorate(plan), text))
    assert expected in fill_places(html, {f"risks:{plan.risks[0].anchor}": "<i>high</i>"})
    assert f'id="{plan.risks[0].anchor}">' in html


def test_what_is_marked_and_where_views_go():
    """Risks and items are targets, risks have a place for words; views stand under their sections' headings."""
    reading = read(
        "# Implementation Plan: T\n\n## Discovery Summary\n\n**Key Findings:**\n- It is wet\n\n## Phase 1: A\n\n"
        "- [ ] **Task 1.1:** B\n\n## Risk Assessment\n\n**Risk 1:** It rains\n- **Impact:** High\n\n"
        "## Resource Requirements\n\n**Team Members:**\n- Roofer: 8 hours\n"
    )
    decoration = decorate(reading.plan)
    assert decoration.blocks[6].classes == ("plan-item",)
    risk = decoration.blocks[14]
    assert (risk.anchor, risk.view) == ("plan-risk-1", "risks:plan-risk-1")
    assert {(place.view, place.line) for place in decoration.places} >= {("risks", 12), ("effort", 17)}


def test_snippets_do_not_move_the_marks(tmp_path: pathlib.Path):
    """Lines are those of the file, whatever snippets put in above."""
    (tmp_path / "in.md").write_text("one\n\n- two\n", "utf-8")
    text = '# T\n\n--8<-- "in.md"\n\n- [ ] a\n'
    request = RenderRequest(PageDecoration({5: BlockDecoration("here")}), text)
    md = markdown.Markdown(
        extensions=["pymdownx.snippets", WeaveExtension(lambda _: request)],
        extension_configs={"pymdownx.snippets": {"base_path": [str(tmp_path)]}},
    )
    html = md.convert(text)
    assert html.count('id="here"') == 1
    assert html.index('id="here"') > html.index("two")


def test_too_deep_a_text_is_left_alone():
    """Above the depth that Python-Markdown survives, the page is what it was without us."""
    text = "\n".join(f"{'  ' * n}- x" for n in range(120))
    assert converted(text) == markdown.markdown(text, extensions=["toc", "tables", "fenced_code"])


@pytest.mark.parametrize(
    "text",
    [
        "**Label:** text with *emphasis*", "**Label**: x", "**A & B (c):** <b>x</b>", "**_x_:** y", "**a**b", "**a:**b **c**",
        "- **Label:** `code`", "- [ ] **Task 1.1:** a **b**", "- **Label:**\n  - x", "**a** **b** c", "**a: b:** c", "**a **b", "** a** b",
        "- **Label:**\n\n  text", "- [x] **Label:** [a](b)\n\n  c", "**Label:** line\n**Other:** line", "**Größe:** 3 m²",
        "`a` b `c<d>&amp; `", *(["`a``b` c`"] if markdown.__version_info__ >= (3, 11) else []), "``a`b`` `c`", "- [ ] `a_b` c\n\n  d", "- `a` [b](c)\n- **L:** `a\n  b`{.x} y",
        "## `a` b {.x}\n\n| **a** | `b` |\n|---|---|\n| `c\\|d` | e |", "\\`a` b", "[^1] `a`\n\n[^1]: `b`", "[^1]\n\n[^1]: **L:** b", "`a`\n\n:   b", "`a` ://b.c\\\n`d`",
    ],
)  # fmt: skip
def test_what_is_built_here_is_what_python_markdown_builds(text: str, monkeypatch: pytest.MonkeyPatch):
    """What is settled without inline patterns comes out as it does with them, on every kind of site."""
    for site in SITES:
        ours = converted(text, site)
        with monkeypatch.context() as patch:
            patch.setattr("mkdocs_planplugin.weave.shortcuts._is_harmless", lambda *_: False)
            assert converted(text, site) == ours


INLINE = st.lists(
    st.sampled_from(
        ["a", "b c", " ", "\n", "  \n", "`", "``", "`d`", "*", "**", "**L:** ", "_", "~", "\\", "[", "](e)", "[^1]", "!", "<b>",
         "<https://f.gh>", "i@j.kl", "<", "&", "&amp;", "www.m.no", "==", "++", ":smile:", "{.x}"]
    ),
    max_size=9,
).map("".join)  # fmt: skip


BEGINNINGS = [
    "", "# ", "- ", "- [x] ", "- a\n  3. ", "- [ ] a\n  - b\n    - ", "- **A:** `b` {.c}\n  - ", "- - ", "[^1]: - ",
    "| a | `b` |\n|---|:-:|\n| ", "| ", "!!! note\n    - ", "x\n\n- ",
]  # fmt: skip


@settings(max_examples=examples(150))
@given(INLINE, st.sampled_from(BEGINNINGS), st.sampled_from(list(SITES)))
def test_shortcuts_change_nothing_of_any_line(text: str, begin: str, site: str):
    """Whatever a line is made of, it comes out the same, with and without them."""
    ours = converted(begin + text, site)
    with mock.patch("mkdocs_planplugin.weave.shortcuts._is_harmless", return_value=False):
        assert converted(begin + text, site) == ours


@ON_SITES
def test_shortcuts_change_nothing_of_the_examples(path: pathlib.Path, site: str, monkeypatch: pytest.MonkeyPatch):
    """Whole plans come out the same, with and without them."""
    text = path.read_text("utf-8")
    ours = converted(text, site)
    monkeypatch.setattr("mkdocs_planplugin.weave.shortcuts._is_harmless", lambda *_: False)
    assert converted(text, site) == ours


@ON_SITES
def test_shortcuts_change_nothing_of_decorated_plans(path: pathlib.Path, site: str, monkeypatch: pytest.MonkeyPatch):
    """Nor of what is put on tasks, risks and phases, and of the places of views."""
    text = path.read_text("utf-8")
    request = RenderRequest(decorate(read(text).plan), text)
    ours = converted(text, site, request)
    assert "plan-task" in ours
    monkeypatch.setattr("mkdocs_planplugin.weave.shortcuts._is_harmless", lambda *_: False)
    assert converted(text, site, request) == ours


MARKED_LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    "]),
        st.sampled_from(["", "- ", "- [ ] ", "- [x] ", "1. ", "2. [ ] ", "## ", "| ", "> ", "---|---", "\\[ ] ", "- \\[x] "]),
        st.sampled_from([": d", "*[b]: c", "<div markdown>", "</div>", "a", "**L:** b `c`", "", "[d](e.md) f", "*g*", "h | i", '&amp; "j" &', "k <l>", "{.m}", "**n** o", "!!! p"]),
    ).map("".join),
    max_size=9,
)  # fmt: skip
MARKS = st.builds(
    BlockDecoration,
    st.sampled_from([None, "anchor"]),
    st.sampled_from([(), ("plan-task", "plan-state-done")]),
    st.sampled_from([None, "task:anchor"]),
    st.sampled_from([0, 0, 0, 1]),
)


@settings(max_examples=examples(150))
@given(MARKED_LINES, st.dictionaries(st.integers(1, 9), MARKS), st.sampled_from([*SITES, "mkdocs", "plain boxes"]))
def test_shortcuts_change_nothing_of_decorated_lines(lines: list[str], marks: dict[int, BlockDecoration], site: str):
    """Whatever of ours is put on them, with any of the sites' task lists."""
    text = "\n".join(lines)
    places = (ViewPlace("progress", 3), ViewPlace("timeline", 5, before=True))
    request = RenderRequest(PageDecoration(marks, places), text)
    ours = converted(text, site, request)
    with mock.patch("mkdocs_planplugin.weave.shortcuts._is_harmless", return_value=False):
        assert converted(text, site, request) == ours


@pytest.mark.parametrize(
    ("addition", "is_written"),
    [("", True), ("\n\nTerm\n: Definition", False), ("\n\n<div markdown>\n*a*\n</div>", False)],
    ids=["none", "def_list", "md_in_html"],
)
def test_syntax_that_a_page_has_not_costs_it_nothing(addition: str, is_written: bool):
    """Block processors of the site see every paragraph only where the page has a sign of what they look for."""
    request = RenderRequest(source=f"- **Label:** a{addition}")
    md = markdown.Markdown(extensions=["def_list", "abbr", "md_in_html", WeaveExtension(lambda _: request)])
    md.convert(request.source)
    assert ("<ul>\n<li><strong>Label:</strong> a</li>\n</ul>" in md.htmlStash.rawHtmlBlocks) == is_written


def test_blocks_that_follow_each_other_are_one_piece():
    """Later stages visit each piece: what needs none of them is one, with the places of views and what is marked."""
    text = "A\n\n- **L:** b\n- [ ] `c`\n\n---\n\n| d | e |\n|---|---|\n| f | **g** |\n| h | i |\n\nJ\n"
    marks = {11: BlockDecoration("row", ("plan-task",), "task:row", 1)}
    request = RenderRequest(PageDecoration(marks, (ViewPlace("progress", 8, before=True),)), text)
    md = markdown.Markdown(extensions=["tables", WeaveExtension(lambda _: request)])
    html = md.convert(text)
    assert len(md.htmlStash.rawHtmlBlocks) == 1
    assert '<tr class="plan-task" id="row">\n<td>h</td>\n<td>i <!--planplugin-place:task:row--></td>' in html
    assert "<hr />\n<!--planplugin-place:progress-->\n<table>" in html


def test_many_blocks_take_time_linear_in_the_text():
    """A piece that many blocks share is not copied again and again."""
    request = RenderRequest(source="a\n\n" * 20_000)
    md = markdown.Markdown(extensions=[WeaveExtension(lambda _: request)])
    md.convert(request.source)
    assert 1 < len(md.htmlStash.rawHtmlBlocks) < 100
    assert max(map(len, md.htmlStash.rawHtmlBlocks)) < 20_000


def test_the_way_tags_are_written_is_the_sites():
    """Where a converter writes HTML without `/>`, so does a plan."""
    request = RenderRequest(source="- [ ] a\n\n---\n")
    html = markdown.markdown(request.source, output_format="html", extensions=[WeaveExtension(lambda _: request)])
    assert "<hr>" in html
    assert "/>" not in html


def test_words_that_later_stages_look_for_are_left_to_them():
    """Abbreviations and typographic signs are found in plain text, too."""
    assert "<abbr" in converted("- **API:** the API\n\n*[API]: Application Programming Interface", "material")
    request = RenderRequest(source="**Note:** a (c) sign")
    extensions = ["pymdownx.smartsymbols", WeaveExtension(lambda _: request)]
    assert "&copy;" in markdown.markdown(request.source, extensions=extensions)


class Shouting(Treeprocessor):
    """A stage that no one here knows: it wants to see every word."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            element.text = element.text and AtomicString(element.text.upper())
            element.tail = element.tail and AtomicString(element.tail.upper())


class Links(InlineProcessor):
    """A pattern that no one here knows: a word becomes a link."""

    def handleMatch(self, m, data):  # noqa: N802
        link = etree.Element("a", {"href": m[0]})
        link.text = AtomicString(m[0])
        return link, m.start(0), m.end(0)


@pytest.mark.parametrize(
    "text", ["- **Label:** word\n- `code` word", "| **a:** b |\n|---|\n| word |", "**Label:** word `code`"]
)
def test_stages_that_we_do_not_know_see_every_word(text: str):
    """What is settled or written early would pass by a tree processor or an inline pattern of another extension."""

    def shown(stages: str) -> str:
        request = RenderRequest(source=text)
        md = markdown.Markdown(extensions=["tables", WeaveExtension(lambda _: request)])
        if stages == "tree":
            md.treeprocessors.register(Shouting(md), "shouting", 6)
        if stages == "inline":
            md.inlinePatterns.register(Links("word", md), "links", 40)
        return md.convert(text)

    assert running_text(shown("tree"))[0] == running_text(shown(""))[0].upper()
    assert shown("inline") == shown("").replace("word", '<a href="word">word</a>')


def test_typographic_quotes_are_found_in_every_list():
    """The smarty extension has inline patterns of its own, run by a tree processor like Python-Markdown's."""
    request = RenderRequest(source='- **Label:** a "word"')
    assert "&ldquo;word" in markdown.markdown(request.source, extensions=["smarty", WeaveExtension(lambda _: request)])


ALONE = {"as_of": "2026-02-06"}


@pytest.mark.parametrize("beside", [[], ["toc"], ["toc", "tables", "meta", "footnotes", "abbr", "smarty"]])
@pytest.mark.parametrize("name", ["planplugin", "mkdocs_planplugin.weave"])
def test_alone_it_shows_plans_with_their_views(name: str, beside: list[str]):
    """As a Markdown extension without MkDocs it finds plans itself, and fills the places itself, whatever extensions
    run all stages for each heading."""
    text = PLANS[1].read_text("utf-8").replace("](", "](https://x.example/")
    html = markdown.markdown(text, extensions=[*beside, name], extension_configs={name: ALONE})
    assert html.count('data-planplugin="summary"') == 1
    assert 'data-planplugin="timeline"' in html
    assert 'data-planplugin="progress"' in html
    assert "planplugin-place" not in html
    assert markdown.markdown("- a\n  - b", extensions=[name]) == markdown.markdown("- a\n  - b")


def test_alone_it_shows_findings():
    """Those of the text, what the plan says against itself, and codes in its comments that there are not."""
    text = "# Implementation Plan: A\n\n**Created:** 2026-13-01\n\n## Phase 1: B <!-- plan:ignore PLAN9 -->\n\n- [ ] **Task 1.1:** C\n  - **Dependencies:** Task 9.9\n"
    html = markdown.markdown(text, extensions=["toc", "planplugin"], extension_configs={"planplugin": ALONE})
    assert '<details class="plan-findings">' in html
    assert "2026-13-01" in html.partition("plan-findings")[2]
    assert "9.9" in html.partition("plan-findings")[2].partition("</details>")[0]
    assert "PLAN9" in html.partition("plan-findings")[2].partition("</details>")[0]


def test_one_text_after_another():
    """A converter that showed a plan leaves nothing of it to the next text."""
    md = markdown.Markdown(extensions=["planplugin"], extension_configs={"planplugin": ALONE})
    md.convert("# Implementation Plan: A\n\n## Phase 1: B\n\n- [ ] ~~x~~ https://x.example\n- [ ] y\n")
    assert md.reset().convert("~~x~~ https://x.example") == "<p>~~x~~ https://x.example</p>"


def test_said_to_be_a_plan_it_renders_right():
    """`plan: true` is enough, whatever is read from the text."""
    text = "---\nplan: true\n---\n\nSome words\n* a\n  1) b\n\n#no heading ~~x~~\n"
    html = markdown.markdown(text, extensions=["meta", "planplugin"], extension_configs={"planplugin": ALONE})
    assert page_shows(html) == github_shows(text)
    assert "<del>x</del>" in html


@pytest.mark.parametrize("site", ["bare", "mkdocs", "material"])
@pytest.mark.parametrize(
    ("head", "indent"),
    [("- x", 2), ("> x", 0), ("!!! note", 4), ("??? note", 4), ('=== "a"', 4), ("- [ ] **x:** `y`", 2)],
)
def test_what_nests_as_deep_as_we_read_is_shown(head: str, indent: int, site: str):
    """With room for what calls us: MkDocs takes about fifty frames of Python's stack."""
    text = "> " * MAX_DEPTH + "x" if not indent else "\n\n".join(" " * indent * n + head for n in range(MAX_DEPTH))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + limit - 80)
    try:
        assert converted(text, site)
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    ("site", "box"),
    [
        ("plain boxes", '<input aria-label="a" disabled="disabled" type="checkbox" /> a'),
        ("clickable boxes", '<input aria-label="a" type="checkbox" /> a'),
        (
            "material",
            '<label class="task-list-control"><input aria-label="a" disabled="disabled" type="checkbox" /><span',
        ),
    ],
)
def test_boxes_are_the_sites_with_a_name(site: str, box: str):
    """Boxes look as the site's task lists make them, and can be told apart when read aloud."""
    html = converted("- [ ] a", site)
    assert html.startswith('<ul class="task-list">\n<li class="task-list-item">')
    assert box in html

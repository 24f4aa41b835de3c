"""Search finds on plan pages what its own parser would find there, entry by entry."""

import json
import logging
import pathlib
from types import SimpleNamespace

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import SearchIndex as MaterialIndex
from mkdocs.contrib.search.search_index import SearchIndex as MkDocsIndex
from sites import EXAMPLE, FILES, PLAN, built, make_site

from mkdocs_planplugin.plugin import search
from mkdocs_planplugin.plugin.guard import Guard
from mkdocs_planplugin.plugin.search_sections import sections, without_tags
from mkdocs_planplugin.weave import RenderRequest, WeaveExtension

MATERIAL = {"lang": ["en"], "separator": "x", "pipeline": [], "fields": {}}
MKDOCS = {"indexing": "full", "lang": ["en"], "prebuild_index": False}


class Counted:
    """Counts how many pages the plugins read with their own parsers."""

    def __init__(self, monkeypatch):
        self.pages = []
        for index in (MaterialIndex, MkDocsIndex):
            monkeypatch.setattr(index, "add_entry_from_context", self.counting(index.add_entry_from_context))

    def counting(self, read):
        def counted(index, page):
            self.pages.append(page)
            read(index, page)

        return counted


def page_of(html, **meta):
    file = SimpleNamespace(src_uri="plans/a.md")
    return SimpleNamespace(content=html, meta=meta, toc=(), url="plans/a/", title="A", file=file)


def entries_of(index, page):
    index.add_entry_from_context(page)
    return index.entries if isinstance(index, MaterialIndex) else index._entries


def with_ours(index, *, is_trusted=True):
    """An index that asks us about every page."""
    search.read_plans_for_search([SimpleNamespace(search_index=index)], lambda _: True, Guard(None))
    index.add_entry_from_context._is_right = is_trusted or None
    return index


def same_for_both(html, **meta):
    page = page_of(html, **meta)
    assert entries_of(with_ours(MaterialIndex(**MATERIAL)), page) == entries_of(MaterialIndex(**MATERIAL), page)
    assert entries_of(with_ours(MkDocsIndex(**MKDOCS)), page) == entries_of(MkDocsIndex(**MKDOCS), page)


PIECES = st.lists(
    st.sampled_from(
        ["a", " ", "\n", " b\n", "&amp;", "&lt;c&gt;", "&nbsp;", "&#8212;", ">", "<p>", "</p>", "<p></p>", "<ul>", "</ul>", "<li>",
         "</li>", "<pre><code>", "</code></pre>", "<code>", "</code>", "<strong>d</strong>", "<td>", "</td>", "<br />", "<hr>",
         '<input type="checkbox" disabled />', '<h1 id="t">T</h1>', "<h2>no id</h2>", '<div class="e">', "</div>", "<h3>", "</h3>",
         '<h2 id="s">S <code>x</code><a class="headerlink" href="#s">&para;</a></h2>', '<h2 id="u&amp;v">', "</h2>",
         "<!-- plan:x -->", "<!-- > -->", "<!---->", "<script>f<p></script>", "<div data-search-exclude>g</div>", "<sup>", "</sup>",
         '<div class="linenodiv">1</div>', "<", "< h", "<P>", "<span/>", "<a href='#'>", "<?php <b> ?>", '<h2 id="w" data-search-exclude>',
         "<details open>", "</details>", "<![CDATA[ <b> ]]>", "<textarea><p></textarea>", '<p title="<b>">', "&am", "p;"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(PIECES)
def test_any_html_gives_the_entries_of_the_parser(html: str):
    """Regular or not."""
    same_for_both(html)


@pytest.mark.parametrize(
    "html",
    [
        '<h1 id="t">T</h1><p></p><p>a</p>', '<h1 id="t">T</h1><p>a</p><p></p><ul><li></li><li>b</li></ul>',
        '<h2 id="s">S</h2><pre><code></code></pre>', '<p></p><h2 id="s"><code></code></h2><code>a</code>',
    ],
)  # fmt: skip
def test_empty_elements_are_left_out_as_the_parser_does(html: str):
    """On regular pages, of which the random ones above are few."""
    assert sections(html) is not None
    same_for_both(html)


@pytest.mark.parametrize(
    "extensions", [["toc", "tables"], ["toc", "attr_list", "md_in_html", "footnotes", "pymdownx.tasklist"]]
)
@pytest.mark.parametrize("path", sorted((EXAMPLE / "docs" / "plans").glob("*.md")), ids=lambda path: path.stem)
def test_example_plans_are_read_the_fast_way(path: pathlib.Path, extensions: list[str]):
    """They are regular, and the entries are those of the parser."""
    text = path.read_text("utf-8")
    request = RenderRequest(source=text)
    configs = {"toc": {"permalink": True}}
    md = markdown.Markdown(extensions=[*extensions, WeaveExtension(lambda _: request)], extension_configs=configs)
    html = md.convert(text)
    assert sections(html) is not None
    assert without_tags(html) is not None
    same_for_both(html)


@pytest.mark.parametrize(
    "meta", [{"search": {"boost": 2}}, {"search": {"exclude": True}}, {"tags": ["a", 1, None]}, {"title": "B"}]
)
def test_what_the_front_matter_says_to_search_counts(meta):
    """Boosts, exclusions, tags and titles."""
    same_for_both('<h1 id="a">A</h1><p>b</p><h2 id="c">C</h2><p>d</p><h2 id="e"></h2>', **meta)


def index_of(site):
    return json.loads(site.text("search/search_index.json"))


I18N = {
    "i18n": {
        "docs_structure": "suffix",
        "languages": [{"locale": "en", "default": True, "name": "English"}, {"locale": "de", "name": "Deutsch"}],
    }
}
PAGES = {
    **FILES,
    "plans/two.md": f"---\nsearch:\n  boost: 3\ntags: [a]\n---\n{PLAN}\n## Notes {{data-search-exclude}}\n\nHidden.\n",
    "plans/three.md": f"{PLAN}\n<script>var a = '<b>';</script>\n",
    "plans/three.de.md": PLAN,
}
SEPARATOR = {"search": {"separator": r"[\s\-\.]+", "lang": ["en", "de"]}}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
@pytest.mark.parametrize("plugins", [["search"], [SEPARATOR], ["search", I18N]], ids=["plain", "separator", "i18n"])
def test_the_index_of_a_site_is_the_same(tmp_path, monkeypatch, theme, plugins):
    """With what authors say to search, languages, and either plugin."""
    plugins = [*plugins, {"planplugin": {"as_of": "2026-02-06"}}]
    settings = {"plugins": plugins, "theme": {"name": theme}, "markdown_extensions": ["attr_list", "tables"]}
    ours = index_of(make_site(tmp_path / "ours", PAGES, {}, **settings))
    monkeypatch.setattr(search, "_KINDS", ())
    assert index_of(make_site(tmp_path / "theirs", PAGES, {}, **settings)) == ours


def test_the_index_of_the_example_is_the_same(tmp_path, example, monkeypatch):
    """Page by page; and all plans but the first are read the fast way."""
    monkeypatch.setattr(search, "_KINDS", ())
    assert index_of(built(EXAMPLE / "mkdocs.yml", tmp_path, strict=True)) == index_of(example)


def test_plans_are_not_parsed(tmp_path, monkeypatch):
    """But for the first, which tells whether both ways are the same."""
    counted = Counted(monkeypatch)
    make_site(tmp_path, {**FILES, "plans/two.md": PLAN, "plans/four.md": PLAN}, {})
    assert (
        len(
            [
                page
                for page in counted.pages
                if page.file.src_uri in ("plans/ledger.md", "plans/two.md", "plans/four.md")
            ]
        )
        == 1
    )


def test_a_plugin_that_has_changed_reads_its_pages_itself():
    """What it finds on the first plan tells."""

    class Changed(MaterialIndex):
        def create_entry_for_section(self, section, toc, url, page):
            super().create_entry_for_section(section, toc, url, page)
            self.entries[-1]["level"] = section.el.tag if hasattr(section, "el") else ""

    Changed.__module__, Changed.__qualname__ = MaterialIndex.__module__, "SearchIndex"
    page = page_of('<h1 id="a">A</h1><p>b</p>')
    index = with_ours(Changed(**MATERIAL), is_trusted=False)
    assert entries_of(index, page) == entries_of(Changed(**MATERIAL), page)
    assert len(entries_of(index, page)) == 2


def test_where_our_way_fails_the_plugin_reads_the_page(monkeypatch, caplog):
    """After a warning, as with every step of a build."""
    index = MaterialIndex(**MATERIAL)
    search.read_plans_for_search(
        [SimpleNamespace(search_index=index)], lambda _: True, Guard(logging.getLogger("mkdocs.plugins.test"))
    )
    monkeypatch.setattr(search, "sections", None)
    page = page_of('<h1 id="a">A</h1><p>b</p>')
    assert entries_of(index, page) == entries_of(MaterialIndex(**MATERIAL), page)
    assert "sections for the search" in caplog.text


def test_other_makes_and_versions_are_left_alone(monkeypatch):
    """Only known classes of known versions."""

    class SearchIndex(MaterialIndex):
        pass

    assert search._kind_of(SearchIndex(**MATERIAL)) is None
    assert search._kind_of(None) is None
    assert search._kind_of(MaterialIndex(**MATERIAL)) is not None
    monkeypatch.setattr(search, "version", lambda _: "10.0.0")
    assert search._kind_of(MaterialIndex(**MATERIAL)) is None

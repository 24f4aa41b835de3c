"""What GitHub shows of a text, and what a page shows, in the same words: headings, list items, rows of tables."""

import functools
import re

import cmarkgfm
from bs4 import BeautifulSoup, Tag
from cmarkgfm.cmark import Options

FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n(?:---|\.\.\.)\r?\n", re.DOTALL)
OPEN_BOX = re.compile(r"^(.*?\[ \])(.*)$", re.MULTILINE)
ATTRIBUTE_LIST = re.compile(r"[ ]+\{:?[ ]*[#.][^{}\n]*\}[ ]*$", re.MULTILINE)
# What only a site knows and GitHub shows as text or code, and what the theme adds.
NOT_ON_GITHUB = (
    "a.headerlink, div.footnote, nav.md-tags, a.md-content__button, .admonition, .tabbed-set, .highlighttable"
)
BLOCKS = {"ul", "ol", "table", "pre", "blockquote", "div", "details", "h1", "h2", "h3", "h4", "h5", "h6"}


@functools.lru_cache(16)  # a text is held against several sites
def github_shows(text: str) -> list[tuple]:
    """The elements of GitHub's rendering, made by cmark-gfm."""
    body = FRONT_MATTER.sub("", text.removeprefix("\ufeff"), count=1)
    return elements(BeautifulSoup(github_html(body), "lxml"))


def with_one_box_a_line(text: str) -> str:
    """A text without what cmark-gfm gets wrong: it ticks an open box when "[x]" stands anywhere on its line. GitHub's
    pages do not."""
    return OPEN_BOX.sub(lambda line: line[1] + re.sub(r"\[([xX])\]", r"(\1)", line[2]), text)


def without_attribute_lists(text: str) -> str:
    """A text without the attributes (`{ #id .class }`) that a site takes off the ends of lines."""
    return ATTRIBUTE_LIST.sub("", text)


def github_html(text: str) -> str:
    """GitHub's rendering, made by cmark-gfm, with the raw HTML that its pages keep."""
    return cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)


def page_shows(html: str) -> list[tuple]:
    """The elements of a built page or of converted Markdown, without those that the plugin or the theme has added."""
    article = BeautifulSoup(html[max(html.find("<article"), 0) :], "lxml")  # without the menus of the theme
    article = article.find("article") or article
    for added in article.select(f"[data-planplugin], {NOT_ON_GITHUB}"):
        added.decompose()
    for emoji in article.select("img.emojione, img.twemoji, span.twemoji"):
        emoji.replace_with(emoji.get("title", ""))
    return elements(article)


def elements(page: Tag) -> list[tuple]:
    """Headings, list items (depth, kind, box, words) and rows of tables, in order."""
    shown: list[tuple] = []
    for element in page.find_all(["h1", "h2", "h3", "h4", "h5", "h6", "li", "tr"]):
        if element.find_parent("pre"):
            continue
        if element.name == "li":
            lists = element.find_parents(["ul", "ol"])
            shown.append(("li", len(lists), lists[0].name if lists else "", box_of(element), words(own_text(element))))
        elif element.name == "tr":
            shown.append(("tr", *(words(cell.get_text()) for cell in element.find_all(["td", "th"]))))
        else:
            shown.append((element.name, words(element.get_text())))
    return shown


def running_text(html: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The words of converted Markdown, and what is set apart in them: tag, target, words."""
    soup = BeautifulSoup(html, "html.parser")
    inline = soup.find_all(["a", "br", "code", "del", "em", "img", "strong"])
    return soup.get_text().strip(), [(each.name, each.get("href", ""), each.get_text()) for each in inline]


def box_of(item: Tag) -> str | None:
    box = item.find("input", attrs={"type": "checkbox"})
    if box is None or box.find_parent("li") is not item:
        return None
    return "x" if box.has_attr("checked") else " "


def own_text(element: Tag) -> str:
    """The text of an item up to its first nested block."""
    text = ""
    for node in element.children:
        name = getattr(node, "name", None)
        if name is None:
            text += str(node)
        elif name == "p":
            return text if text.strip() else node.get_text()
        elif name in BLOCKS:
            return text
        elif name not in ("input", "label"):
            text += node.get_text()
    return text


def words(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()

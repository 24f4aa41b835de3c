"""What GitHub shows of a text, and what a page shows, in the same words: headings, list items, rows of tables."""

import re

import cmarkgfm
from bs4 import BeautifulSoup, Tag
from cmarkgfm.cmark import Options

FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n(?:---|\.\.\.)\r?\n", re.DOTALL)
BLOCKS = {"ul", "ol", "table", "pre", "blockquote", "div", "details", "h1", "h2", "h3", "h4", "h5", "h6"}


def github_shows(text: str) -> list[tuple]:
    """The elements of GitHub's rendering, made by cmark-gfm."""
    body = FRONT_MATTER.sub("", text.removeprefix("\ufeff"), count=1)
    return elements(cmarkgfm.github_flavored_markdown_to_html(body, options=Options.CMARK_OPT_UNSAFE))


def page_shows(html: str) -> list[tuple]:
    """The elements of a built page or of converted Markdown, without those that the plugin or the theme has added."""
    soup = BeautifulSoup(html, "lxml")
    article = soup.find("article") or soup
    for added in article.select("[data-planplugin], a.headerlink, div.footnote, nav.md-tags, a.md-content__button"):
        added.decompose()
    return elements(str(article))


def elements(html: str) -> list[tuple]:
    """Headings, list items (depth, kind, box, words) and rows of tables, in order."""
    soup = BeautifulSoup(html, "lxml")
    found: list[tuple] = []
    for element in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6", "li", "tr"]):
        if element.find_parent("pre"):
            continue
        if element.name == "li":
            lists = element.find_parents(["ul", "ol"])
            found.append(("li", len(lists), lists[0].name if lists else "", box_of(element), words(own_text(element))))
        elif element.name == "tr":
            found.append(("tr", *(words(cell.get_text()) for cell in element.find_all(["td", "th"]))))
        else:
            found.append((element.name, words(element.get_text())))
    return found


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

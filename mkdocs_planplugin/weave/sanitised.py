# HTML that an author wrote by hand, made safe for other pages. nh3 (ammonia) parses it as browsers do, keeps what is on
# the lists below, and closes all tags. The lists say what is allowed, not what is forbidden: browsers learn new
# elements.
"""Author's HTML, made safe for other pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import HARMLESS_SCHEMES

# Elements for text and groups of text. No headings, no forms, nothing that loads or runs anything, no graphics.
TAGS = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "data", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
))  # fmt: skip
ATTRIBUTES: Mapping[str, set[str]] = {
    "*": {"class", "title", "lang", "dir", "role", "aria-hidden", "aria-label"},
    "a": {"href", "hreflang", "rel", "target"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "loading", "align"},
    "ins": {"datetime"},
    "ol": {"start", "reversed", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# Attributes that are removed from all other elements, such as those of a formula that an extension of the site makes:
# names and references to them, which are valid only on the page of the plan, and what runs, moves or loads something.
REMOVED = compiled(
    r"on.*|id|name|for|aria-(?:labelledby|describedby)|style|srcdoc|srcset|action|form.*|data|.*[:}].*", re.IGNORECASE
)
# Elements that are parts of others, and which others. A browser adds a stray one to the nearest list, maybe to ours.
PARTS = {"li": ("ol", "ul"), "dt": ("dl",), "dd": ("dl",)}
# Elements without an end tag.
EMPTY = ("br", "col", "hr", "img", "wbr")
# As nh3 writes it: names in lower case, values in double quotes, no "<" anywhere else.
TAG = compiled(r'<(/?)([a-z0-9]+)(?: [^\s=">]+="[^"]*")*>')
# References to STX and ETX, which Python-Markdown marks its placeholders with.
CONTROL_REFERENCES = compiled(r"&#(?:x0*[23](?![0-9a-f])|0*[23](?![0-9]));?", re.IGNORECASE)


def is_kept(tag: object, attribute: str) -> bool:
    """Whether an element that a stage of the converter made keeps an attribute on another page."""
    if tag in TAGS:
        return attribute in ATTRIBUTES["*"] or attribute in ATTRIBUTES.get(str(tag), ())
    return not REMOVED.fullmatch(attribute)


def sanitised(html: str, address: Callable[[str], str | None]) -> str:
    """HTML that is safe anywhere on another page: only elements for text, without ids, with all tags closed, and none
    that closes an element around it. `address` converts an address; `None` removes it."""
    import nh3  # noqa: PLC0415 (most sites have no such text)

    def attribute(_tag: str, name: str, value: str) -> str | None:
        return address(value) if name in ("href", "src") else value

    cleaned = nh3.clean(
        CONTROL_REFERENCES.sub("", html),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=attribute,
        url_schemes=set(HARMLESS_SCHEMES),
        link_rel=None,
    )
    return _without_strays(cleaned)


def _without_strays(html: str) -> str:
    """The HTML without stray parts: tags such as `<li>` outside the element that they must stand in."""
    opened: list[tuple[str, bool]] = []  # the elements around, and whether their tags are kept

    def kept(match: re.Match[str]) -> str:
        closes, name = match.groups()
        if closes:
            return match[0] if opened.pop()[1] else ""
        parent = opened[-1][0] if opened else ""
        keeps = name not in PARTS or parent in PARTS[name]
        if name not in EMPTY:
            opened.append((name, keeps))
        return match[0] if keeps else ""

    return TAG.sub(kept, html)

# A risk may consist of a heading, the lines below it and a list. It is a draft until all of them are read.
"""Risks while they are read, and what they become."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import Level, Risk, RiskId, RiskState

from ..context import ReadingContext
from ..labels import (
    LabelledValue,
    fields,
    label_key,
    labelled_value,
    labelled_values,
    without_label,
)
from ..list_items import box_mark, item_text, list_items
from ..patterns import when_used
from ..profiles import RISK_LABELS, RISK_WORDS, TICKS, phrase_set, table
from ..values import (
    Vocabulary,
    near_level,
    read_factors,
    read_level,
    read_risk_state,
    read_score,
    split_risk_state,
)

RISK_WORD = when_used(RISK_WORDS, re.IGNORECASE)
KNOWN_ATTRIBUTES = Vocabulary(table(lambda profile: profile.labels.risk))
# `None`, `No known risks`
_NO_RISK = phrase_set(lambda profile: f"{profile.headings.no_risks}, {profile.references.nothing}")
# A table or heading with this many of these attributes is about risks.
TELLING = frozenset({"probability", "impact", "severity", "mitigation"})
ENOUGH = 2
_TITLE = when_used(
    rf"[\W_]*(?:{RISK_WORDS})\s*(?P<id>[A-Z]?-?\d+(?:\.\d+)*[a-z]?)\s*[:：.)–—-]*\s*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# `Risk: It may rain`, where a heading or a label has no number.
_NO_NUMBER = when_used(rf"[\W_]*(?:{RISK_WORDS})\s*[:：–—]\s*(?P<title>\S.*)$", re.IGNORECASE | re.DOTALL)
# Levels in brackets before or behind a title: `It rains (High)`, `[Medium] It rains`, `It rains (prob. low)`.
# An arrow leads to what is done about it: `It rains (High) → buy a tent`. The signs behind the brackets are few, as
# from every bracket they are looked at again.
_RATED_BEHIND = when_used(
    r"(?P<title>.*\S)\s*[(\[](?P<rating>[^()\[\]]{1,80})[)\]](?:[\W_]{0,40}|[^\w→>]{0,40}(?:→|[-=]>)\s*(?P<answer>\w.*))$",
    re.DOTALL,
)
_RATED_BEFORE = when_used(
    r"(?:[(\[](?P<rating>[^()\[\]]{1,40})[)\]]|(?P<sign>[🟢🟡🟠🔴]))\s*[:：–—-]*\s*(?P<title>\w.*)$", re.DOTALL
)
# `**It rains** Probability: high, impact: low. Buy a tent.`
_BOLD_NAME = when_used(r"(?P<mark>\*\*|__)(?P<name>[^*_\n]{2,100}?)[.:：]?(?P=mark)[\s:：(–—-]+")
_END_OF_RATING = when_used(r"[.()\n]|\s[–—-]\s|$")
_BETWEEN_RATINGS = when_used(r"\s*[,;/|·]\s*")
_LEVEL_FIRST = when_used(r"(?P<value>\w+) (?P<label>\w+)")
_RATING = when_used(r"(?P<label>[^\W\d_][\w ]{0,15})\.?[:= ]+(?P<value>[^,;/]+)")

# These are shown as written; the others are answers that are read.
_TEXTS = ("mitigation", "contingency", "trigger", "title")
_NUMBER_ALONE = when_used(r"\d+(?:[.,]\d+)?|\?+")
_LEVELS = ("probability", "impact", "severity", "priority")
_STATE_WORDS = 2
_A_LEVEL = "write Low, Medium, High or Critical"
_CODE = when_used(r"(?P<id>R-?\d+)(?:\s*[:：.)–—-]*\s+|$)(?P<title>.*)$", re.IGNORECASE | re.DOTALL)


class RiskDraft(Struct):
    """A risk while it is read. `values` are its attributes in words, by their meaning, and `sources` the same as
    Markdown. `markdown` is the text that the title was read from; in a table it stands in the column `title_column`.
    `certain` says that it is a risk, whatever follows. `state` comes from the heading above it or from its box,
    `highest_score` from its table. `says_more` says that words stand beside it whose meaning is not known."""

    id: str | None
    title: str
    line: int
    priority: Level | None
    markdown: str = ""
    values: dict[str, str] = {}
    sources: dict[str, str] = {}
    lines: dict[str, int] = {}
    certain: bool = True
    title_column: int = 0
    state: RiskState | None = None
    highest_score: int = 0
    says_more: bool = False

    @property
    def is_told(self) -> bool:
        """Whether it has enough attributes of a risk to be one, whatever it is called."""
        return len(self.values.keys() & TELLING) >= ENOUGH


def split_risk(words: str) -> tuple[str | None, str] | None:
    """The id and the title in words that begin like a risk's (`Risk 1: It may rain`), None where they do not."""
    match = _TITLE.match(words) or _CODE.match(words)
    return (match["id"], match["title"].strip() or words) if match else None


def split_unnumbered_risk(words: str) -> tuple[None, str] | None:
    """No id and the title in a heading without a number (`Risk: It may rain`), None where it is no such heading."""
    match = _NO_NUMBER.match(words)
    return (None, match["title"].strip()) if match else None


def risk_attribute(item: Block) -> LabelledValue | None:
    """The attribute of a risk that an item is, if it is one."""
    labelled = labelled_value(item_text(item), item.line, RISK_LABELS)
    return labelled if labelled and label_key(labelled.label) in RISK_LABELS else None


def add_risk_attribute(
    draft: RiskDraft, labelled: LabelledValue, context: ReadingContext, below: Iterable[Block] = ()
) -> None:
    """Add an attribute to a risk. Of each meaning the first one counts. The value may be a list `below` the label."""
    for field_ in fields(labelled, RISK_LABELS):
        meaning = RISK_LABELS.get(label_key(field_.label))
        markdown = field_.value or "; ".join(map(item_text, list_items(below)))
        value = context.value(markdown) if meaning in _TEXTS else context.answer(markdown)
        if meaning is None and field_.value:
            draft.says_more = True
            context.findings.misspelt_label(field_.label, KNOWN_ATTRIBUTES, field_.line)
        elif meaning and value:
            draft.values.setdefault(meaning, value)
            draft.sources.setdefault(meaning, markdown)
            draft.lines.setdefault(meaning, field_.line)


def add_attributes(draft: RiskDraft, block: Block, context: ReadingContext) -> None:
    """Add the attributes in a list or a paragraph below a risk. A line may hold several."""
    if block.kind is BlockKind.LIST:
        for item in list_items([block]):
            if labelled := labelled_value(item_text(item), item.line, RISK_LABELS):
                add_risk_attribute(draft, labelled, context, item.children)
            else:
                draft.says_more = True
    elif block.kind is BlockKind.PARAGRAPH:
        values = list(labelled_values(block, RISK_LABELS))
        draft.says_more = draft.says_more or not values
        for labelled in values:
            add_risk_attribute(draft, labelled, context)


def finish_risks(drafts: Iterable[RiskDraft], context: ReadingContext) -> tuple[Risk, ...]:
    """The risks in the order of the text, each with an id and an anchor of its own. What says that there are none is
    none."""
    texts: set[str] = set()
    risks = []
    told = (draft for draft in drafts if not _NO_RISK.fits(label_key(draft.title)))
    for draft in sorted(told, key=lambda draft: draft.line):
        number = RiskId(draft.id) if draft.id else RiskId(None, draft.line)
        if str(number) in texts:
            number = RiskId(draft.id, draft.line, repeated=True)
        texts.add(str(number))
        risks.append(_risk(draft, number, context))
    return tuple(risks)


def _risk(draft: RiskDraft, number: RiskId, context: ReadingContext) -> Risk:
    _split_title(draft)
    probability, impact = _factors(draft, context)
    priority = _level(draft, "priority", context) or draft.priority
    score = draft.values.get("score", "")
    if score and not (probability and impact):
        priority = read_score(score, draft.highest_score) or priority
    return Risk(
        id=number,
        title=draft.title,
        line=draft.line,
        anchor=context.anchors.anchor(f"plan-risk-{number}"),
        priority=priority,
        state=_state(draft, context),
        owner=draft.values.get("owner"),
        probability=probability,
        impact=impact,
        mitigation=draft.values.get("mitigation"),
        contingency=draft.values.get("contingency"),
        trigger=draft.values.get("trigger"),
        sources=_sources(draft, context),
        title_column=draft.title_column,
        says_more=draft.says_more,
    )


def _split_title(draft: RiskDraft) -> None:
    """Move the state and the levels in the title to the attributes, unless these are set already."""
    draft.title, state = split_risk_state(draft.title)
    draft.state = state or draft.state
    match = _RATED_BEHIND.match(draft.title) or _RATED_BEFORE.match(draft.title)
    if match and (rating := _rating(match.groupdict().get("sign") or match["rating"])):
        draft.title = match["title"]
        if answer := match.groupdict().get("answer"):
            draft.values.setdefault("mitigation", answer)
        for name, words in rating.items():
            draft.values.setdefault(name, words)


def is_rated(words: str) -> bool:
    """Whether levels in brackets stand behind words: `It rains (prob. high)`."""
    match = _RATED_BEHIND.match(words)
    return match is not None and bool(_rating(match["rating"]))


def begins_with_name(markdown: str) -> bool:
    """Whether a text about a risk begins with a name in bold type that is no label: levels may stand behind it."""
    bold = _BOLD_NAME.match(markdown) if markdown.startswith(("**", "__")) else None
    return bold is not None and label_key(bold["name"]) not in RISK_LABELS


def split_rated_name(markdown: str) -> tuple[str, dict[str, str]] | None:
    """The name in bold type that a text about a risk begins with, and the levels that stand alone behind it; `None`
    for other texts."""
    bold = _BOLD_NAME.match(markdown)
    if bold is None or not begins_with_name(markdown):
        return None
    end = _END_OF_RATING.search(markdown, bold.end())
    pieces = _BETWEEN_RATINGS.split(markdown[bold.end() : end.start() if end else None].strip())
    ratings = [_labelled_level(piece) for piece in pieces]
    if not all(ratings):
        return None
    return bold["name"], {meaning: level for rating in ratings for meaning, level in rating.items()}


def _labelled_level(words: str) -> dict[str, str]:
    """A level with the word for what it is of, on either side: `impact: low`, `low impact`; empty for other words."""
    match = _LEVEL_FIRST.fullmatch(words)
    if match and read_level(match["value"]):
        words = f"{match['label']}: {match['value']}"
    return _rating(words) if _RATING.fullmatch(words) else {}


def _rating(words: str) -> dict[str, str]:
    """The levels in the brackets of a title; empty if the brackets hold something else."""
    if read_factors(words) and not _RATING.match(words):
        return {"score": words}
    labelled = {
        meaning: match["value"].strip()
        for match in _RATING.finditer(words)
        if (meaning := RISK_LABELS.get(label_key(match["label"]))) in _LEVELS and read_level(match["value"].strip())
    }
    return labelled or ({"priority": words} if read_level(words) else {})


def _factors(draft: RiskDraft, context: ReadingContext) -> tuple[Level | None, Level | None]:
    """Probability and impact, each by itself or both in one value."""
    both = read_factors(draft.values.get("score", ""))
    probability = _level(draft, "probability", context) or (both[0] if both else None)
    impact = _level(draft, "impact", context) or _level(draft, "severity", context) or (both[1] if both else None)
    return probability, impact


def _level(draft: RiskDraft, name: str, context: ReadingContext) -> Level | None:
    words = draft.values.get(name)
    level = read_level(words) if words else None
    if words and level is None:
        line = draft.lines.get(name, draft.line)
        # An impact may be told in words; a number alone is meant as a level.
        is_value = name == "probability" or _NUMBER_ALONE.fullmatch(words)
        if not context.findings.misspelt(words, near_level(words), line) and is_value:
            context.findings.unread(words, line, name, _A_LEVEL)
    return level


def _state(draft: RiskDraft, context: ReadingContext) -> RiskState:
    """The state of a risk: from its Status, from its title, which may be struck through, or from the heading or the box
    above."""
    words = draft.values.get("status")
    stated = read_risk_state(words) if words else None
    # What is longer says what was done about it.
    if words and stated is None and not read_level(words) and len(words.split()) <= _STATE_WORDS:
        remedy = "write Open, Mitigated, Accepted, Closed, Retired or Occurred"
        context.findings.unread(words, draft.lines.get("status", draft.line), "state of a risk", remedy)
    title = draft.markdown.strip("*_ .:")
    return stated or draft.state or _state_of_struck(title) or RiskState.OPEN


def _state_of_struck(title: str) -> RiskState | None:
    """The state of a risk that is struck through: what words behind it say, else closed."""
    struck, _, behind = title.removeprefix("~~").partition("~~")
    if not title.startswith("~~") or not struck:
        return None
    words = behind.strip(" ()-–—:.→")
    return read_risk_state(words) if words else RiskState.CLOSED


def risk_state_of_box(item: Block) -> RiskState | None:
    """A ticked box says that a risk is closed."""
    return RiskState.CLOSED if (box_mark(item) or " ") in TICKS else None


def _sources(draft: RiskDraft, context: ReadingContext) -> dict[str, str]:
    """The Markdown of the texts of a risk that readers see, where it is more than words."""
    split = split_risk(draft.markdown)
    pieces = {name: [draft.sources.get(name, "")] for name in ("mitigation", "contingency")}
    pieces["title"] = [without_label(draft.markdown), split[1] if split else draft.markdown]
    words = {"title": draft.title, **draft.values}
    sources = {
        name: context.document.source(words[name], *candidates) for name, candidates in pieces.items() if name in words
    }
    return {name: source for name, source in sources.items() if source}

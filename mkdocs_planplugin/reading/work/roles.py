# Most boxes are work, many are not: what must hold when a phase is over, what must hold at the end, approvals, legends,
# files that change. The heading or the label above them tells, by the words of the profiles.
"""What the boxes under a heading or a label are: work, criteria, a checklist of the whole plan, or nothing to do."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_planplugin.reading.labels import label_key
from mkdocs_planplugin.reading.profiles import (
    PHASE_LABELS,
    PHASE_WORDS,
    SectionKind,
    labels,
    pattern,
    pattern_anywhere,
    phrases,
)

# `Phase 1 Verification`, `2.1 Acceptance`: whose criteria they are.
_WHOSE = re.compile(
    rf"(?:(?:\d+(?:\.\d+)*|(?:{PHASE_WORDS}|task)s?\s*\d+(?:\.\d+)*[a-z]?)[\s:.)–—-]*)++", re.IGNORECASE
)
_CRITERIA = frozenset(phrases(lambda profile: profile.roles.criteria))
_CRITERIA_PATTERN = pattern(lambda profile: profile.roles.criteria_patterns)
_FINAL = pattern(lambda profile: profile.roles.final)
_SECTIONS = labels(lambda profile: profile.headings.sections)
_ASIDE = pattern(lambda profile: profile.headings.aside)
_ASIDE_WORDS = pattern_anywhere(lambda profile: profile.headings.aside_words)
_OTHER_VIEW = pattern_anywhere(lambda profile: profile.headings.other_views)
_RISKS = pattern(lambda profile: profile.headings.risk_sections)
# After a phrase of one word the heading may go on with these.
_GOES_ON = frozenset(phrases(lambda profile: profile.headings.joining_words))
_MOST_WORDS = 6
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(2048)
def is_criteria(label: str) -> bool:
    """Whether a label or heading announces what has to hold when a phase or a task is over."""
    key = label_key(label)
    if PHASE_LABELS.get(key) == "criteria":
        return True
    whose = _WHOSE.match(key)
    rest = key[whose.end() :] if whose else key
    return rest in _CRITERIA or _CRITERIA_PATTERN.fullmatch(rest) is not None or rest.endswith(_CRITERIA_ENDINGS)


# Languages that join words: the last characters tell.
_CRITERIA_ENDINGS = tuple(word for word in _CRITERIA if _CJK.match(word))


@lru_cache(1024)  # most headings are the format's
def section_kind(title: str) -> SectionKind | None:
    """What a section is about: by the longest known phrase that its heading starts with, else by how it is built."""
    key = re.sub(r"^[\d.\s)]+", "", label_key(title))
    words = key.split()
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        kind = _SECTIONS.get(" ".join(words[:size]))
        if kind and (size > 1 or len(words) == 1 or words[1] in _GOES_ON or words[1].startswith(("(", "/", "-"))):
            return kind
    if _CJK.match(key):
        for size in range(min(len(key), _MOST_WORDS * 2), 1, -1):
            if kind := _SECTIONS.get(key[:size]):
                return kind
    if _ASIDE.fullmatch(key) or _ASIDE_WORDS.search(key):
        return "aside"
    if _RISKS.fullmatch(key):
        return "risks"
    if is_criteria(title) or _FINAL.fullmatch(key):
        return "definition_of_done"
    return "other_view" if _OTHER_VIEW.search(key) else None

# Most boxes are work, many are not: what must hold when a phase is over, what must hold at the end, approvals, legends,
# files that change. The heading or the label above them tells. Where tables of labels end, the few patterns here go on:
# they are about how such headings are built, and name no document's words.
"""What the boxes under a heading or a label are: work, criteria, a checklist of the whole plan, or nothing to do."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_planplugin.reading.document import label_key
from mkdocs_planplugin.reading.profiles import CRITERIA, PHASE_PARTS, PHASE_WORDS, SECTIONS

# `Phase 1 Verification`, `2.1 Acceptance`: whose criteria they are.
_WHOSE = re.compile(
    rf"(?:(?:\d+(?:\.\d+)*|(?:{PHASE_WORDS}|task)s?\s*\d+(?:\.\d+)*[a-z]?)[\s:.)–—-]*)++", re.IGNORECASE
)
_CRITERIA = re.compile(
    r"(?:[^\s]+ ){0,4}criteria(?: [^\s]+){0,4}"
    r"|acceptance(?: (?:checks?|checklist|conditions?|tests?|requirements?))?"
    r"|(?:final |manual |automated )?(?:verification|validation)(?: (?:checklist|steps?|checks?))?"
    r"|(?:[^\s]+ )?(?:quality |exit |phase |review )gates?"
    r"|checkpoint(?: .*)?"
    r"|(?:is )?(?:done|completed?) (?:when|if)|completion(?: (?:checklist|requirements?|conditions?))?"
    r"|(?:[^\s]+ )?deliverables? checklist|success (?:metrics|indicators|measures)"
    r"|before (?:proceeding|moving|starting|continuing|merging|closing)(?: .*)?"
    r"|definition of done(?: .*)?|dod|ready when|exit(?: conditions?)?"
)
# Checklists of the whole plan, besides what would be criteria in a phase.
_OF_THE_PLAN = re.compile(
    r"(?:[^\s]+ ){0,3}(?:validation|verification|compliance|quality|completion|final|release|launch|go-live|"
    r"deliverables?|acceptance|pre-?merge|pre-?launch|pre-?release|post-?implementation|post-?launch) checklist(?: .*)?"
    r"|(?:validation|verification)(?: (?:and acceptance|plan|strategy))?|validation & acceptance|done criteria(?: .*)?"
    r"|post-implementation"
)
# Never work, wherever it stands.
_ASIDE = re.compile(
    r"\b(?:approvals?|sign-?offs?|legend|glossary|questions?|table of contents|contents|toc|faq|conventions?|"
    r"watch ?list|surprises|retrospective|lessons learned|baseline|"
    r"current (?:state|status|situation|baseline)|examples?|references|"
    r"승인|承認|批准|freigabe|aprobación|aprovação)\b|\blogs?$"
)
# Beside phases that hold the work: other views of it.
_BESIDE = re.compile(
    r"\b(?:changes|changes (?:summary|overview)|files? (?:structure|organization|to .*|affected|changed)|new files|"
    r"impact|consequences|edge cases?|error scenarios?|potential (?:issues|problems)|security (?:[^\s]+ ){0,3}review|"
    r"review|analysis|assessment|instructions|workflow|tracking|requirements|constraints|structure|architecture|"
    r"overview|strategy|rules|guidelines|principles|preferences|alternatives|options|scope|context)\b"
)
_RISKS = re.compile(
    r"(?:[^\s]+ ){0,3}(?:risks|risk (?:analysis|assessment|management|mitigation|register|matrix)|риски|riesgos|"
    r"riscos|risques|risiken|위험|리스크|风险|リスク)(?: .*)?|(?:potential |known )?(?:challenges|pitfalls|obstacles) "
    r"(?:and|&) .*|(?:red|yellow) flags?(?: .*)?"
)
# After a phrase of one word the heading may go on with these: `Risks and Mitigations`, but not `Research Platform`.
_GOES_ON = frozenset(
    {"and", "&", "/", "or", "of", "for", "to", "with", "in", "on", "und", "et", "y", "e", "и", "및", "과", "와", "plan"}
)
_MOST_WORDS = 6
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(2048)
def is_criteria(label: str) -> bool:
    """Whether a label or heading announces what has to hold when a phase or a task is over."""
    key = label_key(label)
    if PHASE_PARTS.get(key) == "criteria":
        return True
    whose = _WHOSE.match(key)
    rest = key[whose.end() :] if whose else key
    return rest in CRITERIA or _CRITERIA.fullmatch(rest) is not None or any(map(rest.endswith, CRITERIA_ENDINGS))


# Languages that join words: the last characters tell.
CRITERIA_ENDINGS = tuple(word for word in CRITERIA if _CJK.match(word))


@lru_cache(1024)  # most headings are the format's
def section_kind(title: str) -> str | None:
    """What a section is about: by the longest known phrase that its heading starts with, else by how it is built."""
    key = re.sub(r"^[\d.\s)]+", "", label_key(title))
    words = key.split()
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        kind = SECTIONS.get(" ".join(words[:size]))
        if kind and (size > 1 or len(words) == 1 or words[1] in _GOES_ON or words[1].startswith(("(", "/", "-"))):
            return kind
    if _CJK.match(key):
        for size in range(min(len(key), _MOST_WORDS * 2), 1, -1):
            if kind := SECTIONS.get(key[:size]):
                return kind
    if _ASIDE.search(key):
        return "aside"
    if _RISKS.fullmatch(key):
        return "risks"
    if is_criteria(title) or _OF_THE_PLAN.fullmatch(key):
        return "definition_of_done"
    return "beside" if _BESIDE.search(key) else None

# Each kind of finding stands beside the rule that makes it. Here they are together, for the command line explains
# them, and options, front matter and comments name them.
"""All kinds of findings, and the names by which they are meant."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from mkdocs_planplugin.catalog import ALL, FINDING_GROUPS, LEVELS, CheckPolicy, FindingKind
from mkdocs_planplugin.checks import KINDS as KINDS_OF_PLANS
from mkdocs_planplugin.model import Finding
from mkdocs_planplugin.portfolio import KINDS as KINDS_OF_SITES
from mkdocs_planplugin.reading import KINDS as KINDS_OF_TEXTS
from mkdocs_planplugin.reading import UNKNOWN_CHECK

_LONGEST = 40  # of a wrong name

# By code, in the order of the codes.
FINDINGS: Mapping[str, FindingKind] = {
    kind.code: kind for kind in sorted((*KINDS_OF_TEXTS, *KINDS_OF_PLANS, *KINDS_OF_SITES), key=lambda kind: kind.code)
}
CHECK_NAMES = (*FINDINGS, *FINDING_GROUPS, ALL)

# What an option or front matter may say about findings, as a JSON Schema for editors.
_LEVEL_SCHEMA = {"enum": [*LEVELS, False]}
CHECKS_SCHEMA = {
    "anyOf": [
        _LEVEL_SCHEMA,
        {"type": "object", "properties": dict.fromkeys(CHECK_NAMES, _LEVEL_SCHEMA), "additionalProperties": False},
    ]
}


def name_problem(name: str) -> str:
    """What is wrong with the name of a check, and what may be meant; empty if there is such a check."""
    if name in CHECK_NAMES:
        return ""
    shown = repr(name[:_LONGEST])
    near = difflib.get_close_matches(name[:_LONGEST], CHECK_NAMES, n=1)
    known = f"write a code such as {next(iter(FINDINGS))}, or {', '.join(FINDING_GROUPS)} or {ALL}"
    return f"there is no check {shown}; {f'did you mean {near[0]}?' if near else known}"


def unknown_checks(policy: CheckPolicy) -> tuple[Finding, ...]:
    """A finding for each place on a page that names a check that there is not, about the first such name."""
    problems = ((place, next(filter(None, map(name_problem, place.names)), "")) for place in policy.written)
    return tuple(UNKNOWN_CHECK.at(place.line, problem, place.hint) for place, problem in problems if problem)

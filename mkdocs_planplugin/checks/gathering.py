# One mistake may stand in every task of a plan. Who reads the findings needs the first few of a kind, and how many
# there are.
"""Many findings of one kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from mkdocs_planplugin.model import Finding, Severity

# Enough to see what they have in common.
MOST_OF_A_KIND = 20


def gathered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of a page, by line. Of each code there are the first twenty, and one more that counts the others, at
    the line of the first of these."""
    if len(findings) <= MOST_OF_A_KIND:
        return tuple(findings)
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    shown = []
    for of_kind in by_code.values():
        shown += of_kind[:MOST_OF_A_KIND]
        if others := of_kind[MOST_OF_A_KIND:]:
            level = min((finding.level for finding in others), key=list(Severity).index)
            message = f"and {len(others)} more of this kind, from this line on"
            shown.append(Finding(others[0].line, others[0].code, level, message, others[0].hint))
    return tuple(sorted(shown, key=lambda finding: finding.line))

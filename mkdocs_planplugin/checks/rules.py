# What a plan says against itself, and what it leaves out: tables of rules, each a function from the plan to findings; a
# new rule is a new function in the table of its module, beside the kind of its findings.
"""Findings about a plan as a whole."""

from __future__ import annotations

from mkdocs_planplugin.model import Finding

from . import days, gaps, references, sums
from .subject import Subject

KINDS = (*references.KINDS, *sums.KINDS, *days.KINDS, *gaps.KINDS)
_RULES = (*references.RULES, *sums.RULES, *days.RULES, *gaps.RULES)


def checks(subject: Subject) -> tuple[Finding, ...]:
    """What the rules find in a plan, in the order of the lines; nothing for a template."""
    if subject.plan.is_template:
        return ()
    findings = (finding for rule in _RULES for finding in rule(subject))
    return tuple(sorted(findings, key=lambda finding: finding.line))

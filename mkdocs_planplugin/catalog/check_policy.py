# Which findings are reported, and at which level. The options of a site, the front matter of a page and a comment in a
# line say it in the same words.
"""Levels of findings as a site and its authors want them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.model import Finding, Severity

from .findings import FINDING_GROUPS, FINDINGS

OFF = "off"
ALL = "all"
LEVELS: Mapping[str, Severity | None] = {OFF: None, **{level.value: level for level in Severity}}
_LONGEST = 40  # of a wrong value
CHECKS = (*FINDINGS, *FINDING_GROUPS, ALL)
# The same as a JSON Schema, for editors.
_LEVEL_SCHEMA = {"enum": [*LEVELS, False]}
CHECKS_SCHEMA = {
    "anyOf": [
        _LEVEL_SCHEMA,
        {"type": "object", "properties": dict.fromkeys(CHECKS, _LEVEL_SCHEMA), "additionalProperties": False},
    ]
}


class UnknownCheckError(ValueError):
    """A code, a group or a level that is not known; the message says which there are."""


class CheckPolicy(Struct, frozen=True):
    """The level of each finding by its code, None where it is off. A code that is not listed keeps the level of its
    kind.

    `ignored` holds, by line, the codes that are not reported there.
    """

    levels: Mapping[str, Severity | None] = {}
    ignored: Mapping[int, frozenset[str]] = {}

    def over(self, other: CheckPolicy) -> CheckPolicy:
        """The policy of a page joined with the `other` one, which is that of its site. The page wins."""
        return CheckPolicy({**other.levels, **self.levels}, self.ignored)

    def applied(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings to report, each at the level that the policy gives it."""
        if not (self.levels or self.ignored):
            return tuple(findings)
        leveled = ((finding, self.levels.get(finding.code, finding.level)) for finding in findings)
        return tuple(
            finding if level is finding.level else replace(finding, level=level)
            for finding, level in leveled
            if level is not None and finding.code not in self.ignored.get(finding.line, ())
        )


def read_check_levels(value: object) -> CheckPolicy:
    """What an option or front matter says: a level for all findings, or a mapping of codes, groups and `all` to levels.
    A code wins over its group, and a group over `all`, in whatever order they stand. `off` may be YAML's `false`.

    Raises UnknownCheckError.
    """
    by_name = value if isinstance(value, dict) else {} if value is None else {ALL: value}
    levels = [(name, codes_of(name), _level(level)) for name, level in by_name.items()]
    levels.sort(key=lambda entry: len(entry[1]), reverse=True)
    return CheckPolicy({code: level for _name, codes, level in levels for code in codes})


def codes_of(name: object) -> frozenset[str]:
    """The codes that a code, the name of a group, or `all` stands for.

    Raises UnknownCheckError.
    """
    if name == ALL:
        return frozenset(FINDINGS)
    if name in FINDING_GROUPS:
        return frozenset(code for code in FINDINGS if code.startswith(FINDING_GROUPS[str(name)]))
    if name in FINDINGS:
        return frozenset([str(name)])
    near = difflib.get_close_matches(_shown(name), CHECKS, n=1)
    known = f"write a code such as {next(iter(FINDINGS))}, or {', '.join(FINDING_GROUPS)} or {ALL}"
    raise UnknownCheckError(f"there is no check {_shown(name)}; {f'did you mean {near[0]}?' if near else known}")


def _level(value: object) -> Severity | None:
    name = OFF if value is False else value
    if not isinstance(name, str) or name not in LEVELS:
        raise UnknownCheckError(f"{_shown(value)} is no level of a check; there are {', '.join(LEVELS)}")
    return LEVELS[name]


def _shown(value: object) -> str:
    """A wrong value for a message. Lists and mappings are named by their type only: YAML can make a list that contains
    itself many times over, which would not fit into memory as text."""
    return repr(value[:_LONGEST]) if isinstance(value, str) else f"<{type(value).__name__}>"

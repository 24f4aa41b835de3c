# Which findings are reported, and at which level. The options of a site, the front matter of a page and a comment in a
# line say it in the same words. Which codes there are is not known here: `finding_kinds.py` says which names are wrong.
"""Levels of findings as a site and its authors want them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.model import Finding, Severity

from .findings import FINDING_GROUPS

OFF = "off"
ALL = "all"
LEVELS: Mapping[str, Severity | None] = {OFF: None, **{level.value: level for level in Severity}}
_LONGEST = 40  # of a wrong value


class UnknownCheckError(ValueError):
    """A name or a level of checks that cannot be meant; the message says which there are."""


class CheckNames(Struct, frozen=True):
    """Names of checks as they stand at a line of a page, and how to write them right."""

    line: int
    names: tuple[str, ...]
    hint: str


class CheckPolicy(Struct, frozen=True):
    """The level at which findings are reported, None where they are off, by a code, the name of a group, or `all`. A
    code wins over its group, and a group over `all`. Other findings keep the level of their kind.

    `ignored` holds, by line, the names of what is not reported there. `written` are the names that the page uses, and
    `site_levels` those of its site, which apply where the page says nothing.
    """

    levels: Mapping[str, Severity | None] = {}
    ignored: Mapping[int, frozenset[str]] = {}
    written: tuple[CheckNames, ...] = ()
    site_levels: Mapping[str, Severity | None] = {}

    def over(self, site: CheckPolicy) -> CheckPolicy:
        """The policy of a page joined with that of its `site`. The page wins."""
        return replace(self, site_levels=site.levels)

    def applied(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings to report, each at the level that the policy gives it."""
        if not (self.levels or self.ignored or self.site_levels):
            return tuple(findings)
        leveled = ((finding, self._level(finding)) for finding in findings)
        return tuple(
            finding if level is finding.level else replace(finding, level=level)
            for finding, level in leveled
            if level is not None
        )

    def _level(self, finding: Finding) -> Severity | None:
        # The narrowest first.
        names = (finding.code, *(name for name, start in FINDING_GROUPS.items() if finding.code.startswith(start)), ALL)
        if not self.ignored.get(finding.line, frozenset()).isdisjoint(names):
            return None
        named_levels = (levels[name] for levels in (self.levels, self.site_levels) for name in names if name in levels)
        return next(named_levels, finding.level)


def read_check_levels(value: object) -> CheckPolicy:
    """What an option or front matter says: a level for all findings, or a mapping of codes, groups and `all` to levels.
    `off` may be YAML's `false`.

    Raises UnknownCheckError for what is no level, or no name at all.
    """
    by_name = value if isinstance(value, dict) else {} if value is None else {ALL: value}
    return CheckPolicy({_name(name): _level(level) for name, level in by_name.items()})


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise UnknownCheckError(f"there is no check {_shown(value)}")
    return value


def _level(value: object) -> Severity | None:
    name = OFF if value is False else value
    if not isinstance(name, str) or name not in LEVELS:
        raise UnknownCheckError(f"{_shown(value)} is no level of a check; there are {', '.join(LEVELS)}")
    return LEVELS[name]


def _shown(value: object) -> str:
    """A wrong value for a message. Lists and mappings are named by their type only: YAML can make a list that contains
    itself many times over, which would not fit into memory as text."""
    return repr(value[:_LONGEST]) if isinstance(value, str) else f"<{type(value).__name__}>"

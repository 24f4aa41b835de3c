# What every kind of finding has. The kinds themselves stand beside the rules that make findings of them.
"""The kinds of findings."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from mkdocs_planplugin.model import Finding, Severity


class FindingKind(Struct, frozen=True):
    """A kind of finding: its title, why it matters, and how to write it right. The command line explains a code with
    these texts, and the documentation lists them.

    `for_readers` says that people who only read the plan should see it too, because the plan contradicts itself or will
    not keep its dates.
    """

    code: str
    level: Severity
    title: str
    meaning: str
    remedy: str
    for_readers: bool = False

    def at(self, line: int, message: str, hint: str | None = None) -> Finding:
        """A finding of this kind at a line of the file. The message has its names and numbers. The hint is how to write
        this one right; without one it is the remedy of the kind."""
        usual = f"{self.remedy[0].lower()}{self.remedy[1:].rstrip('.')}"
        return Finding(line, self.code, self.level, message, usual if hint is None else hint)


# The kinds by the beginning of their codes, under the names that options and front matter know.
FINDING_GROUPS: Mapping[str, str] = {"text": "PLAN1", "plan": "PLAN2", "links": "PLAN3"}

"""The kinds of findings: each that the package makes is described, with the level that it has."""

import pathlib
import re

from mkdocs_planplugin.catalog import FINDING_GROUPS
from mkdocs_planplugin.finding_kinds import FINDINGS

PACKAGE = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin"


SOURCE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
# The kinds that the package declares: the names of their constants, and their codes.
DECLARED = re.findall(r'^(\w+) = FindingKind\(\n    "(PLAN\d{3})",$', SOURCE, re.MULTILINE)


def test_every_kind_is_known():
    """Each that is declared is among all kinds, once; and no finding is made of a code alone, without its kind."""
    assert sorted(code for _name, code in DECLARED) == list(FINDINGS)
    assert sorted(re.findall(r'"(PLAN\d{3})"', SOURCE)) == list(FINDINGS)


def test_every_kind_is_made():
    """None stands there for nothing."""
    made = {name for names in re.findall(r"\b(\w+)\.at\(|\b(?:note|_with_lines)\(\s*(\w+),", SOURCE) for name in names}
    assert {name for name, _code in DECLARED} <= made


def test_descriptions_are_sentences():
    """That say what happens and what to do."""
    for kind in FINDINGS.values():
        assert kind.meaning.endswith(".")
        assert kind.remedy.endswith((".", "`."))
        assert not kind.title.endswith(".")


DOCS = PACKAGE.parent / "docs" / "findings.md"


def listed(start):
    """The list of the docs, of the codes that begin so."""
    for code, kind in FINDINGS.items():
        if code.startswith(start):
            concerns = ", also on published pages" if kind.for_readers else ""
            yield f"### {code}: {kind.title}\n\n*{kind.level.value.title()}{concerns}.* {kind.meaning} {kind.remedy}\n"


def test_docs(request):
    """The page of the docs is made from the records; `--update-golden` writes it."""
    text = DOCS.read_text("utf-8")
    for name, start in FINDING_GROUPS.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}\n{chr(10).join(listed(start))}\n{end}{rest.partition(end)[2]}"
    if request.config.getoption("--update-golden"):
        DOCS.write_text(text, "utf-8")
    assert DOCS.read_text("utf-8") == text

"""The kinds of findings: each that the package makes is described, with the level that it has."""

import ast
import pathlib
import re

from mkdocs_planplugin.catalog import FINDING_GROUPS, FINDINGS
from mkdocs_planplugin.model import Severity

PACKAGE = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin"


def made():
    """The codes and levels of the findings that the package makes."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                codes = [
                    arg.value
                    for arg in node.args
                    if isinstance(arg, ast.Constant) and re.fullmatch(r"PLAN\d+", str(arg.value))
                ]
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if codes and called != "FindingKind":
                    levels = [
                        arg.attr
                        for arg in node.args
                        if isinstance(arg, ast.Attribute) and arg.attr in Severity.__members__
                    ]
                    level = Severity[levels[0]] if levels else {"warn": Severity.WARNING, "info": Severity.INFO}[called]
                    yield codes[0], level


def test_every_finding_is_described():
    """With its level, and none that is not made."""
    assert dict(sorted(made())) == {code: kind.level for code, kind in FINDINGS.items()}


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

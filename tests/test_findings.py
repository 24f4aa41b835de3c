"""The kinds of findings: each that the package makes is described, with the level that it has."""

import ast
import pathlib
import re

from mkdocs_planplugin.catalog import FINDING_GROUPS
from mkdocs_planplugin.finding_kinds import FINDINGS

PACKAGE = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin"


def calls():
    """The calls in the package, with the name of what is called."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def declared():
    """The kinds that the package declares, by the names of their constants."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                name, call = node.targets[0], node.value
                if isinstance(name, ast.Name) and getattr(call.func, "id", "") == "FindingKind":
                    yield name.id, ast.literal_eval(call.args[0])


def test_every_kind_is_known():
    """Each that is declared is among all kinds, once, in the order of the codes."""
    codes = [code for _name, code in declared()]
    assert sorted(codes) == list(FINDINGS)


def test_every_kind_is_made():
    """None stands there for nothing; and no finding is made of a code alone, without its kind."""
    made = set()
    for called, node in calls():
        receiver = node.func.value if isinstance(node.func, ast.Attribute) else None
        made |= {
            part.id for part in (receiver, *node.args[:1]) if isinstance(part, ast.Name) and called in ("at", "note")
        }
        if called != "FindingKind":
            codes = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            assert not [code for code in codes if re.fullmatch(r"PLAN\d+", str(code))]
    assert {name for name, _code in declared()} <= made


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

"""The same plan in another dress is the same plan: other bullets, bold type with lines instead of stars, signs before
headings, numbers in words. Whoever makes a rule with one dress in mind finds it here."""

import pathlib
import re
from collections.abc import Callable
from functools import cache

import pytest

from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.reading import read

TESTS = pathlib.Path(__file__).parent
EXAMPLES = TESTS.parents[1] / "example_site" / "docs" / "plans"
DOCUMENTS = [*sorted((TESTS / "shapes").glob("*.md")), *sorted(EXAMPLES.glob("*.md"))]
WORDS = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
HEADING = re.compile(r"(#{2,6})[ ]+(.*?)[ ]*$")
PHASE = re.compile(r"\b(Phase|Stage|Sprint|Milestone) (\d|10)(?![\d.a-z/–-])")


def outside_code(change: Callable[[str], str], text: str) -> str:
    """The text with its lines changed, but for those of front matter and of code."""
    lines, fence = text.split("\n"), ""
    first = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    for at in range(first, len(lines)):
        mark = FENCE.match(lines[at])
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence:
            lines[at] = change(lines[at])
    return "\n".join(lines)


def of_lines(pattern: str, new: str) -> Callable[[str], str]:
    return lambda text: outside_code(lambda line: re.sub(pattern, new, line), text)


def of_headings(change: Callable[[str], str]) -> Callable[[str], str]:
    def changed(line: str) -> str:
        heading = HEADING.match(line)
        return f"{heading[1]} {change(heading[2])}" if heading else line

    return lambda text: outside_code(changed, text)


DRESSES: dict[str, Callable[[str], str]] = {
    "stars as bullets": of_lines(r"^(\s*)- (?=\S)", r"\1* "),
    "bold with lines": of_lines(r"\*\*([^*_\n]{1,90}?)\*\*", r"__\1__"),
    "colon behind bold": of_lines(r"\*\*([^*\n]{1,60}?):\*\*", r"**\1**:"),
    "colon in bold": of_lines(r"\*\*([^*\n:]{1,60}?)\*\*:", r"**\1:**"),
    "capital ticks": of_lines(r"^(\s*[-*+] )\[x\]", r"\1[X]"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "signs before headings": of_headings(lambda words: f"🚀 {words}" if words[:1].isalnum() else words),
    "bold headings": of_headings(lambda words: words if re.search(r"[*_`~\[{]", words) else f"**{words}**"),
    "closed headings": of_headings(lambda words: words if words.endswith("}") else f"{words} ##"),
    "dashes behind numbers": of_headings(lambda words: re.sub(r"^((?:Phase|Task) [\d.]+): ", r"\1 — ", words)),
    "a link as the name": of_lines(r"^(\s*[-*+] \[[ x]\] )([^*`_\[\]:()|@]{3,70})$", r"\1[\2](https://example.org/1)"),
    "signs before tasks": of_lines(r"^(\s*[-*+] \[[ x]\] )(?=\w)", r"\1🔧 "),
    "numbers in words": lambda text: outside_code(
        lambda line: PHASE.sub(lambda number: f"{number[1]} {WORDS[int(number[2])]}", line), text
    ),
}


def places(plan: Plan | None) -> dict[str, list[int]]:
    """The lines of all that a plan holds."""
    if plan is None:
        return {}
    return {
        "phases": [phase.line for phase in plan.phases],
        "tasks": [task.line for task in plan.walk()],
        "checklist": [item.line for item in plan.checklist()],
        "risks": [risk.line for risk in plan.risks],
    }


@cache
def as_written(path: pathlib.Path) -> dict[str, list[int]]:
    return places(read(path.read_text("utf-8"), name=path.stem).plan)


@pytest.mark.parametrize("dress", DRESSES)
def test_a_plan_in_another_dress_is_the_same(dress):
    changed = 0
    for path in DOCUMENTS:
        text = path.read_text("utf-8")
        dressed = DRESSES[dress](text)
        if dressed != text:
            changed += 1
            assert places(read(dressed, name=path.stem).plan) == as_written(path), f"{path.parent.name}/{path.stem}"
    assert changed > 10

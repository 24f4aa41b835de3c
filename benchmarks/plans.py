# Plans to measure with. No two say the same: what is kept from one page must not make the next one cheap.
"""Texts of plans and of other pages, as many as are wanted."""

from __future__ import annotations

import datetime as dt
import pathlib
import random
from collections.abc import Callable, Iterator

ROOT = pathlib.Path(__file__).parents[1]
EXAMPLES = ROOT / "example_site" / "docs" / "plans"


def _pieces(text: str) -> tuple[str, ...]:
    """The pieces of a text between bars and line ends."""
    return tuple(piece.strip() for piece in text.replace("\n", "|").split("|") if piece.strip())


_VERBS = _pieces("Add|Build|Check|Clean|Connect|Count|Describe|Export|Hide|Import|Join|Measure|Move|Name|Print|Sort")
_THINGS = _pieces("""
    shelf labels|late returns|the members' list|opening days|text messages|the reading room|loans abroad|parcels
    the outbox|spare keys|old catalogue cards|the night run|quiet hours|a paper form|the van's route|lockers|reminders
""")
_REASONS = _pieces("""
    because the desk asks for it every week|so that nobody has to type a number twice
    which the branches do by hand today|as it was agreed with all eleven branches
    and keep what is there until spring|before the old machine is switched off
""")
_PEOPLE = ("Ana", "Ben", "Chloé", "Dan", "Eve", "Femi", "Gus", "Hana")
_LEVELS = ("Low", "Medium", "High")
_FIRST_DAY = dt.date(2026, 1, 5)


class _Writer:
    """Words for one text, the same ones in every run."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)  # noqa: S311 (no secret)
        self.number = number

    def of(self, choices: tuple[str, ...]) -> str:
        return self._random.choice(choices)

    def below(self, limit: int) -> int:
        return self._random.randrange(limit)

    def doing(self) -> str:
        return f"{self.of(_VERBS)} {self.of(_THINGS)} {self.below(10_000)}"

    def sentence(self) -> str:
        return f"{self.doing()} {self.of(_REASONS)}, with {self.of(_THINGS)} and {self.of(_THINGS)}."

    def words(self) -> str:
        return self.sentence().removesuffix(".")


def generated_plan(number: int, tasks: int = 30) -> str:
    """A plan of the format with so many tasks in five phases, about 10 KB long."""
    write = _Writer(number)
    done = write.below(tasks)
    parts = [_head(write), _discovery(write), "## Implementation Phases\n"]
    parts += [_phase(write, phase, tasks // 5, done) for phase in range(1, 6)]
    parts += [_risks(write), _end(write)]
    return "\n".join(parts)


def _head(write: _Writer) -> str:
    day = _FIRST_DAY + dt.timedelta(days=write.below(60))
    later = day + dt.timedelta(days=20)
    return (
        f"# Implementation Plan: {write.doing()}\n\n**Created:** {day}  \n**Last Updated:** {later}  \n"
        f"**Status:** In Progress  \n**Owner:** {write.of(_PEOPLE)}\n\n---\n"
    )


def _discovery(write: _Writer) -> str:
    findings = "\n".join(f"- {write.sentence()}" for _ in range(3))
    decisions = "\n".join(f"- {write.words()} ([note {n}](https://library.example/{n}))" for n in range(2))
    return (
        f"## Discovery Summary\n\n{write.sentence()} {write.sentence()}\n\n**Key Findings:**\n{findings}\n\n"
        f"**Technical Decisions:**\n{decisions}\n\n---\n"
    )


def _phase(write: _Writer, phase: int, tasks: int, done: int) -> str:
    rows = [_task(write, phase, n, is_done=(phase - 1) * tasks + n <= done) for n in range(1, tasks + 1)]
    return (
        f"### Phase {phase}: {write.doing()} (Est: {tasks * 8} hours)\n\n**Why this phase:** {write.sentence()}\n\n"
        f"**Tasks:**\n\n{''.join(rows)}**Phase Completion Criteria:**\n- [ ] {write.words()}\n"
        f"- [ ] {write.words()}\n\n---\n"
    )


def _task(write: _Writer, phase: int, n: int, *, is_done: bool) -> str:
    waits_for = f"Task {phase}.{n - 1}" if n > 1 else f"Phase {phase - 1}" if phase > 1 else "None"
    return (
        f"- [{'x' if is_done else ' '}] **Task {phase}.{n}:** {write.doing()}\n"
        f"  - **Files/Components:** `curlew/part{write.below(900)}.py`\n  - **Dependencies:** {waits_for}\n"
        f"  - **Risk Level:** {write.of(_LEVELS)}\n  - **Estimate:** {4 + write.below(9)} hours\n"
        f"  - **Owner:** {write.of(_PEOPLE)}\n\n"
    )


def _risks(write: _Writer) -> str:
    rows = "\n".join(
        f"| {write.doing()} | {write.of(_LEVELS)} | {write.of(_LEVELS)} | {write.words()} |" for _ in range(4)
    )
    return f"## Risk Assessment\n\n| Risk | Probability | Impact | Mitigation |\n|---|---|---|---|\n{rows}\n\n---\n"


def _end(write: _Writer) -> str:
    boxes = "\n".join(f"- [ ] {write.words()}" for _ in range(4))
    questions = "\n".join(f"- {write.sentence()}" for _ in range(2))
    return f"## Definition of Done\n\n{boxes}\n\n## Open Questions\n\n{questions}\n"


def example_plan(number: int) -> str:
    """One of the plans of the example site, 13 KB on average, with words of its own."""
    sources = [path for path in sorted(EXAMPLES.glob("*.md")) if path.stem != "template"]
    text = sources[number % len(sources)].read_text("utf-8")
    for word in ("a", "the", "and"):
        text = text.replace(f" {word} ", f" {word}{number} ")
    return text


def ordinary_page(number: int) -> str:
    """A page that is no plan: prose, a list, code and a table, about 4 KB long."""
    write = _Writer(number)
    parts = [f"# {write.doing()}\n"]
    for n in range(1, 6):
        items = "\n".join(f"- **{write.of(_THINGS)}:** {write.sentence()}" for _ in range(3))
        parts.append(
            f"## {n}. {write.doing()}\n\n{write.sentence()} {write.sentence()} See [below](#{n}).\n\n{items}\n\n"
            f"```python\nprint({write.below(100)})\n```\n\n| A | B |\n|---|---|\n| {write.of(_THINGS)} | *{n}* |\n"
        )
    return "\n".join(parts)


TextOf = Callable[[int], str]


def mixed(plans_in_a_hundred: int) -> TextOf:
    """Ordinary pages, with so many plans among a hundred."""
    return lambda number: (generated_plan if number % 100 < plans_in_a_hundred else ordinary_page)(number)


def numbered(text_of: TextOf, count: int) -> Iterator[tuple[str, str]]:
    """The names of so many pages, and their texts."""
    return ((f"page-{number:04}.md", text_of(number)) for number in range(count))

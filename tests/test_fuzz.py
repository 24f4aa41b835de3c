"""Any text at all, through all stages: a page is made, its HTML is whole, the data fits its schema, the counts add up."""

import datetime as dt
import json
import pathlib
import random

import jsonschema
import nh3
import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_planplugin.export import DATA_FILES, SiteData, plans_schema
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.views import plan_views, site_view
from mkdocs_planplugin.views.kit import Context
from mkdocs_planplugin.weave import FragmentConverter, PlanExtension

TODAY = dt.date(2026, 2, 6)
GOLDEN = sorted((pathlib.Path(__file__).parent / "golden").glob("*.md"))
TEXTS = [path.read_text("utf-8") for path in GOLDEN]
SCHEMA = jsonschema.Draft202012Validator(json.loads(plans_schema()))
CONVERTER = FragmentConverter(Markdown())
LINES = [
    "# Implementation Plan: X", "## Implementation Phases", "### Phase 1: A (Est: 3 days)", "### Phase 2 (Week 3-4)",
    "## Phase 1: A", "**Tasks:**", "- [ ] **Task 1.1:** A", "- [x] **Task 1.2:** B", "- [/] T003 C [P]", "  - **Estimate:** 1-2 days",
    "  - **Dependencies:** Task 1.1, Phase 1", "  - **Dependencies:** 1.1-1.9", "  - [ ] sub", "  - **Due:** 2026-03-01",
    "**Phase Completion Criteria:**", "- [ ] it works", "**Status:** In Progress", "**Created:** 2026-01-12", "**Based on:** [a](b.md)",
    "## Risk Assessment", "**Risk 1:** A", "- **Probability:** High", "- **Impact:** Critical", "| Risk | Impact |", "|---|---|", "| a | High |",
    "## Timeline Summary", "| Phase | Estimate | Dependencies |", "|---|---|---|", "| Phase 1 | 3 days | None |", "| Total | 9 days | |",
    "## Open Questions", "- `what`? <b>", "## Definition of Done", "**Code:**", "- [ ] done", "```", "---", "<div>", "</li></ul>", "<!-- plan:index -->",
    "<script>alert(1)</script>", "> - [ ] quoted", "1. one", "   - [ ] below", "", "", "\x00\x02\x03\x1b[31m", "<plaintext>", "<svg><dd>",
]  # fmt: skip
pieces_of_the_format = st.lists(st.sampled_from(LINES), max_size=40).map("\n".join)


def mutated(draw_seed):
    """A golden document with a few lines gone, doubled, moved, or cut within."""
    chance = random.Random(draw_seed)  # noqa: S311 (it draws examples)
    lines = chance.choice(TEXTS).split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines)) if lines else 0
        change = chance.randrange(5)
        if not lines or change == 0:
            lines.insert(at, chance.choice(LINES))
        elif change == 1:
            del lines[at : at + chance.randint(1, 5)]
        elif change == 2:
            lines[at:at] = lines[at : at + chance.randint(1, 9)]
        elif change == 3:
            lines[at] = lines[at][: chance.randint(0, len(lines[at]))] + chance.choice(LINES)
        else:
            lines.insert(at, lines.pop(chance.randrange(len(lines))))
    return "\n".join(lines)


mutations = st.integers(0, 2**32).map(mutated)


def counts_add_up(plan):
    progress = plan["progress"]
    for name in ("tasks", "criteria", "definition_of_done"):
        assert 0 <= progress[name]["done"] <= progress[name]["total"]
    assert progress["percent"] is None or 0 <= progress["percent"] <= 100
    estimate = plan["estimate"]
    if estimate["min_hours"] is not None and estimate["max_hours"] is not None:
        assert 0 <= estimate["min_hours"] <= estimate["max_hours"]


def is_whole(html):
    """Whether a parser of browsers closes nothing and opens nothing in it: it ends where it began."""
    tags = {
        "div",
        "section",
        "p",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "span",
        "a",
        "details",
    }
    around = nh3.clean(f"<div>{html}</div><p>behind</p>", tags=tags | nh3.ALLOWED_TAGS, link_rel=None)
    return around.endswith("</div><p>behind</p>")


@pytest.mark.parametrize("texts", [pieces_of_the_format, mutations], ids=["pieces", "mutations"])
def test_any_text_through_all_stages(texts):
    """Nothing raises, and each result is what its format asks for."""

    @given(texts)
    @settings(max_examples=examples(40))
    def through_all_stages(text):
        Markdown(extensions=[PlanExtension(TODAY)]).convert(text)
        plan = read(f"---\nplan: true\n---\n{text}").plan
        assert plan is not None
        entry = Entry.of("plans/a.md", "plans/a/", plan, Calendar(), TODAY)
        portfolio = Portfolio.of([entry])
        words = lambda entry, source: CONVERTER.html(source, entry.plan.link_targets, str)  # noqa: E731
        context = Context(TODAY, lambda path: path, "plans/index.md", words=words)
        for html in plan_views(entry, Calendar(), context).values():
            assert is_whole(html), html
        for name in ("index", "portfolio", "risks", "decisions", "questions", "next", "metrics"):
            assert is_whole(site_view(name, portfolio, context)), name
        data = {path: content for record in DATA_FILES for path, content in record.files(SiteData(portfolio, TODAY))}
        plans = json.loads(data["plans.json"])
        SCHEMA.validate(plans)
        counts_add_up(plans["plans"][0])

    through_all_stages()

"""Risks in the ways that people write them: state, owner, levels, answers."""

import datetime as dt

import pytest

from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Level
from mkdocs_planplugin.reading import read


def risks(text, heading="Risks"):
    plan = read(
        f"---\nplan: true\n---\n# Plan: Fair\n\n## Phase 1: Booths\n\n- [ ] Nail them\n\n## {heading}\n\n{text}\n"
    ).plan
    return plan.risks


def told(risk):
    return f"{risk.probability or '-'} x {risk.impact or '-'}, {risk.priority or '-'}"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | Closed |", "closed"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | Mitigated (tent bought) |", "mitigated"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | ✅ Resolved |", "closed"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | ✅ |", "closed"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | Open |", "open"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | Monitoring |", "open"),
        ("| Risk | Impact | State |\n|---|---|---|\n| Rain | High | Accepted by Ida |", "accepted"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | Occurred on 2026-01-02 |", "occurred"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | Retired |", "retired"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | ~~Open~~ Closed |", "closed"),
        ("| Risk | Impact | Status |\n|---|---|---|\n| Rain | High | |", "open"),
        ("| Risk | Impact |\n|---|---|\n| ~~Rain~~ | High |", "closed"),
        ("| Risk | Impact |\n|---|---|\n| Rain (closed) | High |", "closed"),
        ("| Risk | Impact |\n|---|---|\n| Rain [RETIRED] | High |", "retired"),
        ("| Riesgo | Impacto | Estado |\n|---|---|---|\n| Rain | Alto | cerrado |", "closed"),
        ("- **Risk 1:** Rain\n  - **Status:** Closed", "closed"),
        ("- **Risk 1:** Rain\n  - **Impact:** High | **Status:** Accepted", "accepted"),
        ("- Risk 1: Rain (mitigated)", "mitigated"),
        ("- ~~Risk 1: Rain~~", "closed"),
        ("- [x] Risk 1: Rain\n  - Impact: High", "closed"),
        ("- [ ] Risk 1: Rain\n  - Impact: High", "open"),
        ("- [CLOSED] Rain", "closed"),
        ("- Rain - retired", "retired"),
        ("### Risk 1: Rain\n\n**Status:** Closed\n**Impact:** High", "closed"),
        ("### Risk 1: Rain (accepted)\n\n**Impact:** High", "accepted"),
        ("### Closed risks\n\n- Rain", "closed"),
        ("### Accepted Risks\n\n| Risk | Impact |\n|---|---|\n| Rain | High |", "accepted"),
        ("**Retired:**\n\n- Rain", "retired"),
        ("**Risks accepted**\n\n- Rain", "accepted"),
        ("- Rain", "open"),
        ("- The gate is closed", "open"),
        ("- The shop closed for good", "open"),
        ("- Closed roads", "open"),
    ],
)
def test_where_a_risk_stands(text, state):
    """A column, a line, a title in brackets or struck through, a box, the heading above."""
    (risk,) = risks(text)
    assert risk.state == state


@pytest.mark.parametrize("heading", ["Accepted Risks", "Closed risks"])
def test_a_section_says_where_its_risks_stand(heading):
    """The heading of the whole section counts, too."""
    (risk,) = risks("- Rain", heading)
    assert risk.state == heading.split()[0].lower()


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("| Risk | L | I | Score |\n|---|---|---|---|\n| Rain | 2 | 4 | 8 |", "low x high, -"),
        ("| Risk | P | S |\n|---|---|---|\n| Rain | Remote | Catastrophic |", "low x critical, -"),
        ("| Risk | Probability | Severity |\n|---|---|---|\n| Rain | Occasional | Marginal |", "medium x medium, -"),
        (
            "| Risk | Likelihood | Impact |\n|---|---|---|\n| Rain | Almost certain | Insignificant |",
            "critical x low, -",
        ),
        ("| Risk | Likelihood | Impact |\n|---|---|---|\n| Rain | 0.9 | 8/10 |", "high x high, -"),
        ("| Risk | Likelihood | Impact |\n|---|---|---|\n| Rain | 20% | 4 of 5 |", "low x high, -"),
        ("| Risk | Likelihood | Impact |\n|---|---|---|\n| Rain | ~~High~~ Low | Major |", "low x high, -"),
        ("| Risk | Score |\n|---|---|\n| Rain | 20 |\n| Wind | 4 |", "- x -, critical"),
        ("| Risk | Score |\n|---|---|\n| Rain | 4 |", "- x -, high"),
        ("| Risk | Rating |\n|---|---|\n| Rain | 12 (High) |", "- x -, high"),
        ("| Risk | Rating | Owner |\n|---|---|---|\n| Rain | Medium | Ida |", "- x -, medium"),
        ("| Risk | P × I | Mitigation |\n|---|---|---|\n| Rain | High × Medium | Tent |", "high x medium, -"),
        ("| Risk | P × I | Mitigation |\n|---|---|---|\n| Rain | 3 × 4 = 12 | Tent |", "medium x high, -"),
        ("| Risk | Probability/Impact |\n|---|---|\n| Rain | H/L |", "high x low, -"),
        ("| Risk | Severity |\n|---|---|\n| Rain | Severe |", "- x critical, -"),
        ("| Risk | Severity | Mitigation |\n|---|---|---|\n| Rain | 🔴 High | Tent<br>Umbrellas |", "- x high, -"),
        ("| Threat | Likelihood | Impact |\n|---|---|---|\n| Rain | low | high |", "low x high, -"),
        ("| What may go wrong | Likelihood | Impact |\n|---|---|---|\n| Rain | low | high |", "low x high, -"),
        ("| Risk | Notes |\n|---|---|\n| Rain | In May |", "- x -, -"),
        ("- Rain (High)", "- x -, high"),
        ("- [Medium] Rain", "- x -, medium"),
        ("- 🔴 Rain", "- x -, high"),
        ("- **Rain** (probability: low, impact: high)", "low x high, -"),
        ("- Rain (High/Low)", "high x low, -"),
        ("- **Risk:** Rain. **Probability:** low, **Impact:** high", "low x high, -"),
        ("- **Risk 1:** Rain | **Likelihood:** low | **Impact:** high", "low x high, -"),
        ("### Risk: Rain\n\n**Probability:** 80%\n\n**Mitigation:**\n\n- Tent\n- Umbrellas", "high x -, -"),
        ("### Rain\n\n- **Likelihood:** Low\n- **Impact:** High", "low x high, -"),
        ("**Risk 1: Rain**\n- **Likelihood:** Low\n- **Impact:** High", "low x high, -"),
        ("1. **Rain**\n   - Severity: High\n   - Mitigation: tent", "- x high, -"),
        ("- Rain\n  - Likelihood: possible\n  - Impact: negligible", "medium x low, -"),
    ],
)
def test_how_high_a_risk_is(text, levels):
    """Letters, words and numbers of the usual scales; a score alone is a level."""
    risk = risks(text)[0]
    assert told(risk) == levels
    assert "Rain" in risk.title
    assert "(" not in risk.title


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            (
                "| Risk | Impact | Mitigation | Contingency | Owner | Trigger |\n|---|---|---|---|---|---|\n"
                "| Rain | High | Tent | Hall | Ida | Clouds |"
            ),
            ("Tent", "Hall", "Ida", "Clouds"),
        ),
        (
            (
                "### Risk: Rain\n\n**Impact:** High\n\n**Mitigation:**\n\n- Tent\n- Hats\n\n**Contingency:** Hall\n\n"
                "**Owner:** Ida\n\n**Early warning:** Clouds"
            ),
            ("Tent; Hats", "Hall", "Ida", "Clouds"),
        ),
        (
            "- Rain\n  - **Mitigation:**\n    - Tent\n    - Hats\n  - Fallback: Hall\n  - Owner: Ida\n  - Trigger: Clouds",
            ("Tent; Hats", "Hall", "Ida", "Clouds"),
        ),
        ("- **Rain**; Mitigation: Tent; Owner: Ida", ("Tent", None, "Ida", None)),
        ("| Risk | Response |\n|---|---|\n| Rain | Tent |", ("Tent", None, None, None)),
    ],
)
def test_what_is_done_about_it_and_by_whom(text, answers):
    """Mitigation, contingency, owner, trigger: in cells, lines and lists."""
    (risk,) = risks(text)
    assert (risk.mitigation, risk.contingency, risk.owner, risk.trigger) == answers


@pytest.mark.parametrize("heading", ["Risks addressed", "Risques adressés"])
def test_what_was_done_about_risks_is_no_risk(heading):
    """A list below such a heading holds answers."""
    assert not risks("- A tent was bought", heading)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("### Rain\n\n**Mitigation:** Tent\n\n### Wind\n\n**Mitigation:** Pegs", ["Rain", "Wind"]),
        ("### 1. Rain\n\n- **Mitigation:** Tent", ["1. Rain"]),
        ("### 1. Rain\n\nIt may pour.", ["1. Rain"]),
        ("### Rain\n\nIt may pour.\n\n### Wind\n\nIt may blow.", ["Rain", "Wind"]),
        ("### About\n\nIt may pour.", []),
        ("### Overview\n\nAll is well.\n\n### Strategy\n\nWait.", []),
        ("### Weather\n\n- Rain\n- **Mitigation:** Tent", ["Rain"]),
        ("**Dependencies:**\n\n- Sun\n\n**Risks:**\n\n- Rain", ["Rain"]),
        ("### Assumptions\n\n- Sun\n\n### Risks\n\n- Rain", ["Rain"]),
        ("**High Risk**\n\n- Rain", ["Rain"]),
        ("### Technical Risks\n\n**Rain**: pours\n\n- Mitigation: Tent", ["Rain: pours"]),
        ("**Rain**\n\n*Mitigation*: Tent\n\n**Wind**\n\n*Mitigation*: Pegs", ["Rain", "Wind"]),
        ("**Weather**\n\nIt may pour.", []),
        ("- Of the sky:\n- Risk: Rain\n- Mitigations:\n- Buy a tent", ["Rain"]),
        ("- Of the sky:\n  - Rain", ["Of the sky:"]),
        ("!!! warning\n\n    - Rain", ["Rain"]),
        (
            "| Part | Risk | Mitigation |\n|---|---|---|\n| Roof | Low | Tent |\n| Floor | High | Boards |",
            ["Roof", "Floor"],
        ),
        ("| Part | Risk Level | Mitigation |\n|---|---|---|\n| Roof | Low | Tent |", ["Roof"]),
        ("**Rain:**\n- It may pour\n- Mitigation: Tent\n\n**Wind**\n- It may blow", ["Rain:", "Wind"]),
        (
            "**Sky:**\n- Rain\n- Mitigation: Tent\n- Wind\n- Mitigation: Pegs\n\n**Earth:**\n- Moles",
            ["Rain", "Wind", "Moles"],
        ),
        ("**Rain:**\n- Mitigation: Tent\n\n**High:**\n- Wind\n\n**Known risks:**\n- Moles", ["Rain:", "Wind", "Moles"]),
    ],
)
def test_what_is_a_risk(text, titles):
    """Headings with an answer, with a number or side by side in prose; lines in bold type side by side, one of them
    with an answer below it; lists of other things are none; where the column of risks says how high they are, the first
    column names them."""
    assert [risk.title for risk in risks(text)] == titles


@pytest.mark.parametrize("heading", ["Risk Mitigation", "Mitigación de riesgos", "Atténuation des risques"])
def test_a_heading_of_answers_is_above_answers(heading):
    """An item below it is a risk only where it says so: by a label, a number, a level, an answer of its own."""
    assert not risks("- Keep a tent\n- **Spare pegs**: Buy ten", heading)
    assert not risks("**Before the fair**\n\n- Keep a tent", heading)
    told = risks("- Keep a tent\n- Risk: Rain\n- Risk 2: Wind\n- Moles (high)\n- Hail\n  - Mitigation: Hats", heading)
    assert [risk.title for risk in told] == ["Rain", "Wind", "Moles", "Hail"]


@pytest.mark.parametrize("heading", ["Risks", "Known risks", "Risk Items", "Technische Risiken", "Risques identifiés"])
def test_risks_with_boxes(heading):
    """Where all items have boxes and the heading names risks they are risks, and those that are ticked are closed."""
    told = risks("- [ ] It may rain\n- [x] It may blow", heading)
    assert [(risk.title, str(risk.state)) for risk in told] == [("It may rain", "open"), ("It may blow", "closed")]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("- [ ] Buy a tent\n- [ ] Buy pegs", "Risk Mitigation"),
        ("- [ ] Ask the farmer", "Risk Assessment"),
        ("- [ ] Low\n- [x] Medium", "Risks"),
        ("- [ ] Ask the farmer\n- [ ] Check the ground", "Risks"),
    ],
)
def test_boxes_that_are_no_risks(text, heading):
    """What is done about risks, what is done to find them, a choice of levels."""
    assert not risks(text, heading)


def test_a_box_among_risks_is_something_to_do():
    """Only risks without boxes are risks there."""
    assert [risk.title for risk in risks("- Rain\n- [ ] Buy a tent")] == ["Rain"]


def test_risks_below_a_label():
    """In any part of a plan without a section of risks, but not in a report on how it went."""
    assert [risk.title for risk in risks("We meet at noon.\n\n**Risks:**\n- Rain", "Notes")] == ["Rain"]
    assert not risks("**Risk factors to study:**\n- Rain", "Notes")
    assert not risks("**Risks:**\n- Rain", "Retrospective")
    assert [risk.title for risk in risks("**Risks:**\n- Rain\n\n## Risks\n\n- Wind", "Notes")] == ["Wind"]


@pytest.mark.parametrize(
    "text",
    ["- None", "- N/A", "- No known risks.", "* There are no major risks for this sprint.", "- Keine",
     "| Risk | Impact |\n|---|---|\n| None | - |"],
)  # fmt: skip
def test_that_there_are_none_is_no_risk(text):
    """In any language."""
    assert not risks(text)


@pytest.mark.parametrize(
    "heading", ["Risk Log", "Risk Factors", "What could go wrong", "Risikoanalyse", "Анализ рисков", "潜在风险"]
)
def test_what_sections_of_risks_are_called(heading):
    """They are called after risks in more than one way."""
    assert [risk.title for risk in risks("- Rain", heading)] == ["Rain"]


def test_a_table_whose_first_column_is_risk_needs_no_heading():
    """Where another says what is done about them."""
    assert [risk.title for risk in risks("| Risk | Mitigation |\n|---|---|\n| Rain | Tent |", "Notes")] == ["Rain"]
    assert not risks("| Part | Risk | Mitigation |\n|---|---|---|\n| Roof | Rain | Tent |", "Parts")


def test_how_risks_were_judged_later_is_no_further_risk():
    """Beside the plan a table of risks counts where the plan tells none."""
    later = "\n\n## QA Results\n\n| Risk | Probability | Impact |\n|---|---|---|\n| Too dry | Low | Low |\n"
    assert [risk.title for risk in risks("- The roof leaks" + later)] == ["The roof leaks"]
    assert [risk.title for risk in risks("Dig well." + later, heading="Notes")] == ["Too dry"]


@pytest.mark.parametrize("text", ["| Level | Probability | Impact |\n|---|---|---|\n| 1 | rare | small |"])
def test_a_scale_is_no_risk(text):
    """A table that says what levels mean has no column of risks."""
    assert not risks(text)


def test_only_open_risks_count():
    """Exposure and the number of high risks leave out what is closed or accepted."""
    text = "# Plan: Fair\n\n## Phase 1: Booths\n\n- [ ] **Task 1.1:** Nail\n\n## Risks\n\n| Risk | P | I | Status |\n|---|---|---|---|\n"
    rows = "| Rain | High | High | Closed |\n| Wind | Low | Medium | Open |\n| Snow | High | High | Accepted |\n"
    found = measure(read(text + rows).plan, None, dt.date(2026, 1, 1), 30)
    assert (found.exposure, found.open_high) == (2, 0)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Hihg | Low | Open", "PLAN112"),
        ("sunny | Low | Open", "PLAN111"),
        ("Low | Low | Purple", "PLAN111"),
        ("Low | Low | Open", None),
    ],
)
def test_levels_and_states_that_are_not_read_are_not_silent(row, code):
    """A slip of the pen names what was meant."""
    text = f"---\nplan: true\n---\n# Fair\n- [ ] Nail\n\n## Risks\n\n| Risk | P | I | Status |\n|---|---|---|---|\n| Rain | {row} |\n"
    assert [(finding.code, finding.line) for finding in read(text).findings] == ([(code, 11)] if code else [])


def test_risks_with_levels_in_brackets_on_lines():
    """Each line of a paragraph or a quote is one, and an arrow leads to its answer."""
    found = risks("> Rain (prob. high)\n> Snow (prob. low, impact med) → shovels\n")
    assert [(risk.title, risk.probability, risk.impact, risk.mitigation) for risk in found] == [
        ("Rain", Level.HIGH, None, None),
        ("Snow", Level.LOW, Level.MEDIUM, "shovels"),
    ]
    assert not risks("> Rain (as in spring)\n> Snow (prob. low)\n")


def test_items_of_a_list_in_a_cell_are_words_of_their_own():
    """As lines are."""
    rows = "| Risk | Impact | Mitigation |\n|---|---|---|\n| Hail | Low | <ul><li>net</li><li>roof</li></ul> |\n"
    assert risks(rows)[0].mitigation == "net roof"


def test_a_score_of_twenty_five():
    """It is the product of two scales of five, also where it is the only one."""
    assert risks("| Risk | Score |\n|---|---|\n| Rain | 12/25 |\n")[0].priority is Level.HIGH


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("~~Wind~~", "closed"),
        ("~~Wind~~ closed", "closed"),
        ("~~Wind~~ (accepted)", "accepted"),
        ("~~Wind~~ blew", "open"),
    ],
)
def test_struck_risks(words, state):
    """What stands behind says what became of it."""
    plan = read(f"# Plan: A\n\n- [ ] Dig\n\n## Risks\n\n- {words}\n").plan
    assert plan is not None
    assert [risk.state for risk in plan.risks] == [state]


@pytest.mark.parametrize(
    ("text", "says_more"),
    [
        ("| Risk | Probability | Impact |\n|---|---|---|\n| Rain | High | High |", False),
        ("| Risk | Probability | Impact | Idea |\n|---|---|---|---|\n| Rain | High | High | |", False),
        ("| Risk | Probability | Impact | Idea |\n|---|---|---|---|\n| Rain | High | High | [What to do] |", False),
        ("| Risk | Probability | Impact | Idea |\n|---|---|---|---|\n| Rain | High | High | a tent |", True),
        ("### Risk 1: Rain\n\n- **Probability:** High\n- **Impact:** High", False),
        ("### Risk 1: Rain\n\n- **Probability:** High\n- **Impact:** High\n- **Idea:** a tent", True),
        ("### Risk 1: Rain\n\n- **Probability:** High\n- **Impact:** High\n- We buy a tent", True),
        ("### Risk 1: Rain\n\n**Probability:** High\n**Impact:** High\n\nWe buy a tent.", True),
    ],
)
def test_what_else_is_said_of_a_risk(text: str, says_more: bool):
    """Words beside it whose meaning is not known may say what is done about it."""
    reading = read(f"---\nplan: true\n---\n# Fair\n\n## Risks\n\n{text}\n")
    (risk,) = reading.plan.risks
    assert risk.score == 9
    assert risk.says_more is says_more


@pytest.mark.parametrize(
    ("cells", "titles"), [(("Rain comes in", "Low"), ["Rain comes in", "Low"]), (("High", "Low"), ["Roof", "Wall"])]
)
def test_a_column_risk_behind_another_one(cells, titles):
    """Where one of its cells is no level its cells are the risks; of levels alone, how risky what stands before is."""
    rows = "".join(f"| {part} | {cell} | Wait |\n" for part, cell in zip(("Roof", "Wall"), cells, strict=True))
    made = risks(f"| Part | Risk | Mitigation |\n|---|---|---|\n{rows}")
    assert [risk.title for risk in made] == titles


@pytest.mark.parametrize(("told", "count"), [("All risks are in the notes.", 1), ("- Frost\n- Wind", 2)])
def test_a_table_of_risks_beside_a_section_without_any(told, count):
    """What is called a list of risks holds them, if the section of risks only says where they are."""
    table = "| Risk | Impact | Mitigation |\n|---|---|---|\n| Rain | High | Roof |\n"
    text = f"# Plan: X\n\n## Phase 1: A\n\n- [ ] a\n\n## Risks\n\n{told}\n\n## Notes\n\n### Risk table\n\n{table}"
    assert len(read(text).plan.risks) == count

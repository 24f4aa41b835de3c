"""Spots of a template: what is one, and how many stand in a line."""

import pytest

from mkdocs_planplugin.reading.values.placeholders import count_placeholders, is_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "[X hours/days]",
        "[Date]",
        "[What must be done first]",
        "[X hrs]",
        "**[X hrs]**",
        "[Link to mainspec.md]",
        "[Percentage or scope]",
        "[...]",
        "[TBD]",
        "[TODO]",
        "<name>",
        "<Feature Name>",
        "{name}",
        "{{ project name }}",
        "［日付］",
    ],
)
def test_a_spot_in_brackets_is_a_placeholder(text):
    """Brackets of any kind around words, and nothing else, are what the template had there."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Role]: [Estimated hours]",
        "[Q]: [Question that needs answering]",
        "[Finding 1]",
        "[Team/Service]: [What's needed and when]",
        "[Name], [Name]",
        "([Date]) –",
        "[ ] [What must be true]",
        "🔴 [Risk]",
    ],
)
def test_only_punctuation_may_stand_outside_the_brackets(text):
    """Several spots, boxes before them and signs between them make one placeholder."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "tbd.",
        "TBA",
        "TODO",
        "TBD (after the review)",
        "to be determined",
        "待定",
        "...",
        "…",
        "???",
        "?",
        "____",
        "YYYY-MM-DD",
        "DD.MM.YYYY",
        "YYYY-MM",
        "HH:MM",
        "2026-XX-XX",
        "JJJJ-MM-TT",
        "YYYY-MM-DD HH:MM",
        "X hours",
        "[X] hours",
        "X-Y days",
        "XX%",
        "~N days",
    ],
)
def test_words_and_figures_for_unknown_are_placeholders(text):
    """What says that nothing is known yet is not set, with or without the reason in parentheses."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Draft | In Progress | Complete",
        "Low | Medium | High",
        "Low/Med/High",
        "🔴 High | 🟡 Medium | 🟢 Low",
        "⬜ Not Started | 🚧 In Progress | ✅ Complete",
        "[Daily/Weekly/At milestones]",
        "Daily/Weekly/Monthly",
        "Low, Medium, or High",
        "High | Low",
        "P0 / P1 / P2",
        "S/M/L/XL",
        "Yes/No",
        "PASS / FAIL",
        "低/中/高",
    ],
)
def test_choice_lists_that_hold_all_their_choices_are_placeholders(text):
    """A list that only says what could be chosen has not been filled in."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "—",
        "N/A",
        "None",
        "[Auth spec](x.md)",
        "[Auth spec][auth]",
        "![Sketch](sketch.png)",
        "[x]",
        "[ ]",
        "[✅]",
        "[1]",
        "[^1]",
        "[^note]",
        "[1, 2]",
        "[COMPLETE]",
        "[IN PROGRESS]",
        "[High]",
        "[3 days]",
        "[2026-01-12]",
        "[P]",
        "[US1]",
        "[TASK-001]",
        "[Optional]",
        "[!NOTE]",
        "[read, write, admin] are the rights",
        "Ask [Name] first",
        "Task 1: [Specific action]",
        "TODO: ask the operators",
        "todo",
        "To do",
        "Medium/High",
        "Medium-High",
        "2/3",
        "src/{id}/edit",
        "List<String>",
        "<br>",
        "<DatePicker>",
        "https://example.org/a",
        "Daily",
        "A1-A2",
        "AA-00",
        "T1/T2",
        "AM/PM",
        "X",
    ],
)
def test_values_are_no_placeholders(text):
    """Answers, links, boxes, footnotes, marks of the author, code and prose are values."""
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("", 0),
        ("# Implementation Plan: [Feature Name]", 1),
        ("**Based on:** [Link to mainspec.md]  ", 1),
        ("**Status:** Draft | In Progress | Complete", 1),
        ("### Phase 1: [Phase Name] (Est: [X hours/days])", 2),
        ("- [ ] **Task 1.1:** [Specific action to take]", 1),
        ("  - **Risk Level:** Low | Medium | High", 1),
        ("- [Role]: [Estimated hours]", 2),
        ("- [Q]: [Question that needs answering]", 2),
        ("**Team Size:** [Number] people", 1),
        ('The suffix is "[copy]", in docs/[name]/index.md', 0),
        ("Prioritise (P0, P1, P2)", 0),
        ("**Approved:** Yes/No", 1),
        ("Ask for consent (yes/no)", 0),
        ("Filter by status (Draft / In Progress / Done)", 0),
        ("Name files `x` as [TYPE]-[YEAR]-[NUMBER].md", 0),
        ("**Branch:** feature/[ticket]-[name]", 0),
        ("**Date:** [YYYY]-[MM]-[DD]", 3),
        ("[the spec]: https://example.org/spec", 0),
        ("- [Role]: 40 hours", 1),
        ("- **Frequency:** [Daily/Weekly/At milestones]", 1),
        ("| Phase 1 | [X hrs] | None | Low/Med/High |", 2),
        ("| Slow queries | Low | Medium | High |", 0),
        (r"| Slow queries | Low \| Medium \| High |", 1),
        ("- [x] done", 0),
        ("- [ ] [P] [US1] **T001** text", 0),
        ("- [ ] [Backend] Add the endpoint", 0),
        ("- **Issue 3**: [Backend] Add the endpoint", 0),
        ("- **Task 3:** [Task name] Add the endpoint", 1),
        ("See [the spec](spec.md), [another][spec] and a note.[^1]", 0),
        ("[spec]: ../specs/login.md", 0),
        ("Use `[name]` and ``a `[name]` b`` here", 0),
        ("An open ` tick and [Name]", 1),
        ("values[index] and [^1]: note", 0),
        ("> [!NOTE]", 0),
        ("[TOC]", 0),
        ("[[Wiki page]]", 0),
        ("Contact <name> at {phone number}", 2),
        ("<details><summary>More</summary> line<br>", 0),
        ("Set {: .wide } and {% raw %}", 0),
    ],
)
def test_spots_of_a_line_are_counted(line, number):
    """Each spot in brackets and each list of choices is one; links, boxes, footnotes, tags and code are none."""
    assert count_placeholders(line) == number

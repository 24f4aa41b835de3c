"""What of the text is kept beside its words, for whoever shows it elsewhere."""

from mkdocs_planplugin.reading import read


def test_words_with_markup_keep_their_source():
    """Decisions, questions, assumptions and risks, however they are written; plain words have none."""
    plan = read(
        """\
# Implementation Plan: X

## Discovery Summary

**Technical Decisions:**
- Use `PKCE`, see [it](../d/x.md)
- plain words
- **Why:** *this*

## Phase 1: A

- [ ] **Task 1.1:** a

## Risk Assessment

**Risk 1:** It `may` [rain][Bank]
- **Probability:** High
- **Mitigation Strategy:** use `x`
- **Contingency Plan:** plain

| ID | Risk | Probability | Impact | Mitigation |
|--|--|--|--|--|
| R3 | a *b* | Low | Low | [c](d.md) |

- R4: item `x`
  - Impact: High
- plain `risk`

### Risk 5: heading `code`
- **Impact:** Low

## Notes

**Assumptions:** one `line`

**Open Questions:**
- Q: May `we`?
- **Q2:** May *they*?
- Q3: plain?

[bank]: https://bank.example
"""
    ).plan
    assert [item.source for item in plan.decisions] == ["Use `PKCE`, see [it](../d/x.md)", "", "**Why:** *this*"]
    assert [item.source for item in plan.assumptions] == ["one `line`"]
    assert [(item.text, item.source) for item in plan.open_questions] == [
        ("May we?", "May `we`?"), ("May they?", "May *they*?"), ("plain?", ""),
    ]  # fmt: skip
    assert {risk.title: risk.sources for risk in plan.risks} == {
        "It may rain": {"title": "It `may` [rain][Bank]", "mitigation": "use `x`"},
        "a b": {"title": "a *b*", "mitigation": "[c](d.md)"},
        "item x": {"title": "item `x`"},
        "plain risk": {"title": "plain `risk`"},
        "heading code": {"title": "heading `code`"},
    }
    assert plan.link_targets == {"bank": "https://bank.example"}


def test_based_on_has_its_line():
    """The line of the file, front matter included."""
    text = "---\nplan: true\n---\n# Plan: X\n\n**Status:** Draft\n**Based on:** [a](b.md)\n\n- [ ] c\n"
    assert read(text).plan.based_on.line == 7

"""Where findings are shown: all of them to authors, to readers those that concern them."""

import pytest
from sites import PLAN, make_site

TEXT = (
    PLAN.replace("# Implementation Plan", "# Implementation Plan", 1)
    + """

## Phase 7: Again (Est: 1 day)

- [ ] **Task 7.1:** Walk
  - **Estimate:** 3 days
  - **Dependencies:** Task 99.9
- [ ] **Task 7.2:** Sit <!-- plan:ignore PLAN201 -->
  - **Dependencies:** Task 98.9
"""
)


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({}, {"PLAN205"}),
        ({"findings_on_page": "always"}, {"PLAN201", "PLAN205"}),
        ({"findings_on_page": "never"}, set()),
        ({"checks": {"plan": "off"}}, set()),
    ],
)
def test_a_built_site(tmp_path, options, shown):
    """Contradictions concern its readers, a wrong reference only its authors; what is off is nowhere."""
    site = make_site(tmp_path, {"index.md": "# T\n", "plans/a.md": TEXT}, options)
    page = site.content("plans/a/index.html")
    assert {code for code in ("PLAN201", "PLAN205") if f">{code}<" in page} == shown
    reported = [finding["message"] for finding in site.plans["plans/a.md"]["findings"]]
    assert any("99.9" in message for message in reported) == ("checks" not in options)
    assert not any("98.9" in message for message in reported)
    assert any("PLAN201" in line for line in site.log) == ("checks" not in options)

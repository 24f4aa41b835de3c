"""What plans were, as git knows it: real repositories, built as sites."""

import pytest
from repositories import Made
from sites import PLAN, Site, built, written

NOTES = "# Notes\n\nNothing to do.\n"
OPTIONS = {"history": True, "as_of": "2026-02-06"}
TICKED = PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2")


@pytest.fixture
def made(tmp_path, monkeypatch) -> Made:
    monkeypatch.setenv("TZ", "UTC")
    return Made(tmp_path)


def build(made: Made, **options) -> Site:
    """The site of a repository as its files are now."""
    config = written(made.folder, {}, {**OPTIONS, **options})
    return built(config, made.folder / "site")


def history(made: Made, path: str = "plans/ledger.md", **options) -> dict:
    return build(made, **options).plans[path]["history"]


def test_points(made):
    """Each day on which a plan changed, with what came into its scope and what left it."""
    made.commit("2026-01-12", {"docs/plans/ledger.md": PLAN})
    made.commit("2026-01-14", {"docs/plans/ledger.md": TICKED})
    grown = TICKED.replace(
        "**Phase Completion", "- [ ] **Task 1.3:** Audit\n  - **Estimate:** 1 day\n\n**Phase Completion", 1
    )
    made.commit("2026-01-20", {"docs/plans/ledger.md": grown})
    found = history(made)
    assert [(p["day"], p["done"], p["total"], p["added"], p["removed"]) for p in found["points"]] == [
        ("2026-01-12", 1, 3, 0, 0),
        ("2026-01-14", 2, 3, 0, 0),
        ("2026-01-20", 2, 4, 1, 0),
    ]
    assert [(p["done_hours"], p["total_hours"], p["added_hours"]) for p in found["points"]] == [
        (8, 40, 0),
        (24, 40, 0),
        (24, 48, 8),
    ]

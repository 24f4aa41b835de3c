# One line of the log names the plans that were found, so that nobody has to open the site to see that one is missing.
# `mkdocs build -v` adds the reasons. Lines of the log are in English, like those of MkDocs.
"""Lines of the log about the plans that were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_planplugin.catalog import number_of, shortened_english
from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.reading import PageVerdict, Reading

# How many paths are named. Of the others only the number is said.
_MOST_PATHS = 3


def summary_line(readings: Mapping[str, Reading]) -> str:
    """How many plans and templates there are, with the first paths; and pages that are nearly plans, with how to decide
    about them."""
    plans = [path for path, reading in readings.items() if reading.plan and not reading.plan.is_template]
    templates = [path for path, reading in readings.items() if reading.plan and reading.plan.is_template]
    parts = [_counted(plans, "plan")] + ([_counted(templates, "template")] if templates else [])
    return ", ".join(parts) + _nearly({path: reading.verdict for path, reading in readings.items()})


def reasons_line(path: str, plan: Plan | None, verdict: PageVerdict) -> str:
    """The reasons why a page is a plan or not, those with the most points first."""
    kind = "no plan" if plan is None else "a template" if plan.is_template else "a plan"
    score = "" if verdict.score is None else f" ({verdict.score:+.1f} points, a plan above 0)"
    return f"{path}: {kind}{score}: {'; '.join(map(str, verdict.reasons))}"


def _counted(paths: Sequence[str], noun: str) -> str:
    """How many pages there are of a kind, with the first paths."""
    if not paths:
        return f"no {noun}s"
    return f"{number_of(len(paths), noun)} ({shortened_english(paths, _MOST_PATHS)})"


def _nearly(verdicts: Mapping[str, PageVerdict]) -> str:
    """The pages that are nearly plans, those with the most points first; empty without any."""
    close = (path for path, verdict in verdicts.items() if verdict.is_nearly)
    nearly = sorted(close, key=lambda path: (-(verdicts[path].score or 0.0), path))
    if not nearly:
        return ""
    numbers = ((path, verdicts[path].boxes) for path in nearly)
    boxes = ((path, "no boxes" if not n else "1 box" if n == 1 else f"{n} boxes") for path, n in numbers)
    paths = shortened_english([f"{path} ({number})" for path, number in boxes], _MOST_PATHS)
    return (
        f"; nearly plans: {paths}: 'plan: true' in its front matter makes a page one, "
        "'plan: false' settles that it is none"
    )

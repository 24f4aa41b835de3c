# A plan as a page of its site: what it says, and what follows from it.
"""The entries of plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.catalog import STALE_AFTER, CheckPolicy, FindingKind
from mkdocs_planplugin.checks import Subject, checks, gathered
from mkdocs_planplugin.measure import Health, Measures, changed_on, health, measure
from mkdocs_planplugin.model import FINISHED, Calendar, Finding, Plan, Severity, Status
from mkdocs_planplugin.schedule import Schedule, schedule

UNKNOWN_TAG = FindingKind(
    "PLAN303",
    Severity.INFO,
    "A baseline that the repository does not have",
    "The front matter names a tag to compare the plan with, and the repository has no such tag. The plan is "
    "compared with what it was on the day it came to be in progress.",
    "Name a tag, or write a date such as `baseline: 2026-01-31`; in CI, fetch the tags.",
)

KINDS = (UNKNOWN_TAG,)


class Assessment(Struct, frozen=True):
    """What follows from the text of a plan by itself, on the day that it was made for: its schedule, what is counted
    and judged, and the findings of the checks."""

    schedule: Schedule | None
    measures: Measures
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, plan: Plan, calendar: Calendar, today: dt.date, stale_after: int = STALE_AFTER) -> Assessment:
        """What follows from a plan: scheduled by `calendar`, counted and judged on the day `today`, checked. A plan in
        progress is stale `stale_after` days after its last change as its text says."""
        planned = schedule(plan, calendar, today)
        measures = measure(plan, planned, today, stale_after)
        return cls(planned, measures, checks(Subject(plan, planned, measures, calendar)))


class Entry(Struct, frozen=True, dict=True):
    """A plan as a page of the site, with all that follows from its text. It is a row of the index.

    `path` is the source file and `url` the page, both relative to the root of the site. `based_on_path` is the source
    file of the page that the plan is based on, `None` if that is no page of the site. `depends_on_paths` are those of
    the other plans that it needs. `findings` are those of reading, of the checks and of the site, in the order of the
    lines, after `policy` has been applied.
    """

    path: str
    url: str
    plan: Plan
    schedule: Schedule | None
    measures: Measures
    based_on_path: str | None = None
    findings: tuple[Finding, ...] = ()
    depends_on_paths: tuple[str, ...] = ()
    policy: CheckPolicy = CheckPolicy()

    def __post_init__(self) -> None:
        """Judge the plan here, where it is known whose failure it would be."""
        _ = self.health

    @cached_property
    def health(self) -> Health:
        """The one verdict on the plan: that of what it says now, whatever of it was replaced."""
        return health(self.plan, self.schedule, self.measures)

    @classmethod
    def of(
        cls,
        path: str,
        url: str,
        plan: Plan,
        calendar: Calendar,
        today: dt.date,
        *,
        based_on_path: str | None = None,
        findings: tuple[Finding, ...] = (),
    ) -> Entry:
        """The entry of a plan that is assessed by `calendar` on the day `today`; the rest as in `assessed`."""
        assessment = Assessment.of(plan, calendar, today)
        return cls.assessed(path, url, plan, assessment, based_on_path=based_on_path, findings=findings)

    @classmethod
    def assessed(
        cls,
        path: str,
        url: str,
        plan: Plan,
        assessment: Assessment,
        *,
        based_on_path: str | None = None,
        depends_on_paths: tuple[str, ...] = (),
        findings: tuple[Finding, ...] = (),
        policy: CheckPolicy | None = None,
    ) -> Entry:
        """The entry of a plan with its assessment. `findings` are those that take the site to see; `policy` says which
        of all are reported, and many of one kind are gathered."""
        policy = policy or CheckPolicy()
        all_findings = (*plan.findings, *assessment.findings, *findings)
        reported = gathered(sorted(policy.applied(all_findings), key=lambda finding: finding.line))
        planned, measures = assessment.schedule, assessment.measures
        return cls(path, url, plan, planned, measures, based_on_path, reported, depends_on_paths, policy)

    def with_findings(self, findings: Iterable[Finding]) -> Entry:
        """The same with more findings, as far as the policy of the page reports them."""
        reported = sorted((*self.findings, *self.policy.applied(findings)), key=lambda finding: finding.line)
        return replace(self, findings=tuple(reported))

    def changed_on(self, day: dt.date, stale_after: int) -> Entry:
        """The same where it is known that the plan was last changed on this day, whatever its text says."""
        return replace(self, measures=changed_on(self.measures, self.plan, day, stale_after))

    @property
    def name(self) -> str:
        """What the plan is called: by its title, else by its path."""
        return self.plan.title or self.path

    @property
    def finished(self) -> bool:
        """Whether the plan is complete or cancelled."""
        return self.measures.shown_status in FINISHED

    @property
    def under_way(self) -> bool:
        """Whether work on the plan may go on: it is neither a template nor finished."""
        return not (self.plan.is_template or self.finished)

    @property
    def blocked(self) -> bool:
        """Whether the plan, or an open task in it, is marked as blocked."""
        return self.measures.shown_status is Status.BLOCKED or (bool(self.measures.blocked) and not self.finished)

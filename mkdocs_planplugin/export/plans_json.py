# Fills in `plans.json`; `records.py` says what is in it. The same input gives the same bytes.
"""`plans.json` and its schema."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from mkdocs_planplugin.catalog import assumption_text, not_counted_sentence, sentence_text
from mkdocs_planplugin.language import ENGLISH, use_language
from mkdocs_planplugin.measure import Progress, Readiness
from mkdocs_planplugin.model import ChecklistItem, Estimate, Item, Phase, Reference, Task, TaskId, WorkId
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.schedule import Schedule, ScheduledItem

from .history import history_record
from .numbers import rounded_hours
from .records import (
    BasedOnRecord,
    BoxRecord,
    ChecklistRecord,
    CommunicationRecord,
    CountRecord,
    CriterionRecord,
    EstimateRecord,
    ExternalDependencyRecord,
    FindingRecord,
    ItemRecord,
    PhaseRecord,
    PlanRecord,
    PlansFile,
    ProgressRecord,
    Record,
    ResourcesRecord,
    RevisionRecord,
    RiskRecord,
    RollbackStepRecord,
    ScheduledItemRecord,
    ScheduleRecord,
    SuccessMetricsRecord,
    TaskCountRecord,
    TaskRecord,
    TeamMemberRecord,
    TimelineRowRecord,
)

if TYPE_CHECKING:
    from mkdocs_planplugin.history import PlanHistory

# Made of the classes in `records.py` by the test that holds it to them. To make it takes a third of the time of a page.
_SCHEMA = Path(__file__).with_name("plans.schema.json")


# What stands between two plans, and after the last one: one plan a line, so that a diff shows plan by plan.
BETWEEN_PLANS = b",\n"
AFTER_PLANS = b"\n]}\n"


def plans_json(portfolio: Portfolio, today: dt.date, histories: Mapping[str, PlanHistory] | None = None) -> bytes:
    """The content of `plans.json` on the day `today`. `histories` are those of the plans, by path."""
    lines = (plan_json(entry, (histories or {}).get(entry.path)) for entry in portfolio.entries)
    return b"%b%b%b" % (before_plans(today), BETWEEN_PLANS.join(lines), AFTER_PLANS)


def before_plans(today: dt.date) -> bytes:
    """What `plans.json` begins with."""
    return _encoded(PlansFile(schema_version=1, as_of=today, plans=())).removesuffix(b"]}") + b"\n"


def plan_json(entry: Entry, history: PlanHistory | None) -> bytes:
    """The line of a plan in `plans.json`. It is for programs, so its sentences are English, whatever language is
    active."""
    with use_language(ENGLISH):
        return _encoded(_plan(entry, history))


def plans_schema() -> bytes:
    """The content of `plans.schema.json` (JSON Schema 2020-12)."""
    return _SCHEMA.read_bytes()


def _encoded(record: Record) -> bytes:
    """A record as JSON in one line, with a space behind each comma and colon."""
    try:
        return msgspec.json.format(msgspec.json.encode(record), indent=0)
    except UnicodeEncodeError:
        # Front matter can spell a lone surrogate ("\ud800"), which UTF-8 cannot hold.
        return json.dumps(msgspec.to_builtins(record), ensure_ascii=False).encode(errors="replace")


def _plan(entry: Entry, history: PlanHistory | None) -> PlanRecord:
    plan, measures = entry.plan, entry.measures
    return PlanRecord.of(
        plan,
        path=entry.path,
        url=entry.url,
        derived_status=measures.derived_status,
        based_on=BasedOnRecord.of(plan.based_on, path=entry.based_on_path) if plan.based_on else None,
        key_findings=_items(plan.key_findings),
        decisions=_items(plan.decisions),
        progress=_progress(measures.progress),
        estimate=_estimate(measures.estimate),
        exposure=measures.exposure,
        open_high=measures.open_high,
        health=None if plan.is_template else entry.health.verdict,
        health_reason=None if plan.is_template else entry.health.reason,
        late=measures.late,
        stale=measures.stale,
        next=_texts(measures.next),
        phases=tuple(_phase(phase, measures.readiness) for phase in plan.phases),
        tasks=_tasks(plan.tasks, measures.readiness),
        criteria=_criteria(plan.criteria),
        risks=tuple(RiskRecord.of(risk, id=str(risk.id)) for risk in plan.risks),
        definition_of_done=tuple(
            ChecklistRecord(group=group.group, items=tuple(map(BoxRecord.of, group.items)))
            for group in plan.definition_of_done
        ),
        timeline=tuple(TimelineRowRecord.of(row, estimate=_estimate(row.estimate)) for row in plan.timeline),
        timeline_total=_estimate(plan.timeline_total) if plan.timeline_total else None,
        schedule=_schedule(entry.schedule, measures.today) if entry.schedule else None,
        resources=ResourcesRecord.of(
            plan.resources,
            team=tuple(
                TeamMemberRecord.of(member, hours=rounded_hours(member.hours)) for member in plan.resources.team
            ),
        ),
        communication=CommunicationRecord.of(plan.communication),
        rollback=tuple(map(RollbackStepRecord.of, plan.rollback)),
        success_metrics=SuccessMetricsRecord.of(plan.success_metrics),
        assumptions=_items(plan.assumptions),
        open_questions=_items(plan.open_questions),
        external_dependencies=tuple(map(ExternalDependencyRecord.of, plan.external_dependencies)),
        revisions=tuple(map(RevisionRecord.of, plan.revisions)),
        history=history_record(history) if history else None,
        findings=tuple(map(FindingRecord.of, entry.findings)),
    )


def _items(items: Iterable[Item]) -> tuple[ItemRecord, ...]:
    return tuple(map(ItemRecord.of, items))


def _progress(progress: Progress) -> ProgressRecord:
    return ProgressRecord.of(
        progress,
        tasks=TaskCountRecord.of(progress.tasks),
        criteria=CountRecord.of(progress.criteria),
        definition_of_done=CountRecord.of(progress.definition_of_done),
    )


def _phase(phase: Phase, readiness: Mapping[TaskId, Readiness]) -> PhaseRecord:
    return PhaseRecord.of(
        phase,
        depends_on=_texts(phase.depends_on),
        estimate=_estimate(phase.estimate),
        tasks=_tasks(phase.tasks, readiness),
        criteria=_criteria(phase.criteria),
    )


def _tasks(tasks: Iterable[Task], readiness: Mapping[TaskId, Readiness]) -> tuple[TaskRecord, ...]:
    return tuple(_task(task, readiness) for task in tasks)


def _task(task: Task, readiness: Mapping[TaskId, Readiness]) -> TaskRecord:
    own = readiness.get(task.id, Readiness())
    return TaskRecord.of(
        task,
        id=str(task.id),
        depends_on=_texts(task.depends_on),
        depends_on_unresolved=_texts(task.depends_on_unresolved),
        estimate=_estimate(task.estimate),
        ready=own.ready,
        waits_for=_texts(own.waits_for),
        subtasks=_tasks(task.subtasks, readiness),
    )


def _criteria(criteria: Iterable[ChecklistItem]) -> tuple[CriterionRecord, ...]:
    return tuple(CriterionRecord.of(item, task=None if item.task is None else str(item.task)) for item in criteria)


def _texts(ids: Collection[Reference | WorkId]) -> tuple[str, ...]:
    """Ids in their text form."""
    return tuple(map(str, ids)) if ids else ()  # most are empty


def _estimate(estimate: Estimate) -> EstimateRecord:
    return EstimateRecord(
        text=estimate.text,
        min_hours=rounded_hours(estimate.min_hours),
        likely_hours=rounded_hours(estimate.likely_hours),
        max_hours=rounded_hours(estimate.max_hours),
    )


def _schedule(schedule: Schedule, today: dt.date) -> ScheduleRecord:
    forecast, expected = schedule.forecast, schedule.expected
    return ScheduleRecord.of(
        schedule,
        critical_path=_texts(schedule.critical_path),
        forecast_finish=forecast.finish if forecast else None,
        forecast_p80=forecast.finish_p80 if forecast else None,
        forecast_p80_merged=forecast.finish_p80_merged if forecast else None,
        expected_finish=expected.finish if expected else None,
        expected_p80=expected.finish_p80 if expected else None,
        expected_is_earliest=schedule.expected_is_earliest,
        not_counted=tuple(sentence_text(not_counted_sentence(omission), today) for omission in schedule.not_counted),
        slip_days=forecast.slip_days if forecast else None,
        duration_hours=rounded_hours(schedule.duration_hours),
        items=tuple(map(_scheduled, schedule.items)),
        planned_percent=schedule.tracking.planned_percent,
        actual_percent=schedule.tracking.actual_percent,
        assumptions=tuple(map(assumption_text, schedule.assumptions)),
    )


def _scheduled(item: ScheduledItem) -> ScheduledItemRecord:
    return ScheduledItemRecord.of(
        item,
        id=str(item.id),
        depends_on=_texts(item.depends_on),
        duration_hours=rounded_hours(item.duration_hours),
        early_start_hours=rounded_hours(item.early_start_hours),
        early_finish_hours=rounded_hours(item.early_finish_hours),
        late_start_hours=rounded_hours(item.late_start_hours),
        late_finish_hours=rounded_hours(item.late_finish_hours),
        slack_hours=rounded_hours(item.slack_hours),
        free_slack_hours=rounded_hours(item.free_slack_hours),
        expected_start=item.expected.start if item.expected else None,
        expected_finish=item.expected.finish if item.expected else None,
    )

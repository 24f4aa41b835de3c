# The machine's view: `plans.json` and its schema. Same input, same bytes; every key is there, set or not. One function
# for each kind of object, its keys in the order in which the schema has them.
"""The portfolio as JSON."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from mkdocs_planplugin.measure import Count, Measures, Progress, Readiness
from mkdocs_planplugin.model import (
    ChecklistItem,
    Communication,
    Estimate,
    ExternalDependency,
    Finding,
    Item,
    Phase,
    Plan,
    Resources,
    Revision,
    Risk,
    Task,
    TimelineRow,
)
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.schedule import Schedule, ScheduledItem

SCHEMA_VERSION = 1  # grows when a field changes its meaning or goes

Json = dict[str, Any]


def plans_json(portfolio: Portfolio, today: dt.date) -> str:
    """The text of `plans.json`, as `plans.schema.json` describes it: one plan a line, which `json` writes ten times as
    fast as indented, and which a diff shows plan by plan."""
    plans = ",\n".join(_json(_plan(entry)) for entry in portfolio.entries)
    text = f'{{"schema_version": {SCHEMA_VERSION}, "as_of": {_json(today.isoformat())}, "plans": [\n{plans}\n]}}\n'
    # Front matter can spell half a character ("\ud800"), which no file can hold.
    return text.encode(errors="replace").decode()


def plans_schema() -> str:
    """The text of `plans.schema.json` (JSON Schema 2020-12)."""
    return files("mkdocs_planplugin").joinpath("plans.schema.json").read_text(encoding="utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _plan(entry: Entry) -> Json:
    plan, measures = entry.plan, entry.measures
    return {
        "path": entry.path,
        "url": entry.url,
        **_header(plan, measures),
        "based_on": _based_on(entry),
        "summary": plan.summary,
        "key_findings": _items(plan.key_findings),
        "decisions": _items(plan.decisions),
        **_numbers(measures),
        "phases": [_phase(phase, measures) for phase in plan.phases],
        "tasks": [_task(task, measures) for task in plan.tasks],
        "criteria": [_criterion(item) for item in plan.criteria],
        "risks": [_risk(risk) for risk in plan.risks],
        "definition_of_done": [
            {"group": group.group, "items": [_box(item) for item in group.items]} for group in plan.definition_of_done
        ],
        "timeline": [_timeline_row(row) for row in plan.timeline],
        "timeline_total": _estimate(plan.timeline_total) if plan.timeline_total else None,
        "schedule": _schedule(entry.schedule) if entry.schedule else None,
        **_sections(plan),
        "findings": [_finding(finding) for finding in entry.findings],
    }


def _header(plan: Plan, measures: Measures) -> Json:
    return {
        "title": plan.title,
        "is_template": plan.is_template,
        "dialect": plan.dialect,
        "tags": list(plan.tags),
        "status": plan.status,
        "declared_status": plan.declared_status,
        "derived_status": measures.derived_status,
        "created": _date(plan.created),
        "last_updated": _date(plan.last_updated),
        "due": _date(plan.due),
    }


def _based_on(entry: Entry) -> Json | None:
    link = entry.plan.based_on
    return {"text": link.text, "href": link.href, "path": entry.based_on_path} if link else None


def _numbers(measures: Measures) -> Json:
    return {
        "progress": _progress(measures.progress),
        "estimate": _estimate(measures.estimate),
        "exposure": measures.exposure,
        "open_high": measures.open_high,
        "late": measures.late,
        "stale": measures.stale,
        "next": list(map(str, measures.next)),
    }


def _progress(progress: Progress) -> Json:
    tasks = progress.tasks
    return {
        "tasks": {**_count(tasks), "cancelled": tasks.cancelled, "untracked": tasks.untracked},
        "criteria": _count(progress.criteria),
        "definition_of_done": _count(progress.definition_of_done),
        "percent": progress.percent,
    }


def _count(count: Count) -> Json:
    return {"done": count.done, "total": count.total}


def _phase(phase: Phase, measures: Measures) -> Json:
    return {
        "number": phase.number,
        "name": phase.name,
        "line": phase.line,
        "anchor": phase.anchor,
        "estimate": _estimate(phase.estimate),
        "rationale": phase.rationale,
        "depends_on": list(map(str, phase.depends_on)),
        "tasks": [_task(task, measures) for task in phase.tasks],
        "criteria": [_criterion(item) for item in phase.criteria],
    }


def _task(task: Task, measures: Measures) -> Json:
    readiness = measures.readiness.get(task.id, Readiness())
    return {
        "id": str(task.id),
        "title": task.title,
        "state": task.state,
        "line": task.line,
        "anchor": task.anchor,
        "estimate": _estimate(task.estimate),
        "risk": task.risk,
        "depends_on": list(map(str, task.depends_on)),
        "depends_on_unresolved": list(map(str, task.depends_on_unresolved)),
        "dependencies": task.dependencies,
        "files": task.files,
        "validation": task.validation,
        "owner": task.owner,
        "ready": readiness.ready,
        "waits_for": list(map(str, readiness.waits_for)),
        "attributes": dict(task.attributes),
        "subtasks": [_task(subtask, measures) for subtask in task.subtasks],
    }


def _estimate(estimate: Estimate) -> Json:
    return {
        "text": estimate.text,
        "min_hours": _hours(estimate.min_hours),
        "likely_hours": _hours(estimate.likely_hours),
        "max_hours": _hours(estimate.max_hours),
    }


def _box(item: ChecklistItem) -> Json:
    return {"text": item.text, "state": item.state, "line": item.line}


def _criterion(item: ChecklistItem) -> Json:
    return {**_box(item), "task": None if item.task is None else str(item.task)}


def _items(items: Iterable[Item]) -> list[Json]:
    return [{"text": item.text, "line": item.line, "anchor": item.anchor} for item in items]


def _risk(risk: Risk) -> Json:
    return {
        "id": str(risk.id),
        "title": risk.title,
        "line": risk.line,
        "anchor": risk.anchor,
        "priority": risk.priority,
        "probability": risk.probability,
        "impact": risk.impact,
        "score": risk.score,
        "mitigation": risk.mitigation,
        "contingency": risk.contingency,
    }


def _timeline_row(row: TimelineRow) -> Json:
    return {
        "phase": row.phase,
        "estimate": _estimate(row.estimate),
        "dependencies": row.dependencies,
        "risk": row.risk,
    }


def _schedule(schedule: Schedule) -> Json:
    forecast, tracking = schedule.forecast, schedule.tracking
    return {
        "start": _date(schedule.start),
        "finish": _date(schedule.finish),
        "finish_p80": _date(schedule.finish_p80),
        "finish_p80_merged": _date(schedule.finish_p80_merged),
        "forecast_finish": _date(forecast.finish) if forecast else None,
        "forecast_p80": _date(forecast.finish_p80) if forecast else None,
        "forecast_p80_merged": _date(forecast.finish_p80_merged) if forecast else None,
        "slip_days": forecast.slip_days if forecast else None,
        "duration_hours": _hours(schedule.duration_hours),
        "critical_path": list(map(str, schedule.critical_path)),
        "items": [_scheduled(item) for item in schedule.items],
        "planned_percent": tracking.planned_percent,
        "actual_percent": tracking.actual_percent,
        "assumptions": list(schedule.assumptions),
    }


def _scheduled(item: ScheduledItem) -> Json:
    return {
        "id": str(item.id),
        "kind": item.kind,
        "phase": item.phase,
        "line": item.line,
        "duration_hours": _hours(item.duration_hours),
        "early_start_hours": _hours(item.early_start_hours),
        "early_finish_hours": _hours(item.early_finish_hours),
        "late_start_hours": _hours(item.late_start_hours),
        "late_finish_hours": _hours(item.late_finish_hours),
        "slack_hours": _hours(item.slack_hours),
        "free_slack_hours": _hours(item.free_slack_hours),
        "critical": item.critical,
        "start": _date(item.start),
        "finish": _date(item.finish),
        "depends_on": list(map(str, item.depends_on)),
    }


def _sections(plan: Plan) -> Json:
    """The sections that are exported as they were read."""
    return {
        "resources": _resources(plan.resources),
        "communication": _communication(plan.communication),
        "rollback": [{"label": step.label, "text": step.text} for step in plan.rollback],
        "success_metrics": {"metrics": list(plan.success_metrics.metrics), "review": plan.success_metrics.review},
        "assumptions": _items(plan.assumptions),
        "open_questions": _items(plan.open_questions),
        "external_dependencies": [_external(dependency) for dependency in plan.external_dependencies],
        "revisions": [_revision(revision) for revision in plan.revisions],
        "template_version": plan.template_version,
        "placeholders": plan.placeholders,
    }


def _resources(resources: Resources) -> Json:
    return {
        "team": [{"role": member.role, "hours": _hours(member.hours)} for member in resources.team],
        "tools": list(resources.tools),
        "infrastructure": list(resources.infrastructure),
    }


def _communication(communication: Communication) -> Json:
    return {"updates": dict(communication.updates), "decision_points": list(communication.decision_points)}


def _external(dependency: ExternalDependency) -> Json:
    return {"team": dependency.team, "what": dependency.what, "when": dependency.when, "line": dependency.line}


def _revision(revision: Revision) -> Json:
    return {
        "date": _date(revision.date),
        "version": revision.version,
        "changes": revision.changes,
        "author": revision.author,
        "line": revision.line,
    }


def _finding(finding: Finding) -> Json:
    return {"code": finding.code, "level": finding.level, "line": finding.line, "message": finding.message}


def _date(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _hours(hours: float | None) -> float | None:
    """Hours to 2 decimals; what JSON has no number for is not set."""
    return None if hours is None or not math.isfinite(hours) else round(float(hours), 2)

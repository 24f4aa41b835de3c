from __future__ import annotations

import datetime as dt
import json
import pathlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from made_plans import MONDAY, entries, est, phase, plan, refs, risk_id, task
from msgspec.structs import replace
from sites import EXAMPLE

from mkdocs_planplugin.export import plans_json, plans_schema, records
from mkdocs_planplugin.export.records import PlansFile
from mkdocs_planplugin.history import Baseline, BaselineKind, PlanHistory, Point
from mkdocs_planplugin.language import load_language, use_language
from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar, Finding, Level, Link, Risk, Severity, State, Status
from mkdocs_planplugin.portfolio import Entry, PlanVersion, Portfolio, RiskVersion, TaskVersion, changes
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import planned_work

TODAY = dt.date(2026, 11, 22)
BYTES = pathlib.Path(__file__).parent / "plans.json"
SCHEMA_FILE = pathlib.Path(records.__file__).with_name("plans.schema.json")
SCHEMA = json.loads(plans_schema())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def schema_of_records() -> bytes:
    """The schema of the objects in `plans.json`, with the names that users know (`task`, not `TaskRecord`)."""
    definitions = published(msgspec.json.schema(PlansFile)["$defs"])
    root = definitions.pop(PlansFile.__name__)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "title": "plans.json"}
    text = msgspec.json.encode({**schema, "$defs": dict(sorted(definitions.items()))})
    return msgspec.json.format(text, indent=2) + b"\n"


def published(schema: Any) -> Any:
    """A part of the schema with these names, and descriptions in single lines."""
    if isinstance(schema, dict):
        return {key.removesuffix("Record"): published(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [published(value) for value in schema]
    return " ".join(schema.removesuffix("Record").split()) if isinstance(schema, str) else schema


def test_the_schema_is_that_of_the_records(request: pytest.FixtureRequest):
    """The file says of each field what the classes say; `--update-golden` writes it anew."""
    if request.config.getoption("--update-golden"):
        SCHEMA_FILE.write_bytes(schema_of_records())
    assert json.loads(plans_schema()) == json.loads(schema_of_records())


def exported(made, based_on_path=None):
    """The one plan of a site, as a program sees it."""
    entry = Entry.of("plans/auth.md", "plans/auth/", made, Calendar(), TODAY, based_on_path=based_on_path)
    text = plans_json(Portfolio.of([entry]), TODAY)
    data = json.loads(text)
    VALIDATOR.validate(data)
    return data["plans"][0]


def small_plan():
    first = task("1.1", 8, state=State.DONE, risk=Level.LOW, line=27, owner="Ana", attributes={"Priority": "P1"})
    second = task("1.2", est(4, 8), "1.1", line=30, depends_on_unresolved=refs("Task 9"), dependencies="1.1, Task 9")
    return plan(
        phase(1, first, second, line=21),
        phase(2, hours=est(1, 4, likely=2), line=40, state=State.DEFERRED),
        status=Status.IN_PROGRESS,
        declared_status="In Progress",
        created=MONDAY,
        based_on=Link("The spec", "../spec.md"),
        risks=(Risk(risk_id("1"), "Risky", 90, "plan-risk-1", Level.HIGH, Level.MEDIUM, Level.HIGH),),
        findings=(Finding(27, "PLAN102", Severity.WARNING, "No date", "Write it right"),),
    )


KEYS = (
    "path url title is_template dialect tags status declared_status derived_status created last_updated due based_on "
    "summary key_findings decisions progress estimate exposure open_high health health_reason late stale next owner author phases "
    "tasks criteria risks definition_of_done timeline timeline_total schedule resources communication rollback success_metrics assumptions "
    "open_questions external_dependencies revisions template_version placeholders history findings"
)
TASK_KEYS = (
    "id title state line anchor estimate risk depends_on depends_on_unresolved dependencies files validation owner start due "
    "blocked_until ready waits_for attributes subtasks"
)
SCHEDULE_KEYS = (
    "start finish finish_p80 finish_p80_merged forecast_finish forecast_p80 forecast_p80_merged expected_finish "
    "expected_p80 expected_is_earliest not_counted slip_days duration_hours "
    "critical_path items planned_percent actual_percent assumptions"
)
ITEM_KEYS = (
    "id kind phase line duration_hours early_start_hours early_finish_hours late_start_hours late_finish_hours "
    "slack_hours free_slack_hours critical start finish expected_start expected_finish depends_on"
)


def test_keys():
    """The keys are those of the interface, in its order, all of them, set or not."""
    data = exported(small_plan())
    assert " ".join(data) == KEYS
    assert (
        " ".join(data["phases"][0])
        == "number name label line anchor state estimate due rationale depends_on tasks criteria"
    )
    assert " ".join(data["phases"][0]["tasks"][0]) == TASK_KEYS
    assert " ".join(data["risks"][0]) == (
        "id title line anchor priority state owner probability impact score mitigation contingency trigger"
    )
    assert " ".join(data["schedule"]) == SCHEDULE_KEYS
    assert " ".join(data["schedule"]["items"][0]) == ITEM_KEYS


def test_values():
    """A plan reads in the data as it was written, with what follows from it."""
    data = exported(small_plan(), based_on_path="spec.md")
    assert data["based_on"] == {"text": "The spec", "href": "../spec.md", "path": "spec.md"}
    assert (data["status"], data["declared_status"], data["derived_status"]) == (
        "in_progress",
        "In Progress",
        "in_progress",
    )
    assert (data["created"], data["due"], data["late"], data["stale"]) == ("2026-01-12", None, True, True)
    assert data["progress"] == {
        "tasks": {"done": 1, "total": 2, "cancelled": 0, "untracked": 0},
        "criteria": {"done": 0, "total": 0},
        "definition_of_done": {"done": 0, "total": 0},
        "percent": 50.0,
    }
    assert data["estimate"] == {"text": None, "min_hours": 13.0, "likely_hours": None, "max_hours": 20.0}
    assert (data["exposure"], data["open_high"], data["next"]) == (6, 1, ["1.2"])
    assert [phase["state"] for phase in data["phases"]] == [None, "deferred"]
    assert data["phases"][0]["tasks"][1]["ready"] is True
    assert data["phases"][0]["tasks"][0]["attributes"] == {"Priority": "P1"}
    assert data["findings"] == [
        {
            "code": "PLAN212",
            "level": "info",
            "line": 1,
            "message": "by its dates and estimates the plan was to be finished 2026-01-14, and work is left",
        },
        {"code": "PLAN102", "level": "warning", "line": 27, "message": "No date"},
        {
            "code": "PLAN201",
            "level": "warning",
            "line": 30,
            "message": "task 1.2 waits for Task 9, which is not in this plan",
        },
        {
            "code": "PLAN214",
            "level": "info",
            "line": 90,
            "message": "nothing is said of what is done about a high risk: “Risky”",
        },
    ]


def test_schedule():
    """The schedule is in the data, with hours rounded to 2 decimals, dates as ISO writes them, and its assumptions."""
    data = exported(small_plan())["schedule"]
    assert (data["start"], data["finish"], data["duration_hours"]) == ("2026-01-12", "2026-01-14", 16.17)
    assert data["items"][2] == {
        "id": "P2",
        "kind": "phase",
        "phase": "2",
        "line": 40,
        "duration_hours": 2.17,  # (1 + 8 + 4) / 6 hours
        "early_start_hours": 14.0,
        "early_finish_hours": 16.17,
        "late_start_hours": 14.0,
        "late_finish_hours": 16.17,
        "slack_hours": 0.0,
        "free_slack_hours": 0.0,
        "critical": True,
        "start": "2026-01-13",
        "finish": "2026-01-14",
        "expected_start": "2026-11-23",
        "expected_finish": "2026-11-24",
        "depends_on": ["1.2"],
    }
    assert len(data["assumptions"]) == 4


def test_a_finish_that_is_only_the_earliest():
    """Where something is blocked and nobody has said until when; with a day it is a finish like any other."""
    blocked = task("1.1", 8, state=State.BLOCKED)
    data = exported(plan(phase(1, blocked, task("1.2", 8))))["schedule"]
    assert (data["expected_is_earliest"], data["expected_p80"]) == (True, None)
    assert data["expected_finish"] is not None
    dated = replace(blocked, blocked_until=dt.date(2026, 12, 1))
    data = exported(plan(phase(1, dated, task("1.2", 8))))["schedule"]
    assert data["expected_is_earliest"] is False
    assert data["expected_p80"] is not None


def test_nothing_is_missing():
    """What is not set is null, or an empty list or object; a plan without anything to place has no schedule."""
    data = exported(plan(start=None))
    assert data["schedule"] is data["based_on"] is data["timeline_total"] is data["exposure"] is None
    assert data["resources"] == {"team": [], "tools": [], "infrastructure": []}
    assert data["communication"] == {"updates": {}, "decision_points": []}
    assert data["phases"] == data["findings"] == []


def test_form():
    """The text is one JSON object with the version and the day, characters as they are, and a newline at its end."""
    assert plans_json(Portfolio(), TODAY) == b'{"schema_version": 1, "as_of": "2026-11-22", "plans": [\n\n]}\n'
    entry = Entry("“é.md", "", plan(), None, measure(plan(), None, TODAY, 30))
    assert "“é".encode() in plans_json(Portfolio.of([entry]), TODAY)


def test_bytes(request: pytest.FixtureRequest):
    """Every byte is as reviewed: the order of the keys, spaces, how numbers and days are written."""
    bare = Entry.of("a.md", "a/", plan(start=None), Calendar(), TODAY)
    rich = Entry.of("plans/auth.md", "plans/auth/", small_plan(), Calendar(), TODAY, based_on_path="spec.md")
    content = plans_json(Portfolio.of([rich, bare]), TODAY)
    if request.config.getoption("--update-golden"):
        BYTES.write_bytes(content)
    assert content == BYTES.read_bytes()


def test_the_data_are_english():
    """Also where they are written while pages are made in another language."""
    portfolio = Portfolio.of([Entry.of("a.md", "a/", small_plan(), Calendar(), TODAY)])
    with use_language(load_language("de")):
        german = plans_json(portfolio, TODAY)
    assert german == plans_json(portfolio, TODAY)


@pytest.mark.parametrize("odd", [float("nan"), float("inf")])
def test_odd_values(odd):
    """What JSON or a file cannot hold does not get there: no number is not set, half a character is replaced."""
    data = exported(plan(phase(1, task("1.1", odd)), summary="half \ud800"))
    assert data["phases"][0]["tasks"][0]["estimate"]["min_hours"] is None
    assert data["summary"] == "half ?"


def test_schema():
    """The schema is valid, names its draft, and is strict: each of its objects lists all its keys and no others."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    described = [part for part in objects_of(SCHEMA) if "properties" in part]
    assert len(described) > 20
    for part in described:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


def test_the_schema_says_what_everything_is():
    """Each kind of object and value, and each key, has a description; the kinds have the names that users know."""
    assert SCHEMA["description"].startswith("All plans of a site")
    assert {"Plan", "Phase", "Task", "Risk", "Status", "State", "Level"} <= SCHEMA["$defs"].keys()
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name
        assert "\n" not in definition["description"]
        assert "Record" not in name
    for part in objects_of(SCHEMA):
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), key


@pytest.mark.parametrize(
    ("kind", "key", "reasons"),
    [
        ("Task", "ready", ("blocked task", "another plan", "a team", "drafts", "on hold", "over")),
        ("Task", "waits_for", ("other plans and teams",)),
        ("Schedule", "expected_is_earliest", ("blocked", "day is over", "another plan")),
    ],
)
def test_the_schema_says_all_that_keeps_a_task_or_a_finish_back(kind, key, reasons):
    """Who reads only the data has to know each reason why a value is what it is."""
    said = SCHEMA["$defs"][kind]["properties"][key]["description"]
    assert [reason for reason in reasons if reason not in said] == []


@pytest.mark.parametrize("values", [Status, State, Level, Severity])
def test_the_schema_lists_the_values_of_the_model(values):
    """All of them, and no others."""
    assert set(SCHEMA["$defs"][values.__name__]["enum"]) == {value.value for value in values}


def objects_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects_of(part)


@cache
def example_data() -> Any:
    """The example's plans, as a program sees them."""
    docs = EXAMPLE / "docs"
    plans = {str(path.relative_to(docs)): read(path.read_text("utf-8")).plan for path in docs.rglob("*.md")}
    made = [Entry.of(path, path, plan, Calendar(), TODAY, based_on_path="s.md") for path, plan in plans.items() if plan]
    return json.loads(plans_json(Portfolio.of(made), TODAY, {made[0].path: past(small_plan())}))


def past(made) -> PlanHistory:
    """A history with something of each kind: all that there is now is new, and all that was is gone."""
    now = PlanVersion.of(made, planned_work(made, Calendar()))
    was = replace(
        now,
        status=Status.DRAFT,
        due=TODAY,
        tasks=(replace(now.tasks[0], state=State.OPEN), TaskVersion(None, "Old", None, 1.0, True, None)),
        risks=(replace(now.risks[0], score=1), RiskVersion("Past", 4)),
    )
    changed = changes(was, now)
    assert changed
    points = (Point(TODAY, 1, 2, 0, 1, 8.0, 14.333333, 0.0, 1.0, committed=False),)
    baseline = Baseline(BaselineKind.TAG, "v1", "0" * 40, TODAY, changed)
    return PlanHistory(points, True, TODAY, {27: MONDAY}, changed, baseline)


def test_history():
    """What is known of the past, and null where nothing is."""
    entry = Entry.of("a.md", "a/", small_plan(), Calendar(), TODAY)
    data = json.loads(plans_json(Portfolio.of([entry]), TODAY, {"a.md": past(entry.plan)}))
    VALIDATOR.validate(data)
    found = data["plans"][0]["history"]
    assert found["points"][0]["total_hours"] == 14.33
    assert found["boxes"] == [{"line": 27, "day": "2026-01-12"}]
    assert found["baseline"]["changes"] == found["week"]
    assert found["week"]["status"] == {"before": "draft", "after": "in_progress"}
    assert found["week"]["states"] == [{"id": "1.1", "title": "Do 1.1", "before": "open", "after": "done"}]
    assert found["week"]["added"] == [{"id": "1.2", "title": "Do 1.2"}]
    assert found["week"]["removed"] == [{"id": None, "title": "Old"}]
    assert found["week"]["days"] == [{"name": "due", "before": "2026-11-22", "after": None}]
    assert found["week"]["raised"] == [{"title": "Risky", "before": 1, "after": 6}]
    assert found["week"]["lowered"] == [{"title": "Past", "before": 4, "after": None}]
    assert exported(small_plan())["history"] is None


def test_the_example_fits_the_schema():
    """All of it."""
    VALIDATOR.validate(example_data())


KINDS = [name for name, definition in SCHEMA["$defs"].items() if "properties" in definition]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_strict(kind):
    """Of an object of this kind in the example's data no key may be missing, and none may be added."""
    validator = VALIDATOR.evolve(schema={"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})
    keys = SCHEMA["$defs"][kind]["required"]
    example = next(value for value in objects_of(example_data()) if list(value) == keys)
    assert validator.is_valid(example)
    assert not validator.is_valid({**example, "new": None})
    for key in keys:
        assert not validator.is_valid({name: value for name, value in example.items() if name != key}), key


@pytest.mark.parametrize(
    ("kind", "key", "wrong"),
    [
        ("Plan", "created", "12 January 2026"),
        ("Plan", "status", "begun"),
        ("Plan", "tags", None),
        ("Task", "line", 0),
        ("Task", "estimate", None),
        ("Estimate", "min_hours", -1),
        ("Progress", "percent", 100.1),
        ("Risk", "score", 17),
        ("Finding", "code", "PLAN20"),
        ("ScheduledItem", "kind", "milestone"),
    ],
)
def test_the_schema_bounds_values(kind, key, wrong):
    """Days, levels, numbers and codes are more than strings and numbers. Also for validators that take a format for a
    remark, as the standard lets them."""
    property_schema = SCHEMA["$defs"][kind]["properties"][key]
    assert not Draft202012Validator({**property_schema, "$defs": SCHEMA["$defs"]}).is_valid(wrong)


@settings(max_examples=examples(60))
@given(st.lists(entries(), max_size=2))
def test_any_portfolio(drawn):
    """Any portfolio fits the schema, and gives the same bytes whatever order its entries come in."""
    text = plans_json(Portfolio.of(drawn), TODAY)
    VALIDATOR.validate(json.loads(text))
    # As Python's own writer has it: spaces behind commas and colons, no escapes but those that JSON needs.
    lines = [json.dumps(plan, ensure_ascii=False) for plan in json.loads(text)["plans"]]
    assert ",\n".join(lines).encode() in text
    assert [plan["path"] for plan in json.loads(text)["plans"]] == sorted(entry.path for entry in drawn)
    if len({entry.path for entry in drawn}) == len(drawn):
        assert plans_json(Portfolio.of(reversed(drawn)), TODAY) == text

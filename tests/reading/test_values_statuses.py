"""Statuses of plans, states of tasks, marks in boxes."""

import pytest

from mkdocs_planplugin.model import State, Status
from mkdocs_planplugin.reading.values.statuses import box_state, read_state, read_status

STATUSES = {
    Status.DRAFT: (
        "Draft",
        "draft v2",
        "Planning",
        "Planned",
        "Design",
        "Proposed",
        "Ready",
        "Ready for Implementation",
        "✅ Ready for Implementation",
        "🚀 Ready for Execution",
        "Approved for Implementation",
        "Awaiting Approval",
        "Pending approval",
        "In review",
        "草案",
        "Entwurf",
    ),
    Status.NOT_STARTED: ("Not Started", "⏸️ Not Started", "not_started", "Pending", "To Do", "todo", "未着手"),
    Status.IN_PROGRESS: (
        "In Progress",
        "🚧 IN PROGRESS",
        "in-progress",
        "in_progress",
        "Active",
        "Ongoing",
        "WIP",
        "In progress (60%)",
        "Mostly complete",
        "🚧",
        "进行中",
        "진행 중",
        "en cours",
        "в работе",
    ),
    Status.BLOCKED: ("Blocked", "BLOCKED by legal", "🚫"),
    Status.ON_HOLD: ("On Hold", "on-hold", "Paused", "⏸️", "보류"),
    Status.COMPLETE: (
        "Complete",
        "Complete.",
        "Complete (2026-01-01)",
        "**COMPLETE**",
        "[Completed]",
        "Done",
        "Shipped",
        "Closed",
        "✅",
        "✅ 已完成",
        "완료",
        "abgeschlossen",
        "terminé",
    ),
    Status.CANCELLED: ("Cancelled", "Canceled", "Abandoned", "Superseded by plan 12", "取消"),
}
STATES = {
    State.OPEN: (
        "open",
        "Not started",
        "todo",
        "To-do",
        "pending",
        "Planned",
        "Ready to implement",
        "Not done",
        "⬜",
        "⏳ 예정",
        "Incomplete",
    ),
    State.DONE: (
        "done",
        "✅",
        "✔️",
        "[COMPLETE]",
        "Done (2026-01-01)",
        "✅ Merged",
        "✅ see the log",
        "Fixed",
        "완료",
        "done ✅",
    ),
    State.IN_PROGRESS: ("(IN PROGRESS)", "⏳", "🚧", "🔄 running", "WIP", "Partially done", "In review", "진행 중"),
    State.CANCELLED: ("cancelled", "won't do", "Won’t fix", "wont-fix", "skipped", "obsolete"),
    State.DEFERRED: ("deferred", "Postponed to 2027", "On hold", "⏸️", "later"),
    State.BLOCKED: ("blocked", "Blocked by the API team", "🚫", "waiting for access"),
}


@pytest.mark.parametrize(("text", "status"), [(text, status) for status, texts in STATUSES.items() for text in texts])
def test_statuses_are_read(text, status):
    """Signs, case and what follows the words do not count; a sign alone does."""
    assert read_status(text) is status


@pytest.mark.parametrize(
    "text",
    [
        "noch nicht fertig",
        "pas encore terminé",
        "aún no terminado",
        "ainda não concluído",
        "non ancora completato",
        "nog niet klaar",
        "jeszcze nie zakończone",
        "ještě není hotovo",
        "ещё не завершено",
        "ännu inte klar",
        "chưa hoàn thành",
    ],
)
def test_words_that_take_a_status_back(text):
    """In each language `not yet complete` is not complete."""
    assert read_status(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "fast fertig",
        "presque terminé",
        "casi terminado",
        "quase concluído",
        "quasi finito",
        "bijna klaar",
        "prawie gotowe",
        "téměř hotovo",
        "почти готово",
        "nästan klar",
        "gần hoàn thành",
        "부분 완료",
        "kısmen tamamlandı",
    ],
)
def test_words_by_which_a_status_is_true_in_part(text):
    """In each language `almost complete` is in progress."""
    assert read_status(text) is Status.IN_PROGRESS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "Draft | In Progress | Complete",
        "Not Started / In Progress / Done",
        "[Status]",
        "Entschieden, dass es so ist",
        "Donegal",
        "First-pass",
        "The API is complete",
        "✅ React escapes it",
        "❌",
    ],
)
def test_other_texts_are_no_status(text):
    """Unknown words say nothing, whatever sign stands before them, nor does a list of all choices."""
    assert read_status(text) is None


@pytest.mark.parametrize(("text", "state"), [(text, state) for state, texts in STATES.items() for text in texts])
def test_states_are_read(text, state):
    """By the words first, then by the sign before or after them."""
    assert read_state(text) is state


@pytest.mark.parametrize(
    "text",
    ["", "❌", "PASS / FAIL", "PASS / FAIL / BLOCKED", "☐ To do / ☐ In progress / ☐ Done", "Alice", "(2026-01-01)"],
)
def test_other_texts_are_no_state(text):
    """Unknown words, signs that say two things, and lists of all choices say nothing."""
    assert read_state(text) is None


@pytest.mark.parametrize(
    ("marks", "state"),
    [
        ((" ", "\u00a0"), State.OPEN),
        (("x", "X", "✅", "✓", "✔", "✔️"), State.DONE),
        (("/", "~"), State.IN_PROGRESS),
        (("-",), State.CANCELLED),
        ((">",), State.DEFERRED),
        (("!",), State.BLOCKED),
        (("?", "", "xx", "o"), None),
    ],
)
def test_the_mark_in_a_box(marks, state):
    """The format's table of marks; one that is not in it says nothing."""
    assert {box_state(mark) for mark in marks} == {state}

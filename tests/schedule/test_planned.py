"""What of a schedule follows from the plan alone, found without the schedule."""

import datetime as dt

from hypothesis import given
from made_plans import MONDAY, SATURDAY, est, phase, plan, plans, task

from mkdocs_planplugin.model import Calendar, State
from mkdocs_planplugin.portfolio import PlanVersion
from mkdocs_planplugin.schedule import PlannedWork, planned_work, schedule


@given(plans())
def test_any_plan(drawn):
    """It is what the schedule says, on whatever day; and so are the hours that are done."""
    for today in (MONDAY, SATURDAY + dt.timedelta(300)):
        made = schedule(drawn, Calendar(), today)
        assert planned_work(drawn, Calendar()) == PlannedWork.of(made) or drawn.is_template
        version = PlanVersion.of(drawn, PlannedWork.of(made))
        if made and version.hours:
            assert made.tracking.actual_percent == round(100 * version.done_hours / version.hours, 1)


def test_a_plan():
    """Its finish, and the hours of its tasks and blocks; what is done takes its time, what was given up none."""
    made = plan(
        phase(1, task("1.1", 8, state=State.DONE), task("1.2", 16, "1.1", state=State.CANCELLED)),
        phase(2, hours=est(24)),
        start=MONDAY,
    )
    work = planned_work(made, Calendar())
    assert {str(task): hours for task, hours in work.tasks.items()} == {"1.1": 8, "1.2": 0}
    assert [(block.number, hours) for block, hours in work.blocks] == [("2", 24)]
    assert work.finish == dt.date(2026, 1, 15)
    assert planned_work(plan(phase(1, task("1.1"))), Calendar()) is None
    assert planned_work(plan(), Calendar()) is None

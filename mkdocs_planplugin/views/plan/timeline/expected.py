# Which of a schedule's futures the timeline draws and says: here, and nowhere else in the timeline.
"""What is expected of a plan and of its work."""

from __future__ import annotations

from mkdocs_planplugin.schedule import Forecast, Remaining, Schedule, ScheduledItem


def expected_plan(schedule: Schedule) -> Forecast | None:
    """When the whole is expected to be done; `None` for plans without dates and those that nobody works on."""
    return schedule.expected


def expected_work(item: ScheduledItem) -> Remaining | None:
    """When what remains of a piece of work is expected to be done; `None` where nothing is expected, or it is over."""
    return item.expected

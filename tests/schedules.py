"""Short ways to a schedule in a test, and to what one wants to know of it."""

from __future__ import annotations

import datetime as dt

from made_plans import MONDAY, plan

from mkdocs_planplugin.catalog import assumption_text
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.schedule import Axis, schedule
from mkdocs_planplugin.schedule.analysis import Analysis
from mkdocs_planplugin.schedule.axis import hours
from mkdocs_planplugin.schedule.draft import Draft

TODAY = MONDAY + dt.timedelta(2)


def scheduled(*phases, calendar=None, today=TODAY, **rest):
    """The schedule of a plan of these phases."""
    return schedule(plan(*phases, **rest), calendar or Calendar(), today)


def p80_of(made, calendar=None):
    """The 80% finish of a plan in hours: of its critical path, and with the paths that merge counted in."""
    draft = Draft.of(made, Axis.of(calendar or Calendar(), made.start or made.created))
    analysis = Analysis(draft.network, [activity.length.spread for activity in draft.nodes.activities])
    return hours(analysis.finish_p80), hours(analysis.finish_p80_merged)


def hours_of(result):
    """Start and finish of every item, in hours."""
    return {str(item.id): (item.early_start_hours, item.early_finish_hours) for item in result.items}


def days_of(result):
    """Start and finish of every item, as days of January."""
    return {str(item.id): (item.start.day, item.finish.day) for item in result.items}


def waits_of(result):
    """What every item waits for."""
    return {str(item.id): tuple(map(str, item.depends_on)) for item in result.items}


def sentences_of(result):
    """What was assumed, as readers are told."""
    return tuple(map(assumption_text, result.assumptions))

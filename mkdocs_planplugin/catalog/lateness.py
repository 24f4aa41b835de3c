# How far a forecast lies from the plan. Pages and the calendar file say it alike: in working days, late or early.
"""The slip of a plan in words, and when a plan is stale."""

from __future__ import annotations

from mkdocs_planplugin.language import _, counted

# In days, where a site sets nothing else: a plan in progress that was last changed longer ago is stale.
STALE_AFTER = 30


def slip_words(working_days: int) -> str:
    """`6 working days late`, `1 working day early`, `on plan`."""
    if not working_days:
        return _("on plan")
    if working_days > 0:
        return counted(working_days, "{n} working day late", "{n} working days late")
    return counted(-working_days, "{n} working day early", "{n} working days early")

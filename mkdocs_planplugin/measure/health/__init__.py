# The one verdict on a plan, with its reason. Pages, badges, the calendar, data and the command line say this and
# nothing else of how a plan stands, so no two of them can differ.
"""The health of a plan."""

from .verdict import Health, health

__all__ = ["Health", "health"]

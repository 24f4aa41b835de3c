# Plans for machines: JSON for programs, tables for spreadsheets, a calendar, a badge for other people's pages. Same
# input, same bytes.
"""Data files of a site."""

from __future__ import annotations

from .badge import badge_path, badge_svg
from .calendar import plans_ics
from .plans_json import plans_json, plans_schema
from .tables import plans_csv, risks_csv

__all__ = ["badge_path", "badge_svg", "plans_csv", "plans_ics", "plans_json", "plans_schema", "risks_csv"]

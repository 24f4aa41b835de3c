# Plans for programs and for other tools: JSON, tables for spreadsheets, a calendar, badges. The same input gives the
# same bytes.
"""Data files of a site."""

from __future__ import annotations

from .badge import plan_badge
from .calendar import plans_ics
from .data_files import DATA_FILES, DataFile, JoinedFile, PlanFile, SiteData
from .mermaid import plans_mermaid
from .plans_json import plans_json, plans_schema
from .tables import plans_csv, risks_csv

__all__ = [
    "DATA_FILES",
    "DataFile",
    "JoinedFile",
    "PlanFile",
    "SiteData",
    "plan_badge",
    "plans_csv",
    "plans_ics",
    "plans_json",
    "plans_mermaid",
    "plans_schema",
    "risks_csv",
]

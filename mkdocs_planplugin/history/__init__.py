# What plans were: their texts in the history of the repository that they lie in. Nothing but git is asked, and only
# where somebody wants to know (option `history`).
#
# Views find the history of a plan in `context.histories`, by the path of the plan: a `PlanHistory` (`values.py`), or
# none where nothing is known (option off, no git, not committed). A room that only names these types imports them
# `if TYPE_CHECKING`: a site without history loads nothing of this room.
"""Earlier versions of plans."""

from .git import ChangedFile, GitError, Repository
from .readings import TextReader, UnreadPage
from .site_history import HistoryReader, HistorySettings, Past, SourcePlan
from .values import Baseline, BaselineKind, PlanHistory, Point

__all__ = [
    "Baseline",
    "BaselineKind",
    "ChangedFile",
    "GitError",
    "HistoryReader",
    "HistorySettings",
    "Past",
    "PlanHistory",
    "Point",
    "Repository",
    "SourcePlan",
    "TextReader",
    "UnreadPage",
]

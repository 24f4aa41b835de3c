# What plans were: their texts in the history of the repository that they lie in. Nothing but git is asked, and only
# where somebody wants to know (option `history`).
#
# Views find the history of a plan in `context.histories`, by its path: a `PlanHistory`, or none where nothing is known
# (option off, no git, not committed). It has
#   points      the burn-up: a `Point` for each day with a change (tasks and hours done and total, scope added, removed)
#   changed     the day of the last real change; `entry.measures.last_change` has it, too
#   line_days   when each box came to stand as it does, by line: `history.line_days.get(task.line)`
#   week        what changed in seven days: a `PlanChanges` (portfolio/changes.py), false where nothing did
#   baseline    a `Baseline`: which, commit, day, and `changes` since
# A room that only names these types imports them `if TYPE_CHECKING`: a site without history loads nothing of this.
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

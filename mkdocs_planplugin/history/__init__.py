# What plans were: their texts in the history of the repository that they lie in. Nothing but git is asked, and only
# where somebody wants to know.
"""Earlier versions of plans."""

from .git import ChangedFile, GitError, Repository

__all__ = [
    "ChangedFile",
    "GitError",
    "Repository",
]

# What a plan says against itself.
"""Findings about a plan as a whole."""

from .rules import checks

__all__ = [
    "checks",
]

# What a plan says against itself.
"""Findings about a plan as a whole."""

from .gathering import MOST_OF_A_KIND, gathered
from .rules import checks

__all__ = [
    "MOST_OF_A_KIND",
    "checks",
    "gathered",
]

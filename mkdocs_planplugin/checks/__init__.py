# What a plan says against itself, and what it leaves out.
"""Findings about a plan as a whole."""

from .gathering import MOST_OF_A_KIND, gathered
from .rules import KINDS, checks
from .subject import Subject

__all__ = [
    "KINDS",
    "MOST_OF_A_KIND",
    "Subject",
    "checks",
    "gathered",
]

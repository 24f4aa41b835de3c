# The pages beside the index: one question each, asked of all plans. A register is a record of the catalog, a module of
# this room and a template (`register_NAME.html`), all of one name.
"""The registers over all plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from mkdocs_planplugin.catalog import REGISTERS
from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.views.kit import Context

from . import next as next_tasks
from . import risks
from .shared import Gap, author_words

__all__ = ["Gap", "author_words", "register_count", "register_gaps", "register_values"]


class _Register(Protocol):
    """What each module of this room offers."""

    def values(self, portfolio: Portfolio, context: Context) -> Mapping[str, object]:
        """What is put into the template of the register."""

    def count(self, portfolio: Portfolio) -> str:
        """How much is on its page, as links to it say it; empty where a number says nothing."""


_MODULES: Mapping[str, _Register] = {name: cast("_Register", import_module(f"{__name__}.{name}")) for name in REGISTERS}


_GAPS = {"next": next_tasks.gaps, "risks": risks.gaps}


def register_gaps(name: str, portfolio: Portfolio) -> Iterator[Gap]:
    """What somebody should fill in, of that which a register lists."""
    return _GAPS[name](portfolio)


def register_values(name: str, portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """What is put into the template of a register."""
    return _MODULES[name].values(portfolio, context)


def register_count(name: str, portfolio: Portfolio) -> str:
    """How much is on the page of a register; empty where a number says nothing, and for every other page."""
    return _MODULES[name].count(portfolio) if name in _MODULES else ""

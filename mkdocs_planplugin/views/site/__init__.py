# The views over all plans: the index, the timeline over all, the registers, and what other pages show of them.
"""Index, timeline and registers of a site's plans."""

from .built_on import built_on_view
from .index import COLUMNS, SORT_BY, index_view
from .pages import register_view
from .portfolio import CALENDAR, is_dated, portfolio_view

__all__ = [
    "CALENDAR",
    "COLUMNS",
    "SORT_BY",
    "built_on_view",
    "index_view",
    "is_dated",
    "portfolio_view",
    "register_view",
]

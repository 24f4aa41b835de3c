# The views over all plans: the index, the timeline over all, and what other pages show of them.
"""Index and portfolio of a site's plans."""

from .built_on import built_on_view
from .index import index_view, rank
from .portfolio import CALENDAR, is_dated, portfolio_view
from .ways import Way, ways

__all__ = ["CALENDAR", "Way", "built_on_view", "index_view", "is_dated", "portfolio_view", "rank", "ways"]

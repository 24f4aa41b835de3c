# The same labels, names and values stand on most plans of a site, and several steps ask the same of each. What nobody
# asks for again once a site is read, thirty thousand answers for 150 plans, would stay until the site is built.
"""Functions that remember their answers while a site is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

_Asked = TypeVar("_Asked", bound=Callable[..., Any])
_forget: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[_Asked], _Asked]:
    """As `functools.lru_cache`, for functions that live as long as the room: they remember the last `most` answers, but
    only until `forget_all`."""

    def remembering(function: _Asked) -> _Asked:
        cached = lru_cache(most)(function)
        _forget.append(cached.cache_clear)
        return cast("_Asked", cached)

    return remembering


def forget_all() -> None:
    """Let go of all answers. What is read afterwards is only read more slowly at first."""
    for forget in _forget:
        forget()

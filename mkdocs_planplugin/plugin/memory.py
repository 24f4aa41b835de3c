# All that is read of a site lives until it is built. To a garbage collector that is a heap to be walked again and again
# for nothing, half of the time that some builds take: so it does not look at it while it lives.
"""The garbage collector during a build."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No collections meanwhile: what makes many objects that stay, and no garbage, is only held up by them."""
    works = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if works:
            gc.enable()


def set_aside() -> None:
    """Take all objects there are out of the collector's sight, until `take_back`; new ones are collected as ever."""
    gc.freeze()


def take_back() -> None:
    """Let the collector see again what was set aside."""
    gc.unfreeze()

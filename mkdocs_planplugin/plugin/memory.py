# All that is read of a site lives until the site is built. The garbage collector would walk this heap again and again
# and find nothing to free, which takes up to half of the time of a build: so it does not look at it meanwhile.
"""The garbage collector during a build."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def skip_last_collection() -> None:
    """Have Python not walk all objects once more before it exits, when the memory is given back anyway. With a heap of
    many plans that takes a tenth of the time of a build."""
    atexit.unregister(gc.freeze)  # once is enough, however many builds there were
    atexit.register(gc.freeze)


@contextmanager
def collection_paused() -> Iterator[None]:
    """No automatic collections until the end of the block, for work that makes many objects and little garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class BuildMemory:
    """Hides the objects of a build from the collector, from `freeze` until `release`.

    Python has one set of frozen objects for the whole process. Where the host of the build has frozen objects itself
    (as a server does before it forks), releasing ours would release its own: then nothing is frozen here.
    """

    def __init__(self) -> None:
        self._frozen = False
        self._released = False  # what the build before has frozen is not yet collected

    def freeze(self) -> None:
        """Hide every object that exists now; later ones are collected as usual. May be called again in one build.

        First collects what the build before has left: Python starts a full collection only when enough objects have
        grown old since the last one, and does not count those that were frozen. Without this, `mkdocs serve` would keep
        every build. It is done here and not in `release`, so that a single build does not pay for it.
        """
        if self._released:
            gc.collect()
            self._released = False
        if self._frozen or not gc.get_freeze_count():
            gc.freeze()
            self._frozen = True

    def release(self) -> None:
        """Show the objects to the collector again."""
        if self._frozen:
            gc.unfreeze()
            self._frozen, self._released = False, True

# The values that are read from a site live until the site is built. The garbage collector would walk them again and
# again and find nothing to free, which takes up to half of the time of a build. So they are hidden from it.
"""The garbage collector during a build."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Python 3.12 puts its own immortal objects among the frozen ones, some hundreds at each collection. A host that freezes
# has thousands: each process has five thousand when it begins.
_MOST_OF_PYTHON = 2000


def skip_last_collection() -> None:
    """Skip the garbage collection when Python exits. Memory is freed then anyway, and with many plans the collection
    takes a tenth of the time of a build."""
    atexit.unregister(gc.freeze)  # so that several builds register it only once
    atexit.register(gc.freeze)


@contextmanager
def collection_paused() -> Iterator[None]:
    """Switch automatic collections off until the end of the block, for work that makes many objects and little
    garbage."""
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
        self._released = False  # the frozen objects of the build before are not yet collected

    def freeze(self) -> None:
        """Hide every object that exists now; later ones are collected as usual. May be called again in one build.

        It first collects what the build before has left. Python starts a full collection only after enough objects have
        grown old, and does not count objects that were frozen. Without a collection here, `mkdocs serve` would keep
        every build in memory. It is done here and not in `release`, so that a single build does not pay for it.
        """
        if self._released:
            gc.collect()
            self._released = False
        if self._frozen or gc.get_freeze_count() < _MOST_OF_PYTHON:
            gc.freeze()
            self._frozen = True

    def release(self) -> None:
        """Let the collector see the objects again."""
        if self._frozen:
            gc.unfreeze()
            self._frozen, self._released = False, True

# Reading a text takes much longer than handing over the result. So many texts are read by copies of this process
# (fork(2)), which need no set-up because they have all of its memory, and which write their results into pipes.
"""Work on many things at once, in several processes."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

# A process costs as much as reading some texts, so each has at least this much to read.
BYTES_FOR_A_PROCESS = 200_000

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(
    work: Callable[[Iterable[Item]], Result],
    items: Iterable[Item],
    size_of: Callable[[Item], int],
    watched: Callable[[Sequence[Item]], Iterable[Item]] = iter,
) -> list[Result]:
    """Divide items into shares, one for each process, and return what `work` returns for each share.

    `size_of` gives the size of an item in bytes: the shares are of about the same size, and there are only as many as
    are worth a process. Only the result of `work` comes back from a process, so it has to be one that can be pickled.
    Where a process fails, its share is done in this one. `watched` passes on the share of this process, item by item,
    and can show how far it is.
    """
    items = sorted(items, key=size_of, reverse=True)
    shares = _shares(items, size_of, min(processors(), sum(map(size_of, items)) // BYTES_FOR_A_PROCESS))
    others = [_Process(work, share) for share in shares[1:]]
    results = [work(watched(shares[0]))] if items else []
    return results + [process.result() for process in others]


def processors() -> int:
    """How many processes may work at once. Only one where this process has threads, because a lock that one of them
    holds is never released in a copy; and only one outside of Linux, where libraries of the system may not work in a
    copy."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _shares(items: Iterable[Item], size_of: Callable[[Item], int], most: int) -> list[list[Item]]:
    """Divide items, given the largest first, into `most` shares of about the same size, at least one."""
    shares: list[list[Item]] = [[] for _ in range(max(1, most))]
    sizes = [0] * len(shares)
    for item in items:
        smallest = sizes.index(min(sizes))
        shares[smallest].append(item)
        sizes[smallest] += size_of(item)
    return shares


class _Process(Generic[Item, Result]):
    """A process that does a share of the work; it begins at once."""

    def __init__(self, work: Callable[[Iterable[Item]], Result], share: Sequence[Item]) -> None:
        self._work = work
        self._share = share
        self._pipe, end = os.pipe()
        try:
            self._process = os.fork()
        except OSError:  # the system allows no more processes
            self._process = -1
        if not self._process:
            self._do(end)
        os.close(end)

    def _do(self, end: int) -> None:
        """What the other process does. It ends here whatever happens, so that it does nothing else of this process."""
        status = 1
        try:
            with os.fdopen(end, "wb") as pipe:
                pickle.dump(self._work(self._share), pipe, pickle.HIGHEST_PROTOCOL)
            status = 0
        finally:
            os._exit(status)

    def result(self) -> Result:
        """The result, once the process has ended. Where it failed, its share is done here."""
        with os.fdopen(self._pipe, "rb") as pipe:
            content = pipe.read()
        if self._process < 0 or os.waitpid(self._process, 0)[1]:
            return self._work(self._share)
        result: Result = pickle.loads(content)  # noqa: S301 (our own process wrote it)
        return result

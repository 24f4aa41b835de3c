# To read a text takes much longer than to hand over what it says. So many texts are read by copies of this process
# (fork(2)), which have all in memory that it has, and write their results into pipes.
"""Work on many things at once, in several processes."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

# To begin a process and to hear from it costs as much as reading some texts.
BYTES_FOR_A_PROCESS = 200_000

S = TypeVar("S")
T = TypeVar("T")


def in_processes(
    work: Callable[[Iterable[S]], T],
    items: Iterable[S],
    size_of: Callable[[S], int],
    watched: Callable[[Sequence[S]], Iterable[S]] = iter,
) -> list[T]:
    """What `work` returns for each share of the items, which together are all of them. There are as many shares as
    processes are of use, of about the same size; `size_of` says how many bytes an item has. Nothing comes back from
    `work` but its result, which has to be one that can be pickled. A share that a process fails to do is done here.
    `watched` hands on the share of this process, and can tell how far it is."""
    items = sorted(items, key=size_of, reverse=True)
    shares = _shares(items, size_of, min(processors(), sum(map(size_of, items)) // BYTES_FOR_A_PROCESS))
    others = [_Process(work, share) for share in shares[1:]]
    results = [work(watched(shares[0]))] if items else []
    return results + [process.result() for process in others]


def processors() -> int:
    """How many processes may work. A process with threads is not to be copied, for a lock that one of them holds is
    never released in the copy; and elsewhere than on Linux much of a system does not bear it."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _shares(items: Iterable[S], size_of: Callable[[S], int], most: int) -> list[list[S]]:
    """Items, the largest first, in so many shares of about the same size."""
    shares: list[list[S]] = [[] for _ in range(max(1, most))]
    sizes = [0] * len(shares)
    for item in items:
        smallest = sizes.index(min(sizes))
        shares[smallest].append(item)
        sizes[smallest] += size_of(item)
    return shares


class _Process(Generic[S, T]):
    """A process that does a share of the work."""

    def __init__(self, work: Callable[[Iterable[S]], T], share: Sequence[S]) -> None:
        self._work = work
        self._share = share
        self._pipe, end = os.pipe()
        try:
            self._process = os.fork()
        except OSError:  # the system has no place for another one
            self._process = -1
        if not self._process:
            self._do(end)
        os.close(end)

    def _do(self, end: int) -> None:
        """What the other process does, which ends here, whatever happens: nothing of this one is to happen twice."""
        status = 1
        try:
            with os.fdopen(end, "wb") as pipe:
                pickle.dump(self._work(self._share), pipe, pickle.HIGHEST_PROTOCOL)
            status = 0
        finally:
            os._exit(status)

    def result(self) -> T:
        """What it has come to; where it failed, that is done here."""
        with os.fdopen(self._pipe, "rb") as pipe:
            content = pipe.read()
        if self._process < 0 or os.waitpid(self._process, 0)[1]:
            return self._work(self._share)
        result: T = pickle.loads(content)  # noqa: S301 (our own process wrote it)
        return result

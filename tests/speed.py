"""The only way in which tests look at time. They ask whether work grows with the square of what it is done for, which takes
ten times a bound or more; how fast it is, `benchmarks/` say. What else a machine does makes work slower, never faster, so it
is tried again before it counts as slow: the least of some tries is nearest to what the work itself takes."""

import sys
import time
from collections.abc import Callable
from math import inf

TRIES = 6
NO_TIME = 0.01  # Seconds; what takes less is measured too coarsely for a ratio.


def takes_less_than(seconds: float, work: Callable[..., object], *given: object) -> bool:
    """Whether the work is done in less than so many seconds of processor time, in one of some tries."""
    return any(_seconds(work, *given) < seconds for _ in range(TRIES))


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether four times the size takes about four times as long; in quadratic time it would take sixteen times."""
    small = large = inf
    for _ in range(TRIES):
        small = min(small, max(_seconds(work, size), NO_TIME))
        large = min(large, _seconds(work, 4 * size))
        if large < 8 * small:
            return True
    return False


def _seconds(work: Callable[..., object], *given: object) -> float:
    """The processor time of work that does not know the answers of a try before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("mkdocs_planplugin"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and value.cache_info().maxsize:  # the answers for some texts
                    value.cache_clear()
    start = time.process_time()
    work(*given)
    return time.process_time() - start

"""How much is tried: what `make test` can afford, a multiple of it in `make fuzz`, or a part for a quick look."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

FACTOR = float(os.environ.get("PLANPLUGIN_EXAMPLES", "1"))


def examples(number: int) -> int:
    """The number of examples that Hypothesis tries for a property."""
    return max(1, round(number * FACTOR))


def one_in(number: int, things: Sequence[T]) -> Sequence[T]:
    """Some of many similar things, spread evenly; with a large enough factor all of them."""
    return things[:: max(1, int(number // FACTOR))]

"""How much is tried: what `make test` can afford, and a multiple of it in `make fuzz`."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

FACTOR = int(os.environ.get("PLANPLUGIN_EXAMPLES", "1"))


def examples(number: int) -> int:
    """The number of examples that Hypothesis tries for a property."""
    return number * FACTOR


def one_in(number: int, things: Sequence[T]) -> Sequence[T]:
    """Some of many similar things, spread evenly; with a large enough factor all of them."""
    return things[:: max(1, number // FACTOR)]

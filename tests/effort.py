"""How much is tried. The numbers in the tests are a thorough look; `make test` tries a part of that, in a few minutes on
two processors, and `make fuzz` a multiple."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

FACTOR = float(os.environ.get("PLANPLUGIN_EXAMPLES", "0.3"))


def examples(number: int) -> int:
    """The number of examples that Hypothesis tries for a property."""
    return max(1, round(number * FACTOR))


def one_in(number: int, things: Sequence[T]) -> Sequence[T]:
    """Some of many similar things, spread evenly; with a large enough factor all of them."""
    return things[:: max(1, int(number // FACTOR))]

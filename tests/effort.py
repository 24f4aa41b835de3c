"""How many examples Hypothesis tries. `make fuzz` multiplies the numbers that stand at the tests."""

import os

FACTOR = int(os.environ.get("PLANPLUGIN_EXAMPLES", "1"))


def examples(number: int) -> int:
    """The number of examples for a property: `number` is what `make test` can afford."""
    return number * FACTOR

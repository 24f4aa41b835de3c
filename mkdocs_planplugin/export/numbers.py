"""Numbers as data files have them."""

from __future__ import annotations

import math


def rounded_hours(hours: float | None) -> float | None:
    """Hours to 2 decimals; what JSON has no number for is not set."""
    return None if hours is None or not math.isfinite(hours) else round(float(hours), 2)

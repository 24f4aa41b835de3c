"""Numbers as data files have them."""

from __future__ import annotations

import math


def rounded_hours(hours: float | None) -> float | None:
    """Hours to 2 decimals; `None` for infinity and NaN, which JSON cannot hold."""
    return None if hours is None or not math.isfinite(hours) else round(float(hours), 2)

# Thresholds of lateness that sites may set otherwise.
"""When a plan is stale."""

from __future__ import annotations

# In days, where a site sets nothing else: a plan in progress that was last changed longer ago is stale.
STALE_AFTER = 30

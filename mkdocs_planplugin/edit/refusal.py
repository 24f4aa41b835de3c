# A change that is not certain to be the one that was meant is not made. The words for each reason stand in the catalog.
"""Why a change was not made."""

from __future__ import annotations

from mkdocs_planplugin.catalog import Refusal


class RefusedError(Exception):
    """A change that was not made, and why. The file is as it was."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal

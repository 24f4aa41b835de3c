# The Python-Markdown extension. It makes a plan's text render as GitHub renders it, decorates the author's elements
# (boxes, anchors, classes) and leaves a place for each view. It acts only on texts that it is told are plans: the same
# extension is used by every conversion of a site.
"""Python-Markdown that renders plans as GitHub does."""

from __future__ import annotations

from typing import Any

from .decoration import Decoration, Mark, ViewPlace, decorate
from .extension import PlanExtension, Weaving, fill_places, syntax_of
from .fragments import FragmentConverter

__all__ = [
    "Decoration",
    "FragmentConverter",
    "Mark",
    "PlanExtension",
    "ViewPlace",
    "Weaving",
    "decorate",
    "fill_places",
    "syntax_of",
]


def makeExtension(**options: Any) -> PlanExtension:  # noqa: N802, ANN401 (the name and way of Python-Markdown)
    """Return the extension, for `markdown_extensions: [mkdocs_planplugin.weave]`."""
    return PlanExtension(**options)

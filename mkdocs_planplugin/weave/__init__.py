# The Python-Markdown extension. It makes a plan's text render as GitHub renders it, decorates the author's elements
# (boxes, anchors, classes) and leaves a place for each view. It acts only on texts that it is told are plans: the same
# extension is used by every conversion of a site.
"""Python-Markdown that renders plans as GitHub does."""

from __future__ import annotations

from typing import Any

from .decoration import BlockDecoration, PageDecoration, ViewPlace, decorate
from .extension import RenderRequest, WeaveExtension, fill_places, syntax_of
from .fragments import FragmentConverter
from .standalone import PlanExtension

__all__ = [
    "BlockDecoration",
    "FragmentConverter",
    "PageDecoration",
    "PlanExtension",
    "RenderRequest",
    "ViewPlace",
    "WeaveExtension",
    "decorate",
    "fill_places",
    "syntax_of",
]


def makeExtension(**options: Any) -> PlanExtension:  # noqa: N802, ANN401 (the name and way of Python-Markdown)
    """Return the extension, for `markdown_extensions: [mkdocs_planplugin.weave]`."""
    return PlanExtension(**options)

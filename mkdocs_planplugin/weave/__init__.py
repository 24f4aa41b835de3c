# The Python-Markdown extension. It makes a plan's text render as GitHub renders it, decorates the author's elements
# (boxes, anchors, classes) and leaves a place for each view. It acts only on texts that it is told are plans: the same
# extension is used by every conversion of a site.
"""Python-Markdown that renders plans as GitHub does."""

from __future__ import annotations

from .decoration import Decoration, Mark, Place, decorate
from .extension import PlanExtension, Weaving, fill_places

__all__ = ["Decoration", "Mark", "Place", "PlanExtension", "Weaving", "decorate", "fill_places"]


def makeExtension(**_options: object) -> PlanExtension:  # noqa: N802 (the name Python-Markdown looks for)
    """Return the extension, for `markdown_extensions: [mkdocs_planplugin.weave]`."""
    return PlanExtension()

# The Python-Markdown extension. It renders the text of a plan as GitHub does, decorates the elements (boxes, anchors,
# classes) and marks the place of each view. Every conversion of a site uses the extension, so it acts only on texts
# that it was told are plans.
"""Python-Markdown that renders plans as GitHub does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .decoration import BlockDecoration, PageDecoration, ViewPlace, decorate
from .extension import PreparedExtension, RenderRequest, WeaveExtension, fill_places, syntax_of
from .fragments import FragmentConverter

if TYPE_CHECKING:
    from .standalone import PlanExtension

__all__ = [
    "BlockDecoration",
    "FragmentConverter",
    "PageDecoration",
    "PlanExtension",
    "PreparedExtension",
    "RenderRequest",
    "ViewPlace",
    "WeaveExtension",
    "decorate",
    "fill_places",
    "syntax_of",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a class)
    """The extension of its own, with all views, is imported when it is asked for: in MkDocs nobody does."""
    if name != "PlanExtension":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .standalone import PlanExtension  # noqa: PLC0415 (see above)

    return PlanExtension


def makeExtension(**options: Any) -> PlanExtension:  # noqa: N802, ANN401 (the name and way of Python-Markdown)
    """Return the extension, for `markdown_extensions: [mkdocs_planplugin.weave]`."""
    from .standalone import PlanExtension  # noqa: PLC0415 (see above)

    return PlanExtension(**options)

"""Success Metrics, and when they are reviewed."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_planplugin.model import SuccessMetrics

from ..context import ReadingContext
from ..document import Section
from ..labels import label_key
from ..profiles import SECTION_LABELS
from .parts import texts_of


def read_metrics(sections: Iterable[Section], context: ReadingContext) -> SuccessMetrics:
    """The review, and all other lines as metrics, whatever their labels."""
    metrics: list[str] = []
    review = None
    for section in sections:
        for part in section.parts():
            if SECTION_LABELS.get(label_key(part.label)) == "review":
                review = context.value(part.value)
            else:
                metrics += texts_of([part], context)
    return SuccessMetrics(tuple(metrics), review)

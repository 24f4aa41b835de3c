# The extension without MkDocs: `markdown.markdown(text, extensions=["planplugin"])`. There is no site that knows which
# texts are plans, so each one is read here, and its views are made at once.
"""Plans in Python-Markdown alone."""

from __future__ import annotations

import datetime as dt
import logging

from markdown import Markdown

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.views import Context, plan_views

from .decoration import decorate
from .extension import RenderRequest, WeaveExtension, syntax_of

log = logging.getLogger(__name__)


class PlanExtension(WeaveExtension):
    """Renders every text that is a plan as one, with its views and findings, on the day `as_of` (a date or
    `YYYY-MM-DD`; by default today). Other texts pass through untouched."""

    def __init__(self, as_of: str | dt.date | None = None) -> None:
        super().__init__(self._request)
        self._as_of = dt.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the stages with a converter."""
        super().extendMarkdown(md)
        self._converter = md

    def _request(self, text: str) -> RenderRequest | None:
        try:
            return self._request_for_plan(text)
        except Exception as error:  # noqa: BLE001 (whatever it is, the page is made)
            _report(error)
            return None

    def _request_for_plan(self, text: str) -> RenderRequest | None:
        reading = read(text, syntax=syntax_of(self._converter))
        if reading.plan is None:
            return None
        today = self._as_of or dt.datetime.now().astimezone().date()
        calendar = Calendar()
        entry = Entry.of("", "", reading.plan, calendar, today, policy=reading.checks)
        views = plan_views(entry, calendar, Context(today, lambda _: None, None))
        return RenderRequest(decorate(reading.plan), text, reading.outline, views, _report)


def _report(error: Exception) -> None:
    """Warn that a text is converted as if it were no plan, because the extension has failed."""
    words = "a text is shown as if it were no plan, because planplugin failed (%s); please report it with that text"
    log.warning(words, type(error).__name__, exc_info=error)

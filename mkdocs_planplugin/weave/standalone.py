# The extension without MkDocs: `markdown.markdown(text, extensions=["planplugin"])`, or in Zensical. No plugin has
# found the plans before, so each text is read here, and its views are made at once.
"""Plans in Python-Markdown alone."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

from markdown import Markdown

from mkdocs_planplugin.finding_kinds import unknown_checks
from mkdocs_planplugin.language import load_language, use_language
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.own_words import profile_of_words, profiles_of_packages, reader_of
from mkdocs_planplugin.portfolio import Assessment, Entry, linked_path
from mkdocs_planplugin.views import Context, plan_views
from mkdocs_planplugin.working_time import HOURS_OF_A_DAY, read_holidays, read_number, read_option_date, read_weekdays

from .decoration import decorate
from .extension import RenderRequest, WeaveExtension, syntax_of
from .host import host_page

log = logging.getLogger(__name__)


class PlanExtension(WeaveExtension):
    """Renders each text that is a plan, with its views and findings. Other texts pass through untouched.

    The options are those of the plugin: `as_of` is the day that counts as today, `language` that of our words, `words`
    and `profiles` add to the words by which plans are read, the others are the calendar. Raises `ValueError` if one is
    wrong.
    """

    def __init__(
        self,
        as_of: str | dt.date | None = None,
        language: str | None = None,
        hours_per_day: float | None = None,
        working_days: str | list[str] | None = None,
        holidays: str | list[str | dt.date] | None = None,
        words: dict[str, Any] | None = None,
        profiles: list[str] | None = None,
    ) -> None:
        super().__init__(self._request, _report)
        default = Calendar()
        self._as_of = None if as_of is None else read_option_date(as_of)
        self._language = language
        self._reader = reader_of(profile_of_words(words or {}), profiles_of_packages(profiles or []))
        self._calendar = Calendar(
            default.hours_per_day if hours_per_day is None else read_number(hours_per_day, *HOURS_OF_A_DAY),
            default.working_days if working_days is None else read_weekdays(working_days),
            default.holidays if holidays is None else read_holidays(holidays),
        )

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the stages with a converter."""
        super().extendMarkdown(md)
        self._converter = md

    def _request(self, text: str) -> RenderRequest | None:
        try:
            page = host_page(self._converter, text)
            reading = self._reader.read(page.source, self._calendar, syntax_of(self._converter), path=page.path)
            if reading.plan is None:
                return None
            with use_language(load_language(self._language or page.language or "en")):
                today = self._as_of or dt.datetime.now().astimezone().date()
                based_on = linked_path(page.path, reading.plan.based_on.href or "") if reading.plan.based_on else None
                based_on = based_on if based_on and page.href(based_on) else None
                assessment = Assessment.of(reading.plan, self._calendar, today)
                entry = Entry.assessed(
                    page.path,
                    page.path,
                    reading.plan,
                    assessment,
                    based_on_path=based_on,
                    findings=unknown_checks(reading.checks),
                    policy=reading.checks,
                )
                views = plan_views(entry, self._calendar, Context(today, page.href, None, path=page.path))
            return RenderRequest(decorate(reading.plan), page.source, reading.outline, views, _report)
        except Exception as error:  # noqa: BLE001 (no error of ours may stop the page)
            _report(error)
            return None


def _report(error: Exception) -> None:
    """Warn that a text is converted as if it were no plan, because the extension has failed."""
    words = "a text is shown as if it were no plan, because planplugin failed (%s); please report it with that text"
    log.warning(words, type(error).__name__, exc_info=error)

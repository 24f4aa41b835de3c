# What plans were, as git knows it. The room `history` is imported where a site asks for it, and nowhere else: a site
# that does not loads nothing of it, and nobody looks for git.
"""The histories of the plans of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from mkdocs_planplugin.config import PlanConfig

from .guard import MOST_LEFT_OUT, Guard, Stage
from .reader import PageSource

if TYPE_CHECKING:
    from mkdocs_planplugin.history import HistoryReader, HistorySettings, PlanHistory, SourcePlan
    from mkdocs_planplugin.portfolio import Entry


def history_reader() -> HistoryReader:
    """Who reads histories; what is learnt is kept, so it is asked for one build after the other."""
    from mkdocs_planplugin.history import HistoryReader  # noqa: PLC0415 (see above)

    return HistoryReader()


class SiteHistory:
    """Finds the histories of the plans of one build, whose files are `files`; what is learnt is kept beside its
    configuration file, where it has one. `reader` is kept from one build to the next. `notes` are lines for the log:
    what is not known. `unknown_tags` are the plans whose own baseline is a tag that there is not."""

    def __init__(
        self, reader: HistoryReader, files: Files, options: PlanConfig, config_file: Path | None, guard: Guard
    ) -> None:
        self.notes: tuple[str, ...] = ()
        self.unknown_tags: frozenset[str] = frozenset()
        self._reader = reader
        self._files = files
        self._options = options
        self._project = config_file.parent if config_file else None
        self._guard = guard

    def of(self, entries: Iterable[Entry], sources: Mapping[str, PageSource]) -> Mapping[str, PlanHistory]:
        """What is known of each plan, by path."""
        return self._guard.run(Stage.HISTORY, "the site", lambda: self._all(entries, sources), {})

    def _all(self, entries: Iterable[Entry], sources: Mapping[str, PageSource]) -> Mapping[str, PlanHistory]:
        from mkdocs_planplugin.history import HistorySettings  # noqa: PLC0415 (see above)

        plans: dict[str, SourcePlan] = {}
        for entry in entries:
            make = partial(self._source_plan, entry, sources[entry.path])
            if (plan := self._guard.run(Stage.HISTORY, entry.path, make, None)) is not None:
                plans[entry.path] = plan
        if not plans:
            return {}
        read = next(iter(sources.values())).settings
        options = self._options
        settings = HistorySettings(
            read.calendar,
            read.syntax,
            options.today,
            options.day_of,
            options.baseline,
            self._project,
            read.reader,
        )
        failures: dict[str, Exception] = {}
        histories = self._read_or_halve(plans, settings, failures)
        for path, error in failures.items():
            self._guard.report(Stage.HISTORY, path, error)
        return histories

    def _read_or_halve(
        self, plans: Mapping[str, SourcePlan], settings: HistorySettings, failures: dict[str, Exception]
    ) -> dict[str, PlanHistory]:
        """What is known of plans. If reading them together fails, they are read by halves, down to the plan that makes
        it fail, which is added to `failures` (the site, if none fails alone); if there are too many, the last exception
        is raised."""
        try:
            return self._read_together(plans, settings)
        except Exception as error:
            failed, number = error, len(failures)
            if len(plans) == 1:
                failures.update(dict.fromkeys(plans, error))
                if len(failures) > MOST_LEFT_OUT:
                    raise
                return {}
        paths = list(plans)
        halves = paths[: len(paths) // 2], paths[len(paths) // 2 :]
        first, second = ({path: plans[path] for path in half} for half in halves)
        histories = self._read_or_halve(first, settings, failures) | self._read_or_halve(second, settings, failures)
        if len(failures) == number:
            failures["the site"] = failed
        return histories

    def _read_together(self, plans: Mapping[str, SourcePlan], settings: HistorySettings) -> dict[str, PlanHistory]:
        """What is known of plans: git is asked once for all of them."""
        past = self._reader.read(plans, settings)
        self.notes = tuple(dict.fromkeys((*self.notes, *past.notes)))
        self.unknown_tags |= frozenset(past.unknown_tags)
        histories = {path: self._guard.run(Stage.HISTORY, path, partial(past.history_of, path), None) for path in plans}
        past.keep()
        return {path: history for path, history in histories.items() if history}

    def _source_plan(self, entry: Entry, source: PageSource) -> SourcePlan | None:
        """A plan as it is now; None for a template, and where its page is no file: another plugin made it."""
        from mkdocs_planplugin.history import SourcePlan  # noqa: PLC0415 (see above)

        file = self._files.src_uris.get(entry.path)
        if entry.plan.is_template or file is None or file.abs_src_path is None:
            return None
        name, is_plan = source.settings.name, source.settings.is_plan
        outline, schedule, is_sure = source.reading.outline, entry.schedule, source.reading.verdict.is_sure
        return SourcePlan(Path(file.abs_src_path), source.text, entry.plan, outline, schedule, name, is_plan, is_sure)

# The plugin runs in other people's builds. A bug of ours that shows with one plan or one view must not stop a build. So
# each step of a build runs through this guard. A step that fails is left out, with one warning.
"""What happens when the plugin itself fails."""

from __future__ import annotations

import logging
import traceback
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar, cast

from mkdocs.exceptions import MkDocsException

from .log_lines import in_one_line

if TYPE_CHECKING:
    from mkdocs_planplugin.portfolio import Entry, Portfolio

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])

PACKAGE = Path(__file__).parents[1]
# If a view fails only for several plans together, at most so many plans are left out of it, one by one.
MOST_LEFT_OUT = 5
AS_WITHOUT_US = "the page is built as without the plugin"


class Stage(StrEnum):
    """The steps of a build, as warnings name them, each with the consequence of its failure."""

    consequence: str

    def __new__(cls, name: str, consequence: str) -> Self:
        """A member whose value is the text `name`."""
        member = str.__new__(cls, name)
        member._value_, member.consequence = name, consequence
        return member

    SETTING_UP = "setting up", "the site is built as without the plugin"
    READING = "reading", AS_WITHOUT_US
    PLANNING = "schedule, measures and checks", AS_WITHOUT_US
    LINKING = "links between plans", "the plans are shown without them"
    HISTORY = "history", "it may not be shown"
    RENDERING = "rendering", AS_WITHOUT_US
    NAVIGATION = "name and status in the navigation", "the page has none"
    PLAN_VIEWS = "views of the plan", "the page has none"
    SEARCH = "sections for the search", "the search plugin reads the page itself"
    SITE_VIEWS = "views over all plans", "left out there"
    WORDS = "words of a plan on another page", "they are shown there as they are written"
    GENERATED_PAGES = "generated pages", "left out there"
    DATA_FILES = "data files", "left out there"
    ASSETS = "style sheet and scripts of a page", "they may be missing there"
    LINKS = "links to the plan", "it is shown without one"
    REPORT = "lines of the log", "they are left out"
    LANGUAGE = "language of our words", "the page does not say which it is"
    EDITING = "changing plans from the browser", "nothing can be changed there"
    KEEPING = "what is kept for the next build", "it is made anew"
    MEMORY = "memory of the build", "it takes more"
    EVENT = "an event of MkDocs", "what the plugin does there is left out"
    COMMAND = "the command", "it is left out"


class Guard:
    """Runs the steps of a build. Warnings go to `log`, except those that the last build already gave."""

    hint = "`mkdocs build --verbose` adds the traceback"

    def __init__(self, log: logging.Logger | logging.LoggerAdapter[logging.Logger]) -> None:
        self._log = log
        self._lines: set[str] = set()
        self._last_lines: set[str] = set()
        self.left_alone: set[str] = set()  # the paths of pages that are built as if there were no plugin

    def begin(self) -> None:
        """Begin another build."""
        self._last_lines, self._lines = self._lines, set()
        self.left_alone = set()

    @property
    def has_failed(self) -> bool:
        """Whether a step of this build has failed."""
        return bool(self._lines)

    def consequence(self, stage: Stage) -> str:
        """What follows where a step has failed."""
        return stage.consequence

    def lets_through(self, error: Exception) -> bool:
        """Whether an error is none of ours, and stops the build."""
        return is_of_user(error)

    def run(self, stage: Stage, where: str, work: Callable[[], T], otherwise: T) -> T:
        """The result of `work`. If it fails, warn with the step and `where` (a path), and return `otherwise`."""
        try:
            return work()
        except Exception as error:  # no error of ours may stop the build
            if self.lets_through(error):
                raise
            self.report(stage, where, error)
            return otherwise

    def each(self, stage: Stage, where: str, made: Callable[[], Iterator[T]]) -> Iterator[T]:
        """What `made` gives, one after the other, up to where it fails."""
        nothing: Iterator[T] = iter(())
        left = self.run(stage, where, made, nothing)
        while (piece := self.run(stage, where, partial(next, left, None), None)) is not None:
            yield piece

    def over_all(
        self, stage: Stage, where: str, portfolio: Portfolio, work: Callable[[Portfolio], T], otherwise: T
    ) -> T:
        """The result of `work` for all plans. If it fails, it is run again without the plans that make it fail by
        themselves. If it fails again, return `otherwise`."""
        try:
            return work(portfolio)
        except Exception as error:
            if self.lets_through(error):
                raise
            rest = [entry for entry in portfolio.entries if self._works(stage, where, work, entry)]
            if len(rest) < len(portfolio.entries):
                return self.over_all(stage, where, _portfolio(rest), work, otherwise)
            return self._without_last(stage, where, rest, work, otherwise, error)

    def _without_last(
        self,
        stage: Stage,
        where: str,
        entries: list[Entry],
        work: Callable[[Portfolio], T],
        otherwise: T,
        error: Exception,
    ) -> T:
        """The result of `work` for plans that work each alone, but not together. The first plan with which it fails is
        left out, and it is run again. After some attempts it gives up."""
        for _ in range(MOST_LEFT_OUT):
            last = bisect_left(range(len(entries)), True, key=partial(_first_fail, work, entries))
            if last == len(entries):
                break
            self.report(stage, f"{entries[last].path} (in {where})", error)
            entries = [entry for entry in entries if entry is not entries[last]]
            try:
                return work(_portfolio(entries))
            except Exception as next_error:  # noqa: BLE001 (see above)
                error = next_error
        self.report(stage, where, error)
        return otherwise

    def _works(self, stage: Stage, where: str, work: Callable[[Portfolio], object], entry: Entry) -> bool:
        def works() -> bool:
            work(_portfolio([entry]))
            return True

        return self.run(stage, f"{entry.path} (in {where})", works, otherwise=False)

    def report(self, stage: Stage, where: str, error: Exception) -> None:
        """Warn that a step has failed."""
        if stage.consequence == AS_WITHOUT_US:
            self.left_alone.add(where)
        line = (
            f"{where}: the plugin failed in: {stage} ({_described(error)}); {self.consequence(stage)}. This is a "
            "mistake of the plugin: please report this line, with the page, to the makers of mkdocs-planplugin; "
            f"{self.hint}"
        )
        if line not in self._lines | self._last_lines:
            self._log.warning("%s", in_one_line(line))
            self._log.debug("What failed:", exc_info=error)
        self._lines.add(line)


def is_of_user(error: Exception) -> bool:
    """Whether an error is a mistake of the user, which stops a build in MkDocs' own way."""
    from mkdocs_planplugin.views import BrokenTemplateError  # noqa: PLC0415 (only where something fails)

    return isinstance(error, (MkDocsException, BrokenTemplateError))


def _portfolio(entries: Iterable[Entry]) -> Portfolio:
    from mkdocs_planplugin.portfolio import Portfolio  # noqa: PLC0415 (only where something fails)

    return Portfolio.of(entries)


class Guarded(Protocol):
    """Who has a guard."""

    guard: Guard


def contained(event: F) -> F:
    """An event of MkDocs that changes nothing where it fails: beside the steps, which have the guard each on its own,
    there is what leads to them."""

    @wraps(event)
    def run(plugin: Guarded, *args: Any, **options: Any) -> object:  # noqa: ANN401 (whatever MkDocs hands over)
        page = options.get("page")
        place = page.file.src_uri if page else "the site"
        return plugin.guard.run(Stage.EVENT, place, partial(event, plugin, *args, **options), None)

    return cast("F", run)


def _first_fail(work: Callable[[Portfolio], object], entries: Sequence[Entry], last: int) -> bool:
    """Whether `work` fails for the entries up to number `last`."""
    try:
        work(_portfolio(entries[: last + 1]))
    except Exception:  # noqa: BLE001 (that is the question)
        return True
    return False


def _described(error: Exception) -> str:
    """An exception in a few words, with the innermost line of this package in its traceback."""
    words = "".join(traceback.format_exception_only(error)).strip()
    calls = [call for call in traceback.extract_tb(error.__traceback__) if PACKAGE in Path(call.filename).parents]
    place = calls[-1] if calls else None
    return f"{words} at {Path(place.filename).relative_to(PACKAGE).as_posix()}:{place.lineno}" if place else words

# The plugin's options: typed, few, none needed. A wrong one gives MkDocs' own kind of error, with the right spelling.
"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

import datetime as dt
import difflib
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError

from mkdocs_planplugin.catalog import (
    PLAN_VIEWS,
    REGISTERS,
    STALE_AFTER,
    CheckPolicy,
    UnknownCheckError,
    WrongBaselineError,
    read_baseline,
    read_check_levels,
)
from mkdocs_planplugin.language import is_language_code
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.own_words import READING, WORDS_SCHEMA, profile_of_words, profiles_of_packages, reader_of
from mkdocs_planplugin.reading import Profile
from mkdocs_planplugin.working_time import (
    HOURS_OF_A_DAY,
    WrongValueError,
    read_holidays,
    read_number,
    read_option_date,
    read_weekdays,
    shown,
)

if TYPE_CHECKING:
    from pathspec.gitignore import GitIgnoreSpec  # comes with MkDocs

# Folders and a name, none of which leads out of the docs folder or is no name on some system.
_PAGE_PATH = re.compile(r"(?:(?!\.+/)[^/\\:\x00-\x1f]+/)*(?!\.)[^/\\:\x00-\x1f]+\.md")
_DAYS_OF_A_CENTURY = 36525
# More than patterns of paths need; few enough that a long path is matched at once.
_MOST_STARS = 12
_MOST_STARS_OF_A_NAME = 3
_LONGEST_PATTERN = 4096  # of a line; no path is longer


class DateOption(c.OptionallyRequired[dt.date]):
    """A date, as YAML reads it or as text: 2026-01-31."""

    schema: ClassVar = {"type": "string", "format": "date"}

    def run_validation(self, value: object) -> dt.date:
        """Return the date."""
        with _errors_of_mkdocs():
            return read_option_date(value)


class DatesOption(c.OptionallyRequired[frozenset[dt.date]]):
    """A list of dates, ranges of dates, and countries: `[DE, 2026-12-24, 2026-12-28/2026-12-31]`."""

    schema: ClassVar = {"type": ["array", "string"], "items": {"type": "string"}}

    def run_validation(self, value: object) -> frozenset[dt.date]:
        """Return all days in it."""
        with _errors_of_mkdocs():
            return read_holidays(value)


class WeekdaysOption(c.OptionallyRequired[frozenset[int]]):
    """Days of the week: a list of names, or one range such as `Monday-Friday`."""

    schema: ClassVar = {"type": ["array", "string"], "items": {"type": "string"}, "minItems": 1}

    def run_validation(self, value: object) -> frozenset[int]:
        """Return their numbers, Monday 0."""
        with _errors_of_mkdocs():
            return read_weekdays(value)


class NumberOption(c.OptionallyRequired[float]):
    """A number from `least` to `most`."""

    def __init__(self, default: float, least: float, most: float) -> None:
        super().__init__(default=default)
        self._range = least, most
        self.schema = {"type": "number", "minimum": least, "maximum": most}

    def run_validation(self, value: object) -> float:
        """Return the number."""
        with _errors_of_mkdocs():
            return read_number(value, *self._range)


class PagePathOption(c.OptionallyRequired[str | bool]):
    """The path of a page in the docs folder, or `false` for none."""

    schema: ClassVar = {"anyOf": [{"const": False}, {"type": "string", "pattern": r"\.md$"}]}

    def run_validation(self, value: object) -> str | bool:
        """Return the path, or False."""
        if value is False or (isinstance(value, str) and _PAGE_PATH.fullmatch(value)):
            return value
        raise base.ValidationError(f"Expected a path such as plans/index.md, or false, but received: {shown(value)}")


class PathsOption(c.PathSpec):
    """Patterns of paths, a line each, as MkDocs reads them, but with few `*`: they are matched by trying all places of
    the one with all places of the others, and a line of many would take hours for one page."""

    schema: ClassVar = {"type": "string"}

    def run_validation(self, value: object) -> GitIgnoreSpec:
        """Return the patterns."""
        if not isinstance(value, str):
            raise base.ValidationError(f"Expected patterns of paths such as plans/**, but received: {shown(value)}")
        for line in value.splitlines():
            if len(line) > _LONGEST_PATTERN:
                raise base.ValidationError(
                    f"Expected at most {_LONGEST_PATTERN} characters in a line, but received: {shown(line)}"
                )
            if line.count("*") > _MOST_STARS or any(
                name.count("*") > _MOST_STARS_OF_A_NAME for name in line.split("/")
            ):
                raise base.ValidationError(
                    f"Expected at most {_MOST_STARS} * in a line, and {_MOST_STARS_OF_A_NAME} between two slashes, "
                    f"but received: {shown(line)}"
                )
        try:
            return super().run_validation(value)
        except (base.ValidationError, re.error) as error:  # the message of MkDocs has all of the pattern
            raise base.ValidationError(f"Expected patterns of paths such as plans/**; {shown(str(error))}") from error


class ChoiceOption(c.Choice):  # type: ignore[type-arg]
    """One of some words. MkDocs' own option says whatever came, at any length."""

    def run_validation(self, value: object) -> str:
        """Return the word."""
        if isinstance(value, str) and value in self.choices:
            return value
        raise base.ValidationError(f"Expected one of {', '.join(self.choices)}, but received: {shown(value)}")


class LanguageOption(c.OptionallyRequired[str]):
    """The code of a language: `de`, `pt-BR`."""

    schema: ClassVar = {"type": "string"}

    def run_validation(self, value: object) -> str:
        """Return the code."""
        if isinstance(value, str) and is_language_code(value):
            return value
        raise base.ValidationError(f"Expected the code of a language such as de or pt-BR, but received: {shown(value)}")


class RegistersOption(c.OptionallyRequired[tuple[str, ...]]):
    """Some of the registers by name; `true` for all, `false` for none."""

    schema: ClassVar = {"type": ["boolean", "array"], "items": {"enum": list(REGISTERS)}, "uniqueItems": True}

    def run_validation(self, value: object) -> tuple[str, ...]:
        """Return their names, in the order in which they are named on pages."""
        if isinstance(value, bool):
            return tuple(REGISTERS) if value else ()
        if not isinstance(value, list):
            raise base.ValidationError(f"Expected true, false or a list such as [risks, next], not {shown(value)}")
        for name in value:
            if not isinstance(name, str) or name not in REGISTERS:
                meant = _nearest(name, REGISTERS)
                hint = f"did you mean {meant}?" if meant else f"there are {', '.join(REGISTERS)}"
                raise base.ValidationError(f"{shown(name)} is no register; {hint}")
        return tuple(name for name in REGISTERS if name in value)


class ChecksOption(c.OptionallyRequired[CheckPolicy]):
    """Levels of findings: one for all, or by code, group or `all`: `{plan: info, PLAN205: off}`."""

    @property
    def schema(self) -> Mapping[str, Any]:
        """What may be written, as a JSON Schema."""
        from mkdocs_planplugin.finding_kinds import CHECKS_SCHEMA  # noqa: PLC0415 (see `_name_problem`)

        return CHECKS_SCHEMA

    def run_validation(self, value: object) -> CheckPolicy:
        """Return what is reported, and how loud."""
        if not isinstance(value, dict | str | bool):
            raise base.ValidationError("Expected a mapping such as {PLAN205: off, links: error}, or one level for all")
        try:
            policy = read_check_levels(value)
        except UnknownCheckError as error:
            raise base.ValidationError(str(error)) from error
        if problem := next(filter(None, map(_name_problem, policy.levels)), ""):
            raise base.ValidationError(problem)
        return policy


def _name_problem(name: str) -> str:
    """What is wrong with the name of a check. All kinds of findings stand beside their rules, and a site without plans
    does not load these."""
    from mkdocs_planplugin.finding_kinds import name_problem  # noqa: PLC0415

    return name_problem(name)


class WordsOption(c.OptionallyRequired[Profile | None]):
    """Words by what they mean: `{phases: [tranche], labels: {owner: [accountable]}}`."""

    schema: ClassVar = WORDS_SCHEMA

    def run_validation(self, value: object) -> Profile | None:
        """Return the profile that has them."""
        with _errors_of_mkdocs():
            return profile_of_words(value)


class ProfilesOption(c.OptionallyRequired[tuple[Profile, ...]]):
    """Names of profiles that packages bring."""

    schema: ClassVar = {"type": ["array", "string"], "items": {"type": "string"}}

    def run_validation(self, value: object) -> tuple[Profile, ...]:
        """Return the profiles."""
        with _errors_of_mkdocs():
            return profiles_of_packages(value)


class BaselineOption(c.OptionallyRequired[dt.date | str]):
    """A date, or the name of a tag."""

    schema: ClassVar = {"type": "string"}

    def run_validation(self, value: object) -> dt.date | str:
        """Return the date, or the name."""
        try:
            return read_baseline(value)
        except WrongBaselineError as error:
            raise base.ValidationError(str(error)) from error


class PlanConfig(base.Config):  # type: ignore[no-untyped-call]
    """What can be set under `planplugin:`."""

    include = c.Optional(PathsOption())
    """The pages to look at, in the syntax of MkDocs' `exclude_docs`, with at most 3 `*` between two slashes and 12 in a
    line; all by default."""

    exclude = c.Optional(PathsOption())
    """The pages to leave alone, in the same syntax; none by default."""

    plans = c.Optional(PathsOption())
    """Pages that are plans whatever they look like, in the same syntax, such as `plans/**`; those after a `!` are none.
    Front matter (`plan: true`, `plan: false`) still wins; of all others the plugin tells by itself."""

    index_page = PagePathOption(default="plans/index.md")
    """Where the index over all plans goes; `false` for no index."""

    registers = RegistersOption(default=True)
    """The pages beside the index, by name, such as `[risks, next]`; all by default, `false` for none."""

    data_ = c.Type(bool, default=True)  # MkDocs drops the underscore; a dict needs the name `data` itself
    """Whether to write the data files (`plans.json` and others) into the site."""

    hours_per_day = NumberOption(Calendar().hours_per_day, *HOURS_OF_A_DAY)
    """Working hours in a day, from a quarter of an hour to 24."""

    working_days = WeekdaysOption(default="Monday-Friday")
    """The days of the week that hold work."""

    holidays = DatesOption(default=[])
    """Dates, ranges of dates, and countries (`DE`, `US-CA`) on whose public holidays nobody works."""

    as_of = c.Optional(DateOption())
    """The day that counts as today; by default the machine's date, or `SOURCE_DATE_EPOCH` in UTC."""

    stale_after = NumberOption(STALE_AFTER, 1, _DAYS_OF_A_CENTURY)
    """Days without a change after which a plan in progress is stale; at least one."""

    history = c.Type(bool, default=False)
    """Whether to read from git what plans were: when boxes were ticked, how work and scope have grown, what changed."""

    baseline = c.Optional(BaselineOption())
    """What plans are compared with, where `history` is on: a tag, or a date; by default each plan as it was on the day
    its status became *in progress*. `baseline` in the front matter of a plan goes before it."""

    interactive = ChoiceOption(("click", "auto", "never"), default="click")
    """When Plotly draws timelines: on the reader's wish (`click`), when they are in view (`auto`), or `never`: then it
    is not put into the site."""

    checks = ChecksOption(default={})
    """How findings are reported, by code (`PLAN205`), group (`text`, `plan`, `links`) or `all`: `off`, `info`,
    `warning` or `error`; by default each at its own level. `checks` in the front matter of a page goes before it."""

    findings_on_page = ChoiceOption(("serve", "always", "never"), default="serve")
    """When a plan's page lists all findings: under `mkdocs serve`, where its authors see it (a built site then shows
    those that concern its readers), `always`, or `never`."""

    edit = c.Type(bool, default=False)
    """Whether boxes and statuses can be changed by a click, which changes the file, under `mkdocs serve` on this
    machine; a built site has nothing of it."""

    language = c.Optional(LanguageOption())
    """The language of the words on plans, such as `de`; by default that of the theme."""

    words = WordsOption(default={})
    """Words of this site that plans are read by besides those that are known: lists of `phases`, `tasks` and `titles`,
    and tables of `sections`, `labels`, `statuses`, `levels` and `roles` (see [Your own words](customizing.md))."""

    profiles = ProfilesOption(default=[])
    """Names of dialects that packages bring, such as `[acme]`, by which plans are read, too."""

    views = c.ListOfItems(ChoiceOption(tuple(PLAN_VIEWS)), default=list(PLAN_VIEWS))
    """What goes on a plan page by itself."""

    reader = READING  # of the texts of plans; it knows the words that the options add
    failure: Exception | None = None  # of the plugin itself, in checking the options: who asked for that reports it

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Check the options as MkDocs does, and help with the spelling of unknown ones."""
        try:
            return self._errors_and_warnings()
        except Exception as error:  # noqa: BLE001 (no error of ours may stop a build)
            self.failure = error
            return [], []

    def _errors_and_warnings(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        errors, warnings = super().validate()
        if not errors:
            try:
                self.reader = reader_of(self.words, self.profiles)
            except WrongValueError as error:
                errors.append(("words" if self.words else "profiles", base.ValidationError(str(error))))
        return errors, [(key, _with_suggestion(key, message, self)) for key, message in warnings]

    def looks_at(self, path: str) -> bool:
        """Whether a page is one that `include` and `exclude` leave to the plugin."""
        if self.exclude is not None and self.exclude.match_file(path):
            return False
        return self.include is None or bool(self.include.match_file(path))

    def says_plan(self, path: str) -> bool | None:
        """Whether the option `plans` says that a page is a plan, or that it is none; None where it says nothing."""
        says = None
        for line in self.plans.patterns if self.plans is not None else ():
            if line.include is not None and line.match_file(path):
                says = line.include  # the last one counts, as in `.gitignore`
        return says

    @property
    def shown_views(self) -> frozenset[str]:
        """The views that go on a plan page by themselves: those of its past only where that is read."""
        return frozenset(name for name in self.views if self.history or not PLAN_VIEWS[name].of_past)

    @property
    def calendar(self) -> Calendar:
        """The working time that the options describe."""
        return Calendar(self.hours_per_day, self.working_days, self.holidays)

    @property
    def today(self) -> dt.date:
        """The day that counts as today, decided here and nowhere else."""
        if self.as_of is not None:
            return self.as_of
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        if epoch:
            try:
                return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
            except (ValueError, OverflowError, OSError) as error:
                raise PluginError(f"SOURCE_DATE_EPOCH is {epoch!r}; write it as seconds, such as 1767225600") from error
        return dt.date(*time.localtime()[:3])  # in the local time zone, even where its name is none

    @staticmethod
    def day_of(seconds: int) -> dt.date:
        """The day on which something was that many seconds after 1970, in the time zone in which `today` is a day."""
        if os.environ.get("SOURCE_DATE_EPOCH"):
            return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
        return dt.date(*time.localtime(seconds)[:3])


def _with_suggestion(key: str, message: Any, config: PlanConfig) -> str:  # noqa: ANN401 (MkDocs' own type)
    known = [name for name, _ in config._schema]  # noqa: SLF001 (there is no public list)
    meant = _nearest(key, known)
    return f"{message}; did you mean '{meant}'?" if meant and key not in known else str(message)


def _nearest(name: object, known: Iterable[str]) -> str | None:
    """The known name that a misspelled one may stand for."""
    return next(iter(difflib.get_close_matches(name, known, n=1)), None) if isinstance(name, str) else None


@contextmanager
def _errors_of_mkdocs() -> Iterator[None]:
    """A wrong value is an error in MkDocs' own form."""
    try:
        yield
    except WrongValueError as error:
        raise base.ValidationError(str(error)) from error

# The plugin's options: typed, few, none needed. A wrong one gives MkDocs' own kind of error, with the right spelling.
"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

import datetime as dt
import difflib
import os
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError

from mkdocs_planplugin.catalog import PLAN_VIEWS, REGISTERS
from mkdocs_planplugin.countries import UnknownCountryError, holidays_in, is_code
from mkdocs_planplugin.model import Calendar

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Day(c.OptionallyRequired[dt.date]):
    """A date, as YAML reads it or as text: 2026-01-31."""

    def run_validation(self, value: object) -> dt.date:
        """Return the date."""
        return _day(value)


class DaySet(c.OptionallyRequired[frozenset[dt.date]]):
    """A list of dates, ranges of dates, and countries: `[DE, 2026-12-24, 2026-12-28/2026-12-31]`."""

    def run_validation(self, value: object) -> frozenset[dt.date]:
        """Return all days in it."""
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            raise base.ValidationError("Expected a list such as [DE, 2026-12-24, 2026-12-28/2026-12-31]")
        return frozenset().union(*map(_free_days, items))


class WeekdaySet(c.OptionallyRequired[frozenset[int]]):
    """Days of the week: a list of names, or one range such as `Monday-Friday`."""

    def run_validation(self, value: object) -> frozenset[int]:
        """Return their numbers, Monday 0."""
        if isinstance(value, str) and "-" in value:
            first, last = (_weekday(name) for name in value.split("-", 1))
            return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not names:
            raise base.ValidationError("Expected days such as [Monday, Tuesday] or Monday-Friday")
        return frozenset(_weekday(name) for name in names)


class Positive(c.Type[float]):
    """A number above zero."""

    def __init__(self, default: float) -> None:
        super().__init__((int, float), default=default)

    def run_validation(self, value: object) -> float:
        """Return the number."""
        number = super().run_validation(value)
        if isinstance(value, bool) or not number > 0:
            raise base.ValidationError(f"Expected a number above zero, but received: {value!r}")
        return float(number)


class PagePath(c.OptionallyRequired[str | bool]):
    """The path of a page in the docs folder, or `false` for none."""

    def run_validation(self, value: object) -> str | bool:
        """Return the path, or False."""
        if value is False or (isinstance(value, str) and value.endswith(".md") and not value.startswith(("/", "."))):
            return value
        raise base.ValidationError(f"Expected a path such as plans/index.md, or false, but received: {value!r}")


class Registers(c.OptionallyRequired[tuple[str, ...]]):
    """Some of the registers by name; `true` for all, `false` for none."""

    def run_validation(self, value: object) -> tuple[str, ...]:
        """Return their names, in the order in which they are named on pages."""
        if isinstance(value, bool):
            return tuple(REGISTERS) if value else ()
        if not isinstance(value, list):
            raise base.ValidationError(f"Expected true, false or a list such as [risks, next], not {value!r}")
        for name in value:
            if name not in REGISTERS:
                near = difflib.get_close_matches(str(name), REGISTERS, n=1)
                hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(REGISTERS)}"
                raise base.ValidationError(f"{name!r} is no register; {hint}")
        return tuple(name for name in REGISTERS if name in value)


class PlanConfig(base.Config):  # type: ignore[no-untyped-call]
    """What can be set under `planplugin:`."""

    include = c.Optional(c.PathSpec())
    """The pages to look at, in the syntax of MkDocs' `exclude_docs`; all by default."""

    exclude = c.Optional(c.PathSpec())
    """The pages to leave alone, in the same syntax; none by default."""

    index_page = PagePath(default="plans/index.md")
    """Where the index over all plans goes; `false` for no index."""

    registers = Registers(default=True)
    """The pages beside the index that show something of all plans: `risks`, `decisions`, `questions`, `next` and
    `metrics`; all by default, `false` for none."""

    data_ = c.Type(bool, default=True)  # MkDocs drops the underscore; a dict needs the name `data` itself
    """Whether to write `plans.json` with its schema, `plans.csv`, `risks.csv`, `plans.ics` and the badges into the
    site."""

    hours_per_day = Positive(8)
    """Working hours in a day."""

    working_days = WeekdaySet(default="Monday-Friday")
    """The days of the week that hold work."""

    holidays = DaySet(default=[])
    """Dates, ranges of dates, and countries (`DE`, `US-CA`) on whose public holidays nobody works."""

    as_of = c.Optional(Day())
    """The day that counts as today; by default the machine's date, or `SOURCE_DATE_EPOCH` in UTC."""

    stale_after = Positive(30)
    """Days without a change after which a plan in progress is stale."""

    interactive = c.Choice(("click", "auto", "never"), default="click")
    """When Plotly draws timelines: on the reader's wish (`click`), when they are in view (`auto`), or `never`: then it
    is not put into the site."""

    language = c.Optional(c.Type(str))
    """The language of the words on plans, such as `de`; by default that of the theme."""

    views = c.ListOfItems(c.Choice(tuple(PLAN_VIEWS)), default=list(PLAN_VIEWS))
    """What goes on a plan page by itself."""

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Check the options as MkDocs does, and help with the spelling of unknown ones."""
        failed, warnings = super().validate()
        return failed, [(key, _spelled(key, message, self)) for key, message in warnings]

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
        return dt.datetime.now().astimezone().date()


def _spelled(key: str, message: Any, config: PlanConfig) -> str:  # noqa: ANN401 (MkDocs' own type)
    known = [name for name, _ in config._schema]  # noqa: SLF001 (there is no public list)
    near = difflib.get_close_matches(key, known, n=1)
    return f"{message}; did you mean '{near[0]}'?" if near and key not in known else str(message)


def _day(value: object) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value).strip())
    except ValueError as error:
        raise base.ValidationError(f"Expected a date such as 2026-01-31, but received: {value!r}") from error


def _free_days(item: object) -> frozenset[dt.date]:
    """The days of one item of the holidays."""
    text = "NO" if item is False else str(item).strip()  # which YAML takes for an answer, not for Norway
    if is_code(text):
        try:
            return holidays_in(text)
        except UnknownCountryError as error:
            raise base.ValidationError(str(error)) from error
    first, _, last = text.partition("/")
    start, end = _day(first), _day(last or first)
    if end < start:
        raise base.ValidationError(f"The range {item} ends before it starts; write it as 2026-12-28/2026-12-31")
    return frozenset(start + dt.timedelta(days=n) for n in range((end - start).days + 1))


def _weekday(name: object) -> int:
    key = str(name).strip().lower()
    for number, weekday in enumerate(WEEKDAYS):
        if key in (weekday, weekday[:3]):
            return number
    near = difflib.get_close_matches(key, WEEKDAYS, n=1)
    hint = f"; did you mean {near[0].title()}?" if near else ""
    raise base.ValidationError(f"{name!r} is no day of the week{hint}")

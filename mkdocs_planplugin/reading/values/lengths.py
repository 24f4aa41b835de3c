# A length of time is one amount, a range, or three points, in units of working time. "Week 2", a date, a size, a price
# or a rate is something else. Reading starts at the beginning of a text; what follows a length is a comment.
"""Lengths of time, in working hours."""

from __future__ import annotations

import re

from msgspec import Struct

from mkdocs_planplugin.model import Calendar

from ..patterns import when_used
from ..profiles import TimeUnit, alternatives, pattern, phrases, signs, table
from ..remembered import remembered
from .vocabulary import NUMBER_MAY_FOLLOW, Vocabulary, without_lookalikes

_SMALLER_FIRST: tuple[TimeUnit, ...] = ("minute", "hour", "day", "week", "fortnight", "month")
_SIZE = {unit: size for size, unit in enumerate(_SMALLER_FIRST)}
_MINUTES_PER_HOUR = 60
_WEEKS_PER_MONTH = 4  # the format's rule for months
_MOST_POINTS = 3  # optimistic, likely, pessimistic

_UNITS = Vocabulary(table(lambda profile: profile.lengths.units), NUMBER_MAY_FOLLOW)
_NUMBER_WORDS = Vocabulary(table(lambda profile: profile.lengths.numbers))
_NUMBER_SIGNS = signs(lambda profile: profile.lengths.number_signs)
_FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "半": 1 / 2}
_FRACTIONS |= {"1/2": 1 / 2, "1/4": 1 / 4, "3/4": 3 / 4, "1/3": 1 / 3}
# `1/2 day` is half a day, `2/3 days` are two or three, `1/2/5 days` three points.
# `1,500` is fifteen hundred, `1,5` is one and a half.
_NUMBER = when_used(
    r"(?:(?P<whole>\d{1,3}) ?)?(?P<fraction>[½¼¾⅓⅔半]|(?:(?<![\d.,])|(?<=\d ))(?:1/[234]|3/4)(?! ?[/\d]))"
    r"|(?P<thousands>[1-9]\d{0,2}(?:,\d{3})+)(?![\d,])"
    rf"|(?P<sign>[{''.join(_NUMBER_SIGNS)}])"
    r"|(?P<figures>\d{1,6}(?:[.,]\d{1,4})?)(?!\d)"
)
_AND_A_HALF = when_used(rf" (?:{alternatives(lambda profile: profile.lengths.and_a_half)})\b", re.IGNORECASE)
# Between a number and its unit: `3+ days`, `2-day`, `2 person-days`, `280 developer hours`.
_WORKERS = alternatives(lambda profile: profile.lengths.workers)
_JOINT = when_used(rf"\+? ?-?(?:(?:{_WORKERS})s?'?[ -]?){{0,2}}", re.IGNORECASE)
_RANGE_WORDS = alternatives(lambda profile: profile.lengths.between)
_BETWEEN = when_used(rf" ?(?:\+ ?)?(?:[-–—~～〜/…]|\.\.\.?|(?:{_RANGE_WORDS})(?= )) ?", re.IGNORECASE)
_PLUS_SMALLER = when_used(rf" ?(?:(?:{alternatives(lambda profile: profile.lengths.plus)}) |[&+] ?)?", re.IGNORECASE)
_CLOCK_MINUTES = when_used(r"[0-5]\d(?![\w.,])")  # `1h30`

_UP_TO, _ABOUT = "up to", "about"
_HEDGES = Vocabulary(
    {
        _UP_TO: phrases(lambda profile: profile.lengths.up_to),
        _ABOUT: phrases(lambda profile: profile.lengths.about),
    },
    NUMBER_MAY_FOLLOW,
)
_SIGNS_BEFORE = when_used(r"[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d ]*+")
# `Day 9 - 4 hours` and `Medium (2-3 days)`: a position or a size first, then the length.
_COUNTED = alternatives(lambda profile: profile.lengths.counted)
_SIZES = alternatives(lambda profile: profile.lengths.sizes)
_BEFORE = when_used(
    rf"(?:(?:{_COUNTED}) \d{{1,3}}(?: ?[-–—] ?\d{{1,3}})?|X{{0,3}}[SL]|M|{_SIZES})(?: effort)? ?[-–—:,;(|] ?",
    re.IGNORECASE,
)
# What turns a length into a rate or a point in time.
_PER = alternatives(lambda profile: profile.lengths.per)
_NO_LENGTH = pattern(lambda profile: profile.lengths.no_length).pattern
_SOMETHING_ELSE = when_used(rf" ?(?:/ ?|\b(?:{_PER}) )[^\W\d]|[ -](?:{_NO_LENGTH})\b", re.IGNORECASE)
# ISO 8601: `P2D`, `P1W`, `PT4H`, `P1DT4H30M`; a day is a working day here as well.
_ISO = when_used(
    r"P(?=T?\d)(?:(?P<month>\d{1,2})M)?(?:(?P<week>\d{1,3})W)?(?:(?P<day>\d{1,4})D)?"
    r"(?:T(?=\d)(?:(?P<hour>\d{1,5})H)?(?:(?P<minute>\d{1,5})M)?)?(?![\w.])"
)
# Words that say "about" after the length, with no space between; blanked, so that places stay.
_SUFFIX = when_used(alternatives(lambda profile: profile.lengths.about_behind))


# `09:00`, `9-10 am`, `10:30 – 12:00`: when, on a day.
_HOUR = r"\d{1,2}(?:[:.h]\d{2})?"
_CLOCK_WORD = rf"\s?(?:{alternatives(lambda profile: profile.lengths.clock)})\.?"
_TIME_OF_DAY = when_used(
    rf"(?:{_HOUR}(?:{_CLOCK_WORD})?\s?(?:[-–—]|{_RANGE_WORDS})\s?)?(?:\d{{1,2}}:\d{{2}}(?:{_CLOCK_WORD})?|{_HOUR}{_CLOCK_WORD})",
    re.IGNORECASE,
)


class Duration(Struct, frozen=True):
    """One to three lengths in working hours, the lowest first, and where the last of them ends in the text."""

    hours: tuple[float, ...]
    end: int


class _Amount(Struct, frozen=True):
    """A number and its unit, and where they end in the text; the unit is None where only the next amount names it."""

    number: float
    unit: TimeUnit | None
    end: int


class _Point(Struct, frozen=True):
    """One length: an amount, and a smaller one that adds to it (`1 day 4h`)."""

    first: _Amount
    more: _Amount | None = None

    @property
    def end(self) -> int:
        return (self.more or self.first).end


def read_length(text: str, calendar: Calendar) -> Duration | None:
    """The length of time that a text begins with, a position or a size before it aside; None where it says none.

    `up to 3 days` is a range from nothing; `3+ days` says no more than three days.
    """
    text = _SUFFIX.sub(lambda match: " " * len(match[0]), without_lookalikes(text))
    if iso := _ISO.match(text):
        amounts = ((unit, iso[unit]) for unit in _SMALLER_FIRST if unit in iso.re.groupindex and iso[unit])
        return Duration((sum(int(number) * hours_of(unit, calendar) for unit, number in amounts),), iso.end())
    before = _BEFORE.match(text)
    return (_length_at(text, before.end(), calendar) if before else None) or _length_at(text, 0, calendar)


@remembered(1024)  # the same few values stand at every task
def is_time_of_day(text: str) -> bool:
    """Whether a text says a time of day, or from when to when: no length, nor how long anything takes."""
    return _TIME_OF_DAY.fullmatch(without_lookalikes(text).strip()) is not None


def _length_at(text: str, place: int, calendar: Calendar) -> Duration | None:
    hedges, place = _hedges(text, place)
    points = _points(text, place)
    if not points or _SOMETHING_ELSE.match(text, points[-1].end):
        return None
    hours = _hours(points, calendar)
    return Duration((0.0, max(hours)) if _UP_TO in hedges else tuple(sorted(hours)), points[-1].end)


def _hedges(text: str, place: int) -> tuple[set[str], int]:
    """What stands before the number, and where that ends."""
    kinds: set[str] = set()
    while True:
        signs = _SIGNS_BEFORE.match(text, place)
        place = signs.end() if signs else place
        hedge = _HEDGES.at(text, place)
        if hedge is None:
            return kinds, place
        meaning, place = hedge
        kinds.add(meaning)


def _hours(points: list[_Point], calendar: Calendar) -> list[float]:
    """The hours of each point; one without a unit has the unit of the next."""
    hours: list[float] = []
    unit: TimeUnit = "hour"
    for point in reversed(points):
        unit = unit if point.first.unit is None else point.first.unit
        amounts = [(point.first.number, unit)]
        if point.more and point.more.unit is not None:
            amounts.append((point.more.number, point.more.unit))
        hours.append(sum(number * hours_of(its_unit, calendar) for number, its_unit in amounts))
    return hours


def hours_of(unit: TimeUnit, calendar: Calendar) -> float:
    """The working hours of one such unit."""
    week = calendar.hours_per_week
    return (1 / _MINUTES_PER_HOUR, 1.0, calendar.hours_per_day, week, 2 * week, week * _WEEKS_PER_MONTH)[_SIZE[unit]]


def _points(text: str, place: int) -> list[_Point]:
    """The lengths that stand there in a row, up to the last that has a unit."""
    points: list[_Point] = []
    while len(points) < _MOST_POINTS and (point := _point(text, place)):
        points.append(point)
        between = _BETWEEN.match(text, point.end)
        if between is None:
            break
        place = between.end()
    while points and points[-1].first.unit is None:
        points.pop()
    return points


def _point(text: str, place: int) -> _Point | None:
    first = _amount(text, place)
    if first is None:
        return None
    if first.unit is None:
        return _Point(first)
    if half := _AND_A_HALF.match(text, first.end):
        return _Point(_Amount(first.number + 0.5, first.unit, half.end()))
    if first.unit == "hour" and (clock := _CLOCK_MINUTES.match(text, first.end)):
        return _Point(first, _Amount(float(clock[0]), "minute", clock.end()))
    plus = _PLUS_SMALLER.match(text, first.end)
    more = _amount(text, plus.end()) if plus else None
    return _Point(first, more if more and more.unit is not None and _SIZE[more.unit] < _SIZE[first.unit] else None)


def _amount(text: str, place: int) -> _Amount | None:
    number = _number(text, place)
    if number is None:
        return None
    value, end = number
    joint = _JOINT.match(text, end)
    unit = _UNITS.at(text, joint.end() if joint else end)
    return _Amount(value, unit[0], unit[1]) if unit else _Amount(value, None, end)


def _number(text: str, place: int) -> tuple[float, int] | None:
    """A number in figures or words, and where it ends."""
    match = _NUMBER.match(text, place)
    word = None if match else _NUMBER_WORDS.at(text, place)
    if match:
        number, end = _figures(match), match.end()
    elif word:
        number, end = word
    else:
        return None
    half = _AND_A_HALF.match(text, end)
    return (number + 0.5, half.end()) if half else (number, end)


def _figures(match: re.Match[str]) -> float:
    if match["fraction"]:
        return _FRACTIONS[match["fraction"]] + float(match["whole"] or 0)
    if match["sign"]:
        return _NUMBER_SIGNS[match["sign"]]
    if match["thousands"]:
        return float(match["thousands"].replace(",", ""))
    return float(match["figures"].replace(",", "."))

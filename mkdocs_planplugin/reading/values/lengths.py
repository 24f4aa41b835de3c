# A length of time is one amount, a range, or three points, in units of working time. "Week 2", a date, a size, a price
# or a rate is something else. A text is read from its start, and what follows a length is commentary.
"""Lengths of time, in working hours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from mkdocs_planplugin.model import Calendar

from .words import NUMBER_MAY_FOLLOW, Words, alike


class _Unit(IntEnum):
    """Units of time, the smaller first."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4


_MINUTES_PER_HOUR = 60
_WEEKS_PER_MONTH = 4  # the format's rule for months
_MOST_POINTS = 3  # optimistic, likely, pessimistic

_UNITS = Words(
    {
        _Unit.MINUTE: """
            m, min, mins, minute, minutes, minuten, minutos, minuto, minuti, минут, минуты, минута, мин,
            分钟, 分, 分間, 분
        """,
        _Unit.HOUR: """
            h, hr, hrs, hour, hours, std, stunde, stunden, arbeitsstunden, personenstunden, heure, heures,
            hora, horas, ora, ore, timme, timmar, uur, uren, час, часа, часов, ч,
            小时, 小時, 个小时, 時間, 工时, 人時, 시간
        """,
        _Unit.DAY: """
            d, day, days, pd, md, tag, tage, tagen, arbeitstag, arbeitstage, arbeitstagen, werktage, personentage,
            manntage, jour, jours, journée, journées, j, día, días, dia, dias, giorno, giorni, dag, dagar, dagen,
            день, дня, дней, дн, 天, 日, 日間, 人日, 工作日, 个工作日, 営業日, 일, 영업일
        """,
        _Unit.WEEK: """
            w, wk, wks, week, weeks, woche, wochen, arbeitswochen, semaine, semaines, semana, semanas,
            settimana, settimane, vecka, veckor, weken, неделя, недели, недель, нед,
            周, 星期, 个星期, 週間, 週, 주, 주일, 주간
        """,
        _Unit.MONTH: """
            mo, mos, month, months, monat, monate, monaten, mois, mes, meses, mês, mese, mesi, månad, månader,
            maand, maanden, месяц, месяца, месяцев, мес, 个月, 個月, ヶ月, か月, カ月, ヵ月, 개월
        """,
    },
    NUMBER_MAY_FOLLOW,
)
_NUMBER_WORDS = Words(
    {
        0.5: """
            half a, half an, half, a half, halber, halben, halbe, ein halber, einen halben, eine halbe,
            demi, une demi, medio, media, meio, meia
        """,
        1.0: "a, an, one, ein, eine, einen, un, une, uno, una, um, uma, один, одна",
        2.0: "two, a couple of, couple of, zwei, deux, dos, dois, duas, два, две",
        3.0: "three, drei, trois, tres, três, три",
        4.0: "four, vier, quatre, cuatro, quatro, четыре",
        5.0: "five, fünf, cinq, cinco, пять",
        6.0: "six, sechs, seis, шесть",
        7.0: "seven, sieben, sept, siete, sete, семь",
        8.0: "eight, acht, huit, ocho, oito, восемь",
        9.0: "nine, neun, neuf, nueve, nove, девять",
        10.0: "ten, zehn, dix, diez, dez, десять",
    }
)
_NUMBER_SIGNS = {sign: float(number) for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2.0, "兩": 2.0}
_FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "半": 1 / 2}
_FRACTIONS |= {"1/2": 1 / 2, "1/4": 1 / 4, "3/4": 3 / 4, "1/3": 1 / 3}
# `1/2 day` is half a day, `2/3 days` are two or three, `1/2/5 days` three points.
# `1,500` is fifteen hundred, `1,5` is one and a half.
_NUMBER = re.compile(
    r"(?:(?P<whole>\d{1,3}) ?)?(?P<fraction>[½¼¾⅓⅔半]|(?:(?<![\d.,])|(?<=\d ))(?:1/[234]|3/4)(?! ?[/\d]))"
    r"|(?P<thousands>[1-9]\d{0,2}(?:,\d{3})+)(?![\d,])"
    r"|(?P<sign>[一二三四五六七八九十两兩])"
    r"|(?P<figures>\d{1,6}(?:[.,]\d{1,4})?)(?!\d)"
)
_AND_A_HALF = re.compile(r" and (?:a|one) half\b| et demie?\b| y medi[oa]\b| e mei[oa]\b", re.IGNORECASE)
# Between a number and its unit: `3+ days`, `2-day`, `2 person-days`, `280 developer hours`.
_JOINT = re.compile(
    r"\+? ?-?(?:(?:person|people|man|men|engineer(?:ing)?|developer|dev|eng|team|staff|fte|work(?:ing)?|business|full"
    r"|ideal)s?'?[ -]?){0,2}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r" ?(?:\+ ?)?(?:[-–—~～〜/…]|\.\.\.?|(?:to|or|and|bis|oder|à|ou|a|o|до|и|から)(?= )) ?", re.IGNORECASE
)
_PLUS_SMALLER = re.compile(r" ?(?:(?:and|und|et|y|e|и) |[&+] ?)?", re.IGNORECASE)
_CLOCK_MINUTES = re.compile(r"[0-5]\d(?![\w.,])")  # `1h30`

_UP_TO, _ABOUT = "up to", "about"
_HEDGES = Words(
    {
        _UP_TO: """
            <, <=, ≤, up to, less than, no more than, not more than, at most, under, within, below,
            max, max., maximum, bis zu, höchstens, maximal, jusqu'à, moins de, hasta, máximo, menos de, até, до,
            不超过, 最多, 최대, 最大
        """,
        _ABOUT: """
            ~, ≈, ≃, ∼, ±, >, ≥, >=, =, (, [, about, around, approx, approx., approximately, roughly, circa, ca, ca.,
            c., est, est., estimated, at least, over, more than, min, min., minimum, between, another, only, just,
            etwa, ungefähr, rund, mindestens, environ, aprox, aprox., unos, cerca de, около, примерно,
            約, 约, 大约, 약
        """,
    },
    NUMBER_MAY_FOLLOW,
)
_SIGNS_BEFORE = re.compile(r"[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d ]*+")
# `Day 9 - 4 hours` and `Medium (2-3 days)`: a position or a size first, then the length.
_BEFORE = re.compile(
    r"(?:(?:weeks?|wks?|days?|months?|sprints?|tage?|wochen?|jours?|semaines?|días?|semanas?|dias?)"
    r" \d{1,3}(?: ?[-–—] ?\d{1,3})?"
    r"|X{0,3}[SL]|M|small|medium|large|tiny|huge|low|moderate|high)(?: effort)? ?[-–—:,;(|] ?",
    re.IGNORECASE,
)
# What turns a length into a rate or a point in time.
_SOMETHING_ELSE = re.compile(
    r" ?(?:/ ?|\b(?:per|pro|par|por|each|every) )[^\W\d]| an? (?:hour|day|week|month|sprint)\b"
    r"|[ -](?:after|before|ago|later|old|prior|from (?:now|today))",
    re.IGNORECASE,
)
# Words that say "about" after the length, with no space between; blanked, so that places stay.
_SUFFIX = re.compile("左右|程度|くらい|ぐらい|ほど|以内|前後|정도|이내|가량")


@dataclass(frozen=True, slots=True)
class Length:
    """One to three lengths in working hours, the lowest first, and where the last of them ends in the text."""

    hours: tuple[float, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Amount:
    """So much of a unit, which may stand at the next amount, and where it ends."""

    number: float
    unit: _Unit | None
    end: int


@dataclass(frozen=True, slots=True)
class _Point:
    """One length: an amount, and a smaller one that adds to it (`1 day 4h`)."""

    first: _Amount
    more: _Amount | None = None

    @property
    def end(self) -> int:
        return (self.more or self.first).end


def read_length(text: str, calendar: Calendar) -> Length | None:
    """The length of time that a text begins with, a position or a size before it aside; None where it says none.

    `up to 3 days` is a range from nothing; `3+ days` says no more than three days.
    """
    text = _SUFFIX.sub(lambda found: " " * len(found[0]), alike(text))
    before = _BEFORE.match(text)
    return (_length_at(text, before.end(), calendar) if before else None) or _length_at(text, 0, calendar)


def _length_at(text: str, place: int, calendar: Calendar) -> Length | None:
    hedges, place = _hedges(text, place)
    points = _points(text, place)
    if not points or _SOMETHING_ELSE.match(text, points[-1].end):
        return None
    hours = _hours(points, calendar)
    return Length((0.0, max(hours)) if _UP_TO in hedges else tuple(sorted(hours)), points[-1].end)


def _hedges(text: str, place: int) -> tuple[set[str], int]:
    """What stands before the number, and where that ends."""
    found: set[str] = set()
    while True:
        signs = _SIGNS_BEFORE.match(text, place)
        place = signs.end() if signs else place
        hedge = _HEDGES.at(text, place)
        if hedge is None:
            return found, place
        meaning, place = hedge
        found.add(meaning)


def _hours(points: list[_Point], calendar: Calendar) -> list[float]:
    """The hours of each point; one without a unit has the unit of the next."""
    hours: list[float] = []
    unit = _Unit.HOUR
    for point in reversed(points):
        unit = unit if point.first.unit is None else point.first.unit
        amounts = [(point.first.number, unit)]
        if point.more and point.more.unit is not None:
            amounts.append((point.more.number, point.more.unit))
        hours.append(sum(number * _hours_of(its_unit, calendar) for number, its_unit in amounts))
    return hours


def _hours_of(unit: _Unit, calendar: Calendar) -> float:
    week = calendar.hours_per_week
    return (1 / _MINUTES_PER_HOUR, 1.0, calendar.hours_per_day, week, week * _WEEKS_PER_MONTH)[unit]


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
    if first.unit is _Unit.HOUR and (clock := _CLOCK_MINUTES.match(text, first.end)):
        return _Point(first, _Amount(float(clock[0]), _Unit.MINUTE, clock.end()))
    plus = _PLUS_SMALLER.match(text, first.end)
    more = _amount(text, plus.end()) if plus else None
    return _Point(first, more if more and more.unit is not None and more.unit < first.unit else None)


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
    found = _NUMBER.match(text, place)
    word = None if found else _NUMBER_WORDS.at(text, place)
    if found:
        number, end = _figures(found), found.end()
    elif word:
        number, end = word
    else:
        return None
    half = _AND_A_HALF.match(text, end)
    return (number + 0.5, half.end()) if half else (number, end)


def _figures(found: re.Match[str]) -> float:
    if found["fraction"]:
        return _FRACTIONS[found["fraction"]] + float(found["whole"] or 0)
    if found["sign"]:
        return _NUMBER_SIGNS[found["sign"]]
    if found["thousands"]:
        return float(found["thousands"].replace(",", ""))
    return float(found["figures"].replace(",", "."))

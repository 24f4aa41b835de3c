# An estimate is a length of time: one amount, a range, or three points. "Week 2", a date, a size, a price or a rate say
# something else, and stay words. The text is read from its start, and what follows a length is commentary.
"""Estimates: how long something takes, in working hours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, Estimate

from .placeholders import is_placeholder
from .statuses import read_state
from .words import Words, alike, core

_MINUTE, _HOUR, _DAY, _WEEK, _MONTH = range(5)
_WEEKS_PER_MONTH = 4  # the format's rule for months
_MINUTES_PER_HOUR = 60
_UNITS = Words(
    {
        _MINUTE: "m, min, mins, minute, minutes, minuten, minutos, minuto, minuti, минут, минуты, минута, мин, 分钟, 分, 分間, 분",
        _HOUR: "h, hr, hrs, hour, hours, std, stunde, stunden, arbeitsstunden, personenstunden, heure, heures, hora, horas, ora, ore,"
        "timme, timmar, uur, uren, час, часа, часов, ч, 小时, 小時, 个小时, 時間, 工时, 人時, 시간",
        _DAY: "d, day, days, pd, md, tag, tage, tagen, arbeitstag, arbeitstage, arbeitstagen, werktage, personentage, manntage,"
        "jour, jours, journée, journées, j, día, días, dia, dias, giorno, giorni, dag, dagar, dagen,"
        "день, дня, дней, дн, 天, 日, 日間, 人日, 工作日, 个工作日, 営業日, 일, 영업일",
        _WEEK: "w, wk, wks, week, weeks, woche, wochen, arbeitswochen, semaine, semaines, semana, semanas, settimana, settimane,"
        "vecka, veckor, weken, неделя, недели, недель, нед, 周, 星期, 个星期, 週間, 週, 주, 주일, 주간",
        _MONTH: "mo, mos, month, months, monat, monate, monaten, mois, mes, meses, mês, mese, mesi, månad, månader, maand, maanden,"
        "месяц, месяца, месяцев, мес, 个月, 個月, ヶ月, か月, カ月, ヵ月, 개월",
    }
)
# A digit may follow a unit (`1h30m`), a letter may not.
_UNIT = re.compile(rf"(?:{_UNITS.pattern})(?![^\W\d])", re.IGNORECASE)
_NUMBER_WORDS = Words(
    {
        0.5: "half a, half an, half, a half, ½, halber, halben, halbe, ein halber, einen halben, eine halbe, demi, une demi,"
        "medio, media, meio, meia, pol, полдня",
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
_FRACTIONS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "1/2": 1 / 2,
    "1/3": 1 / 3,
    "1/4": 1 / 4,
    "3/4": 3 / 4,
    "半": 1 / 2,
}
_SIGNS = {sign: float(number) for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2.0, "兩": 2.0}
# `1/2 day` is half a day, `2/3 days` are two or three, and `1/2/5 days` three points. `1,500` is fifteen hundred, `1,5` is not.
_NUMBER = re.compile(
    r"(?:(?P<whole>\d{1,3}) ?)?(?P<fraction>[½¼¾⅓⅔半]|(?:(?<![\d.,])|(?<=\d ))(?:1/[234]|3/4)(?! ?[/\d]))"
    r"|(?P<thousands>[1-9]\d{0,2}(?:,\d{3})+)(?![\d,])"
    r"|(?P<sign>[一二三四五六七八九十两兩])"
    r"|(?P<figures>\d{1,6}(?:[.,]\d{1,4})?)(?!\d)"
)
_AND_A_HALF = re.compile(r" and (?:a|one) half\b| et demie?\b| y medi[oa]\b| e mei[oa]\b", re.IGNORECASE)
# Between a number and its unit: `3+ days`, `2-day`, `2 person-days`, `280 developer hours`.
_JOINT = re.compile(
    r"\+? ?-?(?:(?:person|people|man|men|engineer(?:ing)?|developer|dev|eng|team|staff|fte|work(?:ing)?|business|full|ideal)"
    r"(?:s?'?)[ -]?){0,2}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r" ?(?:\+ ?)?(?:-|–|—|~|～|〜|/|\.\.\.?|…|(?:to|or|bis|oder|à|ou|a|o|до|и|and|から)(?= )) ?", re.IGNORECASE
)
_PLUS_SMALLER = re.compile(r" ?(?:(?:and|und|et|y|e|и) |[&+] ?)?", re.IGNORECASE)
_CLOCK_MINUTES = re.compile(r"[0-5]\d(?![\w.,])")  # `1h30`

_UP_TO = (
    r"<=?|≤|(?:up to|less than|no more than|not more than|at most|under|within|below|max(?:imum)?\.?|bis zu|höchstens|maximal|jusqu'à"
    r"|moins de|hasta|máximo|menos de|até|до|不超过|最多|최대|最大) "
)
_ABOUT = (
    r"[~≈≃∼±>≥=(\[]|(?:about|around|approx(?:imately|\.)?|roughly|circa|ca\.?|c\.|est(?:imated|\.)?|at least|over|more than"
    r"|min(?:imum)?\.?|between|another|only|just|etwa|ungefähr|rund|mindestens|environ|aprox\.?|unos|cerca de|около|примерно|約|约|大约|약) ?"
)
_EMOJI = r"[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d ]*+"
_HEDGE = re.compile(rf"{_EMOJI}(?:(?P<up_to>{_UP_TO})|{_ABOUT}| ){{0,6}}", re.IGNORECASE)
# `Day 9 - 4 hours` and `Medium (2-3 days)`: a position or a size first, then the length.
_BEFORE = re.compile(
    r"(?:(?:weeks?|wks?|days?|months?|sprints?|tage?|wochen?|jours?|semaines?|días?|semanas?|dias?) \d{1,3}(?: ?[-–—] ?\d{1,3})?"
    r"|X{0,3}[SL]|M|small|medium|large|tiny|huge|low|moderate|high)(?: effort)? ?[-–—:,;(|] ?",
    re.IGNORECASE,
)
# What turns a length into a rate or a point in time.
_ELSE = re.compile(
    r" ?(?:/ ?|\b(?:per|pro|par|por|each|every) )[^\W\d]| an? (?:hour|day|week|month|sprint)\b"
    r"|[ -](?:after|before|ago|later|old|prior|from (?:now|start|launch|kick))",
    re.IGNORECASE,
)
# Words that say "about" after the length, without a space before them; blanked, so that places stay.
_SUFFIX = re.compile("左右|程度|くらい|ぐらい|ほど|以内|前後|정도|이내|가량")

_ESTIMATE, _TIME = "estimate", "time"
_LABELS = Words(
    {
        _ESTIMATE: "est, estimate, estimates, estimated, estimation, estimated time, estimated effort, estimated duration, time estimate,"
        "effort estimate, estimated timeline, estimated work, total estimate, total estimated time, total estimated effort, effort,"
        "total effort, duration, total duration, time required, time needed, eta, aufwand, dauer, schätzung, geschätzter aufwand,"
        "durée, durée estimée, effort estimé, charge, duración, duración estimada, estimación, esfuerzo, tiempo estimado, duração,"
        "duração estimada, estimativa, esforço, tempo estimado, durata, stima, оценка, длительность, трудозатраты, 预计, 预计时间, 预估,"
        "工期, 工时, 预计工时, 所要時間, 見積, 見積もり, 見積り, 工数, 期間, 예상, 예상 소요, 예상 시간, 예상 소요 시간, 예상 기간, 소요 시간, 기간",
        _TIME: "time, total time, total, timeline, timebox, time box, zeit, temps, tiempo, tempo, время, срок, 时间, 時間, 시간",
    }
)
_LABEL = re.compile(
    rf"{_EMOJI}(?P<label>{_LABELS.pattern})(?: ?\.? ?[:=] ?|\.(?!\d) ?|(?= [~≈<>≤\[\d½])|(?=[~≈<]))\s*", re.IGNORECASE
)
_WORD = re.compile(r"\w")

_PLAIN_NUMBER = re.compile(
    r"[~≈ ]*(\d{1,6}(?:[.,]\d{1,4})?)(?: ?(?:-|–|—|to) ?(\d{1,6}(?:[.,]\d{1,4})?))?\+?\.?(?= ?\(|$)", re.IGNORECASE
)

# In a heading, what may follow a length that has no label: `(30 days retention)` is no estimate.
_AFTER_IN_HEADING = re.compile(
    r" ?[^\w\s]|\s*$| (?:est|estimated|estimate|total|effort|of work|work|each|max|duration|in total|left|remaining)\b",
    re.IGNORECASE,
)
_TIME_IN_SPOT = re.compile(
    r"\b(?:hours?|hrs?|h|days?|d|weeks?|wks?|min(?:utes?)?|months?|time|estimate|duration|effort)\b", re.IGNORECASE
)
_DASH = re.compile(r"\s[-–—]{1,3}\s+")
_ASIDE = re.compile(r"\([^()]*+\)|\{[^{}]*+\}")
_NAME_EDGES = re.compile(r"[\s:,;|–—-]++$")
# More groups or dashes at the end of a heading than anybody writes; a bound for hostile ones.
_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class _Point:
    """An amount of a unit, what smaller units add in hours, and where it ends; the unit may stand at the next point."""

    amount: float
    unit: int | None
    end: int
    more: tuple[float, int] = (0.0, _MINUTE)

    def hours(self, unit: int, calendar: Calendar) -> float:
        amount, smaller = self.more
        return self.amount * _hours_of(unit, calendar) + amount * _hours_of(smaller, calendar)


@dataclass(frozen=True, slots=True)
class _Length:
    """One to three lengths in hours, lowest first, and where the last ends in the text."""

    hours: tuple[float, ...]
    end: int


def read_estimate(text: str, calendar: Calendar) -> Estimate:
    """How long something takes, as written: hours of the length, of both ends of a range, or of three points.

    Days and weeks are working time of the calendar, a month is four weeks (the format's rule); nothing is rounded. `text` keeps
    the author's words without a label such as `Est:`, with no hours where they are no length of time. Nothing and
    placeholders are `NO_ESTIMATE`.
    """
    words = _after_label(_tidy(text))[1]
    if not _WORD.search(words) or is_placeholder(words):
        return NO_ESTIMATE
    length = _length(words, calendar)
    if length is None:
        return Estimate(words)
    likely = length.hours[1] if len(length.hours) > 2 else None  # noqa: PLR2004 -- the middle of three points
    return Estimate(words, length.hours[0], likely, length.hours[-1])


def read_hours(text: str, calendar: Calendar) -> float | None:
    """Hours where hours are meant: any length of time, or a number without a unit; of a range the middle.

    Of three points the likely one. None for anything else.
    """
    estimate = read_estimate(text, calendar)
    if estimate.min_hours is not None and estimate.max_hours is not None:
        return (estimate.min_hours + estimate.max_hours) / 2 if estimate.likely_hours is None else estimate.likely_hours
    number = _PLAIN_NUMBER.match(alike(_after_label(_tidy(text))[1]))
    if number is None:
        return None
    ends = [_decimal(end) for end in number.groups() if end]
    return sum(ends) / len(ends)


def split_heading_estimate(heading: str, calendar: Calendar) -> tuple[str, str | None]:
    """A heading without its estimate, and the estimate's words: `Phase 1: Setup (Est: 3 days)`, `Setup — 3 days`.

    The estimate stands at the end, in parentheses or after a dash; only state words and signs may follow. Without one the
    heading comes back as it is. An unfilled `(Est: [X hours/days])` is taken out, too.
    """
    alike_heading = alike(heading)
    for start, end in reversed(_parentheses(alike_heading)[-_MOST_PARTS:]):
        words = _heading_words(heading[start + 1 : end - 1], calendar)
        if words and _may_follow(alike_heading[end:]):
            return _joined(heading, words, heading[:start], heading[end:])
    for dash in list(_DASH.finditer(alike_heading))[-_MOST_PARTS:]:
        words = _heading_words(heading[dash.end() :], calendar)
        if words:
            return _joined(heading, words, heading[: dash.start()], "")
    return heading, None


def _tidy(text: str) -> str:
    return " ".join(text.replace("*", "").replace("`", "").split())


def _after_label(text: str) -> tuple[str | None, str]:
    """What kind of label the text begins with, and the text after it."""
    label = _LABEL.match(alike(text))
    return (_LABELS.meaning(label["label"]), text[label.end() :]) if label else (None, text)


def _hours_of(unit: int, calendar: Calendar) -> float:
    week = calendar.hours_per_week
    return (1 / _MINUTES_PER_HOUR, 1.0, calendar.hours_per_day, week, week * _WEEKS_PER_MONTH)[unit]


def _decimal(figures: str) -> float:
    return float(figures.replace(",", "."))


def _length(words: str, calendar: Calendar) -> _Length | None:
    """The length of time that the words begin with."""
    text = _SUFFIX.sub(lambda found: " " * len(found[0]), alike(words))
    before = _BEFORE.match(text)
    return (_length_at(text, before.end(), calendar) if before else None) or _length_at(text, 0, calendar)


def _length_at(text: str, place: int, calendar: Calendar) -> _Length | None:
    hedge = _HEDGE.match(text, place)
    points = _points(text, hedge.end() if hedge else place)
    if not points or _ELSE.match(text, points[-1].end):
        return None
    hours: list[float] = []
    unit = points[-1].unit
    for point in reversed(points):
        unit = unit if point.unit is None else point.unit
        if unit is not None:
            hours.append(point.hours(unit, calendar))
    if hedge and hedge["up_to"]:
        hours = [0.0, max(hours)]
    return _Length(tuple(sorted(hours)), points[-1].end)


def _points(text: str, place: int) -> list[_Point]:
    """The amounts that stand there in a row, up to the last that has a unit."""
    points: list[_Point] = []
    while len(points) < 3 and (point := _point(text, place)):  # noqa: PLR2004 -- optimistic, likely, pessimistic
        points.append(point)
        between = _BETWEEN.match(text, point.end)
        if between is None:
            break
        place = between.end()
    while points and points[-1].unit is None:
        points.pop()
    return points


def _point(text: str, place: int) -> _Point | None:
    """An amount with its unit, and smaller ones after it: `1 day 4h`, `1h30`, `a day and a half`."""
    point = _amount(text, place)
    if point is None or point.unit is None:
        return point
    if half := _AND_A_HALF.match(text, point.end):
        return _Point(point.amount + 0.5, point.unit, half.end())
    if point.unit == _HOUR and (clock := _CLOCK_MINUTES.match(text, point.end)):
        return _Point(point.amount, _HOUR, clock.end(), (float(clock[0]), _MINUTE))
    plus = _PLUS_SMALLER.match(text, point.end)
    smaller = _amount(text, plus.end()) if plus else None
    if smaller is None or smaller.unit is None or smaller.unit >= point.unit:
        return point
    return _Point(point.amount, point.unit, smaller.end, (smaller.amount, smaller.unit))


def _amount(text: str, place: int) -> _Point | None:
    number = _number(text, place)
    if number is None:
        return None
    amount, end = number
    joint = _JOINT.match(text, end)
    unit = _UNIT.match(text, joint.end() if joint else end)
    return _Point(amount, _UNITS.meaning(unit[0]), unit.end()) if unit else _Point(amount, None, end)


def _number(text: str, place: int) -> tuple[float, int] | None:
    """A number in figures or words, and where it ends."""
    if found := _NUMBER.match(text, place):
        if found["fraction"]:
            return _FRACTIONS[found["fraction"]] + float(found["whole"] or 0), found.end()
        if found["sign"]:
            return _SIGNS[found["sign"]], found.end()
        if found["thousands"]:
            return float(found["thousands"].replace(",", "")), found.end()
        amount, end = _decimal(found["figures"]), found.end()
    elif word := _NUMBER_WORDS.at(text, place):
        amount, end = word
    else:
        return None
    half = _AND_A_HALF.match(text, end)
    return (amount + 0.5, half.end()) if half else (amount, end)


def _parentheses(text: str) -> list[tuple[int, int]]:
    """Where the outermost pairs of parentheses begin and end."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for place, character in enumerate(text):
        if character == "(":
            opened.append(place)
        elif character == ")" and opened:
            start = opened.pop()
            if not opened:
                pairs.append((start, place + 1))
    return pairs


def _heading_words(part: str, calendar: Calendar) -> str | None:
    """The words of the estimate that a part of a heading is; None where it is something else."""
    label, words = _after_label(_tidy(part))
    if is_placeholder(words):
        return words if label or _TIME_IN_SPOT.search(words) else None
    length = _length(words, calendar)
    if length is None:
        return words or None if label == _ESTIMATE else None
    return words if label or _AFTER_IN_HEADING.match(words, length.end) else None


def _may_follow(rest: str) -> bool:
    """Whether an estimate of a heading may be followed by this: signs, asides, words of state."""
    rest = core(_ASIDE.sub("", rest))
    return not rest or read_state(rest) is not None


def _joined(heading: str, words: str, before: str, after: str) -> tuple[str, str | None]:
    """The heading that is left, unless nothing is."""
    name = " ".join(part for part in (_NAME_EDGES.sub("", before), after.strip()) if part)
    return (name, words) if _WORD.search(name) else (heading, None)

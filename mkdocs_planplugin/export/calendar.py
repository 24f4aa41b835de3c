# The plans as a calendar that people subscribe to: what is still to come, in whole days, and never marked as busy.
# Events are values first. They are written as RFC 5545 says; the comments name its sections. A library would take a
# hundred times as long for ten kinds of lines. The tests read the result with the library icalendar.
"""`plans.ics`: phases, finishes, and days something is due."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from mkdocs_planplugin.catalog import phase_number, without_controls
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import DateRange, Entry, PlanPart, Portfolio, at_work, remaining_dates
from mkdocs_planplugin.schedule import PhaseSpan

_PRODUCT = "-//mkdocs-planplugin//plans//EN"
_LINE_BYTES = 75  # the most in a line (3.1)
_INSIDE_CHARACTER = range(0x80, 0xC0)  # bytes of UTF-8 that no character begins with


class Event(Struct, frozen=True):
    """An event that lasts whole days, from the first to the last of `dates`. `name` is unique in its plan and the same
    in every build. `anchor` is its place on the page of the plan, empty for the page itself."""

    entry: Entry
    name: str
    anchor: str
    dates: DateRange
    summary: str
    description: str = ""

    @property
    def key(self) -> str:
        """What tells it from all other events, in every build: the path of the page, and the name of the event."""
        return f"{self.entry.path}#{self.name}"


def plans_ics(portfolio: Portfolio, today: dt.date, site_name: str = "", site_url: str = "") -> bytes | None:
    """The content of `plans.ics`, stamped with the day `today`; `None` where no plan has a date. Events have a URL
    where the site has one."""
    all_events = [event for entry in portfolio.plans for event in events(entry)]
    if not all_events:
        return None
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}"]
    if site_name:
        name = _("{site}: plans").format(site=site_name)
        lines.append(f"X-WR-CALNAME:{_text(name)}")
    stamp = f"DTSTAMP:{_day(today)}T000000Z"
    host = urlsplit(site_url).hostname or "mkdocs-planplugin"
    for event in all_events:
        lines += _event_lines(event, stamp, host, site_url)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


# The events


def events(entry: Entry) -> tuple[Event, ...]:
    """The events of a plan: its open phases and its finish, forecast if possible, and the days on which something is
    due or delivered. None for finished plans."""
    if not entry.under_way:
        return ()
    dated = (*_due_days(entry), *_deliveries(entry))
    return (*_phases(entry), *_finish(entry), *dated) if at_work(entry) else dated


def _phases(entry: Entry) -> Iterator[Event]:
    schedule = entry.schedule
    for span in schedule.phases if schedule and schedule.duration_hours else ():
        phase, days = span.phase, _days_of(entry, span)
        # A phase that takes no time is a milestone; with tasks that nobody estimated it is no event.
        if days and not phase.outcome and (span.duration_hours or not span.items):
            text = _("Planned {start} to {finish}.") if span.items else _("A milestone.")
            yield Event(
                entry,
                phase.anchor,
                phase.anchor,
                days,
                f"{entry.name}: {_numbered(phase_number(phase), phase.name)}",
                text.format(start=span.start, finish=span.finish),
            )


def _days_of(entry: Entry, span: PhaseSpan) -> DateRange | None:
    """The remaining days of a phase; if it has begun, from its planned start."""
    remaining = remaining_dates(PlanPart(entry, span.phase))
    if remaining and span.phase.begun and span.start:
        return DateRange(min(remaining.first, span.start), remaining.last)
    return remaining


def _finish(entry: Entry) -> Iterator[Event]:
    schedule = entry.schedule
    if schedule is None or not schedule.duration_hours or not schedule.finish:
        return
    planned = _("Planned for {finish}.").format(finish=schedule.finish)
    finish = schedule.expected.finish if schedule.expected else None
    finish = finish or schedule.finish
    text = f"{entry.health.label.text}. {entry.health.reason} {planned}"
    earliest = schedule.expected_is_earliest
    summary = _("{plan}: finish at the earliest") if earliest else _("{plan}: finish")
    summary = summary.format(plan=entry.name)
    yield Event(entry, "finish", "", DateRange(finish, finish), summary, text)


def _due_days(entry: Entry) -> Iterator[Event]:
    title = entry.name
    if due := entry.plan.due:
        yield Event(entry, "due", "", DateRange(due, due), _("{plan}: due").format(plan=title))
    for task in entry.plan.walk():
        if task.due and task.id not in entry.measures.outcomes:
            summary = _("{plan}: {task} due").format(plan=title, task=_numbered(task.id.written or "", task.title))
            yield Event(entry, f"{task.anchor}-due", task.anchor, DateRange(task.due, task.due), summary)
    for phase in entry.plan.phases:
        if phase.due and not phase.outcome:
            name = _numbered(phase_number(phase), phase.name)
            summary = _("{plan}: {task} due").format(plan=title, task=name)
            yield Event(entry, f"{phase.anchor}-due", phase.anchor, DateRange(phase.due, phase.due), summary)


def _deliveries(entry: Entry) -> Iterator[Event]:
    """The deliveries of others. They have no anchor on the page, so their names are made of their words."""
    repeated: Counter[str] = Counter()
    for delivery in entry.plan.external_dependencies:
        if day := delivery.date:
            words = f"{delivery.team}\n{delivery.what}".encode(errors="replace")
            name = f"outside-{hashlib.sha256(words).hexdigest()[:12]}"
            repeated[name] += 1
            yield Event(
                entry,
                name if repeated[name] == 1 else f"{name}-{repeated[name]}",
                "",
                DateRange(day, day),
                ": ".join(filter(None, (delivery.team, delivery.what))),
                _("{plan} waits for it.").format(plan=entry.name),
            )


def _numbered(number: str, title: str) -> str:
    return " ".join(filter(None, (number, title))) or _("untitled")


# The lines of the file


def _event_lines(event: Event, stamp: str, host: str, site_url: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_text(event.summary)}"
    yield f"DTSTART;VALUE=DATE:{_day(event.dates.first)}"
    if event.dates.last < dt.date.max:  # an event without an end lasts one day
        yield f"DTEND;VALUE=DATE:{_day(event.dates.last + dt.timedelta(1))}"
    yield stamp
    yield f"UID:{_text(f'{event.key}@{host}')}"
    yield f"CATEGORIES:{_text(event.entry.name)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    yield "TRANSP:TRANSPARENT"  # the day is not marked as busy
    if site_url:
        anchor = f"#{quote(event.anchor)}" if event.anchor else ""
        yield f"URL:{urljoin(site_url, event.entry.url)}{anchor}"
    yield "END:VEVENT"


@cache
def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """Words in one line, without the characters that no calendar may hold, escaped (3.3.11)."""
    return without_controls(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, each but the first behind a space (3.1). No character is cut, and nothing
    that is escaped from its backslash, since some calendars read the pieces one by one."""
    if len(line) < _LINE_BYTES and line.isascii():
        return line
    octets, start, pieces = line.encode(), 0, []
    while len(octets) - start >= _LINE_BYTES:
        end = start + _LINE_BYTES - 1
        while octets[end] in _INSIDE_CHARACTER:
            end -= 1
        backslashes = end - start - len(octets[start:end].rstrip(b"\\"))
        end -= backslashes % 2
        pieces.append(octets[start:end].decode())
        start = end
    return "\r\n ".join((*pieces, octets[start:].decode()))

# The plans as a calendar that people subscribe to: what is still to come, a day or more each, and nothing that blocks
# anybody's time. The events are values first; the library icalendar writes them, because escaping, folding and dates
# are its business, and is imported only where there is something to write.
"""`plans.ics`: phases, finishes, and days something is due."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urljoin, urlsplit

from mkdocs_planplugin.catalog import slip_words
from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import ExternalDependency
from mkdocs_planplugin.portfolio import Entry, Place, Portfolio, Window, at_work, window
from mkdocs_planplugin.schedule import PhaseSpan

_PRODUCT = "-//mkdocs-planplugin//plans//EN"


@dataclass(frozen=True, slots=True)
class Event:
    """All-day, from the first to the last day of `window`. `name` is the same in every build and no other event of the
    plan has it; `anchor` is where on the plan's page it stands, empty for the page itself."""

    entry: Entry
    name: str
    anchor: str
    window: Window
    summary: str
    description: str = ""

    @property
    def path(self) -> str:
        """What makes the event the same one in the next build: the path of the page, and the name on it."""
        return f"{self.entry.path}#{self.name}"


def plans_ics(portfolio: Portfolio, today: dt.date, site_name: str = "", site_url: str = "") -> bytes | None:
    """The bytes of `plans.ics`, stamped with the day `today`; `None` where no plan has a date. Events have a URL where
    the site has one."""
    every = [event for entry in portfolio.plans for event in events(entry)]
    return _written(every, today, site_name, site_url) if every else None


# Which events there are


def events(entry: Entry) -> tuple[Event, ...]:
    """What is to come of a plan: its open phases and its finish, by the forecast where there is one; and the days that
    the plan and its open tasks are due and others deliver, which a plan on hold keeps. Nothing of templates and
    finished plans."""
    if not entry.under_way:
        return ()
    found = [*_due(entry), *_outside(entry)]
    if at_work(entry):
        found = [*_phases(entry), *_finish(entry), *found]
    return tuple(found)


def _phases(entry: Entry) -> Iterator[Event]:
    schedule = entry.schedule
    for span in schedule.phases if schedule and schedule.duration_hours else ():
        phase, lasts = span.phase, _lasts(entry, span)
        if lasts and not phase.outcome and (span.duration_hours or not span.items):
            name = _called(_("Phase {name}").format(name=phase.number) if phase.number else "", phase.name)
            said = _("Planned {start} to {finish}.") if span.items else _("A milestone.")
            said = said.format(start=span.start, finish=span.finish)
            yield Event(entry, phase.anchor, phase.anchor, lasts, f"{_title(entry)}: {name}", said)


def _lasts(entry: Entry, span: PhaseSpan) -> Window | None:
    """The days of a phase: what is left of it, and all since its planned start where it has begun."""
    left = window(Place(entry, span.phase))
    return Window(min(left.first, span.start), left.last) if left and span.phase.begun and span.start else left


def _finish(entry: Entry) -> Iterator[Event]:
    schedule = entry.schedule
    if schedule is None or not schedule.duration_hours or not schedule.finish:
        return
    finish, forecast = schedule.finish, schedule.forecast
    said = _("Planned for {finish}.").format(finish=finish)
    if forecast and forecast.finish and forecast.slip_days:
        finish, said = forecast.finish, f"{said} {slip_words(forecast.slip_days)}."
    summary = _("{plan}: finish").format(plan=_title(entry))
    yield Event(entry, "finish", "", Window(finish, finish), summary, said)


def _due(entry: Entry) -> Iterator[Event]:
    if due := entry.plan.due:
        yield Event(entry, "due", "", Window(due, due), _("{plan}: due").format(plan=_title(entry)))
    for task in entry.plan.walk():
        if task.due and task.id not in entry.measures.outcomes:
            called = _called(task.id.written or "", task.title)
            name = _("{plan}: {task} due").format(plan=_title(entry), task=called)
            yield Event(entry, f"{task.anchor}-due", task.anchor, Window(task.due, task.due), name)


def _outside(entry: Entry) -> Iterator[Event]:
    """What others deliver. It has no anchor: its words tell it from others."""
    names: Counter[str] = Counter()
    for each in entry.plan.external_dependencies:
        if each.date:
            name = _fingerprint(each)
            names[name] += 1
            known = name if names[name] == 1 else f"{name}-{names[name]}"
            words = ": ".join(filter(None, (each.team, each.what)))
            said = _("{plan} waits for it.").format(plan=_title(entry))
            yield Event(entry, known, "", Window(each.date, each.date), words, said)


def _fingerprint(each: ExternalDependency) -> str:
    words = f"{each.team}\n{each.what}".encode(errors="replace")
    return f"outside-{hashlib.sha256(words).hexdigest()[:12]}"


def _title(entry: Entry) -> str:
    return entry.plan.title or entry.path


def _called(number: str, title: str) -> str:
    return " ".join(filter(None, (number, title))) or _("untitled")


# How they are written


def _written(every: Iterable[Event], today: dt.date, site_name: str, site_url: str) -> bytes:
    import icalendar  # noqa: PLC0415 (it takes as long as a page: only where there are dates)

    # Properties are set as values, each made once: `add` would guess their types, and take twice the time.
    text, day = cache(icalendar.vText), cache(icalendar.vDDDTypes)
    stamp = day(dt.datetime.combine(today, dt.time(), dt.UTC))
    host = urlsplit(site_url).hostname or "mkdocs-planplugin"
    calendar = icalendar.Calendar({"PRODID": text(_PRODUCT), "VERSION": text("2.0")})
    if site_name:
        calendar["X-WR-CALNAME"] = text(_line(_("{site}: plans").format(site=site_name)))
    for event in every:
        made = icalendar.Event()
        made["UID"] = text(_line(f"{event.path}@{host}"))
        made["DTSTAMP"] = stamp
        made["DTSTART"] = day(event.window.first)
        if event.window.last < dt.date.max:  # without an end it lasts a day
            made["DTEND"] = day(event.window.last + dt.timedelta(1))
        made["SUMMARY"] = text(_line(event.summary))
        made["CATEGORIES"] = text(_line(_title(event.entry)))
        made["TRANSP"] = text("TRANSPARENT")  # a day of a plan does not take anybody's whole day
        if event.description:
            made["DESCRIPTION"] = text(_line(event.description))
        if site_url:
            anchor = f"#{quote(event.anchor)}" if event.anchor else ""
            made["URL"] = icalendar.vUri(urljoin(site_url, event.entry.url) + anchor)
        calendar.add_component(made)
    written: bytes = calendar.to_ical()
    return written


def _line(text: str) -> str:
    """Words in one line, without the characters that no calendar may hold."""
    if text.isprintable():
        return text
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())

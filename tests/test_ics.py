"""The calendar file: which events there are, and that every calendar reads them."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest
from any_text import CHARACTERS
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, entries, phase, plan, task
from msgspec import structs
from sites import FILES, PLAN, make_site

from mkdocs_planplugin.export.calendar import events, plans_ics
from mkdocs_planplugin.model import Calendar, ExternalDependency, State, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio

TODAY = dt.date(2026, 1, 19)


def entry(*phases, today=MONDAY, title="Ledger", path="plans/ledger.md", **rest):
    made = structs.replace(plan(*phases, **rest), title=title)
    return Entry.of(path, "plans/ledger/", made, Calendar(), today)


def days_of(*entries):
    """For each event its name, its first and last day in January 2026, and its summary."""
    return [
        (event.name, event.dates.first.day, event.dates.last.day, event.summary)
        for one in entries
        for event in events(one)
    ]


def parsed(*entries, today=MONDAY, **rest):
    written = plans_ics(Portfolio.of(entries), today, **rest)
    return icalendar.Calendar.from_ical(written)


WORK = phase(1, task("1.1", 16)), phase(2, task("2.1", 16), task("2.2", 24))


def test_phases_and_the_finish():
    """As planned, while everything is on plan."""
    assert days_of(entry(*WORK)) == [
        ("p-1", 12, 13, "Ledger: Phase 1 Part 1"),
        ("p-2", 14, 20, "Ledger: Phase 2 Part 2"),
        ("finish", 20, 20, "Ledger: finish"),
    ]


def test_what_is_left_is_where_the_forecast_sees_it():
    """A phase that has begun reaches back to its planned start; what is done is past; the words say how it was planned."""
    first = phase(1, task("1.1", 16, state=State.DONE))
    second = phase(2, task("2.1", 16, state=State.DONE), task("2.2", 24))
    late = entry(first, second, phase(3, task("3.1", 8)), today=TODAY)
    assert days_of(late) == [
        ("p-2", 14, 21, "Ledger: Phase 2 Part 2"),
        ("p-3", 22, 22, "Ledger: Phase 3 Part 3"),
        ("finish", 22, 22, "Ledger: finish"),
    ]
    assert events(late)[1].description == "Planned 2026-01-21 to 2026-01-21."
    assert events(late)[2].description == (
        "At risk. Finish expected 22 Jan, 1 working day after the plan, 21 Jan. 2.2 Do 2.2 sets the finish and is ready. "
        "Planned for 2026-01-21."
    )


def test_milestones_are_days():
    """A phase of no tasks and no estimate; one whose tasks nobody estimated has no days."""
    made = entry(phase(1, task("1.1", 16)), phase(2), phase(3, task("3.1")))
    assert days_of(made)[:-1] == [("p-1", 12, 13, "Ledger: Phase 1 Part 1"), ("p-2", 13, 13, "Ledger: Phase 2 Part 2")]
    assert events(made)[1].description == "A milestone."


def test_days_due():
    """Of the plan, and of the tasks and sub-tasks that are open."""
    due = dt.date(2026, 1, 30)
    sub = task("1.1.1", due=due)
    work = phase(1, task("1.1", 16, due=due, subtasks=(sub,)), task("1.2", 8, due=due, state=State.DONE))
    assert days_of(entry(work, due=due))[2:] == [
        ("due", 30, 30, "Ledger: due"),
        ("a-1.1-due", 30, 30, "Ledger: 1.1 Do 1.1 due"),
        ("a-1.1.1-due", 30, 30, "Ledger: 1.1.1 Do 1.1.1 due"),
    ]


def test_what_others_deliver():
    """Where it has a date; its name follows from its words, not from its line."""
    day = dt.date(2026, 1, 15)

    def names(*lines):
        outside = [ExternalDependency("Highways", "Permits", "in January", line, day) for line in lines]
        undated = ExternalDependency("Finance", "Money", "soon", 9)
        made = entry(external_dependencies=(*outside, undated))
        assert {event.summary for event in events(made)} == {"Highways: Permits"}
        return [event.name for event in events(made)]

    (name,) = names(3)
    assert names(70, 80) == [name, f"{name}-2"]


def test_who_is_in_it():
    """Nothing of templates and of finished plans; of a plan on hold what others hold it to; nothing without dates."""
    due = dt.date(2026, 1, 30)
    for rest in ({"is_template": True}, {"status": Status.COMPLETE}, {"status": Status.CANCELLED}, {"start": None}):
        made = entry(*WORK, **{"due": None if "start" in rest else due, **rest})
        assert not events(made)
        assert plans_ics(Portfolio.of([made]), TODAY) is None
    assert [name for name, *_ in days_of(entry(*WORK, due=due, status=Status.ON_HOLD))] == ["due"]


def test_calendars_read_it():
    """All-day, with an end that is the day after the last, a stamp that is no clock's, and words for groups."""
    calendar = parsed(entry(*WORK), today=TODAY, site_name="Library", site_url="https://example.org/bank/")
    assert (calendar["VERSION"], calendar["X-WR-CALNAME"]) == ("2.0", "Library: plans")
    first = calendar.walk("VEVENT")[0]
    assert first.decoded("DTSTART") == dt.date(2026, 1, 12)
    assert first.decoded("DTEND") == dt.date(2026, 1, 14)
    assert first["DTSTART"].params["VALUE"] == "DATE"
    assert first.decoded("DTSTAMP") == dt.datetime(2026, 1, 19, tzinfo=dt.UTC)
    assert first["UID"] == "plans/ledger.md#p-1@example.org"
    assert first["URL"] == "https://example.org/bank/plans/ledger/#p-1"
    assert first["CATEGORIES"].to_ical() == b"Ledger"
    assert first["TRANSP"] == "TRANSPARENT"
    assert first["DESCRIPTION"] == "Planned 2026-01-12 to 2026-01-13."
    assert not first.errors


def test_without_an_address_there_are_no_urls():
    """And still a name for each event."""
    first = parsed(entry(*WORK)).walk("VEVENT")[0]
    assert "URL" not in first
    assert first["UID"] == "plans/ledger.md#p-1@mkdocs-planplugin"


def summaries(written):
    """Texts as RFC 5545 has them read; icalendar 6 takes a backslash before an n for a line's end."""
    lines = written.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    texts = (line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:"))
    return [re.sub(r"\\(.)", lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], text) for text in texts]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("a, b; c\\d\\n e:f", "a, b; c\\d\\n e:f"),
        ("a\nEND:VEVENT\r\nBEGIN:VALARM", "a END:VEVENT BEGIN:VALARM"),
        ("half \ud800 a\x00\x0b\u2028character", "half a character"),
        ("größer " * 30, ("größer " * 30)),
        ('"<b>&amp;"', '"<b>&amp;"'),
    ],
)
def test_hostile_text_stays_text(title, read):
    """It comes back as it was written, in as many events as there were, and no line is longer than 75 bytes."""
    made = entry(*WORK, title=title)
    written = plans_ics(Portfolio.of([made]), TODAY)
    assert len(icalendar.Calendar.from_ical(written).walk("VEVENT")) == 3
    assert summaries(written)[2] == f"{read}: finish"
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")


def test_names_stay_over_builds():
    """Whatever the day, the forecast and the order of the plans are."""
    others = [entry(*WORK, path=path) for path in ("plans/b.md", "plans/a.md")]
    later = [entry(*WORK, path=path, today=TODAY) for path in ("plans/a.md", "plans/b.md")]
    one, other = (
        [event["UID"] for event in parsed(*plans, today=day).walk("VEVENT")]
        for plans, day in ((others, MONDAY), (later, TODAY))
    )
    assert one == other
    assert len(set(one)) == 6


@settings(max_examples=examples(60))
@given(st.lists(entries(), max_size=3, unique_by=lambda entry: entry.path), st.text(CHARACTERS, max_size=8))
def test_any_plans(drawn, name):
    """Same plans, same bytes, whatever order they come in; calendars can read them."""
    written = plans_ics(Portfolio.of(drawn), TODAY, name)
    assert plans_ics(Portfolio.of(drawn[::-1]), TODAY, name) == written
    drawn_events = [event for one in drawn for event in events(one)]
    assert (written is None) == (not drawn_events)
    if written:
        read = icalendar.Calendar.from_ical(written).walk("VEVENT")
        assert len(read) == len(drawn_events)
        assert all(event.decoded("DTSTART") <= event.decoded("DTEND", dt.date.max) for event in read)


@settings(max_examples=examples(150))
@given(st.text(st.sampled_from('ab \\;,:"é€🙂'), max_size=200))
def test_any_words_are_written_as_the_library_writes_them(words):
    """But for where long lines are folded: that differs between its versions."""
    made = entry(*WORK, title=words)
    written = plans_ics(Portfolio.of([made]), TODAY, words, "https://example.org/é/")
    again = icalendar.Calendar.from_ical(written).to_ical()
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    lines = written.decode().split("\r\n")  # each a whole character at both ends, and nothing apart from its backslash
    assert not any(len(re.search(r"\\*$", line)[0]) % 2 for line in lines)
    if "\\" not in words:  # the library of some versions reads a backslash otherwise than it writes it
        assert written.replace(b"\r\n ", b"") == again.replace(b"\r\n ", b"")


# -- in a site --


def test_the_site_has_it(tmp_path):
    """At its root, with links to the pages, and a link to it below the timeline."""
    site = make_site(tmp_path, FILES, {}, strict=True, site_url="https://example.org/")
    urls = [event["URL"] for event in icalendar.Calendar.from_ical(site.text("plans.ics")).walk("VEVENT")]
    assert urls[0] == "https://example.org/plans/ledger/#plan-phase-1"
    assert 'href="../plans.ics"' in site.content("plans/index.html")


@pytest.mark.parametrize(
    ("files", "options"),
    [
        (FILES, {"data": False}),
        ({**FILES, "plans/ledger.md": PLAN.replace("**Created:** 2026-01-12\n", "")}, {}),
        ({"index.md": "# Home\n"}, {}),
    ],
    ids=["no data", "no dates", "no plan"],
)
def test_no_file_no_link(tmp_path, files, options):
    """Neither the file nor a link to it."""
    site = make_site(tmp_path, {**files, "index.md": "# Home\n\n<!-- plan:portfolio -->\n"}, options)
    assert not (site.folder / "plans.ics").exists()
    assert "plans.ics" not in site.content("index.html")


def test_a_users_file_is_kept(tmp_path):
    """One of the same name."""
    site = make_site(tmp_path, {**FILES, "plans.ics": "mine"}, {}, strict=True)
    assert site.text("plans.ics") == "mine"

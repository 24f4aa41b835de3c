"""Views for tests: of a plan made by hand, read back as a reader and a browser would."""

import datetime as dt

from bs4 import BeautifulSoup

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views import Context, plan_views

CALENDAR = Calendar()
TODAY = dt.date(2026, 1, 14)  # a Wednesday, two days into a plan that starts on `MONDAY`


def entry(a_plan, *, today=TODAY, calendar=CALENDAR, path="plans/auth.md", based_on_path=None):
    return Entry.of(path, "plans/auth/", a_plan, calendar, today, based_on_path=based_on_path)


def context(*, today=TODAY, index="plans/index.md", pages=("plans/index.md", "plans/auth.md", "specs/auth.md")):
    def href(path):
        page, mark, anchor = path.partition("#")
        return f"../../{page.removesuffix('.md')}/{mark}{anchor}" if page in pages else None

    return Context(today, href, index)


def views(a_plan, *, today=TODAY, **rest):
    made = plan_views(entry(a_plan, today=today, **rest), CALENDAR, context(today=today))
    return {name: BeautifulSoup(html, "html.parser") for name, html in made.items()}


def text(element):
    return " ".join(element.get_text(" ").split())


def said(element):
    """The text, without the spaces that `get_text` puts around elements."""
    return " ".join(element.get_text().split())

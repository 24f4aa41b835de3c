# What the index of a large site costs: to build, to send, and to use in headless Chromium. The first time of an action
# is what the page's main thread works (script, style, layout, paint) until its result is shown, whatever else the
# machine does; the second is from the event to the frame that shows it. What comes after that frame makes nobody wait.
# Both say much about the machine, so no test asks for them.
"""Weigh and time an index of many plans."""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import itertools
import json
import pathlib
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace
from pages import chromium, served, tasks
from playwright.sync_api import sync_playwright

from mkdocs_planplugin.model import Calendar, Plan, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.views import Context, index_view

ROOT = pathlib.Path(__file__).parents[1]
PLANS = ROOT / "example_site" / "docs" / "plans"
TODAY = dt.date(2026, 2, 6)
TAGS = ("api", "billing", "data", "design", "legal", "mobile", "search", "web")
PEOPLE = ("Ana", "Ben", "Chloé", "Dan", "Eve", "Femi", "Gus", "Hana", "Ivo", "Jo")
SETTINGS = """\
site_name: Benchmark
theme: {name: material, font: false, features: [navigation.instant]}
plugins: [{planplugin: {as_of: 2026-02-06, interactive: never}}]
"""
PLAN = """\
# Implementation Plan: One

### Phase 1: Everything

- [ ] **Task 1.1:** Do it
"""
# What is done, and how the page is asked to do it.
ACTIONS = {
    "filter by a word": "input('find', 'lockers')",
    "filter by two words": "input('find', 'plan 17')",
    "show all again": "input('find', '')",
    "filter by health": "input('health', 'off-track')",
    "any health": "input('health', '')",
    "filter by person": "input('person', 'ana')",
    "any person": "input('person', '')",
    "sort by finish": "press('finish')",
    "group by tag": "input('group', 'tag')",
    "no groups": "input('group', '')",
    "board": "document.querySelector('[name=view][value=board]').click()",
    "table": "document.querySelector('[name=view][value=\\\"\\\"]').click()",
}
MEASURE = """action => new Promise(resolve => {
  const input = (name, value) => {
    const field = document.querySelector(`.plan-filters [name=${name}]`);
    field.value = value;
    field.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const press = name => document.querySelector(`[data-sort="${name}"] button`).click();
  requestAnimationFrame(() => {
    const start = performance.mark("asked").startTime;
    eval(action);
    requestAnimationFrame(() => {  // runs before the frame; the message after it, when it is painted
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.mark("shown").startTime - start);
      port2.postMessage(0);
    });
  });
})"""


def made_plans(count: int) -> Iterator[tuple[str, Plan]]:
    """Paths and plans: copies of the example's, each with a title, tags, owners and a status of its own."""
    readings = [read(path.read_text("utf-8"), Calendar()) for path in sorted(PLANS.rglob("*.md"))]
    plans = [each.plan for each in readings if each.plan and not each.plan.is_template]
    statuses = itertools.cycle((*Status, Status.IN_PROGRESS))
    for n, plan, status in zip(range(count), itertools.cycle(plans), statuses, strict=False):
        tags = (TAGS[n % 5], TAGS[5 + n % 3])
        owned = tuple(
            replace(phase, tasks=tuple(replace(task, owner=PEOPLE[n % len(PEOPLE)]) for task in phase.tasks))
            for phase in plan.phases
        )
        made = replace(plan, title=f"{plan.title}, plan {n}", tags=tags, phases=owned, status=status)
        yield f"plans/team-{n % 12:02}/plan-{n:04}.md", made


def made_index(count: int) -> tuple[str, float]:
    """The HTML of an index, and the seconds it took to write."""
    portfolio = Portfolio.of(
        Entry.of(path, f"{path.removesuffix('.md')}/", plan, Calendar(), TODAY) for path, plan in made_plans(count)
    )

    def href(path: str) -> str:
        page, mark, anchor = path.removeprefix("plans/").partition("#")
        return f"{page.removesuffix('.md')}/{mark}{anchor}"

    context = Context(TODAY, href, "plans/index.md", registers={"next": "plans/next.md"})
    index_view(Portfolio(), context)  # compiles the template
    start = time.process_time()
    html = index_view(portfolio, context)
    return html, time.process_time() - start


@contextmanager
def served_site(index: str) -> Iterator[str]:
    """The address of a Material site with this index at /plans/."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "docs" / "plans").mkdir(parents=True)
        (folder / "docs" / "plans" / "index.md").write_text("# Plans\n\nFROM\n\n<!-- plan:index -->\n\nTO\n", "utf-8")
        (folder / "docs" / "plans" / "one.md").write_text(PLAN, "utf-8")  # a site without a plan has no script of ours
        (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        page = folder / "site" / "plans" / "index.html"
        before, _, rest = page.read_text("utf-8").partition("<p>FROM</p>")
        page.write_text(before + index + rest.partition("<p>TO</p>")[2], "utf-8")
        with served(folder / "site") as address:
            yield f"{address}/plans/"


def timed(address: str, rounds: int) -> dict[str, tuple[float, float]]:
    """For each action the medians of both times, in milliseconds."""
    work: dict[str, list[float]] = {name: [] for name in ACTIONS}
    wall: dict[str, list[float]] = {name: [] for name in ACTIONS}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for _ in range(rounds):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(address)
            page.wait_for_selector(".plan-live")
            page.locator("[name=find]").focus()
            for name, action in ACTIONS.items():
                browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing"])
                wall[name].append(float(page.evaluate(MEASURE, action)))
                work[name].append(busy(json.loads(browser.stop_tracing())["traceEvents"]))
            page.close()
        browser.close()
    return {name: (statistics.median(work[name]), statistics.median(wall[name])) for name in ACTIONS}


def busy(events: list[dict[str, Any]]) -> float:
    """How many milliseconds the page's main thread has worked between the two marks, from the browser's trace."""
    asked, shown = (next(each["ts"] for each in events if each["name"] == name) for name in ("asked", "shown"))
    between = (task for task in tasks(events) if task["ts"] <= shown and task["ts"] + task.get("dur", 0) >= asked)
    return sum(task.get("tdur", 0) for task in between) / 1000


def main() -> None:
    """Print what an index of many plans weighs and how long it takes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--plans", type=int, default=5000)
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    html, seconds = made_index(options.plans)
    size = len(html.encode())
    packed = len(gzip.compress(html.encode()))
    print(f"{options.plans} plans: {seconds * 1000:.0f} ms to write, {size / options.plans:.0f} bytes a row")
    print(f"{size / 1000:.0f} kB, {packed / 1000:.0f} kB gzipped")
    with served_site(html) as address:
        for name, (work, wall) in timed(address, options.rounds).items():
            print(f"{name}: {work:.0f} ms of work, {wall:.0f} ms until it shows")


if __name__ == "__main__":
    main()

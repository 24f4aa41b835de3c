# What a reader pays. Weights are those of files as servers send them (gzip); times are those of headless Chromium, from
# the request for a page until the frame is painted that shows the thing.
"""What the plugin adds to pages, and how soon they show it."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import logging
import math
import pathlib
import re
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from costs import OURS, make
from mkdocs.commands.build import build
from mkdocs.config import load_config
from plans import generated_plan
from playwright.sync_api import Browser, sync_playwright

COUNT = 20
PAGE = "plans/page-0000"
# Runs before the page: notes when the timeline has been painted for the first time.
WATCH = """
window.afterPaint = note => requestAnimationFrame(() => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => note(performance.now());
  port2.postMessage(0);
});
(function look() {
  if (document.querySelector(".plan-timeline tbody tr")) afterPaint(time => { window.timelineAt = time; });
  else requestAnimationFrame(look);
})();
"""
# Presses the button that draws the chart; waits until it stands, and for the frame after that.
DRAW = """() => new Promise(resolve => {
  const start = performance.now();
  document.querySelector(".plan-explore").click();
  (function look() {
    if (document.querySelector(".plan-drawing .barlayer path")) afterPaint(time => resolve(time - start));
    else requestAnimationFrame(look);
  })();
})"""
SEEN = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  ...(window.timelineAt && {timeline: window.timelineAt}),
})"""
TIMES = {
    "paint": "first paint of the page, from the request on",
    "timeline": "first paint of the timeline, from the request on",
    "longest": "longest task of the page until the reader does something, processor time",
    "chart": "from the click to the chart that Plotly draws",
}
SETTLED = 1000  # ms after which nothing more happens by itself
MOST = 120_000  # ms for a page on a busy machine


def report(folder: pathlib.Path, rounds: int) -> Iterator[str]:
    """The weights, and the times in the browser."""
    sites = {name: _built(folder / name, plugins) for name, plugins in (("without", ""), ("with", OURS))}
    yield from weights(sites["without"], sites["with"])
    yield ""
    yield from times(sites["without"], sites["with"], rounds)


def _built(folder: pathlib.Path, plugins: str) -> pathlib.Path:
    logging.disable(logging.CRITICAL)
    config = load_config(str(make(folder, COUNT, generated_plan, plugins)))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    logging.disable(logging.NOTSET)
    return pathlib.Path(config.site_dir)


def packed(content: bytes | str) -> float:
    """How many kilobytes a file has when it is sent."""
    return len(gzip.compress(content.encode() if isinstance(content, str) else content)) / 1000


def weights(without: pathlib.Path, using: pathlib.Path) -> Iterator[str]:
    """A table of what a plan page of 30 tasks has more, and of the files that it loads."""
    plain, ours = ((site / PAGE / "index.html").read_text("utf-8") for site in (without, using))
    assets = using / "assets" / "planplugin"
    loaded = sorted(set(re.findall(r'(?:src|href)="[^"]*assets/planplugin/([\w.-]+)"', ours)))
    yield "| on the page of a plan with 30 tasks | kB | gzipped |"
    yield "|---|---:|---:|"
    yield _weight("HTML more than without", len(ours.encode()) - len(plain.encode()), packed(ours) - packed(plain))
    for suffix in (".css", ".js"):
        files = [(assets / name).read_bytes() for name in loaded if name.endswith(suffix)]
        names = ", ".join(name for name in loaded if name.endswith(suffix))
        yield _weight(names, sum(map(len, files)), sum(map(packed, files)))
    data = (using / "plans.json").read_bytes()
    yield _weight(f"`plans.json`, a plan of {COUNT}", len(data) / COUNT, packed(data) / COUNT)


def _weight(name: str, size: float, gzipped: float) -> str:
    return f"| {name} | {size / 1000:.1f} | {gzipped:.1f} |"


def times(without: pathlib.Path, using: pathlib.Path, rounds: int) -> Iterator[str]:
    """A table of medians in the browser, of the same page without and with the plugin."""
    with served(without) as plain, served(using) as ours, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        visits = [[load(browser, f"{address}/{PAGE}/") for address in (plain, ours)] for _ in range(rounds)]
        browser.close()
    yield "| in headless Chromium, ms | without | with |"
    yield "|---|---:|---:|"
    for key, name in TIMES.items():
        medians = (statistics.median(turn[at].get(key, math.nan) for turn in visits) for at in (0, 1))
        yield f"| {name} | {' | '.join('' if math.isnan(median) else f'{median:.0f}' for median in medians)} |"


def chromium() -> str:
    """The browser that is installed, if possible the one without windows."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    return path or sys.exit(f"none of these browsers is installed: {', '.join(names)}")


def load(browser: Browser, address: str) -> dict[str, float]:
    """The times of one visit, nothing of which the browser has seen before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    browser.start_tracing(page=page, categories=["toplevel"])
    page.goto(address, wait_until="load", timeout=MOST)
    page.wait_for_timeout(SETTLED)
    times: dict[str, float] = page.evaluate(SEEN)
    times["longest"] = longest_task(json.loads(browser.stop_tracing())["traceEvents"])
    if "timeline" in times:
        times["chart"] = float(page.evaluate(DRAW))
    context.close()
    return times


def longest_task(events: list[dict[str, Any]]) -> float:
    """The most processor time, in ms, of a task in the main thread of a page, from the trace of the browser. Where
    other programs run, tasks take several times that by the clock."""
    return max((event.get("tdur", 0) / 1000 for event in tasks(events)), default=0)


def tasks(events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The tasks in the main thread of a page, from the trace of the browser."""
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    named = (event for event in events if event["name"] == "ThreadControllerImpl::RunTask")
    return (event for event in named if (event["pid"], event["tid"]) in threads)


@contextmanager
def served(site: pathlib.Path) -> Iterator[str]:
    """The address of a folder, while the block runs."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        pass

"""Headless Chromium for tests, found on the machine, never downloaded; and the fonts that layout is tested with."""

import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

# The first one is Chromium without windows, where it is installed.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--renderer-process-limit=1",
]  # fmt: skip


# The fonts that a layout has to hold in, by what they are to it. Debian's packages fonts-roboto-unhinted and
# fonts-dejavu-core have them; `.ci/run` installs both.
FONTS = {"narrow": "Roboto Condensed", "usual": "Roboto", "wide": "DejaVu Sans"}

# How wide a text is in a font, and in two others: a font that is missing is replaced by each of them in turn.
WIDTHS = """family => {
  const canvas = document.createElement("canvas").getContext("2d");
  const width = font => { canvas.font = `100px ${font}`; return canvas.measureText("iiiiWWWWmmm-").width; };
  return [`"${family}", monospace`, "monospace", `"${family}", serif`, "serif"].map(width);
}"""

# Before anything of a page is drawn. Material takes the font from these properties, other themes from `body`. A
# constructed style sheet needs no leave of a Content-Security-Policy.
DRESS = """family => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`body, input, button, select {
    --md-text-font-family: "${family}" !important; font-family: "${family}" !important;
  }`);
  document.adoptedStyleSheets.push(sheet);
}"""


def missing(reason: str) -> NoReturn:
    """Skip the test, or fail it where browser tests are required."""
    if os.environ.get("PLANPLUGIN_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def executable() -> str:
    """The browser's path."""
    return next(filter(None, map(shutil.which, NAMES)), None) or missing(
        f"no browser: none of {', '.join(NAMES)} is installed"
    )


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that runs until the end of the block. Without any font all text is 0 px wide, and every layout test
    would pass: such a machine is as good as one without a browser."""
    path = executable()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        try:
            if not widths(running, "serif")[-1]:
                missing("no font is installed: text has no width")
            yield running
        finally:
            running.close()


def widths(running: Browser, family: str) -> list[float]:
    page = running.new_page()
    try:
        return page.evaluate(WIDTHS, family)
    finally:
        page.close()


@functools.cache
def font(running: Browser, name: str) -> str:
    """The family of one of FONTS, for tests that name one; where it is missing the test is skipped or fails."""
    family = FONTS[name]
    chosen, mono, again, serif = widths(running, family)
    if chosen == mono and again == serif:
        missing(f"the font {family} is not installed")
    return family


class Reader:
    """Opens pages. Those of the same font, with or without scripts, are of one context, so that each file of a site is
    fetched and compiled once."""

    def __init__(self, running: Browser) -> None:
        self.running = running
        self.contexts: dict[str, BrowserContext] = {}
        self.kept: dict[str, Page] = {}
        self.seen: list[list[str]] = []  # the trouble with each of them

    def page(
        self,
        *,
        font_name: str | None = None,
        viewport: ViewportSize | None = None,
        color_scheme: Literal["light", "dark"] | None = None,
        reduced_motion: Literal["reduce"] | None = None,
        **options: Any,
    ) -> Page:
        """A new page in one of FONTS, or in whatever the machine has. Scripts have to be on for a font. Pass `font_name`
        only where the layout matters: for each of FONTS."""
        key = repr((font_name, sorted(options.items())))
        if key not in self.contexts:
            self.contexts[key] = self.running.new_context(**options)
            if font_name is not None:
                self.contexts[key].add_init_script(f'({DRESS})("{font(self.running, font_name)}")')
        page = self.contexts[key].new_page()
        if viewport:
            page.set_viewport_size(viewport)
        if color_scheme or reduced_motion:
            page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
        return page

    def visit(self, site: str, path: str, *, viewport: ViewportSize | None = None, **options: Any) -> Page:
        """A page of a site as it is loaded, in the window in which the last test looked at one with these options: to
        open a new one takes as long."""
        page = self._window(site, "", options)
        page.set_viewport_size(viewport or WINDOW)
        page.emulate_media(media="null")  # not "screen", which paper would have, too
        page.mouse.move(0, 0)
        page.goto(site + path)
        return page

    def look(self, site: str, path: str, *, viewport: ViewportSize | None = None, **options: Any) -> Page:
        """A page of a site that is loaded once for all tests that leave it as it was, but for its size, what has the
        focus and what is ticked."""
        page = self._window(site, path, options)
        if page.url == "about:blank":
            page.goto(site + path)
        page.set_viewport_size(viewport or WINDOW)
        page.mouse.move(0, 0)
        page.evaluate(AS_LOADED)
        return page

    def _window(self, site: str, path: str, options: dict[str, Any]) -> Page:
        key = repr((site, path, sorted(options.items())))
        if key not in self.kept:
            self.kept[key] = self.page(**options)
            self.seen.append(trouble(self.kept[key], site))
        return self.kept[key]

    def new_trouble(self) -> list[str]:
        """What went wrong since the last time on pages that were visited or looked at."""
        new = [words for seen in self.seen for words in seen]
        for seen in self.seen:
            seen.clear()
        return new

    def close_pages(self) -> None:
        for context in self.contexts.values():
            for page in context.pages:
                if page not in self.kept.values():
                    page.close()


WINDOW: ViewportSize = {"width": 1280, "height": 720}
AS_LOADED = """() => {
  document.activeElement.blur();
  for (const input of document.querySelectorAll("input")) input.checked = input.defaultChecked;
  scrollTo(0, 0);
}"""


def trouble(page: Page, site: str) -> list[str]:
    """What goes wrong on a page from now on, as a list that fills: errors of its console, and requests to other sites."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda asked: seen.append(asked.url) if not asked.url.startswith(site) else None)
    return seen


# What moves or fades on a page is where it will be in the end. To watch it takes more than to load the page.
ARRIVED = """() => {
  for (const movement of document.getAnimations()) {
    if (Number.isFinite(movement.effect.getComputedTiming().endTime)) movement.finish();
  }
}"""


def in_scheme(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Show a page of Material in light or dark, as its own switch does on an open page, with the colours that others fade
    into."""
    page.emulate_media(color_scheme=scheme)
    name = {"light": "default", "dark": "slate"}[scheme]
    page.evaluate("name => document.body.setAttribute('data-md-color-scheme', name)", name)
    page.evaluate(ARRIVED)


def resize(page: Page, width: int, height: int = 800) -> None:
    """Give the page another size, where all that moves has arrived."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(ARRIVED)


def contrast(page: Page, selector: str) -> float:
    """The WCAG contrast ratio of an element's text against the background it stands on."""
    return page.evaluate(
        """selector => {
          const rgb = text => text.match(/[\\d.]+/g).map(Number);
          const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
          const light = color => {
            const [r, g, b] = color.map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const element = document.querySelector(selector);
          const layers = [];
          for (let e = element; e; e = e.parentElement) layers.unshift(getComputedStyle(e).backgroundColor);
          const paint = colors => {
            canvas.fillStyle = "white"; canvas.fillRect(0, 0, 1, 1);
            for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
          };
          const back = light(paint(layers)), front = light(paint([...layers, getComputedStyle(element).color]));
          return (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
        }""",
        selector,
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        pass


# An index of search as the theme reads it, of a site without pages.
NO_WORDS = {"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {"text": {"boost": 1}}}, "docs": []}


class WithoutSearch(Quiet):
    """Gives the theme nothing to search in: it would read the words of the whole site again for each page."""

    def do_GET(self) -> None:
        if not self.path.endswith("/search_index.json"):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(NO_WORDS).encode())


class WithoutScripts(WithoutSearch):
    """Gives the theme's script as an empty one: to run it takes as long as all else of a page. What we have is shown and
    works without it, as with other themes."""

    def do_GET(self) -> None:
        if "/assets/javascripts/bundle." not in self.path:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", "0")
        self.end_headers()


def with_policy(policy: str) -> type[Quiet]:
    """A server's handler that sends a Content-Security-Policy."""

    class Strict(Quiet):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    return Strict


@contextmanager
def served(folder: str, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a server, on this machine only, for the files of a folder."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()

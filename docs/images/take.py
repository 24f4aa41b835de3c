"""Takes the pictures of the README from the example site: `.venv/bin/python docs/images/take.py [NAME ...]` (needs a
Chromium and the font Roboto, which is Material's)."""

import functools
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

FOLDER = pathlib.Path(__file__).parent
ROOT = FOLDER.parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import DRESS, browser, font  # noqa: E402 (the tests know how to find one)
from repositories import example_with_past  # noqa: E402

# Where the example lies once more, as a site that knows what its plans were.
PAST = "past"
# By the name of the picture: the page, what of it is shown, and, in pixels, how much more of it above and below.
PICTURES = {
    "plan-page": ("plans/pickup-lockers/", "[data-planplugin='summary']", (90, 170)),
    "timeline": ("plans/pickup-lockers/", "[data-planplugin='timeline']", (10, 10)),
    "risks": ("plans/pickup-lockers/", "[data-planplugin='risks']", (10, 10)),
    "index": ("plans/", "[data-planplugin='index']", (10, 10)),
    "board": ("plans/?view=board", "[data-planplugin='index']", (10, 10)),
    "portfolio": ("plans/", "[data-planplugin='portfolio']", (10, 10)),
    "next": ("plans/next/", "[data-planplugin='next']", (10, 10)),
    "history": (f"{PAST}/plans/pickup-lockers/", "[data-planplugin='history']", (10, 10)),
    "risk-register": ("plans/risks/", "[data-planplugin='risks']", (10, 10)),
}
WIDTH, TALLEST = 1220, 1100


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def main() -> None:
    """Build the site, and take each picture, or those that are named, at twice the usual resolution."""
    with tempfile.TemporaryDirectory() as folder:
        mkdocs = pathlib.Path(sys.executable).with_name("mkdocs")
        site = pathlib.Path(folder, "site")
        past = example_with_past(ROOT / "example_site", pathlib.Path(folder, "past"))
        for config, target in ((ROOT / "example_site/mkdocs.yml", site), (past, site / PAST)):
            subprocess.run([mkdocs, "build", "-q", "-f", config, "-d", target], check=True)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with browser() as chromium:
            page = chromium.new_page(viewport={"width": WIDTH, "height": 3000}, device_scale_factor=2)
            page.add_init_script(f'({DRESS})("{font(chromium, "usual")}")')
            for name in sys.argv[1:] or PICTURES:
                path, selector, (above, below) = PICTURES[name]
                page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
                page.wait_for_timeout(500)  # scripts put the controls in
                box = page.locator(selector).first.bounding_box()
                if box is None:
                    sys.exit(f"{path} shows no {selector}")
                top = max(0, box["y"] - above)
                height = min(TALLEST, box["height"] + above + below)
                page.screenshot(
                    path=FOLDER / f"{name}.png",
                    full_page=True,
                    clip={"x": box["x"] - 12, "y": top, "width": box["width"] + 24, "height": height},
                )
        server.shutdown()


if __name__ == "__main__":
    main()

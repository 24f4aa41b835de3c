"""Takes the picture of ticking in the browser, from a copy of the example site: `.venv/bin/python
docs/images/take_editing.py` (needs a Chromium)."""

import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

FOLDER = pathlib.Path(__file__).parent
ROOT = FOLDER.parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import browser  # noqa: E402 (the tests know how to find one)

PAGE, TASK = "plans/pickup-lockers/", "Task 3.2"
SIZE = {"width": 1220, "height": 700}
SHOWN = {"x": 246, "y": 62, "width": 740, "height": 638}
# The page is not loaded again: in the picture stands what a click shows at once.
STAY = "XMLHttpRequest.prototype.send = () => {}"


def main() -> None:
    """Begin a task, and choose what to do next."""
    with served_copy() as address, browser() as chromium:
        page = chromium.new_page(viewport=SIZE, device_scale_factor=2)
        page.add_init_script(STAY)
        page.goto(f"{address}{PAGE}", wait_until="domcontentloaded")
        box = page.get_by_role("checkbox", name=TASK).first
        box.focus()
        page.keyboard.press("Space")
        page.wait_for_selector(".plan-toast-shown")
        page.evaluate("scrollBy(0, document.activeElement.getBoundingClientRect().top - 240)")
        page.keyboard.press("Alt+ArrowDown")
        page.wait_for_timeout(500)
        page.screenshot(path=FOLDER / "editing.png", clip=SHOWN)


@contextmanager
def served_copy() -> Iterator[str]:
    """The address at which `mkdocs serve` shows a copy of the site."""
    with tempfile.TemporaryDirectory() as folder:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        config = shutil.copytree(ROOT / "example_site", pathlib.Path(folder, "site")) / "mkdocs.yml"
        mkdocs = pathlib.Path(sys.executable).with_name("mkdocs")
        command = [mkdocs, "serve", "-q", "--livereload", "-f", config, "-a", f"127.0.0.1:{port}"]
        with subprocess.Popen(command) as server:
            try:
                wait_for(port)
                yield f"http://127.0.0.1:{port}/"
            finally:
                server.kill()


def wait_for(port: int) -> None:
    """Wait until a server listens at a port of this machine."""
    for _ in range(600):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)


if __name__ == "__main__":
    main()

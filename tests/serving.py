"""`mkdocs serve` in the process of the tests: its builds, its real server on this machine, and requests to it."""

import contextlib
import http.client
import json
import pathlib
import re
import threading
import time

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from sites import FILES, PLAN, logged, written

STATUSLESS = PLAN.replace("**Status:** In Progress\n", "").replace("Payment", "Statusless")
SNIPPET = PLAN.replace("Payment", "Snippet").replace("## Risk", '--8<-- "more.txt"\n\n## Risk')
PAGES = {
    **FILES,
    "plans/statusless.md": STATUSLESS,
    "plans/crlf.md": f"\ufeff{PLAN}".replace("\n", "\r\n").replace("Payment", "Windows"),
    "plans/snippet.md": SNIPPET,
    "plans/kinds.md": "# Implementation Plan: Kinds\n\n### Phase 1: A\n\n- [/] **Task 1.1:** One\n- [!] **Task 1.2:** Two\n",
    "plans/template.md": PLAN.replace("Payment ledger", "[Feature Name]").replace("1.1:** Tables", "1.1:** [What]"),
}


class Serving:
    """The builds and the server. Where it is `live`, it looks for changes of files as `mkdocs serve` does, only more
    often; else a test builds the site itself."""

    def __init__(self, folder: pathlib.Path, host: str = "127.0.0.1", *, live: bool = False, **settings) -> None:
        self.folder = folder
        self.docs = folder / "docs"
        settings = {"markdown_extensions": [{"pymdownx.snippets": {"base_path": [str(folder)]}}], **settings}
        self.config_file = written(folder, PAGES, {"edit": True}, **settings)
        (folder / "more.txt").write_text("- [ ] **Task 2.2:** From a snippet\n", "utf-8")
        self.host = host
        config = self.config()
        config.plugins.on_startup(command="serve", dirty=False)
        with logged() as self.log:
            self.build(config)
        self.server = LiveReloadServer(
            self.build, host, 0, str(folder / "site"), "/sub/", polling_interval=0.05, shutdown_delay=0.01
        )
        self.server.error_handler = lambda code: b""
        config.plugins.on_serve(self.server, config=config, builder=self.build)
        if live:
            self.server.watch(str(self.docs))
        self.loop = threading.Thread(target=self.server.serve)
        self.loop.start()
        while not self.server.serve_thread.is_alive():
            time.sleep(0.01)

    def config(self):
        config = load_config(str(self.config_file), site_dir=str(self.folder / "site"), dev_addr=f"{self.host}:8000")
        config.site_url = f"http://{self.host}:8000/sub/"
        return config

    def build(self, config=None) -> None:
        build(config or self.config(), serve_url=f"http://{self.host}:8000/sub/")

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def page(self, path: str) -> str:
        return (self.folder / "site" / path).read_text("utf-8")

    def data(self, path: str = "plans/ledger/index.html") -> dict:
        text = re.search(r'data-editing="([^"]*)"', self.page(path))[1]
        return json.loads(text.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&"))

    def box(self, words: str, path: str = "plans/ledger/index.html") -> list[str]:
        """The name of the box before these words."""
        item = next(each for each in self.page(path).split("<li")[1:] if words in each)
        return re.search(r'data-plan-box="([^"]*)"', item)[1].split(" ")

    def names(self) -> dict[str, list[str]]:
        """All names of boxes and statuses, by page; none of pages that are just made anew."""
        with contextlib.suppress(OSError):
            pages = sorted((self.folder / "site").rglob("*.html"))
            return {
                str(page): re.findall(r'data-plan-(?:box|status)="([^"]*)"', page.read_text("utf-8")) for page in pages
            }
        return {}

    def status(self, title: str) -> list[str]:
        row = next(each for each in self.page("plans/index.html").split("<tr")[1:] if title in each)
        return re.search(r'data-plan-status="([^"]*)"', row)[1].split(" ")

    def send(self, body: object, method: str = "POST", path: str = "", **changed: str | None) -> tuple[int, dict]:
        """What the server answers to a request as a page sends it; but for headers that are changed, or left out."""
        headers = {
            "Host": self.origin.removeprefix("http://"),
            "Origin": self.origin,
            "Content-Type": "application/json",
            "X-Planplugin-Token": self.data()["token"],
        }
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers |= {"Content-Length": str(len(raw))}
        headers |= {name.replace("_", "-"): value for name, value in changed.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.putrequest(method, path or self.data()["address"], skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(raw)
        answer = connection.getresponse()
        text = answer.read()
        self.headers = dict(answer.getheaders())
        connection.close()
        is_json = text and answer.headers["Content-Type"] == "application/json"
        return answer.status, json.loads(text) if is_json else {}

    def tick(self, words: str, state: str, path: str = "plans/ledger/index.html", **changed) -> tuple[int, dict]:
        plan, line, *_ = self.box(words, path)
        return self.send({"plan": plan, "line": line, "state": state}, **changed)

    def close(self) -> None:
        self.server.shutdown()
        self.loop.join()
        self.server.serve_thread.join()


@contextlib.contextmanager
def serving(folder: pathlib.Path, **options):
    served = Serving(folder, **options)
    try:
        yield served
    finally:
        served.close()

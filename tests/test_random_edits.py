"""Whatever is edited under `mkdocs serve`, the site is the one that a fresh build makes."""

import pathlib
import random

import pytest
from effort import examples
from mkdocs.commands.build import build
from mkdocs.config import load_config
from sites import FILES, PLAN, make_site

LINES = PLAN.split("\n")
NAMES = ["plans/ledger.md", "plans/new.md", "plans/index.md", "specs/ledger.md", "index.md", "notes.md"]
ODD = ["", "# Note\n", "---\nplan: false\n---\n", "<!-- plan:index -->\n", "<!-- plan:risks plan=plans/ledger.md -->\n"]


class Server:
    """The builds of `mkdocs serve`, one after another."""

    def __init__(self, folder: pathlib.Path) -> None:
        make_site(folder, FILES, {})
        self.folder = folder
        self.start()

    def start(self) -> None:
        self.config().plugins.on_startup(command="serve", dirty=False)

    def config(self):
        return load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "site"))

    def build(self) -> dict[str, bytes]:
        """Build, and return what is in the site."""
        build(self.config(), serve_url="http://127.0.0.1/")
        site = self.folder / "site"
        # The compressed site map has the second in it in which it was made.
        paths = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}

    def edit(self, chance: random.Random) -> None:
        """Write, change or remove a page."""
        path = self.folder / "docs" / chance.choice(NAMES)
        text = path.read_text("utf-8") if path.exists() else ""
        lines = text.split("\n")
        kind = chance.randrange(6)
        if kind == 0 and path.name != "index.md":
            path.unlink(missing_ok=True)
        elif kind == 1:
            path.write_text(chance.choice([*ODD, PLAN]), "utf-8")
        elif kind == 2:
            path.write_text(text.replace("[ ]", "[x]", 1), "utf-8")
        else:
            at = chance.randrange(len(lines))
            lines[at : at + chance.randrange(3)] = chance.sample(LINES, chance.randint(0, 3))
            path.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("seed", range(2))
def test_edits_under_serve_give_what_a_fresh_build_gives(tmp_path, seed):
    """After some of them, and at the end."""
    chance = random.Random(seed)  # noqa: S311 (it draws examples)
    server = Server(tmp_path)
    server.build()
    edits = examples(10)
    for number in range(1, edits + 1):
        server.edit(chance)
        served = server.build()
        if number % 4 == 0 or number == edits:
            server.start()
            assert server.build() == served

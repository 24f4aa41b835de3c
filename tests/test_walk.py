"""The way of a plan's text through the rooms, as a build walks it: calls go to rooms on the left, or they are answers to
questions that a room was given."""

import pathlib
import sys
from collections.abc import Iterator
from types import FrameType

from sites import FILES, PLAN, make_site
from test_package import ROOMS

import mkdocs_planplugin.plugin  # noqa: F401 (what happens while it is imported is no step of a build)

PACKAGE = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin"
# Which module asks which: the only calls to the right. A page is shown by a room that knows no site, so it is given
# functions for what only the site knows.
ANSWERS = {
    # The address of a page, the words of other plans, the names of their boxes (`Context`).
    ("views", "plugin/pages.py"),
    # The new address of a link in a plan's words.
    ("weave/fragments.py", "plugin/pages.py"),
}
SUB_ROOMS = ["views/templates", "views/kit", "views/plan", "views/site", "views"]  # a room calls those before it
# Iterators are values: where they are used is no matter of structure.
LAZY = ("<genexpr>", "<listcomp>", "<dictcomp>", "<setcomp>", "<module>")


class Walk:
    """Calls from one module of the package to another, in a build."""

    def __init__(self) -> None:
        self.calls: set[tuple[str, str]] = set()

    def __call__(self, frame: FrameType, event: str, _value: object) -> None:
        module = self._module(frame) if event == "call" and frame.f_code.co_name not in LAZY else None
        caller = next(self._callers(frame), None) if module else None
        if module and caller and caller != module and caller.endswith(".py"):  # a template reads properties of values
            self.calls.add((caller, module))

    def _callers(self, frame: FrameType) -> Iterator[str]:
        while frame := frame.f_back:
            if module := self._module(frame):
                yield module

    @staticmethod
    def _module(frame: FrameType) -> str | None:
        path = frame.f_code.co_filename
        return path[len(str(PACKAGE)) + 1 :] if path.startswith(str(PACKAGE)) else None


def room(module: str) -> int:
    return ROOMS.index(module.split("/", maxsplit=1)[0].removesuffix(".py"))


def sub_room(module: str) -> int:
    return next((place for place, folder in enumerate(SUB_ROOMS) if module.startswith(f"{folder}/")), -1)


def test_calls_go_to_the_left(tmp_path):
    """From the plugin to the page, no room calls one on its right, but for the answers that it was given."""
    decision = "## Discovery Summary\n\n**Technical Decisions:**\n\n- Use [the `ledger`](../specs/ledger.md)\n"
    files = {**FILES, "plans/ledger.md": f"{PLAN}\n{decision}"}
    walk = Walk()
    sys.setprofile(walk)
    try:
        make_site(tmp_path, files, {}, theme={"name": "mkdocs"})
    finally:
        sys.setprofile(None)
    climbs = {(caller, module) for caller, module in walk.calls if room(module) > room(caller)}
    climbs = {(caller.split("/")[0] if caller.startswith("views/") else caller, module) for caller, module in climbs}
    assert climbs == ANSWERS
    inside = {calls for calls in walk.calls if 0 < sub_room(calls[0]) < sub_room(calls[1])}
    assert inside == set()

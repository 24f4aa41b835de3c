"""The package as a whole: what may import what."""

import ast
import pathlib

import pytest

from mkdocs_planplugin.catalog import PLAN_VIEWS

PACKAGE = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin"

# A room imports only rooms above it.
ROOMS = [
    "language",
    "model",
    "catalog",
    "gfm",
    "reading",
    "schedule",
    "measure",
    "checks",
    "portfolio",
    "export",
    "views",
    "weave",
    "countries",
    "config",
    "plugin",
]
NEEDS = {
    "catalog": {"language", "model"},
    "gfm": set(),
    "reading": {"catalog", "model", "gfm"},
    "schedule": {"model"},
    "measure": {"catalog", "model", "schedule"},
    "checks": {"model", "reading", "schedule"},
    "portfolio": {"catalog", "model", "schedule", "measure", "checks"},
    "export": {"catalog", "language", "model", "schedule", "measure", "portfolio"},
    "views": {"catalog", "language", "model", "schedule", "measure", "portfolio"},
    "weave": {"catalog", "model", "gfm", "reading", "portfolio", "views"},
    "countries": set(),
    "config": {"catalog", "model", "countries"},
    "plugin": set(ROOMS),
}
IN_PLAN = "mkdocs_planplugin.views.plan."
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: pathlib.Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: pathlib.Path) -> set[str]:
    """The full names of the modules that a file imports."""
    package = ["mkdocs_planplugin", *path.relative_to(PACKAGE).parent.parts]
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            names |= {".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_import_only_rooms_above_them(path: pathlib.Path):
    """Data flows one way; only the edge knows MkDocs."""
    room = room_of(path)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "mkdocs":
            assert room in ("config", "plugin"), name
        if parts[0] == "mkdocs_planplugin" and len(parts) > 1 and parts[1] in ROOMS and parts[1] != room:
            assert parts[1] in NEEDS[room], f"{room} imports {name}"


@pytest.mark.parametrize(
    ("room", "forbidden"), [("kit", ("plan", "site")), ("plan", ("site",)), ("site", ("plan",))], ids=str
)
def test_views_share_the_kit_and_nothing_else(room: str, forbidden: tuple[str, ...]):
    """The views of a plan page and those over all plans do not know each other, and the kit knows neither."""
    for path in (PACKAGE / "views" / room).rglob("*.py"):
        for name in imported(path):
            assert not any(f"{name}.".startswith(f"mkdocs_planplugin.views.{other}.") for other in forbidden), path


def test_views_of_a_plan_page_do_not_know_each_other():
    """What two of them need is part of the page, or of the kit."""
    folder = PACKAGE / "views" / "plan"
    views = set(PLAN_VIEWS)
    for view in views:
        paths = [folder / f"{view}.py", *(folder / view).rglob("*.py")]
        used = {name.split(".")[3] for path in paths if path.is_file() for name in imported(path) if IN_PLAN in name}
        assert not used & (views - {view})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(path: pathlib.Path):
    """Each module has a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))

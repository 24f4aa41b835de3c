"""The package as a whole: what may import what."""

import ast
import functools
import pathlib
from collections.abc import Sequence
from itertools import takewhile

import pytest

from mkdocs_planplugin.catalog import PLAN_VIEWS

PACKAGE = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin"

# A room imports only rooms above it.
ROOMS = [
    "atomic_write",
    "user_cache",
    "compiled_templates",
    "compiled_patterns",
    "language",
    "model",
    "catalog",
    "gfm",
    "reading",
    "schedule",
    "measure",
    "checks",
    "portfolio",
    "finding_kinds",
    "countries",
    "working_time",
    "processes",
    "own_words",
    "history",
    "export",
    "views",
    "edit",
    "weave",
    "config",
    "plugin",
    "cli",
]
NEEDS = {
    "catalog": {"language", "model"},
    "gfm": {"compiled_patterns"},
    "reading": {"catalog", "compiled_patterns", "model", "gfm"},
    "schedule": {"catalog", "model"},
    "measure": {"catalog", "model", "schedule"},
    "checks": {"catalog", "model", "schedule", "measure"},
    "portfolio": {"catalog", "model", "schedule", "measure", "checks"},
    "finding_kinds": {"catalog", "model", "reading", "checks", "portfolio"},
    "edit": {"atomic_write", "catalog", "model", "gfm", "reading"},
    "history": {
        "atomic_write",
        "catalog",
        "gfm",
        "model",
        "own_words",
        "portfolio",
        "processes",
        "reading",
        "schedule",
    },
    "export": {"catalog", "history", "language", "model", "schedule", "measure", "portfolio"},
    "views": {
        "catalog",
        "compiled_patterns",
        "compiled_templates",
        "history",
        "language",
        "model",
        "schedule",
        "measure",
        "portfolio",
    },
    "countries": set(),
    "atomic_write": set(),
    "user_cache": {"atomic_write"},
    "compiled_templates": {"user_cache"},
    "compiled_patterns": {"user_cache"},
    "processes": set(),
    "working_time": {"countries"},
    "own_words": {"model", "gfm", "reading", "working_time"},
    "weave": {
        "catalog",
        "compiled_patterns",
        "language",
        "model",
        "gfm",
        "reading",
        "portfolio",
        "views",
        "working_time",
        "own_words",
        "finding_kinds",
    },
    "config": {"catalog", "finding_kinds", "language", "model", "reading", "working_time", "own_words"},
    "plugin": set(ROOMS) - {"cli"},
    "cli": set(ROOMS),
}
IN_PLAN = "mkdocs_planplugin.views.plan."
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: pathlib.Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@functools.cache
def parsed(path: pathlib.Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@functools.cache
def imported(path: pathlib.Path) -> frozenset[str]:
    """The full names of the modules that a file imports."""
    package = ["mkdocs_planplugin", *path.relative_to(PACKAGE).parent.parts]
    names = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            names |= {".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names}
    return frozenset(names)


def against_the_order(room: str, name: str) -> bool:
    """Whether a room may not import what has this full name."""
    parts = name.split(".")
    if parts[0] == "mkdocs":
        return room not in ("config", "plugin", "cli")
    if parts[0] != "mkdocs_planplugin" or len(parts) == 1 or parts[1] not in ROOMS or parts[1] == room:
        return False
    return parts[1] not in NEEDS.get(room, set())


# One test looks at all modules, and names those that break its rule: a test for each module would take a thousand times
# what pytest takes for a test, and parse each module several times.


def test_rooms_import_only_rooms_above_them():
    """Data flows one way; only the edge knows MkDocs."""
    wrong = [(path, name) for path in MODULES for name in imported(path) if against_the_order(room_of(path), name)]
    assert wrong == []


@pytest.mark.parametrize(
    ("room", "name", "wrong"),
    [
        ("views", "mkdocs.config.Config", True),
        ("plugin", "mkdocs.config.Config", False),
        ("model", "mkdocs_planplugin.reading.read", True),
        ("reading", "mkdocs_planplugin.model.Plan", False),
        ("reading", "mkdocs_planplugin.reading.read", False),
        ("gfm", "markdown.Markdown", False),
    ],
)
def test_what_is_against_the_order(room: str, name: str, wrong: bool):
    """The test above sees what it should."""
    assert against_the_order(room, name) is wrong


@functools.cache
def names_at_the_door(package: tuple[str, ...]) -> frozenset[str]:
    """What a room hands out: the `__all__` of its `__init__`."""
    for node in parsed(PACKAGE.parent.joinpath(*package, "__init__.py")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


@functools.cache
def is_folder(*parts: str) -> bool:
    return PACKAGE.parent.joinpath(*parts).is_dir()


def past_the_door(name: str, importer: Sequence[str]) -> bool:
    """Whether a full name, imported by a module of the package `importer`, is not handed out by the outermost room that
    the importer is not in itself."""
    parts = name.split(".")
    inside = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(parts, importer, strict=False)))
    room = parts[: inside + 1]
    if not is_folder(*room):  # a single file, or a module beside the importer
        return len(parts) > len(room) + 1 or (len(parts) > len(room) and parts[-1].startswith("_") and parts[-1] != "_")
    return len(parts) != len(room) + 1 or parts[-1] not in names_at_the_door(tuple(room))


def test_rooms_are_entered_by_their_doors():
    """From outside a room, or a room in it, only what its `__init__` names is imported; and nothing private."""
    wrong = [
        (path, name)
        for path in MODULES
        for name in imported(path)
        if name.startswith("mkdocs_planplugin.")
        and past_the_door(name, ["mkdocs_planplugin", *path.relative_to(PACKAGE).parent.parts])
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "importer", "past"),
    [
        ("model.Plan", "checks", False),
        ("model.plan.Plan", "checks", True),
        ("model.plan", "checks", True),
        ("model.plan.Plan", "model", False),
        ("language._", "views", False),
        ("language._compile", "views", True),
        ("measure.Count", "views.plan", False),
        ("views.kit.render", "views.plan", False),
        ("views.kit.render", "plugin", True),
        ("views.kit.formats.NBSP", "views.plan", True),
        ("views.kit.formats.NBSP", "views.kit", False),
        ("views.kit.formats._private", "views.kit", True),
        ("views.kit.time_axis", "views.plan", False),
        ("views.kit.formats", "views.plan", True),
    ],
)
def test_what_is_past_a_door(name: str, importer: str, past: bool):
    """The test above sees what it should."""
    assert past_the_door(f"mkdocs_planplugin.{name}", ["mkdocs_planplugin", *importer.split(".")]) is past


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


def test_every_module_says_what_it_is():
    """Each module has a docstring."""
    assert [path for path in MODULES if not ast.get_docstring(parsed(path))] == []

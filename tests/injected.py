"""Every function of the package made to fail, for one plan and then always, one after another: what a site is like then.
For functions that know what plans were, or change them, the site has a past and is built as under `mkdocs serve`.

`python tests/injected.py [SHARE] [OFFSET]` tries every SHARE-th of them, from OFFSET on, and prints what is wrong."""

import importlib
import inspect
import pathlib
import pkgutil
import re
import secrets
import shutil
import sys
import tempfile
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from typing import Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from repositories import Made
from sites import FILES, PLAN, Site, logged, written

import mkdocs_planplugin

MARK = "ostile"
BAD = "plans/hostile.md"
HOSTILE = (
    PLAN.replace("Payment ledger", "Hostile")
    .replace("Tables", "Hostile tables")
    .replace("Schema", "Hostile schema")
    .replace("Double posting", "Hostile")
    .replace("**Risk Level:** High", "**Risk Level:** High\n  - **Due:** 2026-03-01\n  - **Owner:** Hostile")
    .replace("**Status:**", "**Depends on:** [Cards](cards.md)\n**Start:** 2026-01-12\n**Status:**")
    + "\n## Open Questions\n\n- Hostile `one`?\n\n## Timeline Summary\n\n| Phase | Estimate |\n|---|---|\n| Hostile | 2 days |\n"
)
PAGES = {
    **FILES,
    BAD: HOSTILE,
    "plans/cards.md": PLAN.replace("Payment ledger", "Cards"),
    "plans/template.md": PLAN.replace("Payment ledger", "[Name of the feature]"),
}
# Whose failures are no plan's: those of options, the guard itself and what the command line alone uses; and names that are
# made for every plan alike.
LEFT_OUT = ("cli", "config", "plugin.guard", "plugin.log_lines", "catalog.plain_text", "countries", "working_time")
# What MkDocs and Python-Markdown call, which runs the others through the guard.
# So do these, which are told of what is made of all plans.
EVENTS = ("plugin.PlanPlugin.on_", "plugin.PlanPlugin._start_build", "plugin.PlanPlugin._new_build",

    "plugin.PlanPlugin._show", "plugin.files.GeneratedFiles._add_data_file", "plugin.files.GeneratedFiles._generated",
    "plugin.pages.PageRenderer._built_on", "plugin.pages.PageRenderer._with",
    "plugin.history.SiteHistory.of", "plugin.history.SiteHistory._all", "plugin.history.SiteHistory._read_or_halve",
    "history.git._commit", "history.trails.",
)  # fmt: skip
# Steps that are taken once for all plans: their failures may name the site.
OVER_ALL = (
    "links between plans",
    "lines of the log",
    "style sheet and scripts",
    "links to the plan",
    "language of our words",
)
# Which take part only where a site asks for what plans were, or lets them be changed.
OF_PAST = ("history.", "edit.", "plugin.history", "plugin.editing", "plugin.site.Site._with_")
HOOK = "_planplugin_injected"
HOME = pathlib.Path(mkdocs_planplugin.__file__).parent


class InjectedError(Exception):
    """What is made to happen."""


def functions() -> dict[str, types.FunctionType]:
    """All functions and methods of the package whose failures are those of a plan, by where they are."""
    return {
        name: function
        for name, function in all_functions().items()
        if not name.startswith(EVENTS) and not any(name.startswith(f"{module}.") for module in LEFT_OUT)
    }


def all_functions() -> dict[str, types.FunctionType]:
    """All functions and methods of the package but those of the command line, by where they are."""
    result = {}
    for module in pkgutil.walk_packages(mkdocs_planplugin.__path__, "mkdocs_planplugin."):
        short = module.name.partition(".")[2]
        if not f"{short}.".startswith("cli."):
            home = importlib.import_module(module.name)
            result |= {f"{short}.{name}": function for name, function in of_module(home)}
    return result


def of_module(home: types.ModuleType) -> Iterator[tuple[str, types.FunctionType]]:
    for name, value in vars(home).items():
        if getattr(value, "__module__", None) != home.__name__:
            continue
        if inspect.isclass(value):
            for member, raw in vars(value).items():
                function = unwrapped(raw)
                if function and not member.startswith("__") and function.__code__.co_filename == home.__file__:
                    yield f"{name}.{member}", function
        elif function := unwrapped(value):
            yield name, function


def unwrapped(value: object) -> types.FunctionType | None:
    """The function behind a property, a class method or a cache; None where there is none, or where it is a closure."""
    value = inspect.unwrap(value) if callable(value) else value  # type: ignore[arg-type]
    for kind, attribute in (
        (property, "fget"),
        (cached_property, "func"),
        (classmethod, "__func__"),
        (staticmethod, "__func__"),
    ):
        if isinstance(value, kind):
            value = getattr(value, attribute)
    return value if isinstance(value, types.FunctionType) and not value.__closure__ else None


def fail_for_the_plan(monkeypatch: pytest.MonkeyPatch, home: object, name: str) -> None:
    """Make a function of a module or class fail wherever it is told something of the one plan."""
    real = getattr(home, name)

    def failing(*args: object, **options: object) -> object:
        if MARK in repr((args, options)):
            raise ZeroDivisionError("as \x1b[31m injected\nhere")
        return real(*args, **options)

    monkeypatch.setattr(home, name, failing)


@contextmanager
def replaced(
    function: types.FunctionType, hook: Callable[[tuple[object, ...], dict[str, object]], object]
) -> Iterator[None]:
    """Have `hook` called with the arguments in place of a function, by whoever has a name for it."""
    code, defaults, named = function.__code__, function.__defaults__, function.__kwdefaults__
    function.__globals__[HOOK] = hook
    # A generator stays one: it fails where it is walked, which may be in another step than where it was made.
    stand_in = through_generator if inspect.isgeneratorfunction(function) else through_hook
    function.__code__ = stand_in.__code__
    function.__defaults__ = function.__kwdefaults__ = None
    try:
        yield
    finally:
        function.__code__, function.__defaults__, function.__kwdefaults__ = code, defaults, named
        del function.__globals__[HOOK]


@contextmanager
def always_failing(function: types.FunctionType) -> Iterator[list[str]]:
    """Make a function fail whenever it is called; its name is put into a list each time."""
    told: list[str] = []

    def hook(_args: tuple[object, ...], _options: dict[str, object]) -> object:
        told.append(function.__qualname__)
        raise InjectedError("as injected")

    with replaced(function, hook):
        yield told


@contextmanager
def failing(function: types.FunctionType) -> Iterator[list[str]]:
    """Make a function fail where it is told something of the one plan; what it was told is put into a list."""
    told: list[str] = []
    real = types.FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__)
    real.__kwdefaults__ = function.__kwdefaults__

    # Objects of the plugin itself and a portfolio know all plans: what counts there is what they are asked.
    knows_all = ".plugin" in function.__module__ or function.__qualname__.startswith("Portfolio.")
    first = int("." in function.__qualname__ and knows_all)

    def hook(args: tuple[object, ...], options: dict[str, object]) -> object:
        if MARK in repr((args[first:], options)):
            told.append(function.__qualname__)
            raise InjectedError("as injected")
        return real(*args, **options)

    with replaced(function, hook):
        yield told


def through_hook(*args: object, **options: object) -> object:
    return _planplugin_injected(args, options)  # type: ignore[name-defined]  # noqa: F821


def through_generator(*args: object, **options: object) -> Iterator[object]:
    return (yield from _planplugin_injected(args, options))  # type: ignore[name-defined]  # noqa: F821


class Sites:
    """The same small site, built again and again, with a theme that shows the content and nothing else."""

    def __init__(self, folder: pathlib.Path, *, of_past: bool = False) -> None:
        theme = folder / "theme"
        theme.mkdir()
        (theme / "main.html").write_text("<article>{{ page.content }}</article>", "utf-8")
        settings = {"theme": {"name": None, "custom_dir": str(theme)}, "site_url": "https://example.org/"}
        self.command: Literal["serve", "build"] = "serve" if of_past else "build"
        options = {"history": True, "edit": True} if of_past else {}
        self.config_file = written(folder, PAGES, options, **settings)
        self.folder, self.cache = folder / "site", folder / ".cache"
        made = Made(folder)
        before = {f"docs/{path}": text.replace("[x]", "[ ]") for path, text in PAGES.items()}
        made.commit("2026-01-12", before)
        made.commit("2026-02-03", {f"docs/{path}": text for path, text in PAGES.items()})
        self.plain = self.build(plugins=[]).content("plans/hostile/index.html")
        self.files_of_site = [path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file()]
        self.whole = self.build()
        self.files = [
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and "hostile" not in path.name
        ]
        self.pages = {path: self.whole.content(path) for path in ("plans/ledger/index.html", "index.html")}

    def build(self, **settings: object) -> Site:
        """Build it strictly, as for the first time: what ends a strict build at its end is a line of the log here."""
        shutil.rmtree(self.cache, ignore_errors=True)
        with logged() as log, pytest.MonkeyPatch.context() as patch:
            patch.setattr(secrets, "token_urlsafe", lambda _size: "token")  # which stands in the pages
            config = load_config(str(self.config_file), site_dir=str(self.folder), strict=True, **settings)
            config.plugins.on_startup(command=self.command, dirty=False)
            try:
                build(config, serve_url="http://127.0.0.1/" if self.command == "serve" else None)
            except Abort as error:
                log.append(f"ABORTED {error}")
        return Site(self.folder, log)

    def called(self, room: str = "") -> dict[str, types.FunctionType]:
        """The functions that are called while the site is built, by where they are; only by a room, if it is named."""
        codes = set()

        def note(frame: types.FrameType, event: str, _argument: object) -> None:
            caller = frame.f_back.f_code.co_filename if frame.f_back else ""
            if event == "call" and (not room or caller.startswith(str(HOME / room))):
                codes.add(frame.f_code)

        sys.setprofile(note)
        try:
            self.build()
        finally:
            sys.setprofile(None)
        return {name: function for name, function in all_functions().items() if function.__code__ in codes}

    def wrong_with(self, function: types.FunctionType) -> list[str]:
        """What is not as it should be where a function fails for the one plan."""
        with failing(function) as told:
            try:
                site = self.build()
            except Exception as error:  # noqa: BLE001 (that is what is looked for)
                return [f"the build stops: {error!r}"]
        if not told:
            return []
        failures = [line for line in site.log if "the plugin failed" in line]
        wrong = [self.wrong_warnings(failures), self.wrong_elsewhere(site), self.wrong_page(site, failures)]
        return [*chain.from_iterable(wrong), *self.wrong_end(site)]

    def wrong_where_it_always_fails(self, function: types.FunctionType) -> list[str]:
        """What is not as it should be where a function fails for all plans and pages. What each page then shows is left
        open, but for the page that has nothing to do with plans."""
        with always_failing(function) as told:
            try:
                site = self.build()
            except Exception as error:  # noqa: BLE001 (that is what is looked for)
                return [f"the build stops: {error!r}"]
        if not told:
            return []
        failures = [line for line in site.log if "the plugin failed" in line]
        wrong = [] if failures else ["no warning"]
        wrong += [f"another failure: {line}" for line in failures if "InjectedError: as injected" not in line]
        wrong += [f"no way to report it: {line}" for line in failures if "please report" not in line]
        wrong += [f"{path} is not there" for path in self.files_of_site if not (self.folder / path).exists()]
        if site.content("index.html") != self.pages["index.html"]:
            wrong.append("the first page is not as ever")
        return [*wrong, *self.wrong_end(site)]

    def wrong_warnings(self, failures: list[str]) -> Iterator[str]:
        if not failures:
            yield "no warning"
        for line in failures:
            if "InjectedError: as injected" not in line or not line.startswith("WARNING"):
                yield f"another failure: {line}"
            # The plan that it needs shows it, too.
            if not re.search("plans/(hostile|cards)|specs/ledger", line) and not any(
                stage in line for stage in OVER_ALL
            ):
                yield f"the plan is not named: {line}"
        if len(failures) != len(set(failures)):
            yield "a warning twice"

    def wrong_end(self, site: Site) -> Iterator[str]:
        aborted = [line for line in site.log if line.startswith("ABORTED")]
        if not aborted or "in strict mode" not in aborted[0]:
            yield "a strict build ends as if all were well"

    def wrong_elsewhere(self, site: Site) -> Iterator[str]:
        for path, content in self.pages.items():
            if site.content(path) != content:
                yield f"{path} is not as ever"
        if not (self.folder / "plans.json").exists() or "plans/ledger.md" not in site.plans:
            yield "the other plan is not in plans.json"
        for path in self.files:
            if not (self.folder / path).exists():
                yield f"{path} is not there"
        index = self.folder / "plans/index.html"
        if index.exists() and '"ledger/' not in site.content("plans/index.html"):
            yield "the other plan is not in the index"

    def wrong_page(self, site: Site, failures: list[str]) -> Iterator[str]:
        content = site.content("plans/hostile/index.html")
        alone = any(f" {BAD}: " in line and "as without the plugin" in line for line in failures)
        if (content == self.plain) != alone:
            yield "the page is not as without us" if alone else "the page is as without us, and no warning says so"


def main() -> None:
    share, offset = (int(text) for text in (*sys.argv[1:], *("1", "0")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as usual, tempfile.TemporaryDirectory() as past:
        sites = {False: Sites(pathlib.Path(usual)), True: Sites(pathlib.Path(past), of_past=True)}
        called = sites[False].called() | sites[True].called()
        tried = [item for item in functions().items() if item[0] in called][offset::share]
        bad = 0
        for place, function in tried:
            its = sites[place.startswith(OF_PAST)]
            for problem in (*its.wrong_with(function), *its.wrong_where_it_always_fails(function)):
                bad += 1
                print(f"{place}: {problem}", flush=True)  # noqa: T201 (it takes long, so each is shown at once)
        sys.stdout.write(f"{len(tried)} functions, {bad} problems\n")


if __name__ == "__main__":
    main()

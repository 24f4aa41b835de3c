# The input of a command: the requested pages, read as a build of the site would read them. A `mkdocs.yml` or
# `zensical.toml` above them names the docs folder and the options of the plugin. Nothing in it is run, and no other
# plugin takes part.
"""Plans of a folder, without a build."""

from __future__ import annotations

import datetime as dt
import functools
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files
from mkdocs.utils import is_markdown_file
from mkdocs.utils.yaml import yaml_load
from msgspec import Struct

from mkdocs_planplugin.catalog import number_of, one_line
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.gfm import ALL_SYNTAX
from mkdocs_planplugin.plugin import (
    Guard,
    LinkResolver,
    PageSource,
    Site,
    SiteHistory,
    SiteReader,
    collection_paused,
    history_reader,
)
from mkdocs_planplugin.portfolio import Entry, linked_paths

from .failures import current_guard, log
from .streams import with_progress

CONFIG_FILES = ("mkdocs.yml", "mkdocs.yaml", "zensical.toml")
# Folders with documents of other projects, or none at all.
SKIPPED = frozenset(["node_modules", "site-packages", "__pycache__"])
# The file that Python puts into the folder of a virtual environment.
ENVIRONMENT = "pyvenv.cfg"

F = TypeVar("F", bound=Callable[..., object])


class Project(Struct, frozen=True):
    """The plans below `root`, the docs folder. `asked` are the source paths of the pages that the command is about;
    with a configuration the others have been read too, else those that plans wait for, because plans name one another.
    `files` are all of them, and `language` is that of the words on plans. `unreadable` are those asked for that are no
    text in UTF-8, or that nobody may read; each was named. What is done plan by plan goes through `guard`."""

    root: Path
    site: Site
    asked: tuple[str, ...]
    files: Files
    language: str
    guard: Guard
    unreadable: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The plans and templates among the pages that were asked for."""
        asked = set(self.asked)
        return tuple(entry for entry in self.site.portfolio.entries if entry.path in asked)

    @property
    def counted(self) -> str:
        """How many plans and templates were asked for: `2 plans, 1 template`."""
        templates = sum(entry.plan.is_template for entry in self.entries)
        plans = number_of(len(self.entries) - templates, "plan")
        return f"{plans}, {number_of(templates, 'template')}" if templates else plans

    def path_here(self, path: str) -> str:
        """A source path relative to the current folder; absolute if it lies on another drive."""
        try:
            return os.path.relpath(self.root / path)
        except ValueError:
            return str(self.root / path)

    def shown(self, path: str) -> str:
        """The same as a terminal shows it."""
        return one_line(self.path_here(path))


def project_options(command: F) -> F:
    """Add the options that every command has which reads plans."""
    for option in (
        click.option(
            "-f",
            "--config-file",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="The mkdocs.yml or zensical.toml to use; by default the next one above the paths.",
        ),
        click.option(
            "--as-of",
            type=click.DateTime(["%Y-%m-%d"]),
            help="The day that counts as today, such as 2026-01-31.",
        ),
    ):
        command = option(command)
    return command


def _file(path: Path, root: Path) -> File:
    return File(path.relative_to(root).as_posix(), str(root), "", use_directory_urls=True)


def site_settings(config_file: Path | None, as_of: dt.datetime | None) -> tuple[PlanConfig, Path]:
    """The options of the site that the current folder belongs to, and its docs folder; without a configuration those by
    default, and the current folder.

    Raises click's errors where the configuration is wrong.
    """
    config_file = config_file or _config_above(Path.cwd())
    settings = _settings(config_file)
    return _options(settings, config_file, as_of), _docs_folder(settings, config_file) or Path.cwd()


def open_project(
    paths: Iterable[Path] = (),
    config_file: Path | None = None,
    as_of: dt.datetime | None = None,
    docs_folder: Path | None = None,
    file_of: Callable[[Path, Path], File] = _file,
) -> Project:
    """Read the plans of `paths`, files or folders; without any, of the docs folder of the configuration, else of the
    current folder. `docs_folder` is used in place of the one of the configuration. `file_of` makes the file of a path
    in such a folder, with the URL that links to it have.

    Raises click's errors where a path or the configuration is wrong.
    """
    written = tuple(paths)
    asked = [path.resolve() for path in written]
    docs = docs_folder.resolve() if docs_folder else None
    config_file = config_file or _config_above(docs or (asked[0] if asked else Path.cwd()))
    settings = _settings(config_file)
    options = _options(settings, config_file, as_of)
    docs = docs or _docs_folder(settings, config_file)
    root = docs if docs and all(path.is_relative_to(docs) for path in asked) else _common_folder(asked)
    own_pages = dict.fromkeys(page for start in asked or [root] for page in _pages(start))
    # The plans of a site name one another.
    all_pages: Iterable[Path] = {*own_pages, *_pages(root)} if root == docs else own_pages
    guard = current_guard()
    file_of = functools.cache(file_of)
    files = Files([file_of(page, root) for page in sorted(all_pages)])
    site = _read_site(files, options, config_file, _FolderLinks(files, root, file_of), guard)
    names = tuple(page.relative_to(root).as_posix() for page in own_pages)
    read_or_told = site.sources.keys() | guard.left_alone
    unreadable = tuple(name for name in names if name not in read_or_told and options.looks_at(name))
    project = Project(root, site, names, files, _language(settings, options), guard, unreadable)
    for name in unreadable:
        why = "cannot be read; a plan is a text in UTF-8" if is_markdown_file(name) else "is no Markdown file (.md)"
        click.echo(f"{project.shown(name)}: {why}", err=True)
    if not own_pages:  # a mistyped folder would look like one without mistakes
        click.echo(f"there is no page in {', '.join(map(str, written or [root]))}", err=True)
    return project


def _language(settings: Mapping[str, Any], options: PlanConfig) -> str:
    """The code of the language of words on plans: that of the option, else that of the theme, else English."""
    theme = settings.get("theme")
    return options.language or str((theme.get("language") if isinstance(theme, dict) else None) or "en")


def _read_site(files: Files, options: PlanConfig, config_file: Path | None, links: LinkResolver, guard: Guard) -> Site:
    """Read the pages of a site, and the histories of its plans if the option wants them."""
    with collection_paused():  # what is read is kept to the end of the command
        reader = SiteReader(guard)
        if not options.history:  # which needs the outlines, too
            reader.read_ahead(files, options, ALL_SYNTAX, lambda _level: True, with_progress)
        sources = reader.read(files, options, ALL_SYNTAX, lambda _level: True)
        while linked := list(_linked_pages(sources, links, files)):
            for file in linked:
                files.append(file)
            sources = reader.read(files, options, ALL_SYNTAX, lambda _level: True)
        past = SiteHistory(history_reader(), files, options, config_file, guard) if options.history else None
        site = Site(options, sources, links, guard, past)
    for note in past.notes if past else ():
        log.info("%s", note)
    return site


def _linked_pages(sources: Mapping[str, PageSource], links: LinkResolver, files: Files) -> Iterator[File]:
    """The pages that were not read, and that plans wait for: a plan says the same whatever others are asked for."""
    plans = ((path, source.reading.plan) for path, source in sources.items())
    paths = dict.fromkeys(linked for path, plan in plans if plan for linked in linked_paths(path, plan))
    for file in map(links.linked_file, paths):
        if file and file.is_documentation_page() and file.src_uri not in files.src_uris:
            yield file


class _FolderLinks(LinkResolver):
    """Finds what links lead to in a folder, also where it was not read."""

    def __init__(self, files: Files, root: Path, file_of: Callable[[Path, Path], File]) -> None:
        super().__init__(files, lambda _level: True)
        self._root = root
        self._file_of = file_of

    def linked_file(self, path: str) -> File | None:
        """The file that a link to a source path leads to."""
        known = super().linked_file(path)
        target = self._root / path
        return known or (self._file_of(target, self._root) if path and target.is_file() else None)


class _SettingsLoader(yaml.SafeLoader):
    """Reads a `mkdocs.yml` without running anything that it names; `!ENV` and the like are left empty."""


def _ignored(_loader: yaml.Loader, _suffix: str, _node: yaml.Node) -> None:
    return None


_SettingsLoader.add_multi_constructor("!", _ignored)
_SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/", _ignored)


def _config_above(path: Path) -> Path | None:
    """The configuration in the folder of a path, or in one above it."""
    start = path if path.is_dir() else path.parent
    candidates = (folder / name for folder in (start, *start.parents) for name in CONFIG_FILES)
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _settings(config_file: Path | None) -> Mapping[str, Any]:
    """The settings in a configuration file; empty without a file."""
    if config_file is None:
        return {}
    try:
        with config_file.open("rb") as stream:
            if config_file.suffix == ".toml":
                settings = tomllib.load(stream).get("project")
            else:
                settings = yaml_load(stream, _SettingsLoader)  # type: ignore[arg-type]  # any loader will do
    except (OSError, ValueError, yaml.YAMLError, ConfigurationError) as error:
        raise click.ClickException(f"{config_file} cannot be read: {error}") from error
    return settings if isinstance(settings, dict) else {}


def _options(settings: Mapping[str, Any], config_file: Path | None, as_of: dt.datetime | None) -> PlanConfig:
    """The options of the plugin, checked as MkDocs checks them."""
    options = PlanConfig(config_file_path=str(config_file) if config_file else None)
    of_extension, of_plugin = (_our_options(settings.get(key)) for key in ("markdown_extensions", "plugins"))
    options.load_dict(of_extension | of_plugin | ({"as_of": as_of.date()} if as_of else {}))
    errors, warnings = options.validate()
    if options.failure:
        raise options.failure
    for key, message in warnings:
        click.echo(f"{config_file}: planplugin: {key}: {message}", err=True)
    if errors:
        raise click.ClickException("\n".join(f"{config_file}: planplugin: {key}: {message}" for key, message in errors))
    return options


def _our_options(listed: object) -> dict[str, Any]:
    """The options under `planplugin`, in both forms of a list of plugins or extensions: a list, or a mapping."""
    in_use = [listed] if isinstance(listed, dict) else listed if isinstance(listed, list) else []
    ours = (one["planplugin"] for one in in_use if isinstance(one, dict) and "planplugin" in one)
    return next((dict(options) for options in ours if isinstance(options, dict)), {})


def _docs_folder(settings: Mapping[str, Any], config_file: Path | None) -> Path | None:
    """The folder with the pages of a site; None without a configuration, or where there is no such folder."""
    if config_file is None:
        return None
    folder = (config_file.parent / str(settings.get("docs_dir") or "docs")).resolve()
    return folder if folder.is_dir() else None


def _common_folder(asked: Iterable[Path]) -> Path:
    """The current folder, if it contains all paths; else the folder that does."""
    folders = [path if path.is_dir() else path.parent for path in asked]
    here = Path.cwd()
    if all(folder.is_relative_to(here) for folder in folders):
        return here
    try:
        return Path(os.path.commonpath(folders))
    except ValueError as error:
        raise click.ClickException("the paths lie on different drives: ask about each by itself") from error


def _pages(start: Path) -> Iterator[Path]:
    """The Markdown files at or below a path, in the order of their names."""
    if not start.is_dir():
        yield start
        return
    for folder, folders, names in os.walk(start):
        folders[:] = sorted(name for name in folders if _is_looked_into(Path(folder, name)))
        # Pipes and links that lead nowhere are left out.
        paths = (Path(folder, name) for name in sorted(names) if is_markdown_file(name))
        yield from (path for path in paths if path.is_file())


def _is_looked_into(folder: Path) -> bool:
    return not (folder.name.startswith(".") or folder.name in SKIPPED or (folder / ENVIRONMENT).exists())

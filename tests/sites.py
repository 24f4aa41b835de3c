"""Small real sites for tests: a dict of files in, a built site out."""

import functools
import io
import json
import logging
import pathlib
import re
import subprocess
import sys
from contextlib import contextmanager
from types import CodeType
from typing import Any

import jinja2
import mkdocs.plugins
import mkdocs.utils
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

ROOT = pathlib.Path(__file__).parents[1]
EXAMPLE = ROOT / "example_site"

PLAN = """\
# Implementation Plan: Payment ledger

**Based on:** [Ledger spec](../specs/ledger.md)
**Created:** 2026-01-12
**Status:** In Progress

## Implementation Phases

### Phase 1: Schema (Est: 3 days)

**Tasks:**

- [x] **Task 1.1:** Tables
  - **Estimate:** 1 day
  - **Risk Level:** High
- [ ] **Task 1.2:** Backfill
  - **Dependencies:** Task 1.1
  - **Estimate:** 2 days

**Phase Completion Criteria:**
- [ ] Old rows are readable

### Phase 2: Rollout (Est: 2 days)

**Tasks:**
- [ ] **Task 2.1:** Switch over
  - **Estimate:** 2 days

## Risk Assessment

### High Priority Risks

**Risk 1:** Double posting
- **Probability:** High
- **Impact:** High

## Definition of Done

**Code Quality:**
- [x] Reviewed
- [ ] Tested
"""
FILES = {
    "index.md": "# Home\n\nHello.\n",
    "specs/ledger.md": "# Ledger spec\n\nWhat it does.\n",
    "plans/ledger.md": PLAN,
}


# Two thirds of what a small site takes is the theme's: its templates are compiled anew for each build, and its folder is
# listed, which has ten thousand icons. Neither changes while the tests run, so both are done once for each process.


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates, by their text and the settings that have a part in it."""

    def __init__(self) -> None:
        self.codes: dict[tuple[object, ...], CodeType] = {}

    def load_bytecode(self, bucket: Any) -> None:
        bucket.code = self.codes.get(self.key(bucket))

    def dump_bytecode(self, bucket: Any) -> None:
        self.codes[self.key(bucket)] = bucket.code

    def key(self, bucket: Any) -> tuple[object, ...]:
        return bucket.key, bucket.checksum, bucket.environment.autoescape, *bucket.environment.extensions


class ThemeFolders(jinja2.FileSystemLoader):
    """Folders of which those of installed packages are listed once, without the dot files that no site gets, and without
    what no test looks at: most files of the theme are of other languages to search in, or source maps."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in self.names(folder)})

    def names(self, folder: str) -> list[str]:
        installed = pathlib.Path(folder).is_relative_to(pathlib.Path(mkdocs.__file__).parents[1])
        return installed_files(folder) if installed else jinja2.FileSystemLoader(folder).list_templates()


@functools.cache
def installed_files(folder: str) -> list[str]:
    return [
        name
        for name in jinja2.FileSystemLoader(folder).list_templates()
        if not re.search(r"(^|/)\.|/lunr/|\.map$", name)
    ]


def get_env(theme: Theme, real: Any = Theme.get_env) -> jinja2.Environment:
    environment = real(theme)
    environment.bytecode_cache = COMPILED
    environment.loader = ThemeFolders(theme.dirs)
    return environment


COMPILED = CompiledTemplates()
# Which themes and plugins are installed does not change either.
mkdocs.utils.get_themes = functools.cache(mkdocs.utils.get_themes)
mkdocs.plugins.get_plugins = functools.cache(mkdocs.plugins.get_plugins)
Theme.get_env = get_env  # type: ignore[method-assign]


class Site:
    """A built site."""

    def __init__(self, folder: pathlib.Path, log: list[str]) -> None:
        self.folder = folder
        self.log = log

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def content(self, path: str) -> str:
        """What the page holds between the theme's parts."""
        match = re.search(r"<article[^>]*>(.*)</article>", self.text(path), re.DOTALL)
        assert match
        return match[1]

    @property
    def plans(self) -> dict[str, Any]:
        return {plan["path"]: plan for plan in json.loads(self.text("plans.json"))["plans"]}


def make_site(
    folder: pathlib.Path, files: dict[str, str], plugin: dict[str, Any] | None = None, **settings: Any
) -> Site:
    """Build a Material site; `plugin` None leaves the plugin out."""
    return built(written(folder, files, plugin, **settings), folder / "site")


def modules_of_build(
    folder: pathlib.Path, files: dict[str, str], plugin: dict[str, Any] | None = None, **settings: Any
) -> tuple[Site, set[str]]:
    """The same in a process of its own, and the modules that are imported there."""
    config_file = written(folder, files, plugin, **settings)
    build = f"cli(['build', '-q', '-f', {str(config_file)!r}], standalone_mode=False)"
    code = f"import json, sys; from mkdocs.__main__ import cli; {build}; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return Site(folder / "site", []), set(json.loads(done.stdout.splitlines()[-1]))


def written(
    folder: pathlib.Path, files: dict[str, str], plugin: dict[str, Any] | None, **settings: Any
) -> pathlib.Path:
    """The configuration of a site that is written but not yet built."""
    docs = folder / "docs"
    for name, text in files.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    plugins = ["search"] if plugin is None else ["search", {"planplugin": {"as_of": "2026-02-06", **plugin}}]
    options = {"site_name": "T", "theme": {"name": "material", "font": False}, "plugins": plugins, **settings}
    config_file = folder / "mkdocs.yml"
    config_file.write_text(yaml.safe_dump(options, sort_keys=False), "utf-8")
    return config_file


def built(config_file: pathlib.Path, site_dir: pathlib.Path, **settings: Any) -> Site:
    """Build a site as `mkdocs build` does."""
    with logged() as log:
        config = load_config(str(config_file), site_dir=str(site_dir), **settings)
        run_build(config)
    return Site(site_dir, log)


def run_build(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


@contextmanager
def logged():
    """The messages that MkDocs logs, from INFO up, as a list that fills."""
    messages: list[str] = []
    handler = logging.StreamHandler(io.StringIO())
    handler.emit = lambda record: messages.append(f"{record.levelname} {record.getMessage()}")  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)

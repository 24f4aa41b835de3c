"""Templates are compiled once, and kept where that is possible and safe: what is loaded is run."""

import gc
import os
import pathlib
import tempfile
import weakref

import pytest
from jinja2 import Environment
from jinja2.nativetypes import NativeEnvironment
from markupsafe import Markup, escape
from mkdocs.theme import Theme
from sites import FILES, get_env, make_site

from mkdocs_planplugin import compiled_templates, user_cache
from mkdocs_planplugin.plugin.theme_templates import keep_compiled
from mkdocs_planplugin.views.kit import environment as kit_environment
from mkdocs_planplugin.views.kit import escaped
from mkdocs_planplugin.views.kit.environment import Templates, render, use_templates

THEMES_OWN = get_env.__defaults__[0]  # as MkDocs makes it: for the other tests, sites have theirs compiled already


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path):
    """The cache folder of a user whose templates nobody has compiled yet."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(user_cache, "user_cache_path", lambda *_, **__: folder)
    return folder


@pytest.fixture
def compilations(monkeypatch):
    """The templates that are compiled."""
    names = []
    real = Environment.compile

    def noted(self, source, name=None, *rest):
        names.append(name)
        return real(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def shown():
    """A view, as a build of its own makes it."""
    with use_templates(Templates()):
        return render("nothing", view="index", condition="<b>")


def test_a_template_is_compiled_in_the_first_build_only(compilations, cache):
    """The next one finds it, in a folder that nobody else can write to or read."""
    assert "&lt;b&gt;" in shown()
    first = len(compilations)
    shown()
    assert len(compilations) == first > 0
    assert cache.stat().st_mode & 0o777 == 0o700 or os.name == "nt"


@pytest.mark.parametrize("damage", [lambda data: data[:9], lambda data: data[:-9], lambda data: bytes(reversed(data))])
def test_a_damaged_file_is_made_anew(compilations, cache, damage):
    """Cut off, or of other bytes: none of it is run."""
    first = shown()
    files = [path for path in cache.rglob("*") if path.is_file()]
    whole = {path: path.read_bytes() for path in files}
    for path in files:
        path.write_bytes(damage(path.read_bytes()))
    compilations.clear()
    assert shown() == first
    assert len(compilations) == len(files)
    assert {path: path.read_bytes() for path in files} == whole


def test_only_so_many_templates_are_kept(monkeypatch, cache):
    """A user has many sites over the years, and nobody looks into the folder: what was written first goes first."""
    shown()
    (written,) = (path for path in cache.rglob("*") if path.is_file())
    for age, name in enumerate(("older", "old"), 1):
        written.with_name(name).write_bytes(b"")
        os.utime(written.with_name(name), (0, 1e9 - age))
    written.with_name("new").write_bytes(b"")
    written.write_bytes(b"")  # damaged, so it is written again
    monkeypatch.setattr(compiled_templates, "MOST_KEPT", 2)
    shown()
    assert {path.name for path in written.parent.iterdir()} == {"new", written.name}


def is_not_used(cache, compilations):
    before = {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    compilations.clear()
    assert "&lt;b&gt;" in shown()
    assert compilations
    assert before == {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders of Windows have no owners of this kind")
def test_a_folder_that_others_can_write_to_is_not_used(cache, compilations, monkeypatch, tmp_path):
    """Nor that of somebody else, nor a link to another one: each of both levels."""
    shown()
    for folder in (cache, next(cache.iterdir())):
        folder.chmod(0o777)
        is_not_used(cache, compilations)
        folder.chmod(0o700)
    with monkeypatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: cache.stat().st_uid + 1)
        is_not_used(cache, compilations)
    elsewhere = tmp_path / "elsewhere"
    cache.rename(elsewhere)
    cache.symlink_to(elsewhere, target_is_directory=True)
    is_not_used(cache, compilations)


@pytest.mark.parametrize("place", ["file", "~/.cache/planplugin"])
def test_without_a_folder_to_keep_them_in_templates_are_compiled_each_time(monkeypatch, tmp_path, cache, place):
    """A file in its place, or a user without a home: it is a matter of speed only."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("", "utf-8")
    folder = tmp_path / place if place == "file" else pathlib.Path(place)
    monkeypatch.setattr(user_cache, "user_cache_path", lambda *_, **__: folder)
    assert "&lt;b&gt;" in shown()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_full_disk_stops_nothing(monkeypatch, cache):
    """What cannot be kept is compiled the next time, and nothing half written is left."""

    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(pathlib.Path, "replace", refuse)
        assert "&lt;b&gt;" in shown()
    assert not [path for path in cache.rglob("*") if path.is_file()]
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    assert "&lt;b&gt;" in shown()


@pytest.mark.parametrize("value", ["a & b", "<b>", "it's", '"', "plain", "", 7, None, Markup("<i>x</i>")])
def test_escaped_values_are_those_of_markupsafe(value):
    """Whatever the value is."""
    assert str(escaped(value)) == str(escape(value))


def test_values_are_escaped_by_a_look_first(monkeypatch):
    """By our function, in the templates that others include and import, too."""
    asked = []
    monkeypatch.setattr(kit_environment, "escaped", lambda value: asked.append(value) or escape(value))
    assert "&lt;b&gt;" in shown()
    assert "<b>" in asked


@pytest.fixture
def as_mkdocs_does(monkeypatch):
    """Sites get the environment of their theme as MkDocs makes it."""
    monkeypatch.setattr(Theme, "get_env", THEMES_OWN)


@pytest.mark.usefixtures("as_mkdocs_does")
@pytest.mark.parametrize("files", [FILES, {"index.md": "# Home\n"}], ids=["plans", "no plan"])
def test_the_themes_templates_are_compiled_in_the_first_build_only(monkeypatch, compilations, tmp_path, files):
    """Whether a site has plans or not; pages are the same bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    options = {"theme": {"name": "mkdocs", "custom_dir": str(tmp_path / "custom")}}
    (tmp_path / "custom").mkdir()
    (tmp_path / "custom" / "main.html").write_text('{% extends "base.html" %}', "utf-8")
    first = make_site(tmp_path, files, {}, **options)
    pages = {page: page.read_bytes() for page in first.folder.rglob("*.html")}
    assert {"main.html", "base.html"} <= set(compilations)
    compilations.clear()
    again = make_site(tmp_path, files, {}, **options)
    assert compilations == []
    assert pages == {page: page.read_bytes() for page in again.folder.rglob("*.html")}
    (tmp_path / "custom" / "main.html").write_text("Now another one.", "utf-8")
    assert make_site(tmp_path, files, {}, **options).text("index.html") == "Now another one."
    assert compilations == ["main.html"]


CHANGES = {
    "a filter more": lambda environment: environment.filters.update(mine=str),
    "another filter": lambda environment: environment.filters.update(upper=str),
    "a test more": lambda environment: environment.tests.update(mine=bool),
    "an extension": lambda environment: environment.add_extension("jinja2.ext.do"),
    "a filter by another name": lambda environment: environment.filters.update(mine=environment.filters["upper"]),
    "what becomes of values": lambda environment: setattr(environment, "finalize", str),
    "escaping": lambda environment: setattr(environment, "autoescape", True),
    "spaces": lambda environment: setattr(environment, "trim_blocks", True),
    "a policy": lambda environment: environment.policies.update({"ext.i18n.trimmed": True}),
    "translations": lambda environment: setattr(environment, "newstyle_gettext", True),
    "templates kept elsewhere": lambda environment: setattr(environment, "bytecode_cache", "elsewhere"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_templates_of_another_environment_are_not_kept(change):
    """What others add has a part in what is compiled, and Jinja does not tell such templates apart."""
    changed, plain = THEMES_OWN(Theme("mkdocs")), THEMES_OWN(Theme("mkdocs"))
    change(changed)
    before = changed.bytecode_cache
    keep_compiled(changed)
    keep_compiled(plain)
    assert changed.bytecode_cache == before
    assert plain.bytecode_cache is not None


def test_templates_of_another_kind_of_environment_are_not_kept():
    """It may compile them to something else."""
    native = NativeEnvironment()
    keep_compiled(native)
    assert native.bytecode_cache is None


def test_where_keeping_the_themes_templates_fails_they_are_compiled(monkeypatch, tmp_path):
    """One line says so."""

    def broken(*_):
        raise ArithmeticError("7")

    monkeypatch.setattr("mkdocs_planplugin.plugin.keep_compiled", broken)
    site = make_site(tmp_path, FILES, {})
    assert site.plans
    assert [line for line in site.log if "what is kept for the next build" in line and "made anew" in line]


class Value:
    """Something that a template shows."""

    text = "seven"


def test_no_value_outlives_its_view(tmp_path):
    """A context refers to itself by its macros; the garbage collector need not come for what it has shown."""
    (tmp_path / "made.html").write_text("{% macro shown() %}{{ value.text }}{% endmacro %}{{ shown() }}", "utf-8")
    value = Value()
    left = weakref.ref(value)
    gc.disable()
    try:
        with use_templates(Templates(tmp_path)):
            assert render("made", value=value) == "seven"
        del value
        assert left() is None
    finally:
        gc.enable()

"""Templates are compiled once, and kept where that is possible."""

import tempfile

import pytest
from jinja2 import Environment

from mkdocs_planplugin.views.kit import environment
from mkdocs_planplugin.views.kit.environment import Templates, render, use_templates


@pytest.fixture(autouse=True)
def _anew(monkeypatch, tmp_path):
    """A user whose templates nobody has compiled yet."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def shown():
    """A view, as a build of its own makes it."""
    with use_templates(Templates()):
        return render("nothing", view="index", condition="<b>")


def test_a_template_is_compiled_in_the_first_build_only(monkeypatch):
    """The next one finds it."""
    first = shown()
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert shown() == first
    assert "&lt;b&gt;" in first


@pytest.mark.parametrize("problem", [OSError, RuntimeError])
def test_without_a_folder_to_keep_them_in_templates_are_compiled_each_time(monkeypatch, problem):
    """It is a matter of speed only."""

    def refuse(*_):
        raise problem

    monkeypatch.setattr(environment._CompiledTemplates, "_get_default_cache_dir", refuse)
    assert "&lt;b&gt;" in shown()


def test_a_full_disk_stops_nothing(monkeypatch):
    """What cannot be kept is compiled the next time."""

    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    assert "&lt;b&gt;" in shown()

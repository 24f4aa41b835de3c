# Jinja as we use it: an environment of our own, because the theme's has autoescape off. A site may have templates of
# its own in place of ours; which are active stands in a context variable while pages are made, as the language does.
"""Turning values into HTML through templates: those of this package, and those that a site puts over them."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import Glyph
from mkdocs_planplugin.compiled_templates import compiled_templates
from mkdocs_planplugin.language import _, n_, split_at_fields

from .escaping import escaped

TEMPLATES = Path(__file__).parents[1] / "templates"
# What a site's template of the same name may include or extend: `ours/summary.html`.
_OURS = FileSystemLoader(TEMPLATES)
# No text of an author comes out with a "<" in it.
_NEXT = Markup("<next>")


class BrokenTemplateError(ValueError):
    """A template of the site that cannot be used; the message names the file and the line, and says why."""


class _Template(Template):
    """A template whose values are escaped by `escaped`: for a template of many small pieces that is a third of the
    time."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 (Jinja's name)
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """A template from its compiled code, in which `escape` is what escapes each value."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = escaped
        return template

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 (as Jinja has it)
        """As Jinja does; but the values are let go of at once. A context refers to itself by its macros, and so would
        keep them, thousands of rows of a register, until the garbage collector comes by."""
        context = self.new_context(dict(*args, **kwargs))
        try:
            return self.environment.concat(self.root_render_func(context))
        except Exception:  # noqa: BLE001 (it is raised again, with the lines of the template)
            self.environment.handle_exception()
        finally:
            context.parent.clear()
            context.vars.clear()


class _OurEnvironment(Environment):
    """Jinja for templates of this package alone. They ask for attributes only, and no value has a key in place of one:
    so Python's own `getattr` does, in a fifth of the time."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]


class Templates:
    """The templates of this package, and those in the given folders, which replace ours of the same name. Each is
    compiled on first use."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._compiled: dict[str, Template] = {}  # Jinja's own cache costs more than a small view

    def get(self, name: str) -> Template:
        """A template by its name."""
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = self._environment.get_template(f"{name}.html")
        return template

    @cached_property
    def _environment(self) -> Environment:
        environment = (Environment if self._folders else _OurEnvironment)(
            loader=ChoiceLoader([FileSystemLoader([*self._folders, TEMPLATES]), PrefixLoader({"ours": _OURS})]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            bytecode_cache=compiled_templates(),
        )
        environment.template_class = _Template
        environment.globals |= {"_": _, "n_": n_, "glyph": Glyph}
        environment.filters["fill"] = _fill
        return environment


OURS = Templates()
_active: ContextVar[Templates] = ContextVar("active_templates", default=OURS)


@contextmanager
def use_templates(templates: Templates) -> Iterator[None]:
    """Use these templates, until the end of the block."""
    token = _active.set(templates)
    try:
        yield
    finally:
        _active.reset(token)


def render(name: str, **values: object) -> str:
    """The HTML of the template `name` with `values`; every text among them comes out escaped."""
    try:
        return _active.get().get(name).render(values)
    except TemplateError as error:
        if _active.get() is OURS:
            raise
        raise BrokenTemplateError(f"{_position(error, name)}: {error.message or type(error).__name__}") from error


def render_each(name: str, **values: object) -> list[str]:
    """The pieces of HTML that the template `name` makes of `values`; each of them ends with `{{ next }}`.

    One call makes many pieces, because starting a template costs more than a small piece.
    """
    return render(name, next=_NEXT, **values).split(_NEXT)[:-1]


def _fill(words: str, **values: object) -> Markup:
    """A text with values in its fields. Text and values are escaped, except values that are HTML already."""
    parts = [f"{before}{escaped(values[name])}" if name else before for before, name in _escaped_pieces(words)]
    return Markup("".join(parts))  # noqa: S704 (escaped, each of them)


@lru_cache(maxsize=256)
def _escaped_pieces(words: str) -> tuple[tuple[Markup, str | None], ...]:
    return tuple((escape(before), name) for before, name in split_at_fields(words))


def _position(error: TemplateError, name: str) -> str:
    """The file and the line of an error in a template."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}, line {error.lineno}"
    calls = [call for call in traceback.extract_tb(error.__traceback__) if call.filename.endswith(".html")]
    return f"{calls[-1].filename}, line {calls[-1].lineno}" if calls else name

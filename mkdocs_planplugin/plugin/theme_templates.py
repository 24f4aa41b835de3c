# MkDocs compiles the templates of the theme anew in each build, which takes as long as four of its pages without a
# plugin. Jinja tells a kept template by its file and its text. What it made of them depends on the environment, too,
# and constants are worked out at once: so only an environment as MkDocs makes it is one whose templates are kept.
"""The templates of the theme, compiled once for many builds."""

from jinja2 import Environment
from jinja2.filters import FILTERS
from jinja2.tests import TESTS
from mkdocs.utils import templates

from mkdocs_planplugin.compiled_templates import compiled_templates

# Both ask for the page that is rendered, so neither is worked out when a template is compiled.
_FILTERS_OF_MKDOCS = {templates.url_filter, templates.script_tag_filter}
_EXTENSIONS_OF_MKDOCS = {"jinja2.ext.InternationalizationExtension"}


def keep_compiled(environment: Environment) -> None:
    """Keep the compiled templates of a theme from one build to the next. Where somebody has put another environment in
    its place, has added filters, tests or extensions, or keeps templates already, nothing is done."""
    if type(environment) is Environment and environment.bytecode_cache is None and _is_as_mkdocs_makes_it(environment):
        environment.bytecode_cache = compiled_templates()


def _is_as_mkdocs_makes_it(environment: Environment) -> bool:
    filters = set(environment.filters.values()) - set(FILTERS.values())
    tests = set(environment.tests.values()) - set(TESTS.values())
    return not tests and filters <= _FILTERS_OF_MKDOCS and environment.extensions.keys() <= _EXTENSIONS_OF_MKDOCS

# MkDocs compiles the templates of the theme anew in each build, which takes as long as four of its pages without a
# plugin. Jinja tells a kept template by its file and its text. What it made of them depends on the environment, too,
# and constants are worked out at once: so only an environment as MkDocs makes it is one whose templates are kept.
"""The templates of the theme, compiled once for many builds."""

from jinja2 import Environment
from mkdocs.utils import templates

from mkdocs_planplugin.compiled_templates import compiled_templates

# Both ask for the page that is rendered, so neither is worked out when a template is compiled.
_FILTERS_OF_MKDOCS = (("url", templates.url_filter), ("script_tag", templates.script_tag_filter))
_EXTENSIONS_OF_MKDOCS = {"jinja2.ext.InternationalizationExtension"}
# What else has a part in what is compiled (Jinja's `Environment`, `defaults` and `compiler`).
_COMPILED_IN = (
    "autoescape", "block_end_string", "block_start_string", "code_generator_class", "comment_end_string",
    "comment_start_string", "finalize", "is_async", "keep_trailing_newline", "line_comment_prefix",
    "line_statement_prefix", "lstrip_blocks", "newline_sequence", "optimized", "policies", "sandboxed", "trim_blocks",
    "undefined", "variable_end_string", "variable_start_string",
)  # fmt: skip


def keep_compiled(environment: Environment) -> None:
    """Keep the compiled templates of a theme from one build to the next. Where somebody has put another environment in
    its place, has changed what is
    compiled (filters, tests, extensions, `trim_blocks` and the like), or keeps templates already, nothing is done."""
    if type(environment) is Environment and environment.bytecode_cache is None and _is_as_mkdocs_makes_it(environment):
        environment.bytecode_cache = compiled_templates()


def _is_as_mkdocs_makes_it(environment: Environment) -> bool:
    plain = Environment()  # noqa: S701 (MkDocs' own does not escape, either; nothing is rendered with this one)
    filters = set(environment.filters.items()) - set(plain.filters.items())
    return (
        filters <= {*_FILTERS_OF_MKDOCS}
        and plain.tests.items() >= environment.tests.items()
        and environment.extensions.keys() <= _EXTENSIONS_OF_MKDOCS
        and not getattr(environment, "newstyle_gettext", False)
        and all(getattr(environment, name) == getattr(plain, name) for name in _COMPILED_IN)
    )

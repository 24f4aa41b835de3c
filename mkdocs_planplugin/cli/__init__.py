# Commands for plans without building a site. They parse arguments, call the other rooms, and print. Each command is a
# module with one function; `commands.py` ties them together.
"""The command `planplugin`."""

from __future__ import annotations

import click

from mkdocs_planplugin.compiled_patterns import keep_patterns

from .commands import Commands

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="mkdocs-planplugin", message="%(package)s %(version)s")
@click.option("-v", "--verbose", is_flag=True, help="Say more, such as where a mistake of the program is.")
def main(**_options: bool) -> None:
    """Read implementation plans written in Markdown: check them, show them, say what is next.

    Works on files and folders, with or without a mkdocs.yml; no site is built.
    """
    click.get_current_context().call_on_close(keep_patterns)

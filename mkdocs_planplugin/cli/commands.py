# Importing what a command needs takes a second, and a shell waits for completions. So a command is imported when it is
# called, and its summary stands here.
"""The commands of `planplugin`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib import import_module
from typing import NamedTuple

import click
from click.shell_completion import CompletionItem


class _Command(NamedTuple):
    """The function of a command, in the module of its name, and what the help says of it."""

    function: str
    summary: str


COMMANDS: Mapping[str, _Command] = {
    "check": _Command("check", "Say what is wrong in plans."),
    "show": _Command("show", "Show a plan: status, progress, dates, what is next."),
    "next": _Command("list_next", "List what can be done now."),
    "export": _Command("export", "Write plans as JSON, CSV, a calendar, Mermaid, or pages over all plans."),
    "diff": _Command("diff", "Say what changed in plans between two commits."),
    "new": _Command("new", "Write a plan to fill in."),
    "explain": _Command("explain", "Say why a page is a plan, or what a code means."),
    "schema": _Command("schema", "Print a JSON Schema: of the options, of front matter, of plans.json."),
}


class Commands(click.Group):
    """Commands that are imported when they are called, and whose errors end in one line (`failures.py`)."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click asks in this way)
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (as above)
        """The command of a name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f".{cmd_name}", __package__), COMMANDS[cmd_name].function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (as above)
        """Write what each of them does."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.summary) for name, command in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names and options that begin like this."""
        names = [CompletionItem(name, help=COMMANDS[name].summary) for name in COMMANDS if name.startswith(incomplete)]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that the context names."""
        failures = import_module(".failures", __package__)
        result: object = failures.guarded(ctx, partial(super().invoke, ctx))
        return result

# A bug of ours in one plan must not keep a command from the others, nor end in a traceback. So commands run plan by
# plan through the guard that builds use. Errors outside of it also end here, in one line.
"""How commands handle errors of the plugin and of the system."""

from __future__ import annotations

import logging
from collections.abc import Callable

import click

from mkdocs_planplugin.plugin import Guard, Stage, is_of_user

from .streams import use_any_stream

log = logging.getLogger("mkdocs.plugins.planplugin")


class CommandGuard(Guard):
    """Runs the steps of a command. A step that fails is reported in one line and left out; the command exits with 1."""

    hint = "`planplugin --verbose ...` adds the traceback"

    def lets_through(self, error: Exception) -> bool:
        """Who reads has gone, as `| head` does: then the command ends, and no page is to blame."""
        return isinstance(error, BrokenPipeError) or super().lets_through(error)

    def consequence(self, _stage: Stage) -> str:
        """What follows, whatever step has failed."""
        return "it is left out here"


class _OnTerminal(logging.Handler):
    """Writes lines of the log beside the output of a command."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one."""
        click.echo(self.format(record), err=True)


def current_guard() -> Guard:
    """The guard of the command that runs."""
    context = click.get_current_context(silent=True)
    guard = context.find_object(CommandGuard) if context else None
    return guard or CommandGuard(log)


def guarded(context: click.Context, command: Callable[[], object]) -> object:
    """Run a command in a context, and return its result. An error ends in one line instead of a traceback. Exits with 1
    where a step of the plugin has failed."""
    use_any_stream()
    guard = context.obj = CommandGuard(log)
    result = None
    handler = _OnTerminal()
    log.addHandler(handler)
    log.setLevel(logging.DEBUG if context.params["verbose"] else logging.NOTSET)
    try:
        result = command()
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except BrokenPipeError:
        raise  # click ends quietly
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'a file'}: {error.strerror or error}") from error
    except Exception as error:  # no error of ours may end in a traceback
        if is_of_user(error):
            raise click.ClickException(str(error)) from error
        guard.report(Stage.COMMAND, f"planplugin {context.invoked_subcommand}", error)
    finally:
        log.removeHandler(handler)
    if guard.has_failed:
        context.exit(1)
    return result

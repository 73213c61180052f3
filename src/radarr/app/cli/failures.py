"""Errors as exit codes and one line each on standard error.

1    PortError, and whatever else fails
2    click.UsageError, ConfigError (a line for every problem)
3    DaemonUnreachable
130  interrupted
"""

import errno
import os
import sys

import click

from radarr.app.remote import DaemonUnreachable
from radarr.ports.errors import PortError

FAILED, USAGE, UNREACHABLE, INTERRUPTED = 1, 2, 3, 130


def report(error: BaseException) -> int:
    """Say what went wrong, and return the exit code."""
    from radarr.app.config.problem import ConfigError

    if isinstance(error, click.Abort | KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, click.UsageError):
        error.show()
        return USAGE
    if isinstance(error, ConfigError):
        for problem in error.problems:
            _say(str(problem))
        return USAGE
    if isinstance(error, BrokenPipeError):
        return _closed_pipe()
    _say(_sentence(error))
    return UNREACHABLE if isinstance(error, DaemonUnreachable) else FAILED


def _sentence(error: BaseException) -> str:
    if isinstance(error, PortError):
        return str(error)
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, PermissionError) and error.filename:
        return f"{error.filename}: {error.strerror}: run this as a user who may, such as the daemon's"
    if isinstance(error, OSError) and error.errno == errno.ENOSPC and not error.filename:
        return f"the output cannot be written: {error.strerror}: make room, or write it elsewhere"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    _debug(error)
    return f"this should not happen: {type(error).__name__}: {error}; please report it ($RADARR_DEBUG=1 tells more)"


def _say(message: str) -> None:
    from radarr.app.logs import mask_in_force

    click.echo(f"radarr: {mask_in_force()(' '.join(message.splitlines()))}", err=True)


def _debug(error: BaseException) -> None:
    if os.environ.get("RADARR_DEBUG"):
        import traceback

        from radarr.app.logs import mask_in_force

        click.echo(mask_in_force()("".join(traceback.format_exception(error))), err=True)


def _closed_pipe() -> int:
    """Whoever read our output has seen enough; the interpreter must not stumble over it once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED

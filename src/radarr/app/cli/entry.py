"""`radarr`: the one way in, and the one place where errors become exit codes."""

import sys
from collections.abc import Sequence

import click

from radarr import __version__
from radarr.app.cli.group import LazyGroup
from radarr.app.cli.session import Session, config_option


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="radarr-daemon")
@config_option
def radarr() -> None:
    """Find films, have them downloaded, and keep them in order."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 usage or configuration, 3 no daemon, 130."""
    _never_fail_to_print()
    try:
        radarr.main(args=arguments, prog_name="radarr", standalone_mode=False, obj=Session())
        if sys.stdout is not None:  # closed, as `>&-` does it
            sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - people get sentences, not tracebacks
        from radarr.app.cli.failures import report

        return report(error)
    return 0


def _never_fail_to_print() -> None:
    """Names hold anything; a terminal that cannot show a letter shows its number."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")

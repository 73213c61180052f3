"""`radarr run`: the daemon."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from radarr.app.cli.session import Session, config_option, state_dir_option

if TYPE_CHECKING:
    from radarr.app.config import Config


@click.command
@config_option
@state_dir_option
@click.pass_obj
def command(session: Session) -> None:
    """Run the daemon in the foreground.

    SIGTERM and Ctrl-C stop it in order, SIGHUP lets it read its configuration anew.
    """
    from radarr.app import interpreter

    interpreter.prepare()

    import anyio

    from radarr.app import logs
    from radarr.app.daemon import Daemon

    def log_as(config: "Config") -> Callable[[str], None]:
        return logs.set_up(config, folder=session.state_dir()).add

    daemon = Daemon(session.config(), session.state_dir(), session.config, log_as)
    interpreter.settle()
    anyio.run(daemon.run)

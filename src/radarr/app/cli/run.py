"""`radarr run`: the daemon."""

import click

from radarr.app.cli.session import Session, config_option, state_dir_option


@click.command
@config_option
@state_dir_option
@click.pass_obj
def command(session: Session) -> None:
    """Run the daemon in the foreground; SIGTERM and Ctrl-C stop it in order."""
    import anyio

    from radarr.app import daemon, logs

    config = session.config()
    mask = logs.set_up(config)
    anyio.run(daemon.run, config, session.state_dir(), mask.add)

"""`radarr key`: the key that every program needs to speak to the daemon."""

import click

from radarr.app.cli.address import read_key
from radarr.app.cli.output import document, table
from radarr.app.cli.session import Session, config_option, json_option, state_dir_option
from radarr.ports.errors import Gone, NotPermitted


@click.group
@config_option
@state_dir_option
def command() -> None:
    """Show the API key, or where it comes from; the daemon need not run."""


@command.command
@config_option
@state_dir_option
@json_option
@click.pass_obj
def show(session: Session, *, as_json: bool) -> None:
    """Print the API key and nothing else."""
    key, source = _found(session)
    if as_json:
        document({"key": key, "source": source})
    else:
        click.echo(key)


@command.command(name="list")
@config_option
@state_dir_option
@json_option
@click.pass_obj
def list_(session: Session, *, as_json: bool) -> None:
    """Tell where the API key comes from, without printing it."""
    _key, source = _found(session)
    if as_json:
        document([{"name": "server.api_key", "source": source}])
    else:
        table(("key", "from"), [("server.api_key", source)])


def _found(session: Session) -> tuple[str, str]:
    """The key and its source. Raises Gone, NotPermitted, ConfigError."""
    config = session.config(formats=False)
    given = config.server.api_key.reveal()
    if given:
        return given, str(config.origin("server.api_key"))
    kept = session.state_dir() / "api_key"
    try:
        return read_key(kept), str(kept)
    except NotPermitted as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
    if config.database.url:
        raise Gone("there is no API key", remedy="on PostgreSQL it must be given: set server.api_key")
    raise Gone(
        f"there is no API key yet: {kept} is not there",
        remedy="start `radarr run` once, which makes one; or name the daemon's folder with --state-dir",
    )

"""`radarr db`: the database, without the daemon."""

from pathlib import Path

import click

from radarr.app.cli.output import document, pairs
from radarr.app.cli.session import Session, config_option, json_option, state_dir_option


@click.group
@config_option
@state_dir_option
def command() -> None:
    """Look at the database's schema, bring it up to date, check it, back it up."""


def _place(session: Session) -> tuple[str, str]:
    """URL and password."""
    from radarr.app.clients import database_url

    config = session.config(formats=False)
    return database_url(config, session.state_dir()), config.database.password.reveal()


@command.command
@config_option
@state_dir_option
@json_option
@click.pass_obj
def current(session: Session, *, as_json: bool) -> None:
    """Tell the schema's version, and the one that this program needs."""
    import anyio

    from radarr.adapters.persistence import admin

    url, password = _place(session)
    found = anyio.run(admin.current, url, password)
    shown = {"database": admin.masked(url), "revision": found.revision, "needed": found.needed, "state": found.state}
    document(shown) if as_json else pairs(shown.items())


@command.command
@config_option
@state_dir_option
@click.pass_obj
def upgrade(session: Session) -> None:
    """Bring the schema up to date; an existing SQLite file is copied first."""
    import anyio

    from radarr.adapters.persistence import admin
    from radarr.app import state_folder

    state_folder.prepare(session.state_dir())
    url, password = _place(session)
    with state_folder.locked(session.state_dir(), "radarr db upgrade"):
        click.echo(anyio.run(admin.upgrade, url, password))


@command.command
@config_option
@state_dir_option
@click.pass_obj
def check(session: Session) -> None:
    """Read the whole database and look for damage."""
    import anyio

    from radarr.adapters.persistence import admin

    url, password = _place(session)
    click.echo(anyio.run(admin.check, url, password))


@command.command
@config_option
@state_dir_option
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def backup(session: Session, target: Path) -> None:
    """Write a consistent copy of the SQLite database to TARGET, while the daemon runs if need be."""
    import anyio

    from radarr.adapters.persistence import admin

    url, _password = _place(session)
    click.echo(anyio.run(admin.backup, url, target))

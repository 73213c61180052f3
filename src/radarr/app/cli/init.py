"""`radarr init`."""

import click

from radarr.app.cli.session import Session, config_option


@click.command
@config_option
@click.option("--force", is_flag=True, help="Overwrite the file that is there.")
@click.pass_obj
def command(session: Session, *, force: bool) -> None:
    """Write a commented configuration, readable by its owner alone."""
    from radarr.app.config import new_config_path
    from radarr.app.config.written import write_template

    path = new_config_path(session.config_option, session.environ)
    write_template(path, force=force)
    click.echo(f"{path} is written: look at [prowlarr], [qbittorrent] and [library], then start `radarr run`")

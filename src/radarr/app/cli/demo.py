"""`radarr demo`: three films arrive while you watch."""

from pathlib import Path

import click

from radarr.app.cli.session import config_option


@click.command
@config_option
@click.option("--once", is_flag=True, help="End by itself when the films have arrived.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Folder to use and keep; else a temporary one.")
def command(*, once: bool, folder: Path | None) -> None:
    """Run the real daemon with simulated services on loopback, and watch three films arrive."""
    import tempfile

    import anyio

    from radarr.app.demo import Demo

    async def show(place: Path) -> None:
        await Demo(place, click.echo).run(once=once)

    if folder is not None:
        anyio.run(show, folder.absolute())
        return
    with tempfile.TemporaryDirectory(prefix="radarr-demo-") as temporary:
        anyio.run(show, Path(temporary))

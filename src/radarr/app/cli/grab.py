"""`radarr grab`: a release of one's own choice."""

import base64
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, cast

import click

from radarr.app.cli.films import find_film
from radarr.app.cli.output import document
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.ports.errors import Refused, Unavailable

_LIMIT = 16 << 20


@click.command
@remote_options
@json_option
@click.argument("movie")
@click.argument("release", metavar="MAGNET|FILE|URL")
@click.pass_obj
def command(session: Session, movie: str, release: str, *, as_json: bool) -> None:
    """Grab a magnet, a torrent file or an address for a film; no rule is asked."""
    remote = session.remote()
    film = find_film(remote, movie)
    grabbed = cast("dict[str, Any]", remote.post(f"/api/daemon/v1/movie/{film['id']}/grab", _payload(release)))
    if as_json:
        document(grabbed)
    else:
        click.echo(f"grabbed {grabbed['title']}; see `radarr queue`")


def _payload(release: str) -> dict[str, str]:
    """Addresses are fetched here, with the rights of the person who gave them, never by the daemon."""
    if release[:7].casefold() == "magnet:":
        return {"magnet": release}
    if release.startswith(("http://", "https://")):
        return {"torrent": base64.b64encode(_fetch(release)).decode()}
    try:
        return {"torrent": base64.b64encode(Path(release).read_bytes()).decode()}
    except OSError as error:
        raise Refused(
            f"{release} cannot be read ({error.strerror})", remedy="give a magnet, a torrent file or an address"
        ) from error


def _fetch(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  # the scheme was checked
            return bytes(answer.read(_LIMIT))
    except (urllib.error.URLError, OSError) as error:
        raise Unavailable(f"the address could not be fetched ({error})") from error

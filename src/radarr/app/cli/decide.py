"""`radarr decide`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

import click

from radarr.app.cli.output import document, size, table
from radarr.app.cli.profile import find_profile
from radarr.app.cli.session import Session, config_option, json_option

if TYPE_CHECKING:
    from radarr.app.offline_decide import Judged


def _moment(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> datetime:
    """The moment to decide at, in UTC where it names no zone."""
    if value is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter("write it like 2026-01-31T12:00:00Z") from error
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.command
@config_option
@json_option
@click.option("--movie", "title", required=True, metavar="'TITLE (YEAR)'", help="The film that is wanted.")
@click.option("--runtime", type=click.IntRange(0), default=0, metavar="MIN", help="Its length; sizes depend on it.")
@click.option("--profile", "profile_name", metavar="NAME", help="Quality profile; else the library's default one.")
@click.option("--now", callback=_moment, metavar="TIME", help="Decide as if it were that moment.")
@click.argument("releases", type=click.File("rb"), metavar="RELEASES.json | -")
@click.pass_obj
def command(
    session: Session,
    *,
    title: str,
    runtime: int,
    profile_name: str | None,
    now: datetime,
    releases: BinaryIO,
    as_json: bool,
) -> None:
    """Decide and rank a list of releases, as Prowlarr's search answers them, with every reason."""
    from radarr.app import offline_decide
    from radarr.app.config.profiles import release_profiles
    from radarr.app.formats import formats as make_formats

    profile = find_profile(session, profile_name)
    movie = offline_decide.named_movie(title, runtime, profile, now)
    config = session.config()
    formats, terms = make_formats(config), release_profiles(config)
    judged = offline_decide.decide_offers(
        offline_decide.read_offers(releases.read()), movie, profile, now, terms, formats
    )
    if as_json:
        document(offline_decide.document(movie, profile, judged))
        return
    click.echo(f"{movie}, {profile.name}: {sum(not one.rejections for one in judged)} of {len(judged)} accepted")
    headers = ("rank", "quality", "score", "size", "seeders", "indexer", "release", "why not")
    table(headers, map(_row, judged), right=("rank", "score", "size", "seeders"))


def _row(one: "Judged") -> tuple[object, ...]:
    release = one.release
    why = "; ".join(rejection.message for rejection in one.rejections)
    shown = (one.rank, one.quality, one.score, size(release.size), release.seeders)
    return (*shown, release.indexer, release.title, why)

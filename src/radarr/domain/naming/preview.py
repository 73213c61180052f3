"""What names come of formats, shown by a film that many know."""

from datetime import UTC, datetime

from radarr.domain.movie import Movie
from radarr.domain.naming.facts import FileFacts, FilmFacts
from radarr.domain.naming.media import MediaFacts
from radarr.domain.naming.names import file_name, folder_name, kept_name
from radarr.domain.quality import BY_NAME, Revision


def preview(folder_format: str, file_format: str | None, colon: str = "smart") -> str:
    """A film's path below its root; without a `file_format` its file keeps the release's name."""
    movie = Movie(
        tmdb_id=101,
        imdb_id="tt0110413",
        title="Léon: The Professional",
        original_title="Léon",
        year=1994,
        added_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    film = FilmFacts(certification="R", translations=(("German", "Léon - Der Profi"),))
    file = FileFacts(
        quality=BY_NAME["Bluray-1080p"],
        revision=Revision(2),
        edition="Extended",
        group="GROUP",
        scene_name="Leon.The.Professional.1994.EXTENDED.PROPER.1080p.BluRay.DTS-HD.MA.5.1.x264-GROUP",
        media=MediaFacts("x264", "DTS-HD MA", "5.1", 8, audio_languages=("en", "fr"), subtitle_languages=("en",)),
    )
    folder = folder_name(movie, folder_format, colon=colon, film=film)
    name = (
        kept_name(movie, file) if file_format is None else file_name(movie, file, file_format, colon=colon, film=film)
    )
    return f"{folder}/{name}.mkv"

"""The films of the demonstration, and what can be downloaded of them."""

from dataclasses import dataclass, field

from radarr.adapters.simulated.prowlarr_server import Offer
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.metadata import MovieDetails

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Film:
    """A film of the demonstration, and what its story shows."""

    tmdb_id: int
    title: str
    year: int
    runtime: int
    story: str


SINTEL = Film(45745, "Sintel", 2010, 15, "the first indexer has but a cinema recording; the second one has it")
BUNNY = Film(10378, "Big Buck Bunny", 2008, 10, "arrives from television; a Blu-ray turns up later and replaces it")
STEEL = Film(133701, "Tears of Steel", 2012, 12, "its best release has no source; the next best is taken")
FILMS = (SINTEL, BUNNY, STEEL)


@dataclass(slots=True)
class Swarm:
    """What can be downloaded: the files of each torrent, by infohash."""

    contents: dict[str, dict[str, bytes | int]] = field(default_factory=dict)

    def release(self, name: str, mebibytes: int) -> tuple[bytes, str]:
        """A torrent of one film and its subtitles: its bytes and its infohash."""
        files: dict[str, bytes | int] = {
            f"{name}.mkv": mebibytes * MIB,
            f"{name}.en.srt": b"1\n00:00:01,000 --> 00:00:02,000\n(music)\n",
        }
        torrent = build_torrent(name, files, piece_length=MIB)
        infohash = read_torrent(torrent).infohash.key
        self.contents[infohash] = {f"{name}/{path}": content for path, content in files.items()}
        return torrent, infohash

    def offer(self, indexer_id: int, film: Film, name: str, mebibytes: int, seeders: int) -> tuple[Offer, str]:
        """An indexer's offer of a release, and its infohash."""
        torrent, infohash = self.release(name, mebibytes)
        size = mebibytes * MIB
        offer = Offer(
            indexer_id=indexer_id, title=name, size=size, seeders=seeders, torrent=torrent, tmdb_id=film.tmdb_id
        )
        return offer, infohash


def details(film: Film) -> MovieDetails:
    """What the film database says of it."""
    return MovieDetails(
        tmdb_id=film.tmdb_id,
        title=film.title,
        original_title=film.title,
        original_language="English",
        year=film.year,
        runtime=film.runtime,
        status="Released",
    )

"""Films and what happens to them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.download import Download, Grab
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.history import Elsewhere, LedgerEntry, Outcome, Stated
from radarr.domain.importing.journal import Import, ImportItem, ImportState, Retired
from radarr.domain.media import AudioTrack, DolbyVision, Measured, SubtitleTrack, VideoTrack
from radarr.domain.movie import Movie, MovieFile, RootFolder, Slot
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import BY_NAME, Modifier, Revision, Source
from radarr.domain.release import Release
from radarr.domain.states.download import DownloadState
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.store import Store

NOON = datetime(2026, 1, 1, 12, 0, 0, 123000, tzinfo=UTC)
HOUR = timedelta(hours=1)
INPUTS = FormatInputs(
    title="A.Movie.2010.REPACK.1080p.BluRay.x264-GRP",
    edition="",
    group="GRP",
    languages=("English", "Dutch"),
    original_language="English",
    flags=1,
    source=Source.BLURAY,
    resolution=1080,
    modifier=Modifier.REMUX,
    size=3 << 30,
    year=2010,
)
MEASURED = Measured(
    container="matroska",
    duration=888.0,
    video=VideoTrack("h265", width=3840, height=1600, bit_depth=10, dolby_vision=DolbyVision(8, "HDR10")),
    audio=(AudioTrack("TrueHD", atmos=True, channels=8, language="en"), AudioTrack("AC3", channels=6)),
    subtitles=(SubtitleTrack("PGS", "nl", forced=True),),
)


STATED = Stated(
    leechers=4,
    imdb_id="tt1727587",
    tmdb_id=45745,
    languages=("Dutch",),
    priority=10,
    minimum_seeders=2,
    container="mkv",
    protocol="torrent",
    has_magnet=True,
    elsewhere=(
        Elsewhere(2, "Beta", "Sintel.2010.CAM.x264-BAD", infohash=None, seeders=3),
        Elsewhere(3, "Gamma", "Sintel 2010 CAM x264-BAD", size=7, infohash="c" * 40, has_magnet=True),
    ),
)
SAID = ParsedRelease(
    "Sintel.2010.CAM.x264-BAD",
    "Sintel",
    ("Sintel", "Durian"),
    2010,
    BY_NAME["CAM"],
    Revision(2, 0, repack=True),
    "Director's Cut",
    "BAD",
    ("Dutch", "English"),
    "h264",
    ("DD", "5.1"),
    hardcoded_subs="HC",
    part=1,
)


def sintel(root: RootFolder, **changes: Any) -> Movie:
    fields = {
        "tmdb_id": 45745,
        "imdb_id": "tt1727587",
        "title": "Sintel",
        "titles": ("Durian", "シンテル"),
        "year": 2010,
        "runtime": 15,
        "in_cinemas": NOON.date(),
        "added_at": NOON,
        "slots": (Slot(profile="HD-1080p", root_id=root.id), Slot(name="uhd", profile="Ultra-HD", root_id=root.id)),
    }
    return Movie(**{**fields, **changes})


def file(path: str = "Sintel (2010)/Sintel.mkv", **changes: Any) -> MovieFile:
    fields = {
        "path": path,
        "size": 3 << 30,
        "quality": BY_NAME["Bluray-1080p"],
        "revision": Revision(2, 0, repack=True),
        "languages": ("English", "Dutch"),
        "group": "GRP",
        "claimed": BY_NAME["Bluray-2160p"],
        "infohash": "a" * 40,
        "score": 7,
        "formats": ("Repack/Proper",),
        "inputs": INPUTS,
        "measured": MEASURED,
        "added_at": NOON,
    }
    return MovieFile(**{**fields, **changes})


def download(movie: Movie, infohash: Infohash = Infohash("a" * 40), **changes: Any) -> Download:  # noqa: B008
    name = "Sintel.2010.REPACK.1080p.BluRay.x264-GRP"
    other = Release(guid="beta-1", indexer_id=2, indexer="Beta", title=name, flags=frozenset({"freeleech"}))
    grab = Grab(
        release=Release(
            guid="alpha-1",
            indexer_id=1,
            indexer="Alpha",
            title=name,
            size=3 << 30,
            published_at=NOON,
            categories=(2000, 2040),
            alternates=(other,),
        ),
        parsed=ParsedRelease(
            name,
            "Sintel",
            ("Sintel",),
            2010,
            BY_NAME["Bluray-1080p"],
            Revision(2, 0, repack=True),
            languages=("English", "Dutch"),
        ),
        infohash=infohash,
        torrent=b"d4:infod0:ee\x00\xff",
        category="radarr-daemon",
        tag=f"radarr-{infohash.key[:8]}-{changes.pop('tag', 1)}",
        kind=SearchKind.SCHEDULED,
        inputs=INPUTS,
        created_at=NOON,
    )
    fields = {
        "grab": grab,
        "movie_id": movie.id,
        "slot_ids": tuple(slot.id for slot in movie.slots),
        "state": DownloadState.INTENDED,
        "state_since": NOON,
    }
    return Download(**{**fields, **changes})


def journal(movie: Movie, **changes: Any) -> Import:
    slot = movie.slots[0]
    fields = {
        "download_id": 1,
        "movie_id": movie.id,
        "slot_id": slot.id,
        "root_id": slot.root_id,
        "state": ImportState.PLANNED,
        "film": ImportItem(
            "/downloads/Sintel.mkv", "Sintel (2010)/.radarr-1-0.part", "Sintel (2010)/Sintel.mkv", 3 << 30
        ),
        "extras": (ImportItem("/downloads/Sintel.srt", "a/.radarr-1-1.part", "a/Sintel.srt", 99, "copy", 7),),
        "file": file(),
        "replaces": file("Sintel (2010)/old.mkv", id=4),
        "recycled": ".radarr-recycle/2026-01-01/1-1/old.mkv",
        "retired": (Retired("Sintel (2010)/old.srt", ".radarr-recycle/2026-01-01/1-1/old.srt"),),
        "started_at": NOON,
    }
    return Import(**{**fields, **changes})


def decided(movie: Movie, **changes: Any) -> LedgerEntry:
    fields = {
        "movie_id": movie.id,
        "slot_id": movie.slots[0].id,
        "kind": SearchKind.FEED,
        "guid": "alpha-1",
        "indexer_id": 1,
        "indexer": "Alpha",
        "title": "Sintel.2010.CAM.x264-BAD",
        "flags": ("freeleech",),
        "quality": "CAM",
        "rejections": (Rejection(Reason.QUALITY_NOT_WANTED, "CAM is not wanted by HD-1080p"),),
        "outcome": Outcome.REJECTED,
        "profile": "HD-1080p",
        "first_seen": NOON,
        "last_seen": NOON,
    }
    return LedgerEntry(**{**fields, **changes})


async def library(store: Store) -> Movie:
    """A library of one film."""
    async with store.transaction() as tx:
        root = await tx.roots.add(RootFolder(path="/srv/movies", sentinel="6f1c"))
        return await tx.movies.add(sintel(root))

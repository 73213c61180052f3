"""What it costs to decide a reply: `python bench/decide.py [--releases N] [--rounds N] [--guides DIR] [--json FILE]`.

A reply of 1,000 releases is told apart from all films of a library, scored by custom formats, decided, ranked and
written to the ledger of a store in memory, as a search in the daemon does. In turn:
- with all formats of the TRaSH guides, at libraries of 1,000, 10,000 and 100,000 films: flat in their number;
- with a quarter and half of the releases: linear in theirs;
- without formats.
Times are CPU on one core, of all threads, the least of all rounds: what else the machine does is not ours.
"longest turn" is the longest that the event loop was held up by one step.
The exit code is 1 where 1,000 releases and 10,000 films take over 600 ms with formats (goal 200) or 40 ms without, or
where the loop is held up for over 25 ms.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import anyio

sys.path.insert(0, str(Path(__file__).resolve().parent))

from radarr.adapters.clock import SystemClock
from radarr.adapters.simulated.files import MemoryFiles
from radarr.adapters.simulated.store import MemoryStore
from radarr.app.interpreter import settle
from radarr.app.usecases.decide_releases import DecideReleases, Wanted
from radarr.app.usecases.gather_facts import GatherFacts
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.formats.decode import decode_formats
from radarr.domain.formats.in_force import NO_FORMATS, Formats
from radarr.domain.formats.index import compile_index
from radarr.domain.movie import Movie, RootFolder, Slot
from radarr.domain.movie_index import FilmNames, MovieIndex
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.release import Release

FLOOR, GOAL, PLAIN, TURN = 600, 200, 40, 25  # milliseconds
GUIDES = Path(__file__).resolve().parents[2] / "shared" / "trash-guides" / "docs" / "json" / "radarr" / "cf"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
_GIB = 1 << 30
_WORDS = ("Harbour", "Night", "Silver", "Garden", "Winter", "Letter", "Stone", "River", "Paper", "Hollow", "Orchard")
_SOURCES = (
    *("BluRay", "WEB-DL", "AMZN.WEB-DL", "NF.WEBRip", "UHD.BluRay", "BluRay.REMUX", "HDTV", "DVDRip", "Hybrid.BluRay"),
    *("iT.WEB-DL", "DSNP.WEB-DL", "WEB", "MA.WEB-DL"),
)
_SOUND = ("DTS-HD.MA.5.1", "DD5.1", "DDP5.1.Atmos", "TrueHD.7.1.Atmos", "AAC2.0", "FLAC.2.0", "DTS-X.7.1", "Opus.5.1")
_PICTURE = ("x264", "x265", "H.264", "HEVC", "DV.HDR10Plus.HEVC", "HDR.x265", "AV1", "AVC", "10bit.x265")
_MORE = (
    "",
    "REPACK.",
    "German.DL.",
    "MULTI.",
    "PROPER.",
    "Directors.Cut.",
    "IMAX.",
    "Remastered.",
    "FRENCH.",
    "Extended.",
)
_GROUPS = (
    "FraMeSToR",
    "NTb",
    "TAoE",
    "YIFY",
    "RARBG",
    "EVO",
    "CtrlHD",
    "FLUX",
    "HONE",
    "TERMiNAL",
    "playWEB",
    "BHDStudio",
)


def film(number: int) -> FilmNames:
    first, second = _WORDS[number % len(_WORDS)], _WORDS[number // len(_WORDS) % len(_WORDS)]
    return FilmNames(number, number, f"tt{number:07}", f"{first} {second} {number}", year=1950 + number % 75)


def library(films: int) -> MovieIndex[FilmNames]:
    return MovieIndex(film(number) for number in range(1, films + 1))


def reply(many: int) -> list[Release]:
    """Releases of one film, no two alike, in the variety of an indexer."""
    names = film(7)
    title = names.title.replace(" ", ".")
    return [
        Release(
            guid=f"g{n}",
            indexer_id=n % 25,
            indexer=f"Indexer {n % 25}",
            title=(
                f"{title}.{names.year}.{_MORE[n * 7 % 10]}{(720, 1080, 2160)[n % 3]}p.{_SOURCES[n * 5 % 13]}."
                f"{_SOUND[n * 3 % 8]}.{_PICTURE[n % 9]}-{_GROUPS[n * 11 % 12] if n % 3 else f'GRP{n}'}"
            ),
            size=(2 + n % 60) * _GIB + n,
            infohash=f"{n:040x}",
            seeders=n % 400,
            leechers=n % 40,
            imdb_id=names.imdb_id if n % 2 else None,
            flags=frozenset({"freeleech"} if n % 10 == 0 else ()),
        )
        for n in range(many)
    ]


@dataclass
class Turn:
    """The longest step of the event loop, in CPU seconds of its thread."""

    longest: float = 0.0


@contextmanager
def watched_turns() -> Iterator[Turn]:
    """Time every step: what others do with the core meanwhile is not ours."""
    turn, plain = Turn(), asyncio.Handle._run  # noqa: SLF001 - nothing public tells of every step

    def timed(handle: asyncio.Handle) -> None:
        begun = time.thread_time()
        plain(handle)
        turn.longest = max(turn.longest, time.thread_time() - begun)

    asyncio.Handle._run = timed  # noqa: SLF001
    try:
        yield turn
    finally:
        asyncio.Handle._run = plain  # noqa: SLF001


class Bench:
    """A store with the one film that is wanted, and what decides."""

    def __init__(self, formats: Formats, scores: dict[str, int]) -> None:
        profiles = {p.name: replace(p, format_scores=scores) for p in DEFAULT_PROFILES}
        self.store, clock = MemoryStore(), SystemClock()
        judge = ScoreReleases(profiles, formats)
        facts = GatherFacts(profiles, MemoryFiles(), clock, judge, minimum_free=0)
        self.decide = DecideReleases(facts, judge)

    async def want(self) -> Movie:
        names = film(7)
        async with self.store.transaction() as tx:
            root = await tx.roots.add(RootFolder(path="/library", sentinel="s"))
            slot = Slot(profile="HD-1080p", root_id=root.id)
            movie = Movie(
                **names._asdict() | {"original_language": "English", "runtime": 100, "added_at": NOW, "slots": (slot,)}
            )
            return await tx.movies.add(replace(movie, id=0))

    async def once(self, releases: list[Release], index: MovieIndex[FilmNames], movie: Movie) -> int:
        """How many were decided."""
        wanted = replace(movie, id=7)  # as the index knows it
        readings = await self.decide.read(releases, index)
        readings = await self.decide.score(readings, [wanted])
        async with self.store.transaction() as tx:
            verdicts = await self.decide.execute(tx, readings, [Wanted(wanted, movie.slots)], SearchKind.SCHEDULED)
        return len(verdicts.decisions)


@dataclass(frozen=True)
class Figure:
    """CPU milliseconds at best, and the longest turn of the loop."""

    milliseconds: float
    turn: float


async def measure(bench: Bench, releases: list[Release], index: MovieIndex[FilmNames], rounds: int) -> Figure:
    movie = await bench.want()
    if await bench.once(releases, index, movie) != len(releases):
        raise RuntimeError("some releases were not decided")
    took: list[float] = []
    with watched_turns() as turn:
        for _ in range(rounds):
            begun = time.process_time()
            await bench.once(releases, index, movie)
            took.append(time.process_time() - begun)
    return Figure(1000 * min(took), 1000 * turn.longest)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--guides", type=Path, default=GUIDES, help="folder with the formats of the TRaSH guides")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    read = decode_formats(json.loads(path.read_bytes()) for path in sorted(given.guides.glob("*.json")))
    if not read:
        print(f"there are no formats in {given.guides}: give --guides", file=sys.stderr)
        return 2
    formats = Formats(compile_index(read), time.thread_time)
    scores = {each.name: dict(each.trash_scores).get("default", 0) for each in read}

    indexes = {films: library(films) for films in (1_000, 10_000, 100_000)}
    settle()  # as a daemon does, of which all this is the memory that stays
    runs = [(formats, given.releases, films) for films in indexes]
    runs += [(formats, given.releases // part, 10_000) for part in (4, 2)]
    runs.append((NO_FORMATS, given.releases, 10_000))
    figures: dict[str, Figure] = {}
    print(f"{len(read)} formats, {given.rounds} rounds")
    print(f"{'':<44} {'CPU ms':>8} {'longest turn ms':>16}")
    for some, many, films in runs:
        bench = Bench(some, scores if some.index else {})
        figure = anyio.run(measure, bench, reply(many), indexes[films], given.rounds)
        name = f"{many} releases, {films} films, {'formats' if some.index else 'no formats'}"
        figures[name] = figure
        print(f"{name:<44} {figure.milliseconds:>8.1f} {figure.turn:>16.1f}", flush=True)
    whole = figures[f"{given.releases} releases, 10000 films, formats"].milliseconds
    plain = figures[f"{given.releases} releases, 10000 films, no formats"].milliseconds
    turn = max(figure.turn for figure in figures.values())
    print(f"floor {FLOOR} ms, goal {GOAL} ms with formats; {PLAIN} ms without; the loop at most {TURN} ms")
    if given.json:
        given.json.write_text(json.dumps({name: vars(figure) for name, figure in figures.items()}, indent=1) + "\n")
    return 0 if whole <= FLOOR and plain <= PLAIN and turn <= TURN else 1


if __name__ == "__main__":
    sys.exit(main())

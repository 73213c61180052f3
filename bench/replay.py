"""What it costs to decide a day's ledger again: `python bench/replay.py [--films N] [--each N] [--rounds N]`.

50,000 releases of 500 films are remembered in SQLite, as the daemon keeps them, and replayed by the settings in force
and by others. In turn:
- without formats, by the settings in force, where no slot need be decided twice;
- without formats, by a profile that wants nearly everything;
- with all formats of the TRaSH guides, in force on both sides;
- with them, by that profile, and with one format changed, which is compiled and asked on both sides.
Seconds are CPU on one core, of all threads, the least of all rounds: what else the machine does is not ours; `ratio` is
the 10 s that it may take by them. "longest turn" is the longest that the event loop was held up by one step. The exit
code is 1 where any run takes over 10 s, or holds the loop up for over 25 ms.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import anyio

sys.path.insert(0, str(Path(__file__).resolve().parent))

from decide import GUIDES, NOW, film, reply, watched_turns

from radarr.adapters.clock import SystemClock
from radarr.adapters.persistence import open_store
from radarr.adapters.simulated.files import MemoryFiles
from radarr.app.config import load
from radarr.app.interpreter import settle
from radarr.app.trial import TrialReader
from radarr.app.usecases.gather_facts import GatherFacts
from radarr.app.usecases.ledger_entry import ledger_entry
from radarr.app.usecases.replay import Replay
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.fingerprint import fingerprint
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.formats.in_force import NO_FORMATS, Formats
from radarr.domain.formats.index import compile_index
from radarr.domain.history import LedgerEntry
from radarr.domain.movie import Movie, RootFolder, Slot
from radarr.domain.parsing import parse
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.ports.driving.replay import ReplayOrder
from radarr.ports.store import Store

LIMIT, TURN = 10.0, 25.0  # seconds, milliseconds
OTHER = "Any"


@dataclass(frozen=True)
class Run:
    """What is replayed, and by which settings."""

    name: str
    order: ReplayOrder
    has_formats: bool


def entries(movie: Movie, many: int) -> Iterator[LedgerEntry]:
    """A film's releases, decided as they came."""
    profile = next(p for p in DEFAULT_PROFILES if p.name == movie.slots[0].profile)
    facts = Facts(profile=profile, kind=SearchKind.FEED, now=NOW)
    mark, dotted = fingerprint(profile), movie.title.replace(" ", ".")
    for release in reply(many):
        title = release.title.replace(film(7).title.replace(" ", "."), dotted)
        offer = release._replace(
            title=title, guid=f"{movie.id}-{release.guid}", infohash=f"{movie.id * many + release.seeders:040x}"
        )
        if said := parse(title):
            yield ledger_entry(decide(Candidate(offer, said, movie, movie.slots[0]), facts), facts, mark)


async def fill(store: Store, films: int, each: int) -> None:
    async with store.transaction() as tx:
        root = await tx.roots.add(RootFolder(path="/library", sentinel="s"))
        for number in range(1, films + 1):
            slot = Slot(profile="HD-1080p", root_id=root.id)
            fields = film(number)._asdict() | {"original_language": "English", "runtime": 100, "slots": (slot,)}
            movie = await tx.movies.add(Movie(**fields | {"id": 0, "added_at": NOW}))
            await tx.ledger.record(tuple(entries(movie, each)))


def replayer(store: Store, guides: Path, *, has_formats: bool) -> Replay:
    """As the daemon puts it together."""
    config = load(None, {})
    formats, scores = NO_FORMATS, {}
    if has_formats:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "radarr.toml"
            path.write_text(f'[[custom_format]]\nfile = "{guides}"\n')
            config = load(path, {})
        formats = Formats(compile_index(loaded.format for loaded in config.formats), time.thread_time)
        scores = {f.format.name: dict(f.format.trash_scores).get("default", 0) for f in config.formats}
    profiles = {p.name: replace(p, format_scores=scores, min_format_score=-(1 << 20)) for p in DEFAULT_PROFILES}
    judge = ScoreReleases(profiles, formats)
    facts = GatherFacts(profiles, MemoryFiles(), SystemClock(), judge, minimum_free=0)
    return Replay(facts, store, TrialReader(config, profiles, formats))


def changed(guides: Path) -> ReplayOrder:
    """By another profile, with one format of the guides made another."""
    first = json.loads(min(guides.glob("*.json")).read_bytes())
    first["specifications"][0]["negate"] = not first["specifications"][0]["negate"]
    keys = ("name", "specifications", "trash_id", "trash_scores")
    return ReplayOrder(profile=OTHER, settings={"custom_format": [{key: first[key] for key in keys if key in first}]})


async def measure(folder: Path, given: argparse.Namespace, runs: list[Run]) -> bool:
    """Whether every run keeps within its bounds."""
    well = True
    async with open_store(f"sqlite:///{folder / 'films.db'}", holder="bench") as store:
        await fill(store, given.films, given.each)
        settle()
        print(f"{'':<52} {'releases':>8} {'CPU s':>6} {'ratio':>6} {'longest turn ms':>16} {'differ':>7}")
        for run in runs:
            replay = replayer(store, given.guides, has_formats=run.has_formats)
            times: list[float] = []
            with watched_turns() as turn:
                for _ in range(given.rounds):
                    begun = time.process_time()
                    report = await replay.execute(run.order)
                    times.append(time.process_time() - begun)
            took = min(times)
            held, differ = 1000 * turn.longest, sum(slot.differs for slot in report.slots)
            well = well and took <= LIMIT and held <= TURN
            ratio = LIMIT / took
            print(
                f"{run.name:<52} {report.releases:>8} {took:>6.2f} {ratio:>6.1f} {held:>16.1f} {differ:>7}", flush=True
            )
    print(f"at most {LIMIT:g} s and {TURN:g} ms")
    return well


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--films", type=int, default=500)
    parser.add_argument("--each", type=int, default=100, help="releases of a film")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--guides", type=Path, default=GUIDES, help="folder with the formats of the TRaSH guides")
    given = parser.parse_args()
    runs = [
        Run("no formats, nothing changed", ReplayOrder(), has_formats=False),
        Run("no formats, another profile", ReplayOrder(profile=OTHER), has_formats=False),
    ]
    if given.guides.is_dir():
        runs += [
            Run("all formats, nothing changed", ReplayOrder(), has_formats=True),
            Run("all formats, another profile and a changed format", changed(given.guides), has_formats=True),
        ]
    else:
        print(f"there are no formats in {given.guides}: give --guides to measure with them", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        return 0 if anyio.run(measure, Path(folder), given, runs) else 1


if __name__ == "__main__":
    sys.exit(main())

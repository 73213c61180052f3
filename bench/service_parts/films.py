"""Films and release names that look like real ones, the same in every run."""

import random
from typing import NamedTuple


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


_BEGINNINGS = _listed("The, A, Our, My, Last, First, Every, No, Before, After, Beyond, Return to, Night of, Song for")
_QUALITIES = _listed(
    "Silent, Golden, Broken, Hidden, Crimson, Distant, Frozen, Wild, Endless, Burning, Hollow, Gentle, Iron, Secret,"
    "Lonely, Painted, Sleeping, Restless, Savage, Tender, Velvet, Wicked, Young, Ancient, Bitter, Clever, Dancing"
)
_THINGS = _listed(
    "Harbour, Garden, River, Empire, Witness, Letter, Station, Horizon, Kingdom, Stranger, Mirror, Summer, Winter,"
    "Orchard, Lighthouse, Carnival, Soldier, Detective, Daughter, Machine, Desert, Forest, Island, Mountain, Symphony,"
    "Hunter, Voyage, Shadow, Promise, Bridge, Castle, Circus, Comet, Crown, Dragon, Engine, Falcon, Fever, Ghost, Hotel"
)
_ENDINGS = (
    *("", "", "", "", " II", " 3", " Part 2", " of Ashes", " and Bone", " in Paris", " at Dawn"),
    *(": Reckoning", ": The Final Cut", " Reloaded", " Forever", " vs. the World", " on Fire"),
)
_FOREIGN = _listed(
    "Der stille, La última, Le dernier, Il piccolo, O último, Den sista, Ostatni, A régi, Последний, 最後の"
)
_GROUPS = _listed("SPARKS, FraMeSToR, NTb, FLUX, CiNEFiLE, EVO, GECKOS, AMIABLE, iNTERNAL, HONE, DON, SiNNERS, KiNGS")
_FORMATS = (
    *("1080p.BluRay.x264", "720p.BluRay.x264", "1080p.WEB-DL.DD5.1.H.264", "2160p.WEB-DL.DDP5.1.HDR.HEVC"),
    *("1080p.AMZN.WEBRip.DDP5.1.x264", "2160p.UHD.BluRay.REMUX.HDR.HEVC.Atmos", "DVDRip.XviD", "HDTV.720p.x264"),
    *("1080p.BluRay.REMUX.AVC.DTS-HD.MA.5.1", "German.DL.1080p.BluRay.x264", "PROPER.1080p.WEB.H264", "TS.x264"),
)
_EDITIONS = ("", "", "", "", "EXTENDED.", "Directors.Cut.", "UNRATED.", "MULTi.")


class Film(NamedTuple):
    """A film of the library, or one that is not in it. `number` from 1 on is its id and part of every other id."""

    number: int
    title: str
    year: int
    titles: tuple[str, ...]

    @property
    def tmdb_id(self) -> int:
        return 100_000 + self.number

    @property
    def imdb_id(self) -> str:
        return f"tt{2_000_000 + self.number}"

    @property
    def missing(self) -> bool:
        """Whether the library has no file of it: of every tenth film."""
        return self.number % 10 == 0


def films(count: int, first: int = 1) -> list[Film]:
    """`count` films, no two of one name and year."""
    chance = random.Random(first)  # noqa: S311  # the same in every run
    seen: set[tuple[str, int]] = set()
    found: list[Film] = []
    while len(found) < count:
        title, year = _title(chance), chance.randint(1950, 2026)
        if (title, year) in seen:
            continue
        seen.add((title, year))
        further = tuple(f"{chance.choice(_FOREIGN)} {chance.choice(_THINGS)} {chance.randint(1, 9)}" for _ in range(4))
        found.append(Film(first + len(found), title, year, further))
    return found


def release_name(film: Film, chance: random.Random) -> str:
    """As a release group would call it."""
    return _named(film, chance.choice(_EDITIONS), chance.choice(_FORMATS), chance.choice(_GROUPS))


def wanted_name(film: Film) -> str:
    """One that the default profile takes."""
    return _named(film, "", _FORMATS[0], _GROUPS[0])


def _named(film: Film, edition: str, form: str, group: str) -> str:
    title = film.title.replace(":", "").replace(" ", ".").replace("..", ".")
    return f"{title}.{film.year}.{edition}{form}-{group}"


def _title(chance: random.Random) -> str:
    return f"{chance.choice(_BEGINNINGS)} {chance.choice(_QUALITIES)} {chance.choice(_THINGS)}{chance.choice(_ENDINGS)}"

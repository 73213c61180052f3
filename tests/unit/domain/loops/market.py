"""What a film is offered as: encodes whose names may lie, and uploads of them under other names and torrents."""

from random import Random
from typing import NamedTuple

from radarr.domain.formats.conditions import (
    Condition,
    EditionMatches,
    FlagIs,
    GroupMatches,
    LanguageIs,
    ResolutionIs,
    SizeWithin,
    TitleMatches,
    YearWithin,
)
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.in_force import Formats
from radarr.domain.formats.index import compile_index
from radarr.domain.formats.inputs import FLAGS
from radarr.domain.media import AudioTrack, Measured, VideoTrack
from radarr.domain.profile import Profile, Propers, arrange
from radarr.domain.quality import BY_NAME, Quality
from radarr.domain.release import Release

GIB = 1 << 30
LINES = (720, 1080, 2160)
_PICTURES = {720: (1280, 536), 1080: (1920, 804), 2160: (3840, 1608)}
_SOURCES = {"BluRay": "Bluray", "WEB-DL": "WEBDL"}
_WANTED = tuple(f"{source}-{lines}p" for lines in LINES for source in ("HDTV", "WEBDL", "Bluray"))


class Encode(NamedTuple):
    """A film file and what its group claims of it. `lines` and `spoken` are true, `size` on the disk."""

    group: str
    source: str
    claimed: int
    lines: int
    language: str
    spoken: str
    edition: str
    mended: str
    codec: str
    size: int

    @property
    def measured(self) -> Measured:
        width, height = _PICTURES[self.lines]
        track = AudioTrack(language={"German": "de", "English": "en"}[self.spoken])
        return Measured("matroska", 6000.0, VideoTrack("h264", width=width, height=height), (track,))

    def quality(self, lines: int) -> Quality:
        return BY_NAME[f"{_SOURCES[self.source]}-{lines}p"]


class Upload(NamedTuple):
    """A torrent of an encode at an indexer; `group` as far as its name there tells it."""

    encode: Encode
    group: str
    release: Release
    infohash: str


class Wishes(NamedTuple):
    """Settings: the profile, the formats, and another profile of the same household."""

    profile: Profile
    formats: Formats
    other: Profile


_FORMATS = (
    CustomFormat("x265", (Condition("x265", TitleMatches(compile_pattern(r"\bx265\b"))),)),
    CustomFormat("Good group", (Condition("group", GroupMatches(compile_pattern("^(ONE|TWO)$"))),)),
    CustomFormat("Extended", (Condition("edition", EditionMatches(compile_pattern("extended"))),)),
    CustomFormat("German", (Condition("language", LanguageIs("German")),)),
    CustomFormat("Internal", (Condition("flag", FlagIs(FLAGS["internal"])),)),
    CustomFormat("Large", (Condition("size", SizeWithin(6, 100)),)),
    CustomFormat("This year", (Condition("year", YearWithin(2010, 2010)), Condition("lines", ResolutionIs(1080)))),
)
FORMATS = Formats(compile_index(_FORMATS))


def an_encode(random: Random) -> Encode:
    """Three of ten are not what they claim, in their lines, their language or both."""
    claimed = random.choice(LINES)
    lie = random.random() < 0.3
    language = random.choice(("English", "German"))
    size = random.randint(2, 12) * GIB
    return Encode(
        group=random.choice(("ONE", "TWO", "TRE", "FOUR", "FIVE", "SIX")),
        source=random.choice(tuple(_SOURCES)),
        claimed=claimed,
        lines=random.choice([each for each in LINES if each < claimed] or [claimed]) if lie else claimed,
        language=language,
        spoken="English" if lie and random.random() < 0.5 else language,
        edition=random.choice(("", "", "Extended")),
        mended=random.choice(("", "", "", "PROPER", "REPACK")),
        codec=random.choice(("x264", "x265")),
        size=size,
    )


def uploads(encode: Encode, number: int, random: Random) -> list[Upload]:
    """One to three: the same torrent listed under another name, or another torrent of the very same file."""
    made: list[Upload] = []
    for copy in range(random.randint(1, 3)):
        listed_again = bool(made) and random.random() < 0.4
        infohash = made[0].infohash if listed_again else f"{number:020x}{copy:020x}"
        group = "" if listed_again and random.random() < 0.5 else encode.group  # some sites cut it off
        stated = int(encode.size * random.choice((1.0, 1.0, 0.8, 1.2)))
        release = Release(
            guid=f"{number}-{copy}",
            indexer_id=copy,
            indexer=f"Indexer {copy}",
            title=_name(encode, group, random),
            size=stated,
            infohash=infohash if random.random() < 0.8 else None,
            seeders=random.randint(1, 500),
            flags=frozenset({"internal"}) if random.random() < 0.3 else frozenset(),
        )
        made.append(Upload(encode, group, release, infohash))
    return made


def _name(encode: Encode, group: str, random: Random) -> str:
    """Sites put a name's words into one order or another."""
    picture = [f"{encode.claimed}p", encode.source]
    if random.random() < 0.5:
        picture.reverse()
    language = "GERMAN" if encode.language == "German" else ""
    words = ["Sintel", "2010", encode.edition, language, encode.mended, *picture, encode.codec]
    name = ".".join(word for word in words if word)
    return f"{name}-{group}" if group else name


def wishes(random: Random) -> Wishes:
    """Some settings."""
    return Wishes(_profile(random, "this"), FORMATS, _profile(random, "other"))


def _profile(random: Random, name: str) -> Profile:
    wanted = [quality for quality in _WANTED if random.random() < 0.7] or [_WANTED[-1]]
    items = arrange(tuple(wanted))
    return Profile(
        name=name,
        items=items,
        cutoff=random.choice([item.name for item in items if item.allowed]),
        upgrade=random.random() < 0.9,
        language=random.choice(("Any", "Any", "Original", "German")),
        min_format_score=-1000,
        cutoff_format_score=random.choice((10, 10_000, 10_000)),
        min_upgrade_format_score=random.choice((1, 1, 5)),
        propers=random.choice(tuple(Propers)),
        format_scores={each.name: random.choice((-10, 5, 10, 20)) for each in _FORMATS},
        sizes={},
    )

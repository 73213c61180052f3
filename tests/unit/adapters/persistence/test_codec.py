import json
from datetime import UTC
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from radarr.adapters.persistence import codec
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.importing.journal import ImportItem
from radarr.domain.movie import MovieFile
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import QUALITIES, UNKNOWN, Revision
from radarr.domain.release import Release

WORDS = st.sampled_from(["", "Sintel", "シンテル", "a/b?c=d&e", "caf\udce9", "nul\0"])
MAYBE = st.none() | WORDS
NUMBERS = st.integers(0, 1 << 40)
INSTANTS = st.datetimes(timezones=st.just(UTC))
QUALITY = st.sampled_from(QUALITIES)
REVISION = st.builds(Revision, st.integers(1, 5), st.integers(0, 3), st.booleans())
LANGUAGES = st.lists(WORDS, max_size=3).map(tuple)
RELEASE = st.builds(
    Release,
    guid=WORDS,
    indexer_id=NUMBERS,
    indexer=WORDS,
    title=WORDS,
    size=NUMBERS,
    link=MAYBE,
    magnet=MAYBE,
    infohash=MAYBE,
    info_url=MAYBE,
    published_at=st.none() | INSTANTS,
    seeders=st.none() | NUMBERS,
    grabs=st.none() | NUMBERS,
    tmdb_id=st.none() | NUMBERS,
    categories=st.lists(NUMBERS, max_size=3).map(tuple),
    flags=st.frozensets(WORDS, max_size=3),
    languages=LANGUAGES,
    minimum_ratio=st.none() | st.floats(0, 10),
    priority=st.integers(1, 50),
    privacy=st.sampled_from(["public", "semiPrivate", "private"]),
)
PARSED = st.builds(
    ParsedRelease,
    name=WORDS,
    title=WORDS,
    titles=LANGUAGES,
    year=st.integers(0, 2100),
    quality=QUALITY,
    revision=REVISION,
    edition=WORDS,
    group=MAYBE,
    languages=LANGUAGES,
    codec=WORDS,
    audio=LANGUAGES,
    hdr=LANGUAGES,
    hardcoded_subs=MAYBE,
    imdb_id=MAYBE,
    tmdb_id=st.none() | NUMBERS,
)
FILE = st.builds(
    MovieFile,
    id=NUMBERS,
    path=WORDS,
    size=NUMBERS,
    quality=QUALITY,
    revision=REVISION,
    languages=LANGUAGES,
    group=MAYBE,
    edition=WORDS,
    scene_name=WORDS,
    score=st.integers(-1000, 1000),
    infohash=MAYBE,
    added_at=INSTANTS,
)
REJECTION = st.builds(Rejection, st.sampled_from(Reason), WORDS, st.sampled_from(RejectionKind))


def through_json(document: Any) -> Any:
    return json.loads(json.dumps(document))


@settings(max_examples=30)
@given(RELEASE)
def test_a_release_comes_back_with_its_alternates(release: Release) -> None:
    whole = release._replace(alternates=(release, release._replace(indexer="Beta")))
    assert codec.read_release(through_json(codec.write_release(whole))) == whole


@given(PARSED)
def test_a_parsed_name_comes_back(parsed: ParsedRelease) -> None:
    read = codec.read_parsed(through_json(codec.write_parsed(parsed)))
    assert read == parsed
    assert isinstance(read.revision, Revision)


@given(FILE)
def test_a_file_comes_back(file: MovieFile) -> None:
    assert codec.read_file(through_json(codec.write_file(file))) == file


@given(st.lists(REJECTION, max_size=4).map(tuple))
def test_rejections_come_back(rejections: tuple[Rejection, ...]) -> None:
    assert codec.read_rejections(through_json(codec.write_rejections(rejections))) == rejections


def test_an_item_of_the_journal_comes_back() -> None:
    item = ImportItem("/downloads/a.mkv", "a/.part", "a/a.mkv", 7, "hardlink", 99)
    assert codec.read_item(through_json(list(item))) == item


def test_fields_of_a_later_version_are_passed_over() -> None:
    release = Release("g", 1, "Alpha", "Sintel.2010")
    parsed = ParsedRelease("Sintel.2010", "Sintel", ("Sintel",))
    assert codec.read_release({**codec.write_release(release), "colour": "red"}) == release
    assert codec.read_parsed({**codec.write_parsed(parsed), "quality": "Holo-8640p", "colour": "red"}) == parsed
    assert codec.quality("Holo-8640p") is UNKNOWN

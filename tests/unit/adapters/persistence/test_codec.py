import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import pytest

from radarr.adapters.persistence import codec
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.importing.journal import ImportItem
from radarr.domain.movie import MovieFile
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import BY_NAME, UNKNOWN, Revision
from radarr.domain.release import Release
from tests.contract.store.examples import INPUTS, MEASURED

NOON = datetime(2026, 1, 1, 12, 0, 0, 123000, tzinfo=UTC)
BARE = Release("guid", 1, "Alpha", "Sintel.2010")
RELEASE: dict[str, Any] = {
    "guid": "nul\0 and caf\udce9",
    "indexer_id": 7,
    "indexer": "Béta",
    "title": "シンテル 2010",
    "size": 3 << 40,
    "link": "https://indexer.example/get?id=1&x=2",
    "magnet": "magnet:?xt=urn:btih:" + "a" * 40,
    "infohash": "a" * 40,
    "info_url": "https://indexer.example/1",
    "published_at": NOON,
    "seeders": 0,
    "leechers": 0,
    "grabs": 9,
    "imdb_id": "tt1727587",
    "tmdb_id": 45745,
    "categories": (2000, 2040),
    "flags": frozenset({"freeleech", "internal"}),
    "languages": ("English", "Dutch"),
    "minimum_ratio": 0.0,
    "minimum_seed_time": 0,
    "priority": 1,
    "privacy": "private",
    "minimum_seeders": 0,
    "container": "mkv",
    "protocol": "usenet",
    "alternates": (BARE, BARE._replace(indexer="Gamma", flags=frozenset({"scene"}))),
}
PARSED: dict[str, Any] = {
    "name": "caf\udce9",
    "title": "Sintel",
    "titles": ("Sintel", "シンテル"),
    "year": 2010,
    "quality": BY_NAME["Remux-2160p"],
    "revision": Revision(2, 1, repack=True),
    "edition": "Director's Cut",
    "group": "GRP",
    "languages": (),
    "codec": "x265",
    "audio": ("DTS-HD MA", "5.1"),
    "hdr": ("DV", "HDR10"),
    "hardcoded_subs": "HC",
    "imdb_id": "tt1727587",
    "tmdb_id": 45745,
    "source_from": "name",
    "resolution_from": "extension",
    "stereo": "Half-SBS",
    "part": 2,
}


def through_json(document: Any) -> Any:
    return json.loads(json.dumps(document))


def test_the_examples_fill_every_field() -> None:
    assert set(RELEASE) == set(Release._fields)
    assert set(PARSED) == set(ParsedRelease._fields)


@pytest.mark.parametrize("field", RELEASE)
def test_a_release_comes_back_with_any_field_that_it_has(field: str) -> None:
    release = BARE._replace(**{field: RELEASE[field]})
    assert codec.read_release(through_json(codec.write_release(release))) == release


def test_a_release_comes_back_with_all_of_its_fields() -> None:
    assert codec.read_release(through_json(codec.write_release(Release(**RELEASE)))) == Release(**RELEASE)


@pytest.mark.parametrize("field", PARSED)
def test_a_parsed_name_comes_back_with_any_field_that_it_has(field: str) -> None:
    parsed = ParsedRelease("Sintel.2010", "Sintel", ("Sintel",))._replace(**{field: PARSED[field]})
    read = codec.read_parsed(through_json(codec.write_parsed(parsed)))
    assert read == parsed
    assert isinstance(read.revision, Revision)


def test_a_file_comes_back_with_all_of_its_fields() -> None:
    file = MovieFile(
        id=3,
        path="caf\udce9/シンテル.mkv",
        size=3 << 40,
        quality=BY_NAME["Remux-2160p"],
        claimed=BY_NAME["Bluray-2160p"],
        revision=Revision(2, 1, repack=True),
        languages=("English", "Dutch"),
        group="GRP",
        edition="Director's Cut",
        scene_name="Sintel.2010",
        score=-5,
        formats=("Repack/Proper",),
        inputs=INPUTS,
        measured=MEASURED,
        infohash="a" * 40,
        added_at=NOON,
    )
    assert codec.read_file(through_json(codec.write_file(file))) == file
    bare = MovieFile(path="a", size=1, quality=UNKNOWN, added_at=NOON)
    assert all(
        getattr(file, field.name) != getattr(bare, field.name)
        for field in fields(MovieFile)
        if field.name != "added_at"
    )
    assert codec.read_file(through_json(codec.write_file(bare))) == bare
    assert codec.write_file(None) is None


@pytest.mark.parametrize("reason", Reason)
def test_a_rejection_comes_back_whatever_its_reason(reason: Reason) -> None:
    rejections = (Rejection(reason, "caf\udce9", RejectionKind.TEMPORARY), Rejection(reason, ""))
    assert codec.read_rejections(through_json(codec.write_rejections(rejections))) == rejections


def test_an_item_of_the_journal_comes_back() -> None:
    item = ImportItem("/downloads/a.mkv", "a/.part", "a/a.mkv", 7, "hardlink", 99)
    assert codec.read_item(through_json(list(item))) == item


def test_fields_of_a_later_version_are_passed_over() -> None:
    parsed = ParsedRelease("Sintel.2010", "Sintel", ("Sintel",))
    assert codec.read_release({**codec.write_release(BARE), "colour": "red"}) == BARE
    assert codec.read_parsed({**codec.write_parsed(parsed), "quality": "Holo-8640p", "colour": "red"}) == parsed
    assert codec.quality("Holo-8640p") is UNKNOWN

"""Custom formats over HTTP: as Radarr shows them, and never changed."""

from typing import Any

import pytest

from radarr.adapters.http.context import NamedFormat
from radarr.domain.formats.decode import decode_format
from tests.contract.http.openapi import needs_contract, schemas, strange
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import House, house
from tests.unit.app.usecases.test_custom_formats import FORMATS, GOOD, decide_by

pytestmark = pytest.mark.anyio

EVERY_KIND: tuple[tuple[str, dict[str, Any]], ...] = (
    ("ReleaseTitleSpecification", {"value": "x265"}),
    ("LanguageSpecification", {"value": 4, "exceptLanguage": False}),
    ("SizeSpecification", {"min": 1.0, "max": 2.0}),
    ("SourceSpecification", {"value": 7}),
)


def formats() -> dict[str, NamedFormat]:
    conditions = [{"name": kind, "implementation": kind, "fields": fields} for kind, fields in EVERY_KIND]
    mixed = decode_format({"name": "Mixed", "specifications": conditions})
    return {each.name: NamedFormat(number, each) for number, each in enumerate((*FORMATS, mixed), 7)}


def at_work(home: House) -> None:
    decide_by(home, FORMATS, {"Group GRP": 10})


async def test_the_formats_of_the_configuration_are_shown_with_their_conditions() -> None:
    async with house() as home, served(home, formats=formats()) as http:
        every = (await http.get("/api/v3/customformat")).json()
        assert [each["name"] for each in every] == ["Group GRP", "Group ONE", "Internal", "Mixed"]
        mixed = (await http.get("/api/v3/customformat/10")).json()
        assert mixed == every[-1]
        told = [
            (s["implementation"], {field["name"]: field["value"] for field in s["fields"]})
            for s in mixed["specifications"]
        ]
        assert tuple(told) == EVERY_KIND
        assert (await http.get("/api/v3/customformat/99")).status_code == 404


async def test_to_save_a_format_as_it_is_changes_nothing_and_all_else_is_the_files() -> None:
    async with house() as home, served(home, formats=formats()) as http:
        mixed = (await http.get("/api/v3/customformat/10")).json()
        saved = await http.put("/api/v3/customformat/10", json=mixed)
        assert (saved.status_code, saved.json()) == (202, mixed)
        for other in (
            {"name": "Another"},
            {"includeCustomFormatWhenRenaming": True},
            {"specifications": mixed["specifications"][:1]},
        ):
            refused = await http.put("/api/v3/customformat/10", json={**mixed, **other})
            assert refused.status_code == 409
            assert "declared in the configuration" in refused.json()["message"]
        assert (await http.put("/api/v3/customformat/10", json={"name": "Mixed"})).status_code == 400
        assert (await http.delete("/api/v3/customformat/10")).status_code == 409
        assert (await http.post("/api/v3/customformat", json=mixed)).status_code == 409


async def test_without_formats_there_is_an_empty_list() -> None:
    async with house() as home, served(home) as http:
        assert (await http.get("/api/v3/customformat")).json() == []


async def test_releases_queue_and_profiles_name_formats_by_their_ids() -> None:
    async with house() as home:
        at_work(home)
        home.offer(GOOD)
        async with served(home, formats=formats()) as http:
            await http.post("/api/v3/movie", json=sintel())
            (found,) = (await http.get("/api/v3/release?movieId=1")).json()
            assert (found["customFormats"], found["customFormatScore"]) == ([{"id": 7, "name": "Group GRP"}], 10)
            await http.post("/api/v3/release", json={"guid": found["guid"], "indexerId": 1})
            (queued,) = (await http.get("/api/v3/queue")).json()["records"]
            assert queued["customFormats"] == [{"id": 7, "name": "Group GRP"}]
            await home.downloaded(GOOD)
            await home.track()
            await home.track()
            film = (await http.get("/api/v3/movie/1")).json()
            assert film["movieFile"]["customFormats"] == [{"id": 7, "name": "Group GRP"}]
            profile = (await http.get("/api/v3/qualityprofile")).json()[0]
            assert [(item["format"], item["score"]) for item in profile["formatItems"]] == [
                (7, 10),
                (8, 0),
                (9, 0),
                (10, 0),
            ]


@needs_contract
async def test_all_of_it_has_radarrs_shape() -> None:
    known = schemas()
    async with house() as home, served(home, formats=formats()) as http:
        for path, name in (
            ("/api/v3/customformat", "CustomFormatResource"),
            ("/api/v3/qualityprofile", "QualityProfileResource"),
        ):
            for item in (await http.get(path)).json():
                assert list(strange(item, known[name], known, name)) == []

"""Films over v3: added, changed, removed, and refused in words."""

import json
from typing import Any

import pytest

from radarr.adapters.http.wire import BODY_LIMIT
from radarr.domain.media import AudioTrack, Measured, SubtitleTrack, VideoTrack
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import GOOD, House, house

pytestmark = pytest.mark.anyio


async def test_a_film_is_added_changed_and_removed() -> None:
    async with house() as home, served(home) as http:
        added = await http.post("/api/v3/movie", json=sintel(id=0))
        assert (added.status_code, added.headers["Location"]) == (201, "/api/v3/movie/1")
        film = added.json()
        assert (film["id"], film["hasFile"], film["rootFolderPath"]) == (1, False, "/library")
        for path, profile in (("/api/v3/movie/1", 1), ("/api/v3/movie", 3), ("/api/v3/movie/", 4)):
            answer = await http.put(path, json={**film, "monitored": False, "qualityProfileId": profile})
            assert (answer.status_code, answer.json()["monitored"], answer.json()["qualityProfileId"]) == (
                *(202, False),
                profile,
            )
        assert [m["id"] for m in (await http.get("/api/v3/movie?tmdbId=45745")).json()] == [1]
        removed = await http.delete("/api/v3/movie/1?deleteFiles=True&addImportExclusion=false")
        assert (removed.status_code, removed.json()) == (200, {})
        assert (await http.get("/api/v3/movie/1")).status_code == 404


async def test_a_film_that_is_there_already_is_refused_in_radarrs_words() -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        again = await http.post("/api/v3/movie", json=sintel())
        assert again.status_code == 400
        (failure,) = again.json()
        assert failure == {
            "propertyName": "TmdbId",
            "errorMessage": "This movie has already been added",
            "severity": "error",
            "errorCode": "MovieExistsValidator",
        }


async def test_what_a_change_leaves_out_stays() -> None:
    async with house() as home, served(home) as http:
        before = (await http.post("/api/v3/movie", json=sintel())).json()
        assert (await http.put("/api/v3/movie/1", json={"tags": [], "images": None})).json() == before


async def test_names_come_in_any_case_and_numbers_as_strings() -> None:
    async with house() as home, served(home) as http:
        body = {"Title": "Sintel", "TMDBID": "45745", "Year": "2010", "qualityprofileid": "4", "Monitored": True}
        body |= {"RootFolderPath": "/library", "AddOptions": {"SearchForMovie": True}, "profileId": {}}
        home.offer(GOOD)
        film = (await http.post("/api/v3/movie", json=body)).json()
        assert (film["tmdbId"], film["year"], film["qualityProfileId"]) == (45745, 2010, 4)
        await home.search()
        assert await home.states() == {GOOD: "confirmed"}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v3/movie/7"),
        ("PUT", "/api/v3/movie/7"),
        ("PUT", "/api/v3/movie"),
        ("DELETE", "/api/v3/movie/7"),
        ("GET", "/api/v3/qualityprofile/99"),
        ("GET", "/api/v3/command/7"),
        ("DELETE", "/api/v3/queue/7"),
        ("DELETE", "/api/v3/blocklist/7"),
        ("GET", "/api/v3/release?movieId=7"),
        ("GET", "/api/v3/movie/7/slots"),
        ("GET", "/api/daemon/v1/movie/7/why"),
    ],
)
async def test_an_id_of_nothing_is_a_404_in_words(method: str, path: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.request(method, path, json={} if method == "PUT" else None)
        assert (answer.status_code, answer.json()["message"][:8]) == (404, "there is")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        pytest.param({"tmdbId": "many"}, "TmdbId", id="a wrong type"),
        pytest.param(sintel(tmdbId=2**80), "TmdbId", id="a number that no database takes"),
        pytest.param(sintel(addOptions={"searchForMovie": 7}), "AddOptions", id="a wrong type within"),
        pytest.param(sintel(qualityProfileId=99), "QualityProfileId", id="an unknown profile"),
        pytest.param(sintel(rootFolderPath="/nowhere"), "RootFolderPath", id="an unknown folder"),
        pytest.param({"title": "Sintel"}, "TmdbId", id="no id"),
        pytest.param({"tmdbId": 99}, "TmdbId", id="an id of no film"),
        pytest.param([], "", id="a list"),
    ],
)
async def test_a_bad_film_is_refused_by_the_field_that_is_wrong(body: object, field: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/v3/movie", json=body)
        assert answer.status_code == 400
        (failure,) = answer.json()
        assert (failure["propertyName"], failure["severity"]) == (field, "error")
        assert failure["errorMessage"]
        assert "Traceback" not in answer.text
        assert (await http.get("/api/v3/movie")).json() == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"{", id="cut off"),
        pytest.param(b"<movie/>", id="XML"),
        pytest.param(b'{"title": "\xff"}', id="not UTF-8"),
        pytest.param(b"[" * 100_000, id="very deep"),
        pytest.param(b'{"a":' * 900 + b"1" + b"}" * 900, id="deep"),
    ],
)
async def test_what_is_no_json_is_refused_in_words(body: bytes) -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/v3/movie", content=body)
        assert answer.status_code == 400
        said = answer.json()
        assert (said[0]["errorMessage"] if isinstance(said, list) else said["message"]) != ""
        assert "Traceback" not in answer.text


async def test_a_body_beyond_the_limit_is_not_read() -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/v3/movie", content=b" " * (BODY_LIMIT + 1))
        assert (answer.status_code, answer.json()["message"] != "") == (413, True)


class Broken:
    """A store that fails in a way that nobody thought of."""

    def snapshot(self) -> Any:
        raise RuntimeError("postgresql://radarr:hunter2@db/radarr")


async def test_a_bug_is_told_without_its_secrets() -> None:
    async with house() as home, served(home, store=Broken()) as http:
        answer = await http.get("/api/v3/movie")
        assert answer.status_code == 500
        assert json.loads(answer.text)["message"].startswith("RuntimeError: this is a bug")
        assert "hunter2" not in answer.text


async def arrived(home: House) -> None:
    await home.search()
    await home.downloaded(GOOD)
    await home.track()


async def test_a_film_with_its_file_is_shown_whole() -> None:
    async with house() as home, served(home) as http:
        home.offer(GOOD)
        await http.post("/api/v3/movie", json=sintel(addOptions={"searchForMovie": True}))
        await arrived(home)
        film = (await http.get("/api/v3/movie/1")).json()
        assert (film["hasFile"], film["sizeOnDisk"], film["isAvailable"]) == (True, film["movieFile"]["size"], True)
        assert film["movieFile"]["path"] == f"{film['path']}/{film['movieFile']['relativePath']}"
        assert film["movieFile"]["quality"]["quality"]["name"] == "WEBDL-1080p"


async def test_a_measured_file_is_shown_as_what_it_is() -> None:
    async with house() as home, served(home) as http:
        home.offer(GOOD)
        picture = VideoTrack("h265", width=1920, height=818, bit_depth=10, transfer="pq", hdr10=True, frame_rate=23.976)
        sounds = (
            AudioTrack("EAC3", atmos=True, channels=6, language="de"),
            AudioTrack("AC3", channels=2, language="en"),
        )
        texts = (SubtitleTrack("PGS", "nl"), SubtitleTrack("PGS", ""))
        home.probe.films[f"/downloads/{GOOD}/{GOOD}.mkv"] = Measured("matroska", 4856.7, picture, sounds, texts)
        await http.post("/api/v3/movie", json=sintel(addOptions={"searchForMovie": True}))
        await arrived(home)
        assert (await http.get("/api/v3/movie/1")).json()["movieFile"]["mediaInfo"] == {
            "audioBitrate": 0,
            "audioChannels": 5.1,
            "audioCodec": "EAC3 Atmos",
            "audioLanguages": "ger/eng",
            "audioStreamCount": 2,
            "videoBitDepth": 10,
            "videoBitrate": 0,
            "videoCodec": "h265",
            "videoFps": 23.976,
            "videoDynamicRange": "HDR",
            "videoDynamicRangeType": "HDR10",
            "resolution": "1920x818",
            "runTime": "1:20:56",
            "scanType": "",
            "subtitles": "dut",
        }


async def test_a_film_of_next_year_is_not_available_yet() -> None:
    async with house() as home, served(home) as http:
        assert (await http.post("/api/v3/movie", json=sintel(year=2027))).json()["isAvailable"] is False

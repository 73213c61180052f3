"""Releases that are not what they claim."""

from dataclasses import replace

import pytest
from dependency_injector import providers

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason
from radarr.domain.history import EventKind
from radarr.domain.media import Measured, VideoTrack
from radarr.domain.media.claims import Honesty
from radarr.domain.movie import MovieFile
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.quality import BY_NAME
from radarr.ports.driving.queue import QueueAction
from tests.unit.app.usecases.house import BEST, GOOD, House, house

pytestmark = pytest.mark.anyio

HD = Measured("matroska", 888.0, VideoTrack("h264", width=1280, height=544))
FULL_HD = Measured("matroska", 888.0, VideoTrack("h264", width=1920, height=818))
LIE = "the name says 1080p, and the picture has 1280x544 (720p)"
AGAIN = "Sintel.2010.BluRay.1080p.H264-TWO"


def _is(home: House, name: str, measured: Measured) -> None:
    home.probe.films[f"/downloads/{name}/{name}.mkv"] = measured


async def _arrives(home: House, name: str) -> None:
    await home.downloaded(name)
    await home.track()
    await home.search()


async def _file(home: House) -> MovieFile | None:
    async with home.store.snapshot() as tx:
        (movie,) = await tx.movies.all()
    return movie.slots[0].file


def _want(home: House, *names: str) -> None:
    """Let every profile take these."""
    profiles = {}
    for number, profile in enumerate(DEFAULT_PROFILES, 1):
        items = tuple(item._replace(allowed=item.allowed or item.name in names) for item in profile.items)
        profiles[profile.name] = replace(profile, id=number, items=items)
    home.container.profiles.override(providers.Object(profiles))
    home.container.reset_singletons()


async def test_a_lie_that_the_profile_does_not_take_is_refused_and_the_next_best_arrives(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with house() as home:
        home.offer(BEST)
        home.offer(GOOD, indexer_id=2)
        _is(home, BEST, HD)
        _is(home, GOOD, FULL_HD)
        movie = await home.want_sintel(search=True)
        await home.search()
        await _arrives(home, BEST)
        assert home.library() == []
        assert await home.states() == {BEST: "failed", GOOD: "confirmed"}
        async with home.store.snapshot() as tx:
            (blocked,) = await tx.blocklist.for_movie(movie.id)
            (claim,) = await tx.claims.contradicted(movie.id)
            assert await tx.claims.honesty("TWO") == Honesty(1, 1)
            failed = next(e for e in await tx.history.recent(9) if e.kind is EventKind.FAILED)
        assert blocked.message == f"{LIE}: Bluray-720p is not wanted by HD-1080p"
        assert (claim.found, claim.refused) == (BY_NAME["Bluray-720p"], True)
        assert (failed.data["contradictions"], failed.data["measuredQuality"]) == (LIE, "Bluray-720p")
        assert failed.data["groupHonesty"] == "two: 1 of 1 releases were not what they claimed"
        await _arrives(home, GOOD)
        file = await _file(home)
        assert file is not None
        assert (file.scene_name, file.quality.name) == (GOOD, "WEBDL-1080p")
    assert f"{BEST} is not what it claims: {LIE}" in caplog.text


async def test_a_lie_that_the_profile_takes_is_kept_as_what_it_is() -> None:
    async with house() as home:
        _want(home, "Bluray-720p")
        home.offer(BEST)
        _is(home, BEST, HD)
        movie = await home.want_sintel(search=True)
        await home.search()
        await _arrives(home, BEST)
        file = await _file(home)
        assert file is not None
        assert (file.quality.name, file.claimed) == ("Bluray-720p", BY_NAME["Bluray-1080p"])
        assert file.path == "Sintel (2010)/Sintel (2010) [Bluray-720p]-TWO.mkv"
        async with home.store.snapshot() as tx:
            imported = next(e for e in await tx.history.recent(9) if e.kind is EventKind.IMPORTED)
        assert (imported.data["claimedQuality"], imported.data["contradictions"]) == ("Bluray-1080p", LIE)
        # the same encode under other names is no upgrade of itself, and what another group claims is
        home.offer(AGAIN, indexer_id=2)
        home.offer(GOOD, indexer_id=2)
        home.clock.go_on(hours=1)
        report = await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        found = {d.candidate.release.title: [r.reason for r in d.rejections] for d in report.decisions}
        assert Reason.DISK_CUSTOM_FORMAT_SCORE in found[AGAIN] or Reason.DISK_CUTOFF_MET in found[AGAIN]
        assert found[GOOD] == []


async def test_what_is_not_believed_may_turn_out_to_be_true() -> None:
    async with house() as home:
        _want(home, "Bluray-720p")
        home.offer(BEST)
        home.offer(AGAIN, indexer_id=2)
        _is(home, BEST, HD)
        _is(home, AGAIN, FULL_HD)
        movie = await home.want_sintel(search=True)
        await home.search()
        await _arrives(home, BEST)
        home.clock.go_on(hours=1)
        report = await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        (again,) = [d.candidate for d in report.decisions if d.candidate.release.title == AGAIN]
        assert again.parsed.quality.name == "Bluray-720p"
        await home.container.grab().execute([again], SearchKind.USER_INTERACTIVE)
        await _arrives(home, AGAIN)
        file = await _file(home)
        assert file is not None
        assert (file.scene_name, file.quality.name) == (AGAIN, "Bluray-1080p")


async def test_a_lie_never_replaces_a_file_that_is_as_good() -> None:
    async with house() as home:
        _want(home, "Bluray-720p", "HDTV-720p")
        honest = "Sintel.2010.720p.BluRay.x264-ONE"
        home.offer(honest)
        _is(home, honest, HD)
        _is(home, BEST, HD)
        await home.want_sintel(search=True)
        await home.search()
        await _arrives(home, honest)
        before = await _file(home)
        home.offer(BEST, indexer_id=2)
        await home.container.feed().execute()
        assert (await home.states())[BEST] == "confirmed"
        await _arrives(home, BEST)
        assert (await home.states())[BEST] == "failed"
        assert await _file(home) == before
        assert "/library/Sintel (2010)/Sintel (2010) [Bluray-720p]-ONE.mkv" in home.library()


async def test_a_slot_that_was_lied_to_three_times_rests_for_a_day() -> None:
    async with house() as home:
        names = [f"Sintel.2010.1080p.BluRay.x264-{group}" for group in ("LIE", "LIAR", "LIED", "LYING")]
        movie = await home.want_sintel()
        for name in names:
            home.offer(name)
            _is(home, name, HD)
        await home.container.feed().execute()
        for _ in names[:3]:
            (under_way,) = [name for name, state in (await home.states()).items() if state == "confirmed"]
            await _arrives(home, under_way)
        assert sorted((await home.states()).values()) == ["failed"] * 3
        home.clock.go_on(hours=23)
        await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        assert len(await home.states()) == 3
        home.clock.go_on(hours=2)
        await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        assert sorted((await home.states()).values()) == ["confirmed", "failed", "failed", "failed"]


async def test_what_one_slot_does_not_want_stays_for_the_other() -> None:
    async with house() as home:
        _want(home)
        home.offer(BEST)
        _is(home, BEST, HD)
        movie = await home.want_sintel()
        async with home.store.transaction() as tx:
            second = await tx.movies.add_slot(replace(movie.slots[0], name="second", profile="Any"))
        await home.container.search().execute(movie.id, SearchKind.NEW_FILM)
        await _arrives(home, BEST)
        assert (await home.states())[BEST] == "imported"
        async with home.store.snapshot() as tx:
            (found,) = await tx.movies.all()
            assert await tx.blocklist.for_movie(movie.id) == ()
        assert {slot.name: slot.file and slot.file.quality.name for slot in found.slots} == {
            "main": None,
            "second": "Bluray-720p",
        }
        assert second.id == found.slots[1].id
        report = await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        told = {d.candidate.slot.name: [r.reason for r in d.rejections] for d in report.decisions}
        assert Reason.QUALITY_NOT_WANTED in told["main"]


async def test_what_a_person_took_away_comes_back_only_where_a_person_asks() -> None:
    async with house() as home:
        home.offer(GOOD)
        movie = await home.want_sintel(search=True)
        await home.search()
        await home.container.manage_download().execute(1, QueueAction.REMOVE)
        assert await home.states() == {GOOD: "removed"}
        await home.container.feed().execute()
        await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        assert await home.states() == {GOOD: "removed"}
        await home.container.search().execute(movie.id, SearchKind.USER_AUTOMATIC)
        async with home.store.snapshot() as tx:
            assert [d.state.value for d in await tx.downloads.recent(9)] == ["confirmed", "removed"]

"""Custom formats at work: what is grabbed for them, what is refused, and that a score does not drift."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from dependency_injector import providers

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.formats.conditions import Condition, FlagIs, GroupMatches, TitleMatches
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.in_force import Formats
from radarr.domain.formats.index import compile_index
from radarr.domain.formats.inputs import FLAGS
from radarr.domain.movie import MovieFile
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.torrent.build import build_torrent
from radarr.ports.driving.searches import SearchReport
from radarr.ports.indexer import Payload
from tests.unit.app.usecases.house import House, house

pytestmark = pytest.mark.anyio

PLAIN = "Sintel.2010.1080p.WEB-DL.H264-ONE"
GOOD = "Sintel.2010.1080p.WEB-DL.H264-GRP"
SLOW = f"Sintel.2010.1080p.WEB-DL.H264.{'ab' * 120}.!x-TWO"
GIB = 1 << 30


def group(name: str) -> CustomFormat:
    return CustomFormat(f"Group {name}", (Condition(name, GroupMatches(compile_pattern(f"^{name}$"))),))


FORMATS = (
    group("GRP"),
    group("ONE"),
    CustomFormat("Internal", (Condition("internal", FlagIs(FLAGS["internal"])),)),
)
FOR_EVER = CustomFormat("Slow", (Condition("for ever", TitleMatches(compile_pattern("(a|b|ab)*[!#][^x]"))),))


def decide_by(home: House, formats: tuple[CustomFormat, ...], scores: dict[str, int], **profile: Any) -> None:
    """As after a reload: what is remembered in memory begins anew, the store stays."""
    wanted = {"format_scores": scores, "cutoff_format_score": sum(filter(lambda s: s > 0, scores.values())), **profile}
    home.container.formats.override(providers.Object(Formats(compile_index(formats)) if formats else Formats()))
    profiles = {p.name: replace(p, id=n, **wanted) for n, p in enumerate(DEFAULT_PROFILES, 1)}
    home.container.profiles.override(providers.Object(profiles))
    home.container.reset_singletons()


@asynccontextmanager
async def formats_at_work(scores: dict[str, int], **profile: Any) -> AsyncIterator[House]:
    async with house() as home:
        decide_by(home, FORMATS, scores, **profile)
        yield home


async def looked(home: House, movie_id: int = 1) -> SearchReport:
    return await home.container.search().execute(movie_id, SearchKind.USER_INTERACTIVE)


async def arrived(home: House, name: str) -> MovieFile:
    await home.downloaded(name)
    await home.track()
    await home.track()
    async with home.store.snapshot() as tx:
        movie = await tx.movies.get(1)
    assert movie is not None
    assert movie.slots[0].file is not None
    return movie.slots[0].file


def reasons(report: SearchReport) -> dict[str, list[Reason]]:
    return {d.candidate.release.title: [r.reason for r in d.rejections] for d in report.decisions}


async def test_a_preferred_group_beats_a_bigger_release() -> None:
    async with formats_at_work({"Group GRP": 10}) as home:
        home.offer(PLAIN, size=3 * GIB, seeders=900)
        home.offer(GOOD)
        await home.want_sintel()
        await home.container.feed().execute()
        assert await home.states() == {GOOD: "confirmed"}


async def test_a_score_below_the_minimum_is_refused_and_said() -> None:
    async with formats_at_work({"Group GRP": 10}, min_format_score=5) as home:
        home.offer(PLAIN)
        home.offer(GOOD)
        await home.want_sintel()
        report = await looked(home)
        assert reasons(report) == {GOOD: [], PLAIN: [Reason.CUSTOM_FORMAT_MINIMUM_SCORE]}
        assert [(d.candidate.formats, d.candidate.score) for d in report.decisions] == [
            (("Group GRP",), 10),
            (("Group ONE",), 0),
        ]


async def test_a_format_that_cannot_tell_in_time_holds_its_release_back_for_now(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with house() as home:
        decide_by(home, (*FORMATS, FOR_EVER), {"Group GRP": 10})
        home.offer(SLOW)
        home.offer(GOOD)
        await home.want_sintel()
        report = await looked(home)
        assert reasons(report) == {GOOD: [], SLOW: [Reason.CUSTOM_FORMAT_OUT_OF_TIME]}
        (rejection,) = report.decisions[-1].rejections
        assert rejection.kind is RejectionKind.TEMPORARY
        assert "'Slow'" in rejection.message
        await looked(home)
        assert [r.getMessage() for r in caplog.records if "releases that it cannot judge wait" in r.getMessage()] == [
            f"{rejection.message.partition(';')[0]}; releases that it cannot judge wait: mend the pattern"
        ]


async def test_a_file_keeps_what_the_formats_saw_of_its_release() -> None:
    async with formats_at_work({"Group GRP": 10, "Internal": 5}) as home:
        home.offer(GOOD, flags=frozenset({"internal"}))
        await home.want_sintel()
        await home.container.feed().execute()
        file = await arrived(home, GOOD)
        assert (file.formats, file.score) == (("Group GRP", "Internal"), 15)
        assert file.inputs is not None
        assert file.inputs.flags == FLAGS["internal"]


async def test_a_release_is_no_upgrade_of_itself_when_formats_change() -> None:
    async with formats_at_work({"Group ONE": 1}) as home:
        release = home.offer(GOOD)
        await home.want_sintel()
        await home.container.feed().execute()
        assert (await arrived(home, GOOD)).score == 0
        decide_by(home, FORMATS, {"Group GRP": 10, "Group ONE": 20})
        home.indexers.releases[1] = [release._replace(guid="seen again")]
        home.indexers.payloads["seen again"] = Payload(torrent=build_torrent("other", {f"{GOOD}.mkv": 1}))
        home.offer(PLAIN)
        found = reasons(await looked(home))
        assert Reason.DISK_CUSTOM_FORMAT_SCORE in found[GOOD]
        assert found[PLAIN] == []


async def test_what_is_under_way_is_scored_by_the_formats_of_today() -> None:
    async with formats_at_work({"Group ONE": 5}) as home:
        home.offer(PLAIN)
        await home.want_sintel()
        await home.container.feed().execute()
        home.offer(GOOD)
        assert Reason.QUEUE_CUSTOM_FORMAT_SCORE in reasons(await looked(home))[GOOD]
        decide_by(home, FORMATS, {"Group GRP": 10, "Group ONE": 5})
        assert reasons(await looked(home))[GOOD] == []


async def test_without_formats_a_file_scores_nothing_any_more() -> None:
    async with formats_at_work({"Group GRP": 10}) as home:
        home.offer(GOOD)
        await home.want_sintel()
        await home.container.feed().execute()
        assert (await arrived(home, GOOD)).score == 10
        decide_by(home, (), {}, cutoff_format_score=0)
        home.indexers.releases[1] = []
        home.offer("Sintel.2010.1080p.BluRay.x264-TWO")
        assert reasons(await looked(home)) == {"Sintel.2010.1080p.BluRay.x264-TWO": []}


async def test_each_slot_scores_by_its_own_profile() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel()
        decide_by(home, FORMATS, {"Group GRP": 10})
        profiles = home.container.profiles()
        profiles["HD-720p"] = replace(profiles["HD-1080p"], name="HD-720p", format_scores={"Group GRP": -5})
        async with home.store.transaction() as tx:
            movie = await tx.movies.get(1)
            assert movie is not None
            await tx.movies.add_slot(replace(movie.slots[0], name="second", profile="HD-720p"))
        report = await looked(home)
        assert {d.candidate.slot.name: d.candidate.score for d in report.decisions} == {"main": 10, "second": -5}
        assert reasons(report) == {GOOD: [Reason.CUSTOM_FORMAT_MINIMUM_SCORE]}


async def test_a_release_of_ones_own_choice_is_scored_too() -> None:
    async with formats_at_work({"Group GRP": 10}) as home:
        await home.want_sintel()
        torrent = build_torrent(GOOD, {f"{GOOD}.mkv": 900 << 20, f"{GOOD}.en.srt": 3000})
        download = await home.container.grab_own().execute(1, torrent=torrent)
        assert (download.grab.formats, download.grab.score) == (("Group GRP",), 10)
        assert (await arrived(home, GOOD)).score == 10

"""From wanted to library, with the simulated side of every port."""

import anyio
import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.history import Outcome
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.download_client import ClientState, ClientTorrent
from radarr.ports.driving.queue import QueueAction
from radarr.ports.errors import Conflict, Gone, Refused, Unauthorised, Unavailable
from radarr.ports.indexer import Payload
from tests.unit.app.usecases.house import BEST, GOOD, SIZE, house

pytestmark = pytest.mark.anyio

FILM = "/library/Sintel (2010)/Sintel (2010) [WEBDL-1080p]-ONE.mkv"
BETTER = "/library/Sintel (2010)/Sintel (2010) [Bluray-1080p]-TWO.mkv"


async def test_a_wanted_film_reaches_the_library() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        await home.track()
        assert home.library() == [FILM.replace(".mkv", ".en.srt"), FILM]
        assert home.files.tree.look(FILM) is home.files.tree.look(f"/downloads/{GOOD}/{GOOD}.mkv")
        assert await home.states() == {GOOD: "imported"}
        assert await home.events() == ["MOVIE_ADDED Sintel (2010)", f"GRABBED {GOOD}", f"IMPORTED {GOOD}"]


async def test_a_better_release_in_the_feed_replaces_the_film() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        await home.track()
        home.offer(BEST)
        await home.container.feed().execute()
        await home.downloaded(BEST)
        await home.track()
        recycled = f"/library/.radarr-recycle/2026-01-01/2-1/{FILM.removeprefix('/library/')}"
        assert home.library() == [
            *(recycled.replace(".mkv", ".en.srt"), recycled),
            *(BETTER.replace(".mkv", ".en.srt"), BETTER),
        ]


async def test_a_film_in_a_lesser_quality_is_not_grabbed_again() -> None:
    async with house() as home:
        home.offer(BEST)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(BEST)
        await home.track()
        home.offer(GOOD)
        await home.container.feed().execute()
        assert await home.states() == {BEST: "imported"}
        async with home.store.snapshot() as tx:
            entries = {e.title: e for e in await tx.ledger.for_movie(1)}
        assert entries[GOOD].outcome is Outcome.REJECTED
        assert "DiskHigherPreference" in {r.reason for r in entries[GOOD].rejections}


async def test_while_the_client_is_away_the_intent_waits_and_is_then_sent_once() -> None:
    async with house() as home:
        home.offer(GOOD)
        home.client.trouble = Unavailable("qBittorrent cannot be reached")
        await home.want_sintel(search=True)
        await home.search()
        assert await home.states() == {GOOD: "intended"}
        home.client.trouble = None
        await home.track()  # not yet: it waits for its next try
        assert await home.states() == {GOOD: "intended"}
        home.clock.go_on(seconds=20)
        await home.track()
        assert len(home.client.requests) == 2
        assert (await home.states())[GOOD] != "intended"


async def test_what_the_client_refuses_is_blocklisted_and_the_next_best_taken() -> None:
    async with house() as home:
        best = home.offer(BEST)
        home.offer(GOOD)
        payload = home.indexers.payloads[best.guid]
        assert not isinstance(payload, Unavailable)
        from radarr.app.usecases.grab_release import identify

        home.client.refused.add(identify(payload).key)  # type: ignore[arg-type]
        await home.want_sintel(search=True)
        await home.search()
        assert (await home.states())[BEST] == "failed"
        assert GOOD in await home.states()
        async with home.store.snapshot() as tx:
            assert [entry.title for entry in await tx.blocklist.all()] == [BEST]


async def test_a_release_that_is_gone_at_one_indexer_is_had_from_another() -> None:
    async with house() as home:
        home.offer(GOOD)
        gone = home.offer(GOOD, indexer_id=2)
        home.indexers.payloads[f"1-{GOOD}"] = Gone("the release is no more")
        await home.want_sintel(search=True)
        await home.search()
        async with home.store.snapshot() as tx:
            (download,) = await tx.downloads.open()
        assert download.grab.release.guid == gone.guid


async def test_two_searches_at_once_grab_one_release() -> None:
    async with house() as home:
        home.offer(BEST)
        movie = await home.want_sintel()
        search = home.container.search()
        home.indexers.releases[2].append(home.offer(GOOD)._replace(indexer_id=2, guid=f"2-{GOOD}"))
        home.indexers.releases[1] = [r for r in home.indexers.releases[1] if r.title == BEST]
        home.indexers.payloads[f"2-{GOOD}"] = home.indexers.payloads[f"1-{GOOD}"]
        async with anyio.create_task_group() as tasks:
            for kind in (SearchKind.SCHEDULED, SearchKind.USER_AUTOMATIC):
                tasks.start_soon(search.execute, movie.id, kind)
        assert await home.states() == {BEST: "confirmed"}


async def test_a_torrent_that_somebody_else_put_there_is_never_removed() -> None:
    async with house() as home:
        release = home.offer(GOOD)
        payload = home.indexers.payloads[release.guid]
        assert isinstance(payload, Payload)
        assert payload.torrent
        infohash = read_torrent(payload.torrent).infohash
        theirs = ClientTorrent(infohash.client_ids[0], infohash, GOOD, ClientState.DOWNLOADING, category="other")
        home.client.put(theirs)
        await home.want_sintel(search=True)
        await home.search()
        await home.container.manage_download().execute(1, QueueAction.FAIL)
        await home.search()
        assert home.client.removed == []


async def test_a_stalled_download_of_a_public_tracker_fails_and_is_replaced() -> None:
    async with house() as home:
        home.offer(BEST)
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        (torrent,) = await home.client.torrents()
        home.client.change(torrent.id, ClientState.STALLED)
        await home.track()
        home.clock.go_on(hours=7)
        await home.track()
        assert (await home.states())[BEST] == "failed"
        await home.search()
        assert home.client.removed == [(torrent.id, True)]
        assert GOOD in await home.states()


async def test_a_stalled_download_of_a_private_tracker_is_told_and_kept() -> None:
    async with house() as home:
        home.offer(BEST, privacy="private")
        await home.want_sintel(search=True)
        await home.search()
        (torrent,) = await home.client.torrents()
        home.client.change(torrent.id, ClientState.STALLED)
        await home.track()
        home.clock.go_on(hours=7)
        await home.track()
        (item,) = (await home.container.show_queue().execute()).items
        assert "no progress" in item.download.message
        assert home.client.removed == []


async def test_a_night_in_which_everything_is_switched_off_costs_no_patience() -> None:
    async with house() as home:
        home.offer(BEST)
        await home.want_sintel(search=True)
        await home.search()
        (torrent,) = await home.client.torrents()
        home.client.change(torrent.id, ClientState.STALLED)
        await home.track()
        home.container.track.reset()  # as after a restart
        home.clock.go_on(hours=9)
        await home.track()
        home.clock.go_on(hours=5)
        await home.track()
        assert (await home.states())[BEST] == "stalled"


async def test_a_torrent_that_a_person_took_away_is_let_go() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        (torrent,) = await home.client.torrents()
        await home.track()
        home.client.vanish(torrent.id)
        for _ in range(4):
            await home.track()
            home.clock.go_on(minutes=1)
        assert await home.states() == {GOOD: "removed"}
        assert len(home.client.requests) == 1


async def test_a_torrent_that_the_client_lost_in_a_crash_is_sent_again() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        (torrent,) = await home.client.torrents()
        await home.track()
        home.client.trouble = Unavailable("qBittorrent cannot be reached")
        with pytest.raises(Unavailable):
            await home.track()
        home.client.trouble = None
        home.client.vanish(torrent.id)
        await home.track()
        await home.track()
        assert [t.id for t in await home.client.torrents()] == [torrent.id]


async def test_a_download_is_complete_only_when_the_client_says_so_twice() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        (torrent,) = await home.client.torrents()
        listed = home.client.torrents

        async def only_once() -> tuple[object, ...]:
            found = await listed()
            home.client.change(torrent.id, ClientState.CHECKING, progress=0.5)
            return found

        home.client.torrents = only_once  # type: ignore[assignment, method-assign]
        await home.track()
        assert home.library() == []


async def test_a_full_disk_blocks_the_import_until_there_is_room() -> None:
    async with house(RADARR__LIBRARY__MINIMUM_FREE="1MiB") as home:
        disk = home.files.tree.mount("/library", capacity=SIZE // 2)
        home.offer(GOOD, size=0)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        await home.track()
        (item,) = (await home.container.show_queue().execute()).items
        assert item.download.state == "blocked"
        assert home.library() == []
        disk.capacity = 3 * SIZE
        await home.container.manage_download().execute(item.download.id, QueueAction.RETRY)
        await home.track()
        assert FILM in home.library()


async def test_a_wrong_key_fails_the_search_and_one_broken_indexer_does_not() -> None:
    async with house() as home:
        home.offer(GOOD, indexer_id=2)
        movie = await home.want_sintel()
        home.indexers.failing[1] = Unavailable("Alpha is down")
        report = await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        assert [d.candidate.release.title for d in report.decisions] == [GOOD]
        home.indexers.failing[1] = Unauthorised("Prowlarr refuses the key")
        with pytest.raises(Unauthorised):
            await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)


async def test_late_answers_still_count() -> None:
    async with house(RADARR__PROWLARR__SEARCH_DEADLINE="1") as home:
        home.offer(GOOD)
        home.offer(BEST, indexer_id=2)
        home.indexers.silent.add(2)
        movie = await home.want_sintel()
        ask = home.container.ask()
        ask._deadline = 0.05
        report = await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        assert [a.kind for a in report.answers] == ["hits", "late"]
        await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        assert [name for _, name in home.indexers.asked] == ["Sintel"] * 3
        assert BEST in await home.states()


async def test_an_answer_is_remembered_for_a_while() -> None:
    async with house() as home:
        home.offer(GOOD)
        movie = await home.want_sintel()
        for _ in range(3):
            await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        assert len(home.indexers.asked) == 2
        home.clock.go_on(minutes=6)
        await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        assert len(home.indexers.asked) == 4


async def test_a_person_may_force_what_the_rules_refuse() -> None:
    async with house() as home:
        release = home.offer("Sintel.2010.CAM.XviD-SEAT")
        movie = await home.want_sintel()
        grab = home.container.grab_shown()
        with pytest.raises(Gone, match="search"):
            await grab.execute(release.indexer_id, release.guid)
        await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        download = await grab.execute(release.indexer_id, release.guid)
        assert download.slot_ids == (movie.slots[0].id,)
        with pytest.raises(Conflict):
            await grab.execute(release.indexer_id, release.guid)


async def test_who_only_observes_decides_and_grabs_nothing() -> None:
    async with house(RADARR__DAEMON__MODE="observe") as home:
        release = home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        assert await home.states() == {}
        async with home.store.snapshot() as tx:
            (entry,) = await tx.ledger.for_movie(1)
        assert entry.outcome is Outcome.ACCEPTED
        with pytest.raises(Refused, match="only observes"):
            await home.container.grab_shown().execute(release.indexer_id, release.guid)


async def test_a_film_that_is_there_already_is_not_added_again() -> None:
    async with house() as home:
        await home.want_sintel()
        with pytest.raises(Conflict, match=r"Sintel \(2010\)"):
            await home.want_sintel()


async def test_what_is_failed_by_a_person_is_blocklisted_and_replaced() -> None:
    async with house() as home:
        home.offer(BEST)
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.container.manage_download().execute(1, QueueAction.FAIL)
        await home.search()
        assert await home.states() == {BEST: "failed", GOOD: "confirmed"}


async def test_a_film_that_is_removed_goes_to_the_recycle_folder_only_when_asked() -> None:
    async with house() as home:
        home.offer(GOOD)
        movie = await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        await home.track()
        await home.container.remove_movie().execute(movie.id, delete_files=True)
        videos = [name for name in home.library() if name.endswith(".mkv")]
        assert len(videos) == 1
        assert videos[0].startswith("/library/.radarr-recycle/")

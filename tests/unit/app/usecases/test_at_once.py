"""Several parts at work on one download at the same moment, and kills between two steps."""

from dataclasses import replace
from datetime import timedelta

import pytest

from radarr.domain.download import Download
from radarr.domain.importing.journal import ImportState
from radarr.domain.states.download import DownloadState
from radarr.ports.download_client import Added, AddRequest, ClientTorrent
from radarr.ports.driving.queue import QueueAction
from radarr.ports.errors import Conflict, Refused, Unavailable
from tests.unit.app.usecases.house import GOOD, House, house

pytestmark = pytest.mark.anyio


async def grabbed(home: House) -> None:
    home.offer(GOOD)
    await home.want_sintel(search=True)
    await home.search()


async def test_what_a_person_fails_while_the_client_is_asked_stays_failed() -> None:
    async with house() as home:
        await grabbed(home)
        listed = home.client.torrents

        async def asked() -> tuple[ClientTorrent, ...]:
            found = await listed()
            await home.container.manage_download().execute(1, QueueAction.FAIL, search_again=False)
            return found

        home.client.torrents = asked  # type: ignore[method-assign]
        await home.track()
        assert await home.states() == {GOOD: "failed"}


async def test_what_a_person_removes_while_it_is_sent_leaves_the_client_too() -> None:
    async with house() as home:
        add = home.client.add

        async def slowly(request: AddRequest) -> Added:
            await home.container.manage_download().execute(1, QueueAction.REMOVE)
            return await add(request)

        home.client.add = slowly  # type: ignore[method-assign]
        await grabbed(home)
        await home.search()
        assert await home.states() == {GOOD: "removed"}
        assert await home.client.torrents() == ()


async def test_what_is_being_sent_is_not_sent_a_second_time_beside_it() -> None:
    async with house() as home:
        add = home.client.add

        async def slowly(request: AddRequest) -> Added:
            await home.track()
            return await add(request)

        home.client.add = slowly  # type: ignore[method-assign]
        await grabbed(home)
        assert len(home.client.requests) == 1
        assert await home.states() == {GOOD: "confirmed"}


@pytest.mark.parametrize("action", [QueueAction.FAIL, QueueAction.REMOVE])
async def test_an_import_that_begins_while_a_person_gives_it_up_goes_first(action: QueueAction) -> None:
    async with house() as home:
        await grabbed(home)

        async def meanwhile(download: Download) -> None:
            async with home.store.transaction() as tx:
                await tx.downloads.save(replace(download, state=DownloadState.IMPORTING))

        home.container.imports().abandon = meanwhile  # type: ignore[method-assign]
        with pytest.raises(Conflict, match="being imported"):
            await home.container.manage_download().execute(1, action)
        assert await home.states() == {GOOD: "importing"}


async def test_what_is_over_cannot_be_failed_any_more() -> None:
    async with house() as home:
        await grabbed(home)
        await home.container.manage_download().execute(1, QueueAction.REMOVE)
        for action in QueueAction:
            with pytest.raises(Refused, match="removed already"):
                await home.container.manage_download().execute(1, action)


async def test_an_import_that_ended_just_before_a_kill_is_begun_anew() -> None:
    async with house() as home:
        await grabbed(home)
        await home.downloaded(GOOD)
        (download,) = await downloads(home)
        async with home.store.transaction() as tx:
            await tx.downloads.save(replace(download, state=DownloadState.IMPORTING))
        home.client.vanish(download.client_id or "")
        await home.track()
        assert await home.states() == {GOOD: "intended"}


async def test_an_import_that_waits_for_its_disk_holds_up_no_other_when_the_client_loses_it() -> None:
    async with house() as home:
        await grabbed(home)
        await home.downloaded(GOOD)
        stage = home.files.stage

        async def away(*_: object) -> None:
            raise Unavailable("the disk is away")

        home.files.stage = away  # type: ignore[method-assign, assignment]
        await home.track()
        assert await home.states() == {GOOD: "blocked"}
        (download,) = await downloads(home)
        async with home.store.transaction() as tx:
            await tx.downloads.save(replace(download, state=DownloadState.INTENDED, client_id=None))
        home.clock.go_on(minutes=20)
        await home.track()
        home.files.stage = stage  # type: ignore[method-assign]
        home.clock.span += timedelta(hours=1)
        await home.track()
        assert await home.states() == {GOOD: "imported"}
        async with home.store.snapshot() as tx:
            assert [entry.state for entry in await tx.imports.for_slot(1)] == [ImportState.RECORDED]


async def downloads(home: House) -> tuple[Download, ...]:
    async with home.store.snapshot() as tx:
        return await tx.downloads.open()

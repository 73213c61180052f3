"""The daemon looks around, and tells what it sees."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from dependency_injector import providers

from radarr.adapters.simulated.disks import Inode
from radarr.app.health.look import handed_on
from radarr.domain.resilience.figures import CircuitState, CircuitView, Figures, ServiceReport, ServiceState
from radarr.ports.driving.health import Health, Overall
from radarr.ports.errors import LeaseLost, Unauthorised, Unavailable
from tests.unit.app.usecases.house import GOOD, NOON, House, Indexers, house

pytestmark = pytest.mark.anyio
DOWN = Unavailable("qBittorrent refuses the connection", remedy="start it")


class Locked(Indexers):
    """It does not know our key."""

    async def version(self) -> str:
        raise Unauthorised("Prowlarr does not accept the API key", remedy="set prowlarr.api_key")


async def looked(home: House) -> Health:
    await home.container.check_health().execute()
    return home.container.show_health().detailed()


def sources(health: Health) -> set[str]:
    return {message.source for message in health.messages}


def state(health: Health, name: str) -> ServiceState:
    return next(service.state for service in health.services if service.name == name)


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO, "radarr.app.health.telling"):
        yield caplog


async def test_before_the_first_look_the_daemon_knows_how_long_it_runs_and_no_more() -> None:
    async with house() as home:
        show = home.container.show_health()
        home.clock.go_on(minutes=1)
        assert show.brief() == (Overall.HEALTHY, show.brief().version, 60.0)
        assert show.detailed().checked_at is None
        assert show.detailed().disks == ()
        assert [service.name for service in show.detailed().services] == ["Prowlarr", "qBittorrent"]


async def test_a_look_finds_services_disks_and_database() -> None:
    async with house() as home:
        await home.container.add_root().execute("/library")
        health = await looked(home)
        assert health.checked_at == NOON
        assert [(s.name, s.version, s.problem) for s in health.services] == [
            ("Prowlarr", "2.6.3", ""),
            ("qBittorrent", "5.1.4", ""),
        ]
        assert [(disk.path, disk.kind, disk.links_to) for disk in health.disks] == [
            ("/library", "root", None),
            ("/downloads", "downloads", ("/library",)),
        ]
        assert health.database.problem == ""
        assert health.brief.status is Overall.HEALTHY
        assert sources(health) == {"MetadataKeyCheck"}


async def test_a_service_that_is_down_degrades_the_daemon_and_recovers_by_itself() -> None:
    async with house() as home:
        home.client.trouble = DOWN
        health = await looked(home)
        assert state(health, "qBittorrent") is ServiceState.DOWN
        assert health.brief.status is Overall.DEGRADED
        assert "DownloadClientCheck" in sources(health)
        home.client.trouble = None
        health = await looked(home)
        assert state(health, "qBittorrent") is ServiceState.HEALTHY
        assert "DownloadClientCheck" not in sources(health)


async def test_another_configuration_believes_what_was_wrong_until_it_has_looked() -> None:
    async with house() as home, house() as after:
        home.client.trouble = DOWN
        await looked(home)
        show = after.container.show_health()
        show.note(handed_on(home.container.show_health().look))
        assert show.brief().status is Overall.DEGRADED
        assert state(show.detailed(), "qBittorrent") is ServiceState.DOWN
        await after.container.add_root().execute("/library")
        assert (await looked(after)).brief.status is Overall.HEALTHY


async def test_a_wrong_key_is_no_better_for_being_refused_again_and_again() -> None:
    async with house() as home:
        answers = ServiceReport("Prowlarr", Figures(last_success=NOON + timedelta(seconds=30)))
        home.container.reports.override(providers.Object(lambda: (answers,)))
        with home.container.indexer.override(Locked()):
            assert state(await looked(home), "Prowlarr") is ServiceState.DOWN


async def test_a_change_is_told_once_with_the_remedy(told: pytest.LogCaptureFixture) -> None:
    async with house() as home:
        home.client.trouble = DOWN
        for _ in range(3):
            await looked(home)
        home.client.trouble = None
        for _ in range(3):
            await looked(home)
        assert [(r.levelname, r.message) for r in told.records if "qBittorrent" in r.message] == [
            ("WARNING", "qBittorrent is down: qBittorrent refuses the connection: start it"),
            ("INFO", "qBittorrent answers, version 5.1.4"),
        ]


async def test_what_a_person_has_to_mend_is_told_once_and_so_is_its_end(told: pytest.LogCaptureFixture) -> None:
    async with house() as home:
        await home.container.add_root().execute("/library")
        disk = home.files.tree.disk("/library")
        disk.read_only = True
        for _ in range(3):
            await looked(home)
        disk.read_only = False
        for _ in range(3):
            await looked(home)
        said = [(r.levelname, r.message.partition(" is on ")[0]) for r in told.records if "/library" in r.message]
        assert said == [("WARNING", "the root /library"), ("INFO", "this is over: the root /library")]


async def test_a_service_that_is_left_alone_is_not_asked_and_not_told_of_twice(
    told: pytest.LogCaptureFixture,
) -> None:
    async with house() as home:
        home.client.trouble = DOWN
        circuit = CircuitView()
        home.container.reports.override(providers.Object(lambda: (ServiceReport("qBittorrent", Figures(), circuit),)))
        await looked(home)
        circuit = CircuitView(CircuitState.OPEN, NOON + timedelta(seconds=30), 1)
        home.client.trouble = AssertionError()  # type: ignore[assignment]  # whoever asks now fails
        home.clock.go_on(seconds=10)
        health = await looked(home)
        assert state(health, "qBittorrent") is ServiceState.CIRCUIT_OPEN
        assert "DownloadClientStatusCheck" in sources(health)
        home.client.trouble = DOWN
        home.clock.go_on(seconds=30)
        await looked(home)
        assert len([record for record in told.records if "qBittorrent" in record.message]) == 1


async def test_a_database_that_is_gone_is_the_daemons_own_end() -> None:
    async with house() as home:
        await home.container.add_root().execute("/library")
        await looked(home)
        home.store.trouble = Unavailable("the database is locked")
        health = await looked(home)
        assert health.brief.status is Overall.DOWN
        assert health.database.problem == "the database is locked"
        home.store.trouble = None
        assert (await looked(home)).brief.status is Overall.HEALTHY


async def test_another_daemon_that_took_over_is_not_mistaken_for_a_sick_database() -> None:
    async with house() as home:
        home.store.lose_lease()
        with pytest.raises(LeaseLost):
            await home.container.check_health().execute()


async def test_a_root_whose_disk_is_away_is_told_and_so_is_its_return() -> None:
    async with house() as home:
        disk = home.files.tree.mount("/library")
        await home.container.add_root().execute("/library")
        assert "RootFolderCheck" not in sources(await looked(home))
        disk.away = True
        health = await looked(home)
        assert "RootFolderCheck" in sources(health)
        assert health.brief.status is Overall.DEGRADED
        disk.away = False
        assert "RootFolderCheck" not in sources(await looked(home))


async def test_a_root_that_nobody_uses_any_more_is_not_missed() -> None:
    async with house() as home:
        for path in ("/old", "/used"):
            home.files.tree.folder(path)
            await home.container.add_root().execute(path)
        await home.want_sintel(root="/used")
        for path in ("/old", "/used"):
            home.files.tree.remove(f"{path}/.radarr-root")
        said = [m.message for m in (await looked(home)).messages if m.source == "RootFolderCheck"]
        assert [message for message in said if "/old" in message] == []
        assert len([message for message in said if "/used" in message]) == 1


async def test_a_root_that_was_never_there_is_told() -> None:
    async with house(RADARR__LIBRARY__ROOTS="/nowhere") as home:
        health = await looked(home)
        assert next(disk for disk in health.disks if disk.kind == "root").problem == "/nowhere is not there"


async def test_a_read_only_library_is_told_as_such() -> None:
    async with house() as home:
        await home.container.add_root().execute("/library")
        home.files.tree.disk("/library").read_only = True
        assert "MountCheck" in sources(await looked(home))


async def test_downloads_on_another_disk_cannot_be_linked() -> None:
    async with house() as home:
        await home.container.add_root().execute("/library")
        home.files.tree.mount("/downloads")
        health = await looked(home)
        assert "HardLinkCheck" in sources(health)
        assert health.brief.status is Overall.HEALTHY  # they are copied
        assert next(disk for disk in health.disks if disk.kind == "downloads").links_to == ()


async def test_a_link_is_tried_once_and_again_with_the_first_film(monkeypatch: pytest.MonkeyPatch) -> None:
    async with house() as home:
        tried: list[str] = []
        try_link = home.files.try_link

        async def note(folder: str, root: object, name: str = "") -> None:
            tried.append(name)
            await try_link(folder, root, name)  # type: ignore[arg-type]

        monkeypatch.setattr(home.files, "try_link", note)
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await looked(home)
        await looked(home)
        assert tried == [""]
        await home.downloaded(GOOD)
        await looked(home)
        await looked(home)
        assert tried == ["", f"{GOOD}/{GOOD}.mkv"]
        home.files.tree.mount("/library")
        home.files.tree.put("/library/.radarr-root", await _sentinel(home))
        await looked(home)
        assert len(tried) == 3


async def test_nothing_is_written_by_a_second_look() -> None:
    async with house() as home:
        await home.container.add_root().execute("/library")
        await looked(home)
        before = {path: entry.number for path, entry in home.files.tree.entries.items() if isinstance(entry, Inode)}
        await looked(home)
        after = {path: entry.number for path, entry in home.files.tree.entries.items() if isinstance(entry, Inode)}
        assert before == after


async def test_a_client_folder_that_is_not_to_be_seen_here_wants_a_path_map() -> None:
    async with house() as home:
        home.files.tree.remove("/downloads")
        health = await looked(home)
        assert "RemotePathMappingCheck" in sources(health)


async def test_many_questions_in_one_second_get_one_answer() -> None:
    async with house() as home:
        asked = []

        def reports() -> tuple[ServiceReport, ...]:
            asked.append(1)
            return ()

        home.container.reports.override(providers.Object(reports))
        show = home.container.show_health()
        for _ in range(50):
            show.brief()
        assert len(asked) == 1
        home.clock.go_on(seconds=2)
        show.brief()
        assert len(asked) == 2


async def _sentinel(home: House) -> bytes:
    async with home.store.snapshot() as tx:
        (root,) = await tx.roots.all()
    return root.sentinel.encode()

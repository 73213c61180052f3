"""Deciding again what is remembered: by the settings in force nothing differs, by others what they change does."""

from typing import Any

import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.formats.conditions import Condition, GroupMatches
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.release import Release
from radarr.domain.replay import Action
from radarr.ports.driving.replay import ReplayOrder, ReplayReport, Totals
from radarr.ports.errors import Refused
from tests.unit.app.usecases.house import BEST, GOOD, SIZE, House, house
from tests.unit.app.usecases.test_custom_formats import decide_by

pytestmark = pytest.mark.anyio

SMALL = "Sintel.2010.720p.WEB-DL.H264-ONE"
ZED = "Sintel.2010.1080p.BluRay.x264-ZED"
SMALL_TOO = {"name": "HD-1080p", "qualities": ["WEBDL-720p", "WEBDL-1080p", "Bluray-1080p"]}


def prefers(group: str, name: str = "Mine") -> dict[str, Any]:
    """A custom format as an export has it."""
    condition = {"name": group, "implementation": "ReleaseGroupSpecification", "fields": {"value": f"^{group}$"}}
    return {"name": name, "specifications": [condition]}


async def considered(home: House, *names: str, **film: Any) -> None:
    """A search that a person looked at: nothing is grabbed."""
    for name in names:
        home.offer(name)
    await home.want_sintel(**film)
    await home.container.search().execute(1, SearchKind.USER_INTERACTIVE)


async def replayed(home: House, settings: dict[str, Any] | None = None, profile: str = "") -> ReplayReport:
    order = ReplayOrder(profile=profile, settings=settings or {}, source="try.toml")
    return await home.container.replay().execute(order)


def choices(report: ReplayReport) -> list[tuple[str, str]]:
    """The releases that would be taken now and then."""
    return [(slot.now.title, slot.then.title) for slot in report.slots]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({}, id="no settings"),
        pytest.param({"profile": [{"name": "Another", "qualities": ["CAM"]}]}, id="a profile that nobody has"),
        pytest.param({"sizes": {"CAM": [1, 2, 3]}}, id="sizes of what is not wanted"),
        pytest.param({"custom_format": [prefers("TWO")]}, id="a format that scores nothing"),
        pytest.param({"release_profile": [{"ignored": ["HDCAM"]}]}, id="terms that nothing has"),
    ],
)
async def test_settings_that_change_nothing_show_no_difference(settings: dict[str, Any]) -> None:
    async with house() as home:
        await considered(home, SMALL, GOOD, BEST)
        report = await replayed(home, settings)
        assert choices(report) == [(BEST, BEST)]
        assert not any(slot.differs for slot in report.slots)
        assert report.now == report.then == Totals(grabbed=1, size=SIZE)
        assert report.releases == 3


async def test_a_profile_that_allows_more_grabs_what_was_refused() -> None:
    async with house() as home:
        await considered(home, SMALL)
        report = await replayed(home, {"profile": [SMALL_TOO]})
        assert choices(report) == [("", SMALL)]
        assert (report.now, report.then) == (Totals(left=1), Totals(grabbed=1, size=SIZE))


async def test_every_film_is_decided_by_one_profile_where_it_is_named() -> None:
    async with house() as home:
        await considered(home, SMALL, GOOD)
        report = await replayed(home, profile="HD-720p")
        assert choices(report) == [(GOOD, SMALL)]
        with pytest.raises(Refused, match="Ultra"):
            await replayed(home, profile="Ultra")


async def test_a_profile_of_the_settings_can_be_named() -> None:
    async with house() as home:
        await considered(home, SMALL, GOOD)
        tried = {"profile": [{"name": "Small", "qualities": ["WEBDL-720p"]}]}
        report = await replayed(home, tried, "Small")
        assert choices(report) == [(GOOD, SMALL)]


async def test_a_format_of_the_settings_prefers_another_release() -> None:
    async with house() as home:
        await considered(home, BEST, ZED)
        profile = {**SMALL_TOO, "format_scores": {"Mine": 10}}
        tried = {"profile": [profile], "custom_format": [prefers("ZED")]}
        report = await replayed(home, tried)
        assert choices(report) == [(BEST, ZED)]
        assert [slot.then.score for slot in report.slots] == [10]


async def test_a_format_of_the_same_name_is_another_one_on_the_other_side() -> None:
    in_force = CustomFormat("Mine", (Condition("TWO", GroupMatches(compile_pattern("^TWO$"))),))
    async with house() as home:
        decide_by(home, (in_force,), {"Mine": 10})
        await considered(home, BEST, ZED)
        profile = {**SMALL_TOO, "format_scores": {"Mine": 10}}
        tried = {"profile": [profile], "custom_format": [prefers("ZED")]}
        report = await replayed(home, tried)
        assert choices(report)[0][1] == ZED


async def test_what_is_there_is_upgraded_or_left() -> None:
    async with house() as home:
        await considered(home, GOOD, BEST)
        await home.container.search().execute(1, SearchKind.USER_AUTOMATIC)
        await home.downloaded(BEST)
        await home.track()
        await home.track()
        home.clock.go_on(hours=1)  # what the indexers said is not news any more
        home.offer("Sintel.2010.1080p.BluRay.x264.PROPER-TWO", size=SIZE + 1)
        await home.container.search().execute(1, SearchKind.USER_INTERACTIVE)
        report = await replayed(home, {"profile": [{**SMALL_TOO, "propers": "do_not_prefer"}]})
        (slot,) = report.slots
        assert (slot.now.action, slot.then.action, slot.held) == (Action.UPGRADE, Action.LEAVE, SIZE)
        assert (report.now, report.then) == (Totals(upgraded=1, size=SIZE + 1, replaced=SIZE), Totals(left=1))


async def test_what_is_under_way_counts_by_both_measures() -> None:
    async with house() as home:
        await considered(home, SMALL, GOOD)
        await home.container.search().execute(1, SearchKind.USER_AUTOMATIC)
        report = await replayed(home, profile="HD - 720p/1080p")
        assert (report.now, report.then) == (Totals(left=1), Totals(left=1))


async def test_nothing_is_asked_grabbed_or_written() -> None:
    async with house() as home:
        await considered(home, SMALL, GOOD)
        before, asked = home.store.revision, list(home.indexers.asked)
        await replayed(home, {"profile": [SMALL_TOO]})
        assert (home.store.revision, home.indexers.asked, await home.states()) == (before, asked, {})


async def test_what_a_person_looked_at_is_decided_as_the_daemon_would() -> None:
    async with house() as home:
        await considered(home, GOOD, monitored=False)
        assert (await replayed(home)).now == Totals(left=1)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param({"profile": [{"name": "X", "qualities": ["HD"]}]}, "'HD'", id="a quality that there is not"),
        pytest.param(
            {"profile": [{**SMALL_TOO, "format_scores": {"Nine": 9}}]}, "no custom format 'Nine'", id="no such format"
        ),
        pytest.param({"profile": [{"qualities": ["CAM"]}]}, "name", id="a profile without a name"),
        pytest.param({"custom_format": [{"file": "/etc/passwd"}]}, "not read here", id="a file of the daemon's"),
        pytest.param({"library": {"roots": ["/x"]}}, "library: is not tried", id="what changes no decision"),
        pytest.param({"profiles": []}, "profiles", id="a section that there is not"),
        pytest.param({"profile": 5}, "list of tables", id="no list"),
        pytest.param({"custom_format": [prefers("(")]}, "custom format 'Mine'", id="a pattern that is none"),
    ],
)
async def test_settings_that_are_wrong_are_refused_in_words(settings: dict[str, Any], said: str) -> None:
    async with house() as home:
        await considered(home, GOOD)
        with pytest.raises(Refused) as refused:
            await replayed(home, settings)
        assert said in str(refused.value)


async def test_of_many_films_each_is_decided_by_all_that_is_remembered_of_it() -> None:
    async with house() as home:
        numbers = range(1, 41)
        for number in numbers:
            names = [f"Weir.{number}.2010.1080p.WEB-DL.H264-G{group}" for group in range(15)]
            seeders = {names[number % 15]: 900}
            home.indexers.releases[1] = [
                Release(guid=name, indexer_id=1, indexer="Alpha", title=name, seeders=seeders.get(name, 5))
                for name in names
            ]
            film = await home.want_sintel(tmdb_id=number, title=f"Weir {number}")
            await home.container.search().execute(film.id, SearchKind.USER_INTERACTIVE)
        report = await replayed(home)
        assert (report.releases, report.now.grabbed) == (600, 40)
        assert [slot.now.title for slot in report.slots] == [
            f"Weir.{n}.2010.1080p.WEB-DL.H264-G{n % 15}" for n in numbers
        ]

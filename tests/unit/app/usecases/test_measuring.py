"""What a film really is, at its import."""

import pytest

from radarr.domain.media import AudioTrack, Measured, Unmeasured, VideoTrack, Why
from radarr.domain.movie import MovieFile
from radarr.ports.errors import Unavailable
from tests.unit.app.usecases.house import GOOD, House, house

pytestmark = pytest.mark.anyio

SOURCE = f"/downloads/{GOOD}/{GOOD}.mkv"
PLAIN = "/library/Sintel (2010)/Sintel (2010) [WEBDL-1080p]-ONE.mkv"
FORMAT = (
    "{Movie Title} {MediaInfo VideoCodec} {MediaInfo AudioCodec} {MediaInfo AudioChannels}{MediaInfo AudioLanguages}"
)
TRUE = Measured(
    "matroska",
    888.0,
    VideoTrack("h264", width=1920, height=818, bit_depth=8),
    (AudioTrack("EAC3", atmos=True, channels=6, language="de"), AudioTrack("AC3", channels=2, language="en")),
)


async def _imported(home: House) -> MovieFile:
    home.offer(GOOD)
    await home.want_sintel(search=True)
    await home.search()
    await home.downloaded(GOOD)
    await home.track()
    assert await home.states() == {GOOD: "imported"}
    async with home.store.snapshot() as tx:
        (movie,) = await tx.movies.all()
    slot = movie.slot("main")
    assert slot is not None
    assert slot.file is not None
    return slot.file


async def test_a_film_is_kept_with_what_was_measured_of_it() -> None:
    async with house() as home:
        home.probe.films[SOURCE] = TRUE
        assert (await _imported(home)).measured == TRUE
        assert PLAIN in home.library()


async def test_a_name_shows_what_a_film_is_and_not_what_it_claims() -> None:
    async with house(RADARR__LIBRARY__FILE_FORMAT=FORMAT) as home:
        home.probe.films[SOURCE] = TRUE
        file = await _imported(home)
        assert file.path == "Sintel (2010)/Sintel h264 EAC3 Atmos 5.1[DE+EN].mkv"


@pytest.mark.parametrize(
    ("found", "trouble"),
    [
        pytest.param(Unmeasured(Why.NOT_MEDIA, "it is empty"), None, id="no-film"),
        pytest.param(Unmeasured(Why.TIME_OUT, "the disk is slow"), None, id="a-slow-disk"),
        pytest.param(None, Unavailable("the library MediaInfo is missing", remedy="install it"), id="no-tool"),
        pytest.param(None, None, id="gone-in-between"),
    ],
)
async def test_a_film_that_cannot_be_measured_is_taken_as_its_name_says(
    found: Unmeasured | None, trouble: Unavailable | None, caplog: pytest.LogCaptureFixture
) -> None:
    async with house() as home:
        home.probe.trouble = trouble
        if found:
            home.probe.films[SOURCE] = found
        assert (await _imported(home)).measured is None
        assert PLAIN in home.library()
    assert "as its name says" in caplog.text


async def test_what_is_not_imported_is_not_read_either() -> None:
    async with house(RADARR__LIBRARY__TRANSFER="copy") as home:
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        home.files.tree.disk("/library").capacity = 0
        await home.track()
        assert await home.states() != {GOOD: "imported"}
        assert home.probe.asked == []

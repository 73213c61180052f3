from dataclasses import replace

import pytest

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.claim import claim
from radarr.domain.media import AudioTrack, Measured, VideoTrack
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import Profile
from radarr.domain.quality import BY_NAME
from tests.unit.domain.importing.downloads import PARSED, ask, download

FILM = "sintel.mkv"
SMALL = Measured("matroska", video=VideoTrack("h264", width=1280, height=544))
ENGLISH = Measured("matroska", video=VideoTrack("h264", width=1920, height=800), audio=(AudioTrack(language="en"),))
GERMAN = PARSED._replace(languages=("German",))
ANY: Profile = replace(download(FILM).profile, language="Any")


def test_lines_that_the_profile_does_not_want_are_refused_for_good() -> None:
    rejection = ask(claim, download(FILM, measured=SMALL))
    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.CLAIM_DISPROVEN, "permanent")
    assert rejection.message == (
        "the name says 1080p, and the picture has 1280x544 (720p): Bluray-720p is not wanted by HD-1080p"
    )


def test_a_language_that_the_profile_wants_and_no_track_speaks_is_refused_for_good() -> None:
    german = replace(ANY, language="German")
    rejection = ask(claim, download(FILM, measured=ENGLISH, parsed=GERMAN, profile=german))
    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.CLAIM_DISPROVEN, "permanent")


@pytest.mark.parametrize(
    ("measured", "parsed", "profile"),
    [
        pytest.param(None, PARSED, ANY, id="unmeasured"),
        pytest.param(ENGLISH, PARSED, ANY, id="true"),
        pytest.param(ENGLISH, GERMAN, ANY, id="a language that the profile does not ask for"),
        pytest.param(SMALL, PARSED._replace(name="Sintel BluRay"), ANY, id="lines that the name does not state"),
        pytest.param(SMALL, PARSED._replace(quality=BY_NAME["CAM"]), ANY, id="what a person took nonetheless"),
        pytest.param(
            SMALL._replace(video=VideoTrack("h264", width=1440, height=1080)), PARSED, ANY, id="a picture in 4:3"
        ),
        pytest.param(
            ENGLISH._replace(audio=(AudioTrack(language=""),)),
            GERMAN,
            replace(ANY, language="German"),
            id="a track that tells no language",
        ),
    ],
)
def test_what_contradicts_nothing_that_is_wanted_comes_in(
    measured: Measured | None, parsed: ParsedRelease, profile: Profile
) -> None:
    assert ask(claim, download(FILM, measured=measured, parsed=parsed, profile=profile)) is None

from dataclasses import replace

import pytest

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.upgrade import upgrade
from radarr.domain.media import Measured, VideoTrack
from radarr.domain.movie import MovieFile
from radarr.domain.profile import DEFAULT_PROFILES, Propers
from radarr.domain.quality import BY_NAME, Revision
from tests.unit.domain.importing.downloads import PARSED, ask, download, present

FILM = "sintel.mkv"
SAME = "Bluray-1080p"


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(None, id="an empty slot"),
        pytest.param(present(quality="HDTV-1080p", score=900), id="a lower quality, whatever its score"),
        pytest.param(present(quality=SAME), id="as good a one"),
    ],
)
def test_what_is_no_worse_comes_in(held: MovieFile | None) -> None:
    assert ask(upgrade, download(FILM, held=held)) is None


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (present(quality="Remux-1080p"), ImportReason.NOT_QUALITY_UPGRADE),
        (present(quality=SAME, revision=Revision(2)), ImportReason.NOT_REVISION_UPGRADE),
        (present(quality=SAME, score=1), ImportReason.NOT_CUSTOM_FORMAT_UPGRADE),
    ],
)
def test_what_is_worse_than_the_library_waits(held: MovieFile, reason: ImportReason) -> None:
    rejection = ask(upgrade, download(FILM, held=held))

    assert rejection
    assert (rejection.reason, rejection.kind) == (reason, "temporary")


def test_a_repack_comes_in_whatever_its_score() -> None:
    repack = PARSED._replace(revision=Revision(2, repack=True))

    assert ask(upgrade, download(FILM, held=present(quality=SAME, score=5), parsed=repack)) is None


def test_where_propers_are_not_preferred_the_score_decides() -> None:
    request = download(FILM, held=present(quality=SAME, revision=Revision(2), score=5))
    request = replace(request, profile=replace(request.profile, propers=Propers.DO_NOT_PREFER))

    rejection = ask(upgrade, request)
    assert rejection
    assert rejection.reason is ImportReason.NOT_CUSTOM_FORMAT_UPGRADE
    assert ask(upgrade, replace(request, score=5)) is None


ANY = next(profile for profile in DEFAULT_PROFILES if profile.name == "Any")
UHD = PARSED._replace(name="Sintel.2010.2160p.BluRay.x265-GRP", quality=BY_NAME["Bluray-2160p"])
FULL_HD = Measured("matroska", video=VideoTrack("h265", width=1920, height=800))


@pytest.mark.parametrize(
    ("held", "score", "reason"),
    [
        (present(quality="Remux-1080p"), 9, ImportReason.NOT_QUALITY_UPGRADE),
        (present(quality=SAME, revision=Revision(2)), 9, ImportReason.NOT_REVISION_UPGRADE),
        (present(quality=SAME, score=1), 1, ImportReason.NOT_CUSTOM_FORMAT_UPGRADE),
    ],
)
def test_what_is_less_than_its_name_and_no_better_than_the_library_is_refused_for_good(
    held: MovieFile, score: int, reason: ImportReason
) -> None:
    rejection = ask(upgrade, download(FILM, held=held, parsed=UHD, profile=ANY, measured=FULL_HD, score=score))
    assert rejection
    assert (rejection.reason, rejection.kind) == (reason, "permanent")


@pytest.mark.parametrize(
    "held",
    [None, present(quality="HDTV-1080p", score=9), present(quality=SAME, score=0)],
    ids=["none", "worse", "less"],
)
def test_what_is_less_than_its_name_comes_in_where_it_is_better_than_the_library(held: MovieFile | None) -> None:
    assert ask(upgrade, download(FILM, held=held, parsed=UHD, profile=ANY, measured=FULL_HD, score=1)) is None

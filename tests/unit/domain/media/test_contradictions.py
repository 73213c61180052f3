"""What a measurement disproves of a claim, and that nothing unknown does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.media import AudioTrack, Claim, DolbyVision, Measured, VideoTrack, contradictions
from tests.unit.domain.media.films import ASPECTS, FRAMES, HDR, RANGES, SPOKEN, film, fitted, read

_NAME = "Film.2020.German.1080p.BluRay.x264-G"


def _claims(name: str, measured: Measured, runtime: int = 100) -> list[Claim]:
    return [each.claim for each in contradictions(read(name), measured, runtime)]


@pytest.mark.parametrize(
    ("name", "measured", "claim"),
    [
        pytest.param(_NAME, film(1280, 536, "de"), Claim.RESOLUTION, id="upscaled-name"),
        pytest.param(_NAME, film(3840, 1600, "de"), Claim.RESOLUTION, id="more-lines-than-claimed"),
        pytest.param(_NAME.replace("1080p", "720p"), film(720, 480, "de"), Claim.RESOLUTION, id="sd-called-hd"),
        pytest.param(_NAME, film(1920, 800, "en", "fr"), Claim.LANGUAGE, id="another-language"),
        pytest.param(_NAME, film(1920, 800, "de", minutes=2), Claim.RUNTIME, id="a-sample"),
        pytest.param(_NAME, film(1920, 800, "de", minutes=50), Claim.RUNTIME, id="half-a-film"),
        pytest.param(_NAME, film(1920, 800, "de", minutes=600), Claim.RUNTIME, id="a-series"),
        pytest.param(
            "Film.2020.2160p.HDR.WEB-DL.x265-G",
            Measured("matroska", 6000, RANGES["SDR"]),
            Claim.DYNAMIC_RANGE,
            id="hdr",
        ),
        pytest.param(
            "Film.2020.2160p.DV.WEB-DL.x265-G",
            Measured("matroska", 6000, RANGES["HDR10"]),
            Claim.DYNAMIC_RANGE,
            id="dv",
        ),
        pytest.param(
            "Film.2020.2160p.SDR.WEB-DL.x265-G", Measured("mp4", 6000, RANGES["HLG"]), Claim.DYNAMIC_RANGE, id="sdr"
        ),
    ],
)
def test_a_lie_is_found_out(name: str, measured: Measured, claim: Claim) -> None:
    assert _claims(name, measured) == [claim]


@pytest.mark.parametrize(
    ("name", "measured"),
    [
        pytest.param(_NAME, film(1920, 804, "de"), id="cropped"),
        pytest.param(_NAME, film(1440, 1080, "de"), id="4x3"),
        pytest.param(_NAME, film(1788, 968, "de"), id="cropped-on-all-sides"),
        pytest.param(_NAME, film(1440, 1080, ""), id="undefined-language"),
        pytest.param(_NAME, film(1920, 804, "en", ""), id="a-track-that-may-be-it"),
        pytest.param(_NAME, film(1920, 804, "de", minutes=150), id="a-longer-cut"),
        pytest.param(_NAME, film(1920, 804, "de", minutes=80), id="a-shorter-cut"),
        pytest.param(_NAME, film(1920, 804, "de", minutes=1, container="mpeg-ts"), id="a-length-that-is-reckoned"),
        pytest.param("Film.2020.BluRay.x264-G", film(1920, 804), id="no-lines-claimed"),
        pytest.param("Film.2020.1440p.BluRay.x264-G", film(2560, 1440), id="lines-between"),
        pytest.param("Film.2020.576p.BluRay.x264-G", film(640, 480), id="sd-is-sd"),
        pytest.param("Film.2020.2160p.WEB-DL.x265-G", Measured("mp4", 6000, HDR), id="hdr-that-was-not-claimed"),
        pytest.param(
            "Film.2020.2160p.HDR.WEB-DL.x265-G", Measured("mp4", 6000, VideoTrack()), id="silent-of-its-range"
        ),
        pytest.param("Film.2020.2160p.DV.WEB-DL.x265-G", Measured("bdav", 6000, HDR), id="dolby-vision-in-a-stream"),
        pytest.param(
            "Film.2020.2160p.DV.HDR.WEB-DL.x265-G",
            Measured("mp4", 6000, HDR._replace(transfer="sdr", dolby_vision=DolbyVision(8, "SDR"))),
            id="dolby-vision-over-sdr",
        ),
        pytest.param("Film.2020.2160p.HDR10Plus.WEB-DL.x265-G", Measured("mp4", 6000, HDR), id="plus-is-hard-to-see"),
        pytest.param(
            _NAME,
            Measured(
                "mp4", 6000, VideoTrack(), (AudioTrack(language="de"), AudioTrack(language="en", commentary=True))
            ),
            id="a-commentary-in-another-language",
        ),
    ],
)
def test_what_may_be_true_is_no_lie(name: str, measured: Measured) -> None:
    assert _claims(name, measured) == []


def test_a_contradiction_says_what_was_claimed_and_what_was_found() -> None:
    lies = contradictions(read(_NAME), film(1280, 536, "en", minutes=0.5), 100)
    assert [each.message for each in lies] == [
        "the name says 1080p, and the picture has 1280x536 (720p)",
        "the name says German, and the tracks speak English",
        "the film has 100 min, and the file 30 s: it may be a part, a sample or another film",
    ]


_TRACKS = st.lists(st.sampled_from(("en", "ja", "")), max_size=3)
_RANGES = st.lists(st.sampled_from(sorted(set(RANGES) - {"SDR", "HLG"})), max_size=2, unique=True)


@given(
    lines=st.sampled_from(sorted(FRAMES)),
    aspect=ASPECTS,
    spoken=st.lists(st.sampled_from(sorted(SPOKEN)), max_size=2, unique=True),
    others=_TRACKS,
    length=st.floats(0.7, 2.0),
)
def test_a_truthful_claim_is_never_contradicted(
    lines: int, aspect: float, spoken: list[str], others: list[str], length: float
) -> None:
    name = f"Film.2020.{'.'.join((*spoken, f'{lines}p'))}.BluRay.x264-G"
    tracks = (*(SPOKEN[language] for language in spoken), *others)
    assert _claims(name, film(*fitted(lines, aspect), *tracks, minutes=100 * length)) == []


@pytest.mark.parametrize("kind", sorted(RANGES))
def test_a_truthful_range_is_never_contradicted(kind: str) -> None:
    for container in ("matroska", "mp4", "bdav"):
        assert _claims(f"Film.2020.2160p.{kind}.WEB-DL.x265-G", Measured(container, 6000, RANGES[kind])) == []


@given(
    lines=st.sampled_from(("480p", "720p", "1080p", "2160p", "")),
    language=st.sampled_from((*SPOKEN, "")),
    kinds=_RANGES,
    runtime=st.integers(0, 300),
    container=st.sampled_from(("", "matroska", "mp4")),
    codec=st.sampled_from(("", "h264", "h265")),
    tracks=st.integers(0, 3),
)
def test_what_is_unknown_contradicts_nothing(
    lines: str, language: str, kinds: list[str], runtime: int, container: str, codec: str, tracks: int
) -> None:
    name = ".".join(filter(None, ("Film", "2020", language, lines, *kinds, "BluRay", "x265-G")))
    silent = Measured(container, 0.0, VideoTrack(codec), (AudioTrack("AC3"),) * tracks)
    for measured in (silent, silent._replace(video=None), Measured()):
        assert _claims(name, measured, runtime) == []


@given(st.sampled_from(sorted(FRAMES)), st.sampled_from(sorted(FRAMES)), ASPECTS)
def test_forgetting_what_was_measured_finds_no_new_lie(claimed: int, true: int, aspect: float) -> None:
    name = f"Film.2020.German.{claimed}p.BluRay.x264-G"
    whole = film(*fitted(true, aspect), "en", minutes=5)
    found = set(_claims(name, whole))
    for less in (
        whole._replace(video=None),
        whole._replace(audio=()),
        whole._replace(audio=(*whole.audio, AudioTrack())),
        whole._replace(duration=0.0),
        whole._replace(container=""),
    ):
        assert set(_claims(name, less)) <= found

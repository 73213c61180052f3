"""A list of releases is decided without a library, the same way every time."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radarr.app.cli import main
from radarr.app.offline_decide import decide_offers, named_movie, read_offers
from radarr.domain.profile import DEFAULT_PROFILES, Profile
from radarr.ports.errors import Refused

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HD = next(profile for profile in DEFAULT_PROFILES if profile.name == "HD-1080p")
SAMPLE = Path(__file__).parents[3].parent / "shared/contracts/samples/prowlarr/search_movie_200.json"


def row(title: str, **more: object) -> dict[str, object]:
    return {"guid": title, "indexerId": 1, "indexer": "One", "title": title, "size": 1 << 30, "seeders": 40} | more


ROWS = [
    row("Sintel.2010.CAM.x264-BAD", size=700 << 20, seeders=900),
    row("Sintel.2010.1080p.WEB-DL.x264-GRP", indexerFlags=["freeleech", "internal"]),
    row("Sintel.2010.1080p.BluRay.x264-GRP"),
    row("Sintel.2010.REPACK.1080p.BluRay.x264-GRP"),
    row("Tears.of.Steel.2012.1080p.BluRay.x264-GRP"),
    row("Sintel.2010.1080p.BluRay.x265-NZB", protocol="usenet"),
    row("what is this"),
]


def decided(profile: Profile = HD) -> list[tuple[str, int | None, tuple[str, ...]]]:
    movie = named_movie("Sintel (2010)", 15, profile, NOW)
    judged = decide_offers(read_offers(json.dumps(ROWS).encode()), movie, profile, NOW)
    return [(one.release.title, one.rank, tuple(r.reason.value for r in one.rejections)) for one in judged]


def test_a_repack_comes_first_and_every_refused_release_has_its_reasons() -> None:
    answers = decided()
    assert [(title, rank) for title, rank, _ in answers[:3]] == [
        ("Sintel.2010.REPACK.1080p.BluRay.x264-GRP", 1),
        ("Sintel.2010.1080p.BluRay.x264-GRP", 2),
        ("Sintel.2010.1080p.WEB-DL.x264-GRP", 3),
    ]
    refused = {title: reasons for title, rank, reasons in answers if rank is None}
    assert "QualityNotWanted" in refused["Sintel.2010.CAM.x264-BAD"]
    assert refused["Tears.of.Steel.2012.1080p.BluRay.x264-GRP"] == ("WrongMovie",)
    assert refused["Sintel.2010.1080p.BluRay.x265-NZB"] == ("ProtocolDisabled",)
    assert refused["what is this"]
    assert len(answers) == len(ROWS)


def test_the_answer_has_the_public_form_byte_for_byte(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "releases.json"
    path.write_text(json.dumps(ROWS))
    arguments = ["decide", "--json", "--movie", "Sintel (2010)", "--runtime", "15", "--now", "2026-01-01", str(path)]
    assert main(arguments) == 0
    first = capsys.readouterr().out
    assert main(arguments) == 0
    assert capsys.readouterr().out == first
    answer = json.loads(first)
    assert (answer["movie"], answer["profile"]) == ("Sintel (2010)", "HD-1080p")
    assert answer["decisions"][2] == {
        "rank": 3,
        "accepted": True,
        "title": "Sintel.2010.1080p.WEB-DL.x264-GRP",
        "indexer": "One",
        "quality": "WEBDL-1080p",
        "score": 0,
        "formats": [],
        "size": 1 << 30,
        "seeders": 40,
        "flags": ["freeleech", "internal"],
        "rejections": [],
    }
    assert set(answer["decisions"][-1]["rejections"][0]) == {"reason", "kind", "message"}


def test_people_get_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "releases.json"
    path.write_text(json.dumps(ROWS))
    assert main(["decide", "--movie", "Sintel (2010)", "--profile", "any", str(path)]) == 0
    assert "Sintel (2010), Any: " in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"<html>", id="a page"),
        pytest.param(b'{"releases": []}', id="an object"),
        pytest.param(b'[{"size": 1}]', id="no title"),
        pytest.param(b'[{"title": "x", "size": "big"}]', id="size in words"),
        pytest.param(b"\xff", id="no text"),
    ],
)
def test_what_is_no_search_answer_is_refused_with_the_remedy(text: bytes) -> None:
    with pytest.raises(Refused, match="api/v1/search"):
        read_offers(text)


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the wire samples are not beside the repository")
def test_prowlarrs_own_answer_is_read() -> None:
    first, second, *_ = read_offers(SAMPLE.read_bytes())
    assert (first.imdb_id, first.tmdb_id, first.link) == ("tt7654321", 987001, None)
    assert first.flags == {"freeleech", "scene"}
    assert second.imdb_id is None


def test_a_moment_that_is_none_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "releases.json"
    path.write_text("[]")
    assert main(["decide", "--movie", "Sintel (2010)", "--now", "soon", str(path)]) == 2
    assert "2026-01-31T12:00:00Z" in capsys.readouterr().err

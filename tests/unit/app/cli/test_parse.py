"""`radarr parse` tells what names say."""

import io
import json
import sys

import pytest

from radarr.app.cli import main


def test_a_name_has_the_public_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--json", "Sintel.2010.REPACK.1080p.BluRay.x264-GRP"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "input": "Sintel.2010.REPACK.1080p.BluRay.x264-GRP",
        "parsed": True,
        "title": "Sintel",
        "titles": ["Sintel"],
        "year": 2010,
        "quality": "Bluray-1080p",
        "source": "bluray",
        "resolution": 1080,
        "modifier": "none",
        "revision": {"version": 2, "real": 0, "repack": True},
        "edition": "",
        "group": "GRP",
        "languages": ["Unknown"],
        "codec": "h264",
        "audio": [],
        "hdr": [],
        "hardcoded_subs": None,
        "imdb_id": None,
        "tmdb_id": None,
        "source_from": "name",
        "resolution_from": "name",
        "stereo": "",
        "part": 0,
        "scene_title": "Sintel.2010.REPACK.1080p.BluRay.x264-GRP",
    }


def test_what_is_no_film_keeps_the_quality_that_can_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--json", "Some.Show.S01E02.1080p.WEB-DL.x264-GRP", "zzz"]) == 0
    show, nothing = map(json.loads, capsys.readouterr().out.splitlines())
    assert (show["parsed"], show["title"], show["year"]) == (False, None, None)
    assert (show["quality"], show["resolution"]) == ("WEBDL-1080p", 1080)
    assert nothing["parsed"] is False
    assert show.keys() == nothing.keys()


def test_names_stream_in_a_line_each_whatever_their_bytes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Sintel.2010.720p.BluRay.x264-A\r\n\xff\xfe\n")))
    assert main(["parse", "--json", "-"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first)["quality"] == "Bluray-720p"
    assert json.loads(second)["input"] == "\ufffd\ufffd"


def test_a_folder_is_told_by_its_last_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--folder", "/srv/media/Sintel (2010)/"]) == 0
    assert "/srv" not in capsys.readouterr().out

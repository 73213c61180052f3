import pytest

from radarr.domain.importing.extensions import is_archive, is_disguised, is_video, split_extension


@pytest.mark.parametrize(
    ("name", "stem", "extension"),
    [
        ("a/b.c/Film.2010.MKV", "Film.2010", "mkv"),
        ("film.tar.gz", "film", "tar.gz"),
        ("film", "film", ""),
        ("a.b/film", "film", ""),
    ],
)
def test_an_extension_is_read_in_small_letters(name: str, stem: str, extension: str) -> None:
    assert split_extension(name) == (stem, extension)


def test_files_are_told_apart_by_kind() -> None:
    assert is_video("x/film.M2TS")
    assert not is_video("x/._film.mkv")
    assert all(map(is_archive, ("f.rar", "f.r00", "f.s17", "f.7z", "f.tar.bz2", "f.001")))
    assert not any(map(is_archive, ("f.mkv", "f.srt", "f.rmvb", "f.r", "f")))


@pytest.mark.parametrize(
    ("name", "disguised"),
    [("film.mkv.lnk", True), ("film.mp4 .exe", True), ("film.2010.exe", False), ("film.mkv", False)],
)
def test_a_program_that_pretends_to_be_a_video_is_seen(name: str, disguised: bool) -> None:
    assert is_disguised(name) is disguised

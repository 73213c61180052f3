"""What films will be called, shown by one."""

from pathlib import Path

from radarr.app.check.finding import Subject
from radarr.app.check.names import names
from radarr.app.config import load


def shown(tmp_path: Path, text: str) -> str:
    path = tmp_path / "radarr.toml"
    path.write_text(f'[library]\nroots = ["/library"]\n{text}')
    (finding,) = names(Subject(load(path, {}), tmp_path))
    return finding.message


def test_a_film_shows_what_the_formats_make_of_it(tmp_path: Path) -> None:
    assert "Leon - The Professional" not in shown(tmp_path, "")
    assert "(1994) [tmdb-101]/Léon" in shown(
        tmp_path, 'folder_format = "{Movie Title} ({Release Year}) [tmdb-{TmdbId}]"\nfile_format = "{Movie Title}"'
    )


def test_a_film_that_is_not_renamed_is_shown_so(tmp_path: Path) -> None:
    assert shown(tmp_path, "rename = false").endswith(
        "/Leon.The.Professional.1994.EXTENDED.PROPER.1080p.BluRay.DTS-HD.MA.5.1.x264-GROUP.mkv"
    )

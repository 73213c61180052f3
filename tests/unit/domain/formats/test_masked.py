"""What a format sees of a name: the film's title is never among it."""

import pytest

from radarr.domain.formats.masked import without_title


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        pytest.param("Web.of.Fens.2016.1080p.WEB-DL-OSTLER", "A.Movie.2016.1080p.WEB-DL-OSTLER", id="dots"),
        pytest.param("Web of Fens (2016) [1080p]", "A Movie (2016) [1080p]", id="blanks"),
        pytest.param("Fens (2016) {tmdb-603}.mkv", "A Movie (2016) {tmdb-603}", id="an extension goes"),
        pytest.param("{tmdb-603} Fens (2016) [DVD]", "A Movie (2016) [DVD]", id="an id in front goes"),
        pytest.param("tt9900012 Fens (2016) DVD", "A Movie (2016) DVD", id="a bare id in front goes"),
        pytest.param("[Moss] Fens (2016) [DVD]", "[Moss] A Movie (2016) [DVD]", id="a group in front stays"),
        pytest.param(
            "Fens.2016.1080p.WEB-DL-OSTLER-xpost", "A Movie.2016.1080p.WEB-DL-OSTLER-xpost", id="a mark stays"
        ),
        pytest.param("Fens Webrip", "Fens Webrip", id="no film"),
    ],
)
def test_a_format_sees_all_of_a_name_but_its_title(name: str, seen: str) -> None:
    assert without_title(name) == seen

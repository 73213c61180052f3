import pytest

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.unsupported_extension import unsupported_extension
from tests.unit.domain.importing.downloads import ask, download, file


@pytest.mark.parametrize("names", [pytest.param((), id="nothing"), pytest.param(("sintel.pdf", "a.txt"), id="books")])
def test_a_download_without_video_is_no_film(names: tuple[str, ...]) -> None:
    rejection = ask(unsupported_extension, download(*names))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.UNSUPPORTED_EXTENSION, "permanent")


def test_where_something_else_explains_it_nothing_is_added() -> None:
    for name in ("sintel.mkv", "sintel.rar", "sintel.mkv.!qB"):
        assert ask(unsupported_extension, download(name)) is None
    assert ask(unsupported_extension, download(file("sample.mkv", 9))) is None

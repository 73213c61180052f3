import pytest

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.dangerous_file import dangerous_file
from tests.unit.domain.importing.downloads import ask, download


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("sintel.mkv.lnk",), id="a link that pretends to be the film"),
        pytest.param(("sintel.mkv", "sintel.mp4.exe"), id="such a one beside a film"),
        pytest.param(("Codec.vbs", "sintel.rar"), id="a script with an archive"),
        pytest.param(("sintel.scr",), id="a screen saver"),
    ],
)
def test_malware_is_refused_for_good(names: tuple[str, ...]) -> None:
    rejection = ask(dangerous_file, download(*names))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.DANGEROUS_FILE, "permanent")


def test_a_shortcut_beside_a_film_is_only_left_behind() -> None:
    assert ask(dangerous_file, download("sintel.mkv", "site.lnk")) is None

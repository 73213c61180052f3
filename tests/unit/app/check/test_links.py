"""What the trials of hard links say."""

from radarr.app.check.around import found_of
from radarr.app.health.look import Trial, Trouble
from tests.unit.app.health.known import looked

FROM, TO = "/downloads", "/movies"


def told(trial: Trial) -> tuple[str, str]:
    """Grade and remedy of the one finding."""
    (found,) = found_of("hard links", looked(trials=(trial,)))
    return found.grade, found.remedy


def test_a_link_that_goes_is_well() -> None:
    assert told(Trial(FROM, TO, film="Sintel.mkv")) == ("ok", "")


def test_a_link_that_could_not_be_tried_is_neither_well_nor_wrong() -> None:
    grade, remedy = told(Trial(FROM, TO, Trouble("no file can be made in /downloads"), tried=False))
    assert (grade, remedy) == ("notice", "check again once a download is finished")


def test_a_link_that_does_not_go_is_a_warning() -> None:
    grade, _ = told(Trial(FROM, TO, Trouble("two file systems", "use one")))
    assert grade == "warning"

from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.quality_wanted import quality_wanted
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.quality import BY_NAME
from tests.unit.domain.decision.examples import candidate, facts, parsed


def test_a_quality_of_the_profile_is_wanted() -> None:
    assert quality_wanted(candidate("WEBDL-1080p"), facts()) is None


def test_a_cam_is_not_wanted_by_hd_1080p() -> None:
    no = quality_wanted(candidate("CAM"), facts())
    assert no is not None
    assert no.reason is Reason.QUALITY_NOT_WANTED
    assert no.message == "CAM is not wanted by HD-1080p"


def test_a_telesync_is_wanted_by_who_wants_telesyncs_however_many_lines_its_name_tells() -> None:
    profile = next(p for p in DEFAULT_PROFILES if p.name == "SD")
    telesync = parsed()._replace(quality=BY_NAME["TELESYNC"]._replace(resolution=720))
    assert quality_wanted(candidate(parsed=telesync), facts(profile=profile)) is None

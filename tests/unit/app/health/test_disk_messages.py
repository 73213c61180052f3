"""What is said of disks and folders."""

import pytest

from radarr.app.health.look import DOWNLOADS, RECYCLE, ROOT, STATE, Folder, Terms, Trial, Trouble
from radarr.app.health.messages import disks, downloads
from radarr.ports.driving.health import HealthMessage, Level
from tests.unit.app.health.known import GIB, ROOMY, looked, well

FULL = ROOMY._replace(free=100 << 20)
READ_ONLY = ROOMY._replace(read_only=True, writable=False)


def test_a_root_that_is_away_is_an_error_with_the_remedy() -> None:
    known = looked(folders=(Folder("/library", ROOT, trouble=Trouble("/library is not there", "mount it")),))
    assert list(disks.root_folder(known)) == [
        HealthMessage("RootFolderCheck", Level.ERROR, "/library is not there", "mount it")
    ]


def test_a_read_only_root_is_told_once() -> None:
    known = looked(folders=(Folder("/library", ROOT, READ_ONLY, Trouble("it is read-only")),))
    (said,) = disks.mount(known)
    assert (said.source, said.level) == ("MountCheck", Level.ERROR)
    assert list(disks.root_folder(known)) == []


def test_replaced_files_need_a_folder_that_can_be_written_to() -> None:
    bin_ = "/library/.radarr-recycle"
    known = looked(folders=(Folder("/library", ROOT, ROOMY), Folder(bin_, RECYCLE, ROOMY._replace(writable=False))))
    (said,) = disks.recycling_bin(known)
    assert (said.source, said.level) == ("RecyclingBinCheck", Level.ERROR)
    assert bin_ in said.message


def test_replaced_files_cannot_go_to_another_disk() -> None:
    recycle = Folder("/library/.radarr-recycle", RECYCLE, ROOMY._replace(device=8))
    (said,) = disks.recycling_bin(looked(folders=(Folder("/library", ROOT, ROOMY), recycle)))
    assert "another file system" in said.message


def test_on_a_read_only_root_the_folder_for_replaced_files_is_no_second_trouble() -> None:
    folders = (Folder("/library", ROOT, READ_ONLY), Folder("/library/.radarr-recycle", RECYCLE, READ_ONLY))
    assert list(disks.recycling_bin(looked(folders=folders))) == []


def test_a_full_disk_is_told_once_however_many_folders_it_holds() -> None:
    folders = (Folder("/library", ROOT, FULL), Folder("/downloads", DOWNLOADS, FULL), Folder("/state", STATE, FULL))
    (said,) = disks.free_space(looked(folders=folders))
    assert (said.source, said.level) == ("FreeSpaceCheck", Level.ERROR)
    assert "100 MiB of 1000.0 GiB are free below /library" in said.message


def test_a_disk_that_fills_up_is_a_warning() -> None:
    known = looked(folders=(Folder("/library", ROOT, ROOMY._replace(free=49 * GIB)),))
    assert [said.level for said in disks.free_space(known)] == [Level.WARNING]
    known = looked(folders=(Folder("/library", ROOT, ROOMY._replace(free=50 * GIB)),))
    assert list(disks.free_space(known)) == []


def test_the_state_folder_needs_little_space() -> None:
    small = ROOMY._replace(free=100 << 20, total=GIB)
    assert list(disks.free_space(looked(folders=(Folder("/state", STATE, small),)))) == []
    known = looked(folders=(Folder("/state", STATE, small._replace(free=10 << 20)),))
    assert [said.level for said in disks.free_space(known)] == [Level.ERROR]


@pytest.mark.parametrize("path", ["/library", "/library/downloads"])
def test_a_client_that_downloads_into_the_library_is_told(path: str) -> None:
    folders = (Folder("/library", ROOT, ROOMY), Folder(path, DOWNLOADS, ROOMY))
    (said,) = downloads.download_root(looked(folders=folders))
    assert said.source == "DownloadClientRootFolderCheck"


def test_a_download_folder_beside_the_library_is_right() -> None:
    folders = (Folder("/library", ROOT, ROOMY), Folder("/library-downloads", DOWNLOADS, ROOMY))
    assert list(downloads.download_root(looked(folders=folders))) == []


def test_a_download_folder_that_is_not_to_be_seen_wants_a_path_map() -> None:
    away = Folder("/srv/dl", DOWNLOADS, trouble=Trouble("/srv/dl is not there"), named="/data/dl")
    (said,) = downloads.remote_path(looked(folders=(away,)))
    assert (said.source, said.level) == ("RemotePathMappingCheck", Level.ERROR)
    assert "the client calls it /data/dl" in said.message
    assert "path_map" in said.remedy


@pytest.mark.parametrize(
    ("transfer", "level"), [(("hardlink",), Level.ERROR), (("hardlink", "reflink", "copy"), Level.WARNING)]
)
def test_where_no_hard_link_goes_it_is_told_what_that_means(transfer: tuple[str, ...], level: Level) -> None:
    trial = Trial("/downloads", "/library", Trouble("they are on two disks", "put both on one"))
    known = looked(trials=(trial,))
    (said,) = downloads.hard_link(well(look=known.look, terms=Terms(transfer=transfer)))
    assert (said.source, said.level, said.remedy) == ("HardLinkCheck", level, "put both on one")
    assert "/downloads to /library" in said.message


def test_who_allows_copies_is_not_told_to_allow_them() -> None:
    trial = Trial(
        "/downloads", "/library", Trouble("two disks", 'put both on one, or allow "copy" in [library] transfer')
    )
    (said,) = downloads.hard_link(looked(trials=(trial,)))
    assert said.remedy == "put both on one"


@pytest.mark.parametrize(
    "trial",
    [Trial("/downloads", "/library"), Trial("/downloads", "/library", Trouble("it is away"), tried=False)],
    ids=["it goes", "it could not be tried"],
)
def test_a_hard_link_that_goes_or_could_not_be_tried_is_not_told(trial: Trial) -> None:
    assert list(downloads.hard_link(looked(trials=(trial,)))) == []


def test_who_wants_copies_is_not_told_of_hard_links() -> None:
    known = looked(trials=(Trial("/downloads", "/library", Trouble("they are on two disks")),))
    assert list(downloads.hard_link(well(look=known.look, terms=Terms(transfer=("copy",))))) == []

"""The client's folders as we see them."""

import pytest

from radarr.adapters.qbittorrent.paths import PathMap

MAP = PathMap(
    [
        ("/downloads", "/srv/dl"),
        ("/downloads/movies/", "/mnt/films/"),
        (r"D:\Torrents", "/mnt/d"),
        (r"\\nas\share", "/mnt/nas"),
    ]
)


@pytest.mark.parametrize(
    ("remote", "local"),
    [
        pytest.param("/downloads", "/srv/dl", id="the folder itself"),
        pytest.param("/downloads/", "/srv/dl", id="with a slash at its end"),
        pytest.param("/downloads/tv/x", "/srv/dl/tv/x", id="below it"),
        pytest.param("/downloads/movies/a", "/mnt/films/a", id="the longest prefix wins"),
        pytest.param("/downloads2/a", "/downloads2/a", id="no half components"),
        pytest.param("/Downloads/a", "/Downloads/a", id="case counts"),
        pytest.param("/downloads/../etc", "/downloads/../etc", id="nothing that climbs"),
        pytest.param("/elsewhere/", "/elsewhere", id="unmapped, without its slash"),
        pytest.param("/", "/", id="the root"),
        pytest.param("", "", id="nothing"),
        pytest.param("/downloads/a\\b", "/srv/dl/a\\b", id="a backslash is a letter here"),
        pytest.param(r"D:\Torrents\Films", "/mnt/d/Films", id="Windows"),
        pytest.param("d:/torrents/Films/", "/mnt/d/Films", id="Windows with other slashes and case"),
        pytest.param(r"D:\Torrents2", r"D:\Torrents2", id="Windows, no half components"),
        pytest.param(r"E:\Torrents", r"E:\Torrents", id="another drive"),
        pytest.param(r"\\NAS\Share\Films", "/mnt/nas/Films", id="a share"),
        pytest.param("//nas/share/Films", "/mnt/nas/Films", id="a share as new versions write it"),
    ],
)
def test_a_folder_of_the_client_has_a_name_here(remote: str, local: str) -> None:
    assert MAP.local(remote) == local


def test_the_whole_of_the_clients_disk_can_be_mapped() -> None:
    assert PathMap([("", "/mnt/box")]).local("/downloads") == "/mnt/box/downloads"
    assert PathMap([("/downloads", "/")]).local("/downloads/a") == "/a"
    assert PathMap([("/downloads", "/")]).local("/downloads") == "/"


def test_without_a_map_paths_stay() -> None:
    assert PathMap().local("/downloads/movies") == "/downloads/movies"

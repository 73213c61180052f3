"""Settings of qBittorrent that endanger an import, in sentences."""

from collections.abc import Iterator

from radarr.adapters.qbittorrent.versions import Features
from radarr.adapters.qbittorrent.wire import Preferences

_REMOVES = {1: "removes torrents", 3: "removes torrents with their files"}


def warnings(preferences: Preferences, features: Features) -> tuple[str, ...]:
    """One sentence each, with what to do."""
    return (*_of_version(features), *_of_ends(preferences), *_of_files(preferences), *_of_starts(preferences))


def _of_version(features: Features) -> Iterator[str]:
    if not features.tags:
        yield (
            "This qBittorrent knows no tags: our downloads are told apart by category and infohash alone; "
            "4.3.2 or later marks them."
        )


def removes(preferences: Preferences) -> str:
    """That it takes torrents out by itself; "" where it does not."""
    if act := _REMOVES.get(preferences.max_ratio_act):
        return (
            f"qBittorrent {act} when they reach their share limit, perhaps before they are imported: "
            "let it stop them instead (Options, BitTorrent, Seeding Limits)."
        )
    return ""


def _of_ends(preferences: Preferences) -> Iterator[str]:
    if sentence := removes(preferences):
        yield sentence


def _of_files(preferences: Preferences) -> Iterator[str]:
    if preferences.auto_tmm_enabled:
        yield (
            "qBittorrent manages torrents automatically: a change of a category or of its path moves their files, "
            "perhaps while they are imported (Options, Downloads, Default Torrent Management Mode)."
        )
    if preferences.temp_path_enabled:
        yield (
            f"qBittorrent keeps unfinished files in {preferences.temp_path or 'another folder'} and moves them at the "
            "end: keep that folder on the same disk, so that the move is short."
        )
    if preferences.incomplete_files_ext:
        yield "qBittorrent ends the names of unfinished files in .!qB: these are never imported."
    if preferences.use_unwanted_folder or preferences.excluded_file_names_enabled:
        yield "qBittorrent sets some files of a torrent aside: what it leaves out cannot be imported."


def _of_starts(preferences: Preferences) -> Iterator[str]:
    if preferences.torrent_content_layout == "NoSubfolder":
        yield (
            "qBittorrent leaves out torrents' own folders by default: we ask for them, others' downloads may mix "
            "(Options, Downloads, Torrent content layout)."
        )
    if preferences.torrent_stop_condition not in {"", "None"}:
        yield (
            "qBittorrent stops new torrents before they download: nothing arrives until somebody starts them "
            "(Options, Downloads, Torrent stop condition)."
        )
    if not preferences.dht:
        yield "qBittorrent has DHT switched off: a magnet without trackers will find no metadata."

"""How cases of names of folders and files are checked."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from radarr.domain.movie import Movie
from radarr.domain.naming import (
    FileFacts,
    FilmFacts,
    MediaFacts,
    file_name,
    folder_name,
    kept_name,
    safe_component,
)
from radarr.domain.naming.component import DROP
from radarr.domain.quality import BY_NAME, UNKNOWN, Revision

Case = dict[str, Any]
Verdict = tuple[object, object]

_COLONS = {"spacedash": "space_dash", "spacedashspace": "space_dash_space"}
_ADDED = datetime(2026, 1, 1, tzinfo=UTC)
_NO_ID = 987_654_321
_NAMELESS = f"tmdb-{_NO_ID}"  # ours for what would be empty


def _folder(case: Case) -> Verdict:
    params = case["params"]
    got = folder_name(_movie(params), case["input"], colon=_colon(params), film=_film(params))
    return next(iter(case["expected"].values())), _named(got)


def _file(case: Case) -> Verdict:
    params = case["params"]
    movie, facts = _movie(params), _facts(params)
    if params["naming"].get("rename", True):
        got = file_name(movie, facts, case["input"], colon=_colon(params), film=_film(params))
    else:
        got = kept_name(movie, facts)
    return next(iter(case["expected"].values())), _named(got)


def _named(name: str) -> str:
    return "" if name == _NAMELESS else name


def _colon(params: Case) -> str:
    naming = params["naming"]
    mode = naming.get("colon", "smart")
    return _COLONS.get(mode, mode) if naming.get("replace_illegal", True) else DROP


def _movie(params: Case) -> Movie:
    told = params["movie"]
    return Movie(
        tmdb_id=told.get("tmdb_id") or _NO_ID,
        imdb_id=told.get("imdb_id"),
        title=told["title"],
        original_title=told.get("original_title") or "",
        year=told.get("year", 1),
        added_at=_ADDED,
    )


def _film(params: Case) -> FilmFacts:
    told = params["movie"]
    translations = tuple((item["language"], item["title"]) for item in told.get("translations", ()))
    return FilmFacts(told.get("collection") or "", told.get("certification") or "", translations)


def _facts(params: Case) -> FileFacts:
    told = params.get("file", {})
    return FileFacts(
        quality=BY_NAME.get(told.get("quality", ""), UNKNOWN),
        revision=Revision(told.get("version", 1), int(told.get("real") or 0)),
        edition=told.get("edition") or "",
        group=told.get("release_group"),
        scene_name=told.get("scene_name") or "",
        formats=tuple(item["name"] for item in params.get("custom_formats", ()) if item["include"]),
        stem=(told.get("relative_path") or told.get("path") or "").rsplit("/", 1)[-1],
        media=_media(told.get("media_info") or {}),
    )


def _media(told: Case) -> MediaFacts:
    """How a probe's words are shown is checked by kinds of its own; the few of these cases need no more than this."""
    return MediaFacts(
        video_codec=told.get("video_format", ""),
        audio_codec=told.get("audio_format", "").upper(),
        bit_depth=told.get("video_bit_depth", 0),
        stereoscopic=told.get("multi_view_count", 0) > 1,
        dynamic_range="" if told.get("hdr_format", "None") == "None" else "HDR",
        audio_languages=tuple(told.get("audio_languages", ())),
        subtitle_languages=tuple(told.get("subtitles", ())),
    )


CHECKS: dict[str, Callable[[Case], Verdict]] = {
    "naming_file": _file,
    "naming_folder": _folder,
    "clean_filename": lambda case: (case["expected"]["filename"], safe_component(case["input"])),
}
"""Checks by kind."""

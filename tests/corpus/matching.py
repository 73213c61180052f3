"""How cases of films, dates and discs are checked: which film a name is, and whether it can be had."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from radarr.domain.decision.availability import is_available
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.rules.raw_disk import raw_disk
from radarr.domain.importing.candidate import ImportFile, ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.rules.multi_part import multi_part
from radarr.domain.library import LibraryRules
from radarr.domain.lookup import read_term
from radarr.domain.matching import match
from radarr.domain.movie import Movie, Slot
from radarr.domain.movie_index import FilmNames, MovieIndex
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import DEFAULT_PROFILES, Position
from radarr.domain.release import Release

Case = dict[str, Any]
Verdict = tuple[object, object]

_NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
_PROFILE = DEFAULT_PROFILES[0]
_SLOT = Slot(profile=_PROFILE.name, root_id=0)
_OFFER = Release(guid="g", indexer_id=1, indexer="Alpha", title="")
_MINIMA = {"incinemas": "in_cinemas"}
_NOT_YET = 2100
"""The year of a film without any date: nobody states one, and it decides here where Radarr never has the film."""


def _lookup(case: Case) -> Verdict:
    parsed = parse(case["input"])
    return case["expected"], {"parsed": parsed is not None, "lookup_title": read_term(case["input"]).text}


def _match(case: Case) -> Verdict:
    params = case["params"]
    told = params["movie"]
    titles = (*told.get("alternative_titles", ()), *told.get("translations", ()))
    film = FilmNames(1, 1, None, told["title"], titles=titles, year=told["year"])
    searched = film if params.get("search_criteria") else None
    found = match(_OFFER, _says(case["input"], params["parsed_year"]), MovieIndex([film]), searched)
    return case["expected"]["match"], found.movie is not None


def _find(case: Case) -> Verdict:
    params = case["params"]
    films = [
        FilmNames(number, number, None, told["clean_title"], "", tuple(told["alternative_clean_titles"]), told["year"])
        for number, told in zip(count(1), params["candidates"], strict=False)
    ]
    found = match(_OFFER, _says(case["input"], params["query_year"]), MovieIndex(films), None)
    return case["expected"]["year"], found.movie.year if found.movie else None


def _says(title: str, year: int) -> ParsedRelease:
    return ParsedRelease(name=title, title=title, titles=(title,), year=year)


def _available(case: Case) -> Verdict:
    params = case["params"]
    dates = {name: _day(params, name) for name in ("in_cinemas", "digital_release", "physical_release")}
    film = Movie(tmdb_id=1, title="Film", year=_NOT_YET, added_at=_NOW, **dates)
    minimum = _MINIMA.get(case["input"], case["input"])
    return case["expected"]["available"], is_available(film, minimum, _NOW, params.get("delay_days", 0))


def _day(params: Case, name: str) -> date | None:
    relative = params.get(f"{name}_rel_days")
    if relative is not None:
        return _NOW.date() + timedelta(days=relative)
    return date.fromisoformat(params[name][:10]) if params.get(name) else None


def _raw_disk(case: Case) -> Verdict:
    name = case["input"]
    container = case.get("params", {}).get("container")
    candidate = Candidate(
        release=_OFFER._replace(title=name, container=container),
        parsed=ParsedRelease(name=name, title="", titles=("",)),
        movie=Movie(tmdb_id=1, title="", added_at=_NOW),
        slot=_SLOT,
    )
    refusal = raw_disk(candidate, Facts(profile=_PROFILE, kind=SearchKind.FEED, now=_NOW))
    return case["expected"]["accepted"], refusal is None


def _multi_part(case: Case) -> Verdict:
    videos = tuple(ImportFile(name, 1 << 30) for name in case["params"]["folder_files"])
    film = next(video for video in videos if video.name == case["input"])
    request = ImportRequest(
        key="1-1",
        download_id=1,
        movie=Movie(tmdb_id=1, title="Film", added_at=_NOW),
        slot=_SLOT,
        profile=_PROFILE,
        parsed=_says("Film", 0),
        base="/",
        files=videos,
        rules=LibraryRules(folder_format="{Movie Title}", file_format="{Movie Title}"),
        now=_NOW,
    )
    contents = Contents(videos, film, videos, samples=(), archives=(), unfinished=())
    return case["expected"]["accepted"], multi_part(request, contents) is None


def _compare(case: Case) -> Verdict:
    params = case["params"]
    left, right = Position(*params["left"]), Position(*params["right"])
    return case["expected"]["compare"], left.compare(right, within_groups=params["respect_group_order"])


CHECKS: dict[str, Callable[[Case], Verdict]] = {
    "lookup": _lookup,
    "match": _match,
    "find": _find,
    "available": _available,
    "raw_disk": _raw_disk,
    "multipart": _multi_part,
    "quality_index_compare": _compare,
}
"""Checks by kind."""

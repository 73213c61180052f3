"""How one case of each kind is checked. A check takes a case and gives (expected, got), in one form on both sides."""

from collections.abc import Callable
from typing import Any

from radarr.domain.imdb import normalise_imdb
from radarr.domain.languages import by_iso
from radarr.domain.parsing import (
    is_scene,
    parse,
    parse_detection,
    parse_edition,
    parse_group,
    parse_hardcoded_subs,
    parse_languages,
    parse_path,
    parse_quality,
    parse_revision,
    scene_title,
)
from radarr.domain.quality import BY_ID, Modifier, Source, find_quality
from radarr.domain.titles import clean_title
from tests.corpus import keys, matching, media, names

Case = dict[str, Any]
Verdict = tuple[object, object]


def _quality(case: Case) -> Verdict:
    quality, revision = parse_quality(case["input"])
    got: Case = {
        "source": quality.source.name.lower(),
        "resolution": quality.resolution,
        "modifier": quality.modifier.name.lower(),
        "version": revision.version,
        "quality": quality.name,
    }
    return case["expected"], {key: got.get(key) for key in case["expected"]}


def _detection(case: Case) -> Verdict:
    source, resolution = parse_detection(case["input"])
    got = {"source_detection": source, "resolution_detection": resolution}
    return case["expected"], {key: got.get(key) for key in case["expected"]}


def _proper(case: Case) -> Verdict:
    got = parse_revision(case["input"])._asdict()
    return case["expected"], {key: got[key] for key in case["expected"]}


def _release(case: Case) -> Verdict:
    parsed = parse(case["input"])
    fields = ("title", "year", "group", "edition")
    got = {key: getattr(parsed, key) for key in fields} if parsed else {}
    return case["expected"], {key: got.get(key) for key in case["expected"]}


def _titles(case: Case) -> Verdict:
    parsed = parse(case["input"])
    return case["expected"]["titles"], list(parsed.titles) if parsed else None


def _title_clean(case: Case) -> Verdict:
    parsed = parse(case["input"])
    return clean_title(case["expected"]["title"]), clean_title(parsed.title) if parsed else None


def _edition(case: Case) -> Verdict:
    parsed = parse(case["input"])
    return case["expected"]["edition"], parsed.edition if parsed else parse_edition(case["input"])


def _language(case: Case) -> Verdict:
    parsed = parse(case["input"]) if case.get("params", {}).get("api") == "title" else None
    got = parsed.languages if parsed else parse_languages(case["input"])
    holds = {
        "contains": lambda wanted: sorted(set(wanted) & set(got), key=wanted.index),
        "count": lambda _: len(got),
        "first": lambda _: got[0],
    }
    told = {key: holds[key](value) for key, value in case["expected"].items()}
    return case["expected"], told if told == case["expected"] else list(got)


def _hash(case: Case) -> Verdict:
    parsed = parse_path(case["input"])
    got = {"title": parsed.title, "quality": parsed.quality.name, "group": parsed.group} if parsed else {}
    return case["expected"], {key: got.get(key) for key in case["expected"]}


def _iso(case: Case) -> Verdict:
    found = by_iso(case["input"])
    return case["expected"]["language"], found.name if found else None


def _quality_find(case: Case) -> Verdict:
    asked = case["params"] if "params" in case else case["input"]
    quality = find_quality(
        Source[asked["source"].upper()], asked["resolution"], Modifier[asked.get("modifier", "none").upper()]
    )
    return case["expected"]["quality"], quality.name


def _of(key: str, read: Callable[[str], object]) -> Callable[[Case], Verdict]:
    return lambda case: (case["expected"][key], read(case["input"]))


CHECKS: dict[str, Callable[[Case], Verdict]] = {
    "quality": _quality,
    "detection": _detection,
    "scene": _of("scene", is_scene),
    "scene_title": _of("scene_title", scene_title),
    "proper": _proper,
    "title": _release,
    "year": _release,
    "release": _release,
    "titles": _titles,
    "title_clean": _title_clean,
    "edition": _edition,
    "group": _of("group", parse_group),
    "language": _language,
    "hardsubs": _of("hardsubs", parse_hardcoded_subs),
    "crap": _of("parsed", lambda name: parse(name) is not None),
    "hash": _hash,
    "imdb": _of("imdb", lambda name: getattr(parse(name), "imdb_id", None)),
    "tmdb": _of("tmdb", lambda name: getattr(parse(name), "tmdb_id", None)),
    "imdb_normalize": _of("imdb", normalise_imdb),
    "iso": _iso,
    "quality_id": lambda case: (case["expected"]["quality"], BY_ID[int(case["input"])].name),
    "quality_find": _quality_find,
    **keys.CHECKS,
    **matching.CHECKS,
    **media.CHECKS,
    **names.CHECKS,
}
"""The kinds that are checked; cases of all others are skipped."""

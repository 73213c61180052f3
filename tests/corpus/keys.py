"""How cases of titles as keys, numerals and subtitles' names are checked."""

from collections.abc import Callable
from typing import Any

from radarr.domain.subtitles import parse_subtitle
from radarr.domain.titles import clean_title, from_roman, search_text, slug, sort_title, to_roman

Case = dict[str, Any]
Verdict = tuple[object, object]


def _normalize(case: Case) -> Verdict:
    return next(iter(case["expected"].values())), clean_title(case["input"])


def _slug(case: Case) -> Verdict:
    params = case.get("params", {})
    got = slug(
        case["input"],
        dashes=params.get("invalid_dash_replacement", False),
        trim=params.get("trim_end_chars", "-_") or "",
        collapse=params.get("deduplicate_chars", "-_") or "",
    )
    return case["expected"]["slug"], got


def _roman(case: Case) -> Verdict:
    got = from_roman(case["input"]) if "arabic" in case["expected"] else to_roman(int(case["input"]))
    return next(iter(case["expected"].values())), got


def _subtitle(case: Case) -> Verdict:
    """Only what the case tells: tags without order, titles without case, none as null."""
    expected = dict(case["expected"])
    found = parse_subtitle(case["input"])
    got: Case = {
        "language": found.language,
        "tags": sorted(found.tags),
        "title": found.title.lower(),
        "raw_title": found.title or None,
    }
    if "tags" in expected:
        expected["tags"] = sorted(expected["tags"])
    if "title" in expected:
        expected["title"] = (expected["title"] or "").lower()
    return expected, {key: got[key] for key in expected}


CHECKS: dict[str, Callable[[Case], Verdict]] = {
    "normalize": _normalize,
    "search_title": lambda case: (case["expected"]["search_title"], search_text(case["input"]).replace(" ", "+")),
    "sort_title": lambda case: (case["expected"]["sort_title"], sort_title(case["input"])),
    "slug": _slug,
    "roman": _roman,
    "subtitle_language": _subtitle,
    "subtitle_info": _subtitle,
}
"""Checks by kind."""

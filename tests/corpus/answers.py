"""Whole answers for a name, a field each: lines that have no kind but say everything of one input."""

import unicodedata
from collections.abc import Iterator

from radarr.domain.parsing import parse, parse_detection, parse_quality
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import UNKNOWN
from tests.corpus import formats
from tests.corpus.checks import Case, Verdict

KIND = "answers"
_FIELDS = ("title", "year", "group", "edition", "hardcoded_subs")


def is_answer(case: Case) -> bool:
    """Whether a line is a whole answer of the parser."""
    return "kind" not in case and "parsed" in case and "release_title" in case


def kind_of(case: Case) -> str:
    """The kind that a line names, else the form of answer that it has; "unknown" where it has none that is known."""
    if "kind" in case:
        return str(case["kind"])
    if is_answer(case):
        return KIND
    return formats.KIND if "formats" in case else "unknown"


def check(case: Case) -> Iterator[tuple[str, Verdict]]:
    """(kind, verdict) for every field; the kind without a field is the name as a whole, by its fields that differ."""
    verdicts = dict(_fields(case))
    yield from ((f"{KIND}.{field}", verdict) for field, verdict in verdicts.items())
    differing = {field: verdict for field, verdict in verdicts.items() if verdict[0] != verdict[1]}
    yield (
        KIND,
        ({field: wanted for field, (wanted, _) in differing.items()}, {f: got for f, (_, got) in differing.items()}),
    )


def _fields(case: Case) -> Iterator[tuple[str, Verdict]]:
    """What depends on a title is told only where both sides see a film."""
    parsed = parse(case["input"])
    quality, revision = (parsed.quality, parsed.revision) if parsed else parse_quality(case["input"])
    yield "parsed", (case["parsed"], parsed is not None)
    yield "quality", (case["quality"], quality.name)
    yield "source", (case["source"], quality.source.name.lower())
    yield "resolution", (case["resolution"], quality.resolution)
    yield "modifier", (case["modifier"], quality.modifier.name.lower())
    if quality != UNKNOWN and "source_detection" in case:
        told = parsed and (parsed.source_from, parsed.resolution_from)
        yield (
            "detection",
            ([case["source_detection"], case["resolution_detection"]], list(told or parse_detection(case["input"]))),
        )
    yield "version", ([case["version"], case["real"]], [revision.version, revision.real])
    if parsed is not None and case["parsed"]:
        yield from _of_film(case, parsed)


def _of_film(case: Case, parsed: ParsedRelease) -> Iterator[tuple[str, Verdict]]:
    for field in _FIELDS:
        yield field, (_composed(case[field]), getattr(parsed, field))
    yield "titles", ([_composed(title) for title in case["titles"]], list(parsed.titles))
    yield "languages", (sorted(case["languages"]), sorted(parsed.languages))
    yield "ids", ([case["imdb_id"] or None, case["tmdb_id"] or None], [parsed.imdb_id, parsed.tmdb_id])


def _composed(value: object) -> object:
    """Ours are in composed Unicode, whatever the name was in, as paths and the library are."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value

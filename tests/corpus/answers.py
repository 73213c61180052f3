"""Whole answers for a name, a field each: lines that have no kind but say everything of one input."""

import unicodedata
from collections.abc import Iterator

from radarr.domain.parsing import parse, parse_quality
from tests.corpus.checks import Case, Verdict

_FIELDS = ("title", "year", "group", "edition", "hardcoded_subs")


def is_answer(case: Case) -> bool:
    """Whether a line is a whole answer of the parser."""
    return "kind" not in case and "parsed" in case and "release_title" in case


def check(case: Case) -> Iterator[tuple[str, Verdict]]:
    """(kind, verdict) for every field; what depends on a title only where both sides see a film."""
    parsed = parse(case["input"])
    quality, revision = (parsed.quality, parsed.revision) if parsed else parse_quality(case["input"])
    yield "answers.parsed", (case["parsed"], parsed is not None)
    yield "answers.quality", (case["quality"], quality.name)
    yield "answers.version", ([case["version"], case["real"]], [revision.version, revision.real])
    if parsed is None or not case["parsed"]:
        return
    for field in _FIELDS:
        yield f"answers.{field}", (_composed(case[field]), getattr(parsed, field))
    yield "answers.titles", ([_composed(title) for title in case["titles"]], list(parsed.titles))
    yield "answers.languages", (sorted(case["languages"]), sorted(parsed.languages))
    yield "answers.ids", ([case["imdb_id"] or None, case["tmdb_id"] or None], [parsed.imdb_id, parsed.tmdb_id])


def _composed(value: object) -> object:
    """Ours are in composed Unicode, whatever the name was in, as paths and the library are."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value

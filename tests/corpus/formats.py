"""Which custom formats a name matches: whole answers that name formats, held against parser and formats together."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from radarr.domain.formats.decode import decode_formats
from radarr.domain.formats.index import FormatIndex, compile_index
from radarr.domain.formats.inputs import FormatInputs, flag_bits
from radarr.domain.formats.masked import spoken, without_title
from radarr.domain.parsing import ParsedRelease, parse
from tests.corpus.checks import Case, Verdict

KIND = "answers_formats"
_GUIDES = Path("trash-guides", "docs", "json", "radarr", "cf")
_EXTRA = "extra_formats.json"
_BESIDE_REPOSITORY = Path(__file__).parents[2].parent / "shared"


def formats_of(file: Path) -> FormatIndex | None:
    """The formats that a file of answers is about: those beside it for `*_extra`, else the guides'; None: not there."""
    if _is_extra(file):
        return _load(file.parent / _EXTRA)
    homes = [*file.resolve().parents[:4], _BESIDE_REPOSITORY]
    return next((_load(home / _GUIDES) for home in homes if (home / _GUIDES).is_dir()), None)


def _is_extra(file: Path) -> bool:
    return file.stem.endswith("_extra")


@cache
def _load(path: Path) -> FormatIndex | None:
    files = sorted(path.glob("*.json")) if path.is_dir() else [path] if path.is_file() else []
    read = [json.loads(file.read_bytes()) for file in files]
    return compile_index(decode_formats(read[0] if path.is_file() else read)) if read else None


def check(case: Case) -> Iterator[tuple[str, Verdict]]:
    """The formats that should match and do not, and those that match and should not.

    Nothing where the formats are not at hand, or where both sides see no film: there is none to score.
    """
    file = Path(case.get("_file", ""))
    formats = formats_of(file)
    parsed = parse(case["input"])
    if formats is None or (parsed is None and not case["parsed"]):
        return
    got = {each.name for each in formats.matching(_inputs(case, parsed))} if parsed else set()
    expected = set(case["formats"])
    kind = f"{KIND}.extra" if _is_extra(file) else KIND
    yield kind, ({"lacks": sorted(expected - got)}, {"has": sorted(got - expected)}) if got != expected else ({}, {})


def _inputs(case: Case, parsed: ParsedRelease) -> FormatInputs:
    return FormatInputs(
        title=without_title(parsed.name),
        edition=parsed.edition,
        group=parsed.group,
        languages=spoken(parsed.languages, case["original_language"]),
        original_language=case["original_language"],
        flags=flag_bits(flag.rpartition("_")[2].lower() for flag in case["flags"]),
        source=parsed.quality.source,
        resolution=parsed.quality.resolution,
        modifier=parsed.quality.modifier,
        size=case["size"],
        year=parsed.year,
    )

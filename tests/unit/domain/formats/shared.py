"""What Radarr says of names, and the guides' formats, where they are at hand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.decode import decode_formats
from radarr.domain.formats.inputs import FormatInputs, flag_bits
from radarr.domain.quality import Modifier, Source

SHARED = Path(__file__).parents[4].parent / "shared"
ANSWERS = SHARED / "corpus" / "radarr-answers"
GUIDES = SHARED / "trash-guides" / "docs" / "json" / "radarr" / "cf"
needs_shared = pytest.mark.skipif(not (ANSWERS.is_dir() and GUIDES.is_dir()), reason="needs ../shared")


def trash_formats() -> tuple[CustomFormat, ...]:
    return decode_formats(json.loads(path.read_bytes()) for path in GUIDES.glob("*.json"))


def extra_formats() -> tuple[CustomFormat, ...]:
    return decode_formats(json.loads((ANSWERS / "extra_formats.json").read_bytes()))


def answers(file: str) -> Iterator[tuple[FormatInputs, list[str]]]:
    """What a format saw of each name that Radarr could read, and the formats that matched."""
    parsed = {line["input"]: line for line in _lines(ANSWERS / "parse.jsonl")}
    for line in _lines(ANSWERS / file):
        if line["parsed"]:
            yield _inputs(line, parsed[line["input"]]), line["formats"]


def _lines(path: Path) -> Iterator[dict]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _inputs(line: dict, parsed: dict) -> FormatInputs:
    return FormatInputs(
        title=line["simple_release_title"],
        edition=parsed["edition"],
        group=parsed["group"],
        languages=tuple(line["languages"]),
        original_language=line["original_language"],
        flags=flag_bits(flag.rpartition("_")[2].lower() for flag in line["flags"]),
        source=Source[parsed["source"].upper()],
        resolution=parsed["resolution"],
        modifier=Modifier[parsed["modifier"].upper()],
        size=line["size"],
        year=parsed["year"],
    )

"""Domain values as JSON columns, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from radarr.adapters.persistence.measured import read_measured, write_measured
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.importing.journal import ImportItem
from radarr.domain.movie import MovieFile
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import BY_NAME, UNKNOWN, Modifier, Quality, Revision, Source
from radarr.domain.release import Release

Document = Mapping[str, Any]


def quality(name: str) -> Quality:
    """By name; one that a later version no longer knows is Unknown."""
    return BY_NAME.get(name, UNKNOWN)


def write_release(release: Release) -> dict[str, Any]:
    """What differs from an empty release; alternates within it."""
    written = {
        key: value
        for key, value in release._asdict().items()
        if value is not None and value != Release._field_defaults.get(key)
    }
    written["flags"] = sorted(release.flags)
    written["alternates"] = [write_release(alternate) for alternate in release.alternates]
    if release.published_at:
        written["published_at"] = release.published_at.isoformat()
    return written


def read_release(document: Document) -> Release:
    """The way back of `write_release`."""
    published = document.get("published_at")
    fields: dict[str, Any] = {
        **document,
        "flags": frozenset(document.get("flags", ())),
        "alternates": tuple(read_release(alternate) for alternate in document.get("alternates", ())),
        "published_at": datetime.fromisoformat(published) if published else None,
        "categories": tuple(document.get("categories", ())),
        "languages": tuple(document.get("languages", ())),
    }
    return Release(**{key: value for key, value in fields.items() if key in Release._fields})


def write_parsed(parsed: ParsedRelease) -> dict[str, Any]:
    """A parsed name."""
    return {**parsed._asdict(), "quality": parsed.quality.name, "revision": list(parsed.revision)}


def read_parsed(document: Document) -> ParsedRelease:
    """The way back of `write_parsed`."""
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in document.items()
    }
    fields["quality"] = quality(document["quality"])
    fields["revision"] = Revision(*document["revision"])
    return ParsedRelease(**{key: value for key, value in fields.items() if key in ParsedRelease._fields})


def write_inputs(inputs: FormatInputs | None) -> dict[str, Any] | None:
    """What differs from nothing known."""
    if inputs is None:
        return None
    return {key: value for key, value in inputs._asdict().items() if value != FormatInputs._field_defaults.get(key)}


def read_inputs(document: Document | None) -> FormatInputs | None:
    """The way back of `write_inputs`."""
    if document is None:
        return None
    fields = {key: value for key, value in document.items() if key in FormatInputs._fields}
    fields["title"] = document.get("title")
    fields["languages"] = tuple(document.get("languages", ()))
    fields["source"] = Source(document.get("source", Source.UNKNOWN))
    fields["modifier"] = Modifier(document.get("modifier", Modifier.NONE))
    return FormatInputs(**fields)


def write_file(file: MovieFile | None) -> dict[str, Any] | None:
    """A library file."""
    if file is None:
        return None
    return {
        **asdict(file),
        "quality": file.quality.name,
        "claimed": file.claimed.name if file.claimed else None,
        "revision": list(file.revision),
        "languages": list(file.languages),
        "formats": list(file.formats),
        "inputs": write_inputs(file.inputs),
        "measured": write_measured(file.measured),
        "added_at": file.added_at.isoformat(),
    }


def read_file(document: Document) -> MovieFile:
    """The way back of `write_file`."""
    return MovieFile(
        **{
            **document,
            "quality": quality(document["quality"]),
            "claimed": quality(document["claimed"]) if document.get("claimed") else None,
            "revision": Revision(*document["revision"]),
            "languages": tuple(document["languages"]),
            "formats": tuple(document.get("formats", ())),
            "inputs": read_inputs(document.get("inputs")),
            "measured": read_measured(document.get("measured")),
            "added_at": datetime.fromisoformat(document["added_at"]),
        }
    )


def read_item(values: list[Any]) -> ImportItem:
    """One file of an import, written as a list."""
    return ImportItem(*values)


def write_rejections(rejections: tuple[Rejection, ...]) -> list[list[str]]:
    """Reason, message, kind."""
    return [[r.reason.value, r.message, r.kind.value] for r in rejections]


def read_rejections(values: list[list[str]]) -> tuple[Rejection, ...]:
    """The way back of `write_rejections`."""
    return tuple(Rejection(Reason(reason), message, RejectionKind(kind)) for reason, message, kind in values)

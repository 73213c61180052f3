"""What the ledger keeps so that a release can be decided again, as JSON columns, and back.

There are hundreds of thousands of rows: nothing is written that the row's other columns tell, nor what is as usual.
"""

from collections.abc import Mapping
from typing import Any

from radarr.adapters.persistence import codec
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.history import Elsewhere, LedgerEntry, Stated
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import Revision

Document = Mapping[str, Any]
_SAID, _STATED = frozenset(ParsedRelease._fields), frozenset(Stated._fields)
_LISTS = frozenset({"titles", "languages", "audio", "hdr"})
_USUAL = ParsedRelease._field_defaults
_ELSEWHERE = "elsewhere"
_FROM_ROW = ("title", "size", "infohash")
"""What the same release has in common at all indexers, mostly."""


_REASONS = {reason.value: reason for reason in Reason}
_KINDS = {kind.value: kind for kind in RejectionKind}
# an enumeration's own look-up takes ten times as long as a dictionary's, and a ledger has a million reasons


def read_reasons(values: list[list[str]]) -> tuple[Rejection, ...]:
    """The way back of `codec.write_rejections`."""
    return tuple([Rejection(_REASONS[reason], message, _KINDS[kind]) for reason, message, kind in values])


def write_stated(stated: Stated | None, entry: LedgerEntry) -> dict[str, Any] | None:
    """What differs from nothing stated; of other indexers what differs from the row."""
    if stated is None:
        return None
    written: dict[str, Any] = {
        key: value
        for key, value in zip(Stated._fields, stated, strict=True)
        if key != _ELSEWHERE and value != Stated._field_defaults[key]
    }
    if stated.elsewhere:
        written[_ELSEWHERE] = [_write_elsewhere(other, entry) for other in stated.elsewhere]
    return written


def _write_elsewhere(other: Elsewhere, entry: LedgerEntry) -> list[Any]:
    written: list[Any] = [other.indexer_id, other.indexer, other.seeders, int(other.has_magnet)]
    different = {key: getattr(other, key) for key in _FROM_ROW if getattr(other, key) != getattr(entry, key)}
    return [*written, different] if different else written


def read_stated(document: Document | None, row: Document) -> Stated | None:
    """The way back of `write_stated`; what another version wrote besides is left out."""
    if document is None:
        return None
    fields = {key: value for key, value in document.items() if key in _STATED}
    if "languages" in fields:
        fields["languages"] = tuple(fields["languages"])
    if _ELSEWHERE in fields:
        fields[_ELSEWHERE] = tuple(_read_elsewhere(other, row) for other in fields[_ELSEWHERE])
    return Stated(**fields)


def _read_elsewhere(written: list[Any], row: Document) -> Elsewhere:
    indexer_id, indexer, seeders, has_magnet, *more = written
    different: Document = more[0] if more else {}
    title, size, infohash = (different.get(key, row[key]) for key in _FROM_ROW)
    return Elsewhere(indexer_id, indexer, title, size, infohash, seeders, bool(has_magnet))


def write_facts(parsed: ParsedRelease | None, title: str, quality: str) -> dict[str, Any] | None:
    """What the name says, but for itself and the quality, which the row has."""
    if parsed is None:
        return None
    written = {
        key: value
        for key, value in zip(ParsedRelease._fields, parsed, strict=True)
        if key != "quality" and value != _USUAL.get(key)
    }
    if parsed.name == title:
        del written["name"]
    if parsed.titles == (parsed.title,):
        del written["titles"]
    lines = parsed.quality.resolution
    if lines != codec.quality(quality).resolution:  # a telesync keeps the lines that its name tells
        written["lines"] = lines
    return written


def read_facts(document: Document | None, title: str, quality: str) -> ParsedRelease | None:
    """The way back of `write_facts`; what another version wrote besides is left out."""
    if document is None:
        return None
    fields = {key: value for key, value in document.items() if key in _SAID}
    for key in _LISTS & fields.keys():
        fields[key] = tuple(fields[key])
    if "revision" in fields:
        fields["revision"] = Revision(*fields["revision"])
    fields.setdefault("name", title)
    fields.setdefault("titles", (fields["title"],))
    known = codec.quality(quality)
    fields["quality"] = known._replace(resolution=document["lines"]) if "lines" in document else known
    return ParsedRelease(**fields)

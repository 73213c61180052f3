"""A folder's name: as a release's, or with the year in front of the title (`2016 - Copper Fen`)."""

from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.release import parse

_DATE = r"\d{1,2}[\s._-]+\d{1,2}(?!\d)"
_YEAR_FIRST = rf"[(\[]?((?:18|19|20)\d\d)[)\]]?(?:[\s._]+-?[\s._]*|-[\s._]*)(?=\S)(?!{_DATE})"


def parse_folder(name: str) -> ParsedRelease | None:
    """What a folder's name says. Of a release nobody would know whether the year in front is the film's or a title."""
    parsed = parse(name)
    if parsed or not (found := compiled(_YEAR_FIRST).match(name)):
        return parsed
    parsed = parse(f"{name[found.end() :]} ({found[1]})")
    return parsed._replace(name=name) if parsed else None

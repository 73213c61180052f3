"""Which languages a film speaks, as its tracks say."""

from radarr.domain.languages import Language, by_iso, by_name
from radarr.domain.media.measured import Measured

_OF_NO_CODE = {"Flemish": "nl"}
"""A language of ours without a code of its own, by the code under which files have it."""


def heard(measured: Measured) -> tuple[str, ...]:
    """Names as in `ParsedRelease.languages`, each once, in order of the tracks; tracks that name none are left out."""
    found = (by_iso(track.language) for track in measured.sounds if track.language)
    return tuple(dict.fromkeys(language.name for language in found if language and language.id > 0))


def is_heard(name: str, measured: Measured) -> bool | None:
    """Whether a track speaks that language, by its English name; None where it cannot be told.

    A track of no language, or of one that we do not know, may be the one. Variants of a language count as it.
    """
    wanted = by_name(name)
    code = _code(wanted) if wanted else ""
    if not code or not measured.sounds:
        return None
    codes = [_spoken(track.language) for track in measured.sounds]
    if code in codes:
        return True
    return None if "" in codes else False


def _spoken(code: str) -> str:
    language = by_iso(code) if code else None
    return _code(language) if language else ""


def _code(language: Language) -> str:
    return language.code or _OF_NO_CODE.get(language.name, "")

"""What a release name says, in the public form of `radarr parse --json`."""

from radarr.domain.parsing import parse
from radarr.domain.parsing.quality import parse_quality
from radarr.domain.quality import UNKNOWN, Quality

_FURTHER = ("edition", "group", "languages", "codec", "audio", "hdr", "hardcoded_subs", "imdb_id", "tmdb_id")


def parsed_document(name: str) -> dict[str, object]:
    """One name as a JSON object; for what is no release of a film all is null but the quality, where one is told."""
    parsed = parse(name)
    if parsed is None:
        return _unparsed(name)
    return {
        "input": name,
        "parsed": True,
        "title": parsed.title,
        "titles": list(parsed.titles),
        "year": parsed.year,
        **_quality(parsed.quality),
        "revision": parsed.revision._asdict(),
        **{key: _plain(getattr(parsed, key)) for key in _FURTHER},
    }


def _unparsed(name: str) -> dict[str, object]:
    quality, _ = parse_quality(name)
    told = _quality(quality) if quality != UNKNOWN else dict.fromkeys(_quality(UNKNOWN))
    nulls: dict[str, object] = dict.fromkeys(("title", "titles", "year"))
    return {"input": name, "parsed": False, **nulls, **told, "revision": None, **dict.fromkeys(_FURTHER)}


def _quality(quality: Quality) -> dict[str, object]:
    return {
        "quality": quality.name,
        "source": quality.source.name.lower(),
        "resolution": quality.resolution,
        "modifier": quality.modifier.name.lower(),
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value

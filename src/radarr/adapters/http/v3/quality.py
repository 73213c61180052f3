"""Qualities and languages as v3 shows them."""

from radarr.adapters.http.wire import Shape
from radarr.domain.languages import by_name
from radarr.domain.quality import BY_NAME, UNKNOWN, Modifier, Quality, Revision, Source

_SOURCES = {
    Source.UNKNOWN: "unknown",
    Source.CAM: "cam",
    Source.TELESYNC: "telesync",
    Source.TELECINE: "telecine",
    Source.WORKPRINT: "workprint",
    Source.DVD: "dvd",
    Source.TV: "tv",
    Source.WEBDL: "webdl",
    Source.WEBRIP: "webrip",
    Source.BLURAY: "bluray",
}
_MODIFIERS = {
    Modifier.NONE: "none",
    Modifier.REGIONAL: "regional",
    Modifier.SCREENER: "screener",
    Modifier.RAWHD: "rawhd",
    Modifier.BRDISK: "brdisk",
    Modifier.REMUX: "remux",
}


class QualityShape(Shape, kw_only=True):
    """A quality."""

    id: int
    name: str
    source: str
    resolution: int
    modifier: str


class RevisionShape(Shape, kw_only=True):
    """A revision."""

    version: int
    real: int
    is_repack: bool


class QualityModel(Shape, kw_only=True):
    """A quality in a revision."""

    quality: QualityShape
    revision: RevisionShape


class Language(Shape, kw_only=True):
    """A language."""

    id: int
    name: str


def quality_shape(quality: Quality) -> QualityShape:
    """A quality alone."""
    return QualityShape(
        id=quality.id,
        name=quality.name,
        source=_SOURCES[quality.source],
        resolution=quality.resolution,
        modifier=_MODIFIERS[quality.modifier],
    )


def quality_model(quality: Quality, revision: Revision = Revision()) -> QualityModel:
    """A quality in its revision."""
    return QualityModel(
        quality=quality_shape(quality),
        revision=RevisionShape(version=revision.version, real=revision.real, is_repack=revision.repack),
    )


def named_quality(name: str) -> QualityModel:
    """By the name that history keeps."""
    return quality_model(BY_NAME.get(name, UNKNOWN))


def language(name: str) -> Language:
    """By Radarr's English name; an unknown one has id 0."""
    found = by_name(name)
    return Language(id=found.id, name=found.name) if found else Language(id=0, name=name or "Unknown")


def languages(names: tuple[str, ...]) -> list[Language]:
    """Several."""
    return [language(name) for name in names]

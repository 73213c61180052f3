"""The tokens of name formats: one table."""

from collections.abc import Callable
from enum import Flag, auto
from typing import NamedTuple

from radarr.domain.naming.component import safe_component
from radarr.domain.naming.facts import NameFacts
from radarr.domain.naming.filters import AUDIO, AUDIO_ALL, ONE_FORMAT, SOME_FORMATS, SUBTITLES, Filter, translation
from radarr.domain.naming.media import listed, spoken
from radarr.domain.naming.titles import clean_title, clean_title_the, edition_tags, first_character, title_the
from radarr.domain.quality import Revision


class Trait(Flag):
    """What else is true of a token."""

    NONE = 0
    FILE = auto()
    """Of the file: not for folders."""
    TITLE = auto()
    """May be shortened where a name grows too long."""
    CERTAIN = auto()
    """Never empty."""
    APART = auto()
    """Differs between two slots of a movie."""
    UNIQUE = auto()
    """Tells a film from others of its title."""
    ALONE = auto()
    """Empty beside other tokens: it would grow by them with each renaming."""
    WHICH = auto()
    """Means nothing without a filter."""


class Token(NamedTuple):
    """`name` as people write it; `value` is empty where nothing is known, then `bare` is shown if nothing adjoins."""

    name: str
    value: Callable[[NameFacts], str]
    traits: Trait = Trait.NONE
    filter: Filter | None = None
    bare: str = ""


def _revision(revision: Revision) -> str:
    """As in `Proper REAL`; a repack is called a proper, too."""
    proper = "Proper" if revision.version > 1 else ""
    return f"{proper} {_real(revision)}".strip()


def _real(revision: Revision) -> str:
    return "REAL" if revision.real else ""


def _year(facts: NameFacts) -> str:
    return str(facts.movie.year) if facts.movie.year else ""


def _titled(name: str, shape: Callable[[str], str], traits: Trait = Trait.TITLE | Trait.CERTAIN) -> Token:
    return Token(name, lambda f: _certain(f, shape(f.movie.title)), traits, translation(shape))


def _certain(facts: NameFacts, title: str) -> str:
    """The title, or the film's id for one of which no name can be made, as "..."."""
    return title if safe_component(title) else f"tmdb-{facts.movie.tmdb_id}"


def _original(facts: NameFacts, shape: Callable[[str], str] = str) -> str:
    return _certain(facts, shape(facts.movie.original_title or facts.movie.title))


_T, _F = Trait.TITLE | Trait.CERTAIN, Trait.FILE
_FILM: tuple[Token, ...] = (
    _titled("Movie Title", str),
    _titled("Movie CleanTitle", clean_title),
    _titled("Movie TitleThe", title_the),
    _titled("Movie CleanTitleThe", clean_title_the),
    _titled("Movie TitleFirstCharacter", first_character, Trait.NONE),
    Token("Movie OriginalTitle", _original, _T),
    Token("Movie CleanOriginalTitle", lambda f: _original(f, clean_title), _T),
    Token("Movie Collection", lambda f: f.film.collection),
    Token("Movie CollectionThe", lambda f: title_the(f.film.collection)),
    Token("Movie Certification", lambda f: f.film.certification),
    Token("Release Year", _year, Trait.UNIQUE),
    Token("TmdbId", lambda f: str(f.movie.tmdb_id), Trait.CERTAIN | Trait.UNIQUE),
    Token("ImdbId", lambda f: f.movie.imdb_id or "", Trait.UNIQUE),
)
_FILE: tuple[Token, ...] = (
    Token("Edition Tags", lambda f: edition_tags(f.file.edition), _F),
    Token("Quality Full", lambda f: f"{f.file.quality.name} {_revision(f.file.revision)}", _F | Trait.APART),
    Token("Quality Title", lambda f: f.file.quality.name, _F | Trait.APART),
    Token("Quality Proper", lambda f: "Proper" if f.file.revision.version > 1 else "", _F),
    Token("Quality Real", lambda f: _real(f.file.revision), _F),
    Token("Release Group", lambda f: f.file.group or "", _F, bare="Radarr"),
    Token("Custom Formats", lambda f: " ".join(f.file.formats), _F, SOME_FORMATS),
    Token("Custom Format", lambda _: "", _F | Trait.WHICH, ONE_FORMAT),
    Token("Original Title", lambda f: f.file.scene_name or f.file.stem or f.movie.title, _F | _T | Trait.UNIQUE),
    Token("Original Filename", lambda f: f.file.stem or f.file.scene_name, _F | _T | Trait.UNIQUE | Trait.ALONE),
    Token("Slot", lambda f: f.file.slot, Trait.CERTAIN | Trait.APART),
)
_MEDIA: tuple[Token, ...] = (
    Token("MediaInfo Simple", lambda f: f.file.media.simple, _F),
    Token("MediaInfo Full", lambda f: f.file.media.full, _F),
    Token("MediaInfo VideoCodec", lambda f: f.file.media.video_codec, _F),
    Token("MediaInfo Video", lambda f: f.file.media.video_codec, _F),
    Token("MediaInfo VideoBitDepth", lambda f: str(f.file.media.bit_depth or ""), _F),
    Token("MediaInfo VideoDynamicRange", lambda f: f.file.media.dynamic_range, _F),
    Token("MediaInfo VideoDynamicRangeType", lambda f: f.file.media.dynamic_range_type, _F),
    Token("MediaInfo 3D", lambda f: "3D" if f.file.media.stereoscopic else "", _F),
    Token("MediaInfo AudioCodec", lambda f: f.file.media.audio_codec, _F),
    Token("MediaInfo Audio", lambda f: f.file.media.audio_codec, _F),
    Token("MediaInfo AudioChannels", lambda f: f.file.media.channels, _F),
    Token("MediaInfo AudioLanguages", lambda f: spoken(f.file.media.audio_languages), _F, AUDIO),
    Token("MediaInfo AudioLanguagesAll", lambda f: listed(f.file.media.audio_languages), _F, AUDIO_ALL),
    Token("MediaInfo SubtitleLanguages", lambda f: listed(f.file.media.subtitle_languages), _F, SUBTITLES),
    Token("MediaInfo SubtitleLanguagesAll", lambda f: listed(f.file.media.subtitle_languages), _F, SUBTITLES),
)
TOKENS: tuple[Token, ...] = (*_FILM, *_FILE, *_MEDIA)


def key_of(name: str) -> str:
    """What a token is looked up by: case, spaces and punctuation do not count."""
    return "".join(filter(str.isalnum, name)).lower()


BY_KEY: dict[str, Token] = {key_of(token.name): token for token in TOKENS}

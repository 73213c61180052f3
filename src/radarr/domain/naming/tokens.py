"""The tokens of name formats: one table."""

from collections.abc import Callable
from enum import Flag, auto
from typing import NamedTuple

from radarr.domain.naming.facts import NameFacts
from radarr.domain.naming.titles import clean_title, edition_tags, title_the
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


class Token(NamedTuple):
    """`name` as people write it; `value` is empty where nothing is known."""

    name: str
    value: Callable[[NameFacts], str]
    traits: Trait = Trait.NONE


def _revision(revision: Revision) -> str:
    """As in `Proper REAL`; a repack is called a proper, too."""
    proper = "Proper" if revision.version > 1 else ""
    return f"{proper} {_real(revision)}".strip()


def _real(revision: Revision) -> str:
    return "REAL" if revision.real else ""


def _year(facts: NameFacts) -> str:
    return str(facts.movie.year) if facts.movie.year else ""


_T, _F = Trait.TITLE | Trait.CERTAIN, Trait.FILE
TOKENS: tuple[Token, ...] = (
    Token("Movie Title", lambda f: f.movie.title, _T),
    Token("Movie CleanTitle", lambda f: clean_title(f.movie.title), _T),
    Token("Movie TitleThe", lambda f: title_the(f.movie.title), _T),
    Token("Movie CleanTitleThe", lambda f: title_the(clean_title(f.movie.title)), _T),
    Token("Movie OriginalTitle", lambda f: f.movie.original_title or f.movie.title, _T),
    Token("Release Year", _year),
    Token("TmdbId", lambda f: str(f.movie.tmdb_id), Trait.CERTAIN),
    Token("ImdbId", lambda f: f.movie.imdb_id or ""),
    Token("Edition Tags", lambda f: edition_tags(f.file.edition), _F),
    Token("Quality Full", lambda f: f"{f.file.quality.name} {_revision(f.file.revision)}", _F | Trait.APART),
    Token("Quality Title", lambda f: f.file.quality.name, _F | Trait.APART),
    Token("Quality Proper", lambda f: "Proper" if f.file.revision.version > 1 else "", _F),
    Token("Quality Real", lambda f: _real(f.file.revision), _F),
    Token("Release Group", lambda f: f.file.group or "", _F),
    Token("Custom Formats", lambda f: " ".join(f.file.formats), _F),
    Token("Original Title", lambda f: f.file.scene_name or f.movie.title, _F | Trait.TITLE | Trait.CERTAIN),
    Token("Slot", lambda f: f.file.slot, Trait.CERTAIN | Trait.APART),
)


def key_of(name: str) -> str:
    """What a token is looked up by: case, spaces and punctuation do not count."""
    return "".join(filter(str.isalnum, name)).lower()


BY_KEY: dict[str, Token] = {key_of(token.name): token for token in TOKENS}

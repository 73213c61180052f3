"""What may stand behind the colon of a token, as in `{MediaInfo AudioLanguages:EN+DE}`."""

import re
from collections.abc import Callable
from typing import NamedTuple

from radarr.domain.naming.facts import NameFacts
from radarr.domain.naming.media import listed, spoken

Shape = Callable[[str], str]


class Filter(NamedTuple):
    """`takes` matches what is understood, `words` says it to people; `value` is the token's value under it."""

    takes: re.Pattern[str]
    words: str
    value: Callable[[NameFacts, str], str]


_TRANSLATION = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,3})?(?:\|[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,3})?)*")
_LANGUAGES = re.compile(r"-?[A-Za-z]{2,3}(?:\+[A-Za-z]{2,3})*\+?|(?:-[A-Za-z]{2,3})+")
_NAMES = re.compile(r"-?[^-\s][^{}]*|-[^{}]+")
_NAME = re.compile(r"[^{}]+")


def translation(shape: Shape) -> Filter:
    """The title in the first of some languages, `shape`d."""
    return Filter(_TRANSLATION, "languages as in DE|FR", lambda f, codes: shape(f.translated(codes).movie.title))


AUDIO = Filter(_LANGUAGES, "languages as in EN+DE or -EN", lambda f, codes: spoken(f.file.media.audio_languages, codes))
AUDIO_ALL = AUDIO._replace(value=lambda f, codes: listed(f.file.media.audio_languages, codes))
SUBTITLES = AUDIO._replace(value=lambda f, codes: listed(f.file.media.subtitle_languages, codes))


def _some(facts: NameFacts, names: str) -> str:
    """The custom formats of a list, or all but those behind a `-`; in the order of the film's."""
    listed_names = {name.strip() for name in names.removeprefix("-").split(",")}
    drop = names.startswith("-")
    return " ".join(name for name in facts.file.formats if (name in listed_names) is not drop)


SOME_FORMATS = Filter(_NAMES, "custom formats as in A,B or -A,B", _some)
ONE_FORMAT = Filter(_NAME, "a custom format", lambda f, name: name if name in f.file.formats else "")

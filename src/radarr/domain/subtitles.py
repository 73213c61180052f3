"""What the name of a subtitle's file says: its language, whom it is for, what it is called.

Film (2010).en.forced.srt              English, only what is spoken in another language
Film (2010).Director Commentary.de.srt German, with a title
Film (2010).eng.sdh.srt                English, for those who do not hear
"""

import re
from itertools import takewhile
from typing import NamedTuple

from radarr.domain.languages import LANGUAGES, by_iso, by_name

TAGS = ("forced", "foreign", "default", "cc", "psdh", "sdh")
"""Words of what it is for, in the order in which media servers are used to them."""

_EXTENSION = re.compile(r"\.[A-Za-z0-9-]{1,5}$")
_DOT = re.compile(r"\.(?![^\[(]*[\])])")  # none inside brackets, as in `[AAC 2.0]`
_CODE = re.compile(r"(?P<code>[a-z]{2,3}(?:[-_](?:[a-z]{2}|419|han[st]))?)(?:-(?P<title>.{3,}))?", re.IGNORECASE)
_COPY = re.compile(r"(?P<title>.*?) - (?P<copy>\d{1,3})")
_WORD = re.compile(r"[^\W_]+")
_GLUED_CODE = re.compile(r"[a-z]{3}")
_NAMES = {
    **{language.name.split(" (")[0].casefold(): language.name for language in reversed(LANGUAGES) if language.code},
    **dict.fromkeys(("brazilian", "ptbr", "pob"), "Portuguese (Brazil)"),
    **dict.fromkeys(("chs", "cht"), "Chinese"),  # simplified and traditional
    "latino": "Spanish (Latino)",
}
_HEARING = "hi"
_LONGEST = 512
"""Characters that are read; no file system has longer names, a torrent's list of files may."""


class SubtitleName(NamedTuple):
    """`language` is a name of `domain.languages`, "Unknown" where none is told; `copy` numbers those of one title.

    Without a language no title is believed, and no tags unless the film's own name is known: any word of that may look
    like one. `hi`, for those who do not hear well, is told as `sdh`; alone it is Hindi.
    """

    language: str = "Unknown"
    tags: tuple[str, ...] = ()
    title: str = ""
    copy: int = 0


class _Found(NamedTuple):
    """What was read so far, from the end. `other` is a word that is neither language nor tag."""

    language: str = ""
    code: str = ""
    tags: tuple[str, ...] = ()
    other: str = ""
    other_behind: bool = False


def parse_subtitle(name: str, film: str = "") -> SubtitleName:
    """Reads a file's name with its extension; `film` is its film's without, and says where the name ends."""
    stem = _EXTENSION.sub("", name.rsplit("/", 1)[-1][:_LONGEST])
    known = bool(film) and stem.casefold().startswith(film.casefold())
    head, *parts = _DOT.split(stem[len(film) :] if known else stem)
    found, left = _read(parts)
    if not found.language or (found.other_behind and left):
        words = next((part for part in reversed(parts) if part.casefold() not in TAGS), head.strip(" _-"))
        language, tags = _last_words(words, alone=known or not parts)
        believed = known or language != "Unknown"
        return SubtitleName(language, _in_order((*found.tags, *tags)) if believed else _in_order(tags))
    title, copy = _titled(found.other if found.other_behind or not left else "")
    return SubtitleName(found.language, _in_order(found.tags), title, copy)


def _in_order(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tag for tag in TAGS if tag in tags)


def _titled(words: str) -> tuple[str, int]:
    """A title and which of its copies it is; a year or another number is no title."""
    numbered = _COPY.fullmatch(words)
    title = (numbered["title"] if numbered else words).strip()
    if not any(map(str.isalpha, title)):
        return "", 0
    return title, int(numbered["copy"]) if numbered else 0


def _read(parts: list[str]) -> tuple[_Found, list[str]]:
    """What the last parts say, and the parts before them; one word of another kind is a title's."""
    found = _Found()
    for at in range(len(parts) - 1, -1, -1):
        read = _more(found, parts[at])
        if read is None:
            return found, parts[: at + 1]
        found = read
    return found, []


def _more(found: _Found, part: str) -> _Found | None:
    """With what one more part says; None where it says no more."""
    low = part.casefold()
    if low in TAGS:
        return found._replace(tags=(*found.tags, low))
    language, code, title = _language(part)
    if language and title and not (found.language or found.other):
        return found._replace(language=language, code=code, other=title, other_behind=True)
    if language and not title and found.code == _HEARING and code != _HEARING:
        return found._replace(language=language, code=code, tags=(*found.tags, "sdh"))
    if language and not title and not found.language and (code or not found.other):
        return found._replace(language=language, code=code, other_behind=bool(found.other))
    if not found.other:
        return found._replace(other=part)
    return None


def _language(part: str) -> tuple[str, str, str]:
    """Language, its code if it was told by one, and the title glued to it, as in `ru-commentary`."""
    named = _NAMES.get(part.casefold()) or getattr(by_name(part), "name", "")
    if named:
        return named, "", ""
    match = _CODE.fullmatch(part)
    language = by_iso(match["code"]) if match else None
    if match and language:
        return language.name, match["code"].casefold(), match["title"] or ""
    return "", "", ""


def _last_words(part: str, *, alone: bool) -> tuple[str, tuple[str, ...]]:
    """Language and tags that end a part, with other signs than dots between them: `2_English`, `film-eng-forced`.

    Codes are three small letters there; of two only where nothing else is said.
    """
    whole = by_iso(part) if alone else None
    if whole:
        return whole.name, ()
    words = _WORD.findall(part)
    low = [word.casefold() for word in reversed(words)]
    tags = tuple(takewhile(TAGS.__contains__, low))
    word = words[-len(tags) - 1] if len(tags) < len(words) else ""
    tags += tuple(takewhile(TAGS.__contains__, low[len(tags) + 1 :]))  # `forced_ger`
    code = by_iso(word) if _GLUED_CODE.fullmatch(word) and len(words) > 1 else None
    language = _NAMES.get(word.casefold()) or (code.name if code else "")
    return (language, tags) if language else ("Unknown", ())

"""What a subtitle's name in the library tells: title, language and whom it is for, as media servers read them.

Sintel (2010).en.forced.srt
Sintel (2010).Director Commentary.de.srt
"""

import re
import unicodedata

from radarr.domain.languages import by_name
from radarr.domain.naming.component import safe_component
from radarr.domain.subtitles import parse_subtitle

LONGEST = 38
"""Bytes, of those that a film's name leaves free: a copy's number and the extension need the rest."""
_SHORTEST_TITLE = 8  # bytes; less of it would tell nobody anything
_VARIANTS = {"Portuguese (Brazil)": "pt-BR", "Spanish (Latino)": "es-419"}
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("zh-Hans", re.compile(r"zh[-_](?:hans|cn|sg)|chs|simplified", re.IGNORECASE)),
    ("zh-Hant", re.compile(r"zh[-_](?:hant|tw|hk)|cht|traditional", re.IGNORECASE)),
    ("pt-PT", re.compile(r"pt[-_]pt", re.IGNORECASE)),
)
"""Forms of a language that people want told apart, and how names write them."""
_FURTHER = {
    **dict.fromkeys(("eu", "eus", "baq", "basque"), "eu"),
    **dict.fromkeys(("gl", "glg", "galician"), "gl"),
    **dict.fromkeys(("ms", "msa", "may", "malay"), "ms"),
}
"""Languages that no film is asked for in, but that subtitles come in."""
_LAST_WORD = re.compile(r"(?:^|[\W_])([a-z]+)(?:[\W_](?:forced|foreign|default|cc|psdh|sdh))*$")


def subtitle_marks(name: str, film: str) -> str:
    """As in `.Commentary.de.sdh`, of a file's name and its film's without extension; "" where it says nothing."""
    name, film = unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", film)
    told = parse_subtitle(name, film)
    code = _code(told.language, name) or _further(name, film)
    ending = "".join(f".{mark}" for mark in (code, *told.tags) if mark)
    room = LONGEST - len(ending) - 1
    title = safe_component(told.title, limit=room) if told.title and room >= _SHORTEST_TITLE else ""
    return f".{title}{ending}" if title else ending


def _code(language: str, name: str) -> str:
    known = by_name(language)
    code = _VARIANTS.get(language, known.code if known else "")
    forms = (form for form, pattern in _FORMS if form.startswith(f"{code}-") and pattern.search(name))
    return next(forms, code)


def _further(name: str, film: str) -> str:
    """The code of a language without an entry of its own, at the end of what is not the film's name."""
    stem = name.rsplit("/", 1)[-1].rpartition(".")[0].casefold()
    behind = stem.removeprefix(film.casefold())
    found = _LAST_WORD.search(behind)
    word = found[1] if found else ""
    return _FURTHER.get(word, "") if behind != stem or len(word) > 3 else ""  # noqa: PLR2004 (a name, no code)

"""The languages that films speak: Radarr's ids and English names, ISO 639 codes.

The ids are what companion programs store. A country sets variants of one language apart.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """`code` is ISO 639-1, `code3` ISO 639-3 (lower case, "" where it has none), `country` ISO 3166 in lower case."""

    id: int
    name: str
    code: str = ""
    code3: str = ""
    country: str = ""


LANGUAGES: tuple[Language, ...] = (
    Language(0, "Unknown"),
    Language(1, "English", "en", "eng"),
    Language(2, "French", "fr", "fra", "fr"),
    Language(3, "Spanish", "es", "spa"),
    Language(4, "German", "de", "deu", "de"),
    Language(5, "Italian", "it", "ita"),
    Language(6, "Danish", "da", "dan"),
    Language(7, "Dutch", "nl", "nld"),
    Language(8, "Japanese", "ja", "jpn"),
    Language(9, "Icelandic", "is", "isl"),
    Language(10, "Chinese", "zh", "zho", "cn"),
    Language(11, "Russian", "ru", "rus"),
    Language(12, "Polish", "pl", "pol"),
    Language(13, "Vietnamese", "vi", "vie"),
    Language(14, "Swedish", "sv", "swe"),
    Language(15, "Norwegian", "no", "nor"),
    Language(16, "Finnish", "fi", "fin"),
    Language(17, "Turkish", "tr", "tur"),
    Language(18, "Portuguese", "pt", "por", "pt"),
    Language(19, "Flemish"),
    Language(20, "Greek", "el", "ell"),
    Language(21, "Korean", "ko", "kor"),
    Language(22, "Hungarian", "hu", "hun"),
    Language(23, "Hebrew", "he", "heb"),
    Language(24, "Lithuanian", "lt", "lit"),
    Language(25, "Czech", "cs", "ces"),
    Language(27, "Romanian", "ro", "ron"),
    Language(26, "Hindi", "hi", "hin"),
    Language(28, "Thai", "th", "tha"),
    Language(29, "Bulgarian", "bg", "bul"),
    Language(30, "Portuguese (Brazil)", "pt", "", "br"),
    Language(31, "Arabic", "ar", "ara"),
    Language(32, "Ukrainian", "uk", "ukr"),
    Language(33, "Persian", "fa", "fas"),
    Language(34, "Bengali", "bn", "ben"),
    Language(35, "Slovak", "sk", "slk"),
    Language(36, "Latvian", "lv", "lav"),
    Language(37, "Spanish (Latino)", "es", "spa", "mx"),
    Language(38, "Catalan", "ca", "cat"),
    Language(39, "Croatian", "hr", "hrv"),
    Language(40, "Serbian", "sr", "srp"),
    Language(41, "Bosnian", "bs", "bos"),
    Language(42, "Estonian", "et", "est"),
    Language(43, "Tamil", "ta", "tam"),
    Language(44, "Indonesian", "id", "ind"),
    Language(45, "Telugu", "te", "tel"),
    Language(46, "Macedonian", "mk", "mkd"),
    Language(47, "Slovenian", "sl", "slv"),
    Language(48, "Malayalam", "ml", "mal"),
    Language(49, "Kannada", "kn", "kan"),
    Language(50, "Albanian", "sq", "sqi"),
    Language(51, "Afrikaans", "af", "afr"),
    Language(52, "Marathi", "mr", "mar"),
    Language(53, "Tagalog", "tl", "tgl"),
    Language(54, "Urdu", "ur", "urd"),
    Language(55, "Romansh", "rm", "roh"),
    Language(56, "Mongolian", "mn", "mon"),
    Language(57, "Georgian", "ka", "kat"),
    Language(-1, "Any"),
    Language(-2, "Original"),
)

_BIBLIOGRAPHIC = {
    "alb": "sqi",
    "arm": "hye",
    "baq": "eus",
    "bur": "mya",
    "chi": "zho",
    "cze": "ces",
    "dut": "nld",
    "fre": "fra",
    "geo": "kat",
    "ger": "deu",
    "gre": "ell",
    "gsw": "deu",
    "ice": "isl",
    "khk": "mon",
    "mac": "mkd",
    "mao": "mri",
    "may": "msa",
    "mvf": "mon",
    "per": "fas",
    "rum": "ron",
    "slo": "slk",
    "tib": "bod",
    "wel": "cym",
}
"""ISO 639-2 has two codes for some languages; catalogues use these."""

_VARIANTS = {
    **dict.fromkeys(("nb", "nob", "nn", "nno"), "no"),  # both written forms
    "fil": "tl",  # the standard form of Tagalog
    **dict.fromkeys(("cn", "cmn", "yue", "nan", "wuu", "hak"), "zh"),  # TMDB has `cn` for Cantonese
    "iw": "he",
    "scc": "sr",
    "scr": "hr",  # what files of old have
}
"""Codes of forms of a language, by the code of the language."""

_BY_NAME = {language.name.casefold(): language for language in LANGUAGES}
_BY_CODE: dict[str, Language] = {}
for _language in LANGUAGES:
    for _code in (_language.code, _language.code3):
        if _code:
            _BY_CODE.setdefault(_code, _language)
_BY_REGION = {
    **{(language.code, language.country): language for language in LANGUAGES if language.country},
    ("es", "419"): _BY_NAME["spanish (latino)"],
}


def by_name(name: str) -> Language | None:
    """A language by Radarr's English name, without regard to case."""
    return _BY_NAME.get(name.casefold())


def by_iso(code: str) -> Language | None:
    """A language by its two- or three-letter code, with a country where it matters: "pt-BR", "es_419", "ger"."""
    language, _, country = code.casefold().replace("_", "-").partition("-")
    language = _BIBLIOGRAPHIC.get(language, language)
    found = _BY_CODE.get(_VARIANTS.get(language, language))
    if found is None or not country:
        return found
    return _BY_REGION.get((found.code, country), found)


def by_text(text: str) -> Language | None:
    """A language as people write it: by its name or a code."""
    return by_name(text.strip()) or by_iso(text.strip())


def codes_of(language: Language) -> tuple[str, ...]:
    """Every ISO 639 code it goes by in small letters, the shortest first; none of what is no language, as "Any"."""
    older = [code for code, newer in _BIBLIOGRAPHIC.items() if newer == language.code3]
    return tuple(filter(None, (language.code, language.code3, *older))) if language.code else ()

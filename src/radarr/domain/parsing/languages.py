"""Languages that a name states: words anywhere behind the title, and two letters in capitals.

A language beside SUB counts as well: `ITA ENG SUBS` tells two soundtracks, and who asks for a language may be served by
its subtitles. Letters that are a code do not: `EN SUB`. German groups write `DL` for two soundtracks (German and the
original) and `ML` for more.
"""

from radarr.domain.parsing.kinds import LANGUAGE, SUBTITLES
from radarr.domain.parsing.words import Words

UNKNOWN = ("Unknown",)
_SPELLINGS: dict[str, str] = {
    "English": "english eng inglés ingles englisch engdub inglês",
    "French": "french français francais fre fra fr vf vff vfq vf2 vfi truefrench frenchaudio",
    "Spanish": "spanish español espanol castellano esp spa española",
    "Spanish (Latino)": "latino",
    "German": "german deutsch ger deu swissgerman videomann germandub",
    "Italian": "italian ita italiano",
    "Danish": "danish dan dansk",
    "Dutch": "dutch nld nl dut",
    "Flemish": "flemish",
    "Japanese": "japanese jap jpn",
    "Icelandic": "icelandic",
    "Chinese": "chinese mandarin cantonese chn chs cht chi zh big5",
    "Russian": "russian rus ru",
    "Polish": "polish polski pol plldub pldub dubpl lekpl pllek",
    "Vietnamese": "vietnamese vie",
    "Swedish": "swedish swe svensk",
    "Norwegian": "norwegian nor norsk nob",
    "Finnish": "finnish fin finsk suomi",
    "Turkish": "turkish tur",
    "Portuguese": "portuguese por portugues português",
    "Portuguese (Brazil)": "dublado brazilian ptbr portuguesbr portuguêsbr portuguesebr",
    "Greek": "greek",
    "Korean": "korean kor",
    "Hungarian": "hungarian hun hundub",
    "Hebrew": "hebrew heb hebdub hebdubbed",
    "Lithuanian": "lithuanian",
    "Czech": "czech cze",
    "Romanian": "romanian rom rum rodubbed",
    "Hindi": "hindi hin",
    "Thai": "thai",
    "Bulgarian": "bulgarian bgaudio",
    "Arabic": "arabic",
    "Ukrainian": "ukrainian ukr 2xukr 3xukr 4xukr ua",
    "Persian": "persian farsi",
    "Bengali": "bengali bangla",
    "Slovak": "slovak",
    "Latvian": "latvian lav lv lat",
    "Catalan": "catalan catalán catala",
    "Croatian": "croatian",
    "Serbian": "serbian",
    "Bosnian": "bosnian",
    "Estonian": "estonian",
    "Tamil": "tamil tam",
    "Indonesian": "indonesian",
    "Telugu": "telugu tel",
    "Macedonian": "macedonian",
    "Slovenian": "slovenian",
    "Malayalam": "malayalam mal",
    "Kannada": "kannada kan",
    "Albanian": "albanian",
    "Afrikaans": "afrikaans",
    "Marathi": "marathi",
    "Tagalog": "tagalog",
    "Urdu": "urdu",
    "Romansh": "romansh rumantsch romansch",
    "Mongolian": "mongolian khalkha",
    "Georgian": "georgian geo",
    "Original": "original orig",
}
_LANGUAGES = {word: language for language, words in _SPELLINGS.items() for word in words.split()}
_CAPITALS = {
    "EN": "English",
    "LT": "Lithuanian",
    "CZ": "Czech",
    "PL": "Polish",
    "BG": "Bulgarian",
    "SK": "Slovak",
    "DE": "German",
    "ES": "Spanish",
    "JP": "Japanese",
    "PT": "Portuguese",
}
WORDS = frozenset(_LANGUAGES) | {code.lower() for code in _CAPITALS}
"""Words and pairs in small letters that may tell a language."""
_SUBS = frozenset({"sub", "subs"})
_GERMAN = "German"
_CODE = 2  # letters
_CHINESE = ("\u7b80", "\u7e41", "\u5b57\u5e55")  # simplified, traditional, subtitles
_HEBREW_SUBTITLES = "heb"  # at the very end it is what a re-poster added
_DTS = "dts"  # DTS-ES is a sound, not Spanish


def find_languages(words: Words, first: int = 0, past: int | None = None) -> tuple[str, ...]:
    """Radarr's names in order of appearance from one word to before another; ("Unknown",) where none is told."""
    if not words.kinds & LANGUAGE and words.text.isascii():
        return UNKNOWN
    if past is None:
        past = len(words.low)
    if LANGUAGE in words.alone and words.text.isascii():
        at = words.alone[LANGUAGE]
        language = _language(words, at, past) if first <= at < past else None
        if language != _GERMAN:
            return (language,) if language else UNKNOWN
    found: dict[str, None] = {"Chinese": None} if _has_chinese_marks(words, first, past) else {}
    for at, kind in words.told.items():
        if kind & LANGUAGE and first <= at < past and (language := _language(words, at, past)):
            found[language] = None
    if list(found) == [_GERMAN]:
        found.update(dict.fromkeys(_german_further(words, first, past)))
    return tuple(found) or UNKNOWN


def is_language(word: str) -> bool:
    """Whether a word in small letters tells a language."""
    return word in WORDS


def _language(words: Words, at: int, past: int) -> str | None:
    found = _LANGUAGES.get(words.pairs[at]) or _LANGUAGES.get(words.low[at])
    if found:
        return None if _is_of_subtitles(words, at, past) else found
    found = _CAPITALS.get(words.word(at))
    if not found or _is_of_subs(words, at) or words.near(at - 1) == _DTS:
        return None
    return found


def _has_chinese_marks(words: Words, first: int, past: int) -> bool:
    """Whether a word tells Chinese subtitles in Chinese: no other language's film has them."""
    if words.text.isascii() or not any(map(words.spaced.__contains__, _CHINESE)):
        return False
    return any(mark in word for word in words.low[first:past] for mark in _CHINESE)


def _is_of_subtitles(words: Words, at: int, past: int) -> bool:
    low = words.low
    if len(low[at]) <= _CODE:
        return _is_of_subs(words, at)
    return low[at] == _HEBREW_SUBTITLES and at == past - 1


def _is_of_subs(words: Words, at: int) -> bool:
    return bool(words.kinds & SUBTITLES) and (words.near(at - 1) in _SUBS or words.near(at + 1) in _SUBS)


def _german_further(words: Words, first: int, past: int) -> tuple[str, ...]:
    """What DL and ML add; the DL of WEB-DL is none."""
    for at in range(first, past):
        word = words.low[at]
        if word == "ml":
            return ("Original", "English")
        if word == "dl" and words.near(at - 1) != "web":
            return ("Original",)
    return ()

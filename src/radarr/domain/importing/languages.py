"""What the name of a subtitle says: its language and what it is for."""

import re

_LANGUAGES = """
ar ara arabic|bg bul bulgarian|ca cat catalan|cs cze ces czech|da dan danish|de ger deu german|el gre ell greek
en eng english|es spa spanish|et est estonian|eu baq eus basque|fa per fas persian|fi fin finnish|fr fre fra french
he heb hebrew|hi hin hindi|hr hrv croatian|hu hun hungarian|id ind indonesian|is ice isl icelandic|it ita italian
ja jpn japanese|ko kor korean|lt lit lithuanian|lv lav latvian|mk mac mkd macedonian|ms may msa malay
nl dut nld dutch|no nor nob norwegian|pl pol polish|pt por portuguese|ro rum ron romanian|ru rus russian
sk slo slk slovak|sl slv slovenian|sq alb sqi albanian|sr srp serbian|sv swe swedish|ta tam tamil|te tel telugu
th tha thai|tr tur turkish|uk ukr ukrainian|vi vie vietnamese|zh chi zho chinese|bn ben bengali
"""
_CODES = {word: row.split()[0] for row in re.split(r"[|\n]", _LANGUAGES) if row for word in row.split()}
_REGIONS = {"pt-br": "pt-BR", "pt-pt": "pt-PT", "es-419": "es-419", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
_TAGS = ("forced", "foreign", "default", "cc", "sdh")  # in the order in which media servers are used to them
_REGION = re.compile(r"(?<![a-z0-9])(?:pt-br|pt-pt|es-419|zh-hans|zh-hant)(?![a-z0-9])")


def subtitle_suffix(text: str) -> str:
    """As in `.en.forced`, from what a name says beyond its film's; "" where it says nothing.

    Two letters count only as the last words, where makers of subtitles put them: in a title they are words.
    """
    text = text.lower()
    words = re.findall(r"[a-z]+", text)
    tags = [tag for tag in _TAGS if tag in words]
    region = _REGION.search(text)
    language = _REGIONS[region[0]] if region else _language([word for word in words if word not in _TAGS])
    return "".join(f".{part}" for part in (language, *tags) if part)


def _language(words: list[str]) -> str:
    last = words[-1:]
    named = [word for word in words if len(word) > 3 and word in _CODES]  # noqa: PLR2004 (a name, no code)
    return _CODES.get((last or [""])[0]) or (_CODES[named[-1]] if named else "")

"""Whether the picture is in three dimensions, and how its two halves lie in a frame."""

from radarr.domain.parsing.kinds import STEREO
from radarr.domain.parsing.words import Words

_PLAIN = "3D"
LAYOUTS: dict[str, str] = {
    **dict.fromkeys(("3d", "bd3d", "bluray3d"), _PLAIN),
    **dict.fromkeys(("sbs", "fsbs", "fullsbs"), "SBS"),
    **dict.fromkeys(("hsbs", "halfsbs"), "Half-SBS"),
    "fullou": "OU",
    **dict.fromkeys(("hou", "halfou", "htab", "halftab"), "Half-OU"),
}
"""What a word or a pair says; SBS alone is a broadcaster, too, and counts beside 3D only."""
_BROADCASTER = "sbs"
_EXTENSION = "mk3d"


def find_stereo(words: Words, extension: str = "", first: int = 0) -> str:
    """How the halves lie ("SBS", "Half-SBS", "OU", "Half-OU"), "3D" where that is not told, "" for a flat picture."""
    told: list[str] = []
    if words.kinds & STEREO:
        for at, kind in words.told.items():
            if kind & STEREO and at >= first:
                word = words.pairs[at] if words.pairs[at] in LAYOUTS else words.low[at]
                if word in LAYOUTS:
                    told.append(word)
    if not told or set(told) == {_BROADCASTER}:
        return _PLAIN if extension == _EXTENSION else ""
    return next((LAYOUTS[word] for word in told if LAYOUTS[word] != _PLAIN), _PLAIN)

"""Hides what is secret in a text, by what is known to be secret and by what looks like it."""

import base64
import html
import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, quote_plus

_HIDDEN: Final = "(hidden)"
_SHORT = 6  # a password of few letters is hidden where it stands alone: in words it would hide half the log

_NAMES = r"api_?key|apikey|x-api-key|passkey|pass_key|torrent_pass|authkey|auth_key|rsskey|access_token|token|password"
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf"\b({_NAMES})((?:\"|')?\s*[=:]\s*(?:\"|')?)(?!\(hidden\))[^\s&\"',;)\]}}]+", re.IGNORECASE),
        rf"\1\2{_HIDDEN}",
    ),
    (re.compile(r"\b(authorization\W{1,4}(?:bearer|basic)\s+)\S+", re.IGNORECASE), rf"\1{_HIDDEN}"),
    (re.compile(r"\b(QBT_SID\w*|SID)=[^\s;]+"), rf"\1={_HIDDEN}"),
    (re.compile(r"(?<=://)(?!user@)[^/@\s]+@"), f"{_HIDDEN}@"),  # but for the word that our examples have
    (re.compile(r"([?&]tr(?:\.\d+)?=)[^\s&\"']+"), rf"\1{_HIDDEN}"),
    (re.compile(r"/[0-9A-Za-z_-]{16,}(?=/(?:announce|scrape)\b)"), f"/{_HIDDEN}"),
)


class Mask:
    """Hides what is secret in a text: known values, and what looks like a key, passkey or password."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = {secret for secret in secrets if secret}
        self._known = self._compile()

    def add(self, secret: str) -> None:
        """Hide one more from now on: a key that was made or read later."""
        if secret:
            self._secrets.add(secret)
            self._known = self._compile()

    def _compile(self) -> re.Pattern[str] | None:
        forms = {form for secret in self._secrets for form in _forms(secret)}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(_pattern, longest_first))) if forms else None

    def learn(self, secrets: Iterable[str]) -> None:
        """Hide these as well; what was hidden before stays so."""
        self._secrets |= {secret for secret in secrets if secret}
        self._known = self._compile()

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        if self._known:
            text = self._known.sub(_HIDDEN, text)
        for pattern, replacement in _PATTERNS:
            text = pattern.sub(replacement, text)
        return text


def _forms(secret: str) -> Iterator[str]:
    """As it stands in a text, an address, a page, and in base64 by itself or as the end of name and password."""
    yield from (secret, quote(secret, safe=""), quote(secret), quote_plus(secret), html.escape(secret))
    if len(secret) >= _SHORT:
        yield from _encoded(secret.encode())


def _encoded(secret: bytes) -> Iterator[str]:
    """What base64 makes of it wherever it stands in a longer text: the letters that depend on nothing around it."""
    for before in range(3):
        padded = base64.b64encode(bytes(before) + secret).decode().rstrip("=")
        inner = padded[(before * 8 + 5) // 6 : (before + len(secret)) * 8 // 6]
        yield from (inner, inner.replace("+", "-").replace("/", "_"))


def _pattern(secret: str) -> str:
    return re.escape(secret) if len(secret) >= _SHORT else rf"(?<!\w){re.escape(secret)}(?!\w)"

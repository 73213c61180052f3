"""Links without the key that they are fetched with."""

import re

_KEY_NAMES = frozenset({"apikey", "api_key"})
_KEY_IN_TEXT = re.compile(r"(?i)\b(api_?key|passkey|token|authkey|rsskey|torrent_pass)=[^&\s\"'<>]+")


def without_key(url: str) -> str:
    """The same URL without its `apikey`; all else stays as it is, to the letter."""
    head, mark, rest = url.partition("?")
    query, hash_mark, fragment = rest.partition("#")
    kept = "&".join(part for part in query.split("&") if part.partition("=")[0].lower() not in _KEY_NAMES)
    return head + (mark if kept else "") + kept + hash_mark + fragment


def without_secrets(text: str) -> str:
    """A sentence in which keys of links are blotted out."""
    return _KEY_IN_TEXT.sub(r"\1=***", text)

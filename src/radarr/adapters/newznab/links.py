"""Links without the key that they are fetched with."""

import re

_KEY_NAMES = frozenset({"apikey", "api_key"})
_OWN_NAMES = _KEY_NAMES | {"passkey", "pass_key", "torrent_pass", "authkey", "auth_key", "rsskey", "rss_key"}
_OWN_NAMES |= {"token", "access_token", "secret", "password", "pass"}
_KEY_IN_TEXT = re.compile(r"(?i)\b(api_?key|passkey|token|authkey|rsskey|torrent_pass)=[^&\s\"'<>]+")


def without_key(url: str) -> str:
    """The same URL without its `apikey`; all else stays as it is, to the letter."""
    return _without(url, _KEY_NAMES)


def nameless(url: str) -> str:
    """A URL that is shown and never fetched, without anything that tells whose it is: a magnet's trackers, too."""
    return _without(url, _OWN_NAMES | {"tr"} if url[:7].lower() == "magnet:" else _OWN_NAMES)


def _without(url: str, names: frozenset[str]) -> str:
    head, mark, rest = url.partition("?")
    query, hash_mark, fragment = rest.partition("#")
    kept = "&".join(part for part in query.split("&") if part.partition("=")[0].lower() not in names)
    return head + (mark if kept else "") + kept + hash_mark + fragment


def without_secrets(text: str) -> str:
    """A sentence in which keys of links are blotted out."""
    return _KEY_IN_TEXT.sub(r"\1=***", text)

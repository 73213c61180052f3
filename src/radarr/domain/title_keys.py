"""The keys that titles are kept and looked up by."""

from collections.abc import Iterable
from functools import lru_cache

from radarr.domain.loose_titles import is_foreign, loose_title, sound
from radarr.domain.titles import clean_title, numeral_variants

_HEARD = "~"  # before a key by sound: no other key has one


def cleaned(titles: Iterable[str]) -> tuple[str, ...]:
    """The keys of titles; those that are empty have none."""
    return tuple(clean for title in titles if title and (clean := clean_title(title)))


def numbered(keys: Iterable[str]) -> tuple[str, ...]:
    """With every other way of writing their numerals; on both sides, as either may be the roman one."""
    return tuple(name for clean in keys for name in (clean, *numeral_variants(clean)))


@lru_cache(maxsize=256)  # of a search's releases most have one title
def asked_keys(title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of one title as it is, and with its numerals written otherwise."""
    exact = cleaned((title,))
    return exact, numbered(exact)


def heard(title: str) -> str:
    """The key by sound."""
    return _HEARD + sound(title)


def loosened(titles: Iterable[str]) -> tuple[str, ...]:
    """Looser spellings; of a foreign title also how it sounds, which only names in Latin letters are held against."""
    some = [title for title in titles if title]
    loose = [name for title in some if (name := loose_title(title))]
    return (*loose, *(heard(title) for title in some if is_foreign(title)))

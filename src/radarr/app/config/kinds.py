"""The kinds of value a setting may have: how each is read, and what to tell a person when it cannot be.

A kind turns what TOML holds into what the program uses and raises ValueError, with a hint where one helps.
Environment variables and credentials are text: `from_text` makes of it what TOML would have held.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from radarr.app.config.secret import Secret

T = TypeVar("T")


class Hint(ValueError):
    """What to do about a value, in words for people."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """`expected` completes the sentence "expected ..."."""

    expected: str
    decode: Callable[[object], T]
    from_text: Callable[[str], object] = str
    secret: bool = False


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError  # noqa: TRY004 - one kind of error for all that a value can be
    if "\0" in raw or "\n" in raw:
        raise Hint("it must be a single line")
    return raw


def _filled(raw: object) -> str:
    text = _text(raw)
    if not text.strip():
        raise Hint("it must not be empty")
    return text


def _boolean(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise Hint("write true or false, without quotes")
    return raw


def _boolean_text(text: str) -> object:
    words = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
    return words.get(text.strip().lower(), text)


def _number_text(text: str) -> object:
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text


TEXT = Kind("text", _text)
NAME = Kind("text that is not empty", _filled)
BOOLEAN = Kind("true or false", _boolean, _boolean_text)
SECRET: Kind[Secret] = Kind("text", lambda raw: Secret(_text(raw)), secret=True)


def _unquote(raw: object) -> str:
    return "write it without quotes" if isinstance(raw, str) and not isinstance(_number_text(raw), str) else ""


def _bounds(low: float, high: float | None) -> str:
    return f"{low} or more" if high is None else f"{low} to {high}"


def whole(low: int = 0, high: int | None = None) -> Kind[int]:
    """A whole number between bounds, both included."""

    def decode(raw: object) -> int:
        if not isinstance(raw, int) or isinstance(raw, bool) or raw < low or (high is not None and raw > high):
            raise Hint(_unquote(raw))
        return raw

    return Kind(f"a whole number, {_bounds(low, high)}", decode, _number_text)


def number(low: float = 0, high: float | None = None) -> Kind[float]:
    """A number between bounds, both included."""

    def decode(raw: object) -> float:
        if not isinstance(raw, int | float) or isinstance(raw, bool):
            raise Hint(_unquote(raw))
        if not low <= raw or (high is not None and raw > high):  # false for nan too
            raise ValueError
        return float(raw)

    return Kind(f"a number, {_bounds(low, high)}", decode, _number_text)


SIGNED = Kind("a whole number", whole(-(1 << 31), (1 << 31) - 1).decode, _number_text)
SECONDS = whole()
POSITIVE_SECONDS = whole(1)


def one_of(*choices: str, synonyms: dict[str, str] | None = None) -> Kind[str]:
    """One word of a few; `synonyms` are read as one of them."""
    known = {**{choice: choice for choice in choices}, **(synonyms or {})}

    def decode(raw: object) -> str:
        text = _text(raw)
        if text not in known:
            raise ValueError
        return known[text]

    return Kind("one of " + ", ".join(f'"{choice}"' for choice in choices), decode)


def listing(kind: Kind[T], *, unique: bool = True, filled: bool = False) -> Kind[tuple[T, ...]]:
    """A list of values of one kind. As text: a TOML array, or values with commas between them."""

    def decode(raw: object) -> tuple[T, ...]:
        if not isinstance(raw, list | tuple):
            raise Hint("write it in [ ]")
        values = tuple(kind.decode(item) for item in raw)
        if unique and any(value in values[:at] for at, value in enumerate(values)):
            raise Hint("one of them stands there twice")
        if filled and not values:
            raise Hint("at least one is needed")
        return values

    def from_text(text: str) -> object:
        if text.lstrip().startswith("["):
            try:
                return tomllib.loads(f"value = {text}")["value"]
            except tomllib.TOMLDecodeError:
                return text
        return [kind.from_text(part.strip()) for part in text.split(",") if part.strip()]

    return Kind(f"a list, each {kind.expected}", decode, from_text)


def mapping(kind: Kind[T]) -> Kind[dict[str, T]]:
    """A table of values of one kind under names of the user's own."""

    def decode(raw: object) -> dict[str, T]:
        if not isinstance(raw, dict):
            raise ValueError  # noqa: TRY004 - as above
        return {str(key): kind.decode(value) for key, value in raw.items()}

    return Kind(f"a table, each value {kind.expected}", decode)

"""A value that must not be seen."""

from typing import Final

HIDDEN: Final = "(hidden)"


class Secret:
    """A key or password. Whatever prints it shows "(hidden)"; `reveal()` is the one way to the text."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself: for the request that needs it, never for a message."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return HIDDEN if self._text else ""

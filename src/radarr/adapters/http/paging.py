"""Which page a client asks for, and the envelope around it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from aiohttp import web

from radarr.adapters.http.wire import Shape, number, text

T = TypeVar("T")
_LARGEST_PAGE = 100_000
_DIRECTIONS = {"ascending": True, "descending": False}


class Page(Shape, kw_only=True):
    """Radarr's paging envelope."""

    page: int
    page_size: int
    sort_key: str
    sort_direction: str
    total_records: int
    records: list[object]


class Wanted(NamedTuple):
    """A page, counted from 1, of `size` records sorted by `key`."""

    page: int
    size: int
    key: str
    ascending: bool

    @property
    def offset(self) -> int:
        """How many records stand on the pages before it."""
        return (self.page - 1) * self.size

    def envelope(self, total: int, records: list[object]) -> Page:
        """The page as v3 writes it."""
        return Page(
            page=self.page,
            page_size=self.size,
            sort_key=self.key,
            sort_direction="ascending" if self.ascending else "descending",
            total_records=total,
            records=records,
        )


def wanted(request: web.Request, keys: Sequence[str], *, ascending: bool) -> Wanted:
    """What the query asks for; the first of `keys` stands for none and for one that is not known, as in Radarr."""
    asked = text(request, "sortKey").casefold()
    direction = text(request, "sortDirection").casefold()
    return Wanted(
        page=max(1, number(request, "page", 1)),
        size=min(max(1, number(request, "pageSize", 10)), _LARGEST_PAGE),
        key=next((key for key in keys if key.casefold() == asked), keys[0]),
        ascending=_DIRECTIONS.get(direction, ascending),
    )


def cut(items: Sequence[T], page: Wanted, keys: Mapping[str, Callable[[T], object]]) -> list[T]:
    """The records of one page of a list; those that are equal by the key keep their order."""
    ordered = sorted(items, key=keys[page.key], reverse=not page.ascending)  # type: ignore[arg-type]
    return ordered[page.offset : page.offset + page.size]

"""Pages of a list."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from radarr.adapters.http.paging import Wanted, cut

_BY_SIZE: dict[str, Callable[[int], object]] = {"size": lambda number: number // 10}


@given(st.lists(st.integers(0, 99)), st.integers(1, 7), st.booleans())
def test_all_pages_together_are_the_list_in_order(numbers: list[int], size: int, ascending: bool) -> None:
    pages = [
        cut(numbers, Wanted(page, size, "size", ascending), _BY_SIZE) for page in range(1, len(numbers) // size + 2)
    ]
    together = [number for page in pages for number in page]
    assert together == sorted(numbers, key=_BY_SIZE["size"], reverse=not ascending)  # type: ignore[arg-type]
    assert all(len(page) <= size for page in pages)


def test_an_envelope_says_what_was_asked_for() -> None:
    page = Wanted(2, 5, "size", ascending=False).envelope(7, ["six", "seven"])
    assert (page.page, page.page_size, page.sort_direction, page.total_records) == (2, 5, "descending", 7)

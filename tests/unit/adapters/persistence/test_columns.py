from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from radarr.adapters.persistence.types import Instant, Json, Text

DIALECT: sa.Dialect = sqlite.dialect()
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
DOCUMENTS = st.recursive(
    st.none() | st.integers() | ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner)
)


@given(ANY_TEXT)
def test_any_text_goes_in_as_what_postgresql_takes_and_comes_out_as_it_was(text: str) -> None:
    stored = Text().process_bind_param(text, DIALECT)
    assert stored is not None
    assert "\0" not in stored
    stored.encode()  # no lone surrogate
    assert Text().process_result_value(stored, DIALECT) == text


@given(
    st.recursive(st.none() | st.integers() | ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner))
)
def test_any_document_is_ascii_and_comes_out_as_it_was(document: object) -> None:
    stored = Json().process_bind_param(document, DIALECT)
    assert stored is None or (stored.isascii() and "\0" not in stored)
    assert Json().process_result_value(stored, DIALECT) == document


@pytest.mark.parametrize(
    ("instant", "milliseconds"),
    [
        pytest.param(datetime(1970, 1, 1, tzinfo=UTC), 0, id="the epoch"),
        pytest.param(datetime(1969, 12, 31, 23, 59, 59, 999000, UTC), -1, id="before it"),
        pytest.param(datetime(2026, 1, 1, 12, 0, 0, 123000, UTC), 1767268800123, id="milliseconds"),
    ],
)
def test_an_instant_is_milliseconds(instant: datetime, milliseconds: int) -> None:
    assert Instant().process_bind_param(instant, DIALECT) == milliseconds
    assert Instant().process_result_value(milliseconds, DIALECT) == instant

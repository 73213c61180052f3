"""What is shown of a value is TOML."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from radarr.app.config.literal import literal

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCALARS = TEXT | st.booleans() | st.integers(-(1 << 63), (1 << 63) - 1) | st.floats(allow_nan=False)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=6
)


@given(VALUES)
def test_a_literal_is_read_back_as_the_same_value(value: object) -> None:
    assert tomllib.loads(f"key = {literal(value)}") == {"key": value}

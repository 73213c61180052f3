import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.torrent.bencode import MAX_BYTES, MAX_DEPTH, MAX_VALUES, Value, decode, decode_members, encode
from radarr.domain.torrent.errors import TorrentError

values = st.recursive(
    st.integers(-(10**18), 10**18) | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.binary(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_what_is_written_is_read_again(value: Value) -> None:
    assert decode(encode(value)) == value


@given(st.binary(max_size=60) | st.text("di0123456789-le:", max_size=60).map(str.encode))
def test_nonsense_is_told_apart_without_a_crash(data: bytes) -> None:
    try:
        value = decode(data)
    except TorrentError:
        return
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"i01e", id="a leading zero"),
        pytest.param(b"i-0e", id="minus zero"),
        pytest.param(b"ie", id="no digits"),
        pytest.param(b"i1", id="a number without end"),
        pytest.param(b"i" + b"9" * 5000 + b"e", id="a number beyond all sizes"),
        pytest.param(b"04:spam", id="a length with a leading zero"),
        pytest.param(b"5:spam", id="a text cut short"),
        pytest.param(b"l4:spam", id="a list without end"),
        pytest.param(b"di1e4:spame", id="a key that is no text"),
        pytest.param(b"d1:ai1e1:ai2ee", id="a key twice"),
        pytest.param(b"i1ei2e", id="two values"),
        pytest.param(b"l" * (MAX_DEPTH + 1) + b"e" * (MAX_DEPTH + 1), id="a well without bottom"),
        pytest.param(b"l" + b"0:" * (MAX_VALUES + 1) + b"e", id="more values than a film has"),
        pytest.param(b"%d:" % MAX_BYTES + b"x" * MAX_BYTES, id="more bytes than a film has"),
    ],
)
def test_what_two_readers_might_read_differently_is_refused(data: bytes) -> None:
    with pytest.raises(TorrentError):
        decode(data)


def test_keys_out_of_order_are_taken_as_old_makers_wrote_them() -> None:
    assert decode(b"d1:bi1e1:ai2ee") == {b"b": 1, b"a": 2}


def test_members_keep_the_bytes_that_spell_them() -> None:
    assert decode_members(b"d4:infod1:bi1e1:ai2eee") == {b"info": ({b"b": 1, b"a": 2}, b"d1:bi1e1:ai2ee")}

"""No link keeps its key."""

from hypothesis import given
from hypothesis import strategies as st

from radarr.adapters.newznab.links import nameless, without_key, without_secrets

WORD = st.text("abcXYZ019%+-_.", min_size=1, max_size=8)
PAIRS = st.lists(st.tuples(WORD, WORD), max_size=4)


def test_the_rest_of_a_link_stays_to_the_letter() -> None:
    link = "http://prowlarr:/3/download?apikey=SECRET&link=cUd+a0%3D%3D&file=The+Film+(2019)#top"
    assert without_key(link) == "http://prowlarr:/3/download?link=cUd+a0%3D%3D&file=The+Film+(2019)#top"
    assert without_key("http://x/y?APIKEY=SECRET") == "http://x/y"
    assert without_key("https://tracker.example/torrents/1") == "https://tracker.example/torrents/1"


@given(before=PAIRS, after=PAIRS)
def test_the_key_goes_wherever_it_stands(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> None:
    pairs = [f"{name}={value}" for name, value in (*before, ("apikey", "SECRET"), *after)]
    assert "SECRET" not in without_key("http://h/d?" + "&".join(pairs))
    assert without_key(without_key("http://h/d?" + "&".join(pairs))) == without_key("http://h/d?" + "&".join(pairs))


def test_what_is_only_shown_tells_nothing_of_whose_it_is() -> None:
    assert nameless("https://t.example/get?id=7&torrent_pass=SECRET&Passkey=S#x") == "https://t.example/get?id=7#x"
    magnet = "magnet:?xt=urn:btih:00&tr=https%3A%2F%2Ft.example%2FSECRET%2Fannounce&dn=Sintel"
    assert nameless(magnet) == "magnet:?xt=urn:btih:00&dn=Sintel"


def test_keys_in_sentences_are_blotted_out() -> None:
    said = without_secrets("GET http://x/?apikey=SECRET&t=search and passkey=OTHER failed")
    assert "SECRET" not in said
    assert "OTHER" not in said
    assert "t=search" in said

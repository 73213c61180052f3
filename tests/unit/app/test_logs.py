"""The log says what happened and never a secret."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from radarr.app.config import load
from radarr.app.logs import Mask, set_up
from radarr.app.usecases.correlation import correlated


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], level = before
    root.setLevel(level)


def break_on(secret: str) -> None:
    raise ValueError(f"bad answer for {secret}")


def said(form: str, secret: str = "hunter22") -> str:
    stream = io.StringIO()
    set_up(load(None, {"RADARR__LOG__FORMAT": form, "RADARR__PROWLARR__API_KEY": secret}), stream)
    log = logging.getLogger("radarr.films")
    with correlated("grab 7"):
        log.info("asked %s", f"http://h/?x={secret}")
    try:
        break_on(secret)
    except ValueError:
        log.exception("it failed")
    log.debug("too small to say")
    return stream.getvalue()


@pytest.mark.parametrize("form", ["console", "json", "auto"])
def test_a_known_secret_is_hidden_in_messages_and_tracebacks(form: str) -> None:
    text = said(form)
    assert "hunter22" not in text
    assert "ValueError: bad answer for (hidden)" in text
    assert "too small" not in text


def test_without_a_terminal_every_line_is_json_with_its_correlation() -> None:
    first, second = (json.loads(line) for line in said("auto").splitlines())
    assert (first["message"], first["correlation"]) == ("asked http://h/?x=(hidden)", "grab 7")
    assert first["time"].endswith("Z")
    assert "Traceback" in second["exception"]


def test_a_secret_that_json_would_escape_is_hidden_all_the_same() -> None:
    assert 'a\\"quoted' not in said("json", 'a"quoted\\word')
    assert "quoted" not in said("json", 'a"quoted\\word')


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("GET http://p:9696/1/api?apikey=abc123def&t=movie", id="key in an address"),
        pytest.param('{"apiKey": "abc123def"}', id="key in JSON"),
        pytest.param("X-Api-Key: abc123def", id="key in a header"),
        pytest.param("Authorization: Bearer abc123def", id="bearer"),
        pytest.param("https://tracker.example/rss?passkey=abc123def", id="passkey"),
        pytest.param("https://me:abc123def@host/", id="userinfo"),
        pytest.param("magnet:?xt=urn:btih:00&tr=https%3A%2F%2Ft%2Fabc123def%2Fannounce", id="tracker of a magnet"),
        pytest.param("announcing to https://t.example/abc123def456abc123def456/announce", id="announce path"),
        pytest.param("Cookie: SID=abc123def", id="session"),
    ],
)
def test_what_looks_like_a_secret_is_hidden(text: str) -> None:
    assert "abc123def" not in Mask()(text)


def test_what_is_no_secret_stays() -> None:
    text = "Sintel.2010.1080p matched dn=Sintel, torrent 9b2f1c0d3e4a5b6c7d8e9f00112233445566aabb"
    assert Mask(["a", "tin"])(text) == text


def test_a_secret_learned_later_is_hidden_from_then_on() -> None:
    mask = Mask()
    mask.add("made later")
    assert mask("made later, made%20later") == "(hidden), (hidden)"

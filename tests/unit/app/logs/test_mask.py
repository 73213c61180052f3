"""The log says what happened and never a secret."""

import base64
import io
import json
import logging

import pytest

from radarr.app.cli.failures import report
from radarr.app.config import ConfigError, load
from radarr.app.logs import Mask, set_up
from radarr.app.usecases.correlation import correlated


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


@pytest.mark.parametrize("around", ["", "x", "me:", "user:"])
def test_a_known_secret_is_hidden_in_base64_wherever_it_stands(around: str) -> None:
    encoded = base64.b64encode(f"{around}correct horse?>".encode()).decode()
    hidden = Mask(["correct horse?>"])(f"header {encoded} sent")
    assert "(hidden)" in hidden
    assert encoded.rstrip("=")[-8:] not in hidden


def test_a_known_secret_is_hidden_in_addresses_and_pages() -> None:
    mask = Mask(["p&ss w/rd"])
    for form in ("p%26ss%20w%2Frd", "p%26ss+w%2Frd", "p%26ss%20w/rd", "p&amp;ss w/rd"):
        assert mask(f"x={form}.") == "x=(hidden)."


def test_what_was_hidden_stays_hidden_after_the_configuration_changed() -> None:
    stream = io.StringIO()
    for key in ("hunter22", "hunter33"):
        set_up(load(None, {"RADARR__PROWLARR__API_KEY": key}), stream)
    logging.getLogger("radarr").warning("first hunter22, then hunter33")
    assert "hunter2" not in stream.getvalue()
    assert "hunter3" not in stream.getvalue()


def test_an_example_of_an_address_is_shown_as_it_is_to_be_written() -> None:
    assert Mask()("expected postgresql://user@host/db") == "expected postgresql://user@host/db"
    assert Mask()("postgresql://user:hunter22@host/db") == "postgresql://(hidden)@host/db"


def test_what_is_hidden_already_is_left_as_it_is() -> None:
    assert Mask()("prowlarr.api_key = (hidden): expected text") == "prowlarr.api_key = (hidden): expected text"


def test_what_is_said_of_a_secret_setting_is_not_hidden_with_it() -> None:
    with pytest.raises(ConfigError) as raised:
        load(None, {"RADARR__DATABASE__URL": "postgresql://host/films"})
    said = str(raised.value)
    assert "`server.api_key`: is missing" in said
    assert Mask()(said) == said


def test_a_mistake_that_ends_the_daemon_is_told_without_what_its_log_hides(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(load(None, {"RADARR__PROWLARR__API_KEY": "hunter22"}), io.StringIO())
    assert report(RuntimeError("broke on hunter22")) == 1
    assert "broke on (hidden)" in capsys.readouterr().err

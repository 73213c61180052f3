"""The daemon over HTTP, as the command line meets it."""

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import click
import pytest

from radarr.app.cli.session import Session
from radarr.app.remote import DaemonUnreachable, Remote
from radarr.ports.errors import Conflict, Gone, PortError, Refused, Unauthorised, Unavailable


class Daemon(BaseHTTPRequestHandler):
    """Answers by path, and keeps what it was asked."""

    answers: ClassVar[dict[str, tuple[int, bytes]]] = {
        "/base/ok": (200, b'{"id": 1}'),
        "/base/empty": (200, b""),
        "/base/html": (200, b"<html>"),
        "/base/away": (302, b""),
        "/base/401": (401, b""),
        "/base/404": (404, b'{"message": "NotFound"}'),
        "/base/elsewhere": (404, b"404: Not Found"),
        "/base/409": (409, b'{"message": "it is there already", "description": ""}'),
        "/base/400": (400, b'[{"propertyName": "x", "errorMessage": "no title"}, {"errorMessage": "no year"}]'),
        "/base/503": (503, b"<html>"),
    }
    asked: ClassVar[list[tuple[str, str, str | None, bytes]]] = []

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.asked.append((self.command, self.path, self.headers.get("X-Api-Key"), body))
        status, data = self.answers[self.path.partition("?")[0]]
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - names of http.server

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Daemon) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/base"
        server.shutdown()
        thread.join()


def test_a_question_carries_key_query_and_body(url: str) -> None:
    remote = Remote(url, "k")
    assert remote.post("/ok", {"a": "ä"}, {"x": True, "y": None, "z": "1 2"}) == {"id": 1}
    assert remote.delete("/empty") is None
    (method, path, key, body), (other, *_) = Daemon.asked[-2:]
    assert (method, path, key, json.loads(body)) == ("POST", "/base/ok?x=true&z=1+2", "k", {"a": "ä"})
    assert other == "DELETE"


@pytest.mark.parametrize(
    ("path", "kind", "message"),
    [
        pytest.param("/401", Unauthorised, "refuses the API key", id="wrong key"),
        pytest.param("/404", Gone, "NotFound", id="not there"),
        pytest.param("/409", Conflict, "it is there already", id="conflict"),
        pytest.param("/400", Refused, "no title; no year", id="refused fields"),
        pytest.param("/503", Unavailable, "status 503", id="failed"),
        pytest.param("/html", Refused, "not as this daemon does", id="another program"),
        pytest.param("/elsewhere", Refused, "URL base", id="below another URL base"),
        pytest.param("/away", Refused, "not as this daemon does", id="redirected"),
    ],
)
def test_an_answer_is_an_error_of_its_kind(url: str, path: str, kind: type[PortError], message: str) -> None:
    with pytest.raises(kind, match=message):
        Remote(url, "k").get(path)


def test_where_nobody_listens_the_daemon_is_unreachable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(DaemonUnreachable, match="radarr run"):
            Remote(f"http://127.0.0.1:{port}", "k").get("/ping")


def test_who_does_not_answer_in_time_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(DaemonUnreachable, match=r"within .* hangs"):
        Remote(f"http://127.0.0.1:{silent.getsockname()[1]}", "k", timeout=0.05).get("/ping")


def test_address_and_key_come_from_the_environment_without_any_configuration(tmp_path: Path) -> None:
    session = Session(
        environ={"RADARR_URL": "http://nas:1/x/", "RADARR_API_KEY": "k"}, config_option=str(tmp_path / "none.toml")
    )
    assert session.remote().url == "http://nas:1/x"


def test_address_and_key_come_from_configuration_and_state_folder(tmp_path: Path) -> None:
    (tmp_path / "api_key").write_text("kept\n")
    session = Session(
        environ={"HOME": str(tmp_path), "RADARR__SERVER__HOST": "::", "RADARR__SERVER__URL_BASE": "x"},
        state_dir_option=str(tmp_path),
    )
    remote = session.remote()
    assert remote.url == "http://[::1]:7878/x"
    assert remote._key == "kept"


def test_without_a_key_the_remedy_is_told(tmp_path: Path) -> None:
    session = Session(environ={"HOME": str(tmp_path)}, state_dir_option=str(tmp_path))
    with pytest.raises(Unauthorised, match="start the daemon once"):
        session.remote()


@pytest.mark.parametrize(
    "url", ["nas", "http://", "http://nas:99999", "http://[::1", "http://n as:1", "http://nas:1/ö"]
)
def test_what_is_no_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(click.UsageError, match="write it like"):
        Session(environ={"RADARR_URL": url, "RADARR_API_KEY": "k"}).remote()


@pytest.mark.parametrize("key", ["hunter22\nhunter33", "hunter22 hunter33", "hunter22ö"])
def test_what_is_no_key_is_refused_without_being_told(tmp_path: Path, key: str) -> None:
    (tmp_path / "key").write_text(key)
    for session in (
        Session(environ={"RADARR_URL": "http://nas:1", "RADARR_API_KEY": key}),
        Session(environ={"RADARR_URL": "http://nas:1"}, api_key_file=str(tmp_path / "key")),
    ):
        with pytest.raises(Refused, match="holds no API key") as refused:
            session.remote()
        assert "hunter" not in str(refused.value)


def test_an_empty_file_of_a_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "key").touch()
    session = Session(environ={"RADARR_URL": "http://nas:1"}, api_key_file=str(tmp_path / "key"))
    with pytest.raises(Refused, match="key holds no API key"):
        session.remote()


def test_an_address_with_a_password_is_refused_without_being_told() -> None:
    session = Session(environ={"RADARR_URL": "http://me:hunter22@nas:1", "RADARR_API_KEY": "k"})
    with pytest.raises(click.UsageError, match="nas holds a name or password") as refused:
        session.remote()
    assert "hunter22" not in str(refused.value)

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlalchemy import exc

from radarr.adapters.persistence.errors import translate, translated
from radarr.ports.errors import Conflict, NoSpace, NotPermitted, PortError, Unauthorised, Unavailable


def raised(work: Callable[[sqlite3.Connection], object]) -> exc.DBAPIError:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(
            "CREATE TABLE film (id INTEGER PRIMARY KEY, name TEXT UNIQUE); PRAGMA foreign_keys = ON"
        )
        connection.execute("CREATE TABLE file (film INTEGER REFERENCES film (id))")
        with pytest.raises(sqlite3.Error) as caught:
            work(connection)
    return exc.DBAPIError("", {}, caught.value)


def fill(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA max_page_count = 10")
    connection.execute("INSERT INTO film (name) VALUES (zeroblob(1000000))")


def write_to_read_only(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("INSERT INTO film (name) VALUES ('a')")


@pytest.mark.parametrize(
    ("work", "kind", "text"),
    [
        pytest.param(fill, NoSpace, "full", id="full"),
        pytest.param(write_to_read_only, NotPermitted, "may not be written", id="read-only"),
        pytest.param(
            lambda c: c.executescript("INSERT INTO film VALUES (1, 'a'); INSERT INTO film VALUES (2, 'a')"),
            Conflict,
            "one like it already",
            id="twice",
        ),
        pytest.param(lambda c: c.execute("INSERT INTO file VALUES (9)"), Conflict, "not there any more", id="dangling"),
        pytest.param(lambda c: c.execute("SELECT * FROM nowhere"), Unavailable, "no such table", id="a fault of ours"),
    ],
)
def test_what_sqlite_says(work: Callable[[sqlite3.Connection], object], kind: type[PortError], text: str) -> None:
    meant = translate(raised(work))
    assert type(meant) is kind
    assert text in str(meant)


class ServerError(Exception):
    """As PostgreSQL's driver raises them while it connects."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("the server's own words\nDETAIL: of several lines")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("sqlstate", "kind"),
    [
        ("53100", NoSpace),
        ("53300", Unavailable),
        ("23505", Conflict),
        ("23503", Conflict),
        ("28P01", Unauthorised),
        ("28000", Unauthorised),
        ("3D000", Unavailable),
        ("42501", NotPermitted),
        ("25006", Unavailable),
        ("57P01", Unavailable),
        ("08006", Unavailable),
        ("40P01", Unavailable),
    ],
)
def test_what_postgresql_says(sqlstate: str, kind: type[PortError]) -> None:
    meant = translate(ServerError(sqlstate))
    assert type(meant) is kind
    assert "DETAIL" not in str(meant)


def test_a_refused_connection_is_unavailable() -> None:
    meant = translate(ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"))
    assert isinstance(meant, Unavailable)
    assert "Connection refused" in str(meant)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(
            exc.InterfaceError("", {}, Exception("connection is closed"), connection_invalidated=True), id="cut off"
        ),
        pytest.param(exc.PendingRollbackError("Can't reconnect until ..."), id="cut off before"),
    ],
)
def test_a_connection_that_is_gone_is_a_database_that_is_away(error: Exception) -> None:
    meant = translate(error)
    assert isinstance(meant, Unavailable)
    assert "cannot be reached" in meant.message
    assert "by ourselves" in meant.remedy


def test_faults_of_ours_and_words_of_ours_pass_through() -> None:
    assert translate(KeyError("title")) is None
    with pytest.raises(KeyError), translated():
        raise KeyError("title")
    with pytest.raises(Conflict, match="mine"), translated():
        raise Conflict("mine")

"""Which handler answers which path."""

import pytest
from aiohttp import web

from radarr.adapters.http.routing import Routes
from radarr.adapters.http.v3 import ROUTES


async def _film(_request: web.Request) -> web.Response:
    return web.Response()


async def _slot(_request: web.Request) -> web.Response:
    return web.Response()


OPEN = [web.get("/ping", _film)]
KEYED = [web.get(r"/api/film/{id:\d+}", _film), web.put(r"/api/film/{id:\d+}/slots/{slot}", _slot)]


@pytest.mark.parametrize("path", ["/api/film/7", "/API/Film/7", "/api/film/7/", "/api/film/007"])
def test_a_path_is_found_in_any_spelling(path: str) -> None:
    found = Routes("", OPEN, KEYED).find(path)
    assert found is not None
    assert (int(found.parts["id"]), set(found.handlers), found.is_open) == (7, {"GET", "HEAD"}, False)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/api/film/",
            "/api/film/-1",
            "/api/film/1234567890",
            "/api/film/\u0667",
            "/api/fi\u017flm/7",
            "/api/film/7\n",
        ),
        *("/api/film/7/slots/a/b", "/xapi/film/7", "api/film/7", ""),
    ],
)
def test_what_only_resembles_a_path_is_not_found(path: str) -> None:
    assert Routes("", OPEN, KEYED).find(path) is None


def test_the_parts_of_a_path_keep_their_letters() -> None:
    found = Routes("", OPEN, KEYED).find("/API/FILM/7/SLOTS/Uhd")
    assert found is not None
    assert found.parts == {"id": "7", "slot": "Uhd"}


def test_below_a_url_base_only_what_is_open_is_found_without_it() -> None:
    routes = Routes("/my.films", OPEN, KEYED)
    assert all(routes.find(path) for path in ("/my.films/api/film/7", "/My.Films/ping", "/ping"))
    assert not any(routes.find(path) for path in ("/api/film/7", "/myxfilms/ping", "/my.films", "/my.filmsping"))


@pytest.mark.parametrize(
    ("path", "outside"),
    [("/my.films", False), ("/My.Films/", False), ("/my.films/a", False), ("/my.filmsa", True), ("/", True)],
)
def test_what_lacks_the_url_base_is_told_apart(path: str, outside: bool) -> None:  # a table's column
    assert Routes("/my.films", OPEN, KEYED).is_outside(path) is outside


def test_without_a_url_base_nothing_lacks_it() -> None:
    assert not Routes("", OPEN, KEYED).is_outside("/anything")


def test_every_path_of_v3_leads_to_its_own_handler() -> None:
    routes = Routes("", [], ROUTES)
    for route in ROUTES:
        found = routes.find(route.path.replace(r"{id:\d+}", "7"))
        assert found is not None
        assert found.handlers[route.method] is route.handler

"""Asking the daemon in every way there is, over HTTP and on the command line, and keeping what it says."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import click
from aiohttp import web

import radarr.adapters.http
from radarr.app.cli.commands import COMMANDS
from radarr.app.cli.entry import radarr as command_line
from tests.e2e.planted import Call, Shown, run
from tests.e2e.process import KEY
from tests.e2e.world import World, beside

ASKS_FOR = {
    "movie show": ("Sintel",),
    "movie set": ("Sintel", "--monitored"),
    "movie add": ("tmdb:45745",),
    "movie remove": ("no such film",),
    "movie refresh": ("Sintel",),
    "movie lookup": ("Sintel", "2010"),
    "search": ("Sintel",),
    "grab": ("Sintel", "https://me:planted0userinfo0gggg@127.0.0.1:9/x?passkey=planted0redirect0hhhhhhhhhhhhhhh"),
    "queue pause": ("1",),
    "queue resume": ("1",),
    "queue remove": ("99",),
    "queue retry": ("1",),
    "queue fail": ("99",),
    "queue grab": ("900000099",),
    "why": ("Sintel",),
    "replay": ("--profile", "HD-1080p"),
    "blocklist remove": ("99",),
    "profile show": ("HD-1080p",),
    "format test": ("Sintel.2010.1080p.WEB-DL.H264-ONE",),
    "trash plan": ("--from", "/dev/null"),
    "trash apply": ("--from", "/dev/null"),
    "parse": ("Sintel.2010.1080p.WEB-DL.H264-ONE",),
    "decide": ("--movie", "Sintel (2010)", "/dev/null"),
    "completion": ("bash",),
    "db backup": ("/dev/null/copy.db",),
    "indexer test": ("Alpha",),
    "pause": ("--until", "3d"),
}
OWN_STORY = {"demo", "run", "init", "key show"}
"""Not tried here: the first three are no questions, and the last one prints the key as it should."""


class Ask:
    """Asks in every way, and keeps what was answered."""

    def __init__(self, story: World, shown: Shown) -> None:
        self._story = story
        self._shown = shown

    async def http(self, method: str, path: str, body: object = None) -> None:
        def ask() -> str:
            try:
                return repr(self._story.daemon.call(method, path, body))
            except HTTPError as error:
                with error:
                    return f"{error.code} {error.headers} {error.read()!r}"
            except ValueError:  # no JSON: the metrics
                return ""

        self._shown.add(f"{method} {path}", await beside(ask))

    async def text(self, path: str, key: str = KEY) -> None:
        def ask() -> str:
            try:
                with urlopen(Request(f"{self._story.daemon.url}{path}", headers={"X-Api-Key": key})) as answer:
                    return f"{answer.headers} {answer.read()!r}"
            except HTTPError as error:
                with error:
                    return f"{error.code} {error.headers} {error.read()!r}"

        self._shown.add(f"GET {path.partition('?')[0]}", await beside(ask))

    async def commands(self, *calls: Call) -> None:
        environment = self._story.daemon.environment()
        for (arguments, _), told in zip(calls, await beside(lambda: run(environment, *calls)), strict=True):
            self._shown.add(f"radarr {' '.join(arguments[:2])}", told)


def routes() -> Iterator[str]:
    """Every address that can be read, from the tables of routes themselves."""
    for module in pkgutil.walk_packages(radarr.adapters.http.__path__, "radarr.adapters.http."):
        for table in vars(import_module(module.name)).values():
            for route in table if isinstance(table, list | tuple) else ():
                if isinstance(route, web.RouteDef) and route.method == "GET":
                    path = route.path.replace(r"{id:\d+}", "1").replace("{name}", "main")
                    yield path.replace("{filename:.+}", "x").replace("{id}", "1")


def leaves(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something."""
    if not isinstance(command, click.Group) or command.invoke_without_command:
        yield name, command
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from leaves(f"{name} {inner.name}", inner)


def commands() -> Iterator[tuple[str, click.Command]]:
    for name in COMMANDS:
        found = command_line.get_command(click.Context(command_line), name)
        assert found is not None
        yield from leaves(name, found)


def has_json(command: click.Command) -> bool:
    return any("--json" in parameter.opts for parameter in command.params)


async def ask_everything(ask: Ask) -> None:
    for path in sorted({*routes(), "/metrics", "/api/health", "/api/health/detailed", "/api/system/status"}):
        await ask.text(f"{path}?movieId=1&apikey={KEY}")
    await ask.commands(*calls())


def calls() -> Iterator[Call]:
    """Every command, for people and for programs."""
    for name, command in commands():
        if name not in OWN_STORY:
            arguments = (*name.split(), *ASKS_FOR.get(name, ()))
            yield arguments, {}
            if has_json(command):
                yield (*arguments, "--json"), {"RADARR_DEBUG": "1"}

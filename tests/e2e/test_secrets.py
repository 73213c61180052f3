"""Keys, passwords and passkeys are planted wherever there may be some, and looked for in all that is shown."""

import base64
from pathlib import Path
from typing import Any

import pytest

from radarr.adapters.simulated.prowlarr_server import Fault, Site
from radarr.adapters.simulated.tmdb_server import SimulatedTmdb, tmdb_server
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.metadata import MovieDetails
from tests.e2e.asking import ASKS_FOR, OWN_STORY, Ask, ask_everything, commands
from tests.e2e.planted import Plants, Shown
from tests.e2e.process import KEY
from tests.e2e.world import MIB, World, beside, world

pytestmark = pytest.mark.anyio

SECRETS = {
    "Prowlarr's key": "planted0prowlarr0key0aaaaaaaaaaa",
    "the client's password": "planted client/pass+word&?",
    "TMDB's key": "planted0tmdb0key0bbbbbbbbbbbbbbb",
    "the address of a hook": "planted0hook0cccccccccc",
    "the database's password": "planted=database=password",
    "a passkey in a torrent": "planted0announce0dddddddddddddddd",
    "a passkey in a magnet": "planted0magnet0eeeeeeeeeeeeeeeeee",
    "a passkey in a guid": "planted0guid0ffffffffffffffffffff",
    "a password in an address": "planted0userinfo0gggg",
    "a key in a redirect": "planted0redirect0hhhhhhhhhhhhhhh",
    "a passkey in a web page": "planted0page0iiiiiiiiiiiiiiiiiii",
    "a wrong key": "planted0wrong0jjjjjjjjjjjjjjjjjj",
    "our own key": KEY,
}
SINTEL = MovieDetails(tmdb_id=45745, title="Sintel", year=2010, runtime=15, original_language="English")
GOOD, SECOND = "Sintel.2010.1080p.WEB-DL.H264-ONE", "Sintel.2010.720p.WEB-DL.H264-TWO"
FAULTS = (Fault.GARBAGE, Fault.HTML, Fault.ERROR, Fault.CUT, Fault.HALF, Fault.BLOCKED)


def variables(folder: Path, tmdb: SimulatedTmdb) -> dict[str, str]:
    """Secrets in every way in which the environment can give them."""
    credentials = folder / "credentials"
    credentials.mkdir()
    (credentials / "database.password").write_text(SECRETS["the database's password"])
    (folder / "tmdb.key").write_text(SECRETS["TMDB's key"] + "\n")
    return {
        "RADARR__QBITTORRENT__PASSWORD": SECRETS["the client's password"],
        "RADARR__TMDB__API_KEY_FILE": str(folder / "tmdb.key"),
        "RADARR__TMDB__URL": tmdb.url,
        "RADARR__PROWLARR__FAILURE_THRESHOLD": "1000",  # a closed door would keep the rest from being asked
        "CREDENTIALS_DIRECTORY": str(credentials),
    }


def config(story: World) -> None:
    """What the file says."""
    text = story.daemon.config.read_text().replace(story.prowlarr.api_key, SECRETS["Prowlarr's key"])
    hook = f'[[notify]]\nkind = "webhook"\nurl = "https://hooks.example/{SECRETS["the address of a hook"]}"\n'
    story.daemon.config.write_text(f'{text}\n[log]\nlevel = "debug"\n{hook}')
    story.prowlarr.api_key = SECRETS["Prowlarr's key"]
    assert story.client is not None
    story.client.password = SECRETS["the client's password"]


def offer_everything(story: World) -> None:
    """Good and bad releases, with a passkey in every place where one can be."""
    announce = f"https://tracker.example/{SECRETS['a passkey in a torrent']}/announce"
    for name in (GOOD, SECOND):
        files: dict[str, bytes | int] = {f"{name}.mkv": 2 * MIB}
        torrent = build_torrent(name, files, trackers=[announce], private=True)
        story.contents[read_torrent(torrent).infohash.key] = {f"{name}/{path}": size for path, size in files.items()}
        guid = f"https://tracker.example/get?id={len(name)}&torrent_pass={SECRETS['a passkey in a guid']}"
        story.publish(name, size=2 * MIB, torrent=torrent, guid=guid)
    tracker = f"https%3A%2F%2Ftracker.example%2F{SECRETS['a passkey in a magnet']}%2Fannounce"
    magnet = f"magnet:?xt=urn:btih:{'ab' * 20}&dn=Sintel&tr={tracker}"
    story.publish("Sintel.2010.1080p.BluRay.x264-MAGNET", size=3 * MIB, magnet=magnet, guid=magnet)
    away = (
        f"http://me:{SECRETS['a password in an address']}@tracker.invalid/dl?passkey={SECRETS['a key in a redirect']}"
    )
    story.publish("Sintel.2010.1080p.BluRay.x264-AWAY", size=3 * MIB, redirect=away)
    page = f"<html>https://tracker.example/rss?passkey={SECRETS['a passkey in a web page']}</html>".encode()
    story.publish("Sintel.2010.1080p.BluRay.x264-PAGE", size=3 * MIB, payload=page)
    story.publish("Sintel.2010.1080p.BluRay.x264-GONE", size=3 * MIB, failure=500, indexer=1)
    for number, fault in enumerate(FAULTS, 3):
        story.prowlarr.indexers.append(Site(id=number, name=f"Faulty {number}", fault=fault))


async def grab_all(story: World, ask: "Ask") -> None:
    """Every release that was shown, one after the other."""
    found = await story.get("/api/daemon/v1/search?movieId=1")
    for release in found["releases"]:
        await ask.http("POST", "/api/v3/release", {"guid": release["guid"], "indexerId": release["indexerId"]})


async def go_wrong(story: World, ask: Ask) -> None:
    """Wrong keys on every side."""
    assert story.client is not None
    wrong = SECRETS["a wrong key"]
    story.prowlarr.api_key, story.client.password = wrong, wrong
    story.client.expire_sessions()
    await ask.http("POST", "/api/v3/command", {"name": "RefreshMonitoredDownloads"})
    elsewhere = f"http://me:{SECRETS['a password in an address']}@127.0.0.1:9"
    await ask.commands(
        (("search", "Sintel"), {}),
        (("queue",), {}),
        (("check",), {}),
        (("movie", "list"), {"RADARR_API_KEY": wrong}),
        (("movie", "list"), {"RADARR_URL": elsewhere}),
        (("movie", "list", "--url", elsewhere), {}),
    )
    await ask.text(f"/api/v3/movie?apikey={wrong}", key=wrong)
    await ask.text(f"/api/v3/movie/{wrong}?apikey={KEY}")


async def misconfigure(ask: Ask) -> None:
    """What the configuration cannot take is told without what it held."""
    secret = SECRETS["a password in an address"]
    wrong = {
        "PROWLARR__URL": f"http://me:{secret}@127.0.0.1:9",
        "PROWLARR__PROXY": f"http://me:{secret}@127.0.0.1:9",
        "DATABASE__URL": f"postgresql://me:{secret}@127.0.0.1/films",
        "PROWLARR__API_KEY": f"{secret}\n{secret}",
        "AUTH__APIKEY": secret,
        "QBITTORRENT__PASWORD": secret,
    }
    for name, value in wrong.items():
        await ask.commands(
            *((arguments, {f"RADARR__{name}": value}) for arguments in (("config", "show"), ("run",), ("check",)))
        )


async def test_no_planted_secret_is_shown_anywhere(tmp_path: Path) -> None:
    plants = Plants(SECRETS, names=("admin", "me"))
    shown = Shown(plants)
    async with world(tmp_path) as story, tmdb_server([SINTEL], api_key=SECRETS["TMDB's key"]) as tmdb:
        config(story)
        story.daemon.variables = variables(tmp_path, tmdb)
        ask = Ask(story, shown)
        await story.start()
        await story.radarr("movie", "add", "tmdb:45745")
        offer_everything(story)
        await ask.commands((("search", "Sintel", "--grab"), {}))
        await grab_all(story, ask)
        await story.until(lambda: has_file(story), "the import")
        assert story.client is not None
        for number, cookie in enumerate(story.client.sessions.states):
            plants.add(f"session {number}", cookie)
        await ask_everything(ask)
        await go_wrong(story, ask)
        await misconfigure(ask)
        await beside(story.daemon.stop)
        shown.add("standard error", story.daemon.log.read_text())
        shown.add_folder(story.daemon.state)
        shown.add_tables(story.daemon.state / "radarr-daemon.db")
    assert shown.leaks() == []
    assert {"logs/radarr-daemon.log", "table history", "table ledger", "GET /metrics"} <= shown.places()


async def has_file(story: World) -> Any:
    return (await story.film())["hasFile"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("apikey=planted a/secret", id="as it is"),
        pytest.param("apikey=planted+a%2Fsecret&", id="in a form"),
        pytest.param("http://x/planted%20a%2Fsecret", id="in an address"),
        pytest.param(f"Basic {base64.b64encode(b'me:planted a/secret').decode()}", id="with a name in base64"),
    ],
)
def test_the_search_finds_what_is_shown(text: str) -> None:
    shown = Shown(Plants({"it": "planted a/secret"}, names=("me",)))
    shown.add("here", text)
    assert shown.leaks() == ["it in here"]


def test_every_command_that_asks_for_something_is_asked() -> None:
    asking = {
        name
        for name, command in commands()
        if any(parameter.required for parameter in command.params) and name not in OWN_STORY
    }
    assert asking <= ASKS_FOR.keys()


async def test_the_password_of_a_database_on_a_server_is_shown_nowhere(tmp_path: Path, postgres: Any) -> None:
    plants = Plants(SECRETS, names=("radarr",))
    shown = Shown(plants)
    secret = SECRETS["the database's password"]
    async with world(tmp_path, '[log]\nlevel = "debug"', database=postgres.new_database()) as story:
        story.daemon.variables = {"RADARR__DATABASE__PASSWORD": secret}
        ask = Ask(story, shown)
        await story.start()
        asked = (("status",), ("status", "--json"), ("db", "current"), ("config", "show"), ("check",))
        await ask.commands(*((arguments, {}) for arguments in asked))
        for path in ("/api/health/detailed", "/metrics", "/api/v3/system/status", "/api/daemon/v1/status"):
            await ask.text(path)
        await beside(story.daemon.stop)
        nowhere = {"RADARR__DATABASE__URL": "postgresql://radarr@127.0.0.1:9/films"}
        await ask.commands((("run",), nowhere), (("db", "upgrade"), nowhere))
        shown.add("standard error", story.daemon.log.read_text())
        shown.add_folder(story.daemon.state)
    assert shown.leaks() == []

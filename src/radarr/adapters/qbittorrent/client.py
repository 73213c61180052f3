"""The torrent client of our port, spoken to by qBittorrent's Web API."""

import re
from collections.abc import Iterable
from http import HTTPStatus

from radarr.adapters.qbittorrent import preferences
from radarr.adapters.qbittorrent.adding import add, patience
from radarr.adapters.qbittorrent.listing import Listing
from radarr.adapters.qbittorrent.paths import PathMap
from radarr.adapters.qbittorrent.replies import succeeded
from radarr.adapters.qbittorrent.session import Session
from radarr.adapters.qbittorrent.translate import file_of, infohash_of, tags_of, torrent_of
from radarr.adapters.qbittorrent.versions import Features, features, parse_version
from radarr.adapters.qbittorrent.wire import FileFields, Preferences, TorrentFields, decode
from radarr.adapters.transport.client import Answer, Transport
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.clock import Clock
from radarr.ports.download_client import Added, AddRequest, ClientFile, ClientInfo, ClientTorrent
from radarr.ports.errors import Gone, Refused, Unavailable

_ID = re.compile(r"[0-9a-f]{40}")


class QBittorrent:
    """qBittorrent 4.1 to 5.3.

    Empty username, password and api_key: the client lets our address in. `tag` marks what is ours, beside each
    grab's own. `path_map` holds (remote, local) folders. `session_lifetime` and `add_deadline`, until when an added
    torrent must show up, are in seconds.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        username: str = "",
        password: str = "",
        api_key: str = "",
        category: str,
        clock: Clock,
        tag: str = "radarr-daemon",
        path_map: Iterable[tuple[str, str]] = (),
        session_lifetime: float = 1800,
        add_deadline: float = 30,
    ) -> None:
        self._session = Session(
            transport,
            username=username,
            password=password,
            api_key=api_key,
            lifetime=session_lifetime,
            clock=clock,
        )
        self._listing = Listing(self._session, clock)
        self._category = category
        self._tag = tag
        self._paths = PathMap(path_map)
        self._deadline = add_deadline
        self._known: tuple[int, Features] | None = None

    def reset(self, *, username: str | None = None, password: str | None = None, api_key: str | None = None) -> None:
        """Take new settings, and forget a failed login."""
        self._session.reset(username=username, password=password, api_key=api_key)

    async def info(self) -> ClientInfo:
        """Who it is, and what its settings endanger."""
        version = succeeded(await self._session.get("app/version")).text.strip()
        api = succeeded(await self._session.get("app/webapiVersion"))
        gates = features(_numbers(api))
        settings = decode(succeeded(await self._session.get("app/preferences")), Preferences)
        return ClientInfo(
            version=version.removeprefix("v"),
            api_version=api.text.strip(),
            tags=gates.tags,
            warnings=preferences.warnings(settings, gates),
            save_path=settings.save_path,
            local_path=self._paths.local(settings.save_path),
            removes=preferences.removes(settings),
        )

    async def add(self, request: AddRequest) -> Added:
        """See the port. One request for each torrent: of two files of one name in a request, one gets lost."""
        if found := await self.find(request.infohash, request.tag):
            return Added(found, existed=True)
        return await add(
            self._session, await self._features(), request, ours=self._tag, look=self.find, deadline=self._deadline
        )

    async def torrents(self) -> tuple[ClientTorrent, ...]:
        """All of our category or with our tag."""
        listed = await self._listing.refresh()
        return tuple(
            self._torrent(torrent_id, fields)
            for torrent_id, fields in listed.items()
            if fields.category == self._category or self._tag in tags_of(fields)
        )

    async def find(self, infohash: Infohash, tag: str = "") -> ClientTorrent | None:
        """By its ids; then in the whole list: a hybrid that came by a version 1 magnet changes its id underway."""
        ids = "|".join(infohash.client_ids)
        found = await self._lookup(ids) if ids else ()
        if found:
            return found[0]
        listed = await self._listing.refresh()
        matches = (key for key, fields in listed.items() if _is_same(infohash, infohash_of(key, fields)))
        tagged = (key for key, fields in listed.items() if tag and tag in tags_of(fields))
        match = next(matches, None) or next(tagged, None)
        return self._torrent(match, listed[match]) if match else None

    async def files(self, torrent_id: str) -> tuple[ClientFile, ...]:
        """Its files. Raises Gone."""
        answer = await self._session.get("torrents/files", {"hash": _checked_id(torrent_id)})
        if answer.status == HTTPStatus.NOT_FOUND:
            raise Gone("qBittorrent has this torrent no more")
        return tuple(file_of(fields) for fields in decode(succeeded(answer), list[FileFields]))

    async def pause(self, torrent_id: str) -> None:
        """Stop it."""
        gates = await self._features()
        await self._command("stop" if gates.stop else "pause", torrent_id)

    async def resume(self, torrent_id: str) -> None:
        """Start it."""
        gates = await self._features()
        await self._command("start" if gates.stop else "resume", torrent_id)

    async def reannounce(self, torrent_id: str) -> None:
        """Ask its trackers again."""
        await self._command("reannounce", torrent_id)

    async def remove(self, torrent_id: str, *, delete_data: bool) -> None:
        """Take it out. Raises Unavailable if it stays listed."""
        await self._command("delete", torrent_id, deleteFiles="true" if delete_data else "false")
        async for _ in patience(self._deadline):
            if not await self._lookup(torrent_id):
                return
        raise Unavailable("qBittorrent still lists a torrent that it was told to remove", remedy="we try again later")

    async def _lookup(self, ids: str) -> tuple[ClientTorrent, ...]:
        answer = succeeded(await self._session.get("torrents/info", {"hashes": ids}))
        listed = decode(answer, list[TorrentFields])
        return tuple(self._torrent(fields.hash, fields) for fields in listed if isinstance(fields.hash, str))

    async def _command(self, verb: str, torrent_id: str, **fields: str) -> None:
        succeeded(await self._session.post(f"torrents/{verb}", {"hashes": _checked_id(torrent_id), **fields}))

    async def _features(self) -> Features:
        """Of the version that is running: read again after each login and after each time that it was away."""
        if self._known is None or self._known[0] != self._session.epoch:
            answer = succeeded(await self._session.get("app/webapiVersion"))
            self._known = (self._session.epoch, features(_numbers(answer)))
        return self._known[1]

    def _torrent(self, torrent_id: str, fields: TorrentFields) -> ClientTorrent:
        return torrent_of(torrent_id.lower(), fields, self._paths, self._tag)


def _is_same(wanted: Infohash, listed: Infohash) -> bool:
    return bool((wanted.v1 and wanted.v1 == listed.v1) or (wanted.v2 and wanted.v2 == listed.v2))


def _checked_id(torrent_id: str) -> str:
    """The id of one torrent: never `all`, which qBittorrent takes for every torrent that it has."""
    if not _ID.fullmatch(torrent_id):
        raise Refused("that is not the id of a torrent", remedy="an id has 40 hexadecimal digits")
    return torrent_id


def _numbers(answer: Answer) -> tuple[int, ...]:
    if numbers := parse_version(answer.text):
        return numbers
    raise answer.blame(
        Unavailable(
            "qBittorrent's version cannot be read", remedy="check that qbittorrent.url leads to qBittorrent's Web UI"
        )
    )

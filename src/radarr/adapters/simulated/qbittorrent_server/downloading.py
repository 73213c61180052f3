"""How a torrent's files come to lie on the disk."""

from itertools import pairwise
from pathlib import Path

import anyio
from anyio.to_thread import run_sync

from radarr.adapters.simulated.qbittorrent_server.state import Content, SimulatedQBittorrent, now
from radarr.adapters.simulated.qbittorrent_server.torrents import SimulatedTorrent

_STEPS = 20
_IDLE = 0.02  # seconds


async def download(client: SimulatedQBittorrent, torrent: SimulatedTorrent) -> None:
    """From being listed to seeding, over the client's seconds; ends early when the torrent is taken out."""
    content = await _metadata(client, torrent)
    if content is None:
        return
    torrent.state = "stalledDL"
    for start, end in pairwise(step / _STEPS for step in range(_STEPS + 1)):
        await anyio.sleep(client.seconds / _STEPS)
        if not await _goes_on(client, torrent):
            return
        if torrent.infohash.key in client.failing:
            torrent.state = "error"
            return
        async with torrent.disk:
            if client.torrents.get(torrent.id) is torrent:
                await run_sync(_write, torrent.save_path, content, start, end)
        torrent.state, torrent.progress = "downloading", end
    torrent.state, torrent.completion_on = "stalledUP", now()


async def _goes_on(client: SimulatedQBittorrent, torrent: SimulatedTorrent) -> bool:
    """Wait while it is stopped or nobody has it; False once it is taken out."""
    while client.torrents.get(torrent.id) is torrent:
        dead = torrent.infohash.key in client.dead
        if not dead and not torrent.stopped:
            return True
        if dead and torrent.files:
            torrent.state = "stalledDL"
        await anyio.sleep(_IDLE)
    return False


async def _metadata(client: SimulatedQBittorrent, torrent: SimulatedTorrent) -> Content | None:
    """What the torrent holds; a magnet without a source waits here. None once it is taken out."""
    key = torrent.infohash.key
    while not torrent.files:
        if not await _goes_on(client, torrent):
            return None
        torrent.files = {path: _size(data) for path, data in (client.contents(key) or {}).items()}
        await anyio.sleep(_IDLE)
    return client.contents(key) or torrent.files


def _size(data: bytes | int) -> int:
    return data if isinstance(data, int) else len(data)


def _write(folder: Path, content: Content, start: float, end: float) -> None:
    """The part of every file that lies between two shares of it."""
    for path, data in content.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("r+b" if target.exists() else "w+b") as file:
            if isinstance(data, int):
                file.truncate(round(data * end))
                continue
            file.seek(round(len(data) * start))
            file.write(data[round(len(data) * start) : round(len(data) * end)])


def erase(torrent: SimulatedTorrent) -> None:
    """Take its files away, and the folders that are empty then."""
    for path in torrent.files:
        target = torrent.save_path / path
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == torrent.save_path or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()

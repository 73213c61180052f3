"""Steady requests, whatever the answers take: a slow answer delays no later question."""

import asyncio
import statistics
import time

import aiohttp


async def latencies(url: str, seconds: float, *, key: str = "", rate: float = 50) -> list[float]:
    """Milliseconds from the moment a request was due to its whole answer. Raises ClientError for one that failed."""
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, stop.set)
    return await latencies_until(stop, url, key=key, rate=rate)


async def latencies_until(stop: asyncio.Event, url: str, *, key: str = "", rate: float = 50) -> list[float]:
    """The same, until it is told to stop."""
    found: list[float] = []
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, headers={"X-Api-Key": key}) as session:

        async def ask(due: float) -> None:
            async with session.get(url) as response:
                await response.read()
                response.raise_for_status()
            found.append((time.monotonic() - due) * 1000)

        async with asyncio.TaskGroup() as tasks:
            due = time.monotonic()
            while not stop.is_set():
                due += 1 / rate
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                tasks.create_task(ask(max(due, time.monotonic() - 1 / rate)))
    return found


def typical(values: list[float], percent: float, windows: int) -> float:
    """The median of that percentile over so many stretches of time: what others do to the machine comes in bursts."""
    size = max(1, len(values) // windows)
    return statistics.median(percentile(values[at : at + size], percent) for at in range(0, len(values), size))


def percentile(values: list[float], percent: float) -> float:
    """The value that so many percent of them do not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]

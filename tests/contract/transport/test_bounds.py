"""Answers that are too long, too slow, broken or no answers at all."""

import gzip
import tracemalloc
import zlib

import pytest
from anyio.abc import ByteStream

from radarr.adapters.transport.client import MIB, Transport, Unanswered
from radarr.ports.errors import Unavailable
from tests.contract.transport.lines import Say, answer, closed_port, drip, hang, line, raw, reset

pytestmark = pytest.mark.anyio

PAPER_MOON = b'{"title": "Paper Moon"}'


def bomb(size: int) -> bytes:
    """So many zeros, packed."""
    packer, piece = zlib.compressobj(9, wbits=31), bytes(MIB)
    return b"".join(packer.compress(piece) for _ in range(size // MIB)) + packer.flush()


async def flood(stream: ByteStream) -> None:
    """300 MB, if somebody takes them."""
    await stream.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n")
    for _ in range(300):
        await stream.send(bytes(MIB))


async def ask(say: Say, *, patience: float = 5, limit: int = 8 * MIB) -> bytes:
    async with line(say) as server, Transport("Prowlarr", server.url, timeout=patience, setting="prowlarr.url") as it:
        return (await it.request("GET", "/1/api", limit=limit)).body


async def test_an_answer_that_was_packed_arrives_unpacked() -> None:
    assert await ask(answer(gzip.compress(PAPER_MOON), headers=["Content-Encoding: gzip"])) == PAPER_MOON


@pytest.mark.parametrize(
    ("say", "said"),
    [
        pytest.param(flood, "more than 8 MiB", id="300-megabytes"),
        pytest.param(answer(length=300 * MIB), "more than 8 MiB", id="300-megabytes-that-are-announced"),
        pytest.param(
            answer(bomb(300 * MIB), headers=["Content-Encoding: gzip"]), "more than 8 MiB", id="a-packed-bomb"
        ),
        pytest.param(
            answer(gzip.compress(bomb(300 * MIB)), headers=["Content-Encoding: gzip, gzip"]),
            "in a way that we did not ask for",
            id="a-bomb-packed-twice",
        ),
        pytest.param(
            answer(gzip.compress(PAPER_MOON)[:-12], headers=["Content-Encoding: gzip"]),
            "its end is missing",
            id="half-a-package",
        ),
        pytest.param(
            answer(PAPER_MOON, headers=["Content-Encoding: gzip"]), "cannot be unpacked", id="a-package-that-is-none"
        ),
        pytest.param(answer(b"<?xml version", length=1000), "broke off", id="half-an-xml"),
        pytest.param(reset, "broke the connection off", id="reset-in-the-middle"),
        pytest.param(raw(b""), "broke off", id="not-a-word"),
        pytest.param(raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), "something that is not HTTP", id="another-protocol"),
    ],
)
async def test_an_answer_that_is_none_is_told_as_what_it_is(say: Say, said: str) -> None:
    with pytest.raises(Unanswered, match=said) as caught:
        await ask(say)
    assert caught.value.remedy


@pytest.mark.parametrize("say", [pytest.param(drip, id="drop-by-drop"), pytest.param(hang, id="not-at-all")])
async def test_an_answer_that_does_not_end_is_not_waited_for(say: Say) -> None:
    with pytest.raises(Unanswered, match="did not answer in time") as caught:
        await ask(say, patience=0.15)
    assert caught.value.seconds >= 0.15


async def test_a_bomb_is_never_in_memory_whole() -> None:
    say = answer(bomb(300 * MIB), headers=["Content-Encoding: gzip"])
    tracemalloc.start()
    try:
        with pytest.raises(Unanswered):
            await ask(say, limit=2 * MIB)
        assert tracemalloc.get_traced_memory()[1] < 16 * MIB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("url", "said", "remedy"),
    [
        pytest.param("http://127.0.0.1:{port}", "nobody listens there", "is it running", id="nobody-there"),
        pytest.param("http://prowlarr.invalid", "prowlarr.invalid is not known", "the host name", id="no-such-name"),
        pytest.param("ftp://prowlarr", "not an address we can use", "http://", id="another-scheme"),
    ],
)
async def test_a_service_that_cannot_be_reached_is_told_as_what_it_is(url: str, said: str, remedy: str) -> None:
    async with Transport("Prowlarr", url.format(port=closed_port()), setting="prowlarr.url") as it:
        with pytest.raises(Unavailable, match=said) as caught:
            await it.request("GET", "/api/v1/system/status")
    assert not isinstance(caught.value, Unanswered)
    assert remedy in caught.value.remedy

"""One bench of each kind for the whole suite: a film is never used twice, so that they can be shared."""

from collections.abc import AsyncIterator

import pytest

from tests.contract.download_client.benches import Bench, MemoryBench, real_bench, simulated_bench
from tests.swarm.qbittorrent import needs_qbittorrent


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """As everywhere, but for as long as a bench lives."""
    return "asyncio"


@pytest.fixture(
    scope="module",
    params=["memory", "4.1", "4.2", "4.5", "5.1", "5.2", "5.3", pytest.param("real", marks=needs_qbittorrent)],
)
async def bench(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    anyio_backend: str,  # noqa: ARG001  # anyio runs a fixture that asks for it
) -> AsyncIterator[Bench]:
    """A client of each kind."""
    folder = tmp_path_factory.mktemp("client")
    if request.param == "memory":
        yield MemoryBench()
    elif request.param == "real":
        async with real_bench(folder) as real:
            yield real
    else:
        async with simulated_bench(folder, request.param) as simulated:
            yield simulated

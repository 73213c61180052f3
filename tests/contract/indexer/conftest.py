"""An indexer manager of each kind."""

from collections.abc import AsyncIterator

import pytest

from tests.contract.indexer.benches import Bench, MemoryBench, wire_bench


@pytest.fixture(params=["memory", "prowlarr", "prowlarr-with-url-base"])
async def bench(
    request: pytest.FixtureRequest,
    anyio_backend: str,  # noqa: ARG001  # anyio runs a fixture that asks for it
) -> AsyncIterator[Bench]:
    if request.param == "memory":
        yield MemoryBench()
    else:
        async with wire_bench("/prowlarr" if "base" in request.param else "") as wire:
            yield wire

"""A film database of each kind."""

from collections.abc import AsyncIterator

import pytest

from radarr.adapters.simulated.metadata import SimulatedMetadata
from radarr.ports.metadata import Metadata
from tests.contract.metadata.benches import FILMS, wire


@pytest.fixture(params=["memory", "tmdb-by-key", "tmdb-by-token"])
async def metadata(
    request: pytest.FixtureRequest,
    anyio_backend: str,  # noqa: ARG001  # anyio runs a fixture that asks for it
) -> AsyncIterator[Metadata]:
    if request.param == "memory":
        yield SimulatedMetadata(FILMS)
    else:
        async with wire("eyJhbGciOiJ9.eyJhdWQi.c2lnbmF0dXJl" if "token" in request.param else "") as (_, tmdb):
            yield tmdb

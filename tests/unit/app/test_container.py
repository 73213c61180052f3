"""Everything can be put together."""

import pytest
from dependency_injector import providers

from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio


async def test_every_provider_makes_what_it_promises() -> None:
    async with house() as home:
        for name, provider in home.container.providers.items():
            assert provider() is not None, name
            assert not isinstance(provider(), providers.Provider), name

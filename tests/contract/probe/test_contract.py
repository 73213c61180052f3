"""What every probe does, simulated or not."""

import pytest

from radarr.domain.media.measured import Unmeasured, Why
from radarr.ports.errors import Gone
from radarr.ports.probe import Probe
from tests.contract.probe.worlds import FILM, World

pytestmark = pytest.mark.anyio


def test_it_is_a_probe(world: World) -> None:
    assert isinstance(world.probe, Probe)


async def test_a_film_is_measured_whatever_it_is_called(world: World) -> None:
    assert await world.probe.measure(world.film("A.Film.2020.2160p.French.HDR.avi")) == FILM


async def test_a_name_may_hold_anything(world: World) -> None:
    assert await world.probe.measure(world.film("-o Amélie 2001 % $(x) 'q'.mkv")) == FILM


async def test_an_empty_file_is_an_answer(world: World) -> None:
    found = await world.probe.measure(world.nothing("film.mkv"))
    assert isinstance(found, Unmeasured)
    assert found.why is Why.NOT_MEDIA
    assert found.message


async def test_what_is_not_there_is_gone(world: World) -> None:
    with pytest.raises(Gone):
        await world.probe.measure(world.missing("film.mkv"))


async def test_a_folder_is_no_film(world: World) -> None:
    with pytest.raises(Gone):
        await world.probe.measure(world.folder("film.mkv"))

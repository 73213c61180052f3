"""The page keeps to Prometheus's rules, by promtool's word and by our own."""

import os
import re
import shutil
import subprocess

import anyio
import pytest
from prometheus_client.parser import text_string_to_metric_families

from radarr.adapters.simulated.store import MemoryStore
from radarr.domain.decision.reason import Reason
from tests.unit.adapters.metrics.pages import busy_meter, page

pytestmark = pytest.mark.anyio

_NAME = re.compile(r"radarr_[a-z0-9]+(_[a-z0-9]+)*")
_LABELS = {
    "database", "indexer", "kind", "level", "loop", "method", "path", "python", "reason", "route", "service", "stat",
    "state", "status", "transfer", "upgrade", "version", "what", "le",
}  # fmt: skip
_FOREIGN_UNITS = ("_ms", "_milliseconds", "_minutes", "_hours", "_kilobytes", "_mib", "_percent")


async def test_promtool_finds_nothing_to_say() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        assert not os.environ.get("RADARR_REQUIRE_REAL"), "promtool is needed here: install the package prometheus"
        pytest.skip("promtool is not installed")
    text = await page()
    said = await anyio.run_process(
        [promtool, "check", "metrics"], input=text.encode(), check=False, stderr=subprocess.STDOUT
    )
    assert (said.stdout.decode(), said.returncode) == ("", 0)


async def test_every_family_has_a_name_of_ours_a_sentence_and_base_units() -> None:
    for family in text_string_to_metric_families(await page()):
        assert _NAME.fullmatch(family.name), family.name
        assert family.documentation.endswith("."), family.name
        assert not family.name.removesuffix("_total").endswith(_FOREIGN_UNITS), family.name
        assert family.type in {"counter", "gauge", "histogram"}, family.name


async def test_counters_and_nothing_else_end_in_total() -> None:
    for line in (await page()).splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split()
            assert name.endswith("_total") == (kind == "counter"), line


async def test_no_series_is_written_twice() -> None:
    series = [line.rpartition(" ")[0] for line in (await page()).splitlines() if not line.startswith("#")]
    assert len(series) == len(set(series))


async def test_labels_are_the_few_that_are_bounded() -> None:
    families = text_string_to_metric_families(await page())
    assert {label for family in families for sample in family.samples for label in sample.labels} <= _LABELS


async def test_no_title_of_a_film_stands_on_the_page() -> None:
    assert "intel" not in await page()


async def test_a_year_of_work_adds_no_series() -> None:
    meter = busy_meter()
    store = MemoryStore()
    for _ in range(3):
        meter.decided("feed", accepted=0, reasons=[reason.value for reason in Reason])
    before = len((await page(meter, store)).splitlines())
    for number in range(200):
        meter.decided("feed", accepted=1, reasons=[reason.value for reason in Reason])
        meter.grabbed("Alpha", number)
        meter.answered("/api/v3/movie/{id}", "GET", 400 + number % 100, number / 10)
    assert len((await page(meter, store)).splitlines()) == before


async def test_indexers_that_call_themselves_anything_are_counted_together_in_the_end() -> None:
    meter = busy_meter()
    for number in range(1000):
        meter.grabbed(f"indexer {number}", 1)
    names = [line for line in (await page(meter, MemoryStore())).splitlines() if line.startswith("radarr_grabs_total{")]
    assert len(names) == 201
    assert 'radarr_grabs_total{indexer="other"} 801.0' in names

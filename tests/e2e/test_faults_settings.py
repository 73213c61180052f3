"""What is wrong on our side of the line: keys, addresses, names, certificates. Mended by a reload, never a restart."""

from pathlib import Path

import pytest

from tests.e2e.certificates import certificates, needs_openssl
from tests.e2e.faults import Fault
from tests.e2e.process import free_port
from tests.e2e.stormy import Stormy, stormy, words
from tests.e2e.troubles.settings import SETTINGS, TLS
from tests.e2e.troubles.trouble import Trouble
from tests.e2e.world import PROWLARR_KEY

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(200)]

TITLE, RELEASE = "Amber", "Amber.2010.1080p.BluRay.x264-GRP"


def mistake(story: Stormy, trouble: Trouble) -> tuple[str, str]:
    """What is right in the configuration, and what stands there instead."""
    assert story.client is not None
    prowlarr = trouble.place == "Prowlarr"
    url = story.line_of(trouble.place).url
    match trouble.name.rpartition("-")[0]:
        case "wrong-key":
            right = f'api_key = "{PROWLARR_KEY}"' if prowlarr else f'password = "{story.client.password}"'
            return right, right.replace('= "', '= "not-')
        case "url-base":
            return f'"{url}"', f'"{url}/nowhere"'
        case "nobody":
            return f'"{url}"', f'"http://127.0.0.1:{free_port()}"'
        case "dns":
            return f'"{url}"', f'"http://{trouble.place.lower()}.invalid:8080"'
        case other:
            raise AssertionError(other)


async def is_shown(story: Stormy, trouble: Trouble) -> None:
    await story.until_shown(trouble.message)
    await story.until_state(trouble.place, trouble.status)
    shown = await story.service(trouble.place)
    what = words(trouble.message.split(": ")[0])
    assert what.search(shown["problem"] or "") or what.search(shown["last_error"] or ""), shown
    assert (await story.get("/api/health"))["status"] == "degraded"

    async def in_metrics() -> bool:
        found = await story.metric("radarr_service_status", service=trouble.place, state=trouble.status)
        return found == 1

    await story.until(in_metrics, f"{trouble.status} in the metrics")


async def is_well_again(story: Stormy, trouble: Trouble) -> None:
    await story.until_there(TITLE, within=100)
    await story.arrived_once(RELEASE)
    await story.until_state(trouble.place, "healthy")
    assert (await story.service(trouble.place))["circuit"] == "closed"


@pytest.mark.parametrize("trouble", [pytest.param(trouble, id=trouble.name) for trouble in SETTINGS])
async def test_a_wrong_setting_is_told_and_mended_by_a_reload(tmp_path: Path, trouble: Trouble) -> None:
    async with stormy(tmp_path) as story:
        right, wrong = mistake(story, trouble)
        text = story.daemon.config.read_text()
        assert text.count(right) == 1
        story.daemon.config.write_text(text.replace(right, wrong))
        await story.start()
        await story.want(TITLE, 1)
        story.offer(RELEASE)
        await is_shown(story, trouble)
        assert wrong.split('"')[1] not in (story.daemon.log.read_text() if "key" in trouble.name else "")
        await story.reconfigure(wrong, right)
        await is_well_again(story, trouble)


@needs_openssl
@pytest.mark.parametrize("trouble", [pytest.param(trouble, id=trouble.name) for trouble in TLS])
async def test_a_trouble_with_tls_is_told_and_waited_for(tmp_path: Path, trouble: Trouble) -> None:
    shown, ca = certificates(tmp_path)
    async with stormy(tmp_path, certificates=shown, ca=str(ca)) as story:
        if trouble.place == "qBittorrent" and trouble.fault is Fault.STRANGER:
            text = story.daemon.config.read_text()
            story.daemon.config.write_text(text.replace("verify_tls = false", "verify_tls = true"))
        await story.line_of(trouble.place).become(trouble.fault)
        await story.start()
        await story.want(TITLE, 1)
        story.offer(RELEASE)
        await is_shown(story, trouble)
        await story.line_of(trouble.place).become(Fault.NONE)
        if trouble.place == "qBittorrent" and trouble.fault is Fault.STRANGER:
            await story.reconfigure("verify_tls = true", "verify_tls = false")
        await is_well_again(story, trouble)

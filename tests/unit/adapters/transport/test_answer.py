from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from radarr.adapters.transport.answer import Answer

SENT = "Fri, 01 May 2026 12:00:00 GMT"


def answered(**headers: str) -> Answer:
    return Answer(503, httpx.Headers({name.replace("_", "-"): value for name, value in headers.items()}), b"", "")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        pytest.param("120", 120, id="seconds"),
        pytest.param("Fri, 01 May 2026 12:02:00 GMT", 120, id="a-date"),
        pytest.param("Friday, 01-May-26 12:02:00 GMT", 120, id="a-date-of-old"),
        pytest.param("Fri, 01 May 2026 11:00:00 GMT", 0, id="a-date-that-has-passed"),
        pytest.param("9" * 400, 999_999_999, id="for-ever"),
        pytest.param("soon", None, id="a-word"),
        pytest.param("-5", None, id="less-than-nothing"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_when_to_come_back_is_read_as_seconds_or_as_a_date(value: str, seconds: float | None) -> None:
    headers = {"retry_after": value, "date": SENT}
    assert answered(**headers).retry_after == seconds


def test_a_date_is_taken_by_our_clock_where_the_server_does_not_say_its_own() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    assert answered(retry_after=later).retry_after == pytest.approx(3600, abs=60)

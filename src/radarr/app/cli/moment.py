"""Moments as a person writes them, and as one is shown them: in the time of their own machine."""

import re
from datetime import UTC, datetime, time, timedelta

_SPAN = re.compile(r"(?:(?P<days>\d{1,4})d)?(?:(?P<hours>\d{1,5})h)?(?:(?P<minutes>\d{1,6})m)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")

FORMS = "a moment like 2026-01-31T18:30, a time of day like 18:30, or a span like 90m, 2h, 3d"


def read_moment(text: str, now: datetime) -> datetime:
    """The moment in UTC; a time of day is the next such. Raises ValueError for what is none of FORMS."""
    text = text.strip()
    if clock := _CLOCK.fullmatch(text):
        return _next(time(int(clock[1]), int(clock[2])), now)
    if text and (span := _SPAN.fullmatch(text)):
        return now.astimezone(UTC) + timedelta(**{unit: int(count or 0) for unit, count in span.groupdict().items()})
    return _instant(datetime.fromisoformat(text))


def _instant(moment: datetime) -> datetime:
    """In UTC; without a zone it is the machine's, where one that the clock leaps over is as long after the leap."""
    return datetime.fromtimestamp(moment.timestamp(), UTC)  # astimezone() would put it before the leap


def _next(clock: time, now: datetime) -> datetime:
    """Also of the two that a day has on which the clock is set back."""
    today = now.astimezone().date()
    days = (datetime.combine(today + timedelta(days=ahead), clock) for ahead in (0, 1))
    return min(at for day in days for at in _both(day) if at > now)


def _both(moment: datetime) -> tuple[datetime, datetime]:
    """The same one twice on every other day."""
    first = _instant(moment)
    return first, max(first, _instant(moment.replace(fold=1)))


def local(stamp: str | None, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    """An instant of the daemon's in the machine's time; "-" for none."""
    if not stamp:
        return "-"
    try:
        return datetime.fromisoformat(stamp).astimezone().strftime(form)
    except OverflowError:  # the last day of the calendar, which is beyond it in some zones
        return stamp


def ago(stamp: str | None, now: datetime) -> str:
    """How long ago, or how soon: "12 s", "in 3 h"; "-" for none."""
    if not stamp:
        return "-"
    seconds = round((now - datetime.fromisoformat(stamp)).total_seconds())
    return f"in {span(-seconds)}" if seconds < 0 else span(seconds)


def span(seconds: float | None) -> str:
    """A span in its largest unit, and below ten seconds to a tenth."""
    if seconds is None:
        return "-"
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} s" if seconds >= 10 or seconds == int(seconds) else f"{seconds:.1f} s"  # noqa: PLR2004

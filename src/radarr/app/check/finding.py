"""What a check is about, and what it finds."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from radarr.app.config import Config
from radarr.ports.driving.health import HealthMessage

Grade = Literal["ok", "notice", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A configuration, and the folder in which its daemon keeps what it keeps; neither the one nor the other runs."""

    config: Config
    state: Path


class Finding(NamedTuple):
    """One thing that is well, or is not, and what to do then."""

    area: str
    grade: Grade
    message: str
    remedy: str = ""


def ok(area: str, message: str) -> Finding:
    """All is well."""
    return Finding(area, "ok", message)


def of_messages(area: str, messages: Iterable[HealthMessage]) -> list[Finding]:
    """What the daemon would say of itself."""
    return [Finding(area, message.level.value, message.message, message.remedy) for message in messages]

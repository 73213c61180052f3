"""A person's word that nothing is to be searched or grabbed for a while."""

from datetime import datetime
from typing import NamedTuple


class Pause(NamedTuple):
    """Since when, and until when (None: until a person resumes)."""

    since: datetime
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it is in force."""
        return self.until is None or now < self.until

    def __str__(self) -> str:
        return f"until {self.until:%Y-%m-%d %H:%M} UTC" if self.until else "until a person resumes"

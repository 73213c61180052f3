"""Who is logged in, who is banned, and what each session has been told."""

import secrets
from dataclasses import dataclass, field
from typing import Any

_MAX_FAILURES = 5

Snapshot = dict[str, dict[str, Any]]


@dataclass(slots=True)
class SyncState:
    """The last answer of `sync/maindata` to a session, and the one that it was made from."""

    rid: int = 0
    answers: dict[int, Snapshot] = field(default_factory=dict)

    def answer(self, rid: int, now: Snapshot) -> dict[str, Any]:
        """What changed since the answer `rid`; all there is if that is too long ago."""
        base = self.answers.get(rid) if rid else None
        self.rid += 1
        self.answers = {self.rid: now} if base is None else {rid: base, self.rid: now}
        if base is None:
            return {"rid": self.rid, "full_update": True, "torrents": now, "categories": {}, "server_state": {}}
        return {"rid": self.rid, **_difference(base, now)}


def _difference(base: Snapshot, now: Snapshot) -> dict[str, Any]:
    difference: dict[str, Any] = {}
    changed = {key: _changed(base.get(key, {}), fields) for key, fields in now.items() if fields != base.get(key)}
    if changed:
        difference["torrents"] = changed
    if removed := [key for key in base if key not in now]:
        difference["torrents_removed"] = removed
    return difference


def _changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in new.items() if key not in old or old[key] != value}


@dataclass(slots=True)
class Sessions:
    """Sessions by cookie. Five wrong passwords ban, until `pardon`."""

    logins: int = 0
    failed: int = 0
    states: dict[str, SyncState] = field(default_factory=dict)
    _in_a_row: int = 0

    @property
    def banned(self) -> bool:
        return self._in_a_row >= _MAX_FAILURES

    def fail(self) -> None:
        """A wrong password."""
        self.failed += 1
        self._in_a_row += 1

    def open(self) -> str:
        """A new session's cookie."""
        cookie = secrets.token_urlsafe(12)
        self.states[cookie] = SyncState()
        self._in_a_row = 0
        return cookie

    def pardon(self) -> None:
        """Lift the ban."""
        self._in_a_row = 0

"""What may be wrong with the daemon itself."""

from collections.abc import Iterator

from radarr.app.health.look import HEALTH, STATE, Known
from radarr.ports.driving.health import HealthMessage, Level

_FIRST_YEAR = 2026  # the daemon did not exist before
_SHORT_KEY = 20
_OFTEN = 3


def database(known: Known) -> Iterator[HealthMessage]:
    """The database does not answer."""
    found = known.look.database
    if found.problem:
        yield HealthMessage(
            "DatabaseCheck",
            Level.ERROR,
            f"the database does not answer: {found.problem}",
            "look whether its server runs and its disk is well; the daemon goes on by itself when it is back",
        )


def loops(known: Known) -> Iterator[HealthMessage]:
    """A loop hangs, or fails again and again."""
    for loop in known.loops:
        if loop.hung:
            yield HealthMessage(
                "LoopCheck",
                Level.ERROR,
                f"the loop {loop.name} has been running since {loop.running_since:%Y-%m-%d %H:%M} UTC and hangs"
                if loop.running_since
                else f"the loop {loop.name} hangs",
                "look whether a disk or network share hangs; restart the daemon, and report it if it happens again",
            )
        elif loop.failures >= _OFTEN:
            yield HealthMessage(
                "LoopCheck",
                Level.WARNING,
                f"the loop {loop.name} has failed {loop.failures} times in a row: {loop.last_error}",
                "it is tried again; the log says more",
            )


def blindfold(known: Known) -> Iterator[HealthMessage]:
    """Nobody looks: no other message says anything."""
    if any(loop.name == HEALTH and loop.every <= 0 for loop in known.loops):
        yield HealthMessage(
            "BlindCheck",
            Level.WARNING,
            "schedule.health is 0: services, disks and the database are not looked at",
            "give it a number of seconds, such as 60",
        )


def state_folder(known: Known) -> Iterator[HealthMessage]:
    """The folder of database and keys cannot be used."""
    for folder in known.look.of_kind(STATE):
        if folder.trouble:
            yield HealthMessage("StateFolderCheck", Level.ERROR, *folder.trouble)
        elif folder.use and not folder.use.writable:
            yield HealthMessage(
                "StateFolderCheck",
                Level.ERROR,
                f"the state folder {folder.path} cannot be written to",
                "give it back to the daemon's user, or mount it writable",
            )


def system_time(known: Known) -> Iterator[HealthMessage]:
    """The clock stands in a time when there was no such daemon, as on a board without a battery."""
    if known.now.year < _FIRST_YEAR:
        yield HealthMessage(
            "SystemTimeCheck",
            Level.ERROR,
            f"the clock says {known.now:%Y-%m-%d %H:%M} UTC, which cannot be",
            "set the clock, and let a time service (NTP) keep it right",
        )


def api_key(known: Known) -> Iterator[HealthMessage]:
    """The key that a person chose is short."""
    length = known.terms.key_length
    if length is not None and length < _SHORT_KEY:
        yield HealthMessage(
            "ApiKeyValidationCheck",
            Level.WARNING,
            f"server.api_key has only {length} characters, so that it can be guessed",
            f"choose one of at least {_SHORT_KEY}, or leave it empty and let the daemon make one",
        )

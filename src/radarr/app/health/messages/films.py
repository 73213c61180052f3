"""What may be wrong with the library's films."""

from collections.abc import Iterator

from radarr.app.health.look import Known
from radarr.ports.driving.health import HealthMessage, Level

MOST_NAMED = 5


def removed(known: Known) -> Iterator[HealthMessage]:
    """The film database does not know a film any more. Nothing of ours fails for it: Radarr's error is our warning."""
    lost = known.look.lost
    if lost:
        named = ", ".join(lost[:MOST_NAMED]) + (" and others" if len(lost) > MOST_NAMED else "")
        yield HealthMessage(
            "RemovedMovieCheck",
            Level.WARNING,
            f"TMDB does not know {named} (any more); what is known of it stays, and is not brought up to date",
            "it may have been merged with another film there, or its id is wrong: add the right one, remove this one",
        )

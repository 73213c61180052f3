"""How far a release's claim is believed: as far as the same claim has turned out to be true of this film before.

Two releases make the same claim when they bear the same name, or when one group states the same quality, revision and
languages: that is one encode under two names, or on two sites. Other groups' claims are believed, since a group that
lies says nothing of others; a slot that has been lied to three times rests for a day, so that a film of which there
are nothing but lies is not fetched over and over.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from radarr.domain.decision.words import words
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.parsing.parsed import ParsedRelease

LIES_UNTIL_REST = 3
REST = timedelta(days=1)


def believed(parsed: ParsedRelease, claims: Iterable[ClaimRecord]) -> ParsedRelease:
    """What a name says, with the quality and the languages that the same claim turned out to have, if it is a lie.

    `claims` are those of the film that were contradicted, oldest first; the newest counts.
    """
    found = None
    for claim in claims:
        if is_same_claim(claim, parsed):
            found = claim
    if found is None:
        return parsed
    return parsed._replace(quality=found.found, languages=found.heard or parsed.languages)


def is_same_claim(claim: ClaimRecord, parsed: ParsedRelease) -> bool:
    """Whether a name claims what that release did."""
    if words(claim.title) == words(parsed.name):
        return True
    if not claim.group or not parsed.group or claim.group != parsed.group.casefold():
        return False
    return (claim.quality.id, claim.revision.rank, claim.languages) == (
        parsed.quality.id,
        parsed.revision.rank,
        parsed.languages,
    )


def rests_until(claims: Sequence[ClaimRecord], slot_id: int) -> datetime | None:
    """The end of the slot's rest, which may be over; None where it never had to rest.

    `claims` are those of the film that were contradicted, oldest first. Every third of a slot begins a rest.
    """
    lies = [claim.at for claim in claims if claim.slot_id == slot_id]
    last = len(lies) // LIES_UNTIL_REST * LIES_UNTIL_REST
    return lies[last - 1] + REST if last else None

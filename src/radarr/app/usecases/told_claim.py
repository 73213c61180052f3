"""What the history tells of a release's claim."""

from radarr.ports.store import Transaction

CONTRADICTIONS = "contradictions"


async def told_claim(tx: Transaction, slot_id: int, infohash: str) -> dict[str, str]:
    """What was claimed and found of a release whose file contradicts it, and how honest its group is; else nothing."""
    claim = await tx.claims.get(slot_id, infohash)
    if claim is None or not claim.lies:
        return {}
    told = {
        CONTRADICTIONS: "; ".join(claim.lies),
        "claimedQuality": claim.quality.name,
        "measuredQuality": claim.found.name,
    }
    if claim.group:
        told["groupHonesty"] = f"{claim.group}: {await tx.claims.honesty(claim.group)}"
    return told

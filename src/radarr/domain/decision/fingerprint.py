"""A short name for what a profile decides by, so that a later change of it is seen."""

import json
from dataclasses import fields
from hashlib import sha256

from radarr.domain.profile import Profile

_NOT_DECIDING = frozenset({"id", "name", "items", "sizes", "_positions"})


def fingerprint(profile: Profile) -> str:
    """Twelve hex digits, the same on every machine for profiles that decide alike, whatever they are called."""
    deciding = {f.name: getattr(profile, f.name) for f in fields(profile) if f.name not in _NOT_DECIDING}
    deciding["items"] = [[item.allowed, sorted(q.name for q in item.qualities)] for item in profile.items]
    deciding["sizes"] = {
        quality: [limit if limit is None else float(limit) for limit in limits]
        for quality, limits in profile.sizes.items()
    }
    return sha256(json.dumps(deciding, sort_keys=True).encode()).hexdigest()[:12]

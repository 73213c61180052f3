"""Whether a release is better than what a slot has, or is already getting: one comparison, pure.

The file on the disk and the releases in the queue are held against the same test, so the two cannot disagree.
A better quality wins whatever its score; scores decide only between equal qualities.

**Which truth is compared with which.** Of a release only its claim is known; of a file its claim, and what it was
measured to be. Held against each other as they come, the two make loops: a release that claims 2160 lines and has 1080
is a better one than the file that it became, for ever. So each of the three things that decide has a rule of its own:

- *Quality*: a file is what it was measured to be, and a release is what it claims, unless the same claim has been
  measured for this film before (`belief`): then it is what it turned out to be. A release is thus never better than the
  file that it became, under whatever name or torrent it comes again, while an honest one still replaces a liar's file,
  which it could not if claims were held against claims.
- *Revision*: what the name says, on both sides. No file tells how often its group has mended it.
- *Score*: what custom formats saw of the release when it was grabbed, on both sides, by the formats and the profile of
  today (`scoring`). Nothing that happens to a file (another name, another size on this disk, flags that its tracker no
  longer tells) moves its score. Most formats ask for words, which nothing can measure, so that lies in words stay.

**Why it ends.** What UPGRADE lets through has a higher (quality, revision, score), in this order, than what is there,
and a slot's file is replaced only by what still has that once it is measured; a torrent is grabbed once for a slot.
What claims more than it is costs a download each, of which there are three a day at most (`slot_at_rest`), none twice.
"""

from enum import Enum, auto
from typing import NamedTuple

from radarr.domain.profile import Profile, Propers
from radarr.domain.quality import Quality, Revision


class Version(NamedTuple):
    """What two releases of a film are compared by. `score` is the sum of the profile's format scores."""

    quality: Quality
    revision: Revision
    score: int = 0


class Verdict(Enum):
    """What the comparison says; all but UPGRADE are a no."""

    UPGRADE = auto()
    CUTOFF_MET = auto()
    BETTER_QUALITY = auto()
    BETTER_REVISION = auto()
    UPGRADES_NOT_ALLOWED = auto()
    FORMAT_SCORE = auto()
    FORMAT_CUTOFF_MET = auto()
    FORMAT_INCREMENT = auto()


def compare(current: Version, new: Version, profile: Profile) -> Verdict:
    """Hold `new` against `current`: first whether anything is still wanted, then whether it is better."""
    if not still_wanted(current, new, profile):
        return Verdict.CUTOFF_MET
    have, offered = profile.rank(current.quality), profile.rank(new.quality)
    if offered > have and have < profile.cutoff_rank:
        return Verdict.UPGRADE
    if offered < have:
        return Verdict.BETTER_QUALITY
    return _by_revision(current, new, profile) or _by_score(current, new, profile, better_quality=offered > have)


def still_wanted(current: Version, new: Version, profile: Profile) -> bool:
    """Whether quality or score of `current` is below its cut-off, or `new` mends the very same quality."""
    wanted_score = profile.cutoff_format_score if profile.upgrade else profile.min_format_score
    return profile.rank(current.quality) < profile.cutoff_rank or current.score < wanted_score or mends(current, new)


def mends(current: Version, new: Version) -> bool:
    """Whether `new` is the same quality in a higher revision: a proper or repack."""
    return new.quality.id == current.quality.id and new.revision.rank > current.revision.rank


def _by_revision(current: Version, new: Version, profile: Profile) -> Verdict | None:
    """A mended release is taken even where upgrades are off; that is what it was mended for."""
    matters = profile.propers is not Propers.DO_NOT_PREFER
    if matters and new.revision.rank > current.revision.rank:
        return Verdict.UPGRADE
    if not profile.upgrade:
        return Verdict.UPGRADES_NOT_ALLOWED
    if matters and new.revision.rank < current.revision.rank:
        return Verdict.BETTER_REVISION
    return None


def _by_score(current: Version, new: Version, profile: Profile, *, better_quality: bool) -> Verdict:
    if better_quality:
        return Verdict.CUTOFF_MET
    if new.score <= current.score:
        return Verdict.FORMAT_SCORE
    if current.score >= profile.cutoff_format_score:
        return Verdict.FORMAT_CUTOFF_MET
    if new.score < current.score + profile.min_upgrade_format_score:
        return Verdict.FORMAT_INCREMENT
    return Verdict.UPGRADE


_WORDINGS = {
    Verdict.UPGRADE: "{current}, and {new} is better",
    Verdict.CUTOFF_MET: "{current}, which meets the cut-off of {profile.name} ({cutoff})",
    Verdict.BETTER_QUALITY: "{current}, which {profile.name} prefers to {new}",
    Verdict.BETTER_REVISION: "{current}, a later revision than {new}",
    Verdict.UPGRADES_NOT_ALLOWED: "{current}, and {profile.name} does not upgrade",
    Verdict.FORMAT_SCORE: "{current} with score {have}; score {offered} is not better",
    Verdict.FORMAT_CUTOFF_MET: (
        "{current} with score {have}, and {profile.name} is content with {profile.cutoff_format_score}"
    ),
    Verdict.FORMAT_INCREMENT: (
        "{current} with score {have}; score {offered} gains less than the {profile.min_upgrade_format_score}"
        " that {profile.name} asks for"
    ),
}


def explain(verdict: Verdict, current: Version, new: Version, profile: Profile) -> str:
    """The end of a sentence that begins with who has `current`."""
    return _WORDINGS[verdict].format(
        current=_name(current),
        new=_name(new),
        have=current.score,
        offered=new.score,
        profile=profile,
        cutoff=profile.cutoff if profile.upgrade else "any wanted quality, as it does not upgrade",
    )


def _name(version: Version) -> str:
    number = version.revision.version
    real = " REAL" * version.revision.real
    return f"{version.quality.name}{f' v{number}' if number > 1 else ''}{real}"

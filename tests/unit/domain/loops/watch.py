"""Who watches a story: what must never happen in it, told by what is true and not by what the daemon believes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from radarr.domain.decision.belief import LIES_UNTIL_REST, REST
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.profile import Propers
from radarr.domain.quality import Quality
from tests.unit.domain.loops.chain import Chain, Fetched, Story, later
from tests.unit.domain.loops.market import Encode, Upload, an_encode, uploads, wishes

ROUNDS = 100
_ENCODES = 25
Worth = tuple[int, tuple[int, int], int]


class BrokenLawError(AssertionError):
    """A loop, or a lesser file in the place of a better one."""


@dataclass
class Watch:
    """What has happened to a slot."""

    story: Story
    grabbed: list[str] = field(default_factory=list)
    lies: list[datetime] = field(default_factory=list)
    known: dict[tuple[object, ...], Encode] = field(default_factory=dict)

    def grab(self, fetched: Fetched) -> None:
        """A torrent is grabbed once, for something better than there is and is coming, and not while the slot rests."""
        upload = fetched.upload
        if upload.infohash in self.grabbed:
            raise BrokenLawError(f"{upload.release.title} was grabbed before")
        new = self._claimed(upload, fetched.candidate.inputs)
        there = self._there()
        if there is not None and new <= there:
            raise BrokenLawError(f"{upload.release.title} ({new}) is no better than {there}")
        for other in self.story.under_way:
            if new <= self._claimed(other.upload, other.candidate.inputs):
                raise BrokenLawError(f"{upload.release.title} is no better than {other.upload.release.title}")
        last = len(self.lies) // LIES_UNTIL_REST * LIES_UNTIL_REST
        if last and self.story.now < self.lies[last - 1] + REST:
            raise BrokenLawError("the slot was lied to three times, and does not rest")
        self.grabbed.append(upload.infohash)

    def arrive(self, fetched: Fetched) -> None:
        """What comes is no less than what was there, once it is known what it is."""
        before, upload = self._there(), fetched.upload
        encode = upload.encode
        if (encode.claimed, encode.language) != (encode.lines, encode.spoken):
            self.lies.append(self.story.now)
        came = self.story.arrives(fetched)
        self.known[_claim(upload)] = encode
        after = self._there()
        if came and before is not None and (after is None or after < before):
            raise BrokenLawError(f"{upload.release.title} ({after}) took the place of {before}")

    def _there(self) -> Worth | None:
        source = self.story.source
        if source is None:
            return None
        return self._worth(source, source.encode.quality(source.encode.lines), self.story.source_inputs)

    def _claimed(self, upload: Upload, inputs: FormatInputs | None) -> Worth:
        """What anybody who remembers knows of it before it is here."""
        known = self.known.get(_claim(upload))
        encode = upload.encode
        return self._worth(upload, known.quality(known.lines) if known else encode.quality(encode.claimed), inputs)

    def _worth(self, upload: Upload, quality: Quality, inputs: FormatInputs | None) -> Worth:
        profile = self.story.wishes.profile
        mended = 2 if upload.encode.mended and profile.propers is not Propers.DO_NOT_PREFER else 1
        return (profile.rank(quality), (0, mended), self.story.score(inputs))


def _claim(upload: Upload) -> tuple[object, ...]:
    """What a group says of its work; without a group, a name alone."""
    encode = upload.encode
    if not upload.group:
        return (upload.release.title,)
    return (upload.group, encode.source, encode.claimed, encode.language, bool(encode.mended))


def live(seed: int, chain: Chain, rounds: int = ROUNDS) -> Watch:
    """A slot's life. Raises BrokenLawError."""
    random = Random(seed)  # noqa: S311 (a simulation)
    encodes = [an_encode(random) for _ in range(_ENCODES)]
    market = [upload for number, encode in enumerate(encodes) for upload in uploads(encode, number, random)]
    watch = Watch(Story(chain, wishes(random)))
    story = watch.story
    for _ in range(rounds):
        story.now += later(random)
        for fetched in [each for each in story.under_way if each.due <= story.now]:
            watch.arrive(fetched)
        if random.random() < 0.03:
            story.wishes = wishes(random)
        if story.under_way and random.random() < 0.1:
            story.is_taken_away(random.choice(story.under_way))
        if fetched := story.offered(random.sample(market, random.randint(1, 3))):
            watch.grab(fetched)
            story.under_way.append(fetched._replace(due=story.now + timedelta(hours=random.choice((0, 2, 30)))))
    return watch

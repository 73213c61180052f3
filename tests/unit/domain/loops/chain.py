"""One slot from offer to file, by the functions that decide, each of which a planted mistake may replace."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import NamedTuple

from radarr.domain.decision.belief import believed
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Blocked, Facts, Queued
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.rank import rank
from radarr.domain.decision.rules import RULES, Rule
from radarr.domain.decision.scoring import release_inputs, scored_today
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.importing.candidate import ImportFile, ImportRequest
from radarr.domain.importing.plan import Refusal, plan_import
from radarr.domain.importing.rules import RULES as IMPORT_RULES
from radarr.domain.importing.rules import ImportRule
from radarr.domain.library import LibraryRules
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.movie import Movie, MovieFile, Slot
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from tests.unit.domain.loops.market import Encode, Upload, Wishes

START = datetime(2026, 1, 1, tzinfo=UTC)
SINTEL = Movie(id=1, tmdb_id=45745, title="Sintel", original_language="English", year=2010, runtime=100, added_at=START)
_LIBRARY = LibraryRules(
    folder_format="{Movie CleanTitle} ({Release Year})",
    file_format="{Movie CleanTitle} {(Release Year)} {[Quality Full]}",
)
_parse = lru_cache(maxsize=None)(parse)


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The steps in which something may go wrong. As it stands, everything is right."""

    rules: tuple[Rule, ...] = RULES
    import_rules: tuple[ImportRule, ...] = IMPORT_RULES
    believed: Callable[[ParsedRelease, tuple[ClaimRecord, ...]], ParsedRelease] = believed
    knows: Callable[[Facts], Facts] = lambda facts: facts
    measures: Callable[[ImportRequest], ImportRequest] = lambda request: request
    keeps: Callable[[MovieFile, Encode], MovieFile] = lambda file, _encode: file
    holds: Callable[[Slot, Wishes], Slot] = lambda slot, wishes: scored_today(
        slot, SINTEL, wishes.profile, wishes.formats
    )


class Fetched(NamedTuple):
    """A torrent under way."""

    upload: Upload
    candidate: Candidate
    due: datetime


@dataclass
class Story:
    """A slot and what has become of it; `file` beside the upload that it truly came of."""

    chain: Chain
    wishes: Wishes
    now: datetime = START
    slot: Slot = field(default_factory=lambda: Slot(id=7, movie_id=1, profile="this", root_id=1))
    source: Upload | None = None
    source_inputs: FormatInputs | None = None
    under_way: list[Fetched] = field(default_factory=list)
    blocked: list[Blocked] = field(default_factory=list)
    let_go: list[Blocked] = field(default_factory=list)
    imported: set[str] = field(default_factory=set)
    claims: list[ClaimRecord] = field(default_factory=list)

    def offered(self, offers: list[Upload]) -> Fetched | None:
        """A round of the feed: what is grabbed of it."""
        slot = self.chain.holds(self.slot, self.wishes)
        facts = self.chain.knows(self._facts())
        by_guid = {offer.release.guid: offer for offer in offers}
        decisions = [decide(self._candidate(offer, slot), facts, self.chain.rules) for offer in offers]
        for decision in rank(decisions, self.wishes.profile):
            if not decision.accepted:
                break
            offer = by_guid[decision.candidate.release.guid]
            # the torrent is fetched now, which tells its hash to who did not know it
            told = decision.candidate.release._replace(infohash=offer.infohash)
            again = replace(decision.candidate, release=told)
            if decide(again, facts, self.chain.rules).accepted:
                return Fetched(offer, again, self.now)
        return None

    def _candidate(self, offer: Upload, slot: Slot) -> Candidate:
        inputs = release_inputs(offer.release, says(offer), SINTEL)
        formats = self.wishes.formats.matched(inputs).formats
        score = self.wishes.profile.score(formats)
        return Candidate(offer.release, self._believed(offer), SINTEL, slot, formats, score, inputs)

    def _believed(self, offer: Upload) -> ParsedRelease:
        return self.chain.believed(says(offer), self._lies())

    def _lies(self) -> tuple[ClaimRecord, ...]:
        return tuple(claim for claim in self.claims if claim.lies)

    def _facts(self) -> Facts:
        return Facts(
            profile=self.wishes.profile,
            kind=SearchKind.FEED,
            now=self.now,
            queue=tuple(self._queued(fetched) for fetched in self.under_way),
            blocklist=tuple(self.blocked),
            imported_infohashes=frozenset(self.imported),
            let_go=tuple(self.let_go),
            claims=self._lies(),
        )

    def _queued(self, fetched: Fetched) -> Queued:
        parsed = self._believed(fetched.upload)
        score = self.score(fetched.candidate.inputs)
        return Queued(fetched.upload.release.title, fetched.upload.infohash, parsed.quality, parsed.revision, score)

    def score(self, inputs: FormatInputs | None) -> int:
        """By the settings of today."""
        assert inputs is not None
        return self.wishes.profile.score(self.wishes.formats.matched(inputs).formats)

    def arrives(self, fetched: Fetched) -> bool:
        """Its download is whole: whether it is in the library now."""
        self.under_way.remove(fetched)
        request = self.chain.measures(self._request(fetched))
        plan = plan_import(request, self.chain.import_rules)
        refused = isinstance(plan, Refusal) and plan.final
        if claim := request.claim(refused=refused):
            self.claims.append(claim)
        if isinstance(plan, Refusal):
            (self.blocked if refused else self.let_go).append(_entry(fetched.upload))
            return False
        self.slot = replace(self.slot, file=self.chain.keeps(plan.file, fetched.upload.encode))
        self.source, self.source_inputs = fetched.upload, fetched.candidate.inputs
        self.imported.add(fetched.upload.infohash)
        return True

    def is_taken_away(self, fetched: Fetched) -> None:
        """By a person, in the client."""
        self.under_way.remove(fetched)
        self.let_go.append(_entry(fetched.upload))

    def _request(self, fetched: Fetched) -> ImportRequest:
        candidate, encode = fetched.candidate, fetched.upload.encode
        formats = self.wishes.formats.matched(candidate.inputs).formats if candidate.inputs else ()
        return ImportRequest(
            key="1-7",
            download_id=1,
            movie=SINTEL,
            slot=self.chain.holds(self.slot, self.wishes),
            profile=self.wishes.profile,
            parsed=says(fetched.upload),
            formats=formats,
            score=self.wishes.profile.score(formats),
            inputs=candidate.inputs,
            infohash=fetched.upload.infohash,
            base="/downloads",
            files=(ImportFile("Sintel/sintel.mkv", encode.size),),
            rules=_LIBRARY,
            measured=encode.measured,
            now=self.now,
        )


def says(upload: Upload) -> ParsedRelease:
    """What its name claims."""
    parsed = _parse(upload.release.title)
    assert parsed is not None
    return parsed


def _entry(upload: Upload) -> Blocked:
    release = upload.release
    return Blocked(release.title, upload.infohash, release.indexer, release.size)


def later(random: Random) -> timedelta:
    """Until the next round."""
    return timedelta(minutes=random.choice((10, 30, 240, 1200)))

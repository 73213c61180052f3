"""Grab a release for one or more slots of a film."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radarr.app.usecases.correlation import following, new_tag
from radarr.app.usecases.download_event import download_event
from radarr.app.usecases.fail_download import FailDownload
from radarr.app.usecases.gather_facts import GatherFacts
from radarr.app.usecases.indexer_gate import IndexerGate
from radarr.app.usecases.pause_work import PauseWork
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.app.usecases.send_download import SendDownload
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.scoring import release_inputs
from radarr.domain.download import Download, Grab
from radarr.domain.history import EventKind, HistoryEvent, Outcome
from radarr.domain.parsing import parse
from radarr.domain.pending import offers_of
from radarr.domain.release import Release
from radarr.domain.states.download import FINAL, DownloadState
from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.torrent.magnet import read_magnet
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.checkpoint import Checkpoint
from radarr.ports.clock import Clock
from radarr.ports.errors import Conflict, Gone, LeaseLost, PortError, Refused, Unavailable
from radarr.ports.indexer import Payload
from radarr.ports.store import Store, Transaction

log = logging.getLogger(__name__)


def identify(payload: Payload) -> Infohash:
    """The infohash of what was fetched. Raises Refused when it is no torrent."""
    try:
        if payload.torrent is not None:
            return read_torrent(payload.torrent).infohash
        return read_magnet(payload.magnet or "").infohash
    except TorrentError as error:
        raise Refused(f"what came is no torrent: {error}") from error


@dataclass(frozen=True, slots=True)
class Fetched:
    """A release whose torrent is at hand."""

    release: Release
    payload: Payload
    infohash: Infohash


class GrabRelease:
    """Grab a release for one or more slots of a film.

    - The torrent is fetched from the indexer, else from its alternates in order.
    - The intent, the history and the ledger's outcome are committed before the client hears of it.
    - Automatic grabs are decided again in the transaction that writes the intent: what another search has grabbed
      since then for the same slot counts.
    - A torrent that is under way, blocklisted by its infohash, or was had before, is not grabbed again.
    - While the client is away the intent waits; what the client refuses is blocklisted.
    """

    def __init__(
        self,
        gate: IndexerGate,
        facts: GatherFacts,
        scores: ScoreReleases,
        store: Store,
        send: SendDownload,
        fail: FailDownload,
        clock: Clock,
        checkpoint: Checkpoint,
        pause: PauseWork,
        *,
        category: str,
        observe: bool = False,
    ) -> None:
        self._observe = observe
        self._pause = pause
        self._gate = gate
        self._facts = facts
        self._scores = scores
        self._store = store
        self._send = send
        self._fail = fail
        self._clock = clock
        self._checkpoint = checkpoint
        self._category = category

    async def execute(self, candidates: Sequence[Candidate], kind: SearchKind) -> Download:
        """One download for all the candidates, which differ in their slot alone.

        Raises Gone and Refused (try the next release), Conflict (under way), Unavailable and Unauthorised.
        """
        self._refuse_when_at_rest()
        self._checkpoint("grab.decided")
        fetched = await self._fetch(candidates[0].release)
        self._checkpoint("grab.fetched")
        return await self.adopt(fetched, candidates, kind)

    async def adopt(self, fetched: Fetched, candidates: Sequence[Candidate], kind: SearchKind) -> Download:
        """Go on with a torrent that is at hand. Raises as `execute`."""
        self._refuse_when_at_rest()
        async with self._store.transaction() as tx:
            download = await self._intend(tx, fetched, candidates, kind)
        with following(download, film=str(candidates[0].movie), indexer=fetched.release.indexer):
            log.info("%s: grabbed %s from %s", candidates[0].movie, fetched.release.title, fetched.release.indexer)
            self._checkpoint("grab.intended")
            return await self._sent(download)

    async def _sent(self, download: Download) -> Download:
        try:
            return await self._send.execute(download)
        except LeaseLost:
            raise
        except Refused as error:
            await self._fail.execute(download, str(error), search_again=False)
            raise
        except PortError as error:  # the intent is kept, and is carried out later: no other release is wanted
            log.warning("%s waits: %s", download.grab.release.title, error)
            return download

    def _refuse_when_at_rest(self) -> None:
        self._pause.check()
        if self._observe:
            raise Refused("the daemon only observes, and grabs nothing", remedy='set daemon.mode = "act"')

    async def _fetch(self, release: Release) -> Fetched:
        problems: list[Gone | Refused | Unavailable] = []
        for offer in (release, *release.alternates):
            try:
                payload = await self._gate.fetch(offer)
                return Fetched(offer, payload, identify(payload))
            except (Refused, Unavailable) as error:
                log.warning("%s from %s: %s", offer.title, offer.indexer, error)
                problems.append(error)
        raise problems[-1]

    async def _intend(
        self, tx: Transaction, fetched: Fetched, candidates: Sequence[Candidate], kind: SearchKind
    ) -> Download:
        first = candidates[0]
        now = self._clock.now()
        await self._refuse_repeats(tx, fetched, first.movie.id, kind)
        # what the indexer did not tell of it is known now: it may have been had before
        known = [replace(c, release=c.release._replace(infohash=fetched.infohash.key)) for c in candidates]
        candidates = await self._decide_again(tx, known, kind)
        grab = Grab(
            release=fetched.release,
            parsed=parse(first.parsed.name) or first.parsed,  # what it claims, however far that is believed
            infohash=fetched.infohash,
            torrent=fetched.payload.torrent,
            magnet=fetched.payload.magnet,
            category=self._category,
            tag=new_tag(),
            kind=kind,
            formats=first.formats,
            score=first.score,
            inputs=first.inputs or release_inputs(first.release, first.parsed, first.movie),
            created_at=now,
        )
        download = await tx.downloads.add(
            Download(
                grab=grab,
                movie_id=first.movie.id,
                slot_ids=tuple(c.slot.id for c in candidates),
                state=DownloadState.INTENDED,
                state_since=now,
                size=fetched.release.size,
                left=fetched.release.size,
            )
        )
        for candidate in candidates:
            await tx.ledger.mark(candidate.slot.id, first.release.indexer_id, first.release.guid, Outcome.GRABBED)
            await tx.pending.drop(candidate.slot.id, offers_of(first.release))
            await tx.history.add(_grabbed(candidate, download, kind))
        return download

    async def _decide_again(
        self, tx: Transaction, candidates: Sequence[Candidate], kind: SearchKind
    ) -> Sequence[Candidate]:
        """Those whose slot still wants it. Raises Conflict when none does, Gone when their film was removed."""
        movie = await tx.movies.get(candidates[0].movie.id)
        if movie is None:
            raise Gone(f"{candidates[0].movie} is not in the library any more")
        chosen = {candidate.slot.id: candidate for candidate in candidates}
        slots = [await self._scores.today(slot, movie) for slot in movie.slots if slot.id in chosen]
        current = [replace(chosen[slot.id], movie=movie, slot=slot) for slot in slots]
        if kind is SearchKind.USER_INTERACTIVE:
            return current
        # whether the slot has waited long enough was decided among all that were offered
        facts = [replace(await self._facts.execute(tx, movie, c.slot, kind), delay_over=True) for c in current]
        decisions = [decide(candidate, known) for candidate, known in zip(current, facts, strict=True)]
        if wanting := [decision.candidate for decision in decisions if decision.accepted]:
            return wanting
        raise Conflict(f"{candidates[0].release.title}: {decisions[0].rejections[0].message}")

    async def _refuse_repeats(self, tx: Transaction, fetched: Fetched, movie_id: int, kind: SearchKind) -> None:
        for known in await tx.downloads.by_infohash(fetched.infohash):
            if known.state not in FINAL:
                raise Conflict(f"{fetched.release.title} is under way already as download {known.id}")
        blocked = {entry.infohash for entry in await tx.blocklist.for_movie(movie_id)}
        if kind is not SearchKind.USER_INTERACTIVE and fetched.infohash.key in blocked:
            raise Refused(f"{fetched.release.title} is blocklisted by its infohash")


def _grabbed(candidate: Candidate, download: Download, kind: SearchKind) -> HistoryEvent:
    release = download.grab.release
    return download_event(
        download,
        EventKind.GRABBED,
        download.grab.created_at,
        candidate.slot.id,
        indexer=release.indexer,
        size=str(release.size),
        protocol="torrent",
        releaseGroup=candidate.parsed.group or "",
        releaseSource=kind.value,
        formats=", ".join(candidate.formats),
        score=str(candidate.score),
    )

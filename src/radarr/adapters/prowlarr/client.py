"""The indexer manager of our port, spoken to by Prowlarr's API version 1."""

import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from http import HTTPStatus

from anyio import CapacityLimiter, to_thread

from radarr.adapters.newznab.document import DocumentError
from radarr.adapters.newznab.feed import Item, read_feed
from radarr.adapters.newznab.release import release_of
from radarr.adapters.prowlarr.addresses import Resolve, is_public, resolve
from radarr.adapters.prowlarr.answers import failed, refused
from radarr.adapters.prowlarr.directory import indexer_info
from radarr.adapters.prowlarr.fetching import Door, Fetcher
from radarr.adapters.prowlarr.replies import accepted, key_header, problem
from radarr.adapters.prowlarr.wire import (
    BlockFields,
    IndexerFields,
    ProfileFields,
    StatsFields,
    StatusFields,
    decode,
    decode_each,
)
from radarr.adapters.transport.client import MIB, Answer, Transport, Unanswered
from radarr.domain.release import Release
from radarr.domain.titles import search_text
from radarr.ports.clock import Clock
from radarr.ports.errors import PortError, Refused
from radarr.ports.indexer import AnswerKind, IndexerAnswer, IndexerInfo, IndexerUse, MovieQuery, Payload

log = logging.getLogger(__name__)

_API = "/api/v1"
_MAX_FEED = 8 * MIB
_MAX_RESULTS = 100
_TEXTS = 2  # searches by words for one film at one indexer: its title and its original title
_WORTH_A_THREAD = 64 << 10  # bytes of XML whose reading would hold up everything else


class Prowlarr:
    """Prowlarr 1 and 2. `categories` are those that searches are for; its key goes into a header alone.

    Links of releases may lead on to public addresses; `resolve` and `allowed` say which those are.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        api_key: str,
        categories: Sequence[int] = (2000,),
        clock: Clock,
        resolve: Resolve = resolve,
        allowed: Door = is_public,
    ) -> None:
        self._transport = transport
        self._key = api_key
        self._categories = tuple(categories)
        self._clock = clock
        # of many at work at once, each makes everything else wait for its turn
        self._reader = CapacityLimiter(1)
        self._fetcher = Fetcher(transport, api_key, resolve, allowed)

    async def version(self) -> str:
        """Its version. Raises Unavailable, Unauthorised, Refused (another program answers)."""
        answer = accepted(await self._get(f"{_API}/system/status"))
        status = decode(answer, StatusFields)
        if status.app_name != "Prowlarr" or not status.version:
            raise answer.blame(
                Refused(
                    f"{status.app_name or 'something else'} answers at {self._transport.base}, not Prowlarr",
                    remedy="set prowlarr.url to Prowlarr's address",
                )
            )
        return status.version

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        """All torrent indexers that are switched on and know movies."""
        profiles = await self._profiles()
        listed, unreadable = decode_each(accepted(await self._get(f"{_API}/indexer")), IndexerFields)
        if unreadable:
            log.warning("%d of Prowlarr's indexers cannot be read and are left out", unreadable)
        infos = (
            indexer_info(fields, profiles.get(fields.app_profile_id or 0, ProfileFields()), self._categories)
            for fields in listed
        )
        return tuple(info for info in infos if info.enabled and info.movies and info.protocol == "torrent")

    async def used(self, since: datetime) -> Mapping[int, IndexerUse]:
        """What all programs asked of each indexer, by its id."""
        path = f"{_API}/indexerstats"
        start = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        stats = decode(accepted(await self._get(path, {"startDate": start})), StatsFields)
        return {
            one.indexer_id: IndexerUse(one.number_of_queries + one.number_of_rss_queries, one.number_of_grabs)
            for one in stats.indexers or ()
        }

    async def search(self, indexer: IndexerInfo, query: MovieQuery, *, urgent: bool = False) -> IndexerAnswer:
        """By one id, since Prowlarr leaves out indexers that lack any parameter of a question; then by words."""
        answer = IndexerAnswer(indexer, AnswerKind.EMPTY, message="it can be asked neither by id nor by words")
        requests, seconds = 0, 0.0
        for question in _questions(indexer, query):
            answer = await self._ask(indexer, question, urgent=urgent)
            requests, seconds = requests + answer.requests, seconds + answer.seconds
            if answer.kind is not AnswerKind.EMPTY:
                break
        return answer._replace(requests=requests, seconds=seconds)

    async def latest(self, indexer: IndexerInfo) -> IndexerAnswer:
        """What its feed has now."""
        return await self._ask(indexer, {"t": "search"}, urgent=False)

    async def fetch(self, release: Release) -> Payload:
        """The torrent behind the release's link, else the magnet that the indexer stated."""
        try:
            return await self._fetcher.fetch(release)
        except PortError as error:
            if release.magnet is None or release.link is None:
                raise
            log.info("%s: %s; its magnet is taken instead", release.title, error.message)
            return await self._fetcher.fetch(release._replace(link=None))

    async def _get(
        self, path: str, params: Mapping[str, str | int] | None = None, *, urgent: bool = True, behind: str = ""
    ) -> Answer:
        headers = key_header(self._key)
        return await self._transport.request(
            "GET", path, params=params, headers=headers, limit=_MAX_FEED, urgent=urgent, behind=behind
        )

    async def _profiles(self) -> dict[int, ProfileFields]:
        """What indexers may be used for, by id of the app profile; a Prowlarr that has no profiles allows all."""
        answer = await self._get(f"{_API}/appprofile")
        if answer.status == HTTPStatus.NOT_FOUND:  # a wrong address says so too: the list of indexers will tell
            return {}
        profiles, _ = decode_each(accepted(answer), ProfileFields)
        return {profile.id: profile for profile in profiles}

    async def _ask(self, indexer: IndexerInfo, question: dict[str, str], *, urgent: bool) -> IndexerAnswer:
        """One request. What the indexer did is in the answer; what Prowlarr did is raised."""
        cat = ",".join(map(str, self._categories))
        params: dict[str, str | int] = {**question, "cat": cat, "extended": 1, "limit": _MAX_RESULTS}
        try:
            answer = await self._get(f"/{indexer.id}/api", params, urgent=urgent, behind=indexer.name)
        except Unanswered as error:
            return failed(indexer, error.message, error.seconds)
        if found := problem(answer):
            raise found
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            return refused(indexer, answer, blocked=await self._is_blocked(indexer, urgent=urgent))
        if answer.status != HTTPStatus.OK:
            return refused(indexer, answer)
        return await self._hits(indexer, answer)

    async def _hits(self, indexer: IndexerInfo, answer: Answer) -> IndexerAnswer:
        try:
            releases = await self._read(indexer, answer.body)
        except DocumentError as error:
            return failed(indexer, str(error), answer.seconds)
        kind = AnswerKind.HITS if releases else AnswerKind.EMPTY
        return IndexerAnswer(indexer, kind, releases, requests=1, seconds=answer.seconds)

    async def _read(self, indexer: IndexerInfo, body: bytes) -> tuple[Release, ...]:
        if len(body) <= _WORTH_A_THREAD:
            return self._releases(indexer, body)
        return await to_thread.run_sync(self._releases, indexer, body, limiter=self._reader)

    def _releases(self, indexer: IndexerInfo, body: bytes) -> tuple[Release, ...]:
        return tuple(self._release(indexer, item) for item in read_feed(body, limit=_MAX_FEED))

    def _release(self, indexer: IndexerInfo, item: Item) -> Release:
        release = release_of(
            item,
            indexer_id=indexer.id,
            indexer=indexer.name,
            priority=indexer.priority,
            privacy=indexer.privacy,
            minimum_seeders=indexer.minimum_seeders,
        )
        if release.published_at is None:
            return release
        return release._replace(published_at=min(release.published_at, self._clock.now()))  # clocks of sites run ahead

    async def _is_blocked(self, indexer: IndexerInfo, *, urgent: bool) -> bool:
        """Whether Prowlarr avoids it after failures; else it is at a limit of the user's."""
        try:
            blocks, _ = decode_each(accepted(await self._get(f"{_API}/indexerstatus", urgent=urgent)), BlockFields)
        except PortError:
            return False
        return any(block.indexer_id == indexer.id for block in blocks)


def _questions(indexer: IndexerInfo, query: MovieQuery) -> list[dict[str, str]]:
    """By id as movie search; by words as basic search, which every indexer has."""
    stated = {"imdbid": (query.imdb_id or "").lower().removeprefix("tt"), "tmdbid": str(query.tmdb_id or "")}
    by_id = [{"t": "movie", param: stated[param]} for param in indexer.id_params if stated.get(param)][:1]
    texts = dict.fromkeys(search_text(title, query.year) for title in query.titles if title.strip())
    return [*by_id, *({"t": "search", "q": text} for text in list(texts)[:_TEXTS])]

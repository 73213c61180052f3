"""The film database of our port, spoken to by TMDB's API version 3."""

import re
from http import HTTPStatus

import anyio

from radarr.adapters.tmdb.details import IMAGES, details_of
from radarr.adapters.tmdb.wire import FoundFields, MovieFields, decode, decode_films, is_no_such_film
from radarr.adapters.transport.client import MIB, Answer, Transport
from radarr.domain.imdb import normalise_imdb
from radarr.ports.errors import Gone, PortError, Refused, Unauthorised, Unavailable
from radarr.ports.metadata import MovieDetails

_PARALLEL = 4  # TMDB slows down who asks for more
_WHOLE = "release_dates,alternative_titles,translations,external_ids"
_LONGEST_REST = 3600.0  # seconds, whatever it asks for
_LONGEST = 200  # characters of a title that is looked for
_SHORT_KEY = re.compile(r"[0-9A-Za-z_-]{1,64}")
_TOKEN = re.compile(r"[0-9A-Za-z_-]+\.[0-9A-Za-z_-]+\.[0-9A-Za-z_-]+")
_KEY_REMEDY = "set tmdb.api_key to the API key or read access token that TMDB shows in your account's settings"


class Tmdb:
    """TMDB. `api_key` is the short key, which has to be part of the URL, or the long token, which goes in a header.

    `images` is the address of its pictures.
    """

    def __init__(self, transport: Transport, *, api_key: str, images: str = IMAGES) -> None:
        self._transport = transport
        self._images = images
        self._key = api_key.strip()
        self._places = anyio.Semaphore(_PARALLEL)
        self._rests_until = 0.0

    async def details(self, tmdb_id: int) -> MovieDetails:
        """One film whole, in one request. Raises Gone, also for a film that was merged into another."""
        answer = await self._get(f"/movie/{tmdb_id}", append_to_response=_WHOLE)
        fields = decode(answer, MovieFields)
        if fields.id != tmdb_id:
            remedy = "check tmdb.url, and what caches its answers; else we try again later"
            raise answer.blame(Unavailable(f"asked for film {tmdb_id}, TMDB tells of film {fields.id}", remedy=remedy))
        film = details_of(fields, self._images)
        if not film.title:
            raise Unavailable(f"TMDB has no title for film {tmdb_id}", remedy="add it by hand with --title")
        return film

    async def find(self, imdb_id: str) -> MovieDetails:
        """One film whole by its IMDb id. Raises Gone: there is none, or it is a series."""
        wanted = normalise_imdb(imdb_id)
        if wanted is None:
            raise Gone(f"{imdb_id[:40]!r} is no IMDb id", remedy="an IMDb id is tt and at least seven digits")
        found = decode(await self._get(f"/find/{wanted}", external_source="imdb_id"), FoundFields)
        if found.movie_results:
            return await self.details(found.movie_results[0].id)
        if found.tv_results or found.tv_episode_results or found.tv_season_results:
            raise Gone(f"{wanted} belongs to a television series, not to a film", remedy="only films can be added")
        raise Gone(f"TMDB knows no film with the id {wanted}", remedy="look the film up by its title")

    async def search(self, text: str, year: int = 0) -> tuple[MovieDetails, ...]:
        """Films of that title, TMDB's order: first of that year, else of any, those of a near year first."""
        wanted = " ".join(text.encode(errors="ignore").decode().split())[:_LONGEST]  # no halves of surrogates
        if not wanted:
            return ()
        if year:
            found = await self._search(query=wanted, primary_release_year=year)
            if found:
                return found
        found = await self._search(query=wanted)
        return tuple(sorted(found, key=lambda film: abs(film.year - year) > 1)) if year else found

    async def _search(self, **params: str | int) -> tuple[MovieDetails, ...]:
        films = decode_films(await self._get("/search/movie", include_adult="false", **params))
        return tuple(film for fields in films if (film := details_of(fields, self._images)).title)

    async def _get(self, path: str, **params: str | int) -> Answer:
        query, headers = self._credentials()
        async with self._places:
            self._rest()
            answer = await self._transport.request(
                "GET", path, params={**params, **query}, headers=headers, limit=8 * MIB
            )
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS and answer.retry_after:
            self._rests_until = anyio.current_time() + min(answer.retry_after, _LONGEST_REST)
        if found := _problem(answer):
            raise found
        return answer

    def _rest(self) -> None:
        """Whoever is asked to wait and goes on asking is locked out."""
        if (left := self._rests_until - anyio.current_time()) > 0:
            raise _too_fast(left)

    def _credentials(self) -> tuple[dict[str, str], dict[str, str]]:
        """Query and header."""
        if not self._key:
            raise Unauthorised("no TMDB key", remedy="add films by hand or set tmdb.api_key")
        if _TOKEN.fullmatch(self._key):
            return {}, {"Authorization": f"Bearer {self._key}"}
        if _SHORT_KEY.fullmatch(self._key):
            return {"api_key": self._key}, {}
        raise Unauthorised("tmdb.api_key has not the form of a key", remedy=_KEY_REMEDY)


def _too_fast(seconds: float | None) -> Unavailable:
    again = f"in {seconds:.0f} s" if seconds else "later"
    return Unavailable("TMDB asks us to slow down", remedy=f"we try again {again}", retry_after=seconds)


def _problem(answer: Answer) -> PortError | None:
    match answer.status:
        case HTTPStatus.OK if answer.content_type != "text/html":
            return None
        case HTTPStatus.UNAUTHORIZED:
            return Unauthorised("TMDB does not accept the key", remedy=_KEY_REMEDY)
        case HTTPStatus.NOT_FOUND if is_no_such_film(answer):
            return Gone(
                "TMDB knows no such film", remedy="its id may have been merged into another: look it up by title"
            )
        case HTTPStatus.TOO_MANY_REQUESTS:
            return _too_fast(answer.retry_after)
        case HTTPStatus.BAD_REQUEST | HTTPStatus.UNPROCESSABLE_ENTITY:
            return Refused("TMDB does not understand the request", remedy="check the title or id")
        case status:
            return answer.blame(
                Unavailable(
                    f"TMDB answers with status {status} and no data",
                    remedy="check tmdb.url; some networks block TMDB; else it is down for a while",
                    retry_after=answer.retry_after,
                )
            )

"""What Prowlarr's status codes mean, whatever was asked: about Prowlarr itself, not about one indexer."""

import re
from http import HTTPStatus

from radarr.adapters.transport.client import Answer
from radarr.ports.errors import PortError, Unauthorised, Unavailable

KEY_REMEDY = "set prowlarr.api_key to the key that Prowlarr shows under Settings, General"
URL_REMEDY = "set prowlarr.url to the address that Prowlarr's web page has, with its URL base if there is one"
_KEY = re.compile(r"[!-~]+")


def key_header(key: str) -> dict[str, str]:
    """The header that holds the key. Raises Unauthorised where it cannot be one."""
    if not key:
        raise Unauthorised("there is no API key for Prowlarr", remedy=KEY_REMEDY)
    if not _KEY.fullmatch(key):
        raise Unauthorised("the API key for Prowlarr has characters that no key has", remedy=KEY_REMEDY)
    return {"X-Api-Key": key}


def problem(answer: Answer) -> PortError | None:
    """Why this answer is not one of Prowlarr at work with our key; None if it may be."""
    match answer.status:
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return Unauthorised(f"Prowlarr at {answer.url} does not accept the API key", remedy=KEY_REMEDY)
        case HTTPStatus.SERVICE_UNAVAILABLE:
            return answer.blame(
                Unavailable(
                    "Prowlarr is starting up, or is down for a moment",
                    remedy="we try again later",
                    retry_after=answer.retry_after,
                )
            )
        case status if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
            return answer.blame(
                Unavailable(f"{answer.url} sends us elsewhere: it is not Prowlarr's API", remedy=URL_REMEDY)
            )
        case _:
            return None


def accepted(answer: Answer) -> Answer:
    """The answer of a call of the JSON API, if it worked. Raises Unavailable, Unauthorised."""
    if found := problem(answer):
        raise found
    if answer.status == HTTPStatus.NOT_FOUND or answer.content_type == "text/html":
        raise answer.blame(Unavailable(f"{answer.url} is not Prowlarr's API", remedy=URL_REMEDY))
    if answer.status != HTTPStatus.OK:
        raise Unavailable(
            f"Prowlarr failed with status {answer.status} at {answer.url}", remedy="see Prowlarr's own log"
        )
    return answer

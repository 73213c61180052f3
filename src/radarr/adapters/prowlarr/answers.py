"""What went wrong at one indexer, as its answer."""

from http import HTTPStatus

import msgspec

from radarr.adapters.newznab.document import read_error
from radarr.adapters.newznab.links import without_secrets
from radarr.adapters.transport.client import Answer
from radarr.ports.indexer import AnswerKind, IndexerAnswer, IndexerInfo

_MAX_WORDS = 200  # characters: Prowlarr's descriptions may hold a whole stack trace
_MAX_DOCUMENT = 64 << 10
_NOT_ASKED = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.GONE, HTTPStatus.NOT_FOUND})


class _Failure(msgspec.Struct, rename="camel"):
    message: str | None = None
    error_message: str | None = None
    title: str | None = None


def failed(indexer: IndexerInfo, why: str, seconds: float) -> IndexerAnswer:
    """It was asked and failed, for this reason, after so many seconds."""
    message = without_secrets(f"{indexer.name}: {why}")
    return IndexerAnswer(indexer, AnswerKind.FAILED, message=message, requests=1, seconds=seconds)


def refused(indexer: IndexerInfo, answer: Answer, *, blocked: bool = False) -> IndexerAnswer:
    """What an error status says about this indexer; a 429 is a limit, or a block after failures."""
    words = _words(answer) if answer.status != HTTPStatus.TOO_MANY_REQUESTS else ""  # a time of Prowlarr's own zone
    match answer.status:
        case HTTPStatus.TOO_MANY_REQUESTS if blocked:
            kind, why = AnswerKind.BLOCKED, "Prowlarr avoids it for a while after failures"
        case HTTPStatus.TOO_MANY_REQUESTS:
            kind, why = AnswerKind.LIMITED, "its limit of requests is reached"
        case HTTPStatus.GONE:
            kind, why = AnswerKind.DISABLED, "it is switched off in Prowlarr"
        case HTTPStatus.NOT_FOUND:
            kind, why = AnswerKind.DISABLED, "Prowlarr has this indexer no more"
        case status:
            kind, why = AnswerKind.FAILED, f"Prowlarr answers with status {status}"
    message = without_secrets(f"{indexer.name}: {why}" + (f" ({words})" if words else ""))
    return IndexerAnswer(
        indexer,
        kind,
        message=message,
        retry_after=answer.retry_after,
        requests=0 if answer.status in _NOT_ASKED else 1,  # Prowlarr itself said no
        seconds=answer.seconds,
    )


def _words(answer: Answer) -> str:
    """What it says itself, in XML or JSON; "" where that is no sentence."""
    if len(answer.body) > _MAX_DOCUMENT:
        return ""
    return " ".join((read_error(answer.body) or _from_json(answer.body)).split())[:_MAX_WORDS]


def _from_json(body: bytes) -> str:
    try:
        failure = msgspec.json.decode(body, type=_Failure)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
    return failure.message or failure.error_message or failure.title or ""

"""JSON as Radarr writes it: camelCase, nulls left out, instants in UTC with Z."""

import re
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import anyio
import msgspec
from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.ports.errors import Refused

T = TypeVar("T")
B = TypeVar("B", bound="Body")
_LARGEST = 2**31 - 1
Id = Annotated[int, msgspec.Meta(ge=0, le=_LARGEST)]
"""Also of years and minutes: what is larger, no database would take."""
_NUMBER = re.compile(r"[+-]?[0-9]{1,10}")
BODY_PATIENCE = 30.0  # seconds
BODY_LIMIT = 16 << 20  # a torrent of a whole collection is large; nothing else comes near


class Shape(msgspec.Struct, kw_only=True, rename="camel"):
    """A JSON object; a field that is UNSET is left out."""


class Body(msgspec.Struct, kw_only=True, rename=lambda name: name.replace("_", "")):
    """What a client sends. Its names are compared in lower case, since Radarr takes any."""


def instant(at: datetime | None) -> str | UnsetType:
    """ISO 8601 in whole seconds, as Radarr's clients parse it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else UNSET


def given(value: T | None) -> T | UnsetType:
    """None is left out."""
    return UNSET if value is None else value


def answer(value: object, status: int = 200) -> web.Response:
    """One JSON document."""
    return web.Response(
        body=msgspec.json.encode(value), status=status, content_type="application/json", charset="utf-8"
    )


def failure(status: int, message: str, description: str = "") -> web.Response:
    """Radarr's error object."""
    return answer({"message": message, "description": description}, status)


def validation(name: str, message: str, code: str = "Invalid") -> dict[str, str]:
    """One element of Radarr's array of validation failures."""
    return {"propertyName": name, "errorMessage": message, "severity": "error", "errorCode": code}


class Invalid(Refused):
    """A field of the body is not as it must be; `name` is Radarr's name of it, such as TmdbId, "" for the whole."""

    def __init__(self, name: str, message: str, *, remedy: str = "", code: str = "Invalid") -> None:
        super().__init__(message, remedy=remedy)
        self.name = name
        self.code = code


async def read(request: web.Request, kind: type[B]) -> B:
    """The request's body as `kind`; names in any case, numbers also as strings, unknown fields ignored.

    Raises Refused for what is not JSON, Invalid for a field of another type.
    """
    try:
        document = _lowered(msgspec.json.decode(await _body(request) or b"{}"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(f"the body is not JSON: {error}") from error
    try:
        return msgspec.convert(document, kind, strict=False)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$.")
        name = _pascal(where.rstrip("`"), kind)
        raise Invalid(name, f"{name}: {what}" if name else what) from error


async def _body(request: web.Request) -> bytes:
    """The body, which must come within a while.

    Raises HTTPRequestTimeout, HTTPRequestEntityTooLarge, and Refused for one that is garbled.
    """
    if (request.content_length or 0) > BODY_LIMIT:  # aiohttp would wait until so much has come
        raise web.HTTPRequestEntityTooLarge(max_size=BODY_LIMIT, actual_size=request.content_length or 0)
    try:
        with anyio.fail_after(BODY_PATIENCE):
            return await request.read()
    except TimeoutError as error:
        raise web.HTTPRequestTimeout(text="the body did not come in time") from error
    except web.RequestPayloadError as error:
        raise Refused(f"the body cannot be read: {error}") from error


def _lowered(value: object) -> object:
    """A document with its names in lower case."""
    if isinstance(value, dict):
        return {name.lower(): _lowered(inner) for name, inner in value.items()}
    return [_lowered(inner) for inner in value] if isinstance(value, list) else value


def _pascal(where: str, kind: type[Body]) -> str:
    for field in msgspec.structs.fields(kind):
        if field.encode_name == where.partition(".")[0].partition("[")[0]:
            return field.name.title().replace("_", "")
    return where


def number(request: web.Request, name: str, default: int) -> int:
    """A query parameter as an integer of 32 bits, names without regard to case. Raises Refused."""
    value = text(request, name)
    if not value:
        return default
    if not _NUMBER.fullmatch(value):
        raise Refused(f"{name} must be a number, not {value[:40]!r}")
    return min(max(int(value), -_LARGEST - 1), _LARGEST)


def text(request: web.Request, name: str) -> str:
    """A query parameter, names without regard to case; empty where absent."""
    return next((value for key, value in request.query.items() if key.casefold() == name.casefold()), "")


def flag(request: web.Request, name: str, *, default: bool) -> bool:
    """A query parameter as a boolean; `True` and `true` alike."""
    value = text(request, name)
    return value.casefold() in {"true", "1"} if value else default

"""JSON as Radarr writes it: camelCase, nulls left out, instants in UTC with Z."""

from datetime import UTC, datetime
from typing import TypeVar

import msgspec
from aiohttp import web
from msgspec import UNSET, UnsetType

T = TypeVar("T")
BODY_LIMIT = 16 << 20  # a torrent of a whole collection is large; nothing else comes near


class Shape(msgspec.Struct, kw_only=True, rename="camel"):
    """A JSON object; a field that is UNSET is left out."""


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


async def read(request: web.Request, kind: type[T]) -> T:
    """The request's body as `kind`; unknown fields are ignored. Raises msgspec.ValidationError."""
    return msgspec.json.decode(await request.read() or b"{}", type=kind, strict=False)


def number(request: web.Request, name: str, default: int) -> int:
    """A query parameter as an integer, names without regard to case. Raises HTTPBadRequest."""
    value = text(request, name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise web.HTTPBadRequest(text=f"{name} must be a number, not {value!r}") from None


def text(request: web.Request, name: str) -> str:
    """A query parameter, names without regard to case; empty where absent."""
    return next((value for key, value in request.query.items() if key.casefold() == name.casefold()), "")


def flag(request: web.Request, name: str, *, default: bool) -> bool:
    """A query parameter as a boolean; `True` and `true` alike."""
    value = text(request, name)
    return value.casefold() in {"true", "1"} if value else default


class Page(Shape, kw_only=True):
    """Radarr's paging envelope."""

    page: int
    page_size: int
    sort_key: str
    sort_direction: str
    total_records: int
    records: list[object]

"""Column types that mean the same on SQLite and PostgreSQL."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_ESCAPED = "\ue000"  # a private character that begins a text which the database could not hold as it is


class Instant(TypeDecorator[datetime]):
    """An aware datetime as integer UTC milliseconds."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else _EPOCH + value * _MILLISECOND


class Text(TypeDecorator[str]):
    """Any string: NUL and lone surrogates (foreign bytes of file names), which PostgreSQL refuses, are escaped."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        if value is None or _is_plain(value):
            return value
        return _ESCAPED + json.dumps(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        if value is None or not value.startswith(_ESCAPED):
            return value
        return str(json.loads(value[1:]))


def _is_plain(text: str) -> bool:
    if "\0" in text or text.startswith(_ESCAPED):
        return False
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


class Json(TypeDecorator[Any]):
    """JSON in ASCII text, which holds every string that Python has."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:  # noqa: ANN401, ARG002
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:  # noqa: ANN401, ARG002
        if value is None:
            return None
        try:
            return msgspec.json.decode(value)  # in a quarter of the time
        except msgspec.DecodeError:  # half a character, or what is no number, which it refuses
            return json.loads(value)

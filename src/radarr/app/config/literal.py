"""Values as TOML writes them, on one line."""

import json
from collections.abc import Mapping


def literal(value: object) -> str:
    """A TOML literal of a plain value; JSON's strings and numbers are TOML's as well."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(str(key))} = {literal(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, str):
        return _quoted(value)
    return str(value).lower() if isinstance(value, bool | int | float) else str(value)  # the rest: dates and times


def _key(name: str) -> str:
    bare = name.replace("_", "").replace("-", "")
    return name if bare.isascii() and bare.isalnum() else _quoted(name)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # the one that TOML forbids and JSON allows

"""Radarr's own description of its answers, to hold ours against."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_CONTRACT = Path(__file__).parents[3].parent / "shared" / "contracts" / "radarr-v3-openapi.json"
_TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict}

needs_contract = pytest.mark.skipif(not _CONTRACT.exists(), reason="the shared contracts are not beside the repository")


def schemas() -> dict[str, Any]:
    """Every schema by name."""
    found: dict[str, Any] = json.loads(_CONTRACT.read_text())["components"]["schemas"]
    return found


def strange(value: object, schema: dict[str, Any], known: dict[str, Any], where: str) -> Iterator[str]:
    """The places of an answer that are not Radarr's: a name, a type, or a word that it does not have."""
    if "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    kind = schema.get("type")
    if kind is None:
        return
    if not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean"):
        yield f"{where} is {value!r}, not {kind}"
    elif value not in schema.get("enum", [value]):
        yield f"{where} is {value!r}, none of {schema['enum']}"
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from strange(item, schema.get("items", {}), known, f"{where}[{number}]")
    elif isinstance(value, dict):
        yield from _strange_names(value, schema, known, where)


def _strange_names(value: dict[str, Any], schema: dict[str, Any], known: dict[str, Any], where: str) -> Iterator[str]:
    properties, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name, inner in value.items():
        if name in properties:
            yield from strange(inner, properties[name], known, f"{where}.{name}")
        elif isinstance(rest, dict):
            yield from strange(inner, rest, known, f"{where}.{name}")
        elif not rest:
            yield f"{where}.{name} is not Radarr's"

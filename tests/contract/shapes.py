"""Holds a simulated answer against a recorded one: a shape of our own making would hide a wrong field."""

from collections.abc import Iterator
from pathlib import Path

import pytest

_SAMPLES = Path(__file__).parents[2].parent / "shared" / "contracts" / "samples"

needs_samples = pytest.mark.skipif(not _SAMPLES.is_dir(), reason="the recorded samples are not beside the repository")


def sample(service: str, name: str) -> bytes:
    """One recorded answer."""
    return (_SAMPLES / service / name).read_bytes()


def strange(answer: object, recorded: object, path: str = "$") -> Iterator[str]:
    """The places of an answer that the sample does not have, or has of another type.

    What the answer leaves out is no difference. An empty list or a null of the sample says nothing.
    """
    if recorded is None:
        return
    if type(answer) is not type(recorded):
        yield f"{path} is {type(answer).__name__}, recorded as {type(recorded).__name__}"
    elif isinstance(answer, dict) and isinstance(recorded, dict):
        for key, value in answer.items():
            if key in recorded:
                yield from strange(value, recorded[key], f"{path}.{key}")
            else:
                yield f"{path}.{key} is not recorded"
    elif isinstance(answer, list) and isinstance(recorded, list) and recorded:
        for at, item in enumerate(answer):
            yield from min((list(strange(item, other, f"{path}[{at}]")) for other in recorded), key=len)

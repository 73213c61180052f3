"""What bounds a slot, at the command line."""

from typing import Any

import click

from radarr.app.cli.output import size
from radarr.app.config.values import SIZE_BOUND

EDITION = "Only this edition fills the slot: words, or a /pattern/; an empty one takes any again."
MAX_SIZE = 'Largest release for the slot: "6GiB", or per minute "60MiB/min"; an empty one: no limit.'


def size_bound(_context: click.Context, _option: click.Parameter, written: str | None) -> dict[str, int]:
    """What the request says; nothing where nothing is given."""
    if written is None:
        return {}
    try:
        bound = SIZE_BOUND.decode(written)
    except ValueError:
        raise click.BadParameter(f"{written!r} is no size: write it as in 6GiB or 60MiB/min") from None
    return {"maxSize": bound.total or 0, "maxSizePerMinute": bound.per_minute or 0}


def limits(slot: dict[str, Any]) -> str | None:
    """In words; None where there are none."""
    told = [slot["edition"]] if "edition" in slot else []
    told += [f"at most {size(slot['maxSize'])}"] if "maxSize" in slot else []
    told += [f"at most {size(slot['maxSizePerMinute'])} a minute"] if "maxSizePerMinute" in slot else []
    return ", ".join(told) or None

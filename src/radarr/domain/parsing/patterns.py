"""Regular expressions, compiled when first needed: most names need none, and the import is quicker for it."""

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of this package, ready for use."""
    return re.compile(pattern, flags)

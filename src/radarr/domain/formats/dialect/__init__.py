"""Patterns as custom formats write them: .NET's regular expressions, ignoring case, found anywhere in a text.

`read` makes a tree of a pattern, `write` a Python pattern of a tree, `cost` says how much work it can make at worst,
`literals` what a text must hold for it to match, `pattern` compiles and searches within a bound of time.
"""

from radarr.domain.formats.dialect.fold import fold
from radarr.domain.formats.dialect.pattern import SECONDS, OutOfTime, Pattern, compile_pattern
from radarr.domain.formats.dialect.read import PatternError

__all__ = ["SECONDS", "OutOfTime", "Pattern", "PatternError", "compile_pattern", "fold"]

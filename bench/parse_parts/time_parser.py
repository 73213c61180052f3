"""Times one parser: `python time_parser.py PARSER SECONDS`; names as a JSON list on standard input.

Prints microseconds of CPU a name: the median of passes after one that warms up. Exit code 3: not installed.
"""

import contextlib
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable

PARSERS = {
    "ours": ("radarr.domain.parsing", "parse"),
    "guessit": ("guessit", "guessit"),
    "parsett": ("PTT", "parse_title"),
    "releascenify": ("releascenify", "parse_filename"),
}
FEWEST = 3


def one_pass(parse: Callable[[str], object], names: list[str]) -> float:
    begun = time.process_time()
    for name in names:
        with contextlib.suppress(Exception):  # some parsers raise on some names, and had their time by then
            parse(name)
    return time.process_time() - begun


def main(parser: str, seconds: float) -> int:
    module, function = PARSERS[parser]
    try:
        parse = getattr(importlib.import_module(module), function)
    except ImportError:
        return 3
    names = json.load(sys.stdin)
    one_pass(parse, names)
    passes: list[float] = []
    while len(passes) < FEWEST or sum(passes) < seconds:
        passes.append(one_pass(parse, names))
    print(statistics.median(passes) / len(names) * 1e6)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))

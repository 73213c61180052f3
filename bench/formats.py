"""What it costs to tell which custom formats match: `python bench/formats.py [--names N] [--rounds N] [--json FILE]`.

All formats of the TRaSH guides, on names of every kind with what Radarr reads in them, in one run on one core:
- the index, new in each round, so that its tables fill as they do in a daemon that has just begun;
- naive: each format's conditions one after another by `re`, or `regex` where `re` cannot, as far as needed;
- the project's own evaluation one by one, which has bounds of time;
- every pattern of every format and nothing else, the least that asking them all can cost.
The index must give what the evaluation one by one gives, and be 4 times as fast as naive (goal 12), else the exit code
is 1.
"""

import argparse
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import regex

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from radarr.domain.formats.conditions import EditionMatches, GroupMatches, Test, TitleMatches
from radarr.domain.formats.custom_format import CustomFormat, matching
from radarr.domain.formats.index import compile_index
from radarr.domain.formats.inputs import FormatInputs
from tests.unit.domain.formats.shared import answers, trash_formats

FLOOR, GOAL = 4, 12
Search = Callable[[str], object]
Bare = list[tuple[str, list[list[tuple[bool, bool, Callable[[FormatInputs], bool]]]]]]


def search_of(source: str) -> Search:
    try:
        return re.compile(source, re.IGNORECASE).search
    except re.error:
        return regex.compile(source, regex.IGNORECASE).search


def bare_test(test: Test) -> Callable[[FormatInputs], bool]:
    """A condition's test without our dialect, fold or clock."""
    if not isinstance(test, TitleMatches | EditionMatches | GroupMatches):
        return test.holds
    search = search_of(test.pattern.source)
    if isinstance(test, TitleMatches):
        return lambda inputs: search(inputs.title) is not None
    if isinstance(test, EditionMatches):
        return lambda inputs: inputs.edition is not None and search(inputs.edition) is not None
    return lambda inputs: inputs.group is not None and search(inputs.group) is not None


def bare_formats(formats: tuple[CustomFormat, ...]) -> Bare:
    return [
        (each.name, [[(c.required, c.negate, bare_test(c.test)) for c in same] for same in each.kinds()])
        for each in formats
    ]


def satisfied(same: list[tuple[bool, bool, Callable[[FormatInputs], bool]]], inputs: FormatInputs) -> bool:
    found = False
    for required, negate, test in same:
        if required or not found:
            holds = test(inputs) != negate
            if required and not holds:
                return False
            found = found or holds
    return found


def naive(bare: Bare, inputs: FormatInputs) -> list[str]:
    return [name for name, kinds in bare if all(satisfied(same, inputs) for same in kinds)]


def patterns_alone(formats: tuple[CustomFormat, ...]) -> Callable[[FormatInputs], object]:
    tests = [condition.test for each in formats for condition in each.conditions]
    titles = [search_of(test.pattern.source) for test in tests if isinstance(test, TitleMatches)]
    groups = [search_of(test.pattern.source) for test in tests if isinstance(test, GroupMatches)]

    def ask(inputs: FormatInputs) -> None:
        for search in titles:
            search(inputs.title)
        for search in groups:
            search(inputs.group or "")

    return ask


def microseconds(call: Callable[[FormatInputs], object], names: list[FormatInputs]) -> float:
    start = time.process_time()  # others may want the core
    for inputs in names:
        call(inputs)
    return (time.process_time() - start) / len(names) * 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()

    formats = trash_formats()
    names = [inputs for inputs, _ in answers("formats.jsonl")]
    names = names[:: max(1, len(names) // options.names)][: options.names]
    start = time.perf_counter()
    index = compile_index(formats)
    compiling = time.perf_counter() - start
    exact = all(index.matching(inputs) == matching(formats, inputs) for inputs in names)

    bare, alone = bare_formats(formats), patterns_alone(formats)
    took: dict[str, list[float]] = {}
    for _ in range(options.rounds):
        fresh = compile_index(formats)
        for what, call in (
            ("index", fresh.matching),
            ("naive", lambda inputs: naive(bare, inputs)),
            ("one by one", lambda inputs: matching(formats, inputs)),
            ("patterns alone", alone),
        ):
            took.setdefault(what, []).append(microseconds(call, names))
    figures = {what: statistics.median(each) for what, each in took.items()}
    ratios = {what: figure / figures["index"] for what, figure in figures.items()}

    print(f"{len(formats)} formats, {len(names)} names, {options.rounds} rounds; index compiled in {compiling:.2f} s")
    for what, figure in figures.items():
        print(f"{what:>16}: {figure:8.1f} us a name, {ratios[what]:5.1f} x the index")
    print(f"exact: {'yes' if exact else 'NO'}; floor {FLOOR} x naive, goal {GOAL} x")
    if options.json:
        result = {"microseconds": figures, "ratios": ratios, "exact": exact, "compile_seconds": compiling}
        options.json.write_text(json.dumps(result, indent=1) + "\n")
    return 0 if exact and ratios["naive"] >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())

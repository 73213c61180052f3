"""What is written is read as it was, whatever the guides call their things."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from radarr.app.trash.judge import write_copy
from radarr.app.trash.written import left_over, read_written, render
from radarr.domain.trash.changes import changes
from radarr.domain.trash.want import Snapshot
from tests.unit.app.trash.guides import condition

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
IDS = st.sampled_from(["a" * 32, "b" * 32, "c" * 32])
LIMITS = st.tuples(*[st.sampled_from([0, 2.5, 100])] * 3)


def formats(held: Mapping[str, str]) -> dict[str, dict[str, object]]:
    return {
        trash_id: {"trash_id": trash_id, "name": name, "specifications": [condition(name, name)]}
        for trash_id, name in held.items()
    }


def profiles(held: Mapping[str, tuple[str, Mapping[str, int]]]) -> dict[str, dict[str, object]]:
    web = {"name": "WEB", "qualities": ["WEBDL-1080p", "WEBRip-1080p"]}
    return {
        trash_id: {"name": name, "upgrade": True, "qualities": ["DVD", web], "format_scores": dict(scores)}
        for trash_id, (name, scores) in held.items()
    }


SCORED = st.tuples(NAMES, st.dictionaries(NAMES, st.integers(-10000, 10000).filter(bool), min_size=1, max_size=4))
SNAPSHOTS = st.builds(
    Snapshot,
    st.dictionaries(IDS, NAMES, max_size=4).map(formats),
    st.lists(st.tuples(IDS, SCORED), max_size=3, unique_by=(lambda each: each[0], lambda each: each[1][0])).map(
        lambda held: profiles(dict(held))
    ),
    st.dictionaries(NAMES, LIMITS, max_size=4),
)


@given(SNAPSHOTS)
def test_what_is_written_is_read_as_it_was(snapshot: Snapshot) -> None:
    with TemporaryDirectory() as folder:
        contents = render(snapshot)
        write_copy(contents, Path(folder))
        names = {trash_id: str(settings["name"]) for trash_id, settings in snapshot.profiles.items()}
        assert read_written(Path(folder), names) == snapshot
        assert list(left_over(Path(folder), contents)) == []


@given(SNAPSHOTS, SNAPSHOTS)
def test_there_is_a_change_where_there_is_a_difference_and_nowhere_else(before: Snapshot, after: Snapshot) -> None:
    assert (changes(before, after) == ()) == (before == after)

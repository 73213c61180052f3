"""Every sample of what Prowlarr sends as JSON is understood."""

from pathlib import Path

import httpx
import pytest

from radarr.adapters.prowlarr.answers import refused
from radarr.adapters.prowlarr.directory import indexer_info
from radarr.adapters.prowlarr.wire import BlockFields, IndexerFields, ProfileFields, StatusFields, decode, decode_each
from radarr.adapters.transport.client import Answer
from radarr.ports.errors import Unavailable
from radarr.ports.indexer import AnswerKind, IndexerInfo

SAMPLES = Path(__file__).parents[4].parent / "shared" / "contracts" / "samples" / "prowlarr"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the wire samples are not beside this checkout")


def _answer(name: str, status: int = 200) -> Answer:
    return Answer(status, httpx.Headers(), (SAMPLES / name).read_bytes(), "http://prowlarr")


def test_the_status_names_program_and_version() -> None:
    status = decode(_answer("system_status_200.json"), StatusFields)
    assert (status.app_name, status.version) == ("Prowlarr", "2.3.6.5402")


def test_every_indexer_is_listed() -> None:
    rows, unreadable = decode_each(_answer("indexer_list_200.json"), IndexerFields)
    infos = [indexer_info(row, ProfileFields(), (2000,)) for row in rows]
    assert unreadable == 0
    assert [(info.id, info.privacy, info.enabled, info.id_params) for info in infos] == [
        (3, "private", True, ("imdbid", "tmdbid")),
        (5, "public", True, ()),
        (9, "semiPrivate", False, ("imdbid",)),
    ]
    assert all((info.grab_limit, info.query_limit, info.limit_hours) == (10, None, 24) for info in infos)


def test_blocked_indexers_are_named() -> None:
    assert decode_each(_answer("indexerstatus_200.json"), BlockFields)[0] == [BlockFields(indexer_id=5)]
    assert decode_each(_answer("indexerstatus_empty_200.json"), BlockFields)[0] == []


@pytest.mark.parametrize(
    ("name", "status", "kind", "says"),
    [
        ("newznab_429_query_limit.xml", 429, AnswerKind.LIMITED, "limit"),
        ("newznab_410_disabled.xml", 410, AnswerKind.DISABLED, "switched off"),
        ("newznab_400_imdbid.xml", 400, AnswerKind.FAILED, "Incorrect parameter"),
        ("indexer_404.json", 404, AnswerKind.DISABLED, "no indexer with id 77"),
        ("search_400_problem_details.json", 400, AnswerKind.FAILED, "status 400"),
        ("grab_400_validation.json", 400, AnswerKind.FAILED, "status 400"),
    ],
)
def test_an_error_becomes_the_indexers_answer(name: str, status: int, kind: AnswerKind, says: str) -> None:
    answer = refused(IndexerInfo(3, "Example", "torrent"), _answer(name, status))
    assert answer.kind is kind
    assert says in answer.message
    assert "NzbDrone" not in answer.message


def test_a_row_that_cannot_be_read_spoils_no_other() -> None:
    answer = Answer(200, httpx.Headers(), b'[{"id": 1}, {"name": "no id"}, {"id": "x"}, {"id": 2}]', "")
    rows, unreadable = decode_each(answer, IndexerFields)
    assert ([row.id for row in rows], unreadable) == ([1, 2], 2)


def test_what_is_no_json_is_for_later() -> None:
    with pytest.raises(Unavailable, match="cannot be read"):
        decode(Answer(200, httpx.Headers(), b"<html>", "http://prowlarr"), StatusFields)

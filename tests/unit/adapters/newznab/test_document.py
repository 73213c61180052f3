"""XML of strangers."""

import pytest

from radarr.adapters.newznab.document import DocumentError, ReportedError, number, read_document, read_error

BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>"""
OUR_FILES = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>"""


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(BILLION_LAUGHS, "refused", id="a-billion-laughs"),
        pytest.param(OUR_FILES, "refused", id="a-file-of-ours"),
        pytest.param(b"<!DOCTYPE rss><rss />", "refused", id="a-document-type"),
        pytest.param(b"<!DOCTYPE html><html></html>", "web page", id="a-web-page"),
        pytest.param(b"\xef\xbb\xbf\n<HTML>", "web page", id="an-old-web-page"),
        pytest.param(b"  ", "empty", id="nothing"),
        pytest.param(b"<rss><channel>", "no XML", id="half-a-document"),
        pytest.param(b'{"message": "no"}', "no XML", id="json"),
        pytest.param(b'<?xml version="1.0" encoding="klingon"?><rss />', "no XML", id="an-unknown-encoding"),
        pytest.param(b"<caps />", "<caps>", id="another-document"),
    ],
)
def test_what_is_no_feed_is_refused_with_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says):
        read_document(data, root="rss")


def test_more_than_the_limit_is_not_read() -> None:
    with pytest.raises(DocumentError, match="more than the 10"):
        read_document(b"<rss></rss>", root="rss", limit=10)


def test_control_characters_do_no_harm() -> None:
    assert read_document(b"<rss>a\x01b\x1f&#x1;&#31;&#10;</rss>", root="rss").text == "ab\n"


def test_a_reported_error_keeps_its_code_and_words() -> None:
    with pytest.raises(ReportedError, match="Incorrect parameter") as caught:
        read_document(b'<error code="201" description="Incorrect parameter (imdbid)" />', root="rss")
    assert caught.value.code == 201


def test_an_error_document_is_read_as_words() -> None:
    assert read_error(b'<error code="410" description=" Indexer is disabled " />') == "Indexer is disabled"
    assert read_error(b"<html>no</html>") == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), (" 7 ", 7), ("-1", None), ("", None), (None, None), ("1e9", None), ("²", None), ("9" * 30, None)],
)
def test_only_whole_numbers_are_numbers(text: str | None, value: int | None) -> None:
    assert number(text) == value

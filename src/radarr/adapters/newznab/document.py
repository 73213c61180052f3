"""Reads XML that strangers wrote.

    DocumentError          it is not what was asked for; the text is a sentence for people
    └── ReportedError      it is a well-formed report of an error, with a code

Entities and document types are refused: ten lines of them can fill the memory, or name files of ours.
"""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException

DEFAULT_LIMIT = 16 << 20

_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROL_REFERENCE = re.compile(rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));", re.IGNORECASE)
_WEB_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)", re.IGNORECASE)


class DocumentError(ValueError):
    """It is not what was asked for. The text is a sentence for people."""


class ReportedError(DocumentError):
    """The other side reports an error; `code` as newznab numbers them, 0 if it gave none."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description or f"error {code}")
        self.code = code


def read_document(data: bytes, *, root: str, limit: int = DEFAULT_LIMIT) -> Element:
    """The root element, which must have this name; at most `limit` bytes. Raises DocumentError, ReportedError."""
    from defusedxml.ElementTree import fromstring

    if len(data) > limit:
        raise DocumentError(f"the answer has {len(data)} bytes, more than the {limit} that are read")
    if not data.strip():
        raise DocumentError("the answer is empty")
    if _WEB_PAGE.match(data):
        raise DocumentError("the answer is a web page, not XML")
    try:
        element: Element = fromstring(_CONTROL_REFERENCE.sub(b"", _CONTROL.sub(b"", data)), forbid_dtd=True)
    except DefusedXmlException as error:
        raise DocumentError("the answer holds a document type or entities, which are refused") from error
    except (ParseError, ValueError, LookupError) as error:  # LookupError: an encoding that nobody knows
        where = str(error).replace(": line", " in line")  # "token: ..." looks like a secret, and would be hidden
        raise DocumentError(f"the answer is no XML that can be read ({where})") from error
    if element.tag == "error" and root != "error":
        raise ReportedError(number(element.get("code")) or 0, element.get("description", "").strip())
    if element.tag != root:
        raise DocumentError(f"the answer is <{element.tag[:40]}>, not <{root}>")
    return element


def read_error(data: bytes, *, limit: int = DEFAULT_LIMIT) -> str:
    """What an error document says; "" where it is none."""
    try:
        return read_document(data, root="error", limit=limit).get("description", "").strip()
    except DocumentError:
        return ""


def number(text: str | None) -> int | None:
    """A whole number that is not negative; None for all else."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else None  # noqa: PLR2004 (64 bits)

"""The items of a search or a feed, as plain values."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from radarr.adapters.newznab.document import DEFAULT_LIMIT, number, read_document

_ATTRIBUTES = ("{http://torznab.com/schemas/2015/feed}attr", "{http://www.newznab.com/DTD/2010/feeds/attributes/}attr")


class Item(NamedTuple):
    """One item. Texts are stripped and may be empty; `attributes` has lower-case names, each with all its values."""

    title: str
    guid: str
    link: str
    comments: str
    published: str
    size: int
    categories: tuple[int, ...]
    attributes: dict[str, tuple[str, ...]]

    def attribute(self, name: str) -> str:
        """Its first value, "" where it has none."""
        return self.attributes.get(name, ("",))[0]


def read_feed(data: bytes, *, limit: int = DEFAULT_LIMIT) -> tuple[Item, ...]:
    """All items that have a title, in order. Raises DocumentError, ReportedError."""
    root = read_document(data, root="rss", limit=limit)
    items = (_item(element) for element in root.iterfind("channel/item"))
    return tuple(item for item in items if item.title)


def _item(element: Element) -> Item:
    enclosure = element.find("enclosure")
    attached = enclosure.attrib if enclosure is not None else {}
    attributes = _attributes(element)
    sizes = (element.findtext("size"), attached.get("length"), attributes.get("size", ("",))[0])
    listed = (*(child.text for child in element.iterfind("category")), *attributes.get("category", ()))
    return Item(
        title=_text(element, "title"),
        guid=_text(element, "guid"),
        link=_text(element, "link") or attached.get("url", "").strip(),
        comments=_text(element, "comments"),
        published=_text(element, "pubDate"),
        size=next((size for size in map(number, sizes) if size), 0),
        categories=tuple(dict.fromkeys(category for text in listed if (category := number(text)) is not None)),
        attributes=attributes,
    )


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def _attributes(element: Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for child in element:
        name, value = child.get("name", "").lower(), child.get("value", "").strip()
        if child.tag in _ATTRIBUTES and name and value:
            found[name] = (*found.get(name, ()), value)
    return found

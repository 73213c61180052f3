"""Feeds as text."""

from collections.abc import Iterable

from radarr.adapters.newznab.feed import Item, read_feed

KEY = "0123456789abcdef0123456789abcdef"
_NAMESPACE = 'xmlns:torznab="http://torznab.com/schemas/2015/feed"'


def feed(item: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="1.0" {_NAMESPACE}><channel><item>{item}</item></channel></rss>'.encode()


def item(
    title: str = "The.Paper.Lantern.2019.1080p-GRP", more: str = "", attributes: Iterable[tuple[str, str]] = ()
) -> Item:
    attrs = "".join(f'<torznab:attr name="{name}" value="{value}" />' for name, value in attributes)
    (found,) = read_feed(feed(f"<title>{title}</title>{more}{attrs}"))
    return found

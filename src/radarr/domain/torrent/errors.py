"""What can be wrong with a torrent or a magnet."""


class TorrentError(ValueError):
    """It is no torrent, or none that may be trusted. The text is a sentence for people."""

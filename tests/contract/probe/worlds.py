"""Where the suite finds a probe: in memory, and MediaInfo with real files."""

from pathlib import Path
from typing import Protocol

from radarr.adapters.probe import MediaInfoProbe
from radarr.adapters.simulated.probe import SimulatedProbe
from radarr.domain.media.measured import AudioTrack, Measured, Scan, SubtitleTrack, Unmeasured, VideoTrack, Why
from radarr.ports.probe import Probe
from tests.contract.probe.avc import avc_private
from tests.contract.probe.matroska import Picture, Sound, Text, matroska

FILM = Measured(
    container="matroska",
    duration=6000.0,
    video=VideoTrack("h264", "V_MPEG4/ISO/AVC", 1920, 800, bit_depth=8, frame_rate=24.0, scan=Scan.PROGRESSIVE),
    audio=(AudioTrack("AC3", channels=6, language="de", title="Deutsch", default=True),),
    subtitles=(SubtitleTrack("PGS", "en"),),
    title="A Film",
)
"""The film that every world can make."""


class World(Protocol):
    """A probe, and what it is to look at; each call gives a path."""

    probe: Probe

    def film(self, name: str) -> str:
        """FILM."""
        ...

    def nothing(self, name: str) -> str:
        """An empty file."""
        ...

    def folder(self, name: str) -> str:
        """A folder."""
        ...

    def missing(self, name: str) -> str:
        """Nothing at all."""
        ...


class MemoryWorld:
    """The simulated side."""

    def __init__(self) -> None:
        self.probe = SimulatedProbe()

    def film(self, name: str) -> str:
        return self._put(name, FILM)

    def nothing(self, name: str) -> str:
        return self._put(name, Unmeasured(Why.NOT_MEDIA, "it is empty"))

    def folder(self, name: str) -> str:
        return self.missing(name)

    def missing(self, name: str) -> str:
        return f"/films/{name}"

    def _put(self, name: str, answer: Measured | Unmeasured) -> str:
        self.probe.films[self.missing(name)] = answer
        return self.missing(name)


class DiskWorld:
    """MediaInfo and a folder of files."""

    def __init__(self, folder: Path) -> None:
        self.probe = MediaInfoProbe()
        self._folder = folder

    def film(self, name: str) -> str:
        picture = Picture(1920, 800, private=avc_private(1920, 800))
        sound = Sound(language="ger", title="Deutsch")
        return self.put(name, matroska(picture, sound, Text(codec="S_HDMV/PGS"), title="A Film"))

    def nothing(self, name: str) -> str:
        return self.put(name, b"")

    def folder(self, name: str) -> str:
        path = self._folder / name
        path.mkdir()
        return str(path)

    def missing(self, name: str) -> str:
        return str(self._folder / name)

    def put(self, name: str, content: bytes) -> str:
        """A file with that content."""
        path = self._folder / name
        path.write_bytes(content)
        return str(path)

"""What `radarr` can be asked to do: name, module, and the line that `radarr --help` shows.

A module holds its click command (or group of commands) as `command`, and is imported when it is asked for.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """One command: the module below `radarr.app.cli`, and what it does in a few words."""

    module: str
    help: str


COMMANDS: dict[str, Entry] = {
    "init": Entry("init", "Write a commented configuration."),
    "config": Entry("config", "Show every setting in force and where it came from."),
    "profile": Entry("profile", "List quality profiles, or show one."),
    "parse": Entry("parse", "Tell what release names say."),
    "decide": Entry("decide", "Decide and rank a list of releases, with every reason."),
}

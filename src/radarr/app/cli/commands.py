"""What `radarr` can be asked to do: name, module, and the line that `radarr --help` shows.

A module holds its click command (or group of commands) as `command`, and is imported when it is asked for.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """One command: the module below `radarr.app.cli`, and what it does in a few words."""

    module: str
    help: str


COMMANDS: dict[str, Entry] = {
    "demo": Entry("demo", "Watch three films arrive, with simulated services."),
    "init": Entry("init", "Write a commented configuration."),
    "run": Entry("run", "Run the daemon."),
    "check": Entry("check", "Check configuration, services, paths, hard links, permissions and the clock."),
    "status": Entry("status", "Show how the daemon and its services are."),
    "movie": Entry("movie", "Add films, list them, change what is wanted of them."),
    "search": Entry("search", "Show what every indexer has for a film, and why not."),
    "grab": Entry("grab", "Grab a release of one's own choice."),
    "queue": Entry("queue", "Show what is downloading or waits, and why."),
    "indexer": Entry("indexer", "Show how the indexers fare, and test one."),
    "events": Entry("events", "Show what happens, as it happens."),
    "pause": Entry("pause", "Search and grab nothing for a while."),
    "resume": Entry("resume", "End a pause."),
    "history": Entry("history", "Show what happened."),
    "why": Entry("why", "Show what was considered for a film, with every reason."),
    "replay": Entry("replay", "Show what other settings would grab of all that was considered."),
    "blocklist": Entry("blocklist", "Show releases that are not grabbed again."),
    "key": Entry("key", "Show the API key, or where it comes from."),
    "config": Entry("config", "Show every setting in force and where it came from."),
    "profile": Entry("profile", "List quality profiles, or show one."),
    "trash": Entry("trash", "Take custom formats, profiles and sizes from the TRaSH Guides."),
    "format": Entry("format", "List custom formats, or try release names on them."),
    "parse": Entry("parse", "Tell what release names say."),
    "decide": Entry("decide", "Decide and rank a list of releases, with every reason."),
    "completion": Entry("completion", "Print the script that lets a shell complete commands."),
    "db": Entry("db", "Look after the database."),
}

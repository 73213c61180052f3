"""The command line: `commands.py` lists what there is, a module each; heavy libraries are imported late."""

from radarr.app.cli.entry import main

__all__ = ["main"]

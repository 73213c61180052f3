"""The parsers that ours is compared with: where they are installed, and how long they take."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

PARTS = Path(__file__).resolve().parent
SOURCE = PARTS.parent.parent / "src"
PYTHON_PEERS = ("guessit", "parsett", "releascenify")
NPM_PEER = "parse-torrent-title"
ABSENT = 3  # exit code


class Places(NamedTuple):
    """The interpreter that has the Python peers, and the folder of npm's modules ("" for node's own places)."""

    python: str = sys.executable
    node_modules: str = ""


def install(folder: Path) -> Places:
    """The peers in a new virtual environment and a new npm project; what cannot be installed stays absent."""
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    for peer in PYTHON_PEERS:
        subprocess.run([python, "-m", "pip", "install", "--quiet", peer], check=False, stderr=subprocess.DEVNULL)
    if shutil.which("npm"):
        command = ["npm", "install", "--silent", "--no-save", "--prefix", str(folder), NPM_PEER]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    return Places(python, str(folder / "node_modules"))


def time_parser(parser: str, names: list[str], places: Places, seconds: float) -> float | None:
    """Microseconds a name in a process of its own, None where the parser is not installed."""
    environment = dict(os.environ)
    if parser == NPM_PEER:
        if not shutil.which("node"):
            return None
        command = ["node", str(PARTS / "time_parser.cjs")]
        environment["NODE_PATH"] = places.node_modules
    else:
        command = [sys.executable if parser == "ours" else places.python, str(PARTS / "time_parser.py"), parser]
        environment["PYTHONPATH"] = str(SOURCE)
    command.append(str(seconds))
    text = json.dumps(names)
    done = subprocess.run(command, input=text, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == ABSENT:
        return None
    done.check_returncode()
    return float(done.stdout)

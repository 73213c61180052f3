"""What a daemon's interpreter holds and how it is set, seen in one of its own."""

import json
import subprocess
import sys

_LOOK = """
import gc, json, sys
from radarr.app import interpreter
interpreter.prepare()
import radarr.app.daemon, httpx
interpreter.settle()
there = {name.partition(".")[0] for name, module in sys.modules.items() if module is not None}
print(json.dumps({
    "there": sorted(there), "collects": gc.isenabled(), "kept": gc.get_freeze_count(), "httpx": bool(httpx.AsyncClient)
}))
"""
_HEAVY = {"alembic", "mako", "asyncpg", "pydantic", "yaml", "rich", "pygments", "tomli_w", "hypothesis", "pytest"}


def test_a_daemon_brings_no_library_that_it_does_not_need() -> None:
    done = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert _HEAVY & set(found["there"]) == set()
    assert {"httpx", "aiohttp", "sqlalchemy"} <= set(found["there"])


def test_a_daemon_collects_what_it_throws_away_and_leaves_what_stays() -> None:
    done = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["collects"]
    assert found["kept"] > 10_000
    assert found["httpx"]

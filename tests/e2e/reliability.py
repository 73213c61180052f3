"""What the tests hold the daemon to, for people: `python -m tests.e2e.reliability > docs/reliability.md`."""

import sys
from collections.abc import Iterable

from radarr.ports.checkpoint import POINTS
from tests.e2e.troubles import ALL
from tests.e2e.troubles.trouble import Trouble

_INTRO = """\
# Reliability

What may go wrong around the daemon, how it shows, and how it ends. This page is made from the tests: every row is one
that runs the daemon as a process, does to it what the row says, and holds it to the state, the words and the recovery
that stand there. In a message … stands for what differs from one time to the next.

## What is promised

- **Nothing is lost.** Every step outside of the database is written down before it is taken and again afterwards. The
  daemon may be killed (`kill -9`) between any two of them: at its next start it goes on where it was.
  `tests/e2e/test_kills.py` kills it at each of {points} named moments of a grab, an import and an upgrade, on SQLite
  and on PostgreSQL; `tests/e2e/test_random_kills.py` kills daemon and client in turn at moments that chance chooses.
- **At most one grab.** A release is sent by its infohash, and the client is asked for that before and afterwards; an
  answer that is lost on its way (`test_faults.py::test_a_client_whose_answer_to_an_add_is_lost_gets_the_film_once`)
  leads to a second question, never to a second torrent.
- **No half film.** A file has its final name only when it is whole and on the disk.
- **A service that fails is left alone and comes back by itself.** After several failures within a window its circuit
  opens: nothing is sent for a while, then one request tries whether it is back. What waits for it goes on then, without
  a restart and without a person. `tests/e2e/test_client_restart.py` does it with a real qBittorrent in the middle of a
  download.
- **One indexer is not Prowlarr.** An indexer that fails rests by itself (1, 5, 15, 30 minutes, 1, 3, 6, 12, 24 hours,
  or as long as it asks for); the others are asked as ever.
- **It says what is wrong and what to do.** The same words stand in the log, in `/api/health/detailed`, on Radarr's
  health page (`/api/v3/health`) and at the command line; a trouble that stays is told once an hour, not at each try.

## Faults

After each of them the film that was wanted meanwhile has arrived, once. Where a state is a word alone, it is the
`status` in `/api/health/detailed` and the series `radarr_service_status` of `/metrics`; meanwhile `/api/health` says
`degraded`.
"""
_HEAD = "| fault | state | message and remedy | ends | test |\n|---|---|---|---|---|"


def document() -> str:
    """The page."""
    places = dict.fromkeys(trouble.place for trouble in ALL)
    sections = (_section(place, [trouble for trouble in ALL if trouble.place == place]) for place in places)
    return "\n".join((_INTRO.format(points=len(POINTS)), *sections))


def _section(place: str, troubles: Iterable[Trouble]) -> str:
    return "\n".join((f"### {place}\n", _HEAD, *map(_row, troubles), ""))


def _row(trouble: Trouble) -> str:
    cells = (trouble.what, trouble.state, trouble.message, trouble.recovery, f"`{trouble.test}`")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(document())

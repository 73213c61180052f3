"""Every trouble that the daemon is made to live through, what it says of it, and how it ends.

The tests hold the daemon to these words, and `python -m tests.e2e.reliability` makes the page for people of them.
"""

from typing import Final

from tests.e2e.troubles.machine import MACHINE
from tests.e2e.troubles.services import CLIENT, INDEXER, PROWLARR
from tests.e2e.troubles.settings import SETTINGS, TLS
from tests.e2e.troubles.trouble import Trouble

ALL: Final[tuple[Trouble, ...]] = (*PROWLARR, INDEXER, *CLIENT, *SETTINGS, *TLS, *MACHINE)

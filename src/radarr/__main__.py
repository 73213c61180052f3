"""`python -m radarr`."""

import sys

from radarr.app.cli import main

if __name__ == "__main__":
    sys.exit(main())

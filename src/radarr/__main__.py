"""`python -m radarr`."""

from radarr.app.cli import main

if __name__ == "__main__":
    main()

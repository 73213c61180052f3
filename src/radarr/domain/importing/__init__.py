"""What becomes of a finished download: which file, under which name, in place of which other."""

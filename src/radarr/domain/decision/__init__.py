"""Decisions: a pure rule a file, all of them run, all reasons kept."""

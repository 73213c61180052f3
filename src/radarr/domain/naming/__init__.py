"""Folder and file names from format tokens."""

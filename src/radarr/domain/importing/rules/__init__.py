"""The rules of an import."""

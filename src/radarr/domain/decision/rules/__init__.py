"""The rules of a decision."""

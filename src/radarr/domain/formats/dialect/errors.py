"""What can be wrong with a pattern."""


class PatternError(ValueError):
    """A pattern that cannot be read or compiled; its text says why."""

"""Everything that knows a foreign vocabulary."""

"""State machines as tables."""

"""What the daemon does, one use-case a file."""

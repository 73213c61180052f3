"""How the daemon knows whether all is well: what a look finds, what that means, and what to do about it."""

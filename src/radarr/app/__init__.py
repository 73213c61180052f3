"""The application: use-cases, the daemon, and the one place where everything is put together."""

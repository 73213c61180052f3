"""The in-memory side of each driven port, and loopback servers that speak the services' wire."""

"""How the daemon bears with services that fail: pure state machines, time is an argument."""

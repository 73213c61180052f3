"""What Prometheus reads: counters that the use-cases tick, and figures taken from memory when they are asked for.

Names start with `radarr_`, units are base units, and a label's values are bounded: services, indexers, loops,
states, reasons and routes, never a title.
"""

"""Settings that are read and checked and do nothing yet: a person who sets one is told so."""

LATER = frozenset(
    {
        "download.archives",
        "download.keep_slow",
        "download.remove_completed",
        "download.unavailable",
        "download.unregistered",
        "library.recycle",
        "library.recycle_days",
        "library.recycle_limit",
        "release_profile.tags",
        "schedule.scan_library",
    }
)

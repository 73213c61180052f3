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
        "prowlarr.failure_threshold",
        "prowlarr.failure_window",
        "prowlarr.rate_limit",
        "prowlarr.recovery_time",
        "prowlarr.retries",
        "profile.delay",
        "profile.format_scores",
        "qbittorrent.failure_threshold",
        "qbittorrent.failure_window",
        "qbittorrent.recovery_time",
        "schedule.housekeeping",
        "schedule.refresh_metadata",
        "schedule.scan_library",
        "tmdb.image_url",
    }
)

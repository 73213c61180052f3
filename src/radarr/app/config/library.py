"""Settings of the library: what is wanted, where it goes, how it is named."""

from dataclasses import dataclass

from radarr.app.config.kinds import (
    BOOLEAN,
    NAME,
    POSITIVE_SECONDS,
    SECONDS,
    SIGNED,
    TEXT,
    listing,
    mapping,
    one_of,
    whole,
)
from radarr.app.config.setting import REQUIRED, setting
from radarr.app.config.values import (
    ABSOLUTE,
    CONDITION,
    FILE_MODE,
    OPTIONAL_TERM,
    QUALITY_ITEM,
    SCORE_BOUND,
    SIZE,
    SIZE_BOUND,
    TERM,
    QualityGroup,
    SizeBound,
)
from radarr.domain.naming.component import COLON_MODES, DROP
from radarr.domain.profile import Propers

_FILE_FORMAT = "{Movie CleanTitle} {(Release Year)} {edition-{Edition Tags}} {[Quality Full]}{-Release Group}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The films on disk."""

    roots: tuple[str, ...] = setting(
        listing(ABSOLUTE),
        [],
        "the library's folders; the first one takes new films",
        live=True,
        example=["/srv/media/movies"],
    )
    default_profile: str = setting(NAME, "HD-1080p", "what a new film gets when none is named")
    rename: bool = setting(BOOLEAN, default=True, doc="false keeps the names of the releases")
    folder_format: str = setting(NAME, "{Movie CleanTitle} ({Release Year})", "name of a film's folder")
    file_format: str = setting(NAME, _FILE_FORMAT, "name of a film's file, without its extension")
    colon: str = setting(
        one_of(*COLON_MODES, DROP, synonyms={"spaceDash": "space_dash", "spaceDashSpace": "space_dash_space"}),
        "smart",
        "what stands for a colon; drop: nothing, nor for any other sign that a file system refuses",
    )
    transfer: tuple[str, ...] = setting(
        listing(one_of("hardlink", "reflink", "copy"), filled=True),
        ["hardlink", "reflink", "copy"],
        'tried in order; falling to the last is a health warning; ["hardlink"] alone: stop instead',
    )
    minimum_free: int = setting(SIZE, "500MiB", "space to leave free in each root")
    extras: tuple[str, ...] = setting(
        listing(NAME), ["srt", "sub", "idx", "ass", "nfo"], "further files to bring in, by extension"
    )
    file_mode: int | None = setting(
        FILE_MODE, "", "applied only to files that are ours alone, never to a hard link's other end"
    )
    probe_timeout: int = setting(
        POSITIVE_SECONDS, 60, "for reading what a film file really is; then it is taken as its name says"
    )
    recycle: bool = setting(BOOLEAN, default=True, doc="replaced files go to a hidden folder in their root")
    recycle_days: int = setting(whole(), 7, "days that they stay there; 0 keeps them")
    recycle_limit: int = setting(SIZE, "200GiB", "the oldest go when there is more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """When a download has failed. Times in seconds; 0 never."""

    no_metadata: int = setting(SECONDS, 7200, "until a magnet without metadata has failed")
    stalled: int = setting(SECONDS, 21600, "without progress while the client is connected")
    unavailable: int = setting(SECONDS, 43200, "with an availability below 1")
    unregistered: int = setting(SECONDS, 3600, "after every tracker says that it does not know the torrent")
    private_failover: bool = setting(
        BOOLEAN, default=False, doc="false: of private trackers only tell, do not remove (hit and run)"
    )
    keep_slow: bool = setting(BOOLEAN, default=False, doc="keep the slow one beside its replacement")
    remove_completed: str = setting(
        one_of("never", "seeded"), "never", '"seeded": once its seeding goals are met, take it out of the client'
    )
    archives: str = setting(
        one_of("allow", "refuse"), "allow", 'torrents of archives: "allow" where an unpacker is at work'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotSettings:
    """A further version of a film, beside the slot "main" that every film has."""

    name: str = setting(NAME, REQUIRED, "lower-case letters, digits and -", example="uhd")
    profile: str = setting(NAME, REQUIRED, "its quality profile", example="Ultra-HD")
    root: str = setting(ABSOLUTE, REQUIRED, "its folder", example="/srv/media/movies-uhd")
    automatic: bool = setting(BOOLEAN, default=False, doc="true: every new film gets it; false: only when asked")
    edition: str = setting(
        OPTIONAL_TERM,
        "",
        'only this edition fills it: words as in "director\'s cut", or a /pattern/ that its name for the edition must '
        "match, as in /^$|theatrical/i; empty: any",
    )
    max_size: SizeBound = setting(
        SIZE_BOUND, "", 'largest release, beside its profile\'s limits: "6GiB", or per minute of film "60MiB/min"'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSettings:
    """A quality profile. Where one is declared, of the six default ones only those in use are there."""

    name: str = setting(NAME, REQUIRED, "its name, unique", example="HD-1080p")
    upgrade: bool = setting(BOOLEAN, default=True, doc="go on looking for better until the cut-off is reached")
    cutoff: str = setting(
        TEXT, "", "quality or group from which on no better one is looked for; empty: the best listed"
    )
    qualities: tuple[str | QualityGroup, ...] = setting(
        listing(QUALITY_ITEM, filled=True),
        REQUIRED,
        "worst to best; those not listed keep their default order around them and are not wanted",
        example=[
            "HDTV-1080p",
            {"name": "WEB 1080p", "qualities": ["WEBDL-1080p", "WEBRip-1080p"]},
            "Bluray-1080p",
        ],
    )
    language: str = setting(NAME, "Original", 'a language, "Original" or "Any"')
    min_format_score: int = setting(SIGNED, 0, "least sum of custom format scores")
    cutoff_format_score: int = setting(
        SIGNED, 10000, "sum from which on no better one is looked for; never above what the formats can reach"
    )
    min_upgrade_format_score: int = setting(whole(1), 1, "least gain that is an upgrade")
    propers: str = setting(one_of(*Propers), "prefer_and_upgrade", "what a proper or repack is worth")
    minimum_availability: str = setting(
        one_of("announced", "in_cinemas", "released", synonyms={"inCinemas": "in_cinemas", "tba": "announced"}),
        "released",
        "how far a film must be before it is searched",
    )
    availability_delay: int = setting(
        whole(-3650, 3650), 0, "days to wait after that, or to begin before where negative"
    )
    minimum_seeders: int = setting(whole(), 1, "fewer seeders are refused")
    prefer_flags: tuple[str, ...] = setting(
        listing(NAME), [], 'indexer flags that rank before seeders, as in ["freeleech", "internal"]'
    )
    required_flags: tuple[str, ...] = setting(listing(NAME), [], "indexer flags of which a release needs one")
    hardcoded_subs: tuple[str, ...] = setting(
        listing(NAME), [], 'burnt-in subtitles that are fine, by words of their marks as in ["KORSUB"]; "any" for all'
    )
    minimum_age: int = setting(whole(), 0, "minutes that a release must have been out")
    delay: int = setting(whole(), 0, "minutes to wait for something better, from when a release came out")
    delay_bypass_best: bool = setting(BOOLEAN, default=True, doc="do not wait with the best quality that is wanted")
    delay_bypass_score: int | None = setting(SCORE_BOUND, "", "nor with a release that scores as much; empty: do")
    max_size: SizeBound = setting(SIZE_BOUND, "", 'largest release: "12GiB", or per minute of film "100MiB/min"')
    format_scores: dict[str, int] = setting(
        mapping(SIGNED), {}, "score of each custom format by name, as the table [profile.format_scores]"
    )
    score_set: str = setting(
        TEXT, "", 'scores that the formats of the guides bring along: "default", "german" ...; format_scores beat them'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSettings:
    """A custom format: in a file of its own, or here under the keys that Radarr's export has."""

    file: str = setting(
        TEXT,
        "",
        "Radarr's or the guides' JSON, seen from this file; a folder or formats/*.json for many",
        example="formats/repack.json",
    )
    name: str = setting(TEXT, "", "its name, unique, where the format stands here")
    specifications: tuple[dict[str, object], ...] = setting(
        listing(CONDITION, unique=False), [], "its conditions, as [[custom_format.specifications]]"
    )
    includeCustomFormatWhenRenaming: bool = setting(  # noqa: N815 - the key of Radarr's export
        BOOLEAN, default=False, doc="whether {Custom Formats} shows it in the names of files"
    )
    trash_id: str = setting(TEXT, "", "what the guides know it by")
    trash_scores: dict[str, int] = setting(mapping(SIGNED), {}, "scores by score set, see profile.score_set")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseProfile:
    """Terms that names must or must not have."""

    name: str = setting(TEXT, "", "what to call it")
    required: tuple[str, ...] = setting(
        listing(TERM), [], "one of these terms or /patterns/ must be in the name; patterns mind case, but for /these/i"
    )
    ignored: tuple[str, ...] = setting(listing(TERM), [], "none of these may be in it")
    tags: tuple[str, ...] = setting(listing(NAME), [], "only for films with one of these tags; empty: for all")

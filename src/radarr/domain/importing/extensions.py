"""What kinds of files there are, by their extensions."""

_ENDINGS_OF_TWO = frozenset({"tar.gz", "tar.bz2", "tar.xz"})

VIDEO = frozenset(
    {
        "3gp",
        "asf",
        "avi",
        "divx",
        "dvr-ms",
        "flv",
        "img",
        "iso",
        "m2ts",
        "m2v",
        "m4v",
        "mk3d",
        "mkv",
        "mov",
        "mp4",
        "mpeg",
        "mpg",
        "mts",
        "ogm",
        "ogv",
        "qt",
        "rm",
        "rmvb",
        "ts",
        "viv",
        "vob",
        "webm",
        "wmv",
        "wtv",
        "xvid",
    }
)
ARCHIVE = frozenset(
    {"001", "7z", "bz2", "gz", "rar", "tar", "tar.bz2", "tar.gz", "tar.xz", "tb2", "tbz2", "tgz", "xz", "zip"}
)
EXECUTABLE = frozenset({"apk", "bat", "cmd", "com", "dll", "exe", "jar", "msi", "sh"})
DANGEROUS = frozenset(
    {"arj", "cpl", "hta", "js", "jse", "lnk", "lzh", "pif", "ps1", "reg", "scr", "vbe", "vbs", "wsf", "zipx"}
)
UNFINISHED = frozenset({"!qb", "!ut", "part", "partial", "crdownload"})


def split_extension(name: str) -> tuple[str, str]:
    """The last path component without its extension, and the extension in small letters without its dot."""
    base = name.rpartition("/")[2]
    for dots in (2, 1):
        parts = base.rsplit(".", dots)
        extension = ".".join(parts[1:]).lower()
        if len(parts) > dots and (dots == 1 or extension in _ENDINGS_OF_TWO):
            return parts[0], extension
    return base, ""


def is_video(name: str) -> bool:
    """Whether a film may be in it. `._film.mkv` is what macOS leaves beside it."""
    return split_extension(name)[1] in VIDEO and not name.rpartition("/")[2].startswith("._")


def is_archive(name: str) -> bool:
    """Whether it must be unpacked first; `.r00` and on are the volumes of a `.rar`."""
    extension = split_extension(name)[1]
    return extension in ARCHIVE or (extension[:1] in {"r", "s"} and len(extension) >= 3 and extension[1:].isdigit())  # noqa: PLR2004


def is_disguised(name: str) -> bool:
    """Whether it pretends to be a video, as `film.mkv.lnk` does."""
    stem, extension = split_extension(name)
    return extension in DANGEROUS | EXECUTABLE and is_video(stem.rstrip(" ._"))

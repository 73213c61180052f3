"""What a file's path says: its own name first, since folders are named by hand."""

from radarr.domain.parsing.cleanup import clean
from radarr.domain.parsing.detection import NAME
from radarr.domain.parsing.folder import parse_folder
from radarr.domain.parsing.languages import UNKNOWN as LANGUAGES_UNKNOWN
from radarr.domain.parsing.languages import find_languages
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.parsing.quality import find_name_quality
from radarr.domain.parsing.release import parse
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.quality import UNKNOWN


def parse_path(path: str) -> ParsedRelease | None:
    """What a file's name says, else the name of its folder: files within a release often have none of their own.

    A folder that tells a film and no quality (`Film (2010)`) leaves quality and languages to its file's words.
    """
    folder, _, file = path.replace("\\", "/").rstrip("/").rpartition("/")
    if parsed := parse(file):
        return parsed
    parsed = parse_folder(folder.rpartition("/")[2]) if folder else None
    return _told_by_file(parsed, file) if parsed and parsed.quality == UNKNOWN else parsed


def _told_by_file(parsed: ParsedRelease, file: str) -> ParsedRelease:
    cleaned = clean(file)
    words = tokenise(cleaned.text)
    quality, source_from, resolution_from = find_name_quality(words, cleaned)
    if NAME not in {source_from, resolution_from}:
        return parsed
    return parsed._replace(
        quality=quality,
        source_from=source_from,
        resolution_from=resolution_from,
        languages=find_languages(words) if parsed.languages == LANGUAGES_UNKNOWN else parsed.languages,
    )

"""What custom formats see of a release, and of the file that came of it: the same, whatever the file is called.

Radarr scores a file by its name on the disk, so that a rename, or an import, changes the score and the same release
looks like an upgrade of itself. Here what was seen when a release was grabbed is kept with the file.
"""

from dataclasses import replace

from radarr.domain.download import Grab
from radarr.domain.formats.in_force import Formats, Matched
from radarr.domain.formats.inputs import FormatInputs, flag_bits
from radarr.domain.formats.masked import spoken, without_title
from radarr.domain.movie import Movie, MovieFile, Slot
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import Profile
from radarr.domain.release import Release


def release_inputs(release: Release, parsed: ParsedRelease, movie: Movie) -> FormatInputs:
    """What formats see of a release. Languages that the indexer states win over what the name says."""
    return FormatInputs(
        title=without_title(parsed.name),
        edition=parsed.edition,
        group=parsed.group,
        languages=spoken(release.languages or parsed.languages, movie.original_language),
        original_language=movie.original_language or None,
        flags=flag_bits(flag.casefold() for flag in release.flags),
        source=parsed.quality.source,
        resolution=parsed.quality.resolution,
        modifier=parsed.quality.modifier,
        size=release.size,
        year=parsed.year,
    )


def grab_inputs(grab: Grab, movie: Movie) -> FormatInputs:
    """What was seen when it was grabbed; of an old grab, what would have been."""
    return grab.inputs or release_inputs(grab.release, grab.parsed, movie)


def file_inputs(file: MovieFile, movie: Movie) -> FormatInputs:
    """What was seen of the release that a file came of; of a file of before, what is known of it."""
    return file.inputs or FormatInputs(
        title=without_title(file.scene_name) if file.scene_name else None,
        edition=file.edition,
        group=file.group,
        languages=spoken(file.languages, movie.original_language),
        original_language=movie.original_language or None,
        source=file.quality.source,
        resolution=file.quality.resolution,
        modifier=file.quality.modifier,
        size=file.size,
        year=movie.year,
    )


def scored_today(slot: Slot, movie: Movie, profile: Profile, formats: Formats) -> Slot:
    """The slot with what its file scores by today's formats, so that a release is compared by the same measure.

    Where a pattern runs out of time, the file keeps the score that it had.
    """
    file = slot.file
    if file is None:
        return slot
    matched = formats.matched(file_inputs(file, movie)) if formats.index else Matched()
    if matched.out_of_time:
        return slot
    return replace(slot, file=replace(file, formats=matched.formats, score=profile.score(matched.formats)))


def grab_score(grab: Grab, movie: Movie, profile: Profile, formats: Formats) -> tuple[tuple[str, ...], int]:
    """The formats that match a grab today, and their sum; where a pattern runs out of time, those of then."""
    matched = formats.matched(grab_inputs(grab, movie)) if formats.index else Matched()
    if matched.out_of_time:
        return grab.formats, profile.score(grab.formats)
    return matched.formats, profile.score(matched.formats)

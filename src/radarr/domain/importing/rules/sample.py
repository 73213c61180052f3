"""A sample in the place of a film."""

from radarr.domain.importing.candidate import ImportFile, ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection
from radarr.domain.media.contradictions import Claim
from radarr.domain.media.sample import SampleVerdict, judge_sample


def sample(request: ImportRequest, contents: Contents) -> ImportRejection | None:
    """By name and size, and by its length once that is measured.

    Where archives or unfinished files lie beside a sample, the film may be in those.
    """
    if contents.film:
        return _by_length(request, contents.film)
    if contents.archives or contents.unfinished or not contents.samples:
        return None
    return _no(f"{contents.samples[0].name} is a sample, and there is no other video")


def _by_length(request: ImportRequest, film: ImportFile) -> ImportRejection | None:
    """Only where the container states its length, and that is far from the film's."""
    length = next((lie.message for lie in request.lies if lie.claim is Claim.RUNTIME), "")
    if not length or request.measured is None:
        return None
    verdict = judge_sample(film.name, request.movie.runtime, request.measured.duration)
    return _no(f"{film.name} is a sample: {length}") if verdict is SampleVerdict.SAMPLE else None


def _no(message: str) -> ImportRejection:
    return ImportRejection(ImportReason.SAMPLE, message)

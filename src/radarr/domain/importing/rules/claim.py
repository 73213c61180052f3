"""A release that is not what it claims, and not what the profile takes."""

from radarr.domain.decision.languages import ANY, ORIGINAL
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection
from radarr.domain.media.contradictions import Claim
from radarr.domain.media.languages import is_heard


def claim(request: ImportRequest, _: Contents) -> ImportRejection | None:
    """Only what its name stated and its file disproves; what a person took though the profile does not is taken."""
    lies = {lie.claim: lie.message for lie in request.lies}
    profile, parsed = request.profile, request.parsed
    if Claim.RESOLUTION in lies and profile.allows(parsed.quality) and not profile.allows(request.quality):
        return _no(f"{lies[Claim.RESOLUTION]}: {request.quality.name} is not wanted by {profile.name}")
    wanted = request.movie.original_language if profile.language == ORIGINAL else profile.language
    if (
        Claim.LANGUAGE in lies
        and wanted not in ("", ANY)
        and wanted in parsed.languages
        and not _speaks(wanted, request)
    ):
        return _no(f"{lies[Claim.LANGUAGE]}: {profile.name} wants {wanted}")
    return None


def _speaks(language: str, request: ImportRequest) -> bool:
    """Unless it is known that no track does."""
    return request.measured is None or is_heard(language, request.measured) is not False


def _no(message: str) -> ImportRejection:
    return ImportRejection(ImportReason.CLAIM_DISPROVEN, message)

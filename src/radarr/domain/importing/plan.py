"""From a finished download to the change of the library that it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportFile, ImportRequest
from radarr.domain.importing.contents import Contents, sort_out
from radarr.domain.importing.extensions import split_extension
from radarr.domain.importing.extras import choose_extras
from radarr.domain.importing.journal import Import, ImportItem, ImportState, Retired
from radarr.domain.importing.paths import recycled_path, temporary_name
from radarr.domain.importing.reason import ImportReason, ImportRejection
from radarr.domain.importing.rules import RULES, ImportRule
from radarr.domain.movie import MovieFile
from radarr.domain.naming import FileFacts, file_name, folder_name, safe_component
from radarr.domain.naming.component import COMPONENT_BYTES
from radarr.domain.naming.names import RESERVE

_OF_THE_SLOT = frozenset(
    {
        ImportReason.CLAIM_DISPROVEN,
        ImportReason.NOT_QUALITY_UPGRADE,
        ImportReason.NOT_REVISION_UPGRADE,
        ImportReason.NOT_CUSTOM_FORMAT_UPGRADE,
    }
)


class Refusal(NamedTuple):
    """Why there is nothing to import, every reason of it."""

    rejections: tuple[ImportRejection, ...]

    @property
    def final(self) -> bool:
        """Whether nothing will ever make a film of it: take another release."""
        return any(rejection.kind is RejectionKind.PERMANENT for rejection in self.rejections)

    @property
    def unwanted(self) -> bool:
        """Whether it is a film for good and all that this slot does not want, though another may."""
        return self.final and all(rejection.reason in _OF_THE_SLOT for rejection in self.rejections)

    @property
    def message(self) -> str:
        """Every reason, for a person."""
        return "; ".join(rejection.message for rejection in self.rejections)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import will do. `names` are the sources as the client lists them: the film's, then the extras'."""

    names: tuple[str, ...]
    film: ImportItem
    extras: tuple[ImportItem, ...]
    file: MovieFile
    replaces: MovieFile | None
    recycled: str | None
    retired: tuple[Retired, ...] = ()

    def located(self, paths: Sequence[str]) -> "ImportPlan":
        """The plan with the sources' true paths, in the order of `names`."""
        items = [item._replace(source=path) for item, path in zip((self.film, *self.extras), paths, strict=True)]
        return replace(self, film=items[0], extras=tuple(items[1:]))

    def entry(self, request: ImportRequest) -> Import:
        """The journal's entry for it."""
        return Import(
            download_id=request.download_id,
            movie_id=request.movie.id,
            slot_id=request.slot.id,
            root_id=request.slot.root_id,
            state=ImportState.PLANNED,
            film=self.film,
            extras=self.extras,
            file=self.file,
            replaces=self.replaces,
            recycled=self.recycled,
            retired=self.retired,
            started_at=request.now,
        )


def plan_import(request: ImportRequest, rules: tuple[ImportRule, ...] = RULES) -> ImportPlan | Refusal:
    """Choose the film and what follows it, and where they go; or say every reason against it."""
    contents = sort_out(request)
    rejections = tuple(filter(None, (_judged(rule, request, contents) for rule in rules)))
    if rejections or contents.film is None:
        return Refusal(rejections)
    return _plan(request, contents, contents.film)


def _judged(rule: ImportRule, request: ImportRequest, contents: Contents) -> ImportRejection | None:
    """A rule's answer; one that crashes says no, and only for now."""
    try:
        return rule(request, contents)
    except Exception as error:  # noqa: BLE001 (a rule's fault must not end the loop that imports)
        return ImportRejection(
            ImportReason.DECISION_ERROR,
            f"the rule {rule.__name__} failed with {type(error).__name__}: please report it",
            RejectionKind.TEMPORARY,
        )


def _plan(request: ImportRequest, contents: Contents, film: ImportFile) -> ImportPlan:
    extras = choose_extras(contents, film, request.rules.extras)
    folder, stem = _folder(request), _stem(request, film)
    chosen = [(film, f".{split_extension(film.name)[1]}"), *extras]
    items = [
        ImportItem(
            source=f"{request.base.rstrip('/')}/{file.name}",
            temporary=temporary_name(folder, request.key, number),
            target=f"{folder}/{stem}{suffix}",
            size=file.size,
        )
        for number, (file, suffix) in enumerate(chosen)
    ]
    replaces = request.slot.file
    return ImportPlan(
        names=tuple(file.name for file, _ in chosen),
        film=items[0],
        extras=tuple(items[1:]),
        file=_movie_file(request, items[0]),
        replaces=replaces,
        recycled=recycled_path(replaces.path, request.key, request.now) if replaces else None,
        retired=_retired(request) if replaces else (),
    )


def _retired(request: ImportRequest) -> tuple[Retired, ...]:
    return tuple(Retired(path, recycled_path(path, request.key, request.now)) for path in request.held_extras)


def _folder(request: ImportRequest) -> str:
    """Where the slot's films have gone before, else by the format."""
    rules, slot = request.rules, request.slot
    return slot.folder or folder_name(
        request.movie, rules.folder_format, colon=rules.colon, film=request.film, slot=slot.name
    )


def _stem(request: ImportRequest, film: ImportFile) -> str:
    if not request.rules.rename:
        kept = safe_component(split_extension(film.name)[0], limit=COMPONENT_BYTES - RESERVE)
        if kept:
            return kept
    said = request.parsed._replace(quality=request.quality)
    facts = FileFacts.of_release(request.slot.name, said, request.shown_formats, request.measured)
    rules = request.rules
    return file_name(request.movie, facts, rules.file_format, colon=rules.colon, film=request.film)


def _movie_file(request: ImportRequest, film: ImportItem) -> MovieFile:
    """What the release claimed of it, and what was measured; where they differ in quality, that is what it is."""
    return MovieFile(
        path=film.target,
        size=film.size,
        quality=request.quality,
        claimed=request.parsed.quality,
        revision=request.parsed.revision,
        languages=request.parsed.languages,
        group=request.parsed.group,
        edition=request.parsed.edition,
        scene_name=request.parsed.name,
        score=request.score,
        formats=request.formats,
        inputs=request.inputs,
        measured=request.measured,
        infohash=request.infohash,
        added_at=request.now,
    )

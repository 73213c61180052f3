"""What a checkout would change, and whether the configuration that results can be used."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from radarr.app.config.files import FOLDER
from radarr.app.trash.checkout import Checkout
from radarr.app.trash.choose import Asked, Resolved, choose
from radarr.app.trash.judge import judge
from radarr.app.trash.lock import NAME, Chosen, Lock, Source, Thing, read_lock
from radarr.app.trash.people import Kept, People, read_people
from radarr.app.trash.written import SETTINGS, digest, left_over, read_bytes, read_written, render
from radarr.domain.formats.decode import FormatError, decode_format
from radarr.domain.quality import BY_NAME
from radarr.domain.trash.changes import Change, changes
from radarr.domain.trash.decode import GuideError
from radarr.domain.trash.guide import GuideFormat
from radarr.domain.trash.want import Choice, Snapshot, taken, want
from radarr.ports.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be written below `folder` (`conf.d`), and why. `edited` tells what other hands changed there."""

    folder: Path
    config: Path | None
    people: People
    choice: Choice
    applied: Lock | None
    lock: Lock
    contents: Mapping[str, bytes]
    changes: Sequence[Change]
    kept: Sequence[Kept]
    edited: Sequence[str]
    notices: Sequence[str]

    @property
    def is_done(self) -> bool:
        """Whether all of it stands there already, the lock file too, and nothing that is left over."""
        if self.applied != self.lock or any(left_over(self.folder, self.contents)):
            return False
        if SETTINGS not in self.contents and (self.folder / SETTINGS).exists():
            return False
        return all(read_bytes(self.folder / path) == data for path, data in self.contents.items())


def make_plan(checkout: Checkout, asked: Asked, config: Path | None, place: Path, environ: Mapping[str, str]) -> Plan:
    """`config` is the file that is read (None where there is none), `place` where it is or would be.

    Raises ChoiceError; Refused, which names what cannot be taken; ConfigError where the configuration that results, or
    the one that there is, cannot be used.
    """
    folder = place.parent / FOLDER
    applied = read_lock(folder)
    earlier = applied.chosen if applied else Chosen()
    resolved = choose(checkout.guide, asked, earlier)
    people = read_people(config, environ)
    formats, proposed = _wanted(checkout, resolved, people)
    wanted = proposed._replace(sizes={name: limits for name, limits in proposed.sizes.items() if name in BY_NAME})
    strange = [f"{name!r} is no quality here: its size is left out" for name in proposed.sizes if name not in BY_NAME]
    contents = {} if resolved.choice.is_empty else render(wanted)
    judge(people, config, contents, folder, environ)
    found = changes(read_written(folder, earlier.profiles), wanted)
    return Plan(
        folder=folder,
        config=config,
        people=people,
        choice=resolved.choice,
        applied=applied,
        lock=_lock(checkout, resolved, wanted, contents),
        contents=contents,
        changes=found,
        kept=tuple(people.kept(wanted, formats)),
        edited=tuple(_edited(folder, applied, contents)),
        notices=(*resolved.notices, *strange, *_losses(found)),
    )


def _losses(found: Sequence[Change]) -> Iterator[str]:
    for change in found:
        if (change.kind, change.action) == ("profile", "remove"):
            said = f"films that have the profile {change.name!r} need another first"
            yield f"{said}: the daemon takes no settings that lack a profile in use"


def _wanted(checkout: Checkout, resolved: Resolved, people: People) -> tuple[dict[str, GuideFormat], Snapshot]:
    try:
        formats = taken(checkout.guide, resolved.choice)
        wanted = want(checkout.guide, resolved.choice, resolved.names, people.own_formats(formats))
    except GuideError as error:
        raise Refused(str(error), remedy="leave out a format with --without, or take another commit") from error
    for trash_id, resource in wanted.formats.items():
        try:
            decode_format(resource)
        except FormatError as error:
            remedy = f"leave it out with --without {formats[trash_id].name!r}, or take another commit"
            raise Refused(f"{checkout.files[trash_id]}: {error}", remedy=remedy) from error
    return formats, wanted


def _lock(checkout: Checkout, resolved: Resolved, wanted: Snapshot, contents: Mapping[str, bytes]) -> Lock:
    choice = resolved.choice
    return Lock(
        source=Source(commit=checkout.commit, digest=checkout.digest),
        chosen=Chosen(
            profiles={trash_id: str(each["name"]) for trash_id, each in wanted.profiles.items()},
            further=tuple(choice.further),
            without=tuple(choice.without),
            sizes=choice.sizes,
        ),
        things=tuple(_things(wanted)),
        files={path: digest(data) for path, data in contents.items()},
    )


def _things(wanted: Snapshot) -> Iterator[Thing]:
    for kind, held in (("format", wanted.formats), ("profile", wanted.profiles)):
        for trash_id, each in held.items():
            yield Thing(kind=kind, name=str(each["name"]), trash_id=trash_id, digest=_digest(each))
    yield from (Thing(kind="size", name=name, digest=_digest(limits)) for name, limits in wanted.sizes.items())


def _digest(value: object) -> str:
    return digest(json.dumps(value, sort_keys=True).encode())


def _edited(folder: Path, applied: Lock | None, contents: Mapping[str, bytes]) -> Iterator[str]:
    """Files that hold what no apply wrote, but for what they should hold anyway."""
    if applied is None:
        if read_bytes(folder / SETTINGS) not in {None, contents.get(SETTINGS)}:
            yield f"{folder / SETTINGS} was not written by an apply, or its {NAME} is gone"
        return
    for path, written in {SETTINGS: "", **applied.files}.items():
        data = read_bytes(folder / path)
        here = digest(data) if data is not None else ""
        if here in {written, applied.before.get(path)} or data == contents.get(path):
            continue
        yield f"{folder / path} {'was changed by hand' if here else 'is gone'}"

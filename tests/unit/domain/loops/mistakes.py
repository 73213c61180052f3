"""Mistakes that make loops, or lose a good file: each in the place where it could be made."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Blocked, Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.rules import RULES, Rule
from radarr.domain.decision.rules.already_grabbed import already_grabbed
from radarr.domain.decision.rules.file_upgrade import file_upgrade
from radarr.domain.decision.rules.slot_at_rest import slot_at_rest
from radarr.domain.decision.scoring import scored_today
from radarr.domain.formats.masked import without_title
from radarr.domain.importing.rules import RULES as IMPORT_RULES
from radarr.domain.importing.rules.upgrade import upgrade
from radarr.domain.movie import MovieFile, Slot
from radarr.domain.quality import Revision
from tests.unit.domain.loops.chain import SINTEL, Chain
from tests.unit.domain.loops.market import Encode, Wishes

_EQUAL = frozenset({Reason.DISK_CUSTOM_FORMAT_SCORE, Reason.DISK_CUSTOM_FORMAT_SCORE_INCREMENT})


def _without(rules: tuple[Any, ...], *gone: Rule | Callable[..., Any]) -> tuple[Any, ...]:
    return tuple(rule for rule in rules if rule not in gone)


def _as_good_will_do(candidate: Candidate, facts: Facts) -> Rejection | None:
    rejection = file_upgrade(candidate, facts)
    file = candidate.slot.file
    equal = file is not None and rejection is not None and rejection.reason in _EQUAL and candidate.score == file.score
    return None if equal else rejection


def _by_title_alone(facts: Facts) -> Facts:
    return replace(facts, blocklist=tuple(Blocked(blocked.title, None, "") for blocked in facts.blocklist))


def _inputs(**lost: Any) -> Chain:
    """Formats see less of the file than they saw of its release."""
    return _file(lambda file, _: replace(file, inputs=file.inputs._replace(**lost) if file.inputs else None))


def _file(change: Callable[[MovieFile, Encode], MovieFile]) -> Chain:
    return Chain(keeps=change)


def _renamed(file: MovieFile, _: Encode) -> MovieFile:
    name = file.path.rpartition("/")[2]
    return replace(file, inputs=file.inputs._replace(title=without_title(name)) if file.inputs else None)


def _spoken(file: MovieFile, encode: Encode) -> MovieFile:
    return replace(file, inputs=file.inputs._replace(languages=(encode.spoken,)) if file.inputs else None)


def _on_disk(file: MovieFile, encode: Encode) -> MovieFile:
    return replace(file, inputs=file.inputs._replace(size=encode.size) if file.inputs else None)


def _by_another_profile(slot: Slot, wishes: Wishes) -> Slot:
    return scored_today(slot, SINTEL, wishes.other, wishes.formats)


MISTAKES: dict[str, Chain] = {
    "a claim is compared with a measurement": Chain(believed=lambda parsed, _: parsed),
    "an equal score is accepted": Chain(
        rules=tuple(_as_good_will_do if rule is file_upgrade else rule for rule in RULES),
    ),
    "a rename changes what formats see": _file(_renamed),
    "the year is missing on files": _inputs(year=0),
    "flags are lost at import": _inputs(flags=0),
    "languages are the file's and not the release's": _file(_spoken),
    "the size is the file's and not the release's": _file(_on_disk),
    "the group is lost": _inputs(group=None),
    "the edition is lost": _inputs(edition=""),
    "the resolution is lost": _inputs(resolution=0),
    "nothing of what formats saw is kept": _file(lambda file, _: replace(file, inputs=None)),
    "the revision is dropped": _file(lambda file, _: replace(file, revision=Revision())),
    "a file is scored by another profile": Chain(holds=_by_another_profile),
    "a file keeps the score of then": Chain(holds=lambda slot, _: slot),
    "nothing is measured before the old file goes": Chain(measures=lambda request: replace(request, measured=None)),
    "nothing is compared again at import": Chain(import_rules=_without(IMPORT_RULES, upgrade)),
    "the blocklist knows titles alone": Chain(knows=_by_title_alone),
    "what was imported is forgotten": Chain(knows=lambda facts: replace(facts, imported_infohashes=frozenset())),
    "what was let go is forgotten": Chain(rules=_without(RULES, already_grabbed)),
    "what is under way is forgotten": Chain(knows=lambda facts: replace(facts, queue=())),
    "a slot never rests": Chain(rules=_without(RULES, slot_at_rest)),
}

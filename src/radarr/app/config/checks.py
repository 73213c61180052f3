"""What no single value can tell: whether the settings agree with each other."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from radarr.app.config.problem import Problem
from radarr.app.config.profiles import DEFAULT_SET, format_scores, profile, reachable
from radarr.app.config.root import Config
from radarr.app.config.suggest import did_you_mean
from radarr.domain.languages import LANGUAGES, by_text
from radarr.domain.movie import MAIN_SLOT
from radarr.domain.naming.check import check_format, tells_slots_apart
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.quality import BY_NAME

_SLOT_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def check(config: Config, broken: Collection[str] = ()) -> Iterator[Problem]:
    """Everything that does not fit together; the origins are filled in by the caller.

    `broken` names the lists that could not be read whole: nothing is said about those.
    """
    if "profile" not in broken:
        yield from _names("profile", (item.name for item in config.profile))
        yield from _profiles(config)
        if "custom_format" not in broken:
            yield from _format_scores(config)
    if "slot" not in broken:
        yield from _names("slot", (item.name for item in config.slot))
        yield from _slots(config)
    if "profile" not in broken and "slot" not in broken:
        yield from _profile_names(config)
    yield from _formats(config)
    yield from _sizes(config)
    if config.database.url and not config.server.api_key:
        yield Problem("server.api_key", "is missing", "on PostgreSQL it must be given: 32 random letters and digits")
    if config.prowlarr.ca_file and not config.prowlarr.verify_tls:
        yield Problem("prowlarr.ca_file", "has no effect with verify_tls = false", "remove one of the two")


def _names(section: str, names: Iterable[str]) -> Iterator[Problem]:
    counts: Counter[str] = Counter()
    for at, name in enumerate(names):
        counts[name.casefold()] += 1
        if counts[name.casefold()] > 1:
            yield Problem(f"{section}[{at}].name", f"{name!r} is taken", "give each a name of its own")


def _profiles(config: Config) -> Iterator[Problem]:
    for at, declared in enumerate(config.profile):
        try:
            made = profile(declared, config.sizes)
        except ValueError as error:
            remedy = "`radarr profile show Any` lists the qualities"
            yield Problem(f"profile[{at}].qualities", str(error), remedy)
            continue
        if not by_text(made.language):
            near = did_you_mean(made.language, (known.name for known in LANGUAGES))
            said = f"there is no language {made.language!r}"
            yield Problem(
                f"profile[{at}].language", said, near or 'write it as in "German" or "de", or "Original" or "Any"'
            )
        allowed = [item.name for item in made.items if item.allowed]
        if len({item.name for item in made.items}) < len(made.items):
            yield Problem(f"profile[{at}].qualities", "a group has the name of a quality", "give it another name")
        elif made.cutoff not in allowed:
            hint = did_you_mean(made.cutoff, allowed) or f"choose one of {', '.join(allowed)}"
            yield Problem(f"profile[{at}].cutoff", f"{made.cutoff!r} is not among its qualities", hint)


def _format_scores(config: Config) -> Iterator[Problem]:
    known = [loaded.format.name for loaded in config.formats]
    sets = {DEFAULT_SET, *(name for loaded in config.formats for name, _ in loaded.format.trash_scores)}
    for at, declared in enumerate(config.profile):
        path = f"profile[{at}].format_scores"
        for name in declared.format_scores:
            if name not in known:
                hint = did_you_mean(name, known) or "`radarr format list` names those that there are"
                yield Problem(path, f"there is no custom format {name!r}", hint)
        if declared.score_set and declared.score_set not in sets:
            hint = did_you_mean(declared.score_set, sets) or f"choose one of {', '.join(sorted(sets))}"
            yield Problem(f"profile[{at}].score_set", f"no format has a score set {declared.score_set!r}", hint)
        best = reachable(format_scores(declared, config.formats))
        if declared.min_format_score > best:
            said = f"no release can reach it: the custom formats that have a score reach {best} together"
            yield Problem(f"profile[{at}].min_format_score", said, "lower it, or raise scores in format_scores")


def _profile_names(config: Config) -> Iterator[Problem]:
    known = list(dict.fromkeys([*(p.name for p in config.profile), *(p.name for p in DEFAULT_PROFILES)]))
    used = [("library.default_profile", config.library.default_profile)]
    used += [(f"slot[{at}].profile", slot.profile) for at, slot in enumerate(config.slot)]
    for path, name in used:
        if name not in known:
            yield Problem(path, f"there is no profile {name!r}", f"choose one of {', '.join(known)}")


def _slots(config: Config) -> Iterator[Problem]:
    taken = list(config.library.roots)
    told_apart = tells_slots_apart(config.library.file_format)
    for at, slot in enumerate(config.slot):
        if slot.name == MAIN_SLOT:
            yield Problem(f"slot[{at}].name", f"every film has the slot {MAIN_SLOT!r} already", "choose another name")
        elif not _SLOT_NAME.fullmatch(slot.name):
            yield Problem(f"slot[{at}].name", "expected lower-case letters, digits and -", "it is part of an address")
        if slot.root in taken and not told_apart:
            remedy = "put {Slot} or {Quality Full} into library.file_format, or give the slot a root of its own"
            yield Problem(f"slot[{at}].root", "two slots in one root would share one file name", remedy)
        taken.append(slot.root)


def _formats(config: Config) -> Iterator[Problem]:
    for wrong in check_format(config.library.folder_format, "folder"):
        yield Problem("library.folder_format", wrong, "docs/naming.md lists the tokens")
    for wrong in check_format(config.library.file_format, "file"):
        yield Problem("library.file_format", wrong, "docs/naming.md lists the tokens")


def _sizes(config: Config) -> Iterator[Problem]:
    for name in config.sizes:
        if name not in BY_NAME:
            yield Problem(f"sizes.{name}", "is not a quality", did_you_mean(name, BY_NAME) or "remove it")

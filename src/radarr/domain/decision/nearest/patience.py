"""Changes to what a release is made to wait for, and to what its name may say."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from radarr.domain.decision.belief import rests_until
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.nearest.change import Case, Change, of_facts, of_profile
from radarr.domain.decision.terms import OutOfTime, ReleaseProfile, Term
from radarr.domain.decision.words import for_how_long


def wait_for_the_age(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """That the profile asks of every release."""
    yield from _wait(candidate, facts, facts.profile.minimum_age, "age")


def wait_for_the_delay(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Something better may come meanwhile."""
    yield from _wait(candidate, facts, facts.profile.delay, "delay")


def _wait(candidate: Candidate, facts: Facts, minutes: int, what: str) -> Iterator[Change]:
    if published := candidate.release.published_at:
        then = published + timedelta(minutes=minutes)
        yield of_facts(f"wait {for_how_long(then - facts.now)} for the {what}", now=then)


def wait_for_the_indexer(candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """It is asked again by itself."""
    yield of_facts(f"wait until {candidate.release.indexer} is asked again", resting_indexers=frozenset())


def wait_for_the_slot(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Too many releases were not what they claimed."""
    if then := rests_until(facts.claims, candidate.slot.id):
        yield of_facts(f"wait {for_how_long(then - facts.now)} for the slot to rest", now=then)


def take_these_subs(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Beside those that the profile takes already."""
    marker = candidate.parsed.hardcoded_subs
    if marker:
        taken = (*facts.profile.hardcoded_subs, marker)
        yield of_profile(f"take burnt-in subtitles ({marker})", hardcoded_subs=taken)


def ask_no_terms(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Of the release profiles of which the name has none, or of which that cannot be told in time."""
    name = candidate.release.title
    for at, profile in enumerate(facts.release_profiles):
        wanted = profile.required and profile.applies_to(facts.tags)
        if wanted and not _has_any(profile.required, name):
            words = f"no longer require {' or '.join(term.text for term in profile.required)}"
            yield _of_terms(words, at, _asking_nothing)


def _has_any(terms: Iterable[Term], name: str) -> bool:
    """As the rule looks for them: none behind one that cannot tell in time."""
    try:
        return any(term.matches(name) for term in terms)
    except OutOfTime:
        return False


def _has(term: Term, name: str) -> bool:
    """A term that cannot tell in time is in the way as well."""
    try:
        return term.matches(name)
    except OutOfTime:
        return True


def ignore_no_terms(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Of those that the name has, or of which that cannot be told in time."""
    name = candidate.release.title
    for at, profile in enumerate(facts.release_profiles):
        found = tuple(term for term in profile.ignored if profile.applies_to(facts.tags) and _has(term, name))
        if found:
            words = f"no longer ignore {' and '.join(term.text for term in found)}"
            yield _of_terms(words, at, _ignoring_all_but(found))


def _of_terms(words: str, at: int, edit: Callable[[ReleaseProfile], ReleaseProfile]) -> Change:
    """Other terms of one release profile, the others as they are."""

    def apply(candidate: Candidate, facts: Facts) -> Case:
        profiles = list(facts.release_profiles)
        profiles[at] = edit(profiles[at])
        return candidate, replace(facts, release_profiles=tuple(profiles))

    return Change(words, apply)


def _asking_nothing(profile: ReleaseProfile) -> ReleaseProfile:
    return profile._replace(required=())


def _ignoring_all_but(terms: Collection[Term]) -> Callable[[ReleaseProfile], ReleaseProfile]:
    return lambda profile: profile._replace(ignored=tuple(term for term in profile.ignored if term not in terms))


def search_for_it(_candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """What a search finds is taken, however long the file has been there."""
    yield of_facts("search for it", kind=SearchKind.SCHEDULED)

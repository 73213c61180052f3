"""Changes to what a release is made to wait for, and to what its name may say."""

from collections.abc import Iterator
from datetime import timedelta

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.nearest.change import Change, of_facts, of_profile
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


def take_these_subs(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Beside those that the profile takes already."""
    marker = candidate.parsed.hardcoded_subs
    if marker:
        taken = (*facts.profile.hardcoded_subs, marker)
        yield of_profile(f"take burnt-in subtitles ({marker})", hardcoded_subs=taken)


def ask_no_terms(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Of the release profiles of which the name has none."""
    name = candidate.release.title
    for at, profile in enumerate(facts.release_profiles):
        wanted = profile.required and profile.applies_to(facts.tags)
        if wanted and not any(term.matches(name) for term in profile.required):
            others = (*facts.release_profiles[:at], profile._replace(required=()), *facts.release_profiles[at + 1 :])
            words = f"no longer require {' or '.join(term.text for term in profile.required)}"
            yield of_facts(words, release_profiles=others)


def ignore_no_terms(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Of those that the name has."""
    name = candidate.release.title
    for at, profile in enumerate(facts.release_profiles):
        found = tuple(term for term in profile.ignored if profile.applies_to(facts.tags) and term.matches(name))
        if found:
            kept = profile._replace(ignored=tuple(term for term in profile.ignored if term not in found))
            others = (*facts.release_profiles[:at], kept, *facts.release_profiles[at + 1 :])
            yield of_facts(f"no longer ignore {' and '.join(term.text for term in found)}", release_profiles=others)


def search_for_it(_candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """What a search finds is taken, however long the file has been there."""
    yield of_facts("search for it", kind=SearchKind.SCHEDULED)

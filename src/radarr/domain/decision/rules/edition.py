"""A slot may be for one edition of a film alone: its director's cut, say."""

from functools import lru_cache

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.decision.terms import OutOfTime, Term, read_term
from radarr.domain.decision.words import words

_QUOTES = str.maketrans("", "", "'\N{RIGHT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}`")
_NOUNS = frozenset({"cut", "edition", "version"})


def edition(candidate: Candidate, _facts: Facts) -> Rejection | None:
    """EditionNotWanted. A slot that names no edition takes any; a pattern that cannot tell in time makes it wait."""
    wanted, found = candidate.slot.edition, candidate.parsed.edition
    if not wanted:
        return None
    try:
        if _is_wanted(_term(wanted), found):
            return None
    except OutOfTime as error:
        message = f"the edition that the slot {candidate.slot.name} wants: {error}"
        return Rejection(Reason.EDITION_NOT_WANTED, message, RejectionKind.TEMPORARY)
    of_which = f"is of the edition {found!r}" if found else "names no edition"
    return Rejection(Reason.EDITION_NOT_WANTED, f"it {of_which}: the slot {candidate.slot.name} wants {wanted!r} alone")


@lru_cache(maxsize=64)
def _term(text: str) -> Term:
    return read_term(text)


def _is_wanted(term: Term, found: str) -> bool:
    if term.pattern is not None:
        return term.pattern.search(found)
    wanted = _telling(term.text)
    return (wanted - _NOUNS or wanted) <= _telling(found)


def _telling(text: str) -> frozenset[str]:
    """Its words, so that "Director's Cut" and "Directors" are one."""
    return frozenset(word.removesuffix("s") for word in words(text.translate(_QUOTES)))

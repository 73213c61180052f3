"""Run every rule on a candidate."""

from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.rules import RULES, Rule


def decide(candidate: Candidate, facts: Facts, rules: tuple[Rule, ...] = RULES) -> Decision:
    """The candidate with every reason against it, in the order of the rules. Never raises.

    A rule that breaks costs this one release, and the rejection names the rule.
    """
    rejections = []
    for rule in rules:
        try:
            rejection = rule(candidate, facts)
        except Exception as error:  # noqa: BLE001 one broken rule must not cost the whole search
            rejection = _broken(rule, error)
        if rejection is not None:
            rejections.append(rejection)
    return Decision(candidate, tuple(rejections))


def _broken(rule: Rule, error: Exception) -> Rejection:
    name = getattr(rule, "__name__", "unnamed")
    return Rejection(Reason.DECISION_ERROR, f"the rule {name} broke on this release ({type(error).__name__}: {error})")

"""Run every rule on a candidate."""

from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.rules import RULES, Rule


def decide(candidate: Candidate, facts: Facts, rules: tuple[Rule, ...] = RULES) -> Decision:
    """The candidate with every reason against it, in the order of the rules. Never raises.

    A rule that breaks costs this one release, and the rejection names the rule.
    """
    verdicts = (_apply(rule, candidate, facts) for rule in rules)
    return Decision(candidate, tuple(rejection for rejection in verdicts if rejection is not None))


def _apply(rule: Rule, candidate: Candidate, facts: Facts) -> Rejection | None:
    try:
        return rule(candidate, facts)
    except Exception as error:  # noqa: BLE001 one broken rule must not cost the whole search
        name = getattr(rule, "__name__", "unnamed")
        return Rejection(
            Reason.DECISION_ERROR, f"the rule {name} broke on this release ({type(error).__name__}: {error})"
        )

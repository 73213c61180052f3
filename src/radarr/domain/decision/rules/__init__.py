"""The rules: one condition a file, each a pure function of candidate and facts.

The order is that in which reasons are shown: what the release is, what is wanted, what is there already.
"""

from collections.abc import Callable
from typing import TypeAlias

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Rejection
from radarr.domain.decision.rules.already_downloading import already_downloading
from radarr.domain.decision.rules.already_grabbed import already_grabbed
from radarr.domain.decision.rules.already_imported import already_imported
from radarr.domain.decision.rules.availability import availability
from radarr.domain.decision.rules.blocklisted import blocklisted
from radarr.domain.decision.rules.delay import delay
from radarr.domain.decision.rules.edition import edition
from radarr.domain.decision.rules.file_upgrade import file_upgrade
from radarr.domain.decision.rules.format_score import format_score
from radarr.domain.decision.rules.format_time import format_time
from radarr.domain.decision.rules.free_space import free_space
from radarr.domain.decision.rules.hardcoded_subs import hardcoded_subs
from radarr.domain.decision.rules.ignored_terms import ignored_terms
from radarr.domain.decision.rules.indexer_at_rest import indexer_at_rest
from radarr.domain.decision.rules.language import language
from radarr.domain.decision.rules.maximum_size import maximum_size
from radarr.domain.decision.rules.minimum_age import minimum_age
from radarr.domain.decision.rules.monitored import monitored
from radarr.domain.decision.rules.proper_age import proper_age
from radarr.domain.decision.rules.propers import propers
from radarr.domain.decision.rules.protocol import protocol
from radarr.domain.decision.rules.quality_wanted import quality_wanted
from radarr.domain.decision.rules.raw_disk import raw_disk
from radarr.domain.decision.rules.repack import repack
from radarr.domain.decision.rules.required_flags import required_flags
from radarr.domain.decision.rules.required_terms import required_terms
from radarr.domain.decision.rules.sample import sample
from radarr.domain.decision.rules.seeders import seeders
from radarr.domain.decision.rules.size import size
from radarr.domain.decision.rules.slot_at_rest import slot_at_rest
from radarr.domain.decision.rules.upgrades_disabled import upgrades_disabled

Rule: TypeAlias = Callable[[Candidate, Facts], Rejection | None]

RULES: tuple[Rule, ...] = (
    protocol,
    quality_wanted,
    sample,
    raw_disk,
    required_terms,
    ignored_terms,
    edition,
    size,
    maximum_size,
    language,
    hardcoded_subs,
    format_score,
    format_time,
    seeders,
    required_flags,
    indexer_at_rest,
    monitored,
    availability,
    minimum_age,
    delay,
    blocklisted,
    slot_at_rest,
    already_grabbed,
    already_imported,
    already_downloading,
    upgrades_disabled,
    file_upgrade,
    propers,
    repack,
    proper_age,
    free_space,
)

"""The rules: one condition a file, each a pure function of candidate and facts.

The order is that in which reasons are shown: what the release is, what is wanted, what is there already.
"""

from collections.abc import Callable
from typing import TypeAlias

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Rejection
from radarr.domain.decision.rules.already_downloading import already_downloading
from radarr.domain.decision.rules.already_imported import already_imported
from radarr.domain.decision.rules.availability import availability
from radarr.domain.decision.rules.blocklisted import blocklisted
from radarr.domain.decision.rules.file_upgrade import file_upgrade
from radarr.domain.decision.rules.format_score import format_score
from radarr.domain.decision.rules.format_time import format_time
from radarr.domain.decision.rules.free_space import free_space
from radarr.domain.decision.rules.language import language
from radarr.domain.decision.rules.monitored import monitored
from radarr.domain.decision.rules.propers import propers
from radarr.domain.decision.rules.quality_wanted import quality_wanted
from radarr.domain.decision.rules.raw_disk import raw_disk
from radarr.domain.decision.rules.required_flags import required_flags
from radarr.domain.decision.rules.sample import sample
from radarr.domain.decision.rules.seeders import seeders
from radarr.domain.decision.rules.size import size
from radarr.domain.decision.rules.upgrades_disabled import upgrades_disabled

Rule: TypeAlias = Callable[[Candidate, Facts], Rejection | None]

RULES: tuple[Rule, ...] = (
    quality_wanted,
    sample,
    raw_disk,
    size,
    language,
    format_score,
    format_time,
    seeders,
    required_flags,
    monitored,
    availability,
    blocklisted,
    already_imported,
    already_downloading,
    upgrades_disabled,
    file_upgrade,
    propers,
    free_space,
)

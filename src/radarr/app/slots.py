"""The slots that the configuration knows."""

from radarr.app.config import Config
from radarr.app.usecases.add_movie import SlotRules
from radarr.domain.movie import MAIN_SLOT
from radarr.ports.driving.movies import Limits


def slot_rules(config: Config) -> dict[str, SlotRules]:
    """By name: `main`, and every `[[slot]]`."""
    roots = config.library.roots
    main = SlotRules(
        name=MAIN_SLOT, profile=config.library.default_profile, root=roots[0] if roots else "", automatic=False
    )
    further = [
        SlotRules(
            name=slot.name,
            profile=slot.profile,
            root=slot.root,
            automatic=slot.automatic,
            limits=Limits(slot.edition, slot.max_size.total, slot.max_size.per_minute),
        )
        for slot in config.slot
    ]
    return {rules.name: rules for rules in (main, *further)}

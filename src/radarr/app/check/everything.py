"""Everything, in the order in which a person would mend it."""

from radarr.adapters.clock import SystemClock
from radarr.app.check.around import around
from radarr.app.check.configuration import api_key, configuration
from radarr.app.check.database import database
from radarr.app.check.dates import clock
from radarr.app.check.finding import Finding, Subject
from radarr.app.check.names import names
from radarr.app.check.permissions import permissions
from radarr.app.check.port import port
from radarr.app.check.state import state_folder


async def check(subject: Subject) -> list[Finding]:
    """Every finding. Nothing is changed: files that are made for a trial are gone when it returns."""
    own = [*configuration(subject), *names(subject), *api_key(subject), *permissions()]
    found = [*own, *await port(subject), *state_folder(subject)]
    records, roots = await database(subject)
    here = SystemClock()
    return [*found, *records, *await around(subject, roots, here), *await clock(subject, here.now())]

"""The database, without the lease: the daemon may be at work on it."""

from radarr.adapters.persistence import admin
from radarr.adapters.persistence.engine import make_engine, read_url
from radarr.adapters.persistence.migrate import SchemaState
from radarr.adapters.persistence.store import SqlStore
from radarr.app.check.finding import Finding, Subject, ok
from radarr.app.clients import database_url
from radarr.domain.movie import RootFolder
from radarr.ports.errors import Gone, PortError

_AREA = "database"


async def database(subject: Subject) -> tuple[list[Finding], tuple[RootFolder, ...]]:
    """What is found, and the roots that are known there."""
    url, password = database_url(subject.config, subject.state), subject.config.database.password.reveal()
    try:
        schema = await admin.current(url, password)
        if schema.state is not SchemaState.CURRENT:
            return [ok(_AREA, f"its schema is {schema.state}: the daemon brings it up to date when it starts")], ()
        roots = await _roots(url, password)
    except Gone:
        return [ok(_AREA, "it is made when the daemon first starts")], ()
    except PortError as error:
        return [Finding(_AREA, "error", error.message, error.remedy)], ()
    return [ok(_AREA, f"{admin.masked(url)} answers, schema {schema.revision}")], roots


async def _roots(url: str, password: str) -> tuple[RootFolder, ...]:
    engine = make_engine(read_url(url, password))
    try:
        async with SqlStore(engine, 0).snapshot() as tx:
            return await tx.roots.all()
    finally:
        await engine.dispose()

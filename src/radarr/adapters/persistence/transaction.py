"""One unit of work: a repository per aggregate over one connection."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from radarr.adapters.persistence.downloads import SqlDownloads
from radarr.adapters.persistence.imports import SqlImports
from radarr.adapters.persistence.ledger import SqlLedger
from radarr.adapters.persistence.loops import SqlLoops
from radarr.adapters.persistence.movies import SqlMovies
from radarr.adapters.persistence.records import SqlBlocklist, SqlHistory, SqlOutbox
from radarr.adapters.persistence.roots import SqlNames, SqlRoots


class SqlTransaction:
    """`ports.store.Transaction`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def movies(self) -> SqlMovies:
        return SqlMovies(self._connection)

    @cached_property
    def downloads(self) -> SqlDownloads:
        return SqlDownloads(self._connection)

    @cached_property
    def imports(self) -> SqlImports:
        return SqlImports(self._connection)

    @cached_property
    def history(self) -> SqlHistory:
        return SqlHistory(self._connection)

    @cached_property
    def blocklist(self) -> SqlBlocklist:
        return SqlBlocklist(self._connection)

    @cached_property
    def ledger(self) -> SqlLedger:
        return SqlLedger(self._connection)

    @cached_property
    def outbox(self) -> SqlOutbox:
        return SqlOutbox(self._connection)

    @cached_property
    def roots(self) -> SqlRoots:
        return SqlRoots(self._connection)

    @cached_property
    def names(self) -> SqlNames:
        return SqlNames(self._connection)

    @cached_property
    def loops(self) -> SqlLoops:
        return SqlLoops(self._connection)

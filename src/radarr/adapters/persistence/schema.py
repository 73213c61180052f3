"""The schema: one for SQLite and PostgreSQL.

Ids are never used again (AUTOINCREMENT, identity). Records of what happened (history, ledger, grabs, downloads,
imports) outlive the films that they are about, and therefore have no foreign key to them.
"""

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem

from radarr.adapters.persistence.types import Instant, Json, Text

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, sa.Identity(), primary_key=True)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, Text, nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=null)


def _instant(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, Instant, nullable=null)


def _json(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, Json, nullable=null)


def _table(name: str, *columns: SchemaItem) -> sa.Table:
    return sa.Table(name, metadata, *columns, sqlite_autoincrement=True)


def _only_open(name: str, table: sa.Table, *columns: str) -> None:
    """No two open rows alike."""
    condition = table.c.open.is_(True)
    sa.Index(
        name, *(table.c[column] for column in columns), unique=True, sqlite_where=condition, postgresql_where=condition
    )


roots = _table("roots", _id(), sa.Column("path", Text, nullable=False, unique=True), _text("sentinel"))
movies = _table(
    "movies",
    _id(),
    sa.Column("tmdb_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("imdb_id", Text, nullable=True, index=True),
    _text("title"),
    _text("original_title"),
    _text("original_language"),
    _json("titles"),
    _number("year"),
    _number("secondary_year", null=True),
    _number("runtime"),
    sa.Column("in_cinemas", sa.Date, nullable=True),
    sa.Column("digital_release", sa.Date, nullable=True),
    sa.Column("physical_release", sa.Date, nullable=True),
    _text("status"),
    _text("overview"),
    _instant("added_at"),
)
slots = _table(
    "slots",
    _id(),
    sa.Column("movie_id", sa.Integer, sa.ForeignKey("movies.id", ondelete="CASCADE"), nullable=False),
    _text("name"),
    _text("profile"),
    sa.Column("root_id", sa.Integer, sa.ForeignKey("roots.id"), nullable=False),
    _text("folder"),
    sa.Column("monitored", sa.Boolean, nullable=False),
    _instant("searched_at", null=True),
    sa.Column("edition", Text, nullable=False, server_default=""),
    _number("max_size", null=True),
    _number("max_size_per_minute", null=True),
    sa.UniqueConstraint("movie_id", "name"),
)
files = _table(
    "files",
    _id(),
    sa.Column("slot_id", sa.Integer, sa.ForeignKey("slots.id", ondelete="CASCADE"), nullable=False, unique=True),
    _text("path"),
    _number("size"),
    _text("quality"),
    _json("revision"),
    _json("languages"),
    _text("release_group", null=True),
    _text("edition"),
    _text("scene_name"),
    _number("score"),
    _text("infohash", null=True),
    _instant("added_at"),
    _json("scoring", null=True),
    _json("measured", null=True),
    _text("claimed", null=True),
)
grabs = _table(
    "grabs",
    _id(),
    _json("release"),
    _json("parsed"),
    sa.Column("infohash_v1", Text, nullable=True, index=True),
    sa.Column("infohash_v2", Text, nullable=True, index=True),
    sa.Column("torrent", sa.LargeBinary, nullable=True),
    _text("magnet", null=True),
    _text("category"),
    sa.Column("tag", Text, nullable=False, unique=True),
    _text("kind"),
    _json("formats"),
    _number("score"),
    _instant("created_at"),
    _json("format_inputs", null=True),
)
downloads = _table(
    "downloads",
    _id(),
    sa.Column("grab_id", sa.Integer, sa.ForeignKey("grabs.id"), nullable=False, unique=True),
    _number("movie_id"),
    _text("infohash"),
    _text("state"),
    sa.Column("open", sa.Boolean, nullable=False, index=True),
    _instant("state_since"),
    _text("client_id", null=True),
    sa.Column("progress", sa.Float, nullable=False),
    _number("size"),
    _number("left"),
    _number("eta_seconds", null=True),
    _instant("progressed_at", null=True),
    _text("save_path"),
    sa.Column("adopted", sa.Boolean, nullable=False),
    _text("message"),
    _number("attempts"),
    _instant("next_attempt_at", null=True),
)
_only_open("uq_downloads_open_infohash", downloads, "infohash")
download_slots = sa.Table(
    "download_slots",
    metadata,
    sa.Column("download_id", sa.Integer, sa.ForeignKey("downloads.id"), primary_key=True),
    sa.Column("slot_id", sa.Integer, primary_key=True, index=True, autoincrement=False),
)
imports = _table(
    "imports",
    _id(),
    _number("download_id", null=True),
    _number("movie_id"),
    sa.Column("slot_id", sa.BigInteger, nullable=False, index=True),
    _number("root_id"),
    _text("state"),
    sa.Column("open", sa.Boolean, nullable=False, index=True),
    _text("target"),
    _json("film"),
    _json("extras"),
    _json("file"),
    _json("replaces", null=True),
    _text("recycled", null=True),
    _json("retired"),
    _instant("started_at"),
    _instant("ended_at", null=True),
    _text("message"),
)
_only_open("uq_imports_open_slot", imports, "slot_id")
_only_open("uq_imports_open_target", imports, "root_id", "target")
history = _table(
    "history",
    _id(),
    _instant("at"),
    _text("kind"),
    sa.Column("movie_id", sa.BigInteger, nullable=False, index=True),
    _number("slot_id", null=True),
    _number("download_id", null=True),
    _text("infohash", null=True),
    _text("title"),
    _text("quality"),
    _json("data"),
)
blocklist = _table(
    "blocklist",
    _id(),
    _instant("at"),
    sa.Column("movie_id", sa.BigInteger, nullable=False, index=True),
    _text("title"),
    _text("infohash", null=True),
    _text("indexer"),
    _text("quality"),
    _number("size"),
    _text("message"),
)
ledger = _table(
    "ledger",
    _id(),
    sa.Column("movie_id", sa.BigInteger, nullable=False, index=True),
    _number("slot_id"),
    _text("kind"),
    _text("guid"),
    _number("indexer_id"),
    _text("indexer"),
    _text("title"),
    _text("infohash", null=True),
    _number("size"),
    _number("seeders", null=True),
    _json("flags"),
    _instant("published_at", null=True),
    _text("quality"),
    _json("formats"),
    _number("score"),
    _number("rank", null=True),
    _json("rejections"),
    _text("outcome"),
    _text("profile"),
    _text("fingerprint"),
    _instant("first_seen"),
    _instant("last_seen"),
    _number("seen"),
    _json("stated", null=True),
    _json("parsed", null=True),
    sa.UniqueConstraint("slot_id", "indexer_id", "guid"),
)
pending = _table(
    "pending",
    _id(),
    sa.Column("movie_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("slot_id", sa.Integer, sa.ForeignKey("slots.id", ondelete="CASCADE"), nullable=False),
    _number("indexer_id"),
    _text("guid"),
    _json("release"),
    _json("parsed"),
    _number("score"),
    _text("reason"),
    _instant("since"),
    sa.Column("due_at", Instant, nullable=False, index=True),
    sa.UniqueConstraint("slot_id", "indexer_id", "guid"),
)
outbox = _table("outbox", _id(), _text("topic"), _text("body"))
searches = _table(
    "searches", _id(), sa.Column("at", Instant, nullable=False, index=True), sa.Column("movie_id", sa.BigInteger)
)
loops = sa.Table("loops", metadata, sa.Column("name", Text, primary_key=True), _instant("last_run"))
names = _table("names", _id(), _text("kind"), _text("name"), sa.UniqueConstraint("kind", "name"))
lease = sa.Table(
    "lease",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    _text("holder"),
    _number("token"),
    _number("expires_at"),
)
pauses = sa.Table(
    "pauses",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    _instant("since"),
    _instant("until", null=True),
)
indexers = sa.Table(
    "indexers",
    metadata,
    sa.Column("indexer_id", sa.BigInteger, primary_key=True, autoincrement=False),
    _text("name"),
    _number("level"),
    _instant("resting_until", null=True),
    _instant("failing_since", null=True),
    _text("last_error"),
    _json("spent"),
    _json("feeds"),
    _json("feed", null=True),
)
slot_searches = sa.Table(
    "slot_searches",
    metadata,
    sa.Column("slot_id", sa.Integer, sa.ForeignKey("slots.id", ondelete="CASCADE"), primary_key=True),
    _number("searches"),
    _instant("last_at"),
    _text("profile"),
    sa.Column("missing", sa.Boolean, nullable=False),
    _json("asked"),
)
claims = _table(
    "claims",
    _id(),
    _instant("at"),
    sa.Column("movie_id", sa.BigInteger, nullable=False, index=True),
    _number("slot_id"),
    _text("infohash"),
    _text("title"),
    sa.Column("release_group", Text, nullable=True, index=True),
    _text("quality"),
    _json("revision"),
    _json("languages"),
    _text("found"),
    _json("heard"),
    _json("lies"),
    sa.Column("contradicted", sa.Boolean, nullable=False),
    sa.Column("refused", sa.Boolean, nullable=False),
    sa.UniqueConstraint("slot_id", "infohash"),
)
film_metadata = sa.Table(
    "metadata",
    metadata,
    sa.Column("movie_id", sa.Integer, sa.ForeignKey("movies.id", ondelete="CASCADE"), primary_key=True),
    _instant("fetched_at"),
    sa.Column("due_at", Instant, nullable=False, index=True),
    sa.Column("gone_since", Instant, nullable=True, index=True),
    # what lists show stands apart from what is long and rarely asked for
    _json("summary", null=True),
    _json("details", null=True),
)

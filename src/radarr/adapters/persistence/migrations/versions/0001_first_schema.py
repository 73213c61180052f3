"""The first schema. What is written here never changes again, whatever becomes of `schema.py`."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ADDED = (  # in this order, since later ones refer to earlier ones
    *("roots", "movies", "slots", "files", "names"),
    *("grabs", "downloads", "download_slots", "imports", "searches"),
    *("history", "blocklist", "ledger", "outbox", "loops", "lease"),
)


def upgrade() -> None:
    _add_library()
    _add_downloads()
    _add_imports()
    _add_history()
    _add_ledger()
    _add_daemon()


def downgrade() -> None:
    for name in reversed(_ADDED):
        op.drop_table(name)  # its indexes go with it


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=null)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _reference(
    table: str, column: str, target: str, *, ondelete: str | None = None
) -> tuple[sa.schema.SchemaItem, ...]:
    name = f"fk_{table}_{column}"
    return (
        sa.Column(column, sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete),
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _create(name: str, *columns: sa.schema.SchemaItem, index: tuple[str, ...] = ()) -> None:
    """A table with an id that is never used again, and indexes of one column each."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )
    for column in index:
        op.create_index(f"ix_{name}_{column}", name, [column])


def _only_open(name: str, table: str, *columns: str) -> None:
    op.create_index(
        name,
        table,
        list(columns),
        unique=True,
        sqlite_where=sa.text("open IS 1"),
        postgresql_where=sa.text("open IS true"),
    )


def _add_library() -> None:
    _create("roots", _text("path"), _text("sentinel"), _unique("roots", "path"))
    _create(
        "movies",
        _number("tmdb_id"),
        _text("imdb_id", null=True),
        *(_text(name) for name in ("title", "original_title", "original_language", "titles")),
        _number("year"),
        _number("secondary_year", null=True),
        _number("runtime"),
        *(sa.Column(name, sa.Date()) for name in ("in_cinemas", "digital_release", "physical_release")),
        _text("status"),
        _text("overview"),
        _number("added_at"),
        _unique("movies", "tmdb_id"),
        index=("imdb_id",),
    )
    _create(
        "slots",
        *_reference("slots", "movie_id", "movies", ondelete="CASCADE"),
        _text("name"),
        _text("profile"),
        *_reference("slots", "root_id", "roots"),
        _text("folder"),
        _flag("monitored"),
        _number("searched_at", null=True),
        _unique("slots", "movie_id", "name"),
    )
    _create(
        "files",
        *_reference("files", "slot_id", "slots", ondelete="CASCADE"),
        _text("path"),
        _number("size"),
        *(_text(name) for name in ("quality", "revision", "languages")),
        _text("release_group", null=True),
        _text("edition"),
        _text("scene_name"),
        _number("score"),
        _text("infohash", null=True),
        _number("added_at"),
        _unique("files", "slot_id"),
    )
    _create("names", _text("kind"), _text("name"), _unique("names", "kind", "name"))


def _add_downloads() -> None:
    _create(
        "grabs",
        _text("release"),
        _text("parsed"),
        _text("infohash_v1", null=True),
        _text("infohash_v2", null=True),
        sa.Column("torrent", sa.LargeBinary()),
        _text("magnet", null=True),
        *(_text(name) for name in ("category", "tag", "kind", "formats")),
        _number("score"),
        _number("created_at"),
        _unique("grabs", "tag"),
        index=("infohash_v1", "infohash_v2"),
    )
    _create(
        "downloads",
        *_reference("downloads", "grab_id", "grabs"),
        _number("movie_id"),
        _text("infohash"),
        _text("state"),
        _flag("open"),
        _number("state_since"),
        _text("client_id", null=True),
        sa.Column("progress", sa.Float(), nullable=False),
        _number("size"),
        _number("left"),
        _number("eta_seconds", null=True),
        _number("progressed_at", null=True),
        _text("save_path"),
        _flag("adopted"),
        _text("message"),
        _number("attempts"),
        _number("next_attempt_at", null=True),
        _unique("downloads", "grab_id"),
        index=("open",),
    )
    _only_open("uq_downloads_open_infohash", "downloads", "infohash")
    op.create_table(
        "download_slots",
        *_reference("download_slots", "download_id", "downloads"),
        sa.Column("slot_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("download_id", "slot_id", name="pk_download_slots"),
    )
    op.create_index("ix_download_slots_slot_id", "download_slots", ["slot_id"])
    _create("searches", _number("at"), _number("movie_id", null=True), index=("at",))


def _add_imports() -> None:
    _create(
        "imports",
        _number("download_id", null=True),
        *(_number(name) for name in ("movie_id", "slot_id", "root_id")),
        _text("state"),
        _flag("open"),
        *(_text(name) for name in ("target", "film", "extras", "file")),
        _text("replaces", null=True),
        _text("recycled", null=True),
        _text("retired"),
        _number("started_at"),
        _number("ended_at", null=True),
        _text("message"),
        index=("open", "slot_id"),
    )
    _only_open("uq_imports_open_slot", "imports", "slot_id")
    _only_open("uq_imports_open_target", "imports", "root_id", "target")


def _add_history() -> None:
    _create(
        "history",
        _number("at"),
        _text("kind"),
        _number("movie_id"),
        _number("slot_id", null=True),
        _number("download_id", null=True),
        _text("infohash", null=True),
        *(_text(name) for name in ("title", "quality", "data")),
        index=("movie_id",),
    )
    _create(
        "blocklist",
        _number("at"),
        _number("movie_id"),
        _text("title"),
        _text("infohash", null=True),
        _text("indexer"),
        _text("quality"),
        _number("size"),
        _text("message"),
        index=("movie_id",),
    )


def _add_ledger() -> None:
    _create(
        "ledger",
        _number("movie_id"),
        _number("slot_id"),
        _text("kind"),
        _text("guid"),
        _number("indexer_id"),
        _text("indexer"),
        _text("title"),
        _text("infohash", null=True),
        _number("size"),
        _number("seeders", null=True),
        _text("flags"),
        _number("published_at", null=True),
        _text("quality"),
        _text("formats"),
        _number("score"),
        _number("rank", null=True),
        *(_text(name) for name in ("rejections", "outcome", "profile", "fingerprint")),
        *(_number(name) for name in ("first_seen", "last_seen", "seen")),
        _unique("ledger", "slot_id", "indexer_id", "guid"),
        index=("movie_id",),
    )


def _add_daemon() -> None:
    _create("outbox", _text("topic"), _text("body"))
    op.create_table("loops", _text("name"), _number("last_run"), sa.PrimaryKeyConstraint("name", name="pk_loops"))
    op.create_table(
        "lease",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _text("holder"),
        _number("token"),
        _number("expires_at"),
        sa.PrimaryKeyConstraint("id", name="pk_lease"),
    )

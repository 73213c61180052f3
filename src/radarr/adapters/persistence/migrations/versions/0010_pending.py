"""Releases that wait until they are due."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "pending",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        _number("movie_id"),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        _number("indexer_id"),
        _text("guid"),
        _text("release"),
        _text("parsed"),
        _number("score"),
        _text("reason"),
        _number("since"),
        _number("due_at"),
        sa.ForeignKeyConstraint(["slot_id"], ["slots.id"], name="fk_pending_slot_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_pending"),
        sa.UniqueConstraint("slot_id", "indexer_id", "guid", name="uq_pending_slot_id_indexer_id_guid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pending_movie_id", "pending", ["movie_id"])
    op.create_index("ix_pending_due_at", "pending", ["due_at"])


def downgrade() -> None:
    op.drop_table("pending")

"""What is remembered of the searches for each slot, and how far the feed of each indexer was read."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "slot_searches",
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("searches", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("missing", sa.Boolean(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["slot_id"], ["slots.id"], name="fk_slot_searches_slot_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("slot_id", name="pk_slot_searches"),
    )
    op.add_column("indexers", sa.Column("feed", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("indexers", "feed")
    op.drop_table("slot_searches")

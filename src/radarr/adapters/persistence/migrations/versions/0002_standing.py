"""The pause, and what is remembered of each indexer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _instant(name: str, *, null: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=null)


def upgrade() -> None:
    op.create_table(
        "pauses",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _instant("since", null=False),
        _instant("until"),
        sa.PrimaryKeyConstraint("id", name="pk_pauses"),
    )
    op.create_table(
        "indexers",
        sa.Column("indexer_id", sa.BigInteger(), autoincrement=False, nullable=False),
        _text("name"),
        sa.Column("level", sa.BigInteger(), nullable=False),
        _instant("resting_until"),
        _instant("failing_since"),
        _text("last_error"),
        _text("spent"),
        _text("feeds"),
        sa.PrimaryKeyConstraint("indexer_id", name="pk_indexers"),
    )


def downgrade() -> None:
    op.drop_table("indexers")
    op.drop_table("pauses")

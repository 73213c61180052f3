"""What the film database said of each film, and when it is to be asked again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "metadata",
        sa.Column("movie_id", sa.Integer(), nullable=False),
        sa.Column("fetched_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("gone_since", sa.BigInteger(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("details", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["movie_id"], ["movies.id"], name="fk_metadata_movie_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("movie_id", name="pk_metadata"),
    )
    op.create_index("ix_metadata_due_at", "metadata", ["due_at"])
    op.create_index("ix_metadata_gone_since", "metadata", ["gone_since"])


def downgrade() -> None:
    op.drop_table("metadata")

"""What releases claimed and their files turned out to be; and what a library file's release claimed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("files", sa.Column("claimed", sa.Text(), nullable=True))
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("movie_id", sa.BigInteger(), nullable=False),
        sa.Column("slot_id", sa.BigInteger(), nullable=False),
        sa.Column("infohash", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("release_group", sa.Text(), nullable=True),
        sa.Column("quality", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("lies", sa.Text(), nullable=False),
        sa.Column("contradicted", sa.Boolean(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("slot_id", "infohash", name=op.f("uq_claims_slot_id_infohash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_claims_movie_id"), "claims", ["movie_id"])
    op.create_index(op.f("ix_claims_release_group"), "claims", ["release_group"])


def downgrade() -> None:
    op.drop_table("claims")
    op.drop_column("files", "claimed")

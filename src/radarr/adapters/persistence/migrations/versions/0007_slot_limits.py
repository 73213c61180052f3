"""What else bounds a slot: the edition that it is for, and the size of what may fill it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("slots", sa.Column("edition", sa.Text(), nullable=False, server_default=""))
    op.add_column("slots", sa.Column("max_size", sa.BigInteger(), nullable=True))
    op.add_column("slots", sa.Column("max_size_per_minute", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("slots", "max_size_per_minute")
    op.drop_column("slots", "max_size")
    op.drop_column("slots", "edition")

"""What else the ledger needs to decide a release again: all that the indexer stated, and what its name said."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ledger", sa.Column("stated", sa.Text(), nullable=True))
    op.add_column("ledger", sa.Column("parsed", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("ledger", "parsed")
    op.drop_column("ledger", "stated")

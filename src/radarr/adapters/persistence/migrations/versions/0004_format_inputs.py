"""What custom formats saw of a release: kept with its grab, and with the file that came of it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("files", sa.Column("scoring", sa.Text(), nullable=True))
    op.add_column("grabs", sa.Column("format_inputs", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("grabs", "format_inputs")
    op.drop_column("files", "scoring")

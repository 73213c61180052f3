"""What was measured of a library file: picture, sounds, subtitles, length."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("files", sa.Column("measured", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("files", "measured")

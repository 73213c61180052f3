"""Migrations; alembic is imported only when the schema is behind."""

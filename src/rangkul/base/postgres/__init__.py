"""PostgreSQL, embedded or served: where it is, how it is started, and the two roles in it."""

from rangkul.base.postgres.location import APP, DATABASE, OWNER, conninfo, database_settings, served_url

__all__ = ["APP", "DATABASE", "OWNER", "conninfo", "database_settings", "served_url"]

"""PostgreSQL, embedded or served: where it is, how it is started, and the two roles in it."""

from rangkul.base.postgres.location import APP, DATABASE, OWNER, conninfo, database_settings, served_url
from rangkul.base.postgres.server import Server, ensure_running
from rangkul.base.postgres.temporary import TemporaryServer

__all__ = [
    "APP",
    "DATABASE",
    "OWNER",
    "Server",
    "TemporaryServer",
    "conninfo",
    "database_settings",
    "ensure_running",
    "served_url",
]

"""The database, asked as the role that cannot pass row-level security, and as the owner for migrations alone."""

import os

from rangkul.base.postgres import database_settings

DATABASES = {"default": database_settings("app"), "owner": database_settings("owner")}
for _database in DATABASES.values():
    _database["CONN_MAX_AGE"] = 0
    # A database that came back must not greet each thread with an error page.
    _database["CONN_HEALTH_CHECKS"] = True
DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
    "min_size": 1,
    "max_size": int(os.environ.get("RANGKUL_POOL", "8")),
    "timeout": 10,
}
DATABASES["default"]["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 3}
# Pages and jobs use the app role only; nothing is ever routed to the owner by itself.
DATABASE_ROUTERS: list[str] = []
TEST_OWNER_ALIAS = "owner"

# Shared by all web processes: only the account library uses it, for used codes and counted attempts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        "KEY_FUNCTION": "rangkul.web.accounts.remembering.digest_of",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
SESSION_ENGINE = "rangkul.web.accounts.opening"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# Tasks stand in each package's jobs.py.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_ON_APP_READY = None

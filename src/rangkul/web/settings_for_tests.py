"""Settings under which the suite runs: a scratch server of its own, keys of its own, no second factor asked."""

import os

from rangkul.base.postgres.temporary import session_server

# Before anything reads the environment; workers of one run inherit it and share the server.
os.environ["RANGKUL_HOME"], os.environ["RANGKUL_DATABASE_URL"] = session_server()

from rangkul.web.settings import *  # noqa: E402, F403

SECOND_FACTOR_REQUIRED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"]["OPTIONS"].pop("pool")  # noqa: F405  a pool would outlive the test's transaction
WHITENOISE_AUTOREFRESH = True
AXES_ENABLED = False
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "«TIDAK ADA: %s»"  # noqa: F405

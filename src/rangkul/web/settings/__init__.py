"""Settings of the whole house. The environment changes them: RANGKUL_HOME, RANGKUL_DATABASE_URL, RANGKUL_DEMO,
RANGKUL_DEBUG, RANGKUL_MODULES, RANGKUL_HOSTS, RANGKUL_STREAM_URL, RANGKUL_HTTPS."""

import os

from rangkul.web.settings.apps import *  # noqa: F403
from rangkul.web.settings.base import *  # noqa: F403
from rangkul.web.settings.data import *  # noqa: F403
from rangkul.web.settings.security import *  # noqa: F403

DEMO = os.environ.get("RANGKUL_DEMO") == "1"
# Staff sign in with a second factor everywhere but in the demo world.
SECOND_FACTOR_REQUIRED = not DEMO

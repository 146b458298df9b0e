"""A page stays in the thread that began it: language, addresses and connections are kept there.

The framework keeps them where coroutines find them too, which costs some twenty times as much each time one is asked
for: 820 times on a case. The streams, which are coroutines, keep the framework's way.
"""

import threading

from django.db import connections
from django.urls import base
from django.utils.translation import trans_real


def keep_to_the_thread() -> None:
    """From here on, in this process. Nothing may have been said before: what was is forgotten."""
    trans_real._active = threading.local()
    base._prefixes = threading.local()
    base._urlconfs = threading.local()
    connections._connections = threading.local()

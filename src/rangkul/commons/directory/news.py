"""What a suggestion says by its kind: by when somebody looks at it, and what the words of another list mean."""

import re
from datetime import date

from django.utils.translation import override

from rangkul.base import clock, workdays
from rangkul.commons.directory.states import DOUBTS, Topic

# Working days that an editor has: news that somebody stands before a closed door is looked at sooner.
DAYS, DAYS_IN_DOUBT = 5, 2
_OURS = re.compile(r"Ada kabar pada \d{4}-\d\d-\d\d: (.+)\.")


def due(topic: str) -> date:
    within = DAYS_IN_DOUBT if topic in DOUBTS else DAYS
    return clock.local(workdays.add_workdays(clock.now(), within, clock.WIB)).date()


def told(alert: str) -> tuple[str, str]:
    """Topic and words of an alert. Closed and moved are read only as another house of ours writes them."""
    found = _OURS.fullmatch(alert)
    with override("id"):
        known = {str(Topic(topic).label).lower(): topic for topic in DOUBTS}
    return known.get(found[1] if found else "", Topic.OTHER), alert

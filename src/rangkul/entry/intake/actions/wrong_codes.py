"""Six figures are guessed by who may try for ever: after ten wrong codes a door is locked until a person opens it.

Every door without an account counts the same way: a ticket's, a guest's at a conference, a receiver's of a referral.
The row has `wrong_codes` and `locked_at`; the database function behind the door finds no locked one, so a locked door
reads as one that never was. Whoever keeps the door hears of it and gives a new way in: nobody is kept out for good.
"""

from typing import Any

from django.db.models import F, QuerySet

MOST_WRONG = 10


def one_more_wrong(rows: QuerySet[Any]) -> Any | None:
    """Count a wrong code at the door of `rows` (one row or none); the row where that was one too many. Also asked for a
    door that never was, so that both take the same steps."""
    rows = rows.filter(locked_at=None)
    rows.update(wrong_codes=F("wrong_codes") + 1)
    return rows.filter(wrong_codes__gte=MOST_WRONG).first()

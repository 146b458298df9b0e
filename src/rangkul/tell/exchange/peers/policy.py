"""Who keeps the list of other houses, and who answers what comes from them. Who sees a row the database decides."""

from rangkul.base.asking import Asker
from rangkul.tell.exchange.peers.models import Incoming


def may_keep(*, by: Asker, **_: object) -> bool:
    return by.kind == "staff" and by.has("admin")


def may_answer(*, by: Asker, incoming: Incoming, **_: object) -> bool:
    """Whoever practises where the request lies; the database has let them see it."""
    return by.kind == "staff" and by.practises


def is_house(*, by: Asker, **_: object) -> bool:
    return by.kind == "job"

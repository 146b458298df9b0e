"""Who keeps the addresses of other systems. Who sees a row the database decides."""

from rangkul.base.asking import Asker


def may_keep(*, by: Asker, **_: object) -> bool:
    return by.kind == "staff" and by.has("admin")


def is_house(*, by: Asker, **_: object) -> bool:
    return by.kind == "job"

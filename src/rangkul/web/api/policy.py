"""Who may make and end which key."""

from rangkul.base.asking import Asker
from rangkul.web.api.models import ApiToken


def may_make_own(*, by: Asker, **_: object) -> bool:
    """A key does what its worker may do; who reads no files has no use for one."""
    return by.kind == "staff" and by.practises


def may_keep_partners(*, by: Asker, **_: object) -> bool:
    return by.kind == "staff" and by.has("admin")


def may_end(*, by: Asker, key: ApiToken, **_: object) -> bool:
    if key.for_partner:
        return may_keep_partners(by=by) and key.agency_id == by.agency_id
    return key.staff_id == by.staff_id

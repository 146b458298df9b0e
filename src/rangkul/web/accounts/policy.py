"""Who may keep accounts: the admin of the agency, who in turn reads no files."""

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff


def may_keep_accounts(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.has("admin")


def may_give_codes(*, by: Asker, staff: Staff, **_) -> bool:
    """Whoever is signing in, and the worker who proves once more who they are."""
    return by.kind == "login" or by.staff_id == staff.pk

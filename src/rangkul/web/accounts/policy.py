"""Who may keep accounts: the admin of the agency, who in turn reads no files."""

from rangkul.base.asking import Asker


def may_keep_accounts(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.has("admin")

"""Who may do which verb about rights. Who may see is decided by the database."""

from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.commons.trust.models import BreakGlass, Consent
from rangkul.commons.trust.states import Basis

_WITHOUT_ACCOUNT = frozenset({"public", "ticket"})


def may_grant(*, by: Asker, basis: str, grantee: tuple[str, UUID], **_) -> bool:
    """Rights are given by those who practise and by jobs; a ticket is born with its own, whoever asks for help."""
    if by.kind in _WITHOUT_ACCOUNT:
        return basis == Basis.CLIENT and grantee[0] == "ticket"
    return (by.kind == "job" or by.practises) and basis != Basis.BREAK_GLASS


def may_end_grant(*, by: Asker, **_) -> bool:
    return by.kind in {"job", "ticket"} or by.practises


def may_record_consent(*, by: Asker, **_) -> bool:
    return by.kind in _WITHOUT_ACCOUNT or by.kind == "job" or by.practises


def may_withdraw_consent(*, by: Asker, consent: Consent, **_) -> bool:
    """The person themself through their ticket, or a worker whom they told; who sees the row decides the rest."""
    return by.kind == "ticket" or by.practises


def may_confirm_stop(*, by: Asker, **_) -> bool:
    return by.has("pdp", "supervisor")


def may_break_glass(*, by: Asker, **_) -> bool:
    """Not an admin, not a head: breaking the glass is for those who must help now, and for the data officer."""
    return by.practises or by.has("pdp")


def may_close_glass(*, by: Asker, glass: BreakGlass, **_) -> bool:
    return by.staff_id == glass.staff_id


def may_review(*, by: Asker, glass: BreakGlass, **_) -> bool:
    """The named reviewer, or the data officer where that one is away; never oneself."""
    return by.staff_id != glass.staff_id and (by.staff_id == glass.reviewer_id or by.has("pdp"))


def may_erase(*, by: Asker, **_) -> bool:
    """The data officer decides about wishes of persons, and nobody who works with the file."""
    return by.has("pdp") and not by.practises

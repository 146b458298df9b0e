"""Who may do which verb about rights. Who may see is decided by the database."""

from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.commons.trust.models import Breach, BreakGlass, Consent, PracticePolicy, RightsRequest
from rangkul.commons.trust.states import ERASING, Basis, Right

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
    """The data officer; or the house, where whoever had the data has said it through their own door."""
    return by.kind == "job" or by.has("pdp", "supervisor")


def may_publish_practice(*, by: Asker, **_) -> bool:
    """The rules are the agency's: its head decides them, its admin may write them down."""
    return by.kind == "staff" and by.has("pimpinan", "admin")


def may_sign_practice(*, by: Asker, policy: PracticePolicy, **_) -> bool:
    """Each for themself."""
    return by.kind == "staff" and by.agency_id == policy.agency_id


def may_see_signers(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.has("supervisor", "pimpinan", "admin")


def may_break_glass(*, by: Asker, **_) -> bool:
    """Not an admin, not a head: breaking the glass is for those who must help now, and for the data officer."""
    return by.practises or by.has("pdp")


def may_close_glass(*, by: Asker, glass: BreakGlass, **_) -> bool:
    return by.staff_id == glass.staff_id


def may_review(*, by: Asker, glass: BreakGlass, **_) -> bool:
    """The named reviewer, or the data officer where that one is away; never oneself."""
    return by.staff_id != glass.staff_id and (by.staff_id == glass.reviewer_id or by.has("pdp"))


_HAND_OUT = frozenset({Right.ACCESS, Right.PORTABILITY})


def may_ask_for_right(*, by: Asker, subject: tuple[str, UUID], **_) -> bool:
    """The holder of a ticket about what they handed in, or a worker who was told."""
    return (by.kind == "ticket" and subject == ("request", by.ticket_id)) or by.practises or by.has("pdp")


def may_decide_right(*, by: Asker, wish: RightsRequest, **_) -> bool:
    """Its owner, or the data officer in their stead."""
    return by.kind == "staff" and (by.staff_id == wish.owner_id or by.has("pdp"))


def may_second(*, by: Asker, wish: RightsRequest, **_) -> bool:
    """The named second reader; never who proposed the no."""
    return by.kind == "staff" and by.staff_id == wish.second_id != wish.decided_by_id


def may_carry_out(*, by: Asker, wish: RightsRequest, **_) -> bool:
    """Erasing and stopping have verbs of their own; what needs the file is done by the worker who knows it."""
    return wish.right not in ERASING and (may_decide_right(by=by, wish=wish) or by.staff_id == wish.worker_id)


def may_hand_out(*, by: Asker, wish: RightsRequest, **_) -> bool:
    """A copy is made by who sees the file by a right of their own; the data officer decides and reads no file."""
    return by.practises and wish.right in _HAND_OUT and by.staff_id in {wish.worker_id, wish.owner_id}


def may_take_back(*, by: Asker, wish: RightsRequest, **_) -> bool:
    return (by.kind == "ticket" and by.ticket_id == wish.subject_id) or (
        by.kind == "staff" and by.staff_id == wish.recorded_by_id
    )


def may_report_breach(*, by: Asker, **_) -> bool:
    """Whoever works here and notices it, whatever their role."""
    return by.kind == "staff"


def may_handle_breach(*, by: Asker, breach: Breach, **_) -> bool:
    return by.kind == "staff" and (by.has("pdp") or by.staff_id == breach.owner_id)


def may_follow_erasure(*, by: Asker, wish: RightsRequest, **_) -> bool:
    return may_erase(by=by)


def may_erase(*, by: Asker, **_) -> bool:
    """The data officer decides about wishes of persons, and nobody who works with the file."""
    return by.has("pdp") and not by.practises


def may_hold(*, by: Asker, **_) -> bool:
    """The same hand that erases; the database asks whether the person is of this agency."""
    return may_erase(by=by)

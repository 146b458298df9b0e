"""Who may do which verb. Who may see is decided by the database; here the referral is already one that is seen."""

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.referral.behind import file_of, may_end, may_work
from rangkul.support.referral.models import Need, Referral


def may_seek(*, by: Asker, case: Case | None = None, request: Request | None = None, **_) -> bool:
    """The case's team and its supervisor, or whoever may decide the request."""
    return may_end(by, file_of(case, request))


def may_settle(*, by: Asker, need: Need, **_) -> bool:
    """Also a head to whom the request has climbed: who ends it says what became of its needs."""
    return may_end(by, need.file)


def may_prepare(*, by: Asker, need: Need, **_) -> bool:
    """To send anything is practice: a head settles, and refers nobody."""
    return may_work(by, need.file)


def may_drop(*, by: Asker, need: Need, **_) -> bool:
    """Whoever works on it; or the house, when the client has taken the request back."""
    return by.kind == "job" or may_settle(by=by, need=need)


def may_lead(*, by: Asker, referral: Referral, **_) -> bool:
    return by.kind == "staff" and may_work(by, referral.file)


def is_receiver(by: Asker, referral: Referral) -> bool:
    return by.kind == "ticket" and by.ticket_id == referral.door


def may_receive(*, by: Asker, referral: Referral, **_) -> bool:
    """Whoever came through this referral's own door; the database has let them see it, so it still stands."""
    return is_receiver(by, referral)


def may_answer(*, by: Asker, referral: Referral, **_) -> bool:
    """The receiver, or a worker who writes down what the receiver told them."""
    return is_receiver(by, referral) or may_lead(by=by, referral=referral)


def may_stop(*, by: Asker, referral: Referral, **_) -> bool:
    """That data are no longer used is said by who had them, by a worker whom they told, or by the house where the data
    officer has made sure of it."""
    return by.kind == "job" or may_answer(by=by, referral=referral)


def is_house(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def may_withdraw(*, by: Asker, referral: Referral, **_) -> bool:
    """Whoever leads it; or the house, when the client has taken the consent back."""
    return by.kind == "job" or may_lead(by=by, referral=referral)

"""What the law and the house ask of somebody whose account is closed: emergency accesses to look at, data breaches and
wishes of persons to answer for. Each goes to a named person in the same transaction, or the account stays open."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks
from rangkul.commons.people.hooks import Handing
from rangkul.commons.people.models import Staff
from rangkul.commons.people.policy import is_leaving
from rangkul.commons.people.states import Role
from rangkul.commons.trust import reviewing
from rangkul.commons.trust.models import Breach, BreakGlass, RightsRequest
from rangkul.commons.trust.states import WAITING, RightsState


def _to_review(staff: Staff) -> QuerySet[BreakGlass]:
    return BreakGlass.objects.filter(reviewer=staff, reviewed_at=None).select_related("staff")


def _breaches(staff: Staff) -> QuerySet[Breach]:
    return Breach.objects.filter(owner=staff, closed_at=None)


def _wishes(staff: Staff) -> QuerySet[RightsRequest]:
    return RightsRequest.objects.filter(Q(owner=staff) | Q(worker=staff), state__in=WAITING).select_related("owner")


def _to_second(staff: Staff) -> QuerySet[RightsRequest]:
    return RightsRequest.objects.filter(second=staff, state=RightsState.PROPOSED).select_related("decided_by")


def _has(staff: Staff | None, *roles: str) -> bool:
    return staff is not None and bool(set(roles) & set(staff.roles))


def _named(found: Staff | None) -> Staff:
    if found is None:
        raise Refused(_("Belum ada orang lain di lembaga ini yang bisa meneruskan peninjauan dan hak atas data."))
    return found


@action("glass.handed_on", may=is_leaving)
def hand_review(*, by: Asker, glass: BreakGlass, handing: Handing) -> Done:
    """Whoever goes on reviews it, where they may and did not take it themselves."""
    to = handing.to if _has(handing.to, Role.SUPERVISOR, Role.DATA_OFFICER) else None
    if to is None or to.pk == glass.staff_id:
        to = _named(reviewing.reviewer_for(glass.staff, without=handing.staff))
    BreakGlass.objects.filter(pk=glass.pk).update(reviewer=to)
    return Done(
        glass, subject=(glass.subject_kind, glass.subject_id), payload={"glass": str(glass.pk), "to": str(to.pk)},
        agency_id=glass.agency_id, unit_id=glass.unit_id,
    )  # fmt: skip


@action("breach.handed_on", may=is_leaving)
def hand_breach(*, by: Asker, breach: Breach, handing: Handing) -> Done:
    """The clock runs on; only its owner is another."""
    to = _officer(handing)
    Breach.objects.filter(pk=breach.pk).update(owner=to)
    return Done(breach, payload={"to": str(to.pk)}, agency_id=breach.agency_id)


@action("rights.handed_on", may=is_leaving)
def hand_wish(*, by: Asker, wish: RightsRequest, handing: Handing) -> Done:
    """What the worker was to carry out goes to who goes on with the file; a decision to the data officer."""
    gone = handing.staff.pk
    heir = handing.to if _has(handing.to, Role.SOCIAL_WORKER, Role.SUPERVISOR) else None
    was_worker = wish.worker_id == gone
    to = wish.owner if wish.owner_id != gone else heir if was_worker and heir else _officer(handing)
    worker_id = (heir and heir.pk) if was_worker else wish.worker_id
    RightsRequest.objects.filter(pk=wish.pk).update(owner=to, worker_id=worker_id)
    return _told(wish, to)


@action("rights.handed_on", may=is_leaving)
def hand_reading(*, by: Asker, wish: RightsRequest, handing: Handing) -> Done:
    """A refusal that waits for its second reader gets another."""
    to = _named(reviewing.reviewer_for(wish.decided_by, without=handing.staff))
    RightsRequest.objects.filter(pk=wish.pk).update(second=to)
    return _told(wish, to)


def _officer(handing: Handing) -> Staff:
    if _has(handing.to, Role.DATA_OFFICER):
        return handing.to
    return _named(reviewing.data_officer_of(handing.staff.agency_id, without=handing.staff))


def _told(wish: RightsRequest, to: Staff) -> Done:
    payload = {"rights": str(wish.pk), "right": wish.right, "to": str(to.pk)}
    return Done(wish, subject=(wish.subject_kind, wish.subject_id), payload=payload, agency_id=wish.agency_id)


def _give_reviews(handing: Handing) -> None:
    for glass in _to_review(handing.staff):
        hand_review(by=hooks.LEAVING, glass=glass, handing=handing)


def _give_duties(handing: Handing) -> None:
    for breach in _breaches(handing.staff):
        hand_breach(by=hooks.LEAVING, breach=breach, handing=handing)
    for wish in _wishes(handing.staff):
        hand_wish(by=hooks.LEAVING, wish=wish, handing=handing)
    for wish in _to_second(handing.staff):
        hand_reading(by=hooks.LEAVING, wish=wish, handing=handing)


def _reviews_words(n: int) -> str:
    words = ngettext(
        "%(n)d akses darurat yang belum ditinjau; peninjauannya beralih",
        "%(n)d akses darurat yang belum ditinjau; peninjauannya beralih",
        n,
    )
    return words % {"n": n}


def _duties_words(n: int) -> str:
    words = ngettext(
        "%(n)d insiden data atau permintaan hak atas data; beralih, dan batas waktunya tetap",
        "%(n)d insiden data atau permintaan hak atas data; beralih, dan batas waktunya tetap",
        n,
    )
    return words % {"n": n}


def _count_duties(staff: Staff) -> int:
    return sum(rows.count() for rows in (_breaches(staff), _wishes(staff), _to_second(staff)))


HOLDINGS = (
    hooks.Holding(_reviews_words, lambda staff: _to_review(staff).count(), _give_reviews, needs_heir=False),
    hooks.Holding(_duties_words, _count_duties, _give_duties, needs_heir=False),
)

"""The place in a waiting list, and why in that order."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base import events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.models import Event
from rangkul.support.referral import policy
from rangkul.support.referral.actions.rows import HOUSE, about, filled, held, step
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import State, Verb


@action("referral.requeued", may=policy.may_lead)
def requeue(*, by: Asker, referral: Referral, place: int, because: str) -> Done:
    """Another place, with its reason. Whoever stood there, and behind, moves back by one; each move is a step that
    can be read."""
    row = held(referral)
    if row.state != State.ACCEPTED:
        raise Refused(_("Hanya yang sudah diterima dan belum dilayani menunggu giliran."), code="state")
    if place < 1:
        raise Refused(_("Urutan mulai dari 1."), field="place")
    because = filled(because, _("Tulis mengapa urutannya begitu."), "because")
    if (row.queue_place, row.queue_because) == (place, because):
        return about(row, row, silent=True)
    with acting(HOUSE):
        # Out of the line first: nobody is moved into a place that is still held.
        Referral.objects.filter(pk=row.pk).update(queue_place=None)
        make_room(row, place)
    _stand(by, row, place, because)
    return about(row, row, place=place)


@action("referral.turn_told", may=policy.may_answer)
def tell_turn(*, by: Asker, referral: Referral, place: int | None = None, because: str = "", words: str = "") -> Done:
    """The receiver says where in their list it stands now; without a place its turn has come: accepted as before, and
    waiting for nobody."""
    row = held(referral)
    if row.state != State.ACCEPTED or row.queue_place is None:
        raise Refused(_("Hanya yang sudah diterima dan belum dilayani menunggu giliran."), code="state")
    if place == row.queue_place and because == row.queue_because:
        return about(row, row, silent=True)
    left = row.queue_place
    if place:
        because = filled(because, _("Tulis mengapa urutannya begitu."), "because")
    with acting(HOUSE):
        Referral.objects.filter(pk=row.pk).update(queue_place=None)
        if place:
            make_room(row, place)
        else:
            _close_up(row, left)
    if place:
        _stand(by, row, place, because)
    else:
        row.queue_place = None
        step(by, row, Verb.QUEUE, words=" ".join([_("Gilirannya tiba."), words.strip()])).save(force_insert=True)
    return about(row, row, place=place or 0)


def make_room(row: Referral, place: int) -> None:
    """Whoever stands there and behind, up to the first free place, moves back by one; the last one first, because no
    place is ever held by two."""
    moved, here = [], place
    for one in _line(row):
        if one.queue_place > here:
            break
        if one.queue_place >= place:
            here = one.queue_place + 1
            moved.append(one)
    for one in reversed(moved):
        _stand(HOUSE, one, one.queue_place + 1, one.queue_because)


@events.after(
    "referral.begun", "referral.completed", "referral.passed_on", "referral.declined", "referral.cancelled",
    "referral.expired",
)  # fmt: skip
def move_up(event: Event) -> None:
    """Whoever is helped, or waits no more, leaves their place; those behind them move up by one."""
    with acting(HOUSE):
        row = held(Referral(pk=event.payload["id"]))
        if row.queue_place is None or row.state == State.ACCEPTED:
            return
        left, row.queue_place = row.queue_place, None
        row.save(update_fields=["queue_place"])
        _close_up(row, left)


def _close_up(row: Referral, left: int) -> None:
    for one in _line(row):
        if one.queue_place > left:
            _stand(HOUSE, one, one.queue_place - 1, one.queue_because)


def _line(row: Referral) -> list[Referral]:
    """The others who wait at the same service for this agency, in their order, each held until the verb ends: also
    those whom the asker does not see."""
    if row.service_id is None:
        return []
    rows = Referral.objects.select_for_update(of=("self",)).select_related("key")
    waits = rows.filter(agency_id=row.agency_id, service_id=row.service_id, state=State.ACCEPTED)
    return list(waits.filter(queue_place__isnull=False).exclude(pk=row.pk).order_by("queue_place"))


def _stand(by: Asker, row: Referral, place: int, because: str) -> None:
    row.queue_place, row.queue_because = place, because
    words = _("Urutan ke-%(n)d: %(why)s") % {"n": place, "why": because}
    step(by, row, Verb.QUEUE, words=words).save(force_insert=True)
    row.save(update_fields=["queue_place", "queue_because"])

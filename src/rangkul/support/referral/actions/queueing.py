"""The place in a waiting list, and why in that order."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.support.referral import policy
from rangkul.support.referral.actions.rows import about, filled, held, step
from rangkul.support.referral.models import Referral
from rangkul.support.referral.queries.lines import line_of
from rangkul.support.referral.states import State, Verb


@action("referral.requeued", may=policy.may_lead)
def requeue(*, by: Asker, referral: Referral, place: int, because: str) -> Done:
    """Another place, with its reason. Whoever stood there, and behind, moves back by one; each move is a step that
    can be read. Only those move whom the asker sees."""
    row = held(referral)
    if row.state != State.ACCEPTED:
        raise Refused(_("Hanya yang sudah diterima dan belum dilayani menunggu giliran."), code="state")
    if place < 1:
        raise Refused(_("Urutan mulai dari 1."), field="place")
    because = filled(because, _("Tulis mengapa urutannya begitu."), "because")
    if (row.queue_place, row.queue_because) == (place, because):
        return about(row, row, silent=True)
    _make_room(by, row, place)
    _stand(by, row, place, because)
    return about(row, row, place=place)


def _make_room(by: Asker, row: Referral, place: int) -> None:
    others = {one.queue_place: one for one in line_of(row) if one.pk != row.pk and row.service_id}
    moved, here = [], place
    while here in others:
        moved.append(held(others[here]))
        here += 1
    for one in moved:
        _stand(by, one, (one.queue_place or 0) + 1, one.queue_because)


def _stand(by: Asker, row: Referral, place: int, because: str) -> None:
    row.queue_place, row.queue_because = place, because
    words = _("Urutan ke-%(n)d: %(why)s") % {"n": place, "why": because}
    step(by, row, Verb.QUEUE, words=words).save(force_insert=True)
    row.save(update_fields=["queue_place", "queue_because"])

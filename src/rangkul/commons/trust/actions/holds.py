"""Keeping what must be kept: a legal hold stops an erasure until it is ended or its last day is over."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.trust import policy
from rangkul.commons.trust.models import LegalHold

SHORTEST = 10


@action("hold.set", may=policy.may_hold)
def hold_person(*, by: Asker, person_id: UUID, reason: str, until: date | None = None) -> Done:
    """From now on nothing of this person is erased. The same reason twice is one hold."""
    reason = reason.strip()
    if len(reason) < SHORTEST:
        raise Refused(_("Tulis kewajiban mana, tanpa menyebut nama."), field="reason")
    if until is not None and until < clock.local(clock.now()).date():
        raise Refused(_("Hari terakhirnya sudah lewat."), field="until")
    standing = LegalHold.objects.filter(person_id=person_id, reason=reason, ended_at__isnull=True)
    if (there := standing.first()) is not None:
        return Done(there, silent=True)
    hold = LegalHold(person_id=person_id, agency_id=by.agency_id, reason=reason, until=until, set_by_id=by.staff_id)
    hold.save(force_insert=True)
    return Done(hold, subject=("person", person_id), payload={"hold": str(hold.pk)})


@action("hold.ended", may=policy.may_hold)
def end_hold(*, by: Asker, hold: LegalHold) -> Done:
    waiting = LegalHold.objects.filter(pk=hold.pk, ended_at__isnull=True)
    first = waiting.update(ended_at=clock.now(), ended_by_id=by.staff_id)
    return Done(hold, subject=("person", hold.person_id), payload={"hold": str(hold.pk)}, silent=not first)

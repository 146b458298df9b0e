"""What the house agreed with an organisation: written down, put right, and ended before its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.directory import policy, queries
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.models import Agreement, Organization


@dataclass(frozen=True)
class Agreed:
    """What stands on the paper. `keeper` is the id of who sees to the next one; whoever writes it down where none is
    named."""

    response_hours: int
    valid_from: date
    valid_to: date | None = None
    number: str = ""
    note: str = ""
    keeper: str = ""


@action("agreement.recorded", may=policy.may_agree)
def agree(*, by: Asker, organization: Organization, agreed: Agreed) -> Done:
    """A new row beside older ones: the newest that holds on a day counts."""
    return _about(_recorded(by, organization, agreed))


def _recorded(by: Asker, organization: Organization, agreed: Agreed) -> Agreement:
    keepers = {str(one.pk): one.pk for one in queries.agreement_keepers(by.agency_id)}
    if agreed.keeper and agreed.keeper not in keepers:
        raise Refused(_("Pilih siapa yang mengurus kesepakatan berikutnya."), field="keeper", code="keeper")
    row = Agreement(
        agency_id=by.agency_id, organization=organization, number=agreed.number, note=agreed.note,
        response_hours=agreed.response_hours, valid_from=agreed.valid_from, valid_to=agreed.valid_to,
        made_by_id=by.staff_id, keeper_id=keepers.get(agreed.keeper, by.staff_id),
    )  # fmt: skip
    checked(row)
    row.save()
    return row


@action("agreement.ended", may=policy.may_agree)
def end_agreement(*, by: Asker, agreement: Agreement, because: str) -> Done:
    """Before its last day: from this moment on its time to answer is promised no more. It stays to be read."""
    row = _held(by, agreement)
    if row.ended_at is not None:
        return _about(row, silent=True)
    _end(by, row, because)
    return _about(row)


@action("agreement.corrected", may=policy.may_agree)
def correct_agreement(*, by: Asker, agreement: Agreement, agreed: Agreed, because: str) -> Done:
    """What was written down wrongly ends with the reason, and what is right stands beside it."""
    row = _held(by, agreement)
    if row.ended_at is not None:
        raise Refused(_("Kesepakatan ini sudah diakhiri. Catat yang baru."), code="ended")
    _end(by, row, because)
    return _about(_recorded(by, row.organization, agreed))


def _held(by: Asker, agreement: Agreement) -> Agreement:
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("organization")
    return rows.get(pk=agreement.pk, agency_id=by.agency_id)


def _end(by: Asker, row: Agreement, because: str) -> None:
    because = because.strip()
    if not because:
        raise Refused(_("Tulis mengapa."), field="because", code="empty")
    row.ended_at, row.ended_by_id, row.ended_because = clock.now(), by.staff_id, because[:300]
    row.save(update_fields=["ended_at", "ended_by", "ended_because"])


def _about(row: Agreement, *, silent: bool = False) -> Done:
    payload = {"id": str(row.pk), "hours": row.response_hours}
    return Done(row, subject=("organization", row.organization_id), payload=payload, silent=silent)

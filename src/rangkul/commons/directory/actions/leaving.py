"""Entries and agreements that somebody kept, when their account is closed: whoever goes on keeps them."""

from django.db.models import QuerySet
from django.utils.translation import ngettext

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.directory.models import Agreement, Service, Suggestion
from rangkul.commons.directory.queries import agreement_keepers, agreements_kept_by
from rangkul.commons.directory.states import Verdict
from rangkul.commons.people.hooks import LEAVING, Handing, Holding, who_follows
from rangkul.commons.people.models import Staff
from rangkul.commons.people.policy import is_leaving


def _count(staff: Staff) -> int:
    return Service.objects.filter(keeper=staff).count() + _said(staff).exclude(service__keeper=staff).count()


def _said(staff: Staff) -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(editor=staff, state=Verdict.WAITING)


def _words(count: int) -> str:
    return ngettext("%(n)d keterangan layanan yang dijaga", "%(n)d keterangan layanan yang dijaga", count) % {
        "n": count
    }


def _give(handing: Handing) -> None:
    if _count(handing.staff):
        hand_on(by=LEAVING, handing=handing)


@action("service.handed_on", may=is_leaving)
def hand_on(*, by: Asker, handing: Handing) -> Done:
    _said(handing.staff).update(editor=handing.to)
    count = Service.objects.filter(keeper=handing.staff).update(keeper=handing.to)
    payload = {"from": str(handing.staff.pk), "to": str(handing.to.pk) if handing.to else "", "count": count}
    return Done(
        handing.staff, subject=("staff", handing.staff.pk), payload=payload, agency_id=handing.staff.agency_id,
        unit_id=handing.staff.unit_id,
    )  # fmt: skip


def _agreed_words(count: int) -> str:
    words = ngettext(
        "%(n)d kesepakatan dengan lembaga lain; pengurusnya beralih",
        "%(n)d kesepakatan dengan lembaga lain; pengurusnya beralih",
        count,
    )
    return words % {"n": count}


def _give_agreed(handing: Handing) -> None:
    for agreement in agreements_kept_by(handing.staff.pk):
        hand_agreement_on(by=LEAVING, agreement=agreement, handing=handing)


@action("agreement.handed_on", may=is_leaving)
def hand_agreement_on(*, by: Asker, agreement: Agreement, handing: Handing) -> Done:
    """Who may sign the next one sees to it: whoever goes on, else another. Raises Refused where nobody is left."""
    to = who_follows(handing, agreement_keepers(agreement.agency_id))
    Agreement.objects.filter(pk=agreement.pk).update(keeper=to)
    return Done(agreement, payload={"from": str(handing.staff.pk), "to": str(to.pk)}, agency_id=agreement.agency_id)


HOLDINGS = (
    Holding(words=_words, count=_count, hand_over=_give),
    Holding(_agreed_words, lambda staff: agreements_kept_by(staff.pk).count(), _give_agreed, needs_heir=False),
)

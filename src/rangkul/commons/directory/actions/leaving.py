"""Entries that somebody kept, when their account is closed: whoever goes on keeps them."""

from django.db.models import QuerySet
from django.utils.translation import ngettext

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.directory.models import Service, Suggestion
from rangkul.commons.directory.states import Verdict
from rangkul.commons.people.hooks import LEAVING, Handing, Holding
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


HOLDING = Holding(words=_words, count=_count, hand_over=_give)

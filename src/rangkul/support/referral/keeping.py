"""What referrals add to the rights of a person: one that still runs is kept, and where their data went belongs into
their copy; what must not stand open when the case ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.commons.trust import hooks
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage
from rangkul.support.referral import dataset
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.states import LIVING, NeedState


def connect() -> None:
    hooks.must_keep.append(still_out)
    hooks.copies.append(copy_of_referrals)


def still_out(person_id: UUID) -> Iterator[str]:
    """While a receiver reads it, or has not said that they stopped, somebody here must be able to call it back."""
    waits = Q(state__in=LIVING) | Q(stop_due_at__isnull=False, stopped_at__isnull=True)
    if Referral.objects.filter(waits, Q(case__person_id=person_id) | Q(request__person_id=person_id)).exists():
        yield _("Masih ada rujukan yang berjalan, atau yang penghentiannya belum dipastikan penerima.")


def copy_of_referrals(whose: Whose) -> Iterator[Section]:
    mine = Q(case__person_id__in=whose.person_ids) | Q(request__person_id__in=whose.person_ids)
    if whose.request_id is not None:
        mine |= Q(case__request_id=whose.request_id) | Q(request_id=whose.request_id)
    sent = Referral.objects.filter(mine, sent_at__isnull=False).select_related("key")
    for row in sent.prefetch_related("items__key", "enclosures__key").order_by("sent_at"):
        title = _("Rujukan ke %(who)s, %(day)s") % {"who": row.receiver, "day": f"{clock.local(row.sent_at):%d-%m-%Y}"}
        yield Section(title, tuple(_rows(row)))


def _rows(row: Referral) -> Iterator[tuple[str, str]]:
    yield _("Keadaan"), row.outcome_words or str(row.get_state_display())
    yield _("Dasar pengiriman"), str(row.get_ground_display())
    yield _("Yang diminta"), row.asked
    for item in row.items.all():
        yield dataset.label_of(item.name), f"{item.value} ({item.why})"
    for one in row.enclosures.all():
        yield _("Berkas"), f"{one.name} ({one.why})"


def nothing_open(case: Case) -> Iterable[Missing]:
    """A case does not end over a receiver who still works on it, over a stop that nobody confirmed, nor over a need
    that is neither met nor in the open (A63)."""
    url = reverse("referrals:of_case", args=[case.pk])
    waits = Q(state__in=LIVING) | Q(stop_due_at__isnull=False, stopped_at__isnull=True)
    if Referral.objects.filter(waits, case=case).exists():
        yield Missing(Stage.TERMINATION, "exit", "referral", _("Masih ada rujukan yang berjalan."), url)
    if Need.objects.filter(case=case, state=NeedState.OPEN).exists():
        sentence = _("Masih ada kebutuhan yang belum terpenuhi dan belum dicatat sebagai belum ada yang bisa membantu.")
        yield Missing(Stage.TERMINATION, "exit", "need", sentence, url)

"""What requests add to the rights of a person: what must still be kept, and what belongs into their copy."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import clock
from rangkul.commons.trust import hooks
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import told_to_asker
from rangkul.entry.intake.states import OPEN

_GOES = gettext_lazy(
    "Orang ini tidak pernah didaftarkan. Yang dihapus: permintaan bantuannya, kontaknya, pesan-pesannya, dan permintaan"
    " ini."
)


def connect() -> None:
    hooks.must_keep.append(open_request)
    hooks.copies.append(copy_of_requests)
    hooks.strangers["request"] = hooks.Stranger(_person_of, _open_itself, "intake_stand_in", _GOES)


def open_request(person_id: UUID) -> Iterator[str]:
    """Somebody waits for an answer: it is given, or the request is taken back, before anything is erased."""
    if Request.objects.filter(person_id=person_id, state__in=OPEN).exists():
        yield _("Masih ada permintaan bantuan yang belum dijawab. Jawab dulu, atau minta orangnya membatalkan.")


def _person_of(request_id: UUID) -> UUID | None:
    return Request.objects.filter(pk=request_id).values_list("person_id", flat=True).first()


def _open_itself(request_id: UUID) -> Iterator[str]:
    if Request.objects.filter(pk=request_id, state__in=OPEN).exists():
        yield _("Permintaan bantuannya belum dijawab. Jawab dulu, atau minta orangnya membatalkan.")


def copy_of_requests(whose: Whose) -> Iterator[Section]:
    rows = Request.objects.filter(Q(person_id__in=whose.person_ids) | Q(pk=whose.request_id)).select_related("key")
    for request in rows.order_by("received_at"):
        title = _("Permintaan bantuan %(ticket)s") % {"ticket": request.ticket_words}
        yield Section(title, tuple(_rows(request)))


def _rows(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Diterima"), f"{clock.local(request.received_at):%d-%m-%Y %H.%M}"
    yield _("Keadaan"), request.get_state_display()
    if request.narrative:
        yield _("Yang diceritakan"), request.narrative
    for kind, row in reversed(told_to_asker(request)):
        if kind == "decision":
            yield row.get_outcome_display(), row.text or f"{clock.local(row.made_at):%d-%m-%Y}"
        else:
            yield (_("Anda menulis") if row.from_asker else _("Petugas menulis")), row.text

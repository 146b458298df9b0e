"""What referrals from other houses add to a request, and to the rights of the person whom they speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.entry.intake.hooks import Beside
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Via
from rangkul.tell.exchange.peers import queries
from rangkul.tell.exchange.peers.models import Incoming, IncomingFile
from rangkul.tell.exchange.peers.states import FileState


def beside_request(request: Request, asker: Asker) -> Beside | None:
    """Asked on every page of a request: those that no partner sent cost nothing."""
    if request.via != Via.PARTNER:
        return None
    row = Incoming.objects.filter(request=request).first()
    if row is None:
        return None
    words = {
        True: _("%(who)s merujuk orang ini. Yang mereka kirim dan tanyakan ada di halaman rujukan."),
        False: _("Rujukan dari %(who)s sudah berakhir. Isinya tidak disimpan lagi."),
    }[row.is_living]
    if row.was_withdrawn:
        words = _("%(who)s menarik rujukan ini. Isinya sudah dihapus.")
    return Beside(words % {"who": row.sender}, _("Buka rujukan"), reverse("exchange:incoming", args=[row.pk]))


def still_here(person_id: UUID) -> Iterator[str]:
    """The house that refers waits for an answer, or for the word that its data are used no more."""
    waits = Q(ended_at__isnull=True) | Q(stop_due_at__isnull=False, stopped_at__isnull=True)
    if Incoming.objects.filter(waits, request__person_id=person_id).exists():
        yield _("Masih ada rujukan dari lembaga lain yang menunggu jawaban.")


def copy_of_incoming(whose: Whose) -> Iterator[Section]:
    mine = Q(request__person_id__in=whose.person_ids) | Q(request_id=whose.request_id, request_id__isnull=False)
    for row in Incoming.objects.filter(mine).select_related("key").order_by("made_at"):
        told = queries.snapshot(row)
        title = _("Rujukan dari %(who)s, %(day)s") % {"who": row.sender, "day": f"{clock.local(row.made_at):%d-%m-%Y}"}
        rows = [(one["label"], one["value"]) for one in told.get("items", ())]
        rows += [(_("Yang mereka minta"), told["asked"])] if told else []
        yield Section(title, tuple(rows) or ((_("Keadaan"), _("Sudah berakhir; isinya tidak disimpan lagi.")),))


def files_among(names: Collection[str]) -> Iterable[UUID]:
    """Which of these files on the disk are still read here, or on their way back."""
    waits = Q(announced__isnull=True, state=FileState.WAITING) | Q(announced__isnull=False, incoming__ended_at=None)
    return IncomingFile.objects.filter(waits, pk__in=names).values_list("pk", flat=True)

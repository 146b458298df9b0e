"""Choosing a receiver, and piece by piece what they need to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Max, Min
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.support.referral import dataset, policy, reaching
from rangkul.support.referral.actions.rows import about, filled, harmless, held, open_need, saved, step
from rangkul.support.referral.behind import open_file
from rangkul.support.referral.models import Enclosure, Item, Need, Referral
from rangkul.support.referral.states import State, Verb, Way


@dataclass(frozen=True)
class Receiver:
    """Whom to ask: an entry of the directory, or somebody typed by hand. `answers_within`: hours that were agreed."""

    name: str
    contact: str
    link_by: str = Way.EMAIL
    code_by: str = Way.PHONE
    # Where the code is written to; nothing where a worker says it themself.
    code_contact: str = ""
    because: str = ""
    service_id: UUID | None = None
    organization_id: UUID | None = None
    answers_within: int | None = None
    # Full, not certain, out of hours: it may still be asked, with a reason.
    doubt: str = ""
    # The same as codes, so that only what is new is asked about at the sending.
    doubts: tuple[str, ...] = ()


@action("referral.prepared", may=policy.may_prepare)
def prepare(*, by: Asker, need: Need, receiver: Receiver, place: int = 0, together: bool = False) -> Done:
    """A draft for one receiver. `place`: in which order; without it they are asked after those already there, and what
    stands there or behind and was not sent yet moves back by one. `together`: all that were not sent yet at once."""
    found = open_need(need.pk)
    file = open_file(found.file)
    if receiver.doubt and not receiver.because.strip():
        raise Refused(receiver.doubt, field="because", code="doubt")
    if receiver.link_by == receiver.code_by:
        raise Refused(_("Tautan dan kode dikirim lewat dua jalan yang berbeda."), field="code_by")
    contact = filled(receiver.contact, _("Tulis nomor atau alamat yang dituju."), "contact")
    link, code = reaching.apart(receiver.link_by, contact, receiver.code_by, receiver.code_contact)
    host = Staff.objects.select_related("unit", "agency").get(pk=by.staff_id)
    row = Referral(
        need=found, case=found.case, request=found.request, key=file.key, agency_id=file.agency_id,
        unit_id=file.unit_id, owner_id=by.staff_id,
        place=_place(found, place, together), link_by=receiver.link_by, code_by=receiver.code_by,
        service_id=receiver.service_id, organization_id=receiver.organization_id,
        answers_within=receiver.answers_within, doubts=" ".join(receiver.doubts),
    )  # fmt: skip
    row.receiver = filled(receiver.name, _("Tulis nama lembaga yang dituju."), "name")[:160]
    row.contact, row.code_contact = contact, receiver.code_contact.strip()
    row.link_print, row.code_print = reaching.print_of(row.pk, link), reaching.print_of(row.pk, code)
    row.chosen_because = receiver.because.strip()
    row.host = f"{host.full_name}, {host.unit.name if host.unit else host.agency.name}"
    row.save(force_insert=True)
    return about(row, row)


def _place(need: Need, place: int, together: bool) -> int:
    drafts = need.referrals.filter(state=State.DRAFT)
    last = need.referrals.exclude(state=State.CANCELLED, sent_at=None).aggregate(last=Max("place"))["last"] or 0
    if together:
        first = drafts.aggregate(first=Min("place"))["first"] or last + 1
        drafts.update(place=first)
        return first
    if not place or place > last:
        return last + 1
    drafts.filter(place__gte=place).update(place=F("place") + 1)
    return place


@action("referral.data_chosen", may=policy.may_lead)
def choose_data(
    *, by: Asker, referral: Referral, asked: str, chosen: Mapping[str, str], enclosed: Mapping[UUID, str] | None = None
) -> Done:
    """`chosen` maps the name of each piece, `enclosed` the id of each document, to why this receiver needs it; whatever
    is not in them does not go."""
    row = _draft(referral)
    asked = filled(asked, _("Tulis bantuan apa yang Anda minta dari mereka."), "asked")
    row.asked = harmless(row.file, asked, "asked")
    there = {one.name: one for one in dataset.offered(row.file, row.need)}
    row.items.all().delete()
    for name, why in chosen.items():
        piece = there.get(name)
        if piece is None:
            continue
        item = Item(referral=row, key=row.key, name=name)
        item.value = piece.value
        item.why = filled(why, _("Tulis mengapa penerima memerlukan: %(what)s.") % {"what": piece.label}, f"why_{name}")
        item.save(force_insert=True)
    _enclose(row, enclosed or {})
    row.save(update_fields=["asked"])
    return about(row, row, pieces=sorted(set(chosen) & set(there)), files=row.enclosures.count())


def _enclose(row: Referral, enclosed: Mapping[UUID, str]) -> None:
    there = {one.pk: one for one in dataset.enclosable(row.file)}
    found = [(there[pk], why) for pk, why in enclosed.items() if pk in there]
    if len(found) > dataset.MOST_ENCLOSED:
        raise Refused(_("Paling banyak %(n)d berkas.") % {"n": dataset.MOST_ENCLOSED}, code="many")
    row.enclosures.all().delete()
    for document, why in found:
        kept = Enclosure(
            referral=row, key=row.key, document=document, media_type=document.media_type, size=document.size,
            sha256=document.sha256,
        )  # fmt: skip
        kept.name = document.name
        what = {"what": document.name}
        kept.why = filled(why, _("Tulis mengapa penerima memerlukan: %(what)s.") % what, f"why_file_{document.pk.hex}")
        kept.save(force_insert=True)


@action("referral.discarded", may=policy.may_lead)
def discard(*, by: Asker, referral: Referral, because: str = "") -> Done:
    row = held(referral)
    return saved(by, row, step(by, row, Verb.DISCARD, words=because))


def _draft(referral: Referral) -> Referral:
    row = held(referral)
    if not row.is_draft:
        raise Refused(_("Rujukan ini sudah dikirim. Isinya tidak berubah lagi."), code="sent")
    return row

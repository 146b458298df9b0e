"""An instrument offered to the client's own telephone: offered, taken back, kept while it is typed, answered once."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.days import not_over, today
from rangkul.journey.cases.actions import remind
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import alone, policy, queries
from rangkul.journey.instruments.actions.drafts import fits
from rangkul.journey.instruments.actions.rows import about, still_open
from rangkul.journey.instruments.models import AnswerDraft, InstrumentVersion, Offer
from rangkul.journey.instruments.states import OFFER_GRACE, OFFER_LAPSED, OfferState

# An offer that lies longer is forgotten by both.
LONGEST_DAYS = 30
_SWEEPER = job("instruments.drafts")


@action("instrument.offered", may=policy.may_ask)
def offer(*, by: Asker, case: Case, version: InstrumentVersion, until: date, alone_because: str = "") -> Done:
    """Let the holder of the ticket answer this version alone, until the end of that day.

    Raises Refused where it may not be answered alone, without the reason where one is needed, and while the same is
    still open. Nobody is told by us: the worker tells the client in a safe way.
    """
    still_open(case)
    if not queries.may_be_chosen(by, version):
        raise Refused(_("Versi ini tidak dipakai lagi. Pilih instrumennya sekali lagi."), code="version")
    found = alone.verdict(case, version)
    if not found.allowed:
        raise Refused(str(found.why[0]), code="alone")
    if found.reason_needed and not alone_because.strip():
        raise Refused(_("Tulis mengapa ini boleh dijawab sendiri."), field="alone_because", code="empty")
    not_over(until, "until", case.region_code)
    if until > today(case.region_code) + timedelta(days=LONGEST_DAYS):
        raise Refused(_("Paling lama %(days)d hari.") % {"days": LONGEST_DAYS}, field="until", code="far")
    _make_room(by, case, version)
    row = Offer(case=case, key=case.key, version=version, person_id=case.person_id, until=until, by_id=by.staff_id)
    row.alone_because = alone_because.strip()
    row.save(force_insert=True)
    remind(case, OFFER_LAPSED, row.pk, until + timedelta(days=1), grace=OFFER_GRACE)
    return about(case, row, instrument=version.instrument.key, until=until.isoformat())


def _make_room(by: Asker, case: Case, version: InstrumentVersion) -> None:
    """One that nobody can answer any more gives way to the new one; one that stands open does not."""
    rows = Offer.objects.select_for_update().filter(case=case, version=version, answered_at=None, taken_back_at=None)
    for earlier in rows:
        if earlier.state_on(today(case.region_code)) == OfferState.OPEN:
            raise Refused(_("Instrumen ini sudah ditawarkan dan belum dijawab."), code="twice")
        _end(by, earlier)


def _end(by: Asker, row: Offer) -> None:
    row.taken_back_at, row.taken_back_by_id = clock.now(), by.staff_id
    row.save(update_fields=["taken_back_at", "taken_back_by"])
    nothing_waits(row)
    # What the client typed is theirs; no worker reads it, and it goes unread.
    with acting(_SWEEPER):
        AnswerDraft.objects.filter(offer=row).delete()


def nothing_waits(row: Offer) -> None:
    remind(row.case, OFFER_LAPSED, row.pk, None, grace=OFFER_GRACE)


def asked_in_person(case: Case, version: InstrumentVersion, person_id: UUID | None) -> None:
    """Who was asked now need not be asked why they did not answer; what can still be answered stays so."""
    rows = Offer.objects.filter(case=case, version__instrument_id=version.instrument_id, person_id=person_id)
    for row in rows.filter(answered_at=None, taken_back_at=None).select_related("case"):
        if row.state_on(today(case.region_code)) == OfferState.EXPIRED:
            nothing_waits(row)


@action("instrument.offer_taken_back", may=policy.may_take_back)
def take_back(*, by: Asker, offer: Offer) -> Done:
    """It can no longer be answered, or nobody waits for it any more. Twice does nothing; what was answered meanwhile
    stays."""
    row = _locked(offer)
    if row.taken_back_at is not None:
        return about(row.case, row, silent=True)
    if row.answered_at is not None:
        raise Refused(_("Klien sudah menjawab. Buka hasilnya."), code="answered")
    _end(by, row)
    return about(row.case, row, instrument=row.version.instrument.key)


@action("draft.kept", may=policy.holds_ticket)
def keep_own_draft(*, by: Asker, offer: Offer, answer: str) -> Done:
    """What the client is typing: sealed, theirs alone, no answer yet and no event."""
    row = to_answer(offer)
    fits(answer)
    draft = AnswerDraft.objects.select_related("key").filter(offer=row).first()
    if draft is None:
        draft = AnswerDraft(case=row.case, key=row.case.key, version=row.version, offer=row)
    draft.saved_at = clock.now()
    draft.answer = answer
    draft.save()
    return Done(draft, silent=True)


def to_answer(offer: Offer) -> Offer:
    """The offer as it is now, held until the verb ends. Raises Refused where it cannot be answered any more."""
    row = _locked(offer)
    if not row.case.is_open:
        raise Refused(_("Pendampingan ini sudah selesai."), code="closed")
    state = row.state_on(today(row.case.region_code))
    if state != OfferState.OPEN:
        raise Refused(str(_ENDED[state]), code=state)
    return row


_ENDED = {
    OfferState.ANSWERED: gettext_lazy("Anda sudah menjawab ini. Jawaban Anda tersimpan."),
    OfferState.EXPIRED: gettext_lazy("Waktunya sudah lewat. Tulis kepada petugas bila masih ingin menjawab."),
    OfferState.TAKEN_BACK: gettext_lazy("Petugas menarik pertanyaan ini kembali."),
}


def _locked(offer: Offer) -> Offer:
    rows = Offer.objects.select_for_update(of=("self",)).select_related("key", "case__key", "version__instrument")
    row = rows.filter(pk=offer.pk).first()
    if row is None:
        raise Http404
    return row

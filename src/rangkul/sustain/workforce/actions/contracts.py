"""The contract of supervision: drafted by either, changed together, signed by both with their own account, ended."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Staff
from rangkul.sustain.workforce import policy, texts
from rangkul.sustain.workforce.actions.rows import about, filled, hold
from rangkul.sustain.workforce.actions.sessions import cancel_session
from rangkul.sustain.workforce.models import Contract, Session
from rangkul.sustain.workforce.models.contract import TEXTS
from rangkul.sustain.workforce.states import CONTRACT, ContractState, SessionState

_CHOSEN = ("every_weeks", "channel", "readers", "valid_to")


@action("supervision.contract_drafted", may=policy.may_draft)
def draft_contract(*, by: Asker, supervisor: Staff, worker: Staff) -> Done:
    """The draft of the two: the one that stands, else a new version from the last one or the first words."""
    of_both = Contract.objects.filter(supervisor=supervisor, worker=worker).select_related("key")
    standing = of_both.filter(state=ContractState.DRAFT).first()
    if standing is not None:
        return about(standing, standing, silent=True)
    contract = new_draft(supervisor, worker, by.staff_id)
    return about(contract, contract, version=contract.version)


def new_draft(supervisor: Staff, worker: Staff, written_by: UUID) -> Contract:
    """The words of the last version of the two, or the first words."""
    of_both = Contract.objects.filter(supervisor=supervisor, worker=worker).select_related("key")
    last = of_both.order_by("-version").first()
    contract = Contract(
        key=DataKey.make(),
        agency_id=supervisor.agency_id,
        supervisor=supervisor,
        worker=worker,
        version=(of_both.aggregate(last=Max("version"))["last"] or 0) + 1,
        written_by_id=written_by,
    )
    if last is not None:
        contract.every_weeks, contract.channel, contract.readers = last.every_weeks, last.channel, last.readers
    words = {name: getattr(last, name) for name in TEXTS} if last else asdict(texts.first_words())
    for name, text in words.items():
        setattr(contract, name, text)
    contract.save(force_insert=True)
    return contract


def _hold_draft(contract: Contract) -> Contract:
    held = hold(Contract, contract.pk)
    if held.state != ContractState.DRAFT:
        raise Refused(_("Kontrak yang sudah ditandatangani berdua tidak diubah. Buat versi baru."), code="state")
    return held


@action("supervision.contract_changed", may=policy.one_of_them)
def change_contract(*, by: Asker, contract: Contract, **words) -> Done:
    """Change the draft; whoever had signed it signs again, because they signed other words."""
    held = _hold_draft(contract)
    _write(held, words)
    held.supervisor_signed_at = held.worker_signed_at = None
    held.save(update_fields=[*TEXTS, *_CHOSEN, "supervisor_signed_at", "worker_signed_at"])
    return about(held, held, version=held.version)


def _write(contract: Contract, words: Mapping) -> None:
    for name in TEXTS:
        if name in words:
            setattr(contract, name, filled(words[name], _("Bagian ini belum diisi."), name))
    for name in _CHOSEN:
        if name in words:
            setattr(contract, name, words[name])
    if not 1 <= contract.every_weeks <= 26:
        raise Refused(_("Irama sesi antara 1 dan 26 minggu."), field="every_weeks")
    days.not_over(contract.valid_to, "valid_to")


@action("supervision.contract_signed", may=policy.one_of_them)
def sign_contract(*, by: Asker, contract: Contract) -> Done:
    """Sign as oneself. With the second signature it is in force and the version before is replaced."""
    held = _hold_draft(contract)
    if held.signed(by.staff_id):
        return about(held, held, silent=True)
    now = clock.now()
    if by.staff_id == held.supervisor_id:
        held.supervisor_signed_at = now
    else:
        held.worker_signed_at = now
    both = bool(held.supervisor_signed_at and held.worker_signed_at)
    if both:
        _put_in_force(held, days.today())
    held.save(update_fields=["state", "supervisor_signed_at", "worker_signed_at", "valid_from"])
    return about(held, held, version=held.version, in_force=int(both))


def _put_in_force(contract: Contract, today: date) -> None:
    """A session that was planned under the version before goes on under it: its readers were promised then."""
    standing = Contract.objects.filter(
        supervisor=contract.supervisor_id, worker=contract.worker_id, state=ContractState.IN_FORCE
    )
    for old in standing:
        CONTRACT.step(old, "replace")
        old.valid_to = max(today, old.valid_from)
        old.save(update_fields=["state", "valid_to"])
    CONTRACT.step(contract, "agree")
    contract.valid_from = today
    if contract.valid_to and contract.valid_to < today:
        raise Refused(_("Tanggal berakhir sudah lewat. Ubah dulu rancangannya."), field="valid_to")


@action("supervision.contract_ended", may=policy.one_of_them)
def end_contract(*, by: Asker, contract: Contract, reason: str) -> Done:
    """Either ends it, with a reason; what was recorded stays with the two, what was planned is cancelled."""
    held = hold(Contract, contract.pk)
    reason = filled(reason, _("Tulis mengapa supervisi ini berakhir."), "reason")
    CONTRACT.step(held, "end")
    held.valid_to, held.ended_at, held.ended_by_id = max(days.today(), held.valid_from), clock.now(), by.staff_id
    held.why_ended = reason
    held.save(update_fields=["state", "valid_to", "ended_at", "ended_by", "why_ended"])
    for planned in Session.objects.filter(
        supervisor=held.supervisor_id, worker=held.worker_id, state=SessionState.PLANNED
    ):
        cancel_session(by=by, session=planned, reason=reason)
    return about(held, held, version=held.version)

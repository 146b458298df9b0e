"""The service contract: drafted in plain words, changed together, agreed before a witness or by one's own hand."""

from collections.abc import Mapping
from dataclasses import asdict

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.seen import merged, require_seen
from rangkul.journey.cases import policy, texts
from rangkul.journey.cases.actions.agreeing import Agreement, check_agreement
from rangkul.journey.cases.actions.rows import about, filled, keep_next_due, lock_open
from rangkul.journey.cases.models import Case, Contract, Decision
from rangkul.journey.cases.models.contract import NUMBERS, TEXTS
from rangkul.journey.cases.states import CONTRACT, ContractState, DecisionKind


@action("contract.drafted", may=policy.may_lead)
def draft_contract(*, by: Asker, case: Case) -> Done:
    """The draft of the case: the one that stands, else a new version from the last agreed one or the first words."""
    case = lock_open(case)
    standing = case.contracts.filter(state=ContractState.DRAFT).select_related("key").first()
    if standing is not None:
        return about(case, standing, silent=True)
    last = case.contracts.select_related("key").order_by("-version").first()
    contract = Contract(
        case=case,
        key=case.key,
        version=(case.contracts.aggregate(last=Max("version"))["last"] or 0) + 1,
        written_by_id=by.staff_id,
        fee=last.fee if last else 0,
        contact_days=last.contact_days if last else case.contact_days,
        modality=last.modality if last else [],
    )
    for name, text in _first_words(case, last).items():
        setattr(contract, name, text)
    contract.save(force_insert=True)
    return about(case, contract, version=contract.version)


def _first_words(case: Case, last: Contract | None) -> dict[str, str]:
    """Those of the last version. A purpose that repeats the concern, as drafts once did, begins anew."""
    words = {name: getattr(last, name) for name in TEXTS} if last else asdict(texts.contract_words(case))
    if case.concern and case.concern in words["purpose"]:
        words["purpose"] = texts.first_purpose(case)
    return words


@action("contract.changed", may=policy.may_write_contract)
def change_contract(*, by: Asker, contract: Contract, seen: str = "", **words) -> Done:
    """Change the draft: any of the texts, `fee` (rupiah), `contact_days`, `modality`. `seen`: see `base.seen`."""
    held = _hold_draft(contract)
    _write(held, merged(held.said(), words, seen))
    return about(held.case, held, version=held.version)


def _hold_draft(contract: Contract) -> Contract:
    held = Contract.objects.select_for_update(of=("self",)).select_related("key", "case__key").get(pk=contract.pk)
    if held.state != ContractState.DRAFT:
        raise Refused(_("Kontrak yang sudah disepakati tidak diubah. Buat versi baru."), code="state")
    return held


def _write(contract: Contract, words: Mapping) -> None:
    for name in TEXTS:
        if name in words:
            setattr(contract, name, filled(words[name], _("Bagian ini belum diisi."), name))
    for name in NUMBERS:
        if name in words:
            setattr(contract, name, words[name])
    contract.save()


@action("contract.agreed", may=policy.may_write_contract)
def agree_contract(*, by: Asker, contract: Contract, agreement: Agreement, seen: str = "") -> Done:
    """The client agrees; the version before is replaced, and its clock stops. Returns the contract. `seen`: the words
    that were read out, as in `change_contract`."""
    held = _hold_draft(contract)
    require_seen(held.said(), seen, _("Isi kontrak berubah sejak halaman ini dibuka. Bacakan lagi, lalu setujui."))
    case = lock_open(held.case)
    check_agreement(agreement)
    for old in case.contracts.filter(state=ContractState.AGREED):
        CONTRACT.step(old, "replace")
        old.save(update_fields=["state"])
    CONTRACT.step(held, "agree")
    held.mode, held.evidence = agreement.mode, agreement.evidence
    held.signed_name, held.witness = agreement.signed_name.strip(), agreement.witness.strip()
    held.agreed_at, held.agreed_before_id = clock.now(), by.staff_id
    with transaction.atomic():
        held.save()
    case.contract_due_at, case.contact_days = None, held.contact_days
    case.save(update_fields=["contract_due_at", "contact_days"])
    keep_next_due(case)
    _tell_client(by, case, held)
    return about(case, held, version=held.version, mode=held.mode)


def _tell_client(by: Asker, case: Case, contract: Contract) -> None:
    decision = Decision(case=case, key=case.key, kind=DecisionKind.AGREED, by_id=by.staff_id)
    decision.text = texts.agreed(contract.version)
    decision.save(force_insert=True)

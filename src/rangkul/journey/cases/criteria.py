"""What the stages of a case need, and what must not stand open at its end. Later packages add their own."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.ready import ready
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case, Contract
from rangkul.journey.cases.queries.signatures import SIGNED_IN, has_signed, needs_signature
from rangkul.journey.cases.states import (
    HIGH,
    ContractState,
    SignatureState,
    SignatureSubject,
    Stage,
    TaskKind,
    TaskState,
)


def _url(name: str, case: Case) -> str:
    try:
        return reverse(name, args=[case.pk])
    except NoReverseMatch:
        return ""


@ready
def _agreed_contract(case_id: UUID) -> QuerySet:
    return Contract.objects.filter(case_id=case_id, state=ContractState.AGREED).values_list("pk", flat=True)[:1]


def contract(case: Case) -> Iterable[Missing]:
    """No planned intervention without an agreed contract, whoever decides (A17)."""
    if _agreed_contract.one(case.pk):
        return
    sentence, url = _("Kontrak layanan belum disepakati."), _url("cases:contract", case)
    yield Missing(Stage.ENGAGEMENT, "exit", "contract", sentence, url)
    yield Missing(Stage.INTERVENTION, "entry", "contract.intervention", sentence, url, firm=True)


_UNSIGNED = {
    SignatureSubject.ASSESSMENT: gettext_lazy("Asesmen belum ditandatangani supervisor."),
    SignatureSubject.PLAN: gettext_lazy("Rencana belum ditandatangani supervisor."),
    SignatureSubject.TERMINATION: gettext_lazy("Pengakhiran belum ditandatangani supervisor."),
    SignatureSubject.RISK: gettext_lazy("Kasus ini berisiko tinggi dan belum ditandatangani supervisor."),
}


def signatures(case: Case) -> Iterable[Missing]:
    """A junior's work is signed before the case goes on; a red case before it leaves assessment (A55)."""
    url = _url("cases:signatures", case)
    for stage, kind in SIGNED_IN.items():
        if stage != Stage.TERMINATION and needs_signature(case, kind) and not _signed_in(case, stage, kind):
            yield Missing(stage, "exit", f"signature.{kind}", str(_UNSIGNED[kind]), url)
    if needs_signature(case, SignatureSubject.RISK) and not has_signed(case, SignatureSubject.RISK):
        yield Missing(Stage.ASSESSMENT, "exit", "signature.risk", str(_UNSIGNED[SignatureSubject.RISK]), url)


def _signed_in(case: Case, stage: str, kind: str) -> bool:
    """Only the stage in which the case stands can be signed; what lies ahead is not missing yet."""
    return case.stage != stage or has_signed(case, kind)


def nothing_grave(case: Case) -> Iterable[Missing]:
    if case.level in HIGH:
        yield Missing(Stage.TERMINATION, "exit", "risk", _("Tingkat risiko masih tinggi."), _url("cases:risk", case))


def everything_signed(case: Case) -> Iterable[Missing]:
    url = _url("cases:signatures", case)
    kind = SignatureSubject.TERMINATION
    if needs_signature(case, kind) and not has_signed(case, kind):
        yield Missing(Stage.TERMINATION, "exit", "signature.termination", str(_UNSIGNED[kind]), url)
    if case.signatures.filter(state=SignatureState.ASKED).exclude(subject_kind=kind).exists():
        yield Missing(Stage.TERMINATION, "exit", "signature.waiting", _("Masih ada tanda tangan yang ditunggu."), url)


def duties_answered(case: Case) -> Iterable[Missing]:
    if case.tasks.filter(kind=TaskKind.DUTY, state=TaskState.OPEN).exists():
        yield Missing(
            Stage.TERMINATION, "exit", "duty", _("Masih ada kewajiban yang belum dijawab."), _url("cases:tasks", case)
        )


CRITERIA = (contract, signatures)
CLOSING_CHECKS = (nothing_grave, everything_signed, duties_answered)

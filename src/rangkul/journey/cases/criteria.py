"""What the stages of a case need, and what must not stand open at its end. Later packages add their own."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.ready import ready
from rangkul.journey.cases import hooks
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case, Contract
from rangkul.journey.cases.programmes import template_of
from rangkul.journey.cases.queries.signatures import SIGNED_IN, needs_signature, standing
from rangkul.journey.cases.states import (
    HIGH,
    ContractState,
    NoteKind,
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


_WAITING = {
    SignatureSubject.ASSESSMENT: gettext_lazy("Asesmen menunggu tanda tangan supervisor."),
    SignatureSubject.PLAN: gettext_lazy("Rencana menunggu tanda tangan supervisor."),
    SignatureSubject.TERMINATION: gettext_lazy("Pengakhiran menunggu tanda tangan supervisor."),
    SignatureSubject.RISK: gettext_lazy("Kasus ini berisiko tinggi dan menunggu tanda tangan supervisor."),
}


def _unsigned(case: Case, kind: str) -> str:
    """What is said of a signature that is needed and not there; empty where it is there or not needed."""
    if not needs_signature(case, kind):
        return ""
    state = standing(case, kind)
    said = {None: _UNSIGNED, SignatureState.ASKED: _WAITING}.get(state)
    return str(said[SignatureSubject(kind)]) if said else ""


def signatures(case: Case) -> Iterable[Missing]:
    """A junior's work is signed before the case goes on; a red case before it leaves assessment (A55)."""
    url = _url("cases:signatures", case)
    for stage, kind in SIGNED_IN.items():
        # Only the stage in which the case stands can be signed; what lies ahead is not missing yet.
        if stage != Stage.TERMINATION and stage == case.stage and (sentence := _unsigned(case, kind)):
            yield Missing(stage, "exit", f"signature.{kind}", sentence, url)
    if sentence := _unsigned(case, SignatureSubject.RISK):
        yield Missing(Stage.ASSESSMENT, "exit", "signature.risk", sentence, url)


def programme(case: Case) -> Iterable[Missing]:
    """What the template of the programme adds; nothing that no package here can keep is asked for."""
    for added in template_of(case.programme).adds if case.programme else ():
        checks = hooks.programme_checks[added.check]
        if added.stage == case.stage and checks and not any(done(case) for done in checks):
            url = _url(added.url_name, case) if added.url_name else ""
            yield Missing(added.stage, added.when, f"programme.{added.check}", str(added.sentence), url)


def talked_over(case: Case) -> bool:
    """A short discussion of the case that was only written down."""
    return case.notes.filter(kind=NoteKind.CONFERENCE).exists()


def nothing_grave(case: Case) -> Iterable[Missing]:
    if case.level in HIGH:
        yield Missing(Stage.TERMINATION, "exit", "risk", _("Tingkat risiko masih tinggi."), _url("cases:risk", case))


def everything_signed(case: Case) -> Iterable[Missing]:
    url = _url("cases:signatures", case)
    kind = SignatureSubject.TERMINATION
    if sentence := _unsigned(case, kind):
        yield Missing(Stage.TERMINATION, "exit", "signature.termination", sentence, url)
    if case.signatures.filter(state=SignatureState.ASKED).exclude(subject_kind=kind).exists():
        yield Missing(Stage.TERMINATION, "exit", "signature.waiting", _("Masih ada tanda tangan yang ditunggu."), url)


def duties_answered(case: Case) -> Iterable[Missing]:
    if case.tasks.filter(kind=TaskKind.DUTY, state=TaskState.OPEN).exists():
        yield Missing(
            Stage.TERMINATION, "exit", "duty", _("Masih ada kewajiban yang belum dijawab."), _url("cases:tasks", case)
        )


CRITERIA = (contract, signatures, programme)
CLOSING_CHECKS = (nothing_grave, everything_signed, duties_answered)

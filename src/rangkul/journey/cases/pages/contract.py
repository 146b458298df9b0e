"""The service contract: read, changed together, agreed, printed for the client."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.base.seen import marks
from rangkul.journey.cases import actions, texts
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, Contract
from rangkul.journey.cases.pages.forms.contract import ContractAgreementForm, ContractForm
from rangkul.journey.cases.pages.forms.steps import StepForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.states import Channel, ContractState


def _rows(case: Case) -> list[Contract]:
    rows = case.contracts.select_related("key", "written_by", "agreed_before", "evidence__key")
    return list(rows.order_by("-version"))


def _draft(rows: list[Contract]) -> Contract | None:
    return next((one for one in rows if one.state == ContractState.DRAFT), None)


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return _page(request, case_or_404(request, case_id))


def _page(request: HttpRequest, case: Case, **forms) -> HttpResponse:
    rows = _rows(case)
    draft = _draft(rows)
    words = {
        "draft": draft,
        "unwritten": draft is not None and draft.purpose == texts.first_purpose(case),
        "agreed": next((one for one in rows if one.state == ContractState.AGREED), None),
        "older": [one for one in rows if one.state == ContractState.REPLACED],
        "form": forms.get("form") or (ContractForm(initial=draft.said()) if draft else None),
        "agree_form": forms.get("agree_form") or _agreement(case, draft),
        "begin_form": StepForm(auto_id="id_mulai_%s"),
        "editing": "form" in forms or request.GET.get("ubah") == "1",
    }
    return page(request, case, "contract", words, wrong=any(form.errors for form in forms.values()))


def _agreement(case: Case, draft: Contract | None) -> ContractAgreementForm:
    known = _signer(case) | ({"seen": marks(draft.said())} if draft else {})
    return ContractAgreementForm(initial=known, auto_id="id_setuju_%s")


def _signer(case: Case) -> dict[str, str]:
    """A person's own name is known; for a family or group somebody says theirs."""
    return {"signed_name": case.person.full_name} if case.person else {}


@require_POST
def draft(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Begin a draft, or keep the changed words of the one that stands."""
    case = case_or_404(request, case_id)
    standing = _draft(_rows(case))
    if standing is None:
        actions.draft_contract(by=request.asker, case=case)
        return redirect("cases:contract", case_id=case.pk)
    form = ContractForm(request.POST)
    if send(
        form,
        request.asker,
        f"contract.{standing.pk}",
        lambda words: actions.change_contract(by=request.asker, contract=standing, **words),
    ):
        return redirect("cases:contract", case_id=case.pk)
    return _page(request, case, form=form)


@require_http_methods(["POST"])
def agree(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    standing = _draft(_rows(case))
    if standing is None:
        return redirect("cases:contract", case_id=case.pk)
    form = ContractAgreementForm(request.POST, request.FILES, auto_id="id_setuju_%s")
    if send(form, request.asker, f"agree.{standing.pk}", lambda _words: _agree(request, case, standing, form)):
        return redirect("cases:contract", case_id=case.pk)
    return _page(request, case, agree_form=form)


def _agree(request: HttpRequest, case: Case, contract: Contract, form: ContractAgreementForm) -> Contract:
    """Keep the evidence and agree, both or neither."""
    by, words, given = request.asker, form.cleaned_data, form.picture()
    with transaction.atomic():
        evidence = None
        if given is not None:
            evidence = actions.keep_evidence(by=by, case=case, mode=words["mode"], file=given.file, size=given.size)
        agreement = actions.Agreement(words["mode"], words["signed_name"], words["witness"], evidence)
        return actions.agree_contract(by=by, contract=contract, agreement=agreement, seen=words["seen"])


@require_GET
def paper(request: HttpRequest, case_id: UUID, version: int) -> HttpResponse:
    """The client's copy."""
    case = case_or_404(request, case_id)
    contract = get_object_or_404(case.contracts.select_related("key", "agreed_before", "evidence"), version=version)
    ways = [Channel(way).label for way in contract.modality]
    words = {"case": case, "contract": contract, "agency": case.agency, "ways": ways}
    return render(request, "cases/contract_print.html", words)

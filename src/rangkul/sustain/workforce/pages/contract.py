"""The contract of the two: read, changed, signed by each, ended, printed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import Contract
from rangkul.sustain.workforce.models.contract import TEXTS
from rangkul.sustain.workforce.pages.forms.contract import ContractForm
from rangkul.sustain.workforce.pages.forms.session import ReasonForm, SignForm
from rangkul.sustain.workforce.pages.frame import contract_or_404, crumbs, pair_crumb
from rangkul.sustain.workforce.states import ContractState

_CHOSEN = ("every_weeks", "channel", "readers", "valid_to")


def _initial(contract: Contract) -> dict:
    return {name: getattr(contract, name) for name in (*TEXTS, *_CHOSEN)}


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    contract = contract_or_404(request, contract_id)
    form = ContractForm(request.POST or None, initial=_initial(contract))
    if request.method == "POST" and send(
        form,
        request.asker,
        f"supervision.contract.{contract.pk}",
        lambda words: actions.change_contract(by=request.asker, contract=contract, **words),
    ):
        return redirect("workforce:contract", contract_id=contract.pk)
    return _page(request, contract, form)


def _page(request: HttpRequest, contract: Contract, form=None, end_form=None) -> HttpResponse:
    of_both = Contract.objects.filter(supervisor=contract.supervisor_id, worker=contract.worker_id)
    wrong = bool((form and form.errors) or (end_form and end_form.errors))
    words = {
        "contract": contract,
        "form": form or ContractForm(initial=_initial(contract)),
        "end_form": end_form or ReasonForm(auto_id="id_akhir_%s"),
        "once_form": SignForm(auto_id="id_tanda_%s"),
        "editing": contract.state == ContractState.DRAFT and (wrong or request.GET.get("ubah") == "1"),
        "i_signed": contract.signed(request.asker.staff_id),
        "other": contract.other(request.asker.staff_id),
        "others": list(of_both.exclude(pk=contract.pk).order_by("-version")),
        "has_draft": of_both.filter(state=ContractState.DRAFT).exists(),
        "crumbs": crumbs(pair_crumb(request, contract), (_("Kontrak supervisi"), "")),
    }
    return render(request, "workforce/contract.html", words, status=422 if wrong else 200)


@require_POST
def sign(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    contract = contract_or_404(request, contract_id)
    actions.sign_contract(by=request.asker, contract=contract)
    return redirect("workforce:contract", contract_id=contract.pk)


@require_POST
def again(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """A new version, from the words of the one that stands."""
    contract = contract_or_404(request, contract_id)
    draft = actions.draft_contract(by=request.asker, supervisor=contract.supervisor, worker=contract.worker)
    return redirect("workforce:contract", contract_id=draft.pk)


@require_POST
def end(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    contract = contract_or_404(request, contract_id)
    form = ReasonForm(request.POST, auto_id="id_akhir_%s")
    if send(
        form,
        request.asker,
        f"supervision.end.{contract.pk}",
        lambda words: actions.end_contract(by=request.asker, contract=contract, **words),
    ):
        return redirect("workforce:home")
    return _page(request, contract, end_form=form)


@require_GET
def paper(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    contract = contract_or_404(request, contract_id)
    return render(request, "workforce/contract_print.html", {"contract": contract, "agency": contract.agency})

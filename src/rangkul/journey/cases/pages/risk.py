"""How grave the case is, and what a supervisor signs."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.cases import actions, hooks, policy, queries
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, Signature
from rangkul.journey.cases.pages.forms.steps import AskSignatureForm, LevelForm, SignForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.states import SignatureState

_DECIDE = {"setuju": actions.sign, "kembalikan": actions.send_back}


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = LevelForm(request.POST or None, initial={"level": case.level})
    if request.method == "POST" and send(
        form, request.asker, f"risk.{case.pk}", lambda words: actions.change_level(by=request.asker, case=case, **words)
    ):
        return redirect("cases:case", case_id=case.pk)
    changes = case.risk_changes.select_related("key", "by").order_by("-at")
    words = {"form": form, "changes": list(changes), "may_lower": policy.may_lower(by=request.asker, case=case)}
    return page(request, case, "risk", words, wrong=bool(form.errors))


@require_http_methods(["GET", "POST"])
def signatures(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    wanted = request.GET.get("apa")
    if not wanted and request.method == "GET":
        wanted = next(iter(queries.unasked_signatures(case)), None)
    form = AskSignatureForm(request.POST or None, initial={"subject_kind": wanted} if wanted else None)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"signature.{case.pk}",
        lambda words: actions.ask_signature(by=request.asker, case=case, **words),
    ):
        return redirect("cases:signatures", case_id=case.pk)
    return _page(request, case, form)


def _page(request: HttpRequest, case: Case, form: AskSignatureForm, deciding: SignForm | None = None) -> HttpResponse:
    rows = case.signatures.select_related("key", "asked_by", "decided_by").order_by("-asked_at")
    words = {"form": form, "needed": queries.unasked_signatures(case), "asked": [], "decided": []}
    for row in rows:
        # The case is at hand; asking the database for it again for each row would be idle.
        row.case = case
        may = policy.may_decide_signature(by=request.asker, signature=row)
        mine = deciding if deciding and deciding.signature_id == row.pk else _sign_form(row)
        where = "asked" if row.state == SignatureState.ASKED else "decided"
        to_read = hooks.where_to_read(row)
        words[where].append(
            {"row": row, "form": mine, "may": may, "to_read": to_read, "tags": [row.get_state_display()]}
        )
    return page(request, case, "signatures", words, wrong=bool(form.errors or (deciding and deciding.errors)))


def _sign_form(row: Signature, given: QueryDict | None = None) -> SignForm:
    return SignForm(given, in_words=row.in_words, auto_id=f"id_{row.pk}_%s")


@require_POST
def decide(request: HttpRequest, case_id: UUID, signature_id: UUID, verb: str) -> HttpResponse:
    """`verb`: setuju or kembalikan."""
    case = case_or_404(request, case_id)
    row = get_object_or_404(Signature.objects.select_related("case"), pk=signature_id, case=case)
    if verb not in _DECIDE:
        raise Http404
    form = _sign_form(row, request.POST)
    form.signature_id = row.pk
    if send(
        form, request.asker, f"sign.{row.pk}", lambda words: _DECIDE[verb](by=request.asker, signature=row, **words)
    ):
        # Whoever decides from the queue goes on with the queue.
        if request.POST.get("dari") == "antrean":
            return redirect("cases:waiting")
        return redirect("cases:signatures", case_id=case.pk)
    return _page(request, case, AskSignatureForm(), form)

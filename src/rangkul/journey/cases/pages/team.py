"""Who carries the case: colleagues, and who takes over."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.commons.trust.queries import by_day, readings_of
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, TeamMember
from rangkul.journey.cases.pages.forms.steps import StepForm
from rangkul.journey.cases.pages.forms.team import AloneForm, MemberForm, TransferForm
from rangkul.journey.cases.pages.frame import page

_LAST_READINGS = 100
# What a part of the page sends, by the word in its address.
_VERBS = {
    "tambah": ("member", actions.add_member),
    "pindahkan": ("transfer", actions.transfer),
    "sendiri": ("alone", actions.say_why_alone),
}


def _forms(case: Case, members: list[TeamMember], given=None, chosen: str = "") -> dict[str, RangkulForm]:
    """Every form of the page by its name; the chosen one holds what was sent."""
    sent = {chosen: given} if chosen else {}
    inside = [one.staff_id for one in members]
    return {
        "member": MemberForm(sent.get("member"), case=case, members=inside, auto_id="id_anggota_%s"),
        "transfer": TransferForm(sent.get("transfer"), case=case, auto_id="id_pindah_%s"),
        "alone": AloneForm(sent.get("alone"), initial={"reason": case.alone_because}, auto_id="id_sendiri_%s"),
    }


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    return _page(request, case, queries.team_of(case))


def _page(
    request: HttpRequest, case: Case, members: list[TeamMember], forms: dict | None = None, chosen: str = ""
) -> HttpResponse:
    former = case.team.exclude(until=None).select_related("staff").order_by("-until")
    words = {
        "members": members,
        "former": list(former[:20]),
        "partners": queries.partners_of(case),
        "beside": list(queries.beside(case)),
        "readings": by_day(readings_of(("case", case.pk), limit=_LAST_READINGS)),
        "people": list(case.people.filter(until=None).select_related("key", "person").order_by("made_at", "id")),
        "forms": forms or _forms(case, members),
        "opened": chosen,
        "end_form": StepForm(),
    }
    return page(request, case, "team", words, wrong=forms is not None)


@require_POST
def change(request: HttpRequest, case_id: UUID, what: str) -> HttpResponse:
    case = case_or_404(request, case_id)
    if what not in _VERBS:
        raise Http404
    name, verb = _VERBS[what]
    members = queries.team_of(case)
    forms = _forms(case, members, request.POST, name)
    if send(forms[name], request.asker, f"{name}.{case.pk}", lambda words: verb(by=request.asker, case=case, **words)):
        return _back(request, case)
    return _page(request, case, members, forms, name)


@require_POST
def end_member(request: HttpRequest, case_id: UUID, member_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    member = get_object_or_404(TeamMember.objects.select_related("case"), pk=member_id, case=case)
    actions.end_member(by=request.asker, member=member)
    return _back(request, case)


def _back(request: HttpRequest, case: Case) -> HttpResponse:
    """Whoever has just left, or handed the case to another unit, sees it no more."""
    if Case.objects.filter(pk=case.pk).exists():
        return redirect("cases:team", case_id=case.pk)
    return redirect("cases:mine")

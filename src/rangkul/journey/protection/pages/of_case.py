"""The tab: what runs, what the facts call for, and the ways to everything else."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import actions, policy, queries
from rangkul.journey.protection.laws import LAWS
from rangkul.journey.protection.models import LegalClock
from rangkul.journey.protection.pages.forms import ClockForm, MeetForm, StopForm
from rangkul.journey.protection.pages.frame import page
from rangkul.journey.protection.queries.calling import last_answers


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    chosen = request.GET.get("jenis", "")
    form = ClockForm(request.POST or None, case=case, initial={"law": chosen} if chosen in LAWS else {})

    def verb(words: dict) -> LegalClock:
        return actions.start_clock(by=by, case=case, **{**words, "owner_id": UUID(words["owner_id"])})

    if request.method == "POST" and send(form, by, f"clock.{case.pk}", verb):
        return redirect("protection:of_case", case_id=case.pk)
    return drawn(request, case, clock_form=form, chosen=chosen in LAWS)


def drawn(request: HttpRequest, case: Case, *, clock_form: ClockForm | None = None, chosen: bool = False, **refused):
    """`refused`: a form of one clock that was not taken, by the id of its clock."""
    clocks, answers = queries.clocks_of(case), last_answers(case)
    given: dict[str, RangkulForm] = refused.get("forms", {})
    form = clock_form or ClockForm(case=case)
    words = {
        "running": [_row(request, case, one, given) for one in clocks if one.runs],
        "ended": [one for one in clocks if not one.runs],
        "proposed": queries.proposals(queries.calls_of(case, answers), clocks),
        "answers": list(answers.values()),
        "children": queries.children_of(case),
        "wish": queries.companion_wish(case),
        "clock_form": form,
        "open_form": chosen or bool(form.errors),
    }
    return page(request, case, "of_case", words, wrong=bool(form.errors) or bool(given))


def _row(request: HttpRequest, case: Case, row: LegalClock, given: dict[str, RangkulForm]) -> dict:
    row.case = case
    name = str(row.pk)
    meet = given.get(f"meet.{name}") or MeetForm(auto_id=f"id_penuhi_{name}_%s")
    if row.says:
        meet.fields["receipt"].label = row.says.receipt
    return {
        "clock": row,
        "law": row.says,
        "meet_form": meet,
        "stop_form": given.get(f"stop.{name}") or StopForm(auto_id=f"id_henti_{name}_%s"),
        "may_stop": case.is_open and policy.may_stop(by=request.asker, clock=row),
    }

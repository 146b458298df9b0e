"""The first page, of a case its tab: what runs, what the facts call for, and the ways to everything else."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import actions, policy, queries
from rangkul.journey.protection.laws import LAWS
from rangkul.journey.protection.models import Folder, LegalClock
from rangkul.journey.protection.pages.asking import asked_with
from rangkul.journey.protection.pages.forms import ClockForm, MeetForm, StopForm
from rangkul.journey.protection.pages.frame import folder_or_404, go, page
from rangkul.journey.protection.queries.calling import last_answers


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, **whose: UUID) -> HttpResponse:
    folder, by = folder_or_404(request, **whose), request.asker
    chosen = request.GET.get("jenis", "")
    form = _clock_form(by, folder, request.POST or None, initial={"law": chosen} if chosen in LAWS else {})

    def verb(words: dict) -> LegalClock:
        return actions.start_clock(by=by, folder=folder, **{**words, "owner_id": UUID(words["owner_id"])})

    if request.method == "POST" and send(form, by, f"clock.{folder.pk}", verb):
        return go(folder, "of")
    return drawn(request, folder, clock_form=form, chosen=chosen in LAWS)


def _clock_form(by: Asker, folder: Folder, *args: Any, **more: Any) -> ClockForm:
    return ClockForm(*args, folder=folder, owners=queries.may_own(by, folder), **more)


def drawn(
    request: HttpRequest, folder: Folder, *, clock_form: ClockForm | None = None, chosen: bool = False, **refused
):
    """`refused`: a form of one clock that was not taken, by the id of its clock."""
    clocks, answers = queries.clocks_of(folder), last_answers(folder)
    given: dict[str, RangkulForm] = refused.get("forms", {})
    form = clock_form or _clock_form(request.asker, folder)
    words = {
        "running": [_row(request, folder, one, given) for one in clocks if one.runs],
        "ended": [one for one in clocks if not one.runs],
        "proposed": queries.proposals(queries.calls_of(folder, answers), clocks),
        "answers": list(answers.values()),
        "asked_with": [] if isinstance(folder, Case) else asked_with(request),
        "joined": queries.joined(folder) if isinstance(folder, Case) else [],
        "children": queries.children_of(folder),
        "wish": queries.companion_wish(folder),
        "clock_form": form,
        "open_form": chosen or bool(form.errors),
    }
    return page(request, folder, "of_case", words, wrong=bool(form.errors) or bool(given))


def _row(request: HttpRequest, folder: Folder, row: LegalClock, given: dict[str, RangkulForm]) -> dict:
    if isinstance(folder, Case):
        row.case = folder
    name = str(row.pk)
    meet = given.get(f"meet.{name}") or MeetForm(auto_id=f"id_penuhi_{name}_%s")
    if row.says:
        meet.fields["receipt"].label = row.says.receipt
    return {
        "clock": row,
        "law": row.says,
        "meet_form": meet,
        "stop_form": given.get(f"stop.{name}") or StopForm(auto_id=f"id_henti_{name}_%s"),
        "may_stop": folder.is_open and policy.may_stop(by=request.asker, clock=row),
    }

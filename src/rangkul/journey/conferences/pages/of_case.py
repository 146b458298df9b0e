"""The conferences of a case, and the call to the next one."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.asking import Asker
from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import may_work
from rangkul.journey.cases.queries import signs_of_violence
from rangkul.journey.conferences import actions, queries
from rangkul.journey.conferences.kinds import MEETINGS
from rangkul.journey.conferences.models import Conference
from rangkul.journey.conferences.pages.forms import CallForm
from rangkul.journey.conferences.states import Kind


def page(request: HttpRequest, case: Case, name: str, words: dict, *, wrong: bool = False) -> HttpResponse:
    frame = {
        "case": case,
        "tab_here": "conferences:of_case",
        "may_work": case.is_open and may_work(by=request.asker, case=case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Pembahasan"), "url": reverse("conferences:of_case", args=[case.pk])},
        ],
    }
    return render(request, f"conferences/{name}.html", {**frame, **words}, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    chosen = request.GET.get("jenis", "")
    kind = chosen if chosen in MEETINGS else Kind.CASE
    signs = signs_of_violence(case) if kind == Kind.FAMILY else []
    form = CallForm(request.POST or None, kind=kind, violence=bool(signs))
    if request.method == "POST" and send(
        form,
        by,
        f"conference.{case.pk}",
        lambda words: _call(by, case, kind, words),
    ):
        newest = case.conferences.latest("made_at")
        return redirect("conferences:conference", case_id=case.pk, conference_id=newest.pk)
    words = {"form": form, "rows": queries.of_case(case), "kind": kind, "meetings": MEETINGS, "signs": signs}
    return page(request, case, "of_case", words, wrong=bool(form.errors))


def _call(by: Asker, case: Case, kind: str, words: dict[str, Any]) -> Conference:
    despite = words.pop("despite", "")
    return actions.call_conference(by=by, case=case, called=actions.Called(kind=kind, **words), despite=despite)

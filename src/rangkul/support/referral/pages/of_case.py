"""The needs of a case, or of a request without one, each with whom was asked and what came of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.base.taxonomy.queries import PPKS, current
from rangkul.support.referral import actions, hooks, queries
from rangkul.support.referral.behind import RequestFile
from rangkul.support.referral.pages.forms import NeedForm
from rangkul.support.referral.pages.frame import file_or_404, page


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = file_or_404(request, case_id), request.asker
    whose = {"request": case.request} if isinstance(case, RequestFile) else {"case": case}
    start = {"category": queries.category_of(case)}
    form = NeedForm(request.POST or None, terms=current(PPKS), initial=start)
    if request.method == "POST" and send(
        form, by, f"need.{case.pk}", lambda words: actions.note_need(by=by, **whose, **words)
    ):
        newest = max(queries.needs_of(case), key=lambda one: one.made_at)
        return redirect("referrals:need", case_id=case.pk, need_id=newest.pk)
    needs = queries.needs_of(case)
    on_their_way = hooks.on_their_way(one for need in needs for one in need.referrals.all())
    words = {"form": form, "needs": needs, "on_their_way": on_their_way}
    return page(request, case, "of_case", words, wrong=bool(form.errors))

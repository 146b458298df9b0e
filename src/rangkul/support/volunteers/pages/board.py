"""What is needed and what is offered, side by side by kecamatan; one volunteer more."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base import days
from rangkul.base.forms.sending import send
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries import risen_between
from rangkul.support.volunteers import actions, policy, queries
from rangkul.support.volunteers.pages.forms import VolunteerForm
from rangkul.support.volunteers.pages.frame import crumbs, looking
from rangkul.support.volunteers.states import LATE_AID, LATE_COMPLAINT, LATE_VETTING

_KINDS = (LATE_VETTING, LATE_COMPLAINT, LATE_AID)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    looking(request)
    words = {
        "board": queries.board(request.asker),
        "told": risen_between(request.asker, _KINDS),
        "may_keep": policy.may_keep(by=request.asker),
    }
    return render(request, "volunteers/board.html", words)


@require_POST
def acknowledge(request: HttpRequest, overdue_id: UUID) -> HttpResponse:
    row = get_object_or_404(Escalation, pk=overdue_id, case=None, kind__in=_KINDS)
    acknowledge_between(by=request.asker, escalation=row)
    return redirect("volunteers:board")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if not policy.may_keep(by=request.asker):
        raise PermissionDenied
    form = VolunteerForm(request.POST or None, initial={"agreed_on": days.today()})
    if request.method == "POST" and send(
        form, request.asker, "volunteer",
        lambda words: actions.register(by=request.asker, given=actions.VolunteerDraft(**words)),
    ):  # fmt: skip
        messages.success(request, _("Tercatat. Sebelum bertemu anak atau lansia sendirian, ia diperiksa dulu."))
        return redirect("volunteers:board")
    words = {"form": form, "crumbs": crumbs((_("Relawan baru"), ""))}
    return render(request, "volunteers/new.html", words, status=422 if form.errors else 200)

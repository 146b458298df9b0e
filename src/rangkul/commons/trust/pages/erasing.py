"""What an erasure would take and leave, shown to the data officer before it is done; it cannot be undone."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.commons.trust import actions, erasure, policy, queries
from rangkul.commons.trust.models import LegalHold, RightsRequest
from rangkul.commons.trust.pages.forms import EraseForm, HoldForm
from rangkul.commons.trust.rights_words import STAYS
from rangkul.commons.trust.states import Right, RightsState


@require_http_methods(["GET", "HEAD", "POST"])
def erase_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _deletion(request, pk), request.asker
    form = EraseForm(request.POST or None)
    if request.method == "POST" and send(
        form, by, f"erase.{pk}", lambda words: erasure.erase_as_granted(by=by, wish=wish, reason=words["reason"])
    ):
        messages.success(request, _("Data orang ini sudah dihapus. Buktinya tersimpan di jejak audit."))
        return redirect("trust:right", pk)
    return render(request, "trust/erase.html", _shown(wish) | {"form": form}, status=422 if form.errors else 200)


def _deletion(request: HttpRequest, pk: UUID) -> RightsRequest:
    if not policy.may_erase(by=request.asker):
        raise PermissionDenied
    deletions = RightsRequest.objects.filter(right=Right.DELETION, state=RightsState.GRANTED)
    return get_object_or_404(deletions.select_related("key", "worker"), pk=pk)


@require_POST
def hold(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _deletion(request, pk), request.asker
    form = HoldForm(request.POST, prefix="tahan")
    if wish.person_id and send(
        form, by, f"hold.{pk}", lambda words: actions.hold_person(by=by, person_id=wish.person_id, **words)
    ):
        messages.success(request, _("Ditahan. Data ini tidak bisa dihapus sebelum penahanannya berakhir."))
        return redirect("trust:erase", pk)
    page = _shown(wish) | {"form": EraseForm(), "holding": form}
    return render(request, "trust/erase.html", page, status=422)


@require_POST
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    actions.end_hold(by=request.asker, hold=get_object_or_404(LegalHold, pk=pk))
    messages.success(request, _("Penahanan berakhir."))
    back = request.POST.get("wish", "")
    try:
        return redirect("trust:erase", UUID(back))
    except ValueError:
        return redirect("trust:rights")


def _shown(wish: RightsRequest) -> dict:
    known = erasure.in_my_agency(wish.person_id)
    return {
        "holding": HoldForm(prefix="tahan"),
        "holds": queries.holds_of(erasure.registrations(wish.person_id)) if known else [],
        "wish": wish,
        "known": known,
        "reasons": erasure.reasons_to_keep(wish.person_id) if known else [],
        "goes": list(erasure.foreseen(wish.person_id).items()) if known else [],
        "registrations": len(erasure.registrations(wish.person_id)) if known else 0,
        "stays": STAYS,
    }

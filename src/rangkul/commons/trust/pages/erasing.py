"""What an erasure would take and leave, shown to the data officer before it is done; it cannot be undone."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.commons.trust import actions, erasure, hooks, policy, queries
from rangkul.commons.trust.models import LegalHold, RightsRequest
from rangkul.commons.trust.pages.forms import EraseForm, HoldForm
from rangkul.commons.trust.rights_words import STAYS
from rangkul.commons.trust.states import ERASING, RightsState


@require_http_methods(["GET", "HEAD", "POST"])
def erase_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _deletion(request, pk), request.asker
    form = EraseForm(request.POST or None)
    if request.method == "POST" and send(
        form, by, f"erase.{pk}", lambda words: erasure.erase_as_granted(by=by, wish=wish, reason=words["reason"])
    ):
        messages.success(request, _("Datanya sudah dihapus. Buktinya tersimpan di jejak audit."))
        return redirect("trust:right", pk)
    return render(request, "trust/erase.html", _shown(wish) | {"form": form}, status=422 if form.errors else 200)


def _deletion(request: HttpRequest, pk: UUID) -> RightsRequest:
    if not policy.may_erase(by=request.asker):
        raise PermissionDenied
    deletions = RightsRequest.objects.filter(right__in=ERASING, state=RightsState.GRANTED)
    return get_object_or_404(deletions.select_related("key", "worker"), pk=pk)


@require_POST
def hold(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _deletion(request, pk), request.asker
    form = HoldForm(request.POST, prefix="tahan")
    person_id = erasure.person_of(wish)
    if person_id and send(
        form, by, f"hold.{pk}", lambda words: actions.hold_person(by=by, person_id=person_id, **words)
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
    person_id = erasure.person_of(wish)
    stranger = None if person_id else erasure.stranger_reasons(wish)
    behind = hooks.strangers.get(wish.subject_kind) if stranger is not None else None
    page = {
        "holding": HoldForm(prefix="tahan"),
        "wish": wish,
        "stays": STAYS,
        "stranger": behind,
        "known": behind is not None or erasure.in_my_agency(person_id),
        "reasons": stranger or [],
    }
    return page | (_of_person(person_id) if page["known"] and person_id else {})


def _of_person(person_id: UUID) -> dict:
    registrations = erasure.registrations(person_id)
    return {
        "holds": queries.holds_of(registrations),
        "reasons": erasure.reasons_to_keep(person_id),
        "goes": list(erasure.foreseen(person_id).items()),
        "registrations": len(registrations),
    }

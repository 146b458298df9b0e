"""What an erasure would take and leave, shown to the data officer before it is done; it cannot be undone."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.commons.trust import erasure, policy
from rangkul.commons.trust.models import RightsRequest
from rangkul.commons.trust.pages.forms import EraseForm
from rangkul.commons.trust.rights_words import STAYS
from rangkul.commons.trust.states import Right, RightsState


@require_http_methods(["GET", "HEAD", "POST"])
def erase_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    by = request.asker
    if not policy.may_erase(by=by):
        raise PermissionDenied
    deletions = RightsRequest.objects.filter(right=Right.DELETION, state=RightsState.GRANTED)
    wish = get_object_or_404(deletions.select_related("key", "worker"), pk=pk)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and send(
        form, by, f"erase.{pk}", lambda words: erasure.erase_as_granted(by=by, wish=wish, reason=words["reason"])
    ):
        messages.success(request, _("Data orang ini sudah dihapus. Buktinya tersimpan di jejak audit."))
        return redirect("trust:right", pk)
    return render(request, "trust/erase.html", _shown(wish) | {"form": form}, status=422 if form.errors else 200)


def _shown(wish: RightsRequest) -> dict:
    known = wish.person_id is not None
    return {
        "wish": wish,
        "known": known,
        "reasons": erasure.reasons_to_keep(wish.person_id) if known else [],
        "goes": list(erasure.foreseen(wish.person_id).items()) if known else [],
        "registrations": len(erasure.registrations(wish.person_id)) if known else 0,
        "stays": STAYS,
    }

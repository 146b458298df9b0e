"""Opening a file in an emergency, giving the access back, and looking at what others opened."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.base.forms import refuse
from rangkul.commons.trust import policy, queries
from rangkul.commons.trust.actions import break_glass, close_glass, review_break_glass, seek_file
from rangkul.commons.trust.models import BreakGlass
from rangkul.commons.trust.pages.forms import GlassForm, ReviewForm, SeekForm
from rangkul.commons.trust.words import kind_of

# Where a file of this kind opens.
OPENS_AT = {"case": "cases:case", "person": "people:person", "request": "intake:request"}


def open_file(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Ask for a reason, then open. A file that does not exist is refused in the same words as one of others."""
    if kind not in OPENS_AT:
        raise Http404
    if not policy.may_break_glass(by=request.asker):
        raise PermissionDenied
    form = GlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            break_glass(by=request.asker, subject=(kind, pk), reason=given["reason"], hours=given["hours"])
        except Refused as error:
            refuse(form, error)
        else:
            return redirect(OPENS_AT[kind], pk)
    return render(request, "trust/glass.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def seek(request: HttpRequest) -> HttpResponse:
    """Somebody who sees no file is told a number. What is not there and what is not theirs sound the same."""
    if not policy.may_break_glass(by=request.asker):
        raise PermissionDenied
    form = SeekForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        subject = seek_file(by=request.asker, called=given["called"]) or ("none", UUID(int=0))
        try:
            break_glass(by=request.asker, subject=subject, reason=given["reason"], hours=given["hours"])
        except Refused as error:
            refuse(form, error)
        else:
            return redirect(OPENS_AT[subject[0]], subject[1])
    return render(request, "trust/glass.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    glass = get_object_or_404(BreakGlass, pk=pk, staff_id=request.asker.staff_id)
    close_glass(by=request.asker, glass=glass)
    messages.success(request, _("Akses darurat sudah ditutup."))
    return redirect("desks:today")


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    if not request.asker.has("supervisor", "pdp"):
        raise PermissionDenied
    rows = queries.glass_to_review(request.asker)[:50]
    waiting = [_waiting(request, glass, ReviewForm(prefix=str(glass.pk))) for glass in rows]
    return render(request, "trust/reviews.html", {"waiting": waiting})


def _waiting(request: HttpRequest, glass: BreakGlass, form: ReviewForm) -> dict[str, Any]:
    """The data officer can follow what was done with the file; a supervisor need not see it to judge the reason."""
    trail = urlencode({"petugas": glass.staff_id, "berkas": glass.subject_id})
    return {
        "glass": glass,
        "form": form,
        "kind": kind_of(glass.subject_kind),
        "trail": f"{reverse('trust:audit')}?{trail}" if request.asker.has("pdp") else "",
    }


@require_POST
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    glass = get_object_or_404(queries.glass_to_review(request.asker), pk=pk)
    form = ReviewForm(request.POST, prefix=str(pk))
    if form.is_valid():
        given = form.cleaned_data
        try:
            review_break_glass(by=request.asker, glass=glass, justified=given["justified"], note=given["note"])
        except Refused as error:
            refuse(form, error)
        else:
            messages.success(request, _("Tinjauan tersimpan."))
            return redirect("trust:reviews")
    return render(request, "trust/reviews.html", {"waiting": [_waiting(request, glass, form)]}, status=422)

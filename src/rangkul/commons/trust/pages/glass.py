"""Opening a file in an emergency, giving the access back, and looking at what others opened."""

from collections.abc import Collection
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
from rangkul.commons.people.models import Person
from rangkul.commons.trust import policy, queries
from rangkul.commons.trust.actions import break_glass, close_glass, review_break_glass, seek_file
from rangkul.commons.trust.models import BreakGlass
from rangkul.commons.trust.pages.forms import GlassForm, ReviewForm, SeekForm
from rangkul.commons.trust.words import FILES_OPEN_AT, kind_of


def open_file(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Ask for a reason, then open. A file that does not exist is refused in the same words as one of others."""
    if kind not in FILES_OPEN_AT:
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
            return redirect(FILES_OPEN_AT[kind], pk)
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
            return redirect(FILES_OPEN_AT[subject[0]], subject[1])
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
    called = files_called(rows)
    waiting = [_waiting(request, glass, ReviewForm(prefix=str(glass.pk)), called) for glass in rows]
    return render(request, "trust/reviews.html", {"waiting": waiting})


def files_called(glasses: Collection[BreakGlass]) -> dict[UUID, str]:
    """Each opened file in words, by the number that stands on it. A person is named to who sees them anyway."""
    numbers = queries.numbers_of_broken(glasses)
    persons = Person.objects.filter(pk__in=[glass.subject_id for glass in glasses if glass.subject_kind == "person"])
    names = dict(persons.values_list("id", "full_name"))
    return {
        glass.pk: f"{kind_of(glass.subject_kind)} {numbers.get(glass.pk) or names.get(glass.subject_id, '')}".strip()
        for glass in glasses
    }


def _waiting(request: HttpRequest, glass: BreakGlass, form: ReviewForm, called: dict[UUID, str]) -> dict[str, Any]:
    """The data officer can follow what was done with the file; a supervisor need not see it to judge the reason."""
    trail = urlencode({"petugas": glass.staff_id, "berkas": glass.subject_id})
    return {
        "glass": glass,
        "form": form,
        "file": called[glass.pk],
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
    waiting = _waiting(request, glass, form, files_called([glass]))
    return render(request, "trust/reviews.html", {"waiting": [waiting]}, status=422)

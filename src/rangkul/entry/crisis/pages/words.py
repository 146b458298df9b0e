"""The list of danger words: what it hears, a sentence to try it with, and who has looked at it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.sending import send
from rangkul.base.paging import Growing, page_number
from rangkul.base.readings import only_reads
from rangkul.entry.crisis import actions, policy, queries
from rangkul.entry.crisis.models import Verdict
from rangkul.entry.crisis.queries.words import GROUPS, SAFE
from rangkul.entry.signals.queries import SHIELD, VERSION, Signal, signals

# Of a list of thousands so many are shown at first, and as many more for each asking.
_EACH, _MOST = 50, 3_000


class TryForm(RangkulForm):
    sentence = text(
        gettext_lazy("Kalimat karangan"),
        rows=2,
        most=500,
        help_text=gettext_lazy(
            "Karang sendiri seperti orang menulis di daerah Anda. Tidak disimpan. Jangan menyalin kata klien."
        ),
    )


class FindForm(RangkulForm):
    jenis = choice(
        gettext_lazy("Jenis bahaya"), [*((code, label) for code, (label, _kinds) in GROUPS.items()), (SHIELD, SAFE)]
    )
    cari = line(gettext_lazy("Kata yang dicari"), most=80, required=False)


class ReviewForm(RangkulForm):
    verdict = choice(gettext_lazy("Menurut Anda"), Verdict.choices, widget=forms.RadioSelect)
    words = text(
        gettext_lazy("Apa yang tidak didengar, atau didengar keliru"),
        rows=4,
        most=2_000,
        required=False,
        help_text=gettext_lazy("Kalimat karangan saja, satu sebaris. Bukan kata klien, dan tanpa nama orang."),
    )


def _page(
    request: HttpRequest,
    *,
    trial: TryForm | None = None,
    found: list[Signal] | None = None,
    review: ReviewForm | None = None,
    status: int = 200,
) -> HttpResponse:
    if not policy.may_read_words(by=request.asker):
        raise PermissionDenied
    reviews = queries.reviews_of(request.asker.agency_id)
    page: dict[str, Any] = {
        "version": VERSION,
        "heard": queries.heard(),
        "trial": trial or TryForm(auto_id="id_coba_%s"),
        "found": found,
        "reviews": reviews,
        "reviewed": any(one.version == VERSION for one in reviews),
        "review": (review or ReviewForm()) if policy.may_review_words(by=request.asker) else None,
    }
    return render(request, "crisis/words.html", page, status=status)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_safe
def forms_listed(request: HttpRequest) -> HttpResponse:
    """Every form, for whoever reviews the list; the first of it at first."""
    if not policy.may_read_words(by=request.asker):
        raise PermissionDenied
    form = FindForm({"jenis": "self_harm"} | request.GET.dict())
    growing = Growing(page_number(request), _EACH, _MOST)
    found = queries.forms_of(form.cleaned_data["jenis"], form.cleaned_data["cari"]) if form.is_valid() else []
    page = {
        "version": VERSION,
        "form": form,
        "found": found[: growing.shown],
        "in_all": len(found),
        "next": growing.next_page(len(found)),
        "crumbs": [
            {"label": _("Daftar kata bahaya"), "url": reverse("danger:words")},
            {"label": _("Isi daftar"), "url": ""},
        ],
    }
    return render(request, "crisis/forms_listed.html", page, status=200 if form.is_valid() else 422)


@only_reads
@require_POST
def attempt(request: HttpRequest) -> HttpResponse:
    """What the list makes of a sentence; the words have no place in an address, and are kept nowhere."""
    form = TryForm(request.POST, auto_id="id_coba_%s")
    if not form.is_valid():
        return _page(request, trial=form, status=422)
    return _page(request, trial=form, found=signals(form.cleaned_data["sentence"]))


@require_POST
def review(request: HttpRequest) -> HttpResponse:
    form = ReviewForm(request.POST)
    if send(form, request.asker, "danger_words", lambda words: actions.review_words(by=request.asker, **words)):
        messages.success(request, _("Tinjauan Anda tersimpan."))
        return redirect("danger:words")
    return _page(request, review=form, status=422)

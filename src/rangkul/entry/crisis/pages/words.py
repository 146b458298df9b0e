"""The list of danger words: what it hears, a sentence to try it with, and who has looked at it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, text
from rangkul.base.forms.sending import send
from rangkul.base.readings import only_reads
from rangkul.entry.crisis import actions, policy, queries
from rangkul.entry.crisis.models import Verdict
from rangkul.entry.signals.queries import VERSION, Signal, signals


class TryForm(RangkulForm):
    sentence = text(
        gettext_lazy("Kalimat karangan"),
        rows=2,
        most=500,
        help_text=gettext_lazy(
            "Karang sendiri seperti orang menulis di daerah Anda. Tidak disimpan. Jangan menyalin kata klien."
        ),
    )


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

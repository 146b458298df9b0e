"""What the asker agreed to: asked later, purpose by purpose, and taken back when they say so."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rangkul.base import readings
from rangkul.base.forms.sending import send
from rangkul.commons.trust import queries as trust
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.commons.trust.frame import AskForm, TakeBackForm, answers, matters
from rangkul.entry.intake import actions, consents, policy, queries
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.pages.staff.one import right_of


def _opened(http: HttpRequest, pk: UUID) -> Request:
    request = queries.get(pk)
    if http.method == "GET":
        readings.read_file("request", pk, why=right_of(http.asker, request))
    return request


@require_http_methods(["GET", "POST"])
def consents_page(http: HttpRequest, pk: UUID) -> HttpResponse:
    request, by = _opened(http, pk), http.asker
    form = AskForm(http.POST if http.method == "POST" else None, texts=consents.TEXTS)

    def verb(words: dict) -> object:
        return actions.ask_consents(
            by=by, request=request, answers=form.answers(), text_version=consents.VERSION, mode=words["mode"],
            witness=words["witness"],
        )  # fmt: skip

    if http.method == "POST" and send(form, by, f"consents:{pk}", verb):
        return redirect("intake:consents", pk=pk)
    found = answers([("request", pk)], lambda one: reverse("intake:consent_withdraw", args=[pk, one]))
    may = policy.may_ask_consent(by=by, request=request)
    page = {
        "request_row": request,
        "matters": matters(found, consents.TEXTS),
        "answers": found,
        "form": form,
        "may_ask": may,
        "may_take_back": may,
    }
    return render(http, "intake/request/consents.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def withdraw(http: HttpRequest, pk: UUID, consent_id: UUID) -> HttpResponse:
    """First what it means, then the deed."""
    request, by = _opened(http, pk), http.asker
    consent = get_object_or_404(trust.consents_of(("request", pk)).filter(given=True), pk=consent_id)
    form = TakeBackForm(http.POST if http.method == "POST" else None)
    if http.method == "POST" and send(
        form, by, f"consent:{consent_id}", lambda words: withdraw_consent(by=by, consent=consent, **words)
    ):
        return redirect("intake:consents", pk=pk)
    page = {"request_row": request, "consent": consent, "form": form}
    page["back_url"] = reverse("intake:consents", args=[pk])
    return render(http, "intake/request/consent_withdraw.html", page, status=422 if form.errors else 200)

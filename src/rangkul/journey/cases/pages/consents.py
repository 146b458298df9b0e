"""What the client agreed to: asked later, purpose by purpose, and taken back when they say so."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.commons.trust import queries as trust
from rangkul.commons.trust.frame import AskForm, TakeBackForm, answers, matters
from rangkul.entry.intake.queries import CONSENT_VERSION, consent_texts
from rangkul.journey.cases import actions, policy
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.queries.consents import consent_subjects, said_by_asker


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by, texts = case_or_404(request, case_id), request.asker, consent_texts()
    form = AskForm(request.POST if request.method == "POST" else None, texts=texts)

    def verb(words: dict) -> object:
        return actions.ask_consents(
            by=by, case=case, answers=form.answers(), text_version=CONSENT_VERSION, mode=words["mode"],
            witness=words["witness"],
        )  # fmt: skip

    if request.method == "POST" and send(form, by, f"consents.{case.pk}", verb):
        return redirect("cases:consents", case_id=case.pk)
    return _page(request, case, form)


def _page(request: HttpRequest, case: Case, form: AskForm) -> HttpResponse:
    found = answers(
        consent_subjects(case),
        lambda pk: reverse("cases:consent_withdraw", args=[case.pk, pk]),
        said_by_asker(case),
    )
    words = {
        "matters": matters(found, consent_texts()),
        "answers": found,
        "form": form,
        "may_take_back": policy.may_write(by=request.asker, case=case),
    }
    return page(request, case, "consents", words, wrong=bool(form.errors))


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """First what it means, then the deed."""
    case, by = case_or_404(request, case_id), request.asker
    rows = trust.consents_of(*consent_subjects(case)).filter(given=True)
    consent = get_object_or_404(rows, pk=consent_id)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and send(
        form,
        by,
        f"consent.{consent.pk}",
        lambda words: actions.withdraw_for_client(by=by, case=case, consent=consent, **words),
    ):
        return redirect("cases:consents", case_id=case.pk)
    words = {"consent": consent, "form": form, "back_url": reverse("cases:consents", args=[case.pk])}
    return page(request, case, "consent_withdraw", words, wrong=bool(form.errors))

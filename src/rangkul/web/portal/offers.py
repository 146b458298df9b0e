"""The client answers an instrument alone, on their own telephone: opened, kept while it is typed, sent once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.actions import Refused as Denied
from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.xforms import Complaint, Refused
from rangkul.entry.intake.models import Request
from rangkul.journey.assessment.states import RiskKind
from rangkul.journey.instruments import queries, reading
from rangkul.journey.instruments.actions import Given, keep_own_draft, record
from rangkul.journey.instruments.models import Administration, Offer
from rangkul.journey.instruments.pages.frame import language_of
from rangkul.journey.instruments.pages.pictures import bytes_of
from rangkul.journey.instruments.pages.plain import NotPlain, PlainForm, place
from rangkul.journey.instruments.states import NO_DIAGNOSIS, OfferState
from rangkul.web.portal.actions import hear
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.parts import Part
from rangkul.web.portal.request import holding_ticket

LONGEST = 500_000
_TURN = re.compile(r"\[\d+\]")
# For which trouble the help lines are chosen; what is not named here gets the lines for everybody.
_PROBLEMS = {
    RiskKind.SELF_HARM: ["self_harm"],
    RiskKind.HEALTH: ["mental_health"],
    RiskKind.VIOLENCE: ["violence_home"],
}


class SentForm(RangkulForm):
    """The answer comes as the XML that the browser's engine wrote."""

    answer = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)


def offered(request: Request, by: Asker) -> Part | None:
    """What waits for an answer, and what was answered of late."""
    case = case_of(request)
    rows = queries.offers_to_me(case) if case else []
    return Part("portal/offers.html", {"offers": rows}, first=True) if rows else None


def _of_ticket(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only the holder of the ticket to whose case the offer belongs; for everybody else there is none."""

    @wraps(view)
    def run(http: HttpRequest, pk: UUID) -> HttpResponse:
        @holding_ticket
        def held(request: HttpRequest, mine: Request) -> HttpResponse:
            case = case_of(mine)
            try:
                return view(request, mine, queries.offer_to_me(case, pk))
            except Offer.DoesNotExist:
                raise Http404 from None

        return held(http)

    return run


@require_http_methods(["GET", "HEAD", "POST"])
@_of_ticket
def answer(http: HttpRequest, mine: Request, offer: Offer) -> HttpResponse:
    if (state := _state(offer)) != OfferState.OPEN:
        return _over(http, offer, state)
    plain = http.GET.get("polos") == "1"
    form = _form(http, offer, plain)
    if form is None:
        return _page(http, mine, offer, None, plain=True)
    faults: list[Complaint] = []
    if http.method == "POST":
        try:
            if send(form, http.asker, f"offer.{offer.pk}", lambda words: _sent(http, mine, offer, form, words)):
                return redirect("portal:offer_thanks", offer.pk)
        except Refused as refused:
            faults = refused.faults
            if isinstance(form, PlainForm):
                place(form, refused)
        # Two windows, or a worker who took it back just now.
        offer = queries.offer_to_me(offer.case, offer.pk)
        if (state := _state(offer)) != OfferState.OPEN:
            return _over(http, offer, state)
    return _page(http, mine, offer, form, plain=plain, faults=faults)


def _state(offer: Offer) -> OfferState:
    """How it stands for the client; a case that has ended asks nothing any more."""
    found = queries.state_of(offer)
    return OfferState.EXPIRED if found == OfferState.OPEN and not offer.case.is_open else found


def _over(http: HttpRequest, offer: Offer, state: OfferState) -> HttpResponse:
    if state == OfferState.ANSWERED:
        return redirect("portal:offer_thanks", offer.pk)
    words = {"offer": offer, "state": state, "quick_exit": True}
    return render(http, "portal/offer_over.html", words, status=410)


def _form(http: HttpRequest, offer: Offer, plain: bool) -> RangkulForm | None:
    """None where the questions cannot be asked without scripts."""
    given = http.POST if http.method == "POST" else None
    if not plain:
        draft = queries.own_draft(offer)
        return SentForm(given, initial={"answer": draft.answer if draft else ""})
    questions = reading.form_of(offer.version).questions
    try:
        shown = reading.pictures(offer.version, "portal:offer_picture")
        return PlainForm(given, questions=questions, language=_language(http, offer), pictures=shown)
    except NotPlain:
        return None


def _language(http: HttpRequest, offer: Offer) -> str:
    return language_of(offer.version, http.GET.get("bahasa", ""))


def _sent(http: HttpRequest, mine: Request, offer: Offer, form: RangkulForm, words: dict[str, Any]) -> Administration:
    language = _language(http, offer)
    if isinstance(form, PlainForm):
        number = f"uuid:{form.cleaned_data['once'] or uuid4()}"
        xml = reading.form_of(offer.version).answer_from(form.values(words), instance_id=number)
    else:
        xml = words["answer"].encode()
    given = Given.through_ticket(offer, xml, language)
    with transaction.atomic():
        row = record(by=http.asker, case=offer.case, version=offer.version, given=given)
        hear(request=mine, case=offer.case, text=reading.own_words(row))
    return row


def _page(
    http: HttpRequest,
    mine: Request,
    offer: Offer,
    form: RangkulForm | None,
    *,
    plain: bool,
    faults: Iterable[Complaint] = (),
) -> HttpResponse:
    faults, language = list(faults), _language(http, offer)
    wrong = bool(faults or (form is not None and form.errors))
    words = {
        "offer": offer,
        "version": offer.version,
        "form": form,
        "faults": faults,
        "language": language,
        "no_diagnosis": NO_DIAGNOSIS,
        "area": mine.region_code,
        "quick_exit": True,
        **_asked(offer),
    }
    if not plain:
        drawn = reading.drawn(offer.version, language, "portal:offer_picture")
        words |= {
            "questions": mark_safe(drawn.questions),  # noqa: S308  drawn and cleaned by our own rendering
            "model": drawn.model,
            "refused": json.dumps({_TURN.sub("", fault.path): fault.message for fault in faults}),
            "draft": bool(form and not form.is_bound and form.initial.get("answer")),
        }
    return render(
        http, "portal/offer_plain.html" if plain else "portal/offer.html", words, status=422 if wrong else 200
    )


def _asked(offer: Offer) -> dict[str, Any]:
    """Which answers make the page show help at once, before anything is sent, and for which trouble."""
    grave = queries.answers_of_danger(offer.version)
    return {"grave": json.dumps(grave) if grave else "", "problems": _PROBLEMS[RiskKind.SELF_HARM] if grave else []}


@require_safe
def picture(http: HttpRequest, version_id: UUID, name: str) -> HttpResponse:
    """A picture of a form that was offered to the holder of this ticket."""

    @holding_ticket
    def held(_request: HttpRequest, mine: Request) -> HttpResponse:
        case = case_of(mine)
        offered_here = any(row.offer.version_id == version_id for row in queries.offers_to_me(case)) if case else False
        found = queries.picture_or_none(version_id, name) if offered_here else None
        if found is None:
            raise Http404
        return bytes_of(found)

    return held(http)


@require_POST
@_of_ticket
def draft(http: HttpRequest, mine: Request, offer: Offer) -> HttpResponse:
    try:
        keep_own_draft(by=http.asker, offer=offer, answer=http.POST.get("answer", ""))
    except Denied as denied:
        return HttpResponse(denied.message, status=422, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


@require_safe
@_of_ticket
def thanks(http: HttpRequest, mine: Request, offer: Offer) -> HttpResponse:
    if offer.answered_at is None:
        return redirect("portal:offer", offer.pk)
    danger = offer.danger
    words = {
        "offer": offer,
        "danger": danger,
        "problems": _PROBLEMS.get(danger, []) if danger else [],
        "area": mine.region_code,
        "no_diagnosis": NO_DIAGNOSIS,
        "quick_exit": True,
    }
    return render(http, "portal/offer_thanks.html", words)

"""The map of stakeholders: who takes part from which side, what they promised, and how far everybody takes part."""

from collections.abc import Iterable
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.days import today
from rangkul.base.forms.sending import send
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.actions import Known
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.hooks import Offer
from rangkul.journey.cases.models import Case, Partner
from rangkul.journey.cases.models.partner import LONGEST_NAME
from rangkul.journey.cases.pages.forms.partners import StakeForm
from rangkul.journey.cases.pages.forms.steps import StepForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.queries.participation import NEAR

_LONGEST = 100


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`?cari=` asks the lists by name, `?pilih=` opens the form with somebody whom they or the record know."""
    case = case_or_404(request, case_id)
    partners = queries.partners_of(case)
    offers = queries.known_partners(case, partners, _asked(request))
    offer = _chosen(request, offers)
    return _page(request, case, partners, offers, _form(offer), offer)


@require_POST
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    partners = queries.partners_of(case)
    offers = queries.known_partners(case, partners, _asked(request))
    offer = _chosen(request, offers)
    if request.GET.get("pilih") and offer is None:
        # Chosen twice, or by a colleague meanwhile: the map shows them.
        return redirect("cases:partners", case_id=case.pk)
    form = _form(offer, request.POST)

    def verb(words):
        who = _known(case, offer) if offer else Known(words["name"])
        return actions.add_partner(by=request.asker, case=case, who=who, stake=form.stake)

    if send(form, request.asker, f"partner.{case.pk}", verb):
        return redirect("cases:partners", case_id=case.pk)
    return _page(request, case, partners, offers, form, offer)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, case_id: UUID, partner_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    partner = _partner(case, partner_id)
    form = StakeForm.of(partner, request.POST or None)

    def verb(_words):
        return actions.describe_partner(by=request.asker, partner=partner, stake=form.stake)

    if request.method == "POST" and send(form, request.asker, f"partner.{partner.pk}", verb):
        return redirect("cases:partners", case_id=case.pk)
    return page(request, case, "partner", {"form": form, "partner": partner}, wrong=bool(form.errors))


@require_POST
def end(request: HttpRequest, case_id: UUID, partner_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    partner = _partner(case, partner_id)
    form = StepForm(request.POST)
    by = request.asker
    if send(form, by, f"partner.{partner.pk}", lambda _words: actions.end_partner(by=by, partner=partner)):
        return redirect("cases:partners", case_id=case.pk)
    words = {"form": StakeForm.of(partner), "partner": partner, "ending": form}
    return page(request, case, "partner", words, wrong=True)


@require_GET
def paper(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Without the names of private persons who did not agree, and without what the team thinks of anybody or does
    not show to the client."""
    case = case_or_404(request, case_id)
    partners = queries.partners_of(case)
    words = {
        "case": case,
        "sides": queries.sides(case.tasks.filter(shown=True), partners),
        "taking_part": queries.participation(case, partners),
        "on": today(case.region_code),
    }
    return render(request, "cases/partners_print.html", words)


def _page(
    request: HttpRequest, case: Case, partners: list[Partner], offers: list[Offer], form: StakeForm, offer: Offer | None
) -> HttpResponse:
    asked = _asked(request)
    words = {
        "partners": partners,
        "sides": queries.sides(case.tasks.all(), partners),
        "taking_part": queries.participation(case, partners),
        "asked": asked,
        "offers": [(one, _address(asked, one)) for one in offers],
        "offer": offer,
        "form": form,
        "query": _address(asked, offer),
    }
    return page(request, case, "partners", words, wrong=bool(form.errors))


def _asked(request: HttpRequest) -> str:
    return request.GET.get("cari", "").replace("\x00", "").strip()[:_LONGEST]


def _chosen(request: HttpRequest, offers: Iterable[Offer]) -> Offer | None:
    wanted = request.GET.get("pilih", "")
    return next((one for one in offers if _code(one) == wanted), None)


def _code(offer: Offer) -> str:
    return f"{offer.source}:{offer.id}"


def _address(asked: str, offer: Offer | None) -> str:
    """The query of an address at which this offer is chosen."""
    words = {"cari": asked} if asked else {}
    if offer is not None:
        words["pilih"] = _code(offer)
    return f"?{urlencode(words)}" if words else ""


def _form(offer: Offer | None, given=None) -> StakeForm:
    if offer is None:
        return StakeForm(given)
    known = {"sector": offer.sector, "part": offer.part}
    return StakeForm(given, initial=known, known=True, private=offer.source == NEAR)


def _known(case: Case, offer: Offer) -> Known:
    if offer.source == NEAR:
        return Known(near=case.people.select_related("person").get(pk=offer.id))
    return Known(offer.name[:LONGEST_NAME], source=offer.source, source_id=offer.id)


def _partner(case: Case, partner_id: UUID) -> Partner:
    rows = case.partners.filter(until=None).select_related("key", "case", "near__person")
    return get_object_or_404(rows, pk=partner_id)

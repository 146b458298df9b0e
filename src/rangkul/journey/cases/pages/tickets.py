"""The tickets of a case: whose they are; giving the client one, a new PIN, taking one back. A PIN is shown once, on the
answer to the press alone, as a slip that can be printed."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm, refuse
from rangkul.base.forms.sending import send
from rangkul.base.idempotency import once, scope_of
from rangkul.commons.people.models import Person
from rangkul.entry.intake.actions import first_pin
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases import actions, policy
from rangkul.journey.cases.actions.tickets import STANDS_FOR, reads_of_an_asker
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, CaseTicket
from rangkul.journey.cases.pages.forms.tickets import GiveTicketForm, TakeBackTicketForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.pages.person_card import card
from rangkul.journey.cases.queries import tickets_of
from rangkul.journey.cases.states import TicketHolder


@never_cache
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = _give_form(request, case)
    if request.method == "POST" and (made := _give(request, case, form)):
        return _slip(request, case, made.ticket_words, first_pin(made))
    return _page(request, case, form)


def _give_form(request: HttpRequest, case: Case, *, fresh: bool = False) -> GiveTicketForm:
    people = [] if case.client_kind == ClientKind.PERSON else _who_may_stand(case)
    typed = None if fresh or request.method != "POST" else request.POST
    return GiveTicketForm(typed, people=people, asker=reads_of_an_asker(case))


def _who_may_stand(case: Case) -> list[Person]:
    named = case.people.filter(until=None, role__in=STANDS_FOR).select_related("person").order_by("made_at")
    return [one.person for one in named]


def _give(request: HttpRequest, case: Case, form: GiveTicketForm) -> Request | None:
    """The request of the new ticket; the same form sent twice gives the same ticket."""
    if not form.is_valid():
        return None
    words = {name: value for name, value in form.cleaned_data.items() if name != "once"}
    if person_id := words.pop("person", ""):
        words["person"] = Person.objects.filter(pk=person_id).first()

    def run() -> dict[str, str]:
        return {"id": str(actions.give_ticket(by=request.asker, case=case, **words).request_id)}

    try:
        kept = once(form.once_key, scope_of(request.asker, f"ticket.{case.pk}"), run)
    except Refused as error:
        refuse(form, error)
        return None
    # Renewed meanwhile, the first PIN is nobody's any more.
    return Request.objects.filter(pk=kept["id"], pin_generation=1).first()


def _page(
    request: HttpRequest, case: Case, form: RangkulForm, refused: tuple[UUID, RangkulForm] | None = None
) -> HttpResponse:
    held = list(tickets_of(case))
    alone = case.client_kind == ClientKind.PERSON
    has_own = alone and any(one.stands and one.holder == TicketHolder.CLIENT for one in held)
    words = {
        "standing": [_row(one, refused) for one in held if one.stands],
        "over": [one for one in held if not one.stands],
        "form": form,
        "one_person": alone,
        "asker": reads_of_an_asker(case),
        "may_give": case.is_open and not has_own and policy.may_lead(by=request.asker, case=case),
        "nobody": not alone and not _who_may_stand(case),
        "safe": card(case)["safe"],
    }
    return page(request, case, "tickets", words, wrong=bool(form.errors or refused))


def _row(row: CaseTicket, refused: tuple[UUID, RangkulForm] | None) -> dict[str, Any]:
    mine = refused is not None and refused[0] == row.pk
    form = refused[1] if mine else TakeBackTicketForm(auto_id=f"id_{row.pk}_%s")
    return {"row": row, "form": form, "open": mine}


def _slip(request: HttpRequest, case: Case, ticket: str, pin: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("portal:door"))
    return render(request, "cases/ticket_slip.html", {"case": case, "ticket": ticket, "pin": pin, "address": address})


def _of(request: HttpRequest, case_id: UUID, ticket_id: UUID) -> tuple[Case, CaseTicket]:
    case = case_or_404(request, case_id)
    rows = CaseTicket.objects.select_related("case", "request")
    return case, get_object_or_404(rows, pk=ticket_id, case=case)


@never_cache
@require_POST
def renew(request: HttpRequest, case_id: UUID, ticket_id: UUID) -> HttpResponse:
    case, ticket = _of(request, case_id, ticket_id)
    pin = actions.renew_ticket(by=request.asker, ticket=ticket)
    return _slip(request, case, ticket.request.ticket_words, pin)


@require_POST
def take_back(request: HttpRequest, case_id: UUID, ticket_id: UUID) -> HttpResponse:
    case, ticket = _of(request, case_id, ticket_id)
    form = TakeBackTicketForm(request.POST, auto_id=f"id_{ticket.pk}_%s")
    by = request.asker
    if send(
        form, by, f"ticket.back.{ticket.pk}", lambda words: actions.take_back_ticket(by=by, ticket=ticket, **words)
    ):
        return redirect("cases:tickets", case_id=case.pk)
    return _page(request, case, _give_form(request, case, fresh=True), (ticket.pk, form))

"""One conference, for the team: who is invited, what was decided, who sees it otherwise, the minutes."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base import clock
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import team_of
from rangkul.journey.conferences import actions, locking, policy, queries
from rangkul.journey.conferences.door import pin_of
from rangkul.journey.conferences.kinds import MEETINGS
from rangkul.journey.conferences.models import Conference, Decision, Invitation
from rangkul.journey.conferences.pages.forms import (
    CallForm,
    CancelForm,
    ColleagueForm,
    DecisionForm,
    DissentForm,
    GuestForm,
    HoldForm,
)
from rangkul.journey.conferences.pages.of_case import page

_CALL = ("at", "place", "question", "brief", "agenda", "voice")


def _found(request: HttpRequest, case_id: UUID, conference_id: UUID) -> tuple[Case, Conference]:
    case = case_or_404(request, case_id)
    try:
        return case, queries.get(case, conference_id)
    except Conference.DoesNotExist:
        raise Http404 from None


@dataclass(frozen=True)
class Table:
    """What the page and its forms are made of, read once."""

    case: Case
    conference: Conference
    seats: list[Invitation]
    decisions: list[Decision]

    @property
    def taken(self) -> list[Invitation]:
        return [one for one in self.seats if one.ended_at is None]

    def seat(self, seat_id: UUID) -> Invitation:
        seat = next((one for one in self.seats if one.pk == seat_id), None)
        if seat is None:
            raise Http404
        seat.conference = self.conference
        return seat


def _table(request: HttpRequest, case_id: UUID, conference_id: UUID) -> Table:
    case, conference = _found(request, case_id, conference_id)
    return Table(case, conference, queries.seats(conference), queries.decisions(conference))


def _forms(request: HttpRequest, table: Table, name: str = "") -> dict[str, RangkulForm]:
    """Every form of the page; the one that was sent carries what was typed."""

    def given(form: str) -> Any:
        return request.POST if name == form else None

    return {
        "colleague": ColleagueForm(
            given("colleague"), colleagues=queries.colleagues(table.conference), auto_id="id_rekan_%s"
        ),
        "guest": GuestForm(given("guest"), auto_id="id_tamu_%s"),
        "decision": DecisionForm(
            given("decision"),
            team=team_of(table.case),
            guests=[one for one in table.taken if one.is_guest],
            me=request.asker.staff_id,
            auto_id="id_putusan_%s",
        ),
        "dissent": DissentForm(given("dissent"), decisions=table.decisions, auto_id="id_berbeda_%s"),
        "hold": HoldForm(given("hold"), seats=table.taken, auto_id="id_selesai_%s"),
        "cancel": CancelForm(given("cancel"), auto_id="id_batal_%s"),
        "step": RangkulForm(given("step"), auto_id="id_langkah_%s"),
    }


@require_GET
def show(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    table = _table(request, case_id, conference_id)
    return _page(request, table, _forms(request, table))


def _page(request: HttpRequest, table: Table, forms: dict[str, RangkulForm], sent: str = "") -> HttpResponse:
    leads = policy.may_lead(by=request.asker, conference=table.conference)
    words = {
        "conference": table.conference,
        "leads": leads,
        "meeting": MEETINGS[table.conference.kind],
        "has_begun": table.conference.at <= clock.now(),
        "seats": [_seat(request, one, leads) for one in table.seats],
        "decisions": table.decisions,
        "dissents": queries.dissents(table.conference),
        "forms": forms,
        "sent": sent,
    }
    return page(request, table.case, "conference", words, wrong=bool(sent))


def _seat(request: HttpRequest, seat: Invitation, leads: bool) -> dict[str, Any]:
    """Link and PIN of a guest go two ways: the link by message, the PIN by voice."""
    stands = seat.ended_at is None and seat.valid_to > clock.now()
    shown = leads and stands and seat.is_guest and seat.locked_at is None
    link = request.build_absolute_uri(reverse("guests:door", args=[seat.code])) if shown else ""
    return {"row": seat, "stands": stands, "link": link, "pin": pin_of(seat.pk) if shown else ""}


def _sent(request: HttpRequest, case_id: UUID, conference_id: UUID, name: str, verb: Any) -> HttpResponse:
    """`verb(table, words)` for the form of this name; a refusal comes back on the whole page."""
    table = _table(request, case_id, conference_id)
    forms = _forms(request, table, name)
    if send(forms[name], request.asker, f"{name}.{conference_id}", lambda words: verb(table, words)):
        return redirect("conferences:conference", case_id=case_id, conference_id=conference_id)
    return _page(request, table, forms, name)


@require_POST
def invite_colleague(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    def verb(table: Table, words: dict) -> Invitation:
        return actions.invite_colleague(by=request.asker, conference=table.conference, **words)

    return _sent(request, case_id, conference_id, "colleague", verb)


@require_POST
def invite_guest(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    def verb(table: Table, words: dict) -> Invitation:
        return actions.invite_guest(by=request.asker, conference=table.conference, guest=actions.Guest(**words))

    return _sent(request, case_id, conference_id, "guest", verb)


@require_POST
def end_seat(request: HttpRequest, case_id: UUID, conference_id: UUID, seat_id: UUID) -> HttpResponse:
    def verb(table: Table, _words: dict) -> Invitation:
        return actions.end_seat(by=request.asker, invitation=table.seat(seat_id))

    return _sent(request, case_id, conference_id, "step", verb)


@require_POST
def renew_link(request: HttpRequest, case_id: UUID, conference_id: UUID, seat_id: UUID) -> HttpResponse:
    def verb(table: Table, _words: dict) -> Invitation:
        return locking.renew_link(by=request.asker, invitation=table.seat(seat_id))

    return _sent(request, case_id, conference_id, "step", verb)


@require_POST
def decide(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    def verb(table: Table, words: dict) -> Any:
        return actions.decide(by=request.asker, conference=table.conference, **words)

    return _sent(request, case_id, conference_id, "decision", verb)


@require_POST
def disagree(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    def verb(table: Table, words: dict) -> Any:
        return actions.dissent(by=request.asker, conference=table.conference, **words)

    return _sent(request, case_id, conference_id, "dissent", verb)


@require_POST
def hold(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    def verb(table: Table, words: dict) -> Conference:
        return actions.hold(by=request.asker, conference=table.conference, **words)

    return _sent(request, case_id, conference_id, "hold", verb)


@require_POST
def cancel(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    def verb(table: Table, words: dict) -> Conference:
        return actions.cancel(by=request.asker, conference=table.conference, **words)

    return _sent(request, case_id, conference_id, "cancel", verb)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    case, conference = _found(request, case_id, conference_id)
    if not conference.is_planned or not policy.may_lead(by=request.asker, conference=conference):
        raise Http404
    written = {name: getattr(conference, name) for name in _CALL} | {"at": clock.local(conference.at)}
    form = CallForm(request.POST or None, initial=written, kind=conference.kind)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"change.{conference.pk}",
        lambda words: actions.change_conference(
            by=request.asker, conference=conference, called=actions.Called(**words)
        ),
    ):
        return redirect("conferences:conference", case_id=case.pk, conference_id=conference.pk)
    return page(request, case, "change", {"conference": conference, "form": form}, wrong=bool(form.errors))

"""A request that is accepted becomes a case, with what the request already says: nothing is typed again."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Household, HouseholdMember, Person, Staff
from rangkul.commons.people.queries import identity_ids
from rangkul.entry.intake.hooks import UNSAID, Answer, Running
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases.actions.homes import home_of, new_home
from rangkul.journey.cases.actions.joining_requests import join_request, why_not_join
from rangkul.journey.cases.actions.opening import open_case
from rangkul.journey.cases.actions.writing import write_note
from rangkul.journey.cases.models import Case, CaseTicket, TeamMember
from rangkul.journey.cases.queries import get
from rangkul.journey.cases.states import CaseState


def open_for(request: Request, by: Asker, answer: Answer = UNSAID) -> Case:
    """Runs inside the verb that accepts. `answer` says to which running case the request belongs, or why there is to be
    a second one."""
    if answer.join is not None:
        return join_request(by=by, case=get(answer.join), request=request)
    kind = request.client_kind
    worker = _worker(request, by)
    case = open_case(
        by=by,
        client_kind=kind,
        person=request.person if kind == ClientKind.PERSON else None,
        household=_household(request, worker) if kind == ClientKind.HOUSEHOLD else None,
        name=_name(request) if kind in (ClientKind.GROUP, ClientKind.COMMUNITY) else "",
        request=request,
        worker=worker,
        concern=request.gist,
        level=request.level,
        region_code=request.region_code,
    )
    if why := answer.second.strip():
        write_note(by=by, case=case, text=_("Kasus kedua di samping yang sudah berjalan: {why}").format(why=why))
    return case


def running(request: Request, person: Person, kind: str) -> Iterator[Running]:
    """Open cases of this person, or of the household in which they live, as far as the decider sees them."""
    same = identity_ids(person)
    client = Q(client_kind=ClientKind.PERSON, person_id__in=same)
    if kind == ClientKind.HOUSEHOLD:
        homes = HouseholdMember.objects.filter(person_id__in=same, until=None).values("household_id")
        client = Q(client_kind=ClientKind.HOUSEHOLD, household_id__in=homes)
    rows = Case.objects.filter(client, state=CaseState.OPEN).select_related("worker").order_by("opened_at")
    for case in rows.exclude(request=request):
        told = {"number": case.number, "worker": case.worker.called_name, "stage": case.get_stage_display()}
        words = _("{number} · {worker} · tahap {stage}").format(**told)
        yield Running(case.pk, words, case.get_absolute_url(), why_not_join(case, request))


def works_there(request: Request, staff_id: UUID) -> str | None:
    """Whoever works on the running case of this request, or on that which it joined, hands it over before they step
    aside from it."""
    came = Q(case__request=request) | Q(case__in=CaseTicket.objects.filter(request=request).values("case"))
    rows = TeamMember.objects.filter(came, staff_id=staff_id, until=None, case__state=CaseState.OPEN)
    member = rows.select_related("case").first()
    if member is None:
        return None
    said = _(
        "Anda masih bekerja di kasus {number} dari permintaan ini. Serahkan kasus itu atau keluar dari timnya dulu."
    )
    return said.format(number=member.case.number)


def _worker(request: Request, by: Asker) -> Staff:
    """Who accepts carries the case; who supervises accepts for the owner."""
    mine = by.practises and not by.has("supervisor")
    worker = Staff.objects.get(pk=by.staff_id if mine else request.owner_id)
    if not worker.practises:
        raise Refused(_("Tunjuk dulu pekerja sosial sebagai penanggung jawab permintaan ini."), code="worker")
    return worker


def _household(request: Request, worker: Staff) -> Household:
    """The household of the person who asked, else a new one that bears the request's name."""
    if request.person is not None:
        return home_of(request.person, worker, region_code=request.region_code)
    return new_home(worker, name=_request_name(request), region_code=request.region_code)


def _name(request: Request) -> str:
    """As it is called, else by the smallest place that is known: the head of every page carries it."""
    if request.client_name:
        return request.client_name
    word, place = ClientKind(request.client_kind).label, request.place.split(",")[0]
    return f"{word} {place}"[:120] if place else _request_name(request)


def _request_name(request: Request) -> str:
    return _("Dari permintaan {ticket}").format(ticket=request.ticket_words)

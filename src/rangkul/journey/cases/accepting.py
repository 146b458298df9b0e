"""A request that is accepted becomes a case, with what the request already says: nothing is typed again."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Household, Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases.actions.opening import open_case
from rangkul.journey.cases.models import Case


def open_for(request: Request, by: Asker) -> Case:
    """Runs inside the verb that accepts."""
    kind = request.client_kind
    worker = _worker(request, by)
    return open_case(
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


def _worker(request: Request, by: Asker) -> Staff:
    """Who accepts carries the case; who supervises accepts for the owner."""
    mine = by.practises and not by.has("supervisor")
    worker = Staff.objects.get(pk=by.staff_id if mine else request.owner_id)
    if not worker.practises:
        raise Refused(_("Tunjuk dulu pekerja sosial sebagai penanggung jawab permintaan ini."), code="worker")
    return worker


def _household(request: Request, worker: Staff) -> Household:
    """The household of the person who asked, else a new one that bears their name."""
    person = request.person
    if person is not None:
        member = person.memberships.filter(until=None).select_related("household").first()
        if member is not None:
            return member.household
    name = _("Keluarga {name}").format(name=person.full_name) if person else _request_name(request)
    home = Household(agency_id=worker.agency_id, unit_id=worker.unit_id, name=name, region_code=request.region_code)
    home.save(force_insert=True)
    if person is not None:
        home.members.create(person=person)
    return home


def _name(request: Request) -> str:
    word = ClientKind(request.client_kind).label
    return f"{word} {request.place}"[:120] if request.place else _request_name(request)


def _request_name(request: Request) -> str:
    return _("Dari permintaan {ticket}").format(ticket=request.ticket_words)

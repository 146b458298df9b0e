"""A worker gives the client of a file a ticket of their own. A ticket is always a request's, so one is written down for
them: nobody waits for an answer to it, and no rule weighs it."""

from dataclasses import dataclass

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.live import telling
from rangkul.base.models import DataKey
from rangkul.base.wilayah.queries import path
from rangkul.commons.people.models import Person, Staff
from rangkul.commons.people.states import Channel
from rangkul.entry.intake import policy
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.actions.submit import insert, keep_keys
from rangkul.entry.intake.models import Contact, Request
from rangkul.entry.intake.states import ClientKind, ForWhom, Level, State, Via


@dataclass(frozen=True)
class Behind:
    """The file that the ticket is to open: who answers for it, and what its request says about it."""

    owner: Staff
    client_kind: str = ClientKind.PERSON
    level: str = Level.HIJAU
    region_code: str = ""


@action("request.ticket_given", may=policy.may_give_ticket)
def give_ticket(*, by: Asker, person: Person, behind: Behind) -> Done:
    """Write down the request whose ticket `person` gets, accepted from the start; returns it. Nothing is sent."""
    moment = clock.now()
    request = Request(
        key=DataKey.make(),
        agency_id=behind.owner.agency_id,
        unit_id=behind.owner.unit_id,
        owner=behind.owner,
        person=person,
        client_kind=behind.client_kind,
        via=Via.CASE,
        entered_by_id=by.staff_id,
        state=State.ACCEPTED,
        level=behind.level,
        received_at=moment,
        due_at=moment,
        closed_at=moment,
        for_whom=ForWhom.SELF,
        region_code=behind.region_code,
        place=path(behind.region_code) if behind.region_code else "",
    )
    insert(request)
    contact = Contact(key=request.key, request=request, sex=person.sex, channels=[Channel.TICKET.value])
    contact.name, contact.called_name = person.full_name, person.called_name
    contact.save(force_insert=True)
    keep_keys(request, person.full_name, person.called_name)
    return Done(
        request,
        payload={"owner": str(behind.owner.pk), "via": request.via},
        agency_id=request.agency_id,
        unit_id=request.unit_id,
    )


@action("request.door_closed", may=policy.may_work)
def close_door(*, by: Asker, request: Request) -> Done:
    """The ticket opens nothing any more, and whoever is inside with the PIN of until now is outside by their next
    press, their open streams at once. A new PIN opens it again."""
    request = lock(request)
    request.pin_generation += 1
    request.wrong_codes, request.locked_at = 0, clock.now()
    request.save(update_fields=["pin_generation", "wrong_codes", "locked_at"])
    telling.shut(request.pk)
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(request, subject=("request", request.pk), **where)

"""The client's own door to a case: given by a worker's hand, renewed, taken back. The right to look goes with it."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import today
from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import identity_ids
from rangkul.commons.trust.actions import end_grant, grant
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, lock, lock_open
from rangkul.journey.cases.models import Case, CaseTicket
from rangkul.journey.cases.states import CaseRole, TakenBack, TicketHolder, TicketWay

ADULT = 18
# Who may stand for a household, a group or a community.
STANDS_FOR = (CaseRole.CLIENT, CaseRole.MEMBER, CaseRole.CAREGIVER)


def bring(by: Asker, case: Case, request: Request, way: str, holder: str) -> CaseTicket:
    """Let a ticket belong to a case. The right to look comes with it, but not for who asked for somebody else about a
    case that ran already."""
    row = CaseTicket(case=case, request=request, way=way, holder=holder, given_by_id=by.staff_id)
    row.save(force_insert=True)
    if way != TicketWay.JOINED or holder == TicketHolder.CLIENT:
        grant(by=by, subject=("case", case.pk), grantee=("ticket", request.pk), basis=Basis.CLIENT)
    return row


@action("case.ticket_given", may=policy.may_lead)
def give_ticket(
    *, by: Asker, case: Case, person: Person | None = None, said_safe: bool = False, read_over: bool = False
) -> Done:
    """Give the client a ticket of their own; returns the CaseTicket, whose request has number and first PIN. `person`:
    who represents a household, group or community. `said_safe`: they said that nobody else finds or reads it.
    `read_over`: where somebody else asked, the worker has read what the client will read, and held back who it was.

    Raises Refused where they have one already, and for a child who would stand for a whole household."""
    case = lock_open(case)
    person = case.person if case.client_kind == ClientKind.PERSON else person
    if person is None or not _may_hold(case, person):
        raise Refused(_("Pilih siapa yang mewakili, di antara orang yang tercatat di kasus ini."), field="person")
    if case.client_kind != ClientKind.PERSON and _is_child(person):
        raise Refused(_("Yang mewakili harus orang dewasa."), field="person", code="child")
    if not said_safe:
        raise Refused(_("Tanyakan dulu kepada orangnya: amankah menyimpan tiket ini?"), field="said_safe")
    if not read_over and reads_of_an_asker(case):
        raise Refused(
            _("Baca dulu yang akan terbaca klien, dan tahan yang menyebut siapa yang meminta."), field="read_over"
        )
    if _has_one(case, person):
        raise Refused(
            _("Sudah ada tiket yang berlaku. Buat PIN baru bila PIN-nya hilang."), field="person", code="there"
        )
    behind = intake.Behind(case.worker, case.client_kind, case.level, case.region_code)
    request = intake.give_ticket(by=by, person=person, behind=behind)
    return about(case, bring(by, case, request, TicketWay.GIVEN, TicketHolder.CLIENT), request=request.pk)


def _may_hold(case: Case, person: Person) -> bool:
    """The client; of several, one whom the case names as a client, member or caregiver."""
    if case.client_kind == ClientKind.PERSON:
        return case.person_id == person.pk
    return case.people.filter(person=person, until=None, role__in=STANDS_FOR).exists()


def _is_child(person: Person) -> bool:
    born = person.birth_date
    if born is None:
        return False
    now = today(person.region_code)
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day)) < ADULT


def reads_of_an_asker(case: Case) -> bool:
    """Whether the client would read notes of a case about which somebody else spoke first."""
    others = case.tickets.filter(holder=TicketHolder.ASKER).exists()
    return case.client_kind == ClientKind.PERSON and others


def _has_one(case: Case, person: Person) -> bool:
    held = case.tickets.filter(ended_at=None, holder=TicketHolder.CLIENT)
    return held.filter(request__person_id__in=identity_ids(person)).exists()


@action("case.ticket_renewed", may=policy.may_lead_ticket)
def renew_ticket(*, by: Asker, ticket: CaseTicket) -> Done:
    """A new PIN for who lost it and was recognised; returns it. The old one opens nothing, and who is inside with it is
    outside by the next press."""
    case, ticket = _standing(ticket)
    pin = intake.renew_pin(by=by, request=ticket.request)
    done = about(case, ticket)
    done.result = pin
    return done


@action("case.ticket_taken_back", may=policy.may_lead_ticket)
def take_back_ticket(*, by: Asker, ticket: CaseTicket, because: str) -> Done:
    """The ticket opens neither the case nor its request any more. Returns the CaseTicket."""
    case, ticket = _standing(ticket)
    if because not in TakenBack.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="because")
    ticket.ended_at, ticket.ended_by_id, ticket.ended_because = clock.now(), by.staff_id, because
    ticket.save(update_fields=["ended_at", "ended_by", "ended_because"])
    end_grant(by=by, subject=("case", case.pk), grantee=("ticket", ticket.request_id), basis=Basis.CLIENT)
    intake.close_door(by=by, request=ticket.request)
    return about(case, ticket, because=because)


def _standing(ticket: CaseTicket) -> tuple[Case, CaseTicket]:
    """Both as they are now. Raises Refused where it was taken back meanwhile."""
    case = lock(ticket.case)
    found = CaseTicket.objects.select_related("request").filter(pk=ticket.pk, ended_at=None).first()
    if found is None:
        raise Refused(_("Tiket ini sudah ditarik. Berikan tiket baru bila perlu."), code="ended")
    return case, found

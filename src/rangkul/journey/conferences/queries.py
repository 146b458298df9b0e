"""Reads: the conferences of a case, one table with its seats, and where the asker was invited."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Q

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.conferences.models import Conference, Decision, Dissent, Invitation
from rangkul.journey.conferences.states import ConferenceState

_SHOWN = 30


def was_held(case: Case) -> bool:
    """Whether the case was ever talked over at a table and the minutes written."""
    return Conference.objects.filter(case=case, state=ConferenceState.HELD).exists()


def of_case(case: Case) -> list[Conference]:
    """The next one first, then backwards."""
    return list(case.conferences.select_related("key", "called_by").order_by("-at")[:_SHOWN])


def get(case: Case, conference_id: UUID) -> Conference:
    """Raises Conference.DoesNotExist where there is none that the asker sees."""
    return Conference.objects.select_related("key", "case__key", "case__worker", "called_by", "ended_by").get(
        pk=conference_id, case=case
    )


def seats(conference: Conference) -> list[Invitation]:
    return list(conference.invitations.select_related("key", "staff").order_by("made_at"))


def colleagues(conference: Conference) -> list[Staff]:
    """Who of the agency may be asked to the table and has no seat yet; whoever calls it sits there anyhow."""
    case = conference.case
    seated = conference.invitations.filter(ended_at=None, staff__isnull=False).values_list("staff_id", flat=True)
    rows = Staff.objects.filter(
        agency_id=case.agency_id, is_active=True, roles__overlap=["peksos", "junior", "supervisor"]
    )
    others = [one for one in (conference.called_by_id, case.against_id) if one]
    return list(rows.exclude(pk__in=[*seated, *others]).order_by("full_name"))


def decisions(conference: Conference) -> list[Decision]:
    rows = conference.decisions.select_related("key", "owner", "guest__key", "task")
    return list(rows.order_by("made_at"))


def dissents(conference: Conference) -> list[Dissent]:
    rows = conference.dissents.select_related("key", "staff", "guest__key", "decision")
    return list(rows.order_by("made_at"))


def seat_of(asker: Asker, conference_id: UUID | None = None) -> Invitation | None:
    """The asker's own seat that still holds: a guest's only one, a colleague's at this conference."""
    mine = Q(pk=asker.ticket_id) if asker.kind == "ticket" else Q(staff_id=asker.staff_id, conference_id=conference_id)
    rows = Invitation.objects.filter(mine, ended_at=None, valid_to__gt=clock.now())
    return rows.select_related("key", "conference__key", "staff").first()


def invited(asker: Asker) -> list[Invitation]:
    """Where a colleague was invited and may still read: what lies ahead, the next one first, then what has been."""
    now = clock.now()
    rows = Invitation.objects.filter(staff_id=asker.staff_id, ended_at=None, valid_to__gt=now)
    seats = rows.select_related("key", "conference__key", "conference__called_by")
    return sorted(seats, key=lambda seat: (not seat.conference.is_planned, abs(seat.conference.at - now)))


def guests_named(ids: Collection[UUID]) -> Mapping[UUID, tuple[str, str]]:
    """By the id of a seat: the guest's name and profession, for whoever may read who opened the file of that case."""
    rows = Invitation.objects.raw("SELECT * FROM conferences_guests(%s::uuid[])", [list(ids)])
    return {row.pk: (row.guest_name, row.profession) for row in rows.prefetch_related("key") if row.key.wrapped}

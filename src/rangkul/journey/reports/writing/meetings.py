"""Case conferences that were held, as the minutes are written from them."""

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.journey.conferences import queries
from rangkul.journey.conferences.models import Conference, Decision, Dissent, Invitation
from rangkul.journey.conferences.states import ConferenceState, DecisionOwner
from rangkul.journey.reports.hooks import Decided, Meeting


def held(case: Case) -> list[Meeting]:
    """Newest first."""
    return [_meeting(one, case.region_code) for one in queries.of_case(case) if one.state == ConferenceState.HELD]


def _meeting(conference: Conference, region_code: str) -> Meeting:
    seats = [seat for seat in queries.seats(conference) if seat.attended]
    return Meeting(
        row=conference.pk,
        on=clock.local(conference.at, region_code).date(),
        title=conference.question,
        place=conference.place,
        present=[
            conference.host,
            *(f"{seat.name}, {seat.profession}" if seat.is_guest else seat.name for seat in seats),
        ],
        agenda=conference.agenda.splitlines(),
        discussed=conference.minutes.splitlines(),
        decisions=[_decided(one) for one in queries.decisions(conference)],
        dissent=[_otherwise(one) for one in queries.dissents(conference)],
    )


def _who(seat: Invitation) -> str:
    return f"{seat.name}, {seat.profession}" if seat.is_guest else seat.name


def _decided(row: Decision) -> Decided:
    owners = {DecisionOwner.STAFF: row.owner, DecisionOwner.GUEST: row.guest}
    owner = owners.get(DecisionOwner(row.owner_kind))
    name = row.get_owner_kind_display() if owner is None else getattr(owner, "full_name", "") or owner.name
    text = f"{row.text} ({row.reason})" if row.reason else row.text
    return Decided(text, str(name), row.due)


def _otherwise(row: Dissent) -> str:
    return f"{row.name}: {row.words}"
